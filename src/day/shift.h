/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shift.h - who works in which shift of a day (docs/day.md, section 3.1).
 *
 * A pure function of the letters, the rows of the plan up to that day and the
 * register; nothing of it is stored.  It is made of the day as it began: who
 * falls ill at seven changes nobody else's shift.
 */
#pragma once

#include "circular/law.h"
#include "circular/shift_said.h"
#include "plan/plan.h"

typedef struct {
    ClauseId by;
    uint8_t number;       /* 1, 2, ...; 0: none that day */
    uint8_t count;        /* of that day's shifts */
    int16_t begins, ends; /* minutes */
} Shift;

/*
 * shift_day - *out: per person; NULL when no clause of the day sets shifts.
 * `plan` may be NULL or not hold the day.  Somebody has a shift who was to be
 * in the office when the day began; where they are now is not looked at.
 * O(people * (clauses + days of the plan)).
 */
const Shift *shift_day(Arena *arena, const LawDay *law, const Plan *plan);
