/* SPDX-License-Identifier: Apache-2.0 */
/*
 * proof_fault.h - what the auditor said of an answer, in names.
 *
 * The auditor speaks of rows, nodes, posts and days of the question by number;
 * a reader knows people, units, counters and dates.
 */
#pragma once

#include "roster/demand.h"

/* Name what the sentence of *err numbers; say it in Indonesian too, where
 * nobody has.  Returns false, as FAIL does. */
bool proof_fault(Arena *scratch, const Demand *demand, Err *err);
