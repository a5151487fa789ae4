/* SPDX-License-Identifier: Apache-2.0 */
/*
 * forms.h - what people fill in: queries, forms, cookies.
 *
 * Strict and bounded (limit.def): a form that is not well formed is refused as
 * a whole, for half of one is a different one.
 */
#pragma once

#include "http/http.h"
#include "http/refuse.h"

/* "a=1&b=x+y": names are not empty; texts are UTF-8 whose only control bytes
 * are tabs and line ends.  An empty text has no fields. */
MUST_USE Refusal forms_fields(Arena *arena, Str text, HttpPairs *out);

/*
 * forms_cookies - of all Cookie headers.  A cookie that is not well formed is
 * left out, not refused: other sites of the same domain may have set it, and
 * nobody should be locked out of ours by that.  Too many are refused.
 */
MUST_USE Refusal forms_cookies(Arena *arena, const HttpPairs *headers,
                               HttpPairs *out);

/* A text that a person may have typed: UTF-8, tabs and line ends. */
bool forms_text_is_fair(Str text);
