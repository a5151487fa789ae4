/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shift_key.h - what the numbers of shifts stand for in a table of several
 * days: "1 pukul 07.30–12.00, 2 pukul 12.00–16.00".
 */
#pragma once

#include "day/shift.h"

typedef struct {
    uint32_t most; /* the highest number; 0: nobody has a shift */
    bool differ;   /* one number has other hours on some day, or in some unit */
    bool seen[SHIFTS_MOST];
    int16_t begins[SHIFTS_MOST], ends[SHIFTS_MOST]; /* minutes */
} ShiftKey;

/* A shift stands in the table; number 0 is none. */
void shift_key_add(ShiftKey *key, const Shift *shift);

/* The numbers and their hours; empty when there are none, or they differ. */
Str shift_key_text(Arena *arena, const ShiftKey *key, Lang lang);
