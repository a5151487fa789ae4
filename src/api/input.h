/* SPDX-License-Identifier: Apache-2.0 */
/*
 * input.h - JSON that came from outside: read within limits, member by member.
 *
 * No member twice, at most INPUT_DEPTH deep, UTF-8, no NUL in texts.  What does
 * not read is ERR_INPUT with line and column; what is too large, ERR_LIMIT.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"
#include "base/zone.h"

#include <jansson.h>

enum {
    INPUT_DEPTH = 8,
    INPUT_FACT_MOST = 64 << 10,
    INPUT_LIST_MOST = 1 << 20,
    INPUT_ITEMS_MOST = 1000
};

/* *out is given back with input_done. */
MUST_USE bool input_read(Str body, size_t most, json_t **out, Err *err);
void input_done(json_t **value); /* for AUTO(input_done) */

/* A text or a whole number as text, in the arena; null is an empty text.  False
 * when it is something else. */
MUST_USE bool input_text(Arena *arena, const json_t *value, Str *out);

/* "2020-08-03T07:31:05+08:00", with at most six digits of a second. */
MUST_USE bool input_instant(Str text, Instant *out);

/* From 2000 to 2199: what a fact may say (fact_check).  1970 would be no
 * instant at all. */
bool input_instant_fits(Instant at);

/* ERR_INPUT of a member. */
bool input_wrong(Err *err, Str member, const char *id, const char *en);
