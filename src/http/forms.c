/* SPDX-License-Identifier: Apache-2.0 */
#include "http/forms.h"

#include "http/limit.h"
#include "http/percent.h"
#include "http/token.h"

static bool is_line_byte(unsigned char c)
{
    return c == '\t' || c == '\n' || c == '\r';
}

bool forms_text_is_fair(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < ' ' && !is_line_byte(c)) || c == 0x7f) return false;
    }
    return str_utf8_fault(text) == SIZE_MAX;
}

static size_t count_marks(Str text, char mark)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == mark;
    return count;
}

/* ---- fields -------------------------------------------------------------- */

static Refusal take_text(Arena *arena, Str raw, Str *out)
{
    char *text = NEW(arena, char, raw.len);
    size_t len = 0;
    if (!percent_decode(raw, true, text, &len)) return REFUSAL_FORM;
    if (len > LIMIT_VALUE) return REFUSAL_FORM_LARGE;
    *out = (Str){text, len};
    return forms_text_is_fair(*out) ? REFUSAL_NONE : REFUSAL_FORM_TEXT;
}

static Refusal take_field(Arena *arena, Str piece, HttpPair *out)
{
    size_t mark = str_find(piece, STR("="), 0);
    Refusal why = take_text(arena, str_slice(piece, 0, mark), &out->name);
    if (why != REFUSAL_NONE) return why;
    if (out->name.len == 0) return REFUSAL_FORM;
    if (mark == SIZE_MAX) mark = piece.len;
    return take_text(arena, str_slice(piece, mark + 1, piece.len), &out->value);
}

Refusal forms_fields(Arena *arena, Str text, HttpPairs *out)
{
    size_t most = count_marks(text, '&') + 1;
    if (most > LIMIT_FIELDS) return REFUSAL_FORM_LARGE;
    HttpPair *pairs = NEW(arena, HttpPair, most);
    size_t count = 0;
    Str piece = {0};
    while (str_next(&text, '&', &piece)) {
        Refusal why = take_field(arena, piece, &pairs[count++]);
        if (why != REFUSAL_NONE) return why;
    }
    *out = (HttpPairs){pairs, count};
    return REFUSAL_NONE;
}

/* ---- cookies ------------------------------------------------------------- */

/* RFC 6265, 4.1.1: printable ASCII but blank, quote, comma, ; and backslash. */
static bool is_cookie_value(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c <= ' ' || c > '~' || c == '"' || c == ',' || c == '\\')
            return false;
    }
    return true;
}

static bool take_cookie(Str piece, HttpPair *out)
{
    size_t mark = str_find(piece, STR("="), 0);
    if (mark == SIZE_MAX) return false;
    out->name = str_slice(piece, 0, mark);
    out->value = str_slice(piece, mark + 1, piece.len);
    return token_is(out->name) && is_cookie_value(out->value);
}

static void take_cookies(Str text, HttpPair *pairs, size_t *count)
{
    Str piece = {0};
    while (token_next(&text, ';', &piece)) {
        if (take_cookie(piece, &pairs[*count])) ++*count;
    }
}

static bool is_cookie_header(const HttpPair *header)
{
    return str_is(header->name, STR("cookie"));
}

Refusal forms_cookies(Arena *arena, const HttpPairs *headers, HttpPairs *out)
{
    size_t most = 0;
    size_t count = 0;
    for (size_t i = 0; i < headers->count; i++) {
        if (is_cookie_header(&headers->at[i]))
            most += count_marks(headers->at[i].value, ';') + 1;
    }
    if (most > LIMIT_COOKIES) return REFUSAL_HEAD_MANY;
    HttpPair *pairs = NEW(arena, HttpPair, most + 1); /* one is being read */
    for (size_t i = 0; i < headers->count; i++) {
        if (is_cookie_header(&headers->at[i]))
            take_cookies(headers->at[i].value, pairs, &count);
    }
    *out = (HttpPairs){pairs, count};
    return REFUSAL_NONE;
}
