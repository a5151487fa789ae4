/* SPDX-License-Identifier: Apache-2.0 */
/*
 * people_find.h - who of a day's people are looked for: the words of the page's
 * filters and of the API, and what they mean.
 */
#pragma once

#include "app/people_day.h"

/* Choices of fields (door/field.h). */
#define PEOPLE_FIND_LETTERS   "K|R|L|D|C|X|B"
#define PEOPLE_FIND_PRESENCES "hadir|belum|terlambat|lain|tanpa"
#define PEOPLE_FIND_REPORTS   "sudah|belum"
#define PEOPLE_FIND_ASKS      "hadir|absen|laporan|panggilan|isyarat|lain"

/* Empty: whatever it is. */
typedef struct {
    UnitId unit;          /* with all below it; or NO_UNIT */
    char letter;          /* or 0 */
    Str presence, report; /* words of the choices */
    Str name;             /* folded part of a name */
} PeopleWish;

/* Is the person of the row among those looked for? */
bool people_find_fits(Arena *arena, const Register *r, const PeopleWish *wish,
                      const PeopleRow *row);

/* Has the row a breach or a question of what a word of PEOPLE_FIND_ASKS means;
 * any other word: of anything. */
bool people_find_asks(Str word, const PeopleRow *row);
