/* SPDX-License-Identifier: Apache-2.0 */
/*
 * approved.h - a report that was approved is not put aside unseen: whoever
 * sends another one of its day is asked first, and says which one it replaces.
 */
#pragma once

#include "door/visit.h"

/*
 * approved_asks - would the report `fact` take the place of an approved one of
 * its person's day that is not `seen` (zero: none is)?  Then nothing is to be
 * written: *err is ERR_INPUT with its text and what to do, and its id goes with
 * the answer: a header for the outbox of phones, and to programs with the whole
 * text as members of the problem.  Of a day that is over, what was sent back
 * and is approved by now stands, whatever was seen.
 *
 * Not asked of another kind of fact, nor of one that was written before the
 * approved one or is here already.  Whoever may not report for that person,
 * names a day of which nothing is known, or reports too late, is told by who
 * writes.
 */
bool approved_asks(Visit *v, const Fact *fact, FactId seen, Err *err);
