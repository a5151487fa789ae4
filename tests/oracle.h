/* SPDX-License-Identifier: Apache-2.0 */
/*
 * oracle.h - tiny problems, and their answers by trying every plan.
 */
#pragma once

#include "base/rand.h"
#include "residual.h"

/* A random sound problem (but a least may be above its most) with at most
 * `plans_most` ways to fill its seats.  About half can be solved. */
Problem oracle_problem(Arena *arena, Rand *rand, uint64_t plans_most);

typedef struct {
    Answer answer; /* the best plan and labels, or a clash and a cut */
    Answer worse;  /* SOLVED: a feasible plan that is not the best, under the
                      labels of the best; if has_worse */
    bool has_worse;
} Oracle;

/* Tries every plan; labels and cut come from residual.h.  CHECKs that the
 * network agrees with the search. */
Oracle oracle_solve(Arena *arena, const Problem *problem, Rand *rand);
