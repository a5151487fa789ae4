/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/tree.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* "Nomor" or "No." at the start of a number, or 0. */
static size_t word_nomor(Str text)
{
    static const Str words[] = {STR_INIT("nomor "), STR_INIT("no. "),
                                STR_INIT("no "), STR_INIT("number ")};
    for (size_t i = 0; i < COUNT(words); i++) {
        Str start = str_slice(text, 0, words[i].len - 1);
        if (text.len >= words[i].len && is_blank(text.ptr[words[i].len - 1]) &&
            str_folded_is(start, str_trim(words[i])))
            return words[i].len;
    }
    return 0;
}

Str letter_number(Arena *arena, Str text)
{
    text = str_trim(text);
    text = str_trim(str_slice(text, word_nomor(text), text.len));
    char *out = NEW(arena, char, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool blank = len == 0 || out[len - 1] == ' ';
        if (is_blank(c)) {
            if (!blank && out[len - 1] != '/') out[len++] = ' ';
        } else {
            if (c == '/' && blank && len > 0) len--;
            out[len++] = c;
        }
    }
    return str_trim((Str){out, len});
}

bool letter_number_is(Str a, Str b)
{
    return str_folded_is(a, b);
}

bool letter_amends(const Letter *letter, Str number)
{
    for (uint32_t i = 0; i < letter->relation_count; i++) {
        const Relation *rel = &letter->relations[i];
        if (rel->kind == RELATION_AMENDS &&
            letter_number_is(rel->to.number, number))
            return true;
    }
    return false;
}

Str letter_cite(const Letter *letter)
{
    return letter->number.len > 0 ? letter->number : letter->name;
}
