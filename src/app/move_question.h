/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_question.h - from the demand after an event and the plan before it to
 * the change problem; pins are bounds of it.
 */
#pragma once

#include "app/move_plan.h"
#include "base/vec.h"

/* What was read of people's cells, for a session that asks again and again.
 * Whoever changes cells of the plan or of the law forgets those people. */
typedef struct MoveSeen MoveSeen;
MoveSeen *move_question_seen(Arena *arena, const Plan *plan);
void move_question_forget(MoveSeen *seen, uint32_t person);

typedef struct {
    Arena *arena;
    Office *office;
    const Demand *demand; /* cells as the law has them: letters and '?' */
    const Plan *before;
    uint32_t first_day;       /* of the plan: days from here on may change */
    uint32_t *row_of;         /* per person; NO_INDEX */
    ProblemRow *rows;         /* of `problem`; pins are put here */
    const ProblemNode *nodes; /* of `problem` without pins */
    Problem problem;
    PlanChange change;    /* of `problem` */
    VEC(PlanPin) dropped; /* pins that gave way */
    MoveSeen *seen;       /* or NULL; given before it is asked */
} MoveQuestion;

/* The plan can be one of this government and register; else ERR_STALE. */
MUST_USE bool move_question_fits(const Corpus *corpus, const Plan *plan,
                                 Err *err);

/*
 * move_question - without pins; the plan fits and the demand is of its window.
 * ERR_INPUT when no day of it is left.  Offsets count the office days
 * of history as published.  Duties are those that reasons name; of people who
 * must come, whose reasons are silent, those that the posts need.
 */
MUST_USE bool move_question(Office *office, Arena *arena, const Demand *demand,
                            const Plan *before, Date now, MoveQuestion *out,
                            Err *err);

/* The first day of the plan that may change; day_count when none. */
uint32_t move_question_first(const Plan *plan, Date now);
