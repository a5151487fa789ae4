/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_move.h - how a published plan became its next version.
 *
 * A plan is published whole once; what moves it later is kept as the cells
 * that changed, with what they were and what they are.  A version can be made
 * from the one before, and the one before from it; a move that does not follow
 * on the plan that it is laid on is refused, not bent.
 */
#pragma once

#include "plan/plan.h"

typedef struct {
    PersonId person;
    uint32_t day; /* of the plan */
    char from, to;
    uint16_t was, now; /* reasons; `now` counts the fresh ones too */
    bool forced;       /* the letter of before was no longer possible */
} CellMove;            /* letter, reason, or both differ */

/* Who has to be told, and why; at least one is so. */
typedef struct {
    PersonId person;
    bool own;      /* days of their own have changed */
    bool superior; /* of somebody whose days have */
    bool unit;     /* their unit kerja is shut, or open again, on some day */
} PlanTold;

/* What a plan says of where it came from. */
typedef struct {
    Date known;
    uint64_t digest;
    uint32_t reason_count;
} PlanMark;

typedef struct {
    Str government;   /* code */
    Window window;    /* of the plan */
    uint32_t version; /* that it makes; the plan as published is 1 */
    Str cause;        /* id of the fact that it follows; or empty */
    Date first;       /* the first day on which the roster could change */
    PlanMark before, after;
    const Reason *fresh;   /* after.reason_count - before.reason_count */
    const CellMove *cells; /* by person, then day */
    size_t cell_count;
    const PlanTold *told; /* by person */
    size_t told_count;
} PlanMove;

PlanMark plan_mark(const Plan *plan);

/*
 * plan_move_apply - the plan after the move, in new memory.  ERR_STALE when
 * the move is of another plan or another version of it; nothing is then made.
 * O(people * days).
 */
MUST_USE bool plan_move_apply(Arena *arena, const Plan *before,
                              const PlanMove *move, Plan *out, Err *err);

/*
 * The text of a move; people by their codes, so that it can be read beside the
 * register.  Writing the same move gives the same bytes; ERR_INPUT with line
 * and column of the first fault.
 */
void plan_move_write(const PlanMove *move, const Register *r, Buf *out);
MUST_USE bool plan_move_read(Arena *arena, Str text, const Register *r,
                             PlanMove *out, Err *err);
