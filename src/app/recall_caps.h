/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recall_caps.h - use case: what a call to the office does to the caps of a
 * day, before it is said.
 */
#pragma once

#include "app/live.h"

/* A cap that counts somebody who would come by the call. */
typedef struct {
    ClauseId cap;
    UnitId unit;       /* in which it counts */
    int32_t limit;     /* by the letter */
    int32_t now, then; /* expected in the office, without and with the call */
} RecallCap;

typedef struct {
    Date day;
    int32_t added; /* who is expected elsewhere on that working day */
    const RecallCap *caps;
    size_t count;
    const RecallCap *tightest; /* with the least room left; NULL: none */
    bool over;                 /* more than it lets in */
} RecallCaps;

typedef struct {
    UnitId unit; /* its caps, and those of all below it */
    Date day;
    const PersonId *called;
    size_t called_count;
} RecallAsk;

/* As unit_facts_book. */
MUST_USE bool recall_caps(Arena *arena, LiveView *view, const RecallAsk *ask,
                          RecallCaps *out, Err *err);

/* The first days of a longer call; the plan's day by day is behind them. */
enum { RECALL_DAYS = 7 };

typedef struct {
    RecallCaps days[RECALL_DAYS];
    size_t count;
    bool over; /* on some day a cap is passed */
} RecallEffect;

/* From ask->day to `last`. */
MUST_USE bool recall_caps_days(Arena *arena, LiveView *view,
                               const RecallAsk *ask, Date last,
                               RecallEffect *out, Err *err);
