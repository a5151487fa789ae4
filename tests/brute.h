/* SPDX-License-Identifier: Apache-2.0 */
/*
 * brute.h - the answer to a tiny problem, by trying everything.
 *
 * Every cell takes each of its values in turn: home (when it may), office, or
 * office at a post that the row is qualified for.  Knows nothing of flows.
 */
#pragma once

#include "plan/problem.h"

enum { BRUTE_CELLS = 24, BRUTE_POSTS = 8 };

typedef struct {
    bool feasible;
    int64_t presence, fairness;
} BruteAnswer;

/* How many assignments there are; `limit` + 1 when more than that, or when
 * there are more than BRUTE_CELLS cells. */
uint64_t brute_size(const Problem *problem, uint64_t limit);

/* CHECKs that there are at most BRUTE_CELLS cells.  O(brute_size * cells). */
BruteAnswer brute_solve(Arena *arena, const Problem *problem);

/*
 * brute_holds - does this one assignment meet every bound?  `office` and
 * `post_at` (rows * days: a post, or NO_INDEX) say who is where.
 */
bool brute_holds(Arena *scratch, const Problem *problem, const uint64_t *office,
                 const uint32_t *post_at);
