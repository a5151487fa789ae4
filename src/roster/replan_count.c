/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_demand.h"

/*
 * Counts are sums over people: what a person-day adds to the lines of the caps
 * (demand_cells.c) it can also take away.
 */

static void count_day(ReplanDemand *d, const ReplanTouched *touched,
                      uint32_t number, int32_t sign, Arena *scratch)
{
    DemandDay day = demand_day_open(&d->making, number, scratch);
    for (size_t k = 0; k < touched->people_count; k++) {
        PersonId person = {touched->people[k]};
        Directive said = law_person(day.law, person);
        if (sign > 0) demand_day_set(&day, person, &said);
        demand_day_count(&day, person, &said, sign);
        d->taken[person.index].known = false;
    }
}

void replan_demand_count(ReplanDemand *d, const ReplanTouched *touched,
                         int32_t sign)
{
    Arena *scratch = arena_open(1U << 16);
    for (uint32_t day = 0; day < d->making.day_count; day++) {
        if (touched->days[day] != 0) count_day(d, touched, day, sign, scratch);
    }
    arena_close(scratch);
}

void replan_demand_turn(ReplanDemand *d, const Corpus *corpus)
{
    d->making.corpus = corpus;
    d->making.tie = (Directive){0};
    d->demand.corpus = corpus;
}
