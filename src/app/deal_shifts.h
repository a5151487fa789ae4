/* SPDX-License-Identifier: Apache-2.0 */
/*
 * deal_shifts.h - use case: the shifts of a whole plan, believed after a proof.
 *
 * Shifts are kept nowhere: they follow from letters and plan (day/shift.h).
 * Here they are dealt for every day of a plan, and the auditor counts them.
 */
#pragma once

#include "audit/audit.h"
#include "day/shift_key.h"

typedef struct {
    const uint8_t *numbers; /* cell by cell as the plan's: 1, 2, ...; 0: none */
    ShiftKey key;
    ShiftCount count; /* by the auditor */
} DealtShifts;

/* Does any clause set shifts?  If not, none need be dealt. */
bool deal_shifts_set(const Corpus *corpus);

/* All but the count.  O(days^2 * people). */
DealtShifts deal_shifts(Arena *arena, const Corpus *corpus, const Plan *plan);

/* False, with the auditor's sentence in *err, when they are not as the letters
 * have them, or not fair. */
MUST_USE bool deal_shifts_proved(Arena *arena, const Corpus *corpus,
                                 const Plan *plan, DealtShifts *out, Err *err);
