/* SPDX-License-Identifier: Apache-2.0 */
/*
 * classes.h - rows that are alike, merged.
 *
 * Two rows are alike when they have the same node, must, may, offset, windows
 * with their bounds, and posts.  A class of n rows is solved as one row with
 * seats 0..n a day; hand_out.h gives the seats to its members.
 */
#pragma once

#include "plan/problem.h"

typedef struct {
    uint32_t row; /* one of its members, for masks and bounds */
    uint32_t node;
    uint32_t member_first, size; /* in `members` */
} RowClass;

typedef struct {
    const RowClass *classes; /* by node, then by first member */
    uint32_t class_count;
    const uint32_t *members; /* rows, ascending inside a class */
    /* The posts each row is qualified for: posts[post_first[row]] up to
     * post_first[row + 1], ascending. */
    const uint32_t *post_first, *posts;
} RowClasses;

/* O(size of the problem) expected.  `apart`: every row a class of its own. */
RowClasses classes_of(Arena *arena, const Problem *problem, bool apart);
