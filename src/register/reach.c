/* SPDX-License-Identifier: Apache-2.0 */
#include "register/reach.h"

#include "base/num.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- telephone ------------------------------------------------------------
 */

bool reach_phone_is(Str text)
{
    enum { LEAST = 3, MOST = 15 };
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_digit(c))
            digits++;
        else if (c != ' ' && (c != '+' || i > 0))
            return false;
    }
    return digits >= LEAST && digits <= MOST;
}

static Str without_blanks(Arena *arena, Str text)
{
    char *out = NEW(arena, char, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != ' ') out[len++] = text.ptr[i];
    }
    return (Str){out, len};
}

Str reach_phone_dialled(Arena *arena, Str phone)
{
    return without_blanks(arena, phone);
}

/* ---- place ----------------------------------------------------------------
 */

/* The digits behind the point; whether they are all zero. */
static bool fraction_is(Str text, bool *zero)
{
    enum { PLACES = 8 };
    *zero = true;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i])) return false;
        *zero = *zero && text.ptr[i] == '0';
    }
    return text.len > 0 && text.len <= PLACES;
}

static bool degrees_are(Str text, int64_t most)
{
    int64_t whole = 0;
    bool zero = true;
    if (str_starts(text, STR("-"))) text = str_slice(text, 1, text.len);
    size_t mark = str_find(text, STR("."), 0);
    Str before = str_slice(text, 0, mark);
    if (before.len == 0 || !is_digit(before.ptr[0])) return false;
    if (!num_is(before, 0, most, &whole)) return false;
    if (mark != SIZE_MAX &&
        !fraction_is(str_slice(text, mark + 1, text.len), &zero))
        return false;
    return whole < most || zero;
}

bool reach_point_parse(Arena *arena, Str text, Str *point)
{
    enum { LATITUDE = 90, LONGITUDE = 180 };
    size_t comma = str_find(text, STR(","), 0);
    if (comma == SIZE_MAX) return false;
    Str latitude = str_trim(str_slice(text, 0, comma));
    Str longitude = str_trim(str_slice(text, comma + 1, text.len));
    if (!degrees_are(latitude, LATITUDE) || !degrees_are(longitude, LONGITUDE))
        return false;
    *point =
        str_format(arena, "%.*s,%.*s", STR_ARG(latitude), STR_ARG(longitude));
    return true;
}

/* ---- without leaving home -------------------------------------------------
 */

/* Names between dots, none of which is empty or has a hyphen at its ends. */
static bool host_is(Str host)
{
    Str name;
    if (host.len == 0 || str_ends(host, STR("."))) return false;
    while (str_next(&host, '.', &name)) {
        if (name.len == 0 || str_starts(name, STR("-")) ||
            str_ends(name, STR("-")))
            return false;
        for (size_t i = 0; i < name.len; i++) {
            char c = name.ptr[i];
            if (!is_letter(c) && !is_digit(c) && c != '-') return false;
        }
    }
    return true;
}

static bool port_is(Str port)
{
    int64_t number = 0;
    return port.len > 0 && is_digit(port.ptr[0]) &&
           num_is(port, 1, UINT16_MAX, &number);
}

/* What stands for itself in a path or query (RFC 3986). */
static bool path_is(Str path)
{
    const Str others = STR("-._~%!$&()*+,;=:@/?#");
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (!is_letter(c) && !is_digit(c) &&
            str_find(others, str_slice(path, i, i + 1), 0) == SIZE_MAX)
            return false;
    }
    return true;
}

/* Where host and port end: at the path, the query or the fragment. */
static size_t host_end(Str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] != '/' && text.ptr[at] != '?' &&
           text.ptr[at] != '#')
        at++;
    return at;
}

bool reach_online_is(Str text)
{
    enum { MOST = 500 };
    Str scheme = STR("https://");
    if (!str_starts(text, scheme) || text.len > MOST) return false;
    Str rest = str_slice(text, scheme.len, text.len);
    size_t end = host_end(rest);
    Str host = str_slice(rest, 0, end);
    size_t colon = str_find(host, STR(":"), 0);
    if (colon != SIZE_MAX && !port_is(str_slice(host, colon + 1, host.len)))
        return false;
    return host_is(str_slice(host, 0, colon)) &&
           path_is(str_slice(rest, end, rest.len));
}

/* ---- papers ---------------------------------------------------------------
 */

bool reach_next_document(Str *rest, Str *document)
{
    while (str_next(rest, ';', document)) {
        *document = str_trim(*document);
        if (document->len > 0) return true;
    }
    return false;
}
