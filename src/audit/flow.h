/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow.h - what an answer carries, counted anew from its days and duties.
 */
#pragma once

#include "audit/network.h"

typedef struct {
    const uint32_t *posts; /* post by post, day by day: duties */
    const uint32_t *nodes; /* node by node, day by day: seats that go up */
    int64_t presence;
} Flow;

/* The duties of one row. */
typedef struct {
    const PostDuty *at;
    size_t count;
    uint64_t days;
} DutyRun;

/* Duties of the row; *next is the first duty not taken yet and is moved on.
 * Rows in order, duties in order and of days under 64. */
DutyRun flow_duties(const Answer *answer, uint32_t row, size_t *next);

/*
 * flow_recount - the answer keeps every bound of the problem, and has the
 * presence and fairness that it claims.  ERR_INPUT with the first fault.
 */
MUST_USE bool flow_recount(const Network *net, const Answer *answer,
                           Arena *scratch, Flow *out, Err *err);
