/* SPDX-License-Identifier: Apache-2.0 */
/*
 * row_case.h - the days on which, and the units by which the labels of a row of
 * a table are borne; of clause_rows.c alone.
 *
 *   status    the days of the status in the government's area: `spans`
 *   stands    those in the area where the unit stands; a case an area, with
 *             the units that stand there, and one more for the days on which
 *             that area has no status and the government's counts
 *   service   the units of that class: `among`
 *   day       those days of the week: `weekdays`
 *
 * Where a unit stands is said by itself or the nearest above it; on a day of
 * which nothing is known there, or when none is said, the government's area is
 * taken.  Its class is likewise its own or that of the nearest above that has
 * one.  Two labels hold together.
 */
#pragma once

#include "circular/build.h"

enum { ROW_EVERY_DAY = 0x7f };

typedef struct {
    VEC(Window) list;
} Windows;

typedef struct {
    Build *b;
    const Sentence *table;
    const TableRow *row;
    Str keys;
    Str area;       /* of this case */
    Str cited;      /* that whose status it is, of these two */
    uint8_t *among; /* units of this case */
    Windows spans;
    bool under_status;
    uint8_t weekdays; /* bits */
    bool unborne;     /* some label is borne by nothing at all */
} RowCase;

typedef struct {
    VEC(RowCase) list;
} RowCases;

/* Does a key ask for the area where the unit stands? */
bool row_case_asks_area(const Sentence *table);

/* The area that is asked first for the unit: its own when something is known
 * there on some day. */
Str row_case_area(const Build *b, const Sentence *table, UnitId unit);

/* All units on all days, no label asked yet; the area where they stand, or "".
 */
RowCase row_case_open(Build *b, const Sentence *table, const TableRow *row,
                      Str area);

/* The case by its labels, and those that come of it: each day is in one of
 * them. */
RowCases row_case_meet(RowCase c);

/* On no day at all: a clause under a status that never holds. */
void row_case_never(RowCase *c);
