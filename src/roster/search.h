/* SPDX-License-Identifier: Apache-2.0 */
/*
 * search.h - what can be reached through arcs with room.
 *
 * A search begins at one vertex and ends at the first goal it meets, or when
 * nothing more can be reached.  What was seen is then either kept (no goal:
 * nothing in it ever leads to one, as no later push enters it) or forgotten.
 */
#pragma once

#include "base/vec.h"
#include "roster/net.h"

typedef enum {
    SEEK_VERTEX, /* `goal`; S and T are passed through */
    SEEK_SINK,   /* T, never passing through S */
    SEEK_LEVEL   /* a class whose last seat is at `level` or above; never
                    through S or T */
} SeekKind;

typedef struct {
    uint64_t *word, before;
} SearchMark;

typedef struct {
    Arena *arena;
    const Net *net;
    SeekKind kind;
    uint32_t goal;
    int64_t level;
    int64_t label; /* given to whatever is seen */

    uint64_t *seat_seen, *post_seen, *node_seen; /* days */
    uint64_t *inner_seen; /* bits: classes and bounds by vertex */
    bool source_seen, sink_seen;
    uint32_t *from;  /* vertex before, where seen in this search */
    int64_t *labels; /* classes, bounds, posts and nodes by vertex */

    /* Work under way. */
    uint32_t hit; /* the goal met, or NO_VERTEX */
    uint64_t *post_fresh, *node_fresh;
    uint32_t *queue; /* ring of nodes, then posts, with fresh days */
    uint32_t queue_first, queue_count;
    uint8_t *queued;
    uint32_t *stack; /* classes and bounds to go on from */
    uint32_t stack_count;
    bool source_waits;
    VEC(SearchMark) marks;
} Search;

Search search_in(Arena *arena, const Net *net);

/* Forget all that was ever seen. */
void search_reset(Search *s);

/*
 * search_from - is a goal within reach of `start`?  True: s->hit is it and
 * s->from leads back to start (whose `from` is NO_VERTEX); what this
 * search saw is forgotten.  False: it is kept.  O(what is seen + the classes
 * of each node seen, once for each round in which new days reach it).
 */
bool search_from(Search *s, uint32_t start);

/* Has a class or bound been seen by a search that found nothing?  (Of days
 * see the words above.) */
bool search_saw_inner(const Search *s, uint32_t v);
