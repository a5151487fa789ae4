/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_part.h - between the rooms of the personnel board's pages.
 *
 *   board.c           the routes
 *   board_words.c     what several pages show: units, days, files, what came
 *                     of a form
 *   board_watch.c     B1: the day in one paragraph, and what is around it
 *   board_ledger.c    B1: an agency a row
 *   board_todo.c      B1: what needs a hand, with the next step
 *   board_charts.c    B1: twenty days, reports by the hour
 *   board_remind.c    B1: a reminder to every unit that needs a hand
 */
#pragma once

#include "app/monitor_trend.h"
#include "door/asked.h"
#include "web/form.h"
#include "web/svg.h"

/* ---- board_words.c ------------------------------------------------------- */

/* The short name of a unit, where it has one. */
Str board_unit(const Page *page, UnitId unit);
/* "/pantau/unit/CODE". */
Str board_unit_path(const Page *page, UnitId unit);
Str board_code_path(Arena *arena, const char *before, Str code);
/* "/tidak-sesuai/CODE/2020-08-03". */
Str board_case_path(Arena *arena, Str code, Date day);
const Person *board_person(const Page *page, PersonId person);

/* A choice of agencies, with what is below each, or of all. */
void board_unit_choice(Page *page, UnitId chosen);

/* Stretches in which our server was down. */
void board_outages(Page *page, const Outage *outages, size_t count);

/* The day of the field "hari", or today; false when it is to come (then the
 * answer is there). */
MUST_USE bool board_day(Visit *v, Date *out);
/* "?hari=2020-08-03", or an empty text today. */
Str board_day_query(const Page *page, Date day);

/* The head of a page: a small line above, the heading, the time of the data;
 * what stands at its right comes next, then board_head_end. */
void board_head(Page *page, Str above, Str heading);
void board_head_end(Page *page);

/* What was done, by the word of the address; nothing when there is none. */
typedef struct {
    const char *word, *english;
} BoardDone;
void board_done(Page *page, const BoardDone *rows, size_t count);

/* A day to choose, by a form of its own that asks `path` again. */
void board_day_form(Page *page, Str path, Date day);

/* The letters in force on a day, in one line. */
Str board_letters(Page *page, Date day);

/* ---- the rooms of B1 ----------------------------------------------------- */

typedef struct {
    Monitor now;
    MonitorTrend trend;
    MonitorHours hours;
    bool all;   /* every agency is shown */
    bool whole; /* every column, on a phone too */
} BoardWatch;

void board_ledger_put(Page *page, const BoardWatch *watch);
/* Of the units below one (monitor_below): each leads to the path with its code
 * behind it. */
void board_ledger_below(Page *page, const Monitor *m, UnitId unit,
                        const char *path);
/* The same as a table for a spreadsheet. */
void board_ledger_csv(const Speech *speech, const Register *r, const Monitor *m,
                      Buf *out);
void board_todo_put(Page *page, const BoardWatch *watch);
void board_charts_put(Page *page, const BoardWatch *watch);

/* Why an agency needs a hand, in a sentence with its numbers. */
Str board_need(const Speech *s, const Monitor *m, const MonitorAgency *a);

/* ---- handlers ------------------------------------------------------------ */

void board_watch_page(Visit *v);
void board_watch_csv(Visit *v);
void board_remind_page(Visit *v);
void board_remind_send(Visit *v);

extern const FieldRule board_watch_fields[3], board_remind_fields[3];
