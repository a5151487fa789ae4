/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_report.h - reports of some days as rows for e-Kinerja.
 *
 * One row a report that stands (none that a correction took out), in the
 * order of the register, then of days and threads.
 */
#pragma once

#include "day/daybook.h"

/* name, word in files, English */
#define RECAP_STATES(X)                   \
    X(REPORTED, "dilaporkan", "reported") \
    X(ACCEPTED, "diterima", "accepted")   \
    X(RETURNED, "dikembalikan", "returned")

typedef enum {
#define X(name, word, english) RECAP_##name##_STATE,
    RECAP_STATES(X)
#undef X
} RecapState;

typedef struct {
    PersonId person;
    Date day;
    Str plan; /* text of the task that it is about, else its thing */
    Str text;
    int32_t number; /* FACT_NO_NUMBER: unsaid */
    Str measure, evidence;
    RecapState state; /* by the last review that stands */
} RecapReport;

typedef struct {
    const RecapReport *at;
    size_t count;
} RecapReports;

/* Texts are borrowed from the facts.  O(people * days + facts). */
RecapReports recap_reports(Arena *arena, const DayBook *book, Window window);

/* The state of one report, by its thread. */
RecapState recap_report_state(Thread thread, FactId report);

Str recap_state_word(RecapState state, Lang lang);
