/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rules.h - one day of a plan beside what the letters say of it.
 *
 *   plan_rules.c    the story: people, then caps, then counters, day by day
 *   reason_rule.c   what the reason of each cell must say
 *   row_rule.c      rows of tables: whether they hold, unit by unit
 *   days_rule.c     days of a person in a week or month
 *   cap_rule.c      every cap in every unit
 *   counter_rule.c  officers for counters and field posts
 */
#pragma once

#include "audit/audit.h"
#include "base/vec.h"

typedef struct {
    const Plan *plan;
    const Corpus *corpus;
    const LawDay *law;
    Date date;
    uint32_t day;          /* of the plan */
    const Directive *said; /* by the law, per person */
} RuleDay;

/* The letter that the plan has for the person. */
static inline char rule_cell(const RuleDay *day, uint32_t person)
{
    return plan_cell(day->plan, (PersonId){person}, day->day);
}

/* The reason of the person's cell is what the law gives. */
MUST_USE bool reason_rule_holds(const RuleDay *day, uint32_t person, Err *err);

/* Every row of a table holds in those units that bear its labels that day, as
 * known, and in no other. */
MUST_USE bool row_rule_holds(const RuleDay *day, Err *err);

/* Days of each person, counted day by day in the order of the plan and judged
 * where a week or month ends. */
typedef struct DaysBook DaysBook;
DaysBook *days_book_open(const Corpus *corpus, Arena *arena);
MUST_USE bool days_rule_holds(const RuleDay *day, DaysBook *book, Err *err);

/* Where the counts of caps are put: the line of clause and unit. */
typedef struct {
    uint32_t *line_of; /* clause_count * unit_count: into lines, or NO_INDEX */
    VEC(CapLine) lines;
} CapBook;

/* Counts go to the book in the arena of `scratch`; `wanted` of each person
 * becomes 1 where a floor has nobody to spare. */
MUST_USE bool cap_rule_holds(const RuleDay *day, CapBook *book, uint8_t *wanted,
                             Arena *scratch, Err *err);

/* *missed: officers wanting whom no plan can give. */
MUST_USE bool counter_rule_holds(const RuleDay *day, Arena *scratch,
                                 uint64_t *missed, Err *err);

/* Is the counter open: by its window and weekdays, its unit's week, and no
 * closure? */
bool counter_rule_opens(const RuleDay *day, const Counter *counter);
