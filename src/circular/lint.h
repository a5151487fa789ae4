/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lint.h - the workshop of the linter (check.c and its rooms).
 *
 *   check.c           the story, and what the text alone shows
 *   check_say.c       how a finding is told
 *   check_sample.c    the days on which a letter is looked at
 *   check_dates.c     days that cannot be
 *   check_rows.c      rows of tables that nothing bears
 *   check_hours.c     hours that no day has
 *   check_zone.c      times of another zone
 *   check_period.c    periods by a name that has no dates
 *   check_lasting.c   so many days without dates
 *   check_twice.c     sentences alike but for a number
 *   check_days.c      days in a week that no roster shares out
 *   check_people.c    clauses without people, people without a clause, ties
 *   check_parts.c     parts of a clause that come to nothing
 *   check_clash.c     clauses of one letter against each other
 *   check_caps.c      forced above a cap, caps of nobody, 24-hour units
 *   check_service.c   services that would stand empty
 *   check_examples.c  the letter's own tests
 *   check_unit_example.c  those of "a unit of n"
 */
#pragma once

#include "circular/check.h"

typedef struct {
    Arena *arena;
    const Corpus *c; /* NULL: the letter alone */
    uint32_t letter; /* into c->letters */
    const Letter *tree;
    const Source *source;
    Diags *diags;
    const Date *days; /* looked at, in the order of the calendar */
    uint32_t day;     /* which of them is looked at now */
    uint32_t by;      /* the letter that is checked: this one, or one that
                         amends it */
    Date from;        /* the first day on which that one amends it */
} Lint;

/* Of one letter of the corpus, before any day is looked at. */
Lint lint_of(Arena *arena, const Corpus *corpus, uint32_t letter, Diags *diags);

void lint_say(const Lint *l, DiagLevel level, const char *id, Span span,
              Str said_id, Str said_en);
/* The same of a clause, in the letter that brought its sentence. */
void lint_say_of(const Lint *l, const Clause *clause, DiagLevel level,
                 const char *id, Str said_id, Str said_en);
/* ... and of a place in that letter (into c->letters). */
void lint_say_by(const Lint *l, uint32_t letter, DiagLevel level,
                 const char *id, Span span, Str said_id, Str said_en);

/* A working day of five-day units? */
bool lint_works_plainly(const Lint *l, Date day);

/* Does the clause hold on the day, and on none looked at before? */
bool lint_first_held(const Lint *l, ClauseId id, const LawDay *day);

/* All that is looked for on a day, on each of the days to look at. */
void lint_on_days(Lint *l);

void lint_signing(const Lint *l);
void lint_never(const Lint *l);
void lint_rows(const Lint *l);
void lint_hours(const Lint *l);
void lint_zone(const Lint *l);
void lint_period(const Lint *l);
void lint_unit_example(const Lint *l, const Example *example);
void lint_lasting(const Lint *l, const Sentence *s);
void lint_twice(const Lint *l);
void lint_days(const Lint *l);
void lint_level(const Lint *l);
/* covered, per person: under some rule of place on a day looked at. */
void lint_people(const Lint *l, const LawDay *day, bool *covered);
void lint_no_rule(const Lint *l, Date day, const bool *covered);
void lint_terms(const Lint *l, const LawDay *day);
void lint_emptied(const Lint *l, const LawDay *day);
void lint_bounds(const Lint *l, const LawDay *day);
void lint_exempt(const Lint *l, const LawDay *day);
void lint_rest(const Lint *l, const LawDay *day);
void lint_caps(const Lint *l, const LawDay *day);
void lint_service(const Lint *l, const LawDay *day);

/* "Dinas A, Dinas B, ... (12 unit)": at most five names. */
typedef struct {
    Buf names;
    uint32_t count;
} NameList;

NameList lint_names(const Lint *l);
/* A unit by its name; where another is called so, with its agency's. */
void lint_unit(const Lint *l, NameList *list, UnitId unit);
void lint_name(NameList *list, Str name);
