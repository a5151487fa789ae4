/* SPDX-License-Identifier: Apache-2.0 */
/*
 * replan_net.h - the workshop of replan.c: network, flow and labels.
 *
 * Vertices are those of vertex_map(), but T is not visited: T -> S has no
 * bound, so that S and T are one place, the hub (vertex source), and a root's
 * arc to it costs (0, -1, 0).  Seats are no vertices either: a free seat is a
 * way from its stem to each of its outlets (its node, the posts that the row
 * is qualified for); a taken one is a way from the outlet that it has to the
 * others, and back to its stem unless it must be taken.
 *
 * Only seats and the sums of posts and nodes are stored; flows of rows and
 * their windows follow from the seats.  So flow is always conserved; bounds
 * may be violated until replan.c has put them right.
 */
#pragma once

#include "roster/group.h"
#include "roster/replan.h"

typedef struct {
    Arena *arena;
    const PlanChange *change;
    Problem left; /* without the frozen days */
    VertexMap at;
    RowClasses rows; /* each row a class of its own: their posts, and the rows
                        of a node as a run */
    Groups groups;
    uint32_t days;
    uint64_t *before, *told; /* per row: of seats that are left */
    uint64_t *office;        /* per row */
    uint32_t *slot;          /* per row with posts: where its run of days in
                                `serves` begins; else NO_INDEX */
    uint32_t *serves;        /* post, or NO_INDEX */
    int32_t *node_flow, *post_flow; /* to parent, to node; by day */
    uint32_t *bound_row;            /* per bound: its row */
    size_t *first_bound;            /* per row: the vertex of its first bound */
    uint32_t *class_first;          /* per node, and one more: its run of
                                       rows.classes */
    uint32_t *post_first, *posts;   /* per node, and one more: its posts */
    uint32_t *child_first, *children;
    ChangeLabel *labels; /* per vertex */
} ReplanNet;

/* A place of the network. */
typedef enum {
    REPLAN_HUB,
    REPLAN_ROW,
    REPLAN_BOUND,
    REPLAN_POST,
    REPLAN_NODE
} ReplanKind;

typedef struct {
    ReplanKind kind;
    uint32_t at;  /* row, bound (of all), post or node */
    uint32_t day; /* of posts and nodes */
    uint32_t row; /* of rows and bounds */
} ReplanPlace;

/* One way with room; the row whose seat it goes through, or NO_INDEX. */
typedef struct {
    size_t to;
    uint32_t row;
    ChangeLabel length; /* reduced cost, never below zero */
} ReplanWay;

/* Told of each way with room that leaves a vertex. */
typedef void ReplanVisit(void *context, const ReplanWay *way);

static inline ChangeLabel replan_plus(ChangeLabel a, ChangeLabel b)
{
    return (ChangeLabel){a.changed + b.changed, a.presence + b.presence,
                         a.fairness + b.fairness};
}

static inline ChangeLabel replan_minus(ChangeLabel a, ChangeLabel b)
{
    return (ChangeLabel){a.changed - b.changed, a.presence - b.presence,
                         a.fairness - b.fairness};
}

static inline bool replan_less(ChangeLabel a, ChangeLabel b)
{
    if (a.changed != b.changed) return a.changed < b.changed;
    if (a.presence != b.presence) return a.presence < b.presence;
    return a.fairness < b.fairness;
}

static inline size_t replan_node(const ReplanNet *net, uint32_t n, uint32_t day)
{
    return net->at.nodes + (size_t)n * net->days + day;
}

static inline size_t replan_post(const ReplanNet *net, uint32_t q, uint32_t day)
{
    return net->at.posts + (size_t)q * net->days + day;
}

static inline uint64_t replan_seats(const ReplanNet *net, uint32_t row)
{
    return net->left.rows[row].must | net->left.rows[row].may;
}

/* The post that a row serves on a day, or NO_INDEX. */
static inline uint32_t replan_served(const ReplanNet *net, uint32_t row,
                                     uint32_t day)
{
    return net->slot[row] == NO_INDEX ? NO_INDEX
                                      : net->serves[net->slot[row] + day];
}

/* What the last seat of a row cost in fairness (more: 0), the next one (1). */
static inline ChangeLabel replan_seat_level(const ReplanNet *net, uint32_t row,
                                            int64_t more)
{
    int64_t seats = __builtin_popcountll(net->office[row]) + more;
    return (ChangeLabel){0, 0, 2 * (net->left.rows[row].offset + seats) - 1};
}

/* The published plan as far as it may stay, the seats that must be taken, and
 * labels under which nothing but violated bounds and seats not told is wrong.
 * O(size). */
ReplanNet replan_net(Arena *arena, const PlanChange *change);

ReplanPlace replan_place(const ReplanNet *net, size_t vertex);

/* The vertex that a seat of the row hangs from: its innermost window. */
size_t replan_stem(const ReplanNet *net, uint32_t row, uint32_t day);

/* What lies around window b of a row: a wider window, or the row. */
size_t replan_outer(const ReplanNet *net, uint32_t row, uint32_t b);

/* The outlet of a taken seat. */
size_t replan_outlet(const ReplanNet *net, uint32_t row, uint32_t day);

/* What taking a seat costs by itself; the highest label of its outlets. */
ChangeLabel replan_seat_cost(const ReplanNet *net, uint32_t row, uint32_t day);
ChangeLabel replan_highest(const ReplanNet *net, uint32_t row, uint32_t day);

/* Visit the ways out of a vertex of the group. */
void replan_ways(const ReplanNet *net, const Group *group, size_t from,
                 ReplanVisit *visit, void *context);

/* Send one unit along a way from -> to, through a seat of `row` or none. */
void replan_push(ReplanNet *net, size_t from, size_t to, uint32_t row);

/* A free seat is taken, through that outlet. */
void replan_take(ReplanNet *net, uint32_t row, uint32_t day, size_t outlet);
