/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head.h - routes of the day's pages of a head of unit (H1, H6 to H10).
 */
#pragma once

#include "app/unit_now.h"
#include "web/page.h"

extern const RouteTable head_routes;

/* H1: the unit today. */
extern const FieldRule head_unit_fields[1];
void head_show_unit(Visit *v);

/* H6: calling people to the office. */
extern const FieldRule recall_show_fields[4];
extern const FieldRule recall_fields[9];
void recall_show(Visit *v);
void recall_do(Visit *v);

/* H7: what waits for a word. */
extern const FieldRule decide_show_fields[2];
extern const FieldRule decide_fields[4];
void decide_show(Visit *v);
void decide_do(Visit *v);

/* H8: counters of the day. */
extern const FieldRule counter_fields[6];
void counter_show(Visit *v);
void counter_do(Visit *v);

/* H9: the annex, to be printed, and as a spreadsheet; what a draft would make
 * of it, marked as such on every sheet. */
extern const FieldRule annex_fields[3];
void annex_show(Visit *v);
void annex_show_draft(Visit *v);
void annex_file(Visit *v);

/* H10: closing a unit, with what follows from it. */
extern const FieldRule closing_show_fields[1];
extern const FieldRule closing_fields[8];
void closing_show(Visit *v);
void closing_do(Visit *v);
void closing_reopen(Visit *v);

/* ---- shared ----------------------------------------------------------------
 */

/* The visit's unit today; false: refused by itself. */
MUST_USE bool head_now(Visit *v, unsigned parts, UnitNow *out);
const Unit *head_unit(const Visit *v, UnitId unit);
Str head_person_name(const Page *page, PersonId person);
Str head_path(const Visit *v, const char *before); /* "?unit=CODE" behind */
Str head_id(Arena *arena, FactId id);
Str head_iso(Arena *arena, Date date);
/* The crumb and the h1. */
void head_top(Page *page, UnitId unit, const char *english);
/* The same, still open for what stands at its right; then head_top_end. */
void head_top_open(Page *page, UnitId unit, const char *english);
void head_top_end(Page *page);
