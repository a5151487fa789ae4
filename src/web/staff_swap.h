/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_swap.h - A8: swapping a day with a colleague: choose the day, the
 * colleague, look, ask; and answering who asks.
 */
#pragma once

#include "door/visit.h"

extern const FieldRule staff_swap_fields[2];        /* "tanggal", "semua" */
extern const FieldRule staff_swap_check_fields[3];  /* "tanggal", "dengan",
                                                       "kembali" */
extern const FieldRule staff_swap_ask_fields[5];    /* the same, "id", "isi" */
extern const FieldRule staff_swap_answer_fields[4]; /* {nomor}, "id", "kata",
                                                       "isi" */

void staff_swap_offer(Visit *v);
void staff_swap_check(Visit *v);
void staff_swap_ask(Visit *v);

void staff_swap_show(Visit *v); /* one that was asked for */
void staff_swap_answer(Visit *v);
