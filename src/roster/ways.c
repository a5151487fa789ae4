/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/ways.h"

#include <stdlib.h>

/*
 * More of a change never makes a roster impossible, so the least amount is
 * found by halving.  Days are then left out one by one where that does no
 * harm.  People are freed in the order of what they are owed, most first;
 * among equals the first.
 */
typedef struct {
    uint32_t row;
    int64_t owed;
} Person;

typedef struct {
    Arena *arena;
    const Part *part;
    const Cut *cut;
    Grain grain;
    DemandKey key;
    Person *people; /* LEAST and MUST */
    uint32_t person_count;
    uint32_t *rank; /* row -> place in `people` */
} Trying;

static bool frees_people(ClashKind kind)
{
    return kind == CLASH_LEAST || kind == CLASH_MUST;
}

/* Does the change end the clash?  `by` people, or seats on `days`. */
static bool ends_it(const Trying *t, int64_t by, uint64_t days, bool *ends,
                    Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)64 << 10);
    Part part = part_copy(scratch, t->part);
    for (size_t k = 0; k < t->cut->bounds.count; k++) {
        const CutBound *bound = &t->cut->bounds.at[k];
        if (!demand_is(demand_key(bound, t->grain), t->key)) continue;
        bool all_days = bound->day == PROBLEM_DAYS;
        bool chosen = t->rank != NULL
                          ? t->rank[bound->at] < by
                          : all_days || (days >> bound->day & 1) != 0;
        if (chosen) part_change(&part, bound, (int32_t)by);
    }
    return part_solve(scratch, &part, ends, NULL, err);
}

static int by_owed(const void *a, const void *b)
{
    const Person *x = a, *y = b;
    if (x->owed != y->owed) return x->owed > y->owed ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void list_people(Trying *t)
{
    uint32_t rows = t->part->problem.row_count;
    t->people = NEW(t->arena, Person, rows);
    t->rank = NEW(t->arena, uint32_t, rows);
    for (uint32_t i = 0; i < rows; i++)
        t->people[i].row = i;
    for (size_t k = 0; k < t->cut->bounds.count; k++) {
        const CutBound *bound = &t->cut->bounds.at[k];
        if (demand_is(demand_key(bound, t->grain), t->key))
            t->people[bound->at].owed += bound->amount;
    }
    if (rows > 0) qsort(t->people, rows, sizeof t->people[0], by_owed);
    for (uint32_t i = 0; i < rows; i++) {
        t->rank[t->people[i].row] = i;
        t->person_count += t->people[i].owed > 0;
    }
}

/* The days of the demand; the most its change could have to be. */
static uint64_t days_of(const Trying *t, int64_t *most)
{
    uint64_t days = 0;
    *most = t->part->problem.row_count + (int64_t)PROBLEM_DAYS;
    for (size_t k = 0; k < t->cut->bounds.count; k++) {
        const CutBound *bound = &t->cut->bounds.at[k];
        if (!demand_is(demand_key(bound, t->grain), t->key)) continue;
        if (bound->day < PROBLEM_DAYS) days |= UINT64_C(1) << bound->day;
        if (bound->amount > *most) *most = bound->amount;
    }
    if (frees_people(t->key.kind)) *most = t->person_count;
    return days;
}

static bool find_amount(const Trying *t, uint64_t days, int64_t most,
                        int64_t *by, Err *err)
{
    int64_t low = 0, high = most; /* low: not enough; high: enough */
    bool ends = false;
    if (!ends_it(t, most, days, &ends, err)) return false;
    CHECK(ends);
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (!ends_it(t, middle, days, &ends, err)) return false;
        if (ends)
            high = middle;
        else
            low = middle;
    }
    *by = high;
    return true;
}

static bool leave_out_days(const Trying *t, int64_t by, uint64_t *days,
                           Err *err)
{
    for (uint64_t m = *days; m != 0; m &= m - 1) {
        uint64_t fewer = *days & ~(m & -m);
        bool ends = false;
        if (!ends_it(t, by, fewer, &ends, err)) return false;
        if (ends) *days = fewer;
    }
    return true;
}

static int64_t cost_of(const Trying *t, const Way *way)
{
    int64_t cost = 0;
    if (frees_people(t->key.kind)) return way->by;
    for (size_t k = 0; k < t->cut->bounds.count; k++) {
        const CutBound *bound = &t->cut->bounds.at[k];
        bool changed =
            bound->day == PROBLEM_DAYS || (way->days >> bound->day & 1) != 0;
        if (changed && demand_is(demand_key(bound, t->grain), t->key))
            cost += way->by;
    }
    return cost;
}

static uint32_t *freed_people(const Trying *t, int64_t count)
{
    uint32_t *rows = NEW(t->arena, uint32_t, (size_t)count);
    for (int64_t k = 0; k < count; k++)
        rows[k] = t->people[k].row;
    return rows;
}

bool way_out(Arena *arena, const Standing *standing, DemandKey key, Way *out,
             Err *err)
{
    Trying t = {.arena = arena,
                .part = &standing->part,
                .cut = &standing->cut,
                .grain = standing->grain,
                .key = key};
    Way way = {0};
    int64_t most = 0;
    bool people = frees_people(key.kind);
    if (people) list_people(&t);
    way.days = days_of(&t, &most);
    if (!find_amount(&t, way.days, most, &way.by, err)) return false;
    if (!people && !leave_out_days(&t, way.by, &way.days, err)) return false;
    if (people) way.people = freed_people(&t, way.by);
    way.cost = cost_of(&t, &way);
    *out = way;
    return true;
}
