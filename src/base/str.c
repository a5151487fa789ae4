/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Str str_of(const char *c_string)
{
    return (Str){c_string, strlen(c_string)};
}

bool str_is(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool str_starts(Str text, Str prefix)
{
    return text.len >= prefix.len &&
           str_is((Str){text.ptr, prefix.len}, prefix);
}

bool str_ends(Str text, Str suffix)
{
    if (text.len < suffix.len) return false;
    return str_is(str_slice(text, text.len - suffix.len, text.len), suffix);
}

int str_order(Str a, Str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common == 0 ? 0 : memcmp(a.ptr, b.ptr, common);
    if (order != 0) return order;
    return (a.len > b.len) - (a.len < b.len);
}

/*
 * The width in bytes of the blank at a place, 0 if there is none.  The blank
 * that does not break (C2 A0), which word processors leave behind, is one too.
 */
static size_t blank_at(Str text, size_t at)
{
    if (at >= text.len) return 0;
    char c = text.ptr[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    bool hard = c == '\xc2' && at + 1 < text.len && text.ptr[at + 1] == '\xa0';
    return hard ? 2 : 0;
}

static size_t skip_blanks(Str text, size_t at)
{
    for (size_t width = 0; (width = blank_at(text, at)) > 0;)
        at += width;
    return at;
}

/* The width in bytes of the blank that ends the text, 0 if there is none. */
static size_t blank_before_end(Str text)
{
    if (text.len > 0 && blank_at(text, text.len - 1) == 1) return 1;
    return text.len > 1 && blank_at(text, text.len - 2) == 2 ? 2 : 0;
}

/* Most texts have no blank at either end: seen at a glance. */
static bool is_trimmed(Str text)
{
    unsigned char first = (unsigned char)text.ptr[0];
    unsigned char last = (unsigned char)text.ptr[text.len - 1];
    return first > ' ' && first < 0x80 && last > ' ' && last < 0x80;
}

Str str_trim(Str text)
{
    if (text.len == 0 || is_trimmed(text)) return text;
    Str rest = str_slice(text, skip_blanks(text, 0), text.len);
    for (size_t width = 0; (width = blank_before_end(rest)) > 0;)
        rest.len -= width;
    return rest;
}

Str str_slice(Str text, size_t from, size_t to)
{
    if (to > text.len) to = text.len;
    if (from > to) from = to;
    if (text.ptr == NULL) return (Str){"", 0};
    return (Str){text.ptr + from, to - from};
}

Str str_cut(Str text, size_t most)
{
    size_t end = most < text.len ? most : text.len;
    while (end > 0 && end < text.len &&
           ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
        end--;
    return str_slice(text, 0, end);
}

size_t str_find(Str text, Str want, size_t from)
{
    if (from > text.len || want.len > text.len - from) return SIZE_MAX;
    if (want.len == 0) return from;
    size_t last = text.len - want.len;
    for (size_t at = from; at <= last; at++) {
        const char *hit = memchr(text.ptr + at, want.ptr[0], last - at + 1);
        if (hit == NULL) return SIZE_MAX;
        at = (size_t)(hit - text.ptr);
        if (memcmp(hit, want.ptr, want.len) == 0) return at;
    }
    return SIZE_MAX;
}

bool str_next(Str *rest, char mark, Str *piece)
{
    if (rest->len == 0) return false;
    const char *hit = memchr(rest->ptr, mark, rest->len);
    size_t len = hit == NULL ? rest->len : (size_t)(hit - rest->ptr);
    *piece = (Str){rest->ptr, len};
    *rest = str_slice(*rest, len + 1, rest->len);
    return true;
}

static char lower(char c)
{
    if (c < 'A' || c > 'Z') return c;
    return (char)(c - 'A' + 'a');
}

/*
 * The folded form, one byte at a time: the next byte, or -1 at the end.  *at
 * starts at 0.  It is what str_fold writes down and str_folded_is compares.
 */
static int fold_next(Str text, size_t *at)
{
    size_t from = *at;
    size_t next = skip_blanks(text, from);
    *at = next;
    if (next == text.len) return -1;
    if (next > from && from > 0) return ' ';
    *at = next + 1;
    return (unsigned char)lower(text.ptr[next]);
}

bool str_folded_is(Str a, Str b)
{
    size_t at_a = 0;
    size_t at_b = 0;
    int of_a = 0;
    int of_b = 0;
    do {
        of_a = fold_next(a, &at_a);
        of_b = fold_next(b, &at_b);
    } while (of_a == of_b && of_a >= 0);
    return of_a == of_b;
}

Str str_copy(Arena *arena, Str text)
{
    char *copy = NEW(arena, char, text.len);
    if (text.len > 0) memcpy(copy, text.ptr, text.len);
    return (Str){copy, text.len};
}

Str str_fold(Arena *arena, Str text)
{
    char *folded = NEW(arena, char, text.len);
    size_t len = 0;
    size_t at = 0;
    for (int c = 0; (c = fold_next(text, &at)) >= 0;)
        folded[len++] = (char)c;
    return (Str){folded, len};
}

const char *str_c(Arena *arena, Str text)
{
    char *copy = NEW(arena, char, text.len + 1);
    if (text.len > 0) memcpy(copy, text.ptr, text.len);
    return copy;
}

Str str_format(Arena *arena, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int want = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    CHECK(want >= 0);
    size_t room = (size_t)want + 1;
    char *text = NEW(arena, char, room);
    va_start(ap, fmt);
    int made = vsnprintf(text, room, fmt, ap);
    va_end(ap);
    CHECK(made == want);
    return (Str){text, room - 1};
}

/*
 * The bytes of a code point, or 0 where none is well formed (RFC 3629: no
 * overlong forms, no surrogates, nothing past U+10FFFF).
 */
static size_t utf8_width(Str text, size_t at)
{
    static const struct {
        unsigned char first, last, second_low, second_high;
        size_t width;
    } forms[] = {
        {0x00, 0x7f, 0,    0,    1},
        {0xc2, 0xdf, 0x80, 0xbf, 2},
        {0xe0, 0xe0, 0xa0, 0xbf, 3},
        {0xe1, 0xec, 0x80, 0xbf, 3},
        {0xed, 0xed, 0x80, 0x9f, 3},
        {0xee, 0xef, 0x80, 0xbf, 3},
        {0xf0, 0xf0, 0x90, 0xbf, 4},
        {0xf1, 0xf3, 0x80, 0xbf, 4},
        {0xf4, 0xf4, 0x80, 0x8f, 4},
    };
    const unsigned char *b = (const unsigned char *)text.ptr + at;
    size_t form = 0;
    while (form < COUNT(forms) &&
           (b[0] < forms[form].first || b[0] > forms[form].last))
        form++;
    if (form == COUNT(forms)) return 0;
    size_t width = forms[form].width;
    if (width > text.len - at) return 0;
    if (width > 1 &&
        (b[1] < forms[form].second_low || b[1] > forms[form].second_high))
        return 0;
    for (size_t i = 2; i < width; i++) {
        if ((b[i] & 0xc0) != 0x80) return 0;
    }
    return width;
}

/* How many bytes of ASCII stand from here, in steps of eight. */
static size_t ascii_run(Str text, size_t at)
{
    static const uint64_t high = UINT64_C(0x8080808080808080);
    size_t from = at;
    for (; text.len - at >= sizeof high; at += sizeof high) {
        uint64_t eight;
        memcpy(&eight, text.ptr + at, sizeof eight);
        if ((eight & high) != 0) break;
    }
    return at - from;
}

size_t str_utf8_fault(Str text)
{
    size_t at = 0;
    while (at < text.len) {
        at += ascii_run(text, at);
        if (at == text.len) break;
        size_t width = utf8_width(text, at);
        if (width == 0) return at;
        at += width;
    }
    return SIZE_MAX;
}

size_t str_columns(Str text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text.len; i++)
        columns += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    return columns;
}

/* Bytes 80 to 9F; elsewhere Windows-1252 is Latin-1.  Five are not in use. */
static const uint16_t windows_1252_upper[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
    0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

/* Write a code point under U+10000; the bytes written. */
static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(unsigned char)(0xc0 | (c >> 6));
        out[1] = (char)(unsigned char)(0x80 | (c & 0x3f));
        return 2;
    }
    out[0] = (char)(unsigned char)(0xe0 | (c >> 12));
    out[1] = (char)(unsigned char)(0x80 | ((c >> 6) & 0x3f));
    out[2] = (char)(unsigned char)(0x80 | (c & 0x3f));
    return 3;
}

Str str_from_windows_1252(Arena *arena, Str text)
{
    char *out = arena_bytes(arena, text.len, 3, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        uint32_t c = (unsigned char)text.ptr[i];
        if (c >= 0x80 && c <= 0x9f) c = windows_1252_upper[c - 0x80];
        len += put_utf8(out + len, c);
    }
    return (Str){out, len};
}

enum { FAR = 200 };

/* Fold into the array; false when it does not fit. */
static bool fold_short(Str text, unsigned char out[FAR], size_t *len)
{
    size_t at = 0;
    size_t n = 0;
    for (int c = 0; (c = fold_next(text, &at)) >= 0;) {
        if (n == FAR) return false;
        out[n++] = (unsigned char)c;
    }
    *len = n;
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * Optimal string alignment: the usual table of edit distances between
 * prefixes, of which three rows are kept, the third for swaps.
 */
size_t str_distance(Str a, Str b, size_t limit)
{
    unsigned char x[FAR] = {0};
    unsigned char y[FAR] = {0};
    size_t x_len = 0;
    size_t y_len = 0;
    size_t rows[3][FAR + 1] = {0};
    if (!fold_short(a, x, &x_len) || !fold_short(b, y, &y_len))
        return limit + 1;

    for (size_t j = 0; j <= y_len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= x_len; i++) {
        size_t *now = rows[i % 3];
        const size_t *last = rows[(i + 2) % 3];
        const size_t *before = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= y_len; j++) {
            size_t cost = last[j - 1] + (x[i - 1] != y[j - 1]);
            cost = least(cost, least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                cost = least(cost, before[j - 2] + 1);
            now[j] = cost;
        }
    }
    return least(rows[x_len % 3][y_len], limit + 1);
}
