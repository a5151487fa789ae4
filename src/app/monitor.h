/* SPDX-License-Identifier: Apache-2.0 */
/*
 * monitor.h - use case: every agency at a glance, for the personnel board.
 *
 * From what the store has seen of each person-day (live_seen) and the counts
 * of plan and law alone: it takes as long for a million facts as for ten.
 * O(people * days).
 */
#pragma once

#include "app/live.h"

enum {
    MONITOR_DAYS = 10,
    MONITOR_ENOUGH = 80,     /* per cent of check-ins and reports */
    MONITOR_ENOUGH_SEEN = 60 /* per cent of reports, by a superior */
};

/* A working day of an agency in short. */
typedef struct {
    Date day;
    int32_t scheduled;  /* owe a check-in: office, field, and where a letter
                           asks it of home too */
    int32_t checked_in; /* of those, wherever */
    int32_t reported, reviewed; /* owed or not */
} MonitorDay;

/* Nothing at all was recorded of it: not in use yet, or not that day. */
bool monitor_is_blank(const MonitorDay *day);

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
    int32_t scheduled, checked_in; /* have to; of those, have, wherever */
    int32_t in_office;             /* checked in there, whoever */
    int32_t limit;
    int32_t base, capped;
    /* of whom those are a share; who of them is in */ /* people that its
                                                          caps let into the
                                                          office; -1: none
                                                        */
    int32_t over; /* unit kerja in which more are in than may be */
    int32_t owed, reported, reviewed; /* of the last working day */
    int32_t old, overdue; /* reports of the days before that one; of those
                             without a review, which was due by now */
    MonitorDay days[MONITOR_DAYS]; /* oldest first; the last is before today */
    uint32_t day_count;
    MonitorNeed need;
    int32_t weight; /* of the need: people */
} MonitorAgency;

typedef struct {
    Date day, before; /* the last working day before it */
    MonitorAgency total;
    MonitorAgency *agencies; /* what needs a hand first */
    size_t count, needing;
    int16_t due; /* minute from which a check-in is late */
    bool waited; /* so long past it that few check-ins mean something */
} Monitor;

/* The working days of most people before a day, the last one first; how
 * many. */
uint32_t monitor_working_days(const Corpus *corpus, Date day, Date *out,
                              uint32_t most);

/* More people than this are looked at by the units that they work in. */
enum { MONITOR_BY_NAME = 400 };

/* Is the unit looked at by the units below it: are there agencies among them,
 * or more people than one reads by name? */
bool monitor_by_unit(const Register *r, UnitId unit, Date day);

/* Of today, or of a day before it as known now. */
MUST_USE bool monitor_make(Arena *arena, LiveView *view, Date day, Monitor *out,
                           Err *err);

/* The same of one unit: a row for each unit right below it, all that is below
 * that one with it, and one, without a limit, for whoever works in the unit
 * itself; `total` is of all of them. */
MUST_USE bool monitor_below(Arena *arena, LiveView *view, UnitId unit, Date day,
                            Monitor *out, Err *err);
