/* SPDX-License-Identifier: Apache-2.0 */
/*
 * make_pattern.h - use case: one unit works in groups by a fixed calendar, all
 * others by the roster.
 *
 * The roster is solved first; then those of the unit whose place is a matter
 * of turns are put into groups (roster/pattern.h) in what the others leave.
 * The plan that comes out keeps every hard rule, as audit/ finds; it is not
 * called the best, and has no certificate.
 */
#pragma once

#include "app/make_roster.h"
#include "roster/pattern.h"

#define PATTERN_KINDS(X)                                   \
    X(DAYS, "hari berselang-seling", "alternate days")     \
    X(WEEKS, "minggu berselang-seling", "alternate weeks") \
    X(WEEKDAYS, "hari tetap dalam minggu", "fixed weekdays")

typedef enum {
#define X(name, said_id, said_en) PATTERN_##name,
    PATTERN_KINDS(X)
#undef X
} PatternKind;

typedef struct {
    PersonId a, b;
} PatternPair; /* must not meet */

typedef struct {
    RosterWish roster;
    UnitId unit; /* with everything below it */
    PatternKind kind;
    uint32_t groups;
    uint8_t weekdays[PATTERN_GROUPS]; /* WEEKDAYS: bits MONDAY .. SUNDAY */
    const PatternPair *apart;
    size_t apart_count;
} PatternAsk;

typedef struct {
    RosterMade made; /* solved: made.demand.plan is the plan of all */
    Pattern pattern;
    PatternCalendar calendar;
    bool verified;     /* audit_plan has judged the plan */
    Str audit_said[2]; /* by Lang, when not */
} PatternMade;

/*
 * make_pattern - false with *err or faults in office->diags: pola-01, caps or
 * counters leave no room for such groups (the sentence names the unit and,
 * where one bound tells, rule or counter with the numbers);
 * pola-02, no such calendar; pola-03, couples cannot be parted; pola-04, not
 * decided in the tries there are; pola-05, nobody of the unit takes turns;
 * pola-06, there is no roster at all.
 */
MUST_USE bool make_pattern(Office *office, const PatternAsk *ask,
                           PatternMade *out, Err *err);

/* The group of a person, or PATTERN_NO_GROUP. */
uint8_t make_pattern_group(const PatternMade *made, PersonId person);
