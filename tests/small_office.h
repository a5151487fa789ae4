/* SPDX-License-Identifier: Apache-2.0 */
/*
 * small_office.h - a government made from texts that stand in the test.
 */
#pragma once

#include "app/make_roster.h"
#include "tables.h"

typedef struct {
    Office office;
    Tables tables;
    RosterMade made; /* once small_office_roster has made it */
} SmallOffice;

/*
 * Texts by TableKind (NULL: not given) and the rules of one letter, in force
 * from 1 August 2020; years 2020 and 2021 are without holidays.  False, and a
 * failed EXPECT, when anything is wrong with them.
 */
bool small_office_open(Arena *arena, const char *const texts[TABLE_COUNT],
                       const char *rules, SmallOffice *out);

/* The roster from day to day of August 2020; false, and a failed EXPECT, when
 * there is none. */
bool small_office_roster(SmallOffice *small, int32_t first, int32_t last);
Window small_office_days(int32_t first, int32_t last);
