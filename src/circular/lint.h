/*
 * lint.h - the workshop of the linter (check.c and its rooms).
 *
 *   check.c           the story, and what the text alone shows
 *   check_people.c    clauses without people, people without a clause, ties
 *   check_caps.c      forced above a cap, caps of nobody, 24-hour units
 *   check_service.c   services that would stand empty
 *   check_examples.c  the letter's own tests
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
} Lint;

void lint_say(const Lint *l, DiagLevel level, const char *id, Span span,
              Str said_id, Str said_en);

/* The first day from the first effect on that five-day units work; false when
 * the letter places nobody in the next 60 days. */
bool lint_sample_day(const Lint *l, Date *out);

void lint_people(const Lint *l, const LawDay *day);
void lint_caps(const Lint *l, const LawDay *day);
void lint_service(const Lint *l, const LawDay *day);

/* "Dinas A, Dinas B, ... (12 unit)": at most five names. */
typedef struct {
    Buf names;
    uint32_t count;
} NameList;

NameList lint_names(const Lint *l);
void lint_name(NameList *list, Str name);
