/* SPDX-License-Identifier: Apache-2.0 */
/*
 * counter.h - counters (loket) and field posts: what has to be staffed.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"
#include "register/reach.h"
#include "register/words.h"

typedef enum { COUNTER_DESK, COUNTER_FIELD } CounterKind; /* loket, lapangan */

typedef struct {
    Str code, name;
    UnitId unit;
    CounterKind kind;
    uint8_t weekdays;      /* bit MONDAY .. bit SUNDAY */
    int16_t opens, closes; /* minutes of the day, local */
    int32_t need;          /* people at least, each day it is open */
    Window window;
    const PersonId *staff; /* those qualified, ascending */
    size_t staff_count;
    CounterReach reach;
} Counter;

Words counter_kind_words(void);
Str counter_kind_word(CounterKind kind);

/* "Senin-Jumat", "Senin Rabu Jumat", "Senin, Rabu", "setiap hari"; false when
 * a day is unknown or none is named. */
bool counter_days_parse(Str text, uint8_t *weekdays);
Str counter_days_words(Arena *arena, uint8_t weekdays); /* reads back */

/* "07.30" or "7:30" -> 450; "24.00" is the end of the day. */
bool minutes_parse(Str text, int16_t *out);
Str minutes_words(Arena *arena, int16_t minutes); /* "07.30" */
