/* SPDX-License-Identifier: Apache-2.0 */
#include "http/parameter.h"

#include "http/token.h"

Str parameter_word(Str value)
{
    return token_trim(str_slice(value, 0, str_find(value, STR(";"), 0)));
}

/* What is quoted may hold a semicolon: the end is looked for by its start. */
static bool take_quoted(Str *rest, Str *out)
{
    size_t end = str_find(*rest, STR("\""), 1);
    if (end == SIZE_MAX) return false;
    *out = str_slice(*rest, 1, end);
    *rest = token_trim(str_slice(*rest, end + 1, rest->len));
    return rest->len == 0 || rest->ptr[0] == ';';
}

static bool take_token(Str *rest, Str *out)
{
    size_t end = str_find(*rest, STR(";"), 0);
    *out = token_trim(str_slice(*rest, 0, end));
    *rest = str_slice(*rest, end, rest->len);
    return token_is(*out);
}

/* *rest begins with ";". */
static bool take_parameter(Str *rest, Str *name, Str *out)
{
    Str text = token_trim(str_slice(*rest, 1, rest->len));
    size_t mark = str_find(text, STR("="), 0);
    if (mark == SIZE_MAX) return false;
    *name = str_slice(text, 0, mark);
    *rest = str_slice(text, mark + 1, text.len);
    if (!token_is(*name)) return false;
    bool quoted = str_starts(*rest, STR("\""));
    return quoted ? take_quoted(rest, out) : take_token(rest, out);
}

bool parameter_find(Str value, Str name, Str *out, bool *there)
{
    Str found = STR("");
    bool seen = false;
    size_t at = str_find(value, STR(";"), 0);
    Str rest = str_slice(value, at, value.len);
    while (rest.len > 0) {
        Str key = {0};
        Str text = {0};
        if (!take_parameter(&rest, &key, &text)) return false;
        if (!token_same(key, name)) continue;
        if (seen) return false;
        found = text;
        seen = true;
    }
    *out = found;
    *there = seen;
    return true;
}
