/* SPDX-License-Identifier: Apache-2.0 */
/*
 * check.h - the linter: what a careful reader would ask before signing.
 *
 * The gates before it (reading, fitting, knowing) find what cannot be used;
 * this one finds what real letters leave open: days in words against dates,
 * a start on a day off, lists that are open, clauses that can never apply,
 * people under no rule, forced people above a cap, a cap of nobody, a
 * 24-hour unit under a cap, open ends without a review, letters that overlap,
 * clauses that tie, examples that fail.  Ids of the family "periksa".
 */
#pragma once

#include "circular/law.h"

/* Lint one letter of the corpus (index), as errors, warnings and notes. */
void check_letter(Arena *arena, const Corpus *corpus, uint32_t letter,
                  Diags *diags);

/*
 * What can be said without a register: shape only (dates, days in words, open
 * lists, missing number, open end without review).
 */
void check_alone(Arena *arena, const Letter *letter, const Source *source,
                 Diags *diags);

/*
 * check_examples - the letter's own tests.  `from` are all letters, since an
 * example may ask what was known on another day.  Failing ones are errors
 * with what came out instead and by which rule.
 */
void check_examples(Arena *arena, const CorpusFrom *from, const Corpus *corpus,
                    uint32_t letter, Diags *diags);
