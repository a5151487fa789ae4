/* SPDX-License-Identifier: Apache-2.0 */
#include "http/token.h"

#include <string.h>

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool is_token_byte(char c)
{
    static const bool marks[128] = {
        ['!'] = true, ['#'] = true, ['$'] = true, ['%'] = true,  ['&'] = true,
        ['*'] = true, ['+'] = true, ['-'] = true, ['.'] = true,  ['^'] = true,
        ['_'] = true, ['`'] = true, ['|'] = true, ['\''] = true, ['~'] = true,
    };
    char small = lower(c);
    if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9')) return true;
    unsigned char byte = (unsigned char)c;
    return byte < COUNT(marks) && marks[byte];
}

bool token_is(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is_token_byte(text.ptr[i])) return false;
    }
    return text.len > 0;
}

void token_lower(char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        text[i] = lower(text[i]);
}

/* Are all eight bytes from ' ' to '~'?  The subtraction borrows from a byte
 * below ' ' into its upper bit, the addition carries DEL there. */
static bool is_plain(const char *eight)
{
    static const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t w;
    memcpy(&w, eight, sizeof w);
    return ((w | (w - ones * ' ') | (w + ones)) & ones * 0x80) == 0;
}

bool token_value_is(Str text)
{
    size_t at = 0;
    while (text.len - at >= 8 && is_plain(text.ptr + at))
        at += 8;
    text = str_slice(text, at, text.len);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < ' ' && c != '\t') || c == 0x7f) return false;
    }
    return str_utf8_fault(text) == SIZE_MAX;
}

bool token_same(Str a, Str b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++) {
        if (lower(a.ptr[i]) != lower(b.ptr[i])) return false;
    }
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

Str token_trim(Str text)
{
    while (text.len > 0 && is_blank(text.ptr[0]))
        text = str_slice(text, 1, text.len);
    while (text.len > 0 && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

bool token_next(Str *list, char mark, Str *member)
{
    Str piece = {0};
    if (!str_next(list, mark, &piece)) return false;
    *member = token_trim(piece);
    return true;
}

bool token_listed(Str list, Str token)
{
    Str member = {0};
    while (token_next(&list, ',', &member)) {
        if (token_same(member, token)) return true;
    }
    return false;
}
