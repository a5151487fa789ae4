/* SPDX-License-Identifier: Apache-2.0 */
/*
 * daybook.h - all facts of a stretch of days, each where it belongs.
 *
 * The book drops facts sent twice, follows every answer to the fact that it
 * answers, spreads facts with days over those days, and hands out the thread
 * of a person-day or a unit-day in one order (docs/day.md, section 2).
 * Whatever the order in which the facts are given, the book is the same.
 * Facts are borrowed.
 */
#pragma once

#include "day/fact.h"
#include "register/register.h"

/* A fact as it stands after corrections. */
typedef struct {
    const Fact *fact;
    const Fact *corrected_by; /* the last correction, or NULL */
    bool struck;              /* taken out by a correction */
    int minute;               /* of the day of the thread, corrected */
    Str word, place;          /* corrected */
} Entry;

typedef struct {
    const Entry *entries;
    uint32_t count;
} Thread;

typedef struct {
    Instant from, to; /* half open */
    FactId id;
} Outage;

typedef struct DayBook DayBook;

/*
 * daybook_make - for the days of the window; facts that concern none of them
 * are left out.  Codes that the register does not know are skipped and
 * counted in *unknown (may be NULL).  O(facts log facts).
 */
DayBook *daybook_make(Arena *arena, const Register *r, const Fact *facts,
                      size_t count, Window window, size_t *unknown);

Thread daybook_person(const DayBook *b, PersonId person, Date day);
Thread daybook_unit(const DayBook *b, UnitId unit, Date day);

/*
 * The erasure of a record of that day: the person's, else that of the nearest
 * unit at or above; NULL when all is kept.  O(1) in a book without any.
 */
const Fact *daybook_gap(const DayBook *b, PersonId person, Date day);
const Fact *daybook_unit_gap(const DayBook *b, UnitId unit, Date day);

/* The fact of that id, or NULL. */
const Fact *daybook_find(const DayBook *b, FactId id);

const Outage *daybook_outages(const DayBook *b, size_t *count);

/* Does some outage cover any minute of [from, to] of that day in that zone? */
bool daybook_down(const DayBook *b, Zone zone, Date day, int from, int to);

const Register *daybook_register(const DayBook *b);
