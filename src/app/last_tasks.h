/* SPDX-License-Identifier: Apache-2.0 */
/*
 * last_tasks.h - use case: what a superior asked of their subordinates lately,
 * to be asked again.
 */
#pragma once

#include "app/live.h"

typedef struct {
    Str text;
    Str last; /* to whom it was given last, by code */
    Date day; /* on which */
} LastTask;

enum { LAST_TASKS = 5 };

/* Of the last 31 days, the newest first, each text once; `out` has room for
 * LAST_TASKS.  O(subordinates * their facts in 31 days). */
MUST_USE bool last_tasks(Arena *arena, LiveView *view, PersonId superior,
                         LastTask *out, size_t *count, Err *err);
