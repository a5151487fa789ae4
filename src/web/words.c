/* SPDX-License-Identifier: Apache-2.0 */
/*
 * words.c - GNU .mo files: two tables of (length, offset), sorted by the
 * English text; of a plural both English forms stand there parted by a NUL,
 * and so do the translations.
 * https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
 */
#include "web/words.h"

#include "web/asset.h"

#include <string.h>

enum { COUNT_AT = 8, ENGLISH_AT = 12, SAID_AT = 16, HEAD = 28 };

static uint32_t number_at(Str file, size_t at)
{
    uint32_t number = 0;
    CHECK(at + sizeof number <= file.len);
    memcpy(&number, file.ptr + at, sizeof number);
    return number;
}

static Str file_of(Lang lang)
{
    const AssetRow *asset =
        asset_find(lang == LANG_ID ? STR("id.mo") : STR("en.mo"));
    CHECK(asset != NULL && asset->bytes.plain.len >= HEAD);
    CHECK(number_at(asset->bytes.plain, 0) == 0x950412deU);
    return asset->bytes.plain;
}

/* Text n of the table that begins at the offset. */
static Str text_at(Str file, size_t table, size_t n)
{
    size_t row = number_at(file, table) + 8 * n;
    uint32_t len = number_at(file, row), from = number_at(file, row + 4);
    CHECK((size_t)from + len <= file.len);
    return (Str){file.ptr + from, len};
}

/* Up to the NUL, if there is one. */
static Str first_form(Str text)
{
    const char *end = memchr(text.ptr, '\0', text.len);
    return end == NULL ? text : (Str){text.ptr, (size_t)(end - text.ptr)};
}

static Str second_form(Str text)
{
    Str first = first_form(text);
    return first.len == text.len ? first
                                 : str_slice(text, first.len + 1, text.len);
}

/* Whole translation of the English text, or an empty one. */
static Str found(Lang lang, Str english)
{
    Str file = file_of(lang);
    size_t low = 0, high = number_at(file, COUNT_AT);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        Str text = first_form(text_at(file, ENGLISH_AT, middle));
        int order = str_order(text, english);
        if (order == 0) return text_at(file, SAID_AT, middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return STR("");
}

Str words_say(Lang lang, const char *english)
{
    Str said = first_form(found(lang, str_of(english)));
    return said.len > 0 ? said : str_of(english);
}

/* Indonesian has one form. */
Str words_many(Lang lang, const char *one, const char *many, int64_t n)
{
    Str said = found(lang, str_of(one));
    bool single = n == 1 || lang == LANG_ID;
    if (said.len == 0) return str_of(n == 1 ? one : many);
    return single ? first_form(said) : second_form(said);
}

size_t words_count(Lang lang)
{
    return number_at(file_of(lang), COUNT_AT);
}
