/* SPDX-License-Identifier: Apache-2.0 */
/*
 * publish_month.h - use case: the days of a month that no plan holds are
 * rostered, proved and published, for the whole government, by whoever may
 * (access case PUBLISH).
 */
#pragma once

#include "app/live.h"
#include "app/publish_plan.h"

/* The first run of days to come, within the month, that some letter governs
 * and no plan holds; empty when there is none. */
Window publish_month_days(Arena *arena, const LiveView *view, Window month);

typedef struct {
    Window days;
    bool solved;
    Str said[2]; /* by Lang, when not: the rules that clash */
    FactId id;
    Instant received;
    bool again; /* it was published before */
} MonthPublished;

/*
 * publish_month - `id` names what is published: sent twice, it is once.
 * ERR_ABSENT when there is no such day; ERR_STALE: the id is another fact's;
 * else as make_roster, publish_plan.  A
 * clash is an answer: nothing is published.
 */
MUST_USE bool publish_month(Arena *arena, LiveView *view, Window month,
                            const PublishWish *wish, MonthPublished *out,
                            Err *err);
