/* SPDX-License-Identifier: Apache-2.0 */
/*
 * group.h - parts of a problem that have nothing to do with each other.
 *
 * Two nodes are in one group when one is the other's parent, or when a post
 * of the one may be served by a row of the other.  Only S and T join groups,
 * and neither has a bound: groups are solved apart.
 */
#pragma once

#include "roster/classes.h"

typedef struct {
    uint32_t node_first, node_count;   /* in nodes */
    uint32_t class_first, class_count; /* in classes */
    uint32_t post_first, post_count;   /* in posts */
} Group;

typedef struct {
    const Group *groups; /* by their first node */
    uint32_t group_count;
    const uint32_t *nodes, *classes, *posts; /* ascending inside a group */
    const uint32_t *node_at; /* node_count: place of a node in its group */
} Groups;

Groups groups_of(Arena *arena, const Problem *problem, const RowClasses *rows);
