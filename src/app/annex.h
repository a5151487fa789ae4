/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.h - use case: the annex of a letter: a unit and a month of the
 * published plan, as it is printed and as it goes into a spreadsheet.
 *
 * Of a unit kerja its own staff, since units kerja below it have annexes of
 * their own; of any other unit all below it.
 */
#pragma once

#include "app/annex_code.h"
#include "app/live.h"
#include "day/shift_key.h"

enum { ANNEX_DAYS = 31, ANNEX_LETTERS = 7 };

/* What a cell may say, in the order of the legend; '-' and no plan are none of
 * these. */
extern const char annex_letters[ANNEX_LETTERS];

typedef struct {
    PersonId person;
    UnitId group;                /* of the unit itself, or right below it */
    char cells[ANNEX_DAYS];      /* by day of the window; '-': none */
    uint8_t shifts[ANNEX_DAYS];  /* 1, 2, ...; 0: none */
    int32_t days[ANNEX_LETTERS]; /* with that letter, as in annex_letters */
} AnnexRow;

typedef struct {
    AnnexOf of;    /* the plan, the version that it stands at, unit, month */
    Str code;      /* as printed */
    Window window; /* days of the month that the plan has */
    uint32_t day_count;
    PersonId head; /* of the unit today, who signs; or NO_PERSON */
    AnnexRow
        *rows; /* by group, the unit's own first; then as in the register */
    uint32_t row_count;
    int32_t people[ANNEX_LETTERS][ANNEX_DAYS]; /* with that letter that day */
    ShiftKey shifts;
} AnnexTable;

/* False: no plan is published for any day of the month.  Of several plans in a
 * month, the one that its first such day belongs to.  O(people * days); where
 * shifts are set, * days once more. */
bool annex_make(Arena *arena, const LiveView *view, UnitId unit, Window month,
                AnnexTable *out);
