/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_counters.h - use case: what anybody may know: which counter is open
 * now, and which letters are in force.
 *
 * No person and no reason of a case can come into it.
 */
#pragma once

#include "app/law_on_day.h"
#include "app/live.h"
#include "day/unit_notice.h"

typedef enum {
    COUNTER_OPEN,
    COUNTER_SOON,    /* opens later today */
    COUNTER_OVER,    /* was open today */
    COUNTER_DAY_OFF, /* no day of it, or of its unit */
    COUNTER_CLOSED,  /* its unit is closed by a letter */
    COUNTER_SHUT     /* its unit says that it is not open today */
} CounterState;

typedef struct {
    Date day;
    CounterState state;    /* of a day to come: SOON or why not */
    int16_t opens, closes; /* of the day; -1 where it does not open */
    ClauseId by;           /* CLOSED: the rule */
} CounterDay;

typedef struct {
    uint32_t index; /* into register->counters */
    const Counter *counter;
    const Unit *unit;
    CounterDay today;
    Date next; /* the next day on which it opens, today's hours to come
                  included; DATE_NEVER: none within 31 days */
    int16_t next_opens;
    bool notice_given; /* the unit is closed: what the public is told */
    UnitNotice notice;
} PublicCounter;

typedef struct {
    Instant at;
    const PublicCounter *counters; /* by unit, then name */
    size_t count, open;
} PublicCounters;

MUST_USE bool public_counters(Arena *arena, LiveView *view, PublicCounters *out,
                              Err *err);

/* Seven days from today on. */
MUST_USE bool public_counter_week(Arena *arena, LiveView *view,
                                  uint32_t counter, CounterDay out[7],
                                  Err *err);

/* The letters in force today, with those clauses that hold. */
typedef struct {
    uint32_t letter; /* into corpus->letters */
    const ClauseId *clauses;
    uint32_t clause_count;
    Window window; /* that holds today */
} PublicLetter;

void public_letters(Arena *arena, const LiveView *view, Date day,
                    const PublicLetter **out, size_t *count);

/* One clause in plain words: its sentence as printed in that language. */
Str public_clause(Arena *arena, const LiveView *view, ClauseId clause,
                  Lang lang);
