/*
 * fuzz_letter.c - no text makes the reader stumble; a letter that is read is
 * printed in both languages and read again to the same tree.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/parse.h"
#include "circular/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_print(Arena *arena, const Letter *letter, Lang lang)
{
    Letter again = {0};
    Buf out = buf_in(arena);
    Buf twice = buf_in(arena);
    Diags diags = diags_in(arena);
    letter_print(letter, lang, &out);
    Source source = {STR("printed"), buf_str(&out)};
    CHECK(letter_parse(arena, &source, &again, &diags));
    CHECK(tree_is(letter, &again));
    letter_print(&again, lang, &twice);
    CHECK(str_is(buf_str(&out), buf_str(&twice)));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Source source = {
        STR("fuzz"), {(const char *)bytes, size}
    };
    Diags diags = diags_in(arena);
    Letter letter = {0};
    Buf out = buf_in(arena);
    bool read = letter_parse(arena, &source, &letter, &diags);
    diags_print(&diags, LANG_EN, &out);
    CHECK(read == (diags.errors == 0));
    if (!read) return 0;
    check_print(arena, &letter, LANG_ID);
    check_print(arena, &letter, LANG_EN);
    return 0;
}
