/* SPDX-License-Identifier: Apache-2.0 */
/*
 * replan_search.h - shortest ways in the network of one group.
 *
 *     replan_search_open(&s, group);
 *     replan_search_from(&s, vertex, zero);      once or more
 *     if (replan_search_reach(&s, goal, NULL)) { ... s.from leads back ... }
 *     replan_search_lower(&s, s.dist[goal]);     lengths stay not negative
 */
#pragma once

#include "base/vec.h"
#include "roster/replan_net.h"

#define REPLAN_NOWHERE SIZE_MAX

typedef struct {
    ChangeLabel dist;
    size_t vertex;
} ReplanHeapItem;

typedef struct {
    Arena *arena;
    ReplanNet *net;
    const Group *group;
    /* Per vertex; they hold where `seen` is this round. */
    ChangeLabel *dist;
    size_t *from;  /* the vertex before; REPLAN_NOWHERE at a start */
    uint32_t *via; /* the row whose seat leads there, or NO_INDEX */
    uint32_t *seen, *done;
    uint32_t round;
    VEC(ReplanHeapItem) heap;
    VEC(size_t) settled; /* of this round, nearest first */
    size_t at;           /* whose ways are being visited */
} ReplanSearch;

/* O(vertices). */
ReplanSearch replan_search(ReplanNet *net);

/* A new search; what was seen is forgotten.  O(1). */
void replan_search_open(ReplanSearch *s, const Group *group);
void replan_search_from(ReplanSearch *s, size_t vertex, ChangeLabel dist);

/*
 * Settle vertices, nearest first (among equals the lower number), up to the
 * goal.  False: it lies at the limit or beyond, or (`limit` NULL, or no vertex
 * so far away) cannot be reached at all.
 */
bool replan_search_reach(ReplanSearch *s, size_t goal,
                         const ChangeLabel *limit);

/* Was the vertex settled? */
bool replan_search_saw(const ReplanSearch *s, size_t vertex);

/* Lower the labels of all nearer than `far` by what they are nearer. */
void replan_search_lower(ReplanSearch *s, ChangeLabel far);

/* Send one unit along the way to the goal; where it began. */
size_t replan_search_push(ReplanSearch *s, size_t goal);
