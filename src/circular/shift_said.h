/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shift_said.h - the shifts that a sentence sets, with their hours.
 *
 *     Pegawai di kantor wajib bekerja dalam 2 gelombang
 *         pukul 07.30-12.00 dan pukul 12.00-16.00.
 *
 * Shifts without hours ("dalam gelombang", as the head sets them) are none
 * that anybody could be given.
 */
#pragma once

#include "circular/tree.h"

enum { SHIFTS_MOST = 6 };

typedef struct {
    const int16_t *clock; /* minutes, pairs from-to, in the order of the letter;
                             each begins before it ends */
    uint32_t count;       /* 2 to SHIFTS_MOST */
} ShiftsSaid;

/* Must people in the office work in these shifts?  False: it says none, or not
 * so that they can be given out. */
bool shift_said(const Sentence *s, ShiftsSaid *out);

/* As many hours as shifts?  True of a sentence without either. */
bool shift_said_in_full(const Sentence *s);
