/* SPDX-License-Identifier: Apache-2.0 */
#include "http/head.h"

#include "http/framing.h"
#include "http/limit.h"
#include "http/target.h"
#include "http/token.h"

#include <string.h>

/* ---- where it ends ------------------------------------------------------- */

/* The line from `from` is whole when this is true; *next is behind it. */
static bool find_line(Str bytes, size_t from, size_t *next)
{
    const char *feed = memchr(bytes.ptr + from, '\n', bytes.len - from);
    if (feed == NULL) return false;
    *next = (size_t)(feed - bytes.ptr) + 1;
    return true;
}

static Refusal too_long(size_t len, bool first)
{
    if (first && len > LIMIT_LINE) return REFUSAL_LINE_LONG;
    return len > LIMIT_HEAD ? REFUSAL_HEAD_LARGE : REFUSAL_NONE;
}

/* The line from `from` to `next`, as far as it can be judged alone. */
static Refusal check_line(Str bytes, size_t from, size_t next)
{
    Str line = str_slice(bytes, from, next);
    if (!str_ends(line, STR("\r\n"))) return REFUSAL_LINE_END;
    if (from == 0 && line.len == 2) return REFUSAL_LINE_FORM;
    return too_long(next, from == 0);
}

bool head_end(Str bytes, size_t *seen, size_t *length, Refusal *why)
{
    size_t next = 0;
    while (find_line(bytes, *seen, &next)) {
        size_t from = *seen;
        *why = check_line(bytes, from, next);
        if (*why != REFUSAL_NONE) return false;
        *seen = next;
        if (next - from > 2) continue;
        *length = next;
        return true;
    }
    *why = too_long(bytes.len, *seen == 0);
    return false;
}

/* ---- the line of the request --------------------------------------------- */

/* Methods that we know and do not serve have no use here, and say so. */
static const struct {
    Str name;
    HttpMethod method;
    bool bodiless, ours;
} methods[] = {
    {STR_INIT("GET"),     HTTP_GET,    false, true },
    {STR_INIT("HEAD"),    HTTP_GET,    true,  true },
    {STR_INIT("POST"),    HTTP_POST,   false, true },
    {STR_INIT("PUT"),     HTTP_PUT,    false, true },
    {STR_INIT("DELETE"),  HTTP_DELETE, false, true },
    {STR_INIT("PATCH"),   HTTP_GET,    false, false},
    {STR_INIT("OPTIONS"), HTTP_GET,    false, false},
    {STR_INIT("TRACE"),   HTTP_GET,    false, false},
    {STR_INIT("CONNECT"), HTTP_GET,    false, false},
};

static Refusal take_method(Str name, Head *head)
{
    if (!token_is(name)) return REFUSAL_LINE_FORM;
    for (size_t i = 0; i < COUNT(methods); i++) {
        if (!str_is(name, methods[i].name)) continue;
        head->method = methods[i].method;
        head->bodiless = methods[i].bodiless;
        return methods[i].ours ? REFUSAL_NONE : REFUSAL_METHOD_NOT_OURS;
    }
    return REFUSAL_METHOD_UNKNOWN;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static Refusal take_version(Str version, Head *head)
{
    head->old = str_is(version, STR("HTTP/1.0"));
    if (head->old || str_is(version, STR("HTTP/1.1"))) return REFUSAL_NONE;
    bool other = version.len == 8 && str_starts(version, STR("HTTP/")) &&
                 is_digit(version.ptr[5]) && version.ptr[6] == '.' &&
                 is_digit(version.ptr[7]);
    return other ? REFUSAL_VERSION : REFUSAL_LINE_FORM;
}

/* Exactly two blanks: a target that holds one has three pieces. */
static Refusal take_line(Arena *arena, Str line, Head *head)
{
    size_t first = str_find(line, STR(" "), 0);
    if (first == SIZE_MAX) return REFUSAL_LINE_FORM;
    size_t second = str_find(line, STR(" "), first + 1);
    if (second == SIZE_MAX) return REFUSAL_LINE_FORM;
    Refusal why = take_method(str_slice(line, 0, first), head);
    if (why == REFUSAL_NONE)
        why = take_version(str_slice(line, second + 1, line.len), head);
    if (why != REFUSAL_NONE) return why;
    head->target = str_slice(line, first + 1, second);
    return target_read(arena, head->target, &head->path, &head->query);
}

/* ---- headers ------------------------------------------------------------- */

/* `line` may be written to: names are brought to lower case where they are. */
static Refusal take_header(char *line, size_t len, HttpPair *out)
{
    Str text = {line, len};
    if (line[0] == ' ' || line[0] == '\t') return REFUSAL_HEADER_FOLDED;
    size_t colon = str_find(text, STR(":"), 0);
    if (colon == SIZE_MAX) return REFUSAL_HEADER_NAME;
    out->name = str_slice(text, 0, colon);
    if (!token_is(out->name)) return REFUSAL_HEADER_NAME;
    token_lower(line, colon);
    out->value = token_trim(str_slice(text, colon + 1, len));
    return token_value_is(out->value) ? REFUSAL_NONE : REFUSAL_HEADER_VALUE;
}

static size_t count_lines(Str text)
{
    size_t count = 0;
    size_t next = 0;
    for (size_t at = 0; find_line(text, at, &next); at = next)
        count++;
    return count;
}

/* `text`: the headers, each with its CRLF, and the empty line. */
static Refusal take_headers(Arena *arena, char *text, size_t len, Head *head)
{
    size_t count = count_lines((Str){text, len}) - 1;
    if (count > LIMIT_HEADERS) return REFUSAL_HEAD_MANY;
    HttpPair *pairs = NEW(arena, HttpPair, count);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t next = 0;
        CHECK(find_line((Str){text, len}, at, &next));
        Refusal why = take_header(text + at, next - at - 2, &pairs[i]);
        if (why != REFUSAL_NONE) return why;
        at = next;
    }
    head->headers = (HttpPairs){pairs, count};
    return REFUSAL_NONE;
}

Refusal head_read(Arena *arena, Str bytes, Head *out)
{
    Head head = {0};
    size_t line = 0;
    CHECK(find_line(bytes, 0, &line) && str_ends(bytes, STR("\r\n\r\n")));
    char *own = NEW(arena, char, bytes.len);
    memcpy(own, bytes.ptr, bytes.len);
    Refusal why = take_line(arena, (Str){own, line - 2}, &head);
    if (why == REFUSAL_NONE)
        why = take_headers(arena, own + line, bytes.len - line, &head);
    if (why == REFUSAL_NONE) why = framing_read(&head);
    if (why == REFUSAL_NONE) *out = head;
    return why;
}
