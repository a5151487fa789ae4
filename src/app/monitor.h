/*
 * monitor.h - use case: every agency at a glance, for the personnel board.
 *
 * From the tallies of the store and the counts of plan and law alone: it takes
 * as long for a million facts as for ten.  O(people + units * days).
 */
#pragma once

#include "app/live.h"

enum { MONITOR_DAYS = 10 };

/* A working day of an agency in short. */
typedef struct {
    Date day;
    int32_t scheduled;  /* owe a check-in: office, field, and where a letter
                           asks it of home too */
    int32_t checked_in; /* of whatever place */
    int32_t reported, reviewed;
} MonitorDay;

/* What needs a hand, in the order of urgency.  name, word, English */
#define MONITOR_NEEDS(X)                                      \
    X(NONE, "sesuai", "in order")                             \
    X(NO_PLAN, "jadwal belum terbit", "no plan is published") \
    X(OVER, "di atas batas", "above the cap")                 \
    X(SILENT, "belum ada presensi", "nobody has checked in")  \
    X(FEW, "presensi rendah", "few have checked in")          \
    X(REPORTS, "laporan rendah", "few reports")               \
    X(REVIEWS, "belum ditinjau", "reviews are wanting")

typedef enum {
#define X(name, word, english) MONITOR_##name,
    MONITOR_NEEDS(X)
#undef X
        MONITOR_NEED_COUNT
} MonitorNeed;

Str monitor_need_word(MonitorNeed need, Lang lang);

typedef struct {
    UnitId agency;                                /* NO_UNIT: everybody */
    int32_t people;                               /* in service today */
    int32_t office, home, field, away, off, bare; /* expected, by letter */
    int32_t scheduled, checked_in, in_office;
    int32_t limit; /* people that its caps let into the office; -1: none */
    int32_t over;  /* unit kerja in which more are in than may be */
    int32_t owed, reported, reviewed; /* of the last working day */
    MonitorDay days[MONITOR_DAYS]; /* oldest first; the last is before today */
    uint32_t day_count;
    MonitorNeed need;
    int32_t weight; /* of the need: people */
} MonitorAgency;

typedef struct {
    Date day, before; /* today; the last working day before it */
    MonitorAgency total;
    MonitorAgency *agencies; /* what needs a hand first */
    size_t count, needing;
    int16_t due; /* minute from which a check-in is late */
} Monitor;

MUST_USE bool monitor_make(Arena *arena, LiveView *view, Monitor *out,
                           Err *err);
