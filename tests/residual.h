/* SPDX-License-Identifier: Apache-2.0 */
/*
 * residual.h - the network of problem.h, arc by arc, for tests.
 *
 * Slow and plain: every vertex and arc of plan/certificate.h is there, seats
 * too, and everything is decided by walking the list of arcs.  Shares nothing
 * with src/audit/ or src/roster/, so that it can judge both.
 */
#pragma once

#include "plan/certificate.h"

#define ARC_FREE INT64_MAX /* no upper bound */

typedef enum {
    ARC_SEAT_POST,
    ARC_SEAT_NODE,
    ARC_POST_NODE,
    ARC_NODE_UP,
    ARC_SINK_SOURCE,
    ARC_STEM_SEAT,
    ARC_STEM_BOUND,
    ARC_SOURCE_ROW
} ArcKind;

typedef struct {
    ArcKind kind;
    size_t tail, head;
    uint32_t row, day, post; /* of seats; row also of rows */
    int64_t low, high, flow;
    int64_t base; /* ARC_SOURCE_ROW: the row's offset */
} ResidualArc;

typedef struct {
    const Problem *problem;
    VertexMap at;
    size_t seats; /* vertex of seat (0,0); then by row, by day */
    size_t vertex_count;
    ResidualArc *arcs;
    size_t arc_count;
} Residual;

Residual residual_of(Arena *arena, const Problem *problem);

/* Put the answer's flow on the arcs; false when a day or duty of it is on no
 * arc, or when duties are out of order. */
bool residual_load(Residual *net, const Answer *answer);

/* Every arc within its bounds, every vertex in balance. */
bool residual_is_feasible(const Residual *net, Arena *scratch);

/*
 * Shortest distances from all vertices at once in at most `rounds` rounds over
 * the arcs (Bellman and Ford); false when they had not settled by then.  The
 * labels of the certificate's vertices go to `out`.
 */
bool residual_labels(const Residual *net, size_t rounds, Arena *scratch,
                     Label *out);

/* A violated cut of a problem without a feasible flow; false if there is one.
 * Loses the flow. */
bool residual_cut(Residual *net, Arena *scratch, uint8_t *side,
                  uint64_t *seat_side);

/* The answer with its certificate is a proof, by the letter of certificate.h,
 * every label of a seat being tried.  Loads the answer. */
bool residual_believes(Residual *net, const Answer *answer, Arena *scratch);
