/*
 * monitor_part.h - between the rooms of monitor.
 *
 *   monitor.c        people, tallies, the days before, what needs a hand
 *   monitor_caps.c   caps, in each unit where they count
 */
#pragma once

#include "app/monitor.h"

/* Everything by agency; the last row is that of everybody. */
typedef struct {
    Arena *arena;
    LiveView *view;
    const Register *r;
    const Corpus *corpus;
    Monitor *out;
    uint32_t *row_of; /* per unit: into rows */
    MonitorAgency *rows;
    uint32_t row_count; /* without that of everybody */
    int32_t minute;
} MonitorMaking;

/* The tallies of a day. */
typedef struct {
    BoardRow *at;
    size_t count;
} MonitorBoard;

/* NULL: nobody works there. */
MonitorAgency *monitor_row(const MonitorMaking *m, UnitId unit);
MonitorAgency *monitor_all(const MonitorMaking *m); /* that of everybody */
int32_t monitor_seen(const BoardRow *row, Seen what);

MUST_USE bool monitor_caps(MonitorMaking *m, const MonitorBoard *board,
                           Err *err);
