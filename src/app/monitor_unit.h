/* SPDX-License-Identifier: Apache-2.0 */
/*
 * monitor_unit.h - use case: the last working days of one agency, a day a row,
 * with what its caps let in and who came.
 */
#pragma once

#include "app/monitor.h"

typedef struct {
    Date day;
    int32_t people, scheduled, checked_in;
    int32_t reported, reviewed;
    int32_t limit; /* -1: no cap */
    int32_t base, capped, over;
} MonitorUnitDay;

typedef struct {
    UnitId agency; /* that of the unit, or itself where there is none */
    MonitorUnitDay days[MONITOR_DAYS + 1]; /* oldest first; the last is `day` */
    uint32_t count;
} MonitorUnit;

/* The ten working days before a day, and the day.  O(people * days). */
MUST_USE bool monitor_unit(Arena *arena, LiveView *view, UnitId unit, Date day,
                           MonitorUnit *out, Err *err);
