/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_month.h - use case: a person's month, and why a day of it is so.
 */
#pragma once

#include "app/my_day.h"
#include "circular/explain.h"

typedef struct {
    int32_t year, month;
    MyCell cells[31];
    uint32_t count;
    uint32_t office, home, field, leave, trip, closed, usual, off, bare,
        changed; /* days */
} MyMonth;

/* ERR_INPUT: there is no such month; else as my_cells. */
MUST_USE bool my_month(LiveView *view, PersonId person, int32_t year,
                       int32_t month, MyMonth *out, Err *err);

/* Cells of any days, at most LIVE_HELD. */
MUST_USE bool my_cells(LiveView *view, PersonId person, Window days,
                       MyCell *out, Err *err);

/* Why somebody is where they are on a day, and by which plan. */
typedef struct {
    Explanation text;
    ExplainTurn turn;      /* given when a cap concerns the person that day */
    const Published *plan; /* that the day belongs to; NULL */
    uint32_t version;      /* at which the plan stands; 0 */
    const PublishedMove *moves[8]; /* that changed this cell, newest first */
    uint32_t move_count;
} MyWhy;

/* O(people of the unit that the cap counts in, once a day and unit). */
MUST_USE bool my_why(Arena *arena, LiveView *view, PersonId person, Date day,
                     Lang lang, MyWhy *out, Err *err);
