/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_demand.h"

#include <string.h>

bool replan_demand_open(Arena *arena, const Corpus *corpus, Window window,
                        ReplanDemand *out, Err *err)
{
    *out = (ReplanDemand){.arena = arena, .demand.corpus = corpus};
    Making *m = &out->making;
    *m = (Making){.arena = arena, .corpus = corpus, .out = &out->demand};
    demand_open(m, window);
    demand_cells(m);
    out->order = demand_order(m);
    out->taken = NEW(arena, ReplanTaken, (size_t)corpus->r->person_count + 1);
    out->problem_day = NEW(arena, uint32_t, (size_t)m->day_count + 1);
    return demand_no_tie(m, err);
}

/* ---- the problem of the counts ----------------------------------------- */

/* Other days are left to the roster than before: all is read again. */
static void see_days(ReplanDemand *d)
{
    size_t size = d->making.day_count * sizeof *d->problem_day;
    if (memcmp(d->problem_day, d->demand.problem_day, size) == 0) return;
    memcpy(d->problem_day, d->demand.problem_day, size);
    for (uint32_t p = 0; p < d->demand.plan.person_count; p++)
        d->taken[p].known = false;
}

/* The row outlives the arena of this build. */
static void keep_bounds(ReplanDemand *d, ProblemRow *row)
{
    size_t size = row->bound_count * sizeof *row->bounds;
    RowBound *kept = NEW(d->arena, RowBound, (size_t)row->bound_count + 1);
    if (size > 0) memcpy(kept, row->bounds, size);
    row->bounds = kept;
}

static void add_row(ReplanDemand *d, uint32_t person, ProblemRow *rows)
{
    Making *m = &d->making;
    ReplanTaken *taken = &d->taken[person];
    if (!taken->known) {
        taken->row = demand_row(m, person);
        keep_bounds(d, &taken->row);
        taken->known = true;
    }
    taken->row.node = demand_node(m, person);
    demand_row_add(m, &taken->row, rows);
}

static void make_rows(ReplanDemand *d)
{
    uint32_t people = d->demand.plan.person_count;
    ProblemRow *rows = NEW(d->making.arena, ProblemRow, (size_t)people + 1);
    see_days(d);
    for (uint32_t i = 0; i < people; i++)
        add_row(d, d->order[i], rows);
    d->demand.problem.rows = rows;
}

static bool make_problem(ReplanDemand *d, Err *err)
{
    Making *m = &d->making;
    d->demand.problem = (Problem){0};
    if (!demand_no_tie(m, err) || !demand_days(m, err) || !demand_nodes(m, err))
        return false;
    m->torn = NO_CLAUSE;
    make_rows(d);
    if (!demand_week_fits(m, err)) return false;
    demand_posts(m);
    demand_floors(m);
    return true;
}

bool replan_demand_build(ReplanDemand *d, Arena *arena, Err *err)
{
    Making *m = &d->making;
    m->arena = arena;
    bool made = make_problem(d, err);
    m->arena = d->arena;
    return made && demand_done(m, err);
}
