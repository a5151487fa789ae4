/* SPDX-License-Identifier: Apache-2.0 */
/*
 * letter_days.h - the days on which a letter works: those that a roster is
 * tried on before it is signed, or that it is compared on.
 */
#pragma once

#include "circular/corpus.h"

enum { LETTER_DAYS_MOST = 56 }; /* further ones are asked for by their dates */

/*
 * From the first day on which the letter places anybody to its end; of an
 * amendment, from its own first day to the end of what it amends.  `more` when
 * the letter goes on behind.  When neither places anybody, the period of the
 * whole law, or ERR_INPUT as of corpus_period.
 */
MUST_USE bool letter_days(const Corpus *corpus, const Letter *tree, Window *out,
                          bool *more, Err *err);
