/* SPDX-License-Identifier: Apache-2.0 */
/*
 * num.h - the one parser of numbers.
 *
 * Whole text or nothing: no blanks, no plus sign, no overflow.
 */
#pragma once

#include "base/err.h"

/* A whole number from `low` to `high`; ERR_INPUT with the text, or the value
 * and the limits. */
MUST_USE bool num_parse(Str text, int64_t low, int64_t high, int64_t *out,
                        Err *err);

/* As num_parse without a sentence: for guesses among several readings. */
bool num_is(Str text, int64_t low, int64_t high, int64_t *out);

/*
 * num_hundredths - "50" -> 5000, "33,33" -> 3333, "7.5" is refused unless
 * `mark` is '.': a share or a decimal with at most two places.
 */
bool num_hundredths(Str text, char mark, int64_t *out);
