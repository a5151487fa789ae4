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
    RecapTick *tick; /* or NULL */
    void *context;
} RecapWish;

typedef struct {
    Judged judged;
    Recap recap;
    RecapTable table; /* of the whole government */
    Str text;         /* canonical, of the table */
    char hash[RECAP_HASH_TEXT];
    RecapClosing closing; /* the last version closed of these days */
    RecapPeriods asked;   /* windows that the letters ask for, around these */
} RecapMade;

/*
 * make_recap - false as judge_open and recap_make.  The same office, facts,
 * plan and instant give the same hash.  It must not be copied.
 */
MUST_USE bool make_recap(Office *office, const RecapWish *wish, RecapMade *out,
                         Err *err);

/* Was it closed, and is it still what was closed? */
bool make_recap_stands(const RecapMade *made);

/* Its rows for e-Kinerja; of the office's arena. */
RecapReports make_recap_reports(const RecapMade *made);
