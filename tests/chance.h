/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance.h - random problems for the roster's tests, and changes of them.
 *
 * A Draft is a Problem whose parts may be written to.
 */
#pragma once

#include "base/rand.h"
#include "plan/certificate.h"

typedef struct {
    Problem problem; /* of the parts below */
    ProblemNode *nodes;
    ProblemRow *rows;
    ProblemPost *posts;
    int32_t **least, **most; /* by node */
    int32_t **need;          /* by post */
    uint32_t **qualified;    /* by post */
    RowBound **bounds;       /* by row */
} Draft;

typedef struct {
    uint32_t days, nodes, rows, posts; /* at most this many */
    bool tight; /* small caps, many floors: often infeasible */
} ChanceSizes;

/* Always sound; about half have some answer. */
Draft chance_draft(Arena *arena, Rand *rand, ChanceSizes sizes);

/* An empty draft with days, nodes (roots, free caps), rows and posts. */
Draft draft_of(Arena *arena, uint32_t days, uint32_t nodes, uint32_t rows,
               uint32_t posts);

/* The same in other words: rows in another order. */
Draft draft_shuffled(Arena *arena, Rand *rand, const Problem *problem);

/* A copy whose parts may be written to. */
Draft draft_copy(Arena *arena, const Problem *problem);
