/*
 * fuzz_letter_json.c - hostile bytes as the JSON of a letter: refused, or a
 * letter that is written and read again, the same, and that every printer
 * prints; and any text that is a letter becomes JSON and is the same again.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/letter_json.h"
#include "circular/parse.h"
#include "circular/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_same(Arena *arena, const Letter *letter)
{
    Letter again = {0};
    Diags diags = diags_in(arena);
    Err err = {0};
    Buf out = buf_in(arena), twice = buf_in(arena);
    CHECK(letter_to_json(letter, &out));
    CHECK(letter_from_json(arena, buf_str(&out), STR("again"), &again, &diags,
                           &err));
    CHECK(tree_is(letter, &again));
    CHECK(letter_to_json(&again, &twice));
    CHECK(str_is(buf_str(&out), buf_str(&twice)));
    letter_print(&again, LANG_ID, &twice);
    letter_print(&again, LANG_EN, &twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Str text = {(const char *)bytes, size};
    Source source = {STR("fuzz"), text};
    Diags diags = diags_in(arena);
    Letter letter = {0};
    Err err = {0};
    bool json = size > 0 && bytes[0] == '{';
    bool read =
        json ? letter_from_json(arena, text, STR("fuzz"), &letter, &diags, &err)
             : letter_parse(arena, &source, &letter, &diags);
    if (read) check_same(arena, &letter);
    return 0;
}
