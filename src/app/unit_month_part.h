/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_month_part.h - between the rooms of unit_month.
 */
#pragma once

#include "app/unit_month.h"

/* People of a cap in one unit, on one day. */
typedef struct {
    int32_t base, counted, forced, called, open, in, before, need;
    bool works;
    bool of_unit; /* somebody of the month's unit is counted */
} UnitMonthCount;

/* Everybody whom some cap of the unit counts, by person; letters of one day at
 * a time. */
typedef struct {
    Arena *arena;
    const LiveView *view;
    const Register *r;
    const Corpus *corpus;
    const Draft *draft; /* or NULL */
    UnitMonth *month;
    VEC(UnitMonthCap) caps;
    UnitId root;            /* whose people are asked: the unit, or one above */
    const PersonId *people; /* of the root */
    uint32_t people_count;
    uint32_t bare;    /* days that no plan holds, as bits: of the rules */
    uint32_t *row_of; /* per person of the register: row, or NO_INDEX */
    const Fact *const *facts; /* PIN and DEVIATION that stand */
    size_t fact_count;

    const Published *plan; /* of the day; NULL */
    uint8_t *serves;       /* per reason of it: it names a counter */

    /* of the day under way */
    uint32_t day; /* of the month */
    Date date;
    const LawDay *law;
    Directive *said;       /* per person of the register; of `people` only */
    char *letter, *before; /* likewise */
    char *aside;           /* K or R of a recorded deviation; 0 none */
    char *pinned;          /* K or R of a day fixed by hand; 0 none */
    uint8_t *placed; /* clause * rows + row: some day is placed by that rule */
    uint32_t *placed_bad;   /* per clause: days on which somebody deviates */
    uint32_t *placed_worse; /* by the draft */
    UnitMonthCount *counts; /* per unit of the register */
} UnitMonthMaking;

/* unit_month_cells.c: letters of the day, and the cells of the rows. */
void unit_month_cells(UnitMonthMaking *m);

/* unit_month_shifts.c: shifts of the day, when its cells are there. */
void unit_month_shifts(UnitMonthMaking *m);

/* unit_month_caps.c: the root, and counts of the day. */
UnitId unit_month_root(const UnitMonthMaking *m);
void unit_month_caps(UnitMonthMaking *m);

/* unit_month_counters.c */
void unit_month_find_counters(UnitMonthMaking *m);
void unit_month_counters(UnitMonthMaking *m);

/* unit_month_rules.c: when all days are counted. */
void unit_month_rules(UnitMonthMaking *m);
