/* SPDX-License-Identifier: Apache-2.0 */
#include "http/target.h"

#include "http/forms.h"
#include "http/percent.h"

/* Printable ASCII, no blank; "#" is never sent. */
static bool has_fair_bytes(Str target)
{
    for (size_t i = 0; i < target.len; i++) {
        char c = target.ptr[i];
        if (c <= ' ' || c > '~' || c == '#') return false;
    }
    return true;
}

static bool has_no_separator(Str decoded)
{
    for (size_t i = 0; i < decoded.len; i++) {
        unsigned char c = (unsigned char)decoded.ptr[i];
        if (c < ' ' || c == 0x7f || c == '/' || c == '\\') return false;
    }
    return true;
}

static bool is_dots(Str segment)
{
    return str_is(segment, STR(".")) || str_is(segment, STR(".."));
}

/* One segment, decoded at the end of what is written of the path. */
static Refusal take_segment(Str raw, char *out, size_t *len)
{
    Str decoded = {out, 0};
    if (!percent_decode(raw, false, out, &decoded.len) ||
        !has_no_separator(decoded) || str_utf8_fault(decoded) != SIZE_MAX)
        return REFUSAL_TARGET_PERCENT;
    if (is_dots(decoded)) return REFUSAL_TARGET_SEGMENT;
    *len = decoded.len;
    return REFUSAL_NONE;
}

static Refusal take_path(Arena *arena, Str raw, Str *path)
{
    char *out = NEW(arena, char, raw.len); /* decoding never lengthens */
    size_t len = 0;
    Str rest = str_slice(raw, 1, raw.len);
    Str segment = {0};
    out[len++] = '/';
    while (str_next(&rest, '/', &segment)) {
        size_t more = 0;
        if (segment.len == 0) return REFUSAL_TARGET_SEGMENT;
        Refusal why = take_segment(segment, out + len, &more);
        if (why != REFUSAL_NONE) return why;
        len += more;
        if (rest.ptr > segment.ptr + segment.len) out[len++] = '/';
    }
    *path = (Str){out, len};
    return REFUSAL_NONE;
}

Refusal target_read(Arena *arena, Str target, Str *path, HttpPairs *query)
{
    if (!str_starts(target, STR("/")) || str_starts(target, STR("//")))
        return REFUSAL_TARGET_FORM;
    if (!has_fair_bytes(target)) return REFUSAL_TARGET_BYTE;
    size_t mark = str_find(target, STR("?"), 0);
    Refusal why = take_path(arena, str_slice(target, 0, mark), path);
    if (why != REFUSAL_NONE || mark == SIZE_MAX) return why;
    Str text = str_slice(target, mark + 1, target.len);
    why = forms_fields(arena, text, query);
    return why == REFUSAL_NONE ? why : REFUSAL_QUERY;
}
