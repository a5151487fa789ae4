/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demands.h"

#include "roster/verdict.h"

DemandKey demand_key(const CutBound *bound, Grain grain)
{
    DemandKey key = {bound->kind, bound->clause, NO_INDEX};
    bool of_place = bound->kind == CLASH_CAP || bound->kind == CLASH_FLOOR ||
                    bound->kind == CLASH_NEED;
    if (grain == GRAIN_FINE && of_place && bound->clause == NO_INDEX)
        key.at = bound->at;
    return key;
}

bool demand_is(DemandKey a, DemandKey b)
{
    return a.kind == b.kind && a.clause == b.clause && a.at == b.at;
}

static bool has_key(const DemandKeys *keys, DemandKey key)
{
    for (size_t k = 0; k < keys->count; k++) {
        if (demand_is(keys->at[k], key)) return true;
    }
    return false;
}

DemandKeys demands_of(Arena *arena, const Cut *cut, Grain grain)
{
    DemandKeys keys = {0};
    for (size_t k = 0; k < cut->bounds.count; k++) {
        DemandKey key = demand_key(&cut->bounds.at[k], grain);
        if (!has_key(&keys, key)) VEC_PUSH(arena, &keys, key);
    }
    return keys;
}

Grain grain_of(Arena *arena, const Cut *cut)
{
    enum { FINE_MOST = 12 };
    size_t fine = demands_of(arena, cut, GRAIN_FINE).count;
    return fine <= FINE_MOST ? GRAIN_FINE : GRAIN_COARSE;
}

static RowBound *bound_in(Part *part, const CutBound *bound)
{
    return part->bounds + (part->rows[bound->at].bounds - part->bounds) +
           bound->bound;
}

static size_t cell_in(const Part *part, const CutBound *bound)
{
    return (size_t)bound->at * part->problem.day_count + bound->day;
}

static int32_t raised(int32_t value, int32_t by)
{
    int32_t sum = 0;
    return __builtin_add_overflow(value, by, &sum) ? PROBLEM_FREE : sum;
}

static int32_t lowered(int32_t value, int32_t by)
{
    return value > by ? value - by : 0;
}

void part_change(Part *part, const CutBound *bound, int32_t by)
{
    uint64_t day = bound->day < PROBLEM_DAYS ? UINT64_C(1) << bound->day : 0;
    switch (bound->kind) {
    case CLASH_CAP: {
        int32_t *most = &part->most[cell_in(part, bound)];
        *most = raised(*most, by);
        return;
    }
    case CLASH_FLOOR: {
        int32_t *least = &part->least[cell_in(part, bound)];
        *least = lowered(*least, by);
        return;
    }
    case CLASH_NEED: {
        int32_t *need = &part->need[cell_in(part, bound)];
        *need = lowered(*need, by);
        return;
    }
    case CLASH_MOST: {
        RowBound *b = bound_in(part, bound);
        b->most = raised(b->most, by);
        return;
    }
    case CLASH_LEAST: bound_in(part, bound)->least = 0; return;
    case CLASH_MUST:
        part->rows[bound->at].may |= part->rows[bound->at].must & day;
        part->rows[bound->at].must &= ~day;
        return;
    }
}

static void loosen_all(Part *part)
{
    const Problem *p = &part->problem;
    size_t days = p->day_count;
    for (size_t k = 0; k < p->node_count * days; k++) {
        part->least[k] = 0;
        part->most[k] = PROBLEM_FREE;
    }
    for (size_t k = 0; k < p->post_count * days; k++)
        part->need[k] = 0;
    for (size_t b = 0; b < part->bound_count; b++) {
        part->bounds[b].least = 0;
        part->bounds[b].most = PROBLEM_FREE;
    }
    for (uint32_t i = 0; i < p->row_count; i++) {
        part->rows[i].may |= part->rows[i].must;
        part->rows[i].must = 0;
    }
}

static void hold_to(Part *part, const CutBound *bound)
{
    int32_t amount = (int32_t)bound->amount;
    switch (bound->kind) {
    case CLASH_CAP: part->most[cell_in(part, bound)] = amount; return;
    case CLASH_FLOOR: part->least[cell_in(part, bound)] = amount; return;
    case CLASH_NEED: part->need[cell_in(part, bound)] = amount; return;
    case CLASH_LEAST: bound_in(part, bound)->least = amount; return;
    case CLASH_MOST: bound_in(part, bound)->most = amount; return;
    case CLASH_MUST:
        part->rows[bound->at].must |= UINT64_C(1) << bound->day;
        part->rows[bound->at].may &= ~part->rows[bound->at].must;
        return;
    }
}

Part part_of_cut(Arena *arena, const Part *part, const Cut *cut)
{
    Part to = part_copy(arena, part);
    loosen_all(&to);
    for (size_t k = 0; k < cut->bounds.count; k++)
        hold_to(&to, &cut->bounds.at[k]);
    return to;
}

bool part_solve(Arena *arena, const Part *part, bool *solved, Cut *cut,
                Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)64 << 10);
    Certificate clash = {0};
    if (!verdict_of(scratch, &part->problem, solved, &clash, err)) return false;
    if (!*solved && cut != NULL) *cut = cut_of(arena, &part->problem, &clash);
    return true;
}
