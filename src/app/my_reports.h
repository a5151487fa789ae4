/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_reports.h - use case: a person's reports of the last 31 days.
 */
#pragma once

#include "app/my_day.h"

typedef struct {
    Date day;
    MyReport report; /* the last of the day, or the one that is wanting */
} MyReportDay;

typedef struct {
    const MyReportDay *at; /* sent back first, then the newest day first */
    size_t count;
    size_t returned, wanting, accepted; /* of them; wanting: owed and late */
} MyReports;

/* Days of which none was owed and none was sent are left out; today is the
 * first of the 32.  O(facts of the person in 31 days). */
MUST_USE bool my_reports(Arena *arena, LiveView *view, PersonId person,
                         MyReports *out, Err *err);
