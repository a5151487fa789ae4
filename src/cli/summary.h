/* SPDX-License-Identifier: Apache-2.0 */
/*
 * summary.h - a plan in numbers: per agency, per cap, and how fair it is.
 *
 * Made once from a roster; the texts, the pages and the sheets all show it.
 * A "mean" is per working day of the unit, in tenths of a person.
 */
#pragma once

#include "app/make_roster.h"

enum { LETTER_ROOM = 128 }; /* counts by the letter of placement.h */

/*
 * Days on which more are in than the number of the letter, and of those the
 * days with each cause: a must, the need of counters, a recall.  (A must
 * raises the cap; the others are above it all the same.)
 */
typedef struct {
    uint32_t days, by_must, by_need, by_call;
} Excess;

/* One cap in one unit over the period. */
typedef struct {
    const CapLine *line;
    UnitId agency;        /* the unit's, or the unit itself */
    int32_t base, stated; /* of the day with the lowest cap */
    int32_t capped_days;  /* days on which it works */
    Excess excess;
    int32_t over_most;   /* most in beyond cap and must on one day */
    int32_t forced_most; /* most in by a must on one day */
    int64_t in_sum;      /* seats taken over those days */
    bool closed;         /* the cap leaves no seat at all */
    bool heads_only;     /* forced people fill it every day; others wait */
} CapSummary;

typedef struct {
    UnitId unit;
    uint32_t people; /* who serve on some day of the period */
    uint64_t cells[LETTER_ROOM];
    uint32_t days;                 /* on which anybody there works */
    uint32_t first_cap, cap_count; /* into caps */
    int32_t base, stated, forced, over_most;
    Excess excess;     /* days of all its caps together */
    int64_t in_tenths; /* mean in the office a day (capped people if any) */
} AgencySummary;

enum { FAIR_DAYS = 401 };

/* Office days of those in turn. */
typedef struct {
    uint32_t people;
    uint32_t with[FAIR_DAYS]; /* how many have n office days */
    int32_t least, most;
    int32_t apart; /* greatest difference within one unit among those without
                      leave and without duty at a counter */
} Fairness;

typedef struct {
    const RosterMade *made;
    uint32_t people;
    uint64_t cells[LETTER_ROOM];
    const AgencySummary *agencies; /* in the order of the tree */
    uint32_t agency_count;
    const CapSummary *caps; /* by agency */
    uint32_t cap_count;
    Fairness fair;
    uint64_t decided; /* cells by a head's decision */
} Summary;

Summary summary_make(Arena *arena, const RosterMade *made);

/* Office days of those in turn in one agency (unit.index NO_INDEX: all). */
Fairness summary_fairness(Arena *arena, const RosterMade *made, UnitId agency);

/* The agency a person is counted in: the nearest one, else the own unit. */
UnitId summary_agency(const Register *r, UnitId unit);

/* Is the letter in force on a day of the plan, on assumed dates of a status? */
bool summary_assumes(const Plan *plan, const CorpusLetter *letter);

int32_t summary_office_days(const Plan *plan, PersonId person);

void excess_add(Excess *sum, const Excess *more);

/* "loket 3, panggilan 1"; empty where there is none. */
Str excess_causes(Arena *arena, Lang lang, const Excess *excess);
