/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ladder.h - which days of a post or node lie above a label, which under it.
 *
 * The labels of a node's days are few different ones: sorted once, they answer
 * for every row of the node by a mask instead of a walk over the days.
 */
#pragma once

#include "plan/certificate.h"

typedef struct {
    uint32_t rungs;
    Label label[PROBLEM_DAYS];   /* ascending, different */
    uint64_t days[PROBLEM_DAYS]; /* those of the rung and all under it */
} Ladder;

/* The order of certificate.h: presence, then fairness. */
static inline bool label_under(Label a, Label b)
{
    return a.presence < b.presence ||
           (a.presence == b.presence && a.fairness < b.fairness);
}

/* Of the labels of days 0..day_count - 1.  O(days * different labels). */
void ladder_make(Ladder *ladder, const Label *labels, uint32_t day_count);

/* Days whose label is under `one`; and those whose label is not above it. */
uint64_t ladder_under(const Ladder *ladder, Label one, uint64_t *not_above);
