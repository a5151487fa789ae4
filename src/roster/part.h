/* SPDX-License-Identifier: Apache-2.0 */
/*
 * part.h - one group of a problem as a small problem that may be changed.
 *
 * Used to find out which bounds of a clash are needed: bounds are loosened in
 * a copy and the copy solved.  Loosened bounds stay in place (0 at least,
 * nothing at most; must becomes may), so that indices keep their meaning.
 */
#pragma once

#include "plan/problem.h"

typedef struct {
    Problem problem; /* of the arrays below */
    ProblemNode *nodes;
    ProblemRow *rows;
    ProblemPost *posts;
    RowBound *bounds;      /* of all rows, row by row */
    int32_t *least, *most; /* node x day */
    int32_t *need;         /* post x day */
    uint32_t *qualified;   /* of all posts, post by post */
    size_t bound_count, qualified_count;
    const uint32_t *node_of, *row_of, *post_of; /* in the whole problem */
} Part;

/* The group that holds the node. */
Part part_around(Arena *arena, const Problem *problem, uint32_t node);

Part part_copy(Arena *arena, const Part *part);
