/* SPDX-License-Identifier: Apache-2.0 */
/*
 * replan_demand.h - a demand that is kept, and follows events.
 *
 * What the law says of a person-day is counted into bases, forced people and
 * open cells (demand_cells.c).  Counts are sums over people: so those whom an
 * event touches are counted out under the law of before and counted in again
 * under the law of after, and nobody else is asked.  The problem is then made
 * anew from the counts, which is quick.
 *
 *     replan_demand_count(&d, people, days, -1);
 *     replan_demand_turn(&d, &law_of_after);
 *     replan_demand_count(&d, people, days, +1);
 *     replan_demand_build(&d, scratch, &err)      d.demand is that of after
 */
#pragma once

#include "roster/demand_build.h"

/* One person's row, its node apart. */
typedef struct {
    ProblemRow row;
    bool known; /* false: to be read again */
} ReplanTaken;

typedef struct {
    Arena *arena;  /* the kept things; not those of the problem */
    Demand demand; /* no caps are kept; cells stay as the law has them */
    Making making;
    const uint32_t *order; /* of people, for the rows */
    ReplanTaken *taken;    /* per person */
    uint32_t *problem_day; /* that `taken` was read for */
} ReplanDemand;

/* Whom and which days of the window an event touches. */
typedef struct {
    const uint32_t *people; /* ascending, each once */
    size_t people_count;
    const uint8_t *days; /* per day of the window: 1 or 0 */
} ReplanTouched;

/*
 * Everybody is asked once.  *out must stay where it is and borrows the corpus.
 * Errors as demand_make has them, ties first; the window is one that
 * demand_make has taken.  O(people * days).
 */
MUST_USE bool replan_demand_open(Arena *arena, const Corpus *corpus,
                                 Window window, ReplanDemand *out, Err *err);

/* Count in (sign +1; then cells and reasons are set too) or out (-1), under
 * the corpus of the moment.  O(people * touched days). */
void replan_demand_count(ReplanDemand *d, const ReplanTouched *touched,
                         int32_t sign);

/* Another law: counted out under the old one, counted in under this. */
void replan_demand_turn(ReplanDemand *d, const Corpus *corpus);

/* The problem of the counts, in the arena of this event.  ERR_INPUT or
 * ERR_CLASH as demand_make has them.  O(people + nodes * days + units). */
MUST_USE bool replan_demand_build(ReplanDemand *d, Arena *arena, Err *err);
