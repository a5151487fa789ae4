/* SPDX-License-Identifier: Apache-2.0 */
/*
 * demands.h - the demands of a cut, and a part without them.
 */
#pragma once

#include "roster/cut.h"
#include "roster/part.h"

/* What tells one demand from another (see ClashDemand). */
typedef struct {
    ClashKind kind;
    uint32_t clause;
    uint32_t at; /* node or post where that matters, else NO_INDEX */
} DemandKey;

/* Are places without a clause demands of their own, or one together? */
typedef enum { GRAIN_FINE, GRAIN_COARSE } Grain;

DemandKey demand_key(const CutBound *bound, Grain grain);
bool demand_is(DemandKey a, DemandKey b);

typedef VEC(DemandKey) DemandKeys;

/* The different demands of a cut, in order of first appearance. */
DemandKeys demands_of(Arena *arena, const Cut *cut, Grain grain);

/* Coarse when there would be too many demands for anybody to read. */
Grain grain_of(Arena *arena, const Cut *cut);

/* A copy of the part that holds to the bounds of the cut and no others. */
Part part_of_cut(Arena *arena, const Part *part, const Cut *cut);

/*
 * part_change - loosen a bound of the part by `by` seats; by INT32_MAX
 * altogether.  MUST becomes may, LEAST becomes 0, whatever `by`.
 */
void part_change(Part *part, const CutBound *bound, int32_t by);

/* Has the part a roster?  *cut, when it has none and cut is not NULL. */
MUST_USE bool part_solve(Arena *arena, const Part *part, bool *solved, Cut *cut,
                         Err *err);
