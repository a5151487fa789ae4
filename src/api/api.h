/* SPDX-License-Identifier: Apache-2.0 */
/*
 * api.h - JSON for other programs: the tables of its routes, and how values
 * are written.
 *
 * Words of data are Indonesian and stay ("huruf", "tempat"); sentences for
 * people are in the language that was asked for.  What is not said is null.
 */
#pragma once

#include "app/my_day.h"
#include "base/json.h"
#include "door/visit.h"

enum {
    API_PAGE = 200, /* people, or rows, in one answer */
    API_CODE = 64   /* bytes of a code */
};

#define TABLE(name) extern const RouteTable api_##name##_routes;
#include "api/tables.def"
#undef TABLE

/* All of them. */
const RouteTable *api_tables(size_t *count);

/* The pages' tables, and ours behind them. */
const RouteTable *api_beside(Arena *arena, const RouteTable *pages,
                             size_t page_count, size_t *count);

/* ---- writing -------------------------------------------------------------
 */

/* An object is the answer; it is open. */
Json api_open(Visit *v);
void api_close(Visit *v, Json *json);

void api_date(Json *json, const char *name, Date date);
void api_minute(Json *json, const char *name, int minute);  /* below 0: null */
void api_instant(Json *json, const char *name, Instant at); /* 0: null */
void api_id(Json *json, const char *name, FactId id);
void api_word(Json *json, const char *name, Str word); /* empty: null */
/* "huruf" and "tempat"; of a day that no plan holds (`bare`) no place. */
void api_letter(Json *json, char letter, bool bare);
void api_clause(Json *json, const char *name, const Visit *v, ClauseId id);

/* {"kode": ..., "nama": ...} */
void api_person(Json *json, const char *name, const Visit *v, PersonId person);
void api_unit(Json *json, const char *name, const Visit *v, UnitId unit);
/* By the code that a fact has; whom the register does not know has no name. */
void api_coded(Json *json, const char *name, const Visit *v, Str code);
/* "mulai" and "sampai". */
void api_days(Json *json, Window days);

/* A fact in short: id, kind, minute; null when there is none. */
void api_fact_short(Json *json, const char *name, const Fact *fact, int minute);

/* The answer to what was recorded: 201, or 200 when it was here already. */
void api_receipt(Visit *v, const Recorded *done);

/* The state of a report. */
Str api_report_word(MyReportState state);
/* Its files, by the addresses that give them, and the address behind them:
 * "berkas" and "tautan". */
void api_evidence(Json *json, const Visit *v, const Fact *report);
/* A finding, in an array. */
void api_finding(Json *json, const Visit *v, const Finding *f);
/* A task, in an array. */
void api_task(Json *json, const Visit *v, const MyTask *task);

/* The cursor of the next page: "berikut", or null. */
void api_next(Json *json, const Visit *v, PersonId last, bool more);
/* Where the page begins, in the order of the register ("setelah").  False: the
 * answer is there. */
MUST_USE bool api_cursor(Visit *v, uint32_t *from);
/* Refuse: what the mark of the page was of is gone. */
void api_cursor_stale(Visit *v);
