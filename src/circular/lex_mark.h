/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lex_mark.h - blanks, quotes and dashes of a text, also those of more than one
 * byte that pasted text brings along; of lex.c and lex_blank.c.
 *
 * Asked at nearly every byte of a letter, and therefore inline.
 */
#pragma once

#include "circular/lex.h"

#define MARKS(X)                 \
    X("\xc2\xa0", BLANK)         \
    X("\xe2\x80\x87", BLANK)     \
    X("\xe2\x80\xaf", BLANK)     \
    X("\xe2\x80\x8b", BLANK)     \
    X("\xef\xbb\xbf", BLANK)     \
    X("\xe2\x80\x9c", QUOTE)     \
    X("\xe2\x80\x9d", QUOTE)     \
    X("\xe2\x80\x9e", QUOTE)     \
    X("\xc2\xab", QUOTE)         \
    X("\xc2\xbb", QUOTE)         \
    X("\xe2\x80\x93", DASH)      \
    X("\xe2\x80\x94", LONG_DASH) \
    X("\xe2\x80\xa2", BULLET)

typedef enum {
    MARK_NONE,
    MARK_BLANK,
    MARK_QUOTE,
    MARK_DASH,
    MARK_LONG_DASH,
    MARK_BULLET
} MarkKind;

/* What stands at the place, and in how many bytes; of a MARK_NONE the width
 * says nothing. */
static inline MarkKind lex_mark_at(Str text, size_t at, size_t *width)
{
    static const struct {
        Str bytes;
        MarkKind kind;
    } marks[] = {
#define X(bytes, kind) {STR_INIT(bytes), MARK_##kind},
        MARKS(X)
#undef X
    };
    if (at >= text.len) return MARK_NONE;
    unsigned char c = (unsigned char)text.ptr[at];
    *width = 1;
    if (c == '"') return MARK_QUOTE;
    if (c <= ' ' || c == 0x7f) return MARK_BLANK;
    if (c < 0x80) return MARK_NONE;
    for (size_t i = 0; i < COUNT(marks); i++) {
        *width = marks[i].bytes.len;
        if (str_starts(str_slice(text, at, text.len), marks[i].bytes))
            return marks[i].kind;
    }
    return MARK_NONE;
}

/* The bytes of the blank, or of the quote, at a place; 0 when there is none. */
static inline size_t lex_blank_at(Str text, size_t at)
{
    size_t width = 0;
    return lex_mark_at(text, at, &width) == MARK_BLANK ? width : 0;
}

static inline size_t lex_quote_at(Str text, size_t at)
{
    size_t width = 0;
    return lex_mark_at(text, at, &width) == MARK_QUOTE ? width : 0;
}
