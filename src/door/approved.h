/* SPDX-License-Identifier: Apache-2.0 */
/*
 * approved.h - a report that was approved is not put aside unseen: whoever
 * sends another one of its day is asked first, and says which one it replaces.
 */
#pragma once

#include "door/visit.h"

typedef struct {
    const Fact *report;
    Date day;
} Approved;

/*
 * approved_is_hidden - would the report `fact` take the place of an approved
 * one of its person's day that is not `seen` (zero: none is)?  Then *out is
 * that one. Not when it was written before it, or is here already.  Whoever may
 * not report for that person, or names a day of which nothing is known, is told
 * by who writes.
 */
bool approved_is_hidden(Visit *v, const Fact *fact, FactId seen, Approved *out);

/* ERR_INPUT with its text; its id goes with the answer: a header for the outbox
 * of phones, and to programs with the whole text as members of the problem. */
void approved_ask(Visit *v, const Approved *approved, Err *err);

/* The same where nothing may take its place: of a day that is over, what was
 * sent back and is approved by now stands. */
void approved_settle(Visit *v, const Approved *approved, Err *err);
