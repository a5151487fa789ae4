/* SPDX-License-Identifier: Apache-2.0 */
/*
 * certificate.h - what proves an answer without trusting who found it.
 *
 * The network is that of problem.h; its arcs and their bounds, in full:
 *
 *   T -> S                  [0, inf)      cost (-1, 0)
 *   S -> row i              [0, inf)      t-th seat (0, 2(offset + t) - 1)
 *   stem -> bound           [least, most]; PROBLEM_FREE: inf
 *   stem -> seat (i,d)      [1, 1] on must, [0, 1] on may days; on other days
 *                           there is no seat
 *   seat (i,d) -> post, node [0, 1]
 *   post (p,d) -> node      [need, inf)
 *   node (n,d) -> parent, T [least, most]; PROBLEM_FREE: inf
 *
 * The stem of a bound is the last bound before it that has all its days, that
 * of a seat the last bound that has its day; if there is none, the row.
 *
 * A label lies on every vertex.  It is a pair (presence, fairness), as is the
 * cost of an arc (0, 0 if not named above); pairs are added by parts and
 * ordered lexicographically, presence first.  Costs are to be lowest.
 *
 * SOLVED.  The flow is feasible, and for every arc u -> v
 *
 *     that could carry one more:  cost(u,v) + label(u) - label(v) >= (0, 0)
 *     that could carry one less:  cost(u,v) + label(u) - label(v) <= (0, 0)
 *
 * where the cost of S -> row is that of the seat to come in the first line and
 * of the last seat taken in the second.  So a label is a distance: that of v
 * is at most that of u plus what the way from u to v costs, along every
 * residual arc (backwards at the cost with its sign turned).  Shortest
 * distances from anywhere serve, also from all vertices at once; with a
 * source, whatever it does not reach needs labels too.  A constant added to
 * all labels changes nothing.  Such labels exist exactly when the flow is
 * optimal.  Labels of seats are not kept: a checker can choose them, since a
 * seat has one way in.  Sums with a cost must not overflow.
 *
 * CLASH.  `side` is 1 on a set X of vertices, S and T among them or not; seat
 * (i,d) lies in X when bit d of seat_side[i] is set (bits of days without a
 * seat mean nothing).  No arc of [.., inf) leaves X, and the least of all arcs
 * that enter X minus the most of all that leave it is positive: no flow can
 * satisfy them (Hoffman 1960).  An arc whose least is above its most is a
 * clash alone: X is then any set that has exactly one of its ends.
 *
 * Vertices in this order: S, T, rows, bounds (row by row), posts (post by
 * post, day by day), nodes (node by node, day by day).
 */
#pragma once

#include "plan/problem.h"

typedef enum { ANSWER_SOLVED, ANSWER_CLASH } AnswerKind;

typedef struct {
    int32_t presence;
    int64_t fairness;
} Label;

typedef struct {
    AnswerKind kind;
    size_t vertex_count;
    const Label *labels;       /* SOLVED: vertex_count */
    const uint8_t *side;       /* CLASH: vertex_count of 0 or 1 */
    const uint64_t *seat_side; /* CLASH: row_count */
} Certificate;

/* How many vertices the certificate of this problem has, and where each kind
 * begins: the one place that knows the order. */
typedef struct {
    size_t source, sink, rows, bounds, posts, nodes, count;
} VertexMap;

VertexMap vertex_map(const Problem *problem);

/*
 * An answer: for each row the days in the office, and on which of them the
 * row serves a post (duties ordered by row, then day).
 */
typedef struct {
    uint32_t row, day, post;
} PostDuty;

typedef struct {
    Certificate certificate;
    const uint64_t *office; /* row_count; SOLVED only */
    const PostDuty *duties;
    size_t duty_count;
    int64_t presence; /* seats of rows */
    int64_t fairness; /* sum of (offset + seats)^2 */
} Answer;
