/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_day.h - random days: a law, a plan, a person and what happened.
 *
 * A Land is a government with its letters, read once: one of examples/, or a
 * small invented one whose letters together hold every duty of docs/day.md.
 * All that is made is sound (fact_check); what it says is right, wrong, late,
 * told twice, corrected, or about somebody else.
 */
#pragma once

#include "app/office.h"
#include "base/rand.h"
#include "day/duty.h"

typedef struct {
    const char *name;
    const char *letters; /* their text, or the folder that has them */
    Corpus corpus;
    Zone zone;
    DayHours hours;
    Window period; /* days worth asking about */
    bool sound;
} ChanceLand;

enum { CHANCE_SMALL = 10, CHANCE_LARGE = 5 };

/* The small land of that number; not sound (and said on stdout) when its texts
 * have faults.  Tests run in the root folder. */
ChanceLand chance_small(Arena *arena, uint32_t number);
ChanceLand chance_large(Arena *arena, uint32_t number);

/* A land of that letter, with these tables (by TableKind, NULL: none) in the
 * stead of those of the small lands. */
ChanceLand chance_land(Arena *arena, const char *letter,
                       const char *const *instead, Zone zone);

/* A date of a land: the law, and a random plan within it. */
typedef struct {
    const ChanceLand *land;
    LawDay *law;
    const Plan *plan; /* or NULL */
    Date date;
    DayHours hours;
} ChanceDate;

ChanceDate chance_date(Arena *arena, Rand *rand, const ChanceLand *land);

typedef struct {
    const ChanceDate *date;
    PersonId person;
    Instant now;
    Fact *facts;
    size_t count;
} ChanceDay;

ChanceDay chance_day(Arena *arena, Rand *rand, const ChanceDate *date);

/* The same facts told otherwise: shuffled, each twice, by phones with other
 * clocks that waited otherwise; what happened, and when, is the same. */
ChanceDay chance_retold(Arena *arena, Rand *rand, const ChanceDay *day);

/* With facts of other people added, about none of these. */
ChanceDay chance_crowded(Arena *arena, Rand *rand, const ChanceDay *day);
