/* SPDX-License-Identifier: Apache-2.0 */
/*
 * make_recap.h - use case: the recap of some days, and what became of it.
 */
#pragma once

#include "app/judge_day.h"
#include "day/recap_period.h"
#include "day/recap_report.h"
#include "day/recap_table.h"

typedef struct {
    JudgeWish judge; /* its window is that of the recap */
    Str unit;        /* code or name of the unit; empty: the whole government */
    RecapTick *tick; /* or NULL */
    void *context;
} RecapWish;

typedef struct {
    Judged judged;
    Recap recap;
    UnitId unit;      /* that of the recap: the root for the government */
    RecapTable table; /* of the unit */
    Str text;         /* canonical, of the table */
    char hash[RECAP_HASH_TEXT];
    bool erased; /* records of its days were erased since it was closed: the
                    numbers are those of the kept text, where it is here */
    RecapClosing closing; /* the last version closed of unit and days */
    RecapPeriods asked;   /* windows that the letters ask for, around these */
} RecapMade;

/*
 * make_recap - false as judge_open and recap_make; ERR_ABSENT for a unit that
 * the register does not know, or knows several of.  The same office, facts,
 * plan and instant give the same hash.  It must not be copied.
 */
MUST_USE bool make_recap(Office *office, const RecapWish *wish, RecapMade *out,
                         Err *err);

/*
 * make_recap_window - the last period of that span, of those that the letters
 * ask for, that has begun by `day`; ERR_ABSENT when there is none.  The wish's
 * own window is not read.
 */
MUST_USE bool make_recap_window(Office *office, const JudgeWish *wish,
                                RecapSpan span, Date day, Window *out,
                                Err *err);

/* Was it closed, and is it still what was closed? */
bool make_recap_stands(const RecapMade *made);

/* Its rows for e-Kinerja; of the office's arena. */
RecapReports make_recap_reports(const RecapMade *made);
