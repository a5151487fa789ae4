/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explicit.h - the explicit networks of a problem, one for each group.
 */
#pragma once

#include "peer.h"
#include "plan/problem.h"

typedef struct {
    PeerNet *nets;
    size_t net_count;
    int64_t base; /* fairness of no seats at all: sum of offset^2 */
} Explicit;

/* With rows as they are, or with rows that are alike merged into classes. */
Explicit explicit_of(Arena *arena, const Problem *p, bool merged);
