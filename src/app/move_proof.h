/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_proof.h - belief in a moved plan.
 */
#pragma once

#include "app/move_question.h"

/*
 * move_proof - the auditor believes the answer to the change (or the cut); and
 * every rule of the letters holds in the plan from the first day on, where it
 * has as many seats in turn as the answer.  False with its sentence in *err.
 * The second part asks the law about everybody: `rules` false leaves it out.
 */
MUST_USE bool move_proof(Arena *scratch, const MoveQuestion *q,
                         const MovedPlan *moved, bool rules, Err *err);

/* Every rule of the letters holds in the plan from that day of it on; *seats:
 * in turn on those days. */
MUST_USE bool move_proof_rules(Arena *scratch, const Corpus *corpus,
                               const Plan *plan, uint32_t first_day,
                               int64_t *seats, Err *err);
