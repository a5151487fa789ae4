/* SPDX-License-Identifier: Apache-2.0 */
/*
 * people_day.h - use case: everybody's day, to be looked through.
 *
 * One reading of what was said of that day, and the verdict of each person who
 * serves.  Presence, breaches and questions are those of my_verdict (my_day.h),
 * which tells of one person with all that was said later: of a report that it
 * was reviewed on another day is not known here.
 */
#pragma once

#include "app/live.h"

typedef struct {
    PersonId person;
    char letter;              /* expected; after a deviation */
    char where;               /* by the check-in that counts; '?' none */
    bool works;               /* owes a working day */
    Outcome presence, report; /* OUTCOME_NONE: no finding */
    Colour presence_colour, report_colour;
    int32_t late;                 /* minutes; 0: not late, or not known */
    int in_minute, out_minute;    /* the first, the last; -1: none */
    uint32_t breaches, questions; /* findings of the colour; signals */
    uint32_t unknown;             /* findings that an outage of ours hides */
    uint32_t asks; /* bits of DutyKind: which have a breach or a question */
} PeopleRow;

typedef struct {
    Date day;
    const LiveDay *on;
    const PeopleRow *rows; /* who serve, in the order of the register */
    size_t count;
    const Outage *outages; /* of ours, that touch the day */
    size_t outage_count;
} PeopleDay;

/* O(people + facts of the day) of a past or the present day, and again only
 * when something was written of it, or in another minute. */
MUST_USE bool people_day(Arena *arena, LiveView *view, Date day, PeopleDay *out,
                         Err *err);

/* Its row; NULL: they do not serve. */
const PeopleRow *people_day_row(const PeopleDay *day, PersonId person);

/* The first day of which a report may count on that day: of its week or month
 * where reports are asked for by these, else the day itself. */
Date people_day_reports(Arena *arena, const LiveView *view, const LiveDay *on);
