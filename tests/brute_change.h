/* SPDX-License-Identifier: Apache-2.0 */
/*
 * brute_change.h - changes at random, and their best answer by trying
 * everything.
 *
 * Reads plan/change.h anew: knows nothing of flows, nor of a problem without
 * its frozen days.
 */
#pragma once

#include "brute.h"
#include "chance.h"
#include "plan/change.h"

typedef struct {
    bool feasible;
    int64_t changed, presence, fairness;
} BruteChange;

/* How many answers there are to try; `limit` + 1 when more than that, or too
 * many cells. */
uint64_t brute_change_size(const PlanChange *change, uint64_t limit);

/* O(size * cells); CHECKs as brute_solve does. */
BruteChange brute_change_solve(Arena *arena, const PlanChange *change);

/* Does this one answer keep every bound of the days that are not frozen, and
 * history?  And what is it worth? */
bool brute_change_holds(Arena *scratch, const PlanChange *change,
                        const ChangeAnswer *answer, BruteChange *worth);

/*
 * A change of the problem: what was published is either anything at all, or a
 * plan in which each seat was given or not by chance; part of the days are not
 * told, and some days (mostly the first) are frozen.
 */
PlanChange brute_change_draw(Arena *arena, Rand *rand, const Problem *problem);

/* As if published: the days and duties of an answer; nothing frozen. */
PlanChange brute_change_after(Arena *arena, const Problem *problem,
                              const Answer *published);
