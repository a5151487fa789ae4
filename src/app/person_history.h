/* SPDX-License-Identifier: Apache-2.0 */
/*
 * person_history.h - use case: what the register's tables said of somebody, as
 * they were brought.
 *
 * Each version of a table of people or posts that was kept is compared with
 * the one before, row by row of those that name the person.  Only tables that
 * are text are read (a spreadsheet is kept as it came); absences and marks are
 * none of these.
 */
#pragma once

#include "app/live.h"

typedef struct {
    Date known;      /* the day from which it is known */
    Str table;       /* "register/people.csv" */
    Str column;      /* as the file spells it; empty: the whole row */
    Str from, to;    /* NIPs masked, in whatever column they stand */
    bool came, went; /* the whole row; `to` or `from` is what it begins with */
} PersonChange;

typedef struct {
    const PersonChange *at; /* newest first */
    size_t count;
    Date since; /* the first version in which they stand; DATE_NEVER: none */
} PersonHistory;

/* At most the last PERSON_VERSIONS versions of a table.
 * O(bytes of those versions). */
enum { PERSON_VERSIONS = 12 };

/* Of absences and marks beside it: not longer over than these days. */
enum { PERSON_DAYS_BACK = 92 };
bool person_history_is_near(Window window, Date today);

MUST_USE bool person_history(Arena *arena, const LiveView *view,
                             PersonId person, PersonHistory *out, Err *err);
