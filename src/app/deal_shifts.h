/*
 * deal_shifts.h - use case: the shifts of a whole plan, believed after a proof.
 *
 * Shifts are kept nowhere: they follow from letters and plan (day/shift.h).
 * Here they are dealt for every day of a plan, and the auditor counts them.
 */
#pragma once

#include "audit/audit.h"
#include "day/shift.h"

/* Cell by cell as the plan's: 1, 2, ...; 0: none.  O(days^2 * people). */
const uint8_t *deal_shifts(Arena *arena, const Corpus *corpus,
                           const Plan *plan);

/* False, with the auditor's sentence in *err, when they are not as the letters
 * have them, or not fair. */
MUST_USE bool deal_shifts_proved(Arena *scratch, const Corpus *corpus,
                                 const Plan *plan, ShiftCount *out, Err *err);
