/* SPDX-License-Identifier: Apache-2.0 */
/*
 * law_on_day.h - use case: which rules of which letters are in force on a day.
 */
#pragma once

#include "app/office.h"

/* Of a day on which a letter or a clause begins or ends within: those of both
 * halves. */
typedef struct {
    uint32_t letter; /* into corpus.letters */
    const ClauseId *clauses;
    uint32_t clause_count;
} LetterOnDay;

typedef struct {
    Corpus corpus;
    Date day;
    const LetterOnDay *letters; /* those in force, in their order */
    uint32_t letter_count;
} LawOnDay;

/* By the letters known on `known`.  False as office_law.  Of the office's
 * arena; *out must not be copied: what was made of the day points into it. */
MUST_USE bool law_on_day(Office *office, Date day, Date known, LawOnDay *out,
                         Err *err);
