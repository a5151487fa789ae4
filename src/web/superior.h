/* SPDX-License-Identifier: Apache-2.0 */
/*
 * superior.h - routes of the pages of a direct superior (S1 to S5).
 */
#pragma once

#include "app/team_day.h"
#include "web/page.h"

extern const RouteTable superior_routes;

/* S1: the team's board; calls to a person of it. */
extern const FieldRule team_day_fields[1];
extern const FieldRule team_call_fields[3];
void team_show(Visit *v);
void team_call(Visit *v);

/* S5: a person's month. */
extern const FieldRule team_month_fields[2];
void team_show_month(Visit *v);
/* Tasks, exceptions and the call; below the days. */
void team_more_put(Page *page, const MyDay *day);

/* S2, S3: reports that wait. */
extern const FieldRule review_fields[2];
extern const FieldRule review_say_fields[5];
extern const FieldRule review_undo_fields[3];
extern const FieldRule review_many_fields[2];
extern const FieldRule review_remind_fields[1];
void review_show(Visit *v);
void review_remind(Visit *v); /* who has not sent a report today */
void review_say(Visit *v);
void review_undo(Visit *v);
void review_show_many(Visit *v);
void review_say_many(Visit *v);

/* S4: a task for one or several. */
extern const FieldRule assign_show_fields[2];
extern const FieldRule assign_fields[6];
void assign_show(Visit *v);
void assign_do(Visit *v);

/* ---- shared ----------------------------------------------------------------
 */

/* The visitor's team today; false: refused by itself. */
MUST_USE bool superior_team(Visit *v, TeamDay *out);
const Person *superior_person(const Page *page, PersonId person);
Str superior_path(const Page *page, const char *before, PersonId person);
