/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.h - use case: the annex of a letter: a unit and a month of the
 * published plan, as it is printed and as it goes into a spreadsheet; or of
 * what a draft would make of it, to be talked over on paper.
 *
 * Of a unit kerja its own staff, since units kerja below it have annexes of
 * their own; of any other unit all below it.
 */
#pragma once

#include "app/annex_code.h"
#include "app/unit_month.h"

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
    AnnexOf of; /* the plan, the version that it stands at, unit, month */
    Str code;   /* as printed */
    const UnitMonth *draft; /* what it is of; NULL: of the plan */
    Window window;          /* days of the month that the plan has */
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

/* Of a month with its draft laid over: it has no plan, version or code, for
 * nobody shall take it for what holds.  `month` must outlive it. */
AnnexTable annex_of_draft(Arena *arena, const LiveView *view,
                          const UnitMonth *month);
