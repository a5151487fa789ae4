/* SPDX-License-Identifier: Apache-2.0 */
/*
 * judge_day.h - use case: what the letters say of days, after the facts.
 *
 *     JudgeWish wish = {.known = known, .window = {day, day}, ...};
 *     judge_open(&office, &wish, &judged, &err);   law, plan, facts, once
 *     judge_day(arena, &judged, day, &judgement, &err);    then each day
 *     verdict_make(&judgement.view, person, &verdict);
 *
 * Facts of a folder lie in its fakta.csv, which may be absent; of a data
 * directory, in its journal.  Only those received by `now` count, and they
 * change the law first (day/effects.h).
 */
#pragma once

#include "app/data_facts.h"
#include "app/published.h"
#include "day/verdict.h"

/* What a process that serves has at hand of the office's data directory. */
typedef struct {
    Store *store;
    const DataFacts *facts; /* that the days hang on */
    const PublishedList *plans;
} JudgeGiven;

typedef struct {
    const char *data; /* the data directory that the office is of; or NULL */
    const JudgeGiven *given; /* instead of reading it from there; or NULL */
    const char *plan; /* a stored plan, with its certificate beside; NULL: the
                         published one of the data, if any */
    Date known;       /* judged at the end of that day; DATE_NEVER: at now */
    Instant now;
    Window window; /* the days to judge; bounded */
} JudgeWish;

typedef struct {
    Office *office;
    Register r;    /* with what the facts change */
    Corpus corpus; /* of that register */
    Plan plan;
    bool has_plan;
    DataFacts facts; /* received by now */
    size_t unknown;  /* codes in facts that the register does not know */
    DayBook *book;
    DayHours hours;
    Zone zone;
    Instant now;
    Window window;
} Judged;

/*
 * judge_open - false when facts, letters or plan have faults: *err, or
 * office->diags, say what.  The plan's cells count only where the law leaves a
 * day to the roster; that it is proved is for verify_plan.  The judged points
 * to itself: it must not be copied.  Everything is of the office's arena.
 */
MUST_USE bool judge_open(Office *office, const JudgeWish *wish, Judged *out,
                         Err *err);

/* One day of the window.  It must not be copied; of the arena. */
typedef struct {
    const LawDay *law;
    DutySheet sheet;
    DayView view;
} Judgement;

/* A day of the window; false as duty_sheet_make. */
MUST_USE bool judge_day(Arena *arena, const Judged *judged, Date day,
                        Judgement *out, Err *err);
