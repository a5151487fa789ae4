/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_plan.h - use case: a published plan meets an event, and moves least.
 *
 * The caller has put the event into the office (move_event.h: somebody called
 * in, away or back, a unit shut or open again; or another letter).  Law and
 * demand of the plan's window are made anew, days before `now` stay as they
 * were published, and of all plans that keep the rules on the other days the
 * one is taken that changes the fewest turns, then has most people in, then
 * is the fairest (plan/change.h).  The auditor then looks at the answer, and
 * at every rule from now on.
 */
#pragma once

#include "app/make_roster.h"
#include "plan/change.h"
#include "plan/plan_move.h"

/* Somebody has to be in the office (K) or at home (R) on a day, within what
 * the letters leave open. */
typedef struct {
    PersonId person;
    Date day;
    char letter; /* PLACED_OFFICE or PLACED_HOME */
} PlanPin;

typedef struct {
    Date now; /* the first day that may still change */
    const PlanPin *pins;
    size_t pin_count;
    bool pins_yield; /* drop those that cannot stand, instead of refusing */
    /* Days before now on which what the law settles is written all the same:
     * a day under way, on which nobody's turn may change any more. */
    uint32_t settled_days;
} MoveWish;

typedef struct {
    PersonId person;
    uint32_t day; /* of the plan */
    char from, to;
    bool forced; /* by the event or a pin: the letter of before is no longer
                    possible; else a consequence, made by the roster */
} MovedCell;

/* What a cell was: the way back. */
typedef struct {
    PersonId person;
    uint32_t day;
    char letter;
    uint16_t reason;
} UndoCell;

typedef struct {
    const UndoCell *cells; /* also of cells that changed their reason alone */
    size_t cell_count;
    Date known;
    uint32_t reason_count;
    uint64_t digest, seed;
} MoveUndo;

typedef struct {
    bool solved; /* false: made.clash says in its form why no plan exists */
    Plan plan;   /* its reasons begin with those of the plan before */
    const MovedCell *cells; /* by person, then day */
    size_t cell_count;
    const PlanPin *dropped; /* pins that gave way */
    size_t dropped_count;
    const PlanTold *notices; /* by person */
    size_t notice_count;
    MoveUndo undo;
    int64_t changed;  /* of turns: see plan/change.h */
    int64_t presence; /* of turns and their like */
    int64_t fairness;
    bool verified;     /* audit/ has proved the answer and the plan */
    Str audit_said[2]; /* by Lang: its sentence when not */

    RosterMade made;   /* corpus, demand (of the days that are left when there
                          is a clash) and the clash, as clash_text wants them;
                          its cells are those of before demand_plan */
    PlanChange change; /* the question, and the answer with its proof */
    ChangeAnswer answer;
} MovedPlan;

/*
 * move_plan - false when the question could not be put: the plan is of another
 * government or register (ERR_STALE), no day of it is left, or a pin breaks a
 * rule (the rule is named in both languages, in office->diags); or as
 * make_roster.  A clash is an answer.  *out must stay where it is; it borrows
 * from office and `before`.  O(people * days) and replan_solve.
 */
MUST_USE bool move_plan(Office *office, const Plan *before,
                        const MoveWish *wish, MovedPlan *out, Err *err);

/* The plan as it was before, from the moved one: the same bytes. */
void move_plan_undo(Arena *arena, const Plan *moved, const MoveUndo *undo,
                    Plan *out);
