/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day.h - the verdict of a person's day, from docs/day.md alone.
 *
 * A second evaluator: it scans the whole list of facts for every question,
 * keeps nothing between them and shares nothing with src/day/ but the types.
 * Where both agree on random days, each has been written from the page.
 */
#pragma once

#include "day/verdict.h"

/* A corpus, and whom each of its duties means (NULL: no duty). */
typedef struct {
    const Corpus *corpus;
    const Selection **who; /* by clause */
} NaiveLaw;

NaiveLaw naive_law(Arena *arena, const Corpus *corpus);

/* All that a day is judged from; borrowed.  `plan` may be NULL. */
typedef struct {
    const NaiveLaw *law;
    LawDay *day;
    const Plan *plan;
    DayHours hours;
    Zone zone;
    Instant now;
    const Fact *facts;
    size_t count;
} NaiveView;

/* O(facts^2 * clauses); what it allocates is of no use afterwards. */
void naive_verdict(Arena *scratch, const NaiveView *view, PersonId person,
                   Verdict *out);
