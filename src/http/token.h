/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token.h - the smallest words of HTTP (RFC 9110, 5.6): tokens and values.
 */
#pragma once

#include "base/str.h"

/* 1*tchar: letters, digits and a few marks. */
bool token_is(Str text);
void token_lower(char *text, size_t len); /* ASCII, in place */

/* Printable UTF-8, blanks and tabs; no other control byte. */
bool token_value_is(Str text);

/* The same token but for the case of ASCII letters. */
bool token_same(Str a, Str b);

/* Cut the next member off a list ("a, b;q=0"), trimmed; false at its end. */
bool token_next(Str *list, char mark, Str *member);
bool token_listed(Str list, Str token);

/* Blanks and tabs at both ends away. */
Str token_trim(Str text);
