/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http.h"

#include "http/token.h"

static size_t find(const HttpPairs *pairs, Str name)
{
    size_t at = 0;
    while (at < pairs->count && !str_is(pairs->at[at].name, name))
        at++;
    return at;
}

Str http_first(const HttpPairs *pairs, Str name)
{
    size_t at = find(pairs, name);
    return at < pairs->count ? pairs->at[at].value : STR("");
}

bool http_has(const HttpPairs *pairs, Str name)
{
    return find(pairs, name) < pairs->count;
}

void http_header(HttpAnswer *answer, Str name, Str value)
{
    CHECK(token_is(name) && token_value_is(value));
    VEC_PUSH(answer->arena, &answer->headers, ((HttpPair){name, value}));
}

bool http_path_is_ours(Str path)
{
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (c <= ' ' || c > '~' || c == '\\') return false;
    }
    return str_starts(path, STR("/")) && !str_starts(path, STR("//"));
}

void http_see_other(HttpAnswer *answer, Str path)
{
    CHECK(http_path_is_ours(path));
    answer->status = 303;
    http_header(answer, STR("Location"), path);
}
