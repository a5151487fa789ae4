/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_now.h - use case: a recap of what is on file now, by a process that
 * serves.
 *
 * The numbers and the hash are those of make_recap.h; only the facts that the
 * recap's days hang on are read.  Of a unit with few people those are read
 * person by person.
 */
#pragma once

#include "app/live.h"
#include "app/make_recap.h"

/*
 * recap_now - of a unit and all below it (the root: the whole government).
 *
 * False as make_recap; ERR_LIMIT past RECAP_DAYS_MOST days.  Everything is of
 * the arena and the view; *out must not be copied.
 */
MUST_USE bool recap_now(Arena *arena, LiveView *view, UnitId unit,
                        Window window, RecapMade *out, Err *err);

/* The last period of that span that the letters ask for and that has begun by
 * `day`; false: there is none. */
bool recap_now_window(Arena *arena, const LiveView *view, RecapSpan span,
                      Date day, Window *out);
