/* SPDX-License-Identifier: Apache-2.0 */
/*
 * peer.h - a problem as an explicit network, for solvers of others.
 *
 * Arc by arc as in plan/problem.h, the t-th seat of a row as an arc of its
 * own.  The order of the aims becomes a factor here: T -> S costs -weight,
 * where weight is above any difference that fairness can make (the sum over
 * rows of (offset + days)^2), so that the cheapest circulation is the answer.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PEER_FREE INT64_MAX

typedef struct {
    uint32_t tail, head;
    int64_t low, high, cost;
} PeerArc;

typedef struct {
    const PeerArc *arcs;
    size_t arc_count;
    uint32_t vertex_count;
    int64_t weight;
} PeerNet;

typedef struct {
    bool solved;
    int64_t cost; /* of the cheapest circulation */
    int64_t ns;   /* of the solver alone, the graph stands already */
} PeerAnswer;

#ifdef __cplusplus
extern "C" {
#endif
/* LEMON's network simplex. */
PeerAnswer peer_lemon(const PeerNet *net);
#ifdef __cplusplus
}
#endif
