/* SPDX-License-Identifier: Apache-2.0 */
/*
 * monitor_part.h - between the rooms of monitor.
 *
 *   monitor.c        people, the days before, what needs a hand
 *   monitor_saw.c    what was owed by somebody, and what was seen of them
 *   monitor_caps.c   caps, in each unit where they count
 *   monitor_unit.c   the last days of one agency
 *   monitor_trend.c  twenty days of the whole government
 *   monitor_hours.c  when the reports of a day came
 */
#pragma once

#include "app/monitor_trend.h"
#include "app/monitor_unit.h"

/* Everything by agency; the last row is that of everybody. */
typedef struct {
    Arena *arena;
    LiveView *view;
    const Register *r;
    const Corpus *corpus;
    Monitor *out;
    uint32_t *row_of; /* per unit: into rows */
    MonitorAgency *rows;
    uint32_t row_count;   /* without that of everybody */
    int32_t minute;       /* to which the day has come */
    const uint16_t *seen; /* of the day, as live_seen gives it */
} MonitorMaking;

/* NULL: nobody works there. */
MonitorAgency *monitor_row(const MonitorMaking *m, UnitId unit);
MonitorAgency *monitor_all(const MonitorMaking *m); /* that of everybody */

bool monitor_home(char letter); /* expected at home */

/* One person's day in short. */
typedef struct {
    bool scheduled;     /* has to check in */
    bool in, in_office; /* checked in: anywhere; at the office */
    bool owes_report, reported, reviewed;
} MonitorSaw;

MonitorSaw monitor_saw(const DutySheet *sheet, uint16_t seen, PersonId person);
void monitor_add(MonitorDay *day, MonitorSaw saw);

/* People and check-ins of the day; then its caps.  Of people whose unit has a
 * row. */
MUST_USE bool monitor_people(MonitorMaking *m, Err *err);
MUST_USE bool monitor_caps(MonitorMaking *m, Err *err);
