/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mark.h - how often something was written of a day, so that what was read of
 * it can be kept until more comes.
 *
 * Counted in memory by the process that writes, after the commit and before
 * anybody is answered.  Whoever takes the mark first and reads then has what
 * is at least as new as the mark.  Days may share one, by chance.
 */
#pragma once

#include "store/store.h"

#include <stdatomic.h>

enum { MARK_DAYS = 1024 };

typedef struct {
    atomic_ullong days[MARK_DAYS];
    atomic_ullong all; /* what may have changed any day */
} Marks;

/* What the intent wrote has been committed. */
void mark_intent(Marks *marks, const Intent *intent);
void mark_all(Marks *marks);
uint64_t mark_of(const Marks *marks, Str government, Date day);
