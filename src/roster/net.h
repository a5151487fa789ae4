/* SPDX-License-Identifier: Apache-2.0 */
/*
 * net.h - the network of one group, and a flow in it.
 *
 * The vertices are those of plan/problem.h with a class in the place of a
 * row: S, T, classes, bounds, posts by day, nodes by day, seats by class and
 * day; numbered in that order.  A class of n rows has n times the bounds of
 * one.  Flows are kept where the arcs are; the flow from a seat to its node
 * is what the posts leave of the seat.  Beside the flows stand words of 64
 * days that say where there is room, so that a search looks at all days of a
 * class at once.
 *
 *   class --[bounds, nested]--> seat --> post --> node --> parent ... --> T
 *                                 \_____________/
 *
 * Invariant between calls: flow is conserved, no flow is above its upper
 * bound, and the words agree with the flows.  Lower bounds are met once
 * flow.c has made the flow feasible.
 */
#pragma once

#include "roster/group.h"

#define NO_VERTEX UINT32_MAX
enum { NET_SOURCE, NET_SINK, NET_CLASSES };

typedef struct {
    uint64_t must, may;
    uint64_t own;                    /* days in no bound */
    uint64_t up;                     /* days with a free seat */
    uint64_t drop;                   /* days with a seat that may be given up */
    uint64_t plain_free, plain_used; /* of the arcs seat -> node */
    int64_t offset, seats;
    uint32_t size, node;
    uint32_t bound_first, bound_count;
    uint32_t pair_first, pair_count;
    uint32_t turn; /* who comes first among equals: seeded */
} NetClass;

typedef struct {
    uint64_t days, own; /* own: days in no narrower bound */
    int64_t least, most, flow;
    uint32_t outer; /* vertex: the next wider bound, or the class */
    uint32_t class;
} NetBound;

typedef struct {
    const int32_t *least, *most;
    uint64_t up, down; /* days with room to the parent, and back */
    uint32_t parent;   /* NO_INDEX: T */
    uint32_t class_first, class_end;
    uint32_t first_child, next_sibling; /* NO_INDEX ends the list */
    uint32_t first_post;
} NetNode;

typedef struct {
    const int32_t *need;
    uint64_t down;                 /* days on which more serve than need be */
    uint32_t node, next_post;      /* of the same node */
    uint32_t pair_first, pair_end; /* in by_post */
} NetPost;

/* A class qualified for a post. */
typedef struct {
    uint32_t class, post;
    uint64_t free, used;
} NetPair;

typedef struct {
    uint32_t days, class_count, bound_count, post_count, node_count, pair_count;
    NetClass *classes; /* by node */
    NetBound *bounds;  /* by class, wider first */
    NetPost *posts;
    NetNode *nodes; /* parents first */
    NetPair *pairs; /* by class, then post */
    uint32_t *by_post;
    int32_t *seat;      /* class x day */
    int32_t *pair_flow; /* pair x day */
    int32_t *post_flow; /* post x day */
    int32_t *node_flow; /* node x day */
    int64_t total;      /* T -> S */
    uint32_t bound_vertex, post_vertex, node_vertex, seat_vertex;
    uint32_t vertex_count;
} Net;

typedef enum {
    AT_SOURCE,
    AT_CLASS,
    AT_BOUND,
    AT_SEAT,
    AT_POST,
    AT_NODE,
    AT_SINK
} NetKind; /* in the direction of the arcs */

typedef struct {
    NetKind kind;
    uint32_t at, day; /* class, bound, post or node; day where there is one */
} NetPlace;

/* True, and *out in the arena, unless the vertices do not fit in 32 bits. */
MUST_USE bool net_build(Arena *arena, const Problem *problem,
                        const RowClasses *rows, const Groups *groups,
                        const Group *group, Net *out, Err *err);

/* In all of these v is a vertex, c a class. */
static inline uint32_t net_class(uint32_t c)
{
    return NET_CLASSES + c;
}
static inline uint32_t net_bound(const Net *net, uint32_t bound)
{
    return net->bound_vertex + bound;
}
static inline uint32_t net_post(const Net *net, uint32_t post, uint32_t day)
{
    return net->post_vertex + post * net->days + day;
}
static inline uint32_t net_node(const Net *net, uint32_t node, uint32_t day)
{
    return net->node_vertex + node * net->days + day;
}
static inline uint32_t net_seat(const Net *net, uint32_t class, uint32_t day)
{
    return net->seat_vertex + class * net->days + day;
}
NetPlace net_place(const Net *net, uint32_t v);

/* The vertex from which the seats of that day come: the innermost bound. */
uint32_t net_inner(const Net *net, uint32_t c, uint32_t day);

/* What may still go from u to v, neighbours; and send it. */
int64_t net_room(const Net *net, uint32_t u, uint32_t v);
void net_push(Net *net, uint32_t u, uint32_t v, int64_t amount);

/* The same for arcs whose places are known: post to node, node to parent. */
void net_push_post(Net *net, uint32_t post, uint32_t day, int32_t amount);
void net_push_node(Net *net, uint32_t n, uint32_t day, int32_t amount);

/* Make the words of a seat agree after pushes through it. */
void net_refresh_seat(Net *net, uint32_t c, uint32_t day);

/* The level at which the next seat of a class is given, the one at which the
 * last one was, and how many seats can go or come without changing it. */
int64_t net_next_level(const NetClass *class);
int64_t net_last_level(const NetClass *class);
int64_t net_next_room(const NetClass *class);
int64_t net_last_room(const NetClass *class);
