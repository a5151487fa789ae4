/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tally.h - how often each day occurs in many sets of days.
 *
 * A counter for every day at once: bit d of plane k is bit k of the count of
 * day d.  Adding a set is adding 1 to some of 64 counters in two operations
 * on average; up to 2^32 - 1 sets.
 */
#pragma once

#include "base/base.h"

typedef struct {
    uint64_t plane[32];
    uint32_t planes; /* in use */
} Tally;

void tally_add(Tally *tally, uint64_t days);

/* Add the counts to counts[day] and begin again from nothing. */
void tally_pour(Tally *tally, uint32_t *counts);
