/* SPDX-License-Identifier: Apache-2.0 */
/*
 * monitor_trend.h - use case: twenty working days of the whole government, and
 * at which hour the reports of a day came.
 *
 * The days are from the tallies, as monitor.h; the hours from one reading of
 * the day's reports.
 */
#pragma once

#include "app/monitor.h"

enum { MONITOR_TREND = 20, MONITOR_CLOCK = 25 };

typedef struct {
    MonitorDay days[MONITOR_TREND]; /* oldest first; the last is `day` */
    uint32_t day_count;
} MonitorTrend;

/* Those of the monitor and the working days before them. */
MUST_USE bool monitor_trend(Arena *arena, LiveView *view, const Monitor *m,
                            MonitorTrend *out, Err *err);

typedef struct {
    Date day;
    int32_t by_hour[MONITOR_CLOCK]; /* the last is what came after that day */
    int32_t reports, late;          /* people; of those after it was due */
    int16_t due;                    /* minute */
} MonitorHours;

/* Each person once, by the last report that they sent. */
MUST_USE bool monitor_hours(Arena *arena, LiveView *view, Date day,
                            MonitorHours *out, Err *err);
