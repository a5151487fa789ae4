/* SPDX-License-Identifier: Apache-2.0 */
#include "base/unseen.h"

#include "base/buf.h"

static const struct {
    uint32_t first, last;
} unseen[] = {
    {0x80,    0x9f   },
    {0x200b,  0x200b },
    {0x2028,  0x202e },
    {0x2060,  0x2069 },
    {0xfdd0,  0xfdef },
    {0xfeff,  0xfeff },
    {0xfffe,  0xffff },
    {0xe0000, 0xe007f},
};

static bool is_unseen(uint32_t c)
{
    for (size_t i = 0; i < COUNT(unseen); i++) {
        if (c >= unseen[i].first && c <= unseen[i].last) return true;
    }
    return c > 0xffff && (c & 0xfffe) == 0xfffe;
}

/* All of them begin with one of these bytes, which hardly any text has. */
static bool may_begin(unsigned char c)
{
    return c == 0xc2 || c == 0xe2 || c >= 0xef;
}

/* The code point at `at`, cut off where the text is, and its bytes. */
static uint32_t code_point(Str text, size_t at, size_t *width)
{
    unsigned char first = (unsigned char)text.ptr[at];
    size_t more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    uint32_t c = first & (0x3fU >> more);
    *width = 1;
    for (size_t i = 1; i <= more && at + i < text.len; i++, ++*width)
        c = c << 6 | ((unsigned char)text.ptr[at + i] & 0x3fU);
    return c;
}

size_t unseen_find(Str text, size_t *at)
{
    for (size_t i = 0; i < text.len; i++) {
        size_t width = 0;
        if (!may_begin((unsigned char)text.ptr[i]) ||
            !is_unseen(code_point(text, i, &width)))
            continue;
        *at = i;
        return width;
    }
    return 0;
}

unsigned unseen_point(Str text, size_t at)
{
    size_t width = 0;
    return at < text.len ? code_point(text, at, &width) : 0;
}

Str unseen_without(Arena *arena, Str text)
{
    size_t at = 0;
    size_t width = unseen_find(text, &at);
    if (width == 0) return text;
    Buf out = buf_in(arena);
    for (; width > 0; width = unseen_find(text, &at)) {
        buf_put(&out, str_slice(text, 0, at));
        text = str_slice(text, at + width, text.len);
    }
    buf_put(&out, text);
    return buf_str(&out);
}
