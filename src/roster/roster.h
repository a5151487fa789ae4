/* SPDX-License-Identifier: Apache-2.0 */
/*
 * roster.h - the exact roster: solve a Problem, with proof.
 *
 * Deterministic: the same problem gives the same bytes on every machine.
 * Every answer carries a certificate; there is no third outcome.
 */
#pragma once

#include "plan/certificate.h"

/* Called now and then with work done and to do; may be NULL. */
typedef void RosterProgress(void *context, uint64_t done, uint64_t all);

typedef struct {
    RosterProgress *progress;
    void *context;
    bool no_classes; /* solve people one by one: for tests */
} RosterOptions;

/*
 * roster_solve - the optimum of the problem or the cut that refutes it.
 *
 * *err only for a problem that is not sound or too large.  Complexity: see
 * flow.c; groups (trees of nodes joined by posts) are solved apart.
 */
MUST_USE bool roster_solve(Arena *arena, const Problem *problem,
                           RosterOptions options, Answer *out, Err *err);
