/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/clash.h"

#include "roster/ways.h"

#include <stdlib.h>

/*
 * A cut alone is proof, so all bounds outside it can go at once.  Of the
 * demands inside, each is let go in turn; if there is still no roster the new
 * cut, which can only hold what is left, takes its place (the deletion filter
 * of Chinneck and Dravnieks 1991).  A demand that was needed beside more than
 * is left now is needed beside what is left: one round is enough.
 */
static bool let_go(Arena *arena, Standing *s, DemandKey key, Err *err)
{
    Part part = part_copy(arena, &s->part);
    Cut cut = {0};
    bool solved = false, present = false;
    for (size_t k = 0; k < s->cut.bounds.count; k++) {
        const CutBound *bound = &s->cut.bounds.at[k];
        if (!demand_is(demand_key(bound, s->grain), key)) continue;
        present = true;
        part_change(&part, bound, INT32_MAX);
    }
    if (!present) return true;
    if (!part_solve(arena, &part, &solved, &cut, err)) return false;
    if (!solved)
        *s = (Standing){part_of_cut(arena, &part, &cut), cut, s->grain};
    return true;
}

static bool shrink(Arena *arena, const Problem *problem, const Answer *answer,
                   Standing *out, Err *err)
{
    Cut first = cut_of(arena, problem, &answer->certificate), cut = {0};
    Part part = part_around(arena, problem, cut_node(problem, &first));
    bool solved = false;
    if (!part_solve(arena, &part, &solved, &cut, err)) return false;
    CHECK(!solved);
    Standing s = {part_of_cut(arena, &part, &cut), cut, grain_of(arena, &cut)};
    DemandKeys keys = demands_of(arena, &cut, s.grain);
    for (size_t k = 0; k < keys.count; k++) {
        if (!let_go(arena, &s, keys.at[k], err)) return false;
    }
    *out = s;
    return true;
}

/* ---- handing over, in the words of the whole problem ---- */

static uint32_t whole_at(const Part *part, const CutBound *bound)
{
    switch (bound->kind) {
    case CLASH_CAP:
    case CLASH_FLOOR: return part->node_of[bound->at];
    case CLASH_NEED: return part->post_of[bound->at];
    case CLASH_LEAST:
    case CLASH_MOST:
    case CLASH_MUST: return part->row_of[bound->at];
    }
    check_failed("a kind of the list", __FILE__, __LINE__);
}

static uint64_t days_of_bound(const Part *part, const CutBound *bound)
{
    if (bound->day < PROBLEM_DAYS) return UINT64_C(1) << bound->day;
    return part->rows[bound->at].bounds[bound->bound].days;
}

/* Cut bounds come place by place: days of one place are joined. */
static ClashDemand demand_of(Arena *arena, const Standing *s, DemandKey key)
{
    VEC(ClashBound) bounds = {0};
    ClashDemand demand = {.kind = key.kind, .clause = key.clause};
    uint32_t last = NO_INDEX;
    for (size_t k = 0; k < s->cut.bounds.count; k++) {
        const CutBound *bound = &s->cut.bounds.at[k];
        if (!demand_is(demand_key(bound, s->grain), key)) continue;
        uint32_t at = whole_at(&s->part, bound);
        uint64_t days = days_of_bound(&s->part, bound);
        bool fresh = bounds.count == 0 || at != last;
        demand.places += fresh;
        demand.amount += bound->amount;
        demand.days |= days;
        if (fresh || bound->day == PROBLEM_DAYS) {
            VEC_PUSH(arena, &bounds, ((ClashBound){at, days, bound->amount}));
        } else {
            bounds.at[bounds.count - 1].days |= days;
            bounds.at[bounds.count - 1].amount += bound->amount;
        }
        last = at;
    }
    demand.bounds = bounds.at;
    demand.bound_count = (uint32_t)bounds.count;
    return demand;
}

static bool add_way(Arena *arena, const Standing *s, DemandKey key,
                    ClashDemand *demand, Err *err)
{
    Way way = {0};
    if (!way_out(arena, s, key, &way, err)) return false;
    demand->by = way.by;
    demand->by_days = way.days;
    demand->cost = way.cost;
    if (way.people == NULL) return true;
    uint32_t *people = NEW(arena, uint32_t, (size_t)way.by);
    for (int64_t k = 0; k < way.by; k++)
        people[k] = s->part.row_of[way.people[k]];
    demand->people = people;
    return true;
}

static void add_up(Clash *clash, const ClashDemand *demand)
{
    bool upper = demand->kind == CLASH_CAP || demand->kind == CLASH_MOST;
    if (upper)
        clash->left += demand->amount;
    else
        clash->asked += demand->amount;
}

static int by_cost(const void *a, const void *b)
{
    const ClashDemand *x = a, *y = b;
    if (x->cost != y->cost) return x->cost < y->cost ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->clause != y->clause) return x->clause < y->clause ? -1 : 1;
    return x->bounds[0].at < y->bounds[0].at
               ? -1
               : x->bounds[0].at > y->bounds[0].at;
}

bool clash_shrink(Arena *arena, const Problem *problem, const Answer *answer,
                  Clash *out, Err *err)
{
    Standing s = {0};
    if (!shrink(arena, problem, answer, &s, err)) return false;
    DemandKeys keys = demands_of(arena, &s.cut, s.grain);
    ClashDemand *demands = NEW(arena, ClashDemand, keys.count);
    Clash clash = {.demands = demands,
                   .demand_count = (uint32_t)keys.count,
                   .left = s.cut.person_days,
                   .person_days = s.cut.person_days};
    for (size_t k = 0; k < keys.count; k++) {
        demands[k] = demand_of(arena, &s, keys.at[k]);
        if (!add_way(arena, &s, keys.at[k], &demands[k], err)) return false;
        add_up(&clash, &demands[k]);
    }
    CHECK(clash.asked > clash.left);
    if (keys.count > 0) qsort(demands, keys.count, sizeof demands[0], by_cost);
    *out = clash;
    return true;
}
