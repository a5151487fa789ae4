/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lex.h"
#include "circular/lex_mark.h"

/* Blanks of pasted text, and runs of them. */

size_t lex_blank(Str text, size_t at)
{
    return lex_blank_at(text, at);
}

static Str without_spaces_around(Str text)
{
    size_t from = 0;
    size_t to = text.len;
    while (from < to && text.ptr[from] == ' ')
        from++;
    while (to > from && text.ptr[to - 1] == ' ')
        to--;
    return str_slice(text, from, to);
}

/* Is every blank a space between two words? */
static bool has_single_blanks(Str text)
{
    bool blank = true;
    for (size_t at = 0; at < text.len; at++) {
        bool next = lex_blank_at(text, at) > 0;
        if (next && (blank || text.ptr[at] != ' ')) return false;
        blank = next;
    }
    return text.len == 0 || !blank;
}

/* A blank is written before the next word, so that none stand at the ends. */
Str lex_single_blanks(Arena *arena, Str text)
{
    Str inside = without_spaces_around(text);
    if (has_single_blanks(inside)) return inside;
    Buf out = buf_in(arena);
    bool blank = false;
    for (size_t at = 0; at < text.len;) {
        size_t width = lex_blank_at(text, at);
        if (width == 0 && blank && out.len > 0) buf_char(&out, ' ');
        if (width == 0) buf_char(&out, text.ptr[at]);
        blank = width > 0;
        at += width > 0 ? width : 1;
    }
    return buf_str(&out);
}
