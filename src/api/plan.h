/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan.h - the plan of a unit's month for other programs, as its head sees it.
 *
 *   plan.c        the month: counts, caps, counters, rules; cells
 *   plan_rules.c  rules, and what they come to
 *   plan_check.c  the draft; ways to mend a day; what publishing comes to
 *   plan_act.c    the draft changed, made, published
 *   plan_all.c    the plan of the whole government
 */
#pragma once

#include "api/api.h"
#include "app/draft_keep.h"
#include "app/unit_month.h"
#include "door/asked.h"

typedef struct {
    UnitMonth month;
    Draft draft;
    bool edits; /* may change days of the unit: the draft is laid over them */
} ApiPlan;

/* Of the visit's unit and month; false: the answer is there. */
MUST_USE bool api_plan_open(Visit *v, ApiPlan *out);

/* "unit", "bulan", "jadwal" (name and version, or null), "versi" of the draft
 * or null. */
void api_plan_put_head(Json *json, const Visit *v, const ApiPlan *plan);

/* "keadilan", "aturan" */
void api_plan_put_rules(Json *json, const Visit *v, const UnitMonth *month);

/* The days of a set of bits. */
void api_plan_put_days(Json *json, const char *name, const UnitMonth *month,
                       uint32_t days);

/* A letter, or null where there is none. */
void api_plan_put_place(Json *json, const char *name, char letter);
