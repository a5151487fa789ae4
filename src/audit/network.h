/* SPDX-License-Identifier: Apache-2.0 */
/*
 * network.h - the network of problem.h as a checker walks it: row by row.
 *
 * Seats hang from stems.  Stem 0 of a row is the row itself, stem k its bound
 * k - 1; a seat hangs from the last stem whose window has its day (windows are
 * laminar and wider ones come first, so that is the narrowest).
 */
#pragma once

#include "plan/certificate.h"

typedef struct {
    const Problem *problem;
    VertexMap at;
    const size_t *post_from; /* row_count + 1; NULL when there are no posts */
    const uint32_t *posts;   /* those a row is qualified for, row by row */
} Network;

/* O(size).  The problem is sound. */
Network network_of(const Problem *problem, Arena *scratch);

/* One row and the vertices about it. */
typedef struct {
    const ProblemRow *row;
    uint32_t index;
    uint64_t seats;     /* days on which it has one */
    size_t vertex;      /* its own */
    size_t first_bound; /* the vertex of its first bound */
    const uint32_t *posts;
    uint32_t post_count;
} NetworkRow;

/* Row `index`; *bounds counts the bounds of the rows before and is moved on,
 * so that rows must be asked for in order, from 0 with *bounds == 0. */
NetworkRow network_row(const Network *net, uint32_t index, size_t *bounds);

/* The window of a stem, its vertex, and the stem that it grows from (for
 * stems after 0). */
uint64_t stem_days(const NetworkRow *row, uint32_t stem);
size_t stem_vertex(const NetworkRow *row, uint32_t stem);
uint32_t stem_parent(const NetworkRow *row, uint32_t stem);

/* Where the vertices of a post or node begin: one a day. */
size_t post_vertex(const Network *net, uint32_t post);
size_t node_vertex(const Network *net, uint32_t node);

/* Day d as a bit; the first day of a set that is not empty. */
static inline uint64_t day_bit(uint32_t day)
{
    return UINT64_C(1) << day;
}

static inline uint32_t first_day(uint64_t days)
{
    return (uint32_t)__builtin_ctzll(days);
}

/* Bits summed by halves, fours and bytes: without the machine's own counter,
 * which a portable build cannot use, a call costs more. */
static inline uint32_t day_total(uint64_t days)
{
    days -= days >> 1 & UINT64_C(0x5555555555555555);
    days = (days & UINT64_C(0x3333333333333333)) +
           (days >> 2 & UINT64_C(0x3333333333333333));
    days = (days + (days >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (uint32_t)(days * UINT64_C(0x0101010101010101) >> 56);
}
