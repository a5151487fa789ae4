/* SPDX-License-Identifier: Apache-2.0 */
/*
 * event.h - what came from outside: closures, recalls, meetings, statuses.
 *
 * Given with a government's folder for examples and tests; the working day
 * will bring the same through facts.
 */
#pragma once

#include "base/zone.h"
#include "register/ids.h"
#include "register/words.h"

#define EVENT_KINDS(X)                                               \
    X(CLOSURE, "penutupan")   /* a case in a unit: closed n days */  \
    X(RECALL, "panggilan")    /* a person is called to the office */ \
    X(MEETING, "rapat")       /* approved meeting in person */       \
    X(VISIT, "kunjungan")     /* approved visit on a home day */     \
    X(TRIP, "dinas luar")     /* trip asked for */                   \
    X(REOPENING, "pembukaan") /* the closed unit opens earlier */

typedef enum {
#define X(name, word) EVENT_##name,
    EVENT_KINDS(X)
#undef X
} EventKind;

typedef struct {
    EventKind kind;
    UnitId unit;      /* CLOSURE, REOPENING */
    PersonId person;  /* the others */
    Window window;    /* days meant; a closure's last may be DATE_NEVER: then
                         the letter's number of days decides */
    int16_t from, to; /* minutes of the day; -1: the whole day */
    int32_t cases;    /* CLOSURE: how many were found; 0: unsaid */
    bool ordered;     /* CLOSURE: by order, not for a case */
    Date known;       /* ordered, asked on; the first day if not said */
    Str reason, priority, urgency, approved_by; /* may be empty */
} Event;

bool event_kind_parse(Str word, EventKind *out);
Str event_kind_word(EventKind kind);
Words event_kind_words(void);

/* Is the event about a unit (CLOSURE, REOPENING), or about a person? */
bool event_kind_is_of_unit(EventKind kind);

/* A status that others declare for an area: "PPKM Mikro" in Kotim. */
typedef struct {
    Str status, area;
    Window window; /* last DATE_NEVER while no end is known */
    Date known;
    Str source;
    bool assumed; /* marked as assumed, to be said wherever it is used */
} AreaStatus;
