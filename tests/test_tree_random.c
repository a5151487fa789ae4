/*
 * test_tree_random.c - random letters: printed in either language they are
 * read to the same tree, print is a fixed point, and JSON loses nothing.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "chance_tree.h"
#include "circular/letter_json.h"
#include "each_letter.h"
#include "harness.h"

enum { SHORT = 2000, LONG = 100000 };

static void expect_print(Arena *arena, const Letter *letter, Lang lang)
{
    Letter again = {0};
    Str text = letter_text(arena, letter, lang);
    Str faults = letter_faults(arena, text, &again);
    if (faults.len > 0 || !tree_is(letter, &again)) {
        EXPECT_STR(faults, "the same tree");
        EXPECT_STR(text, letter_text(arena, &again, lang));
        return;
    }
    EXPECT_INT(again.lang, lang);
    EXPECT_STR(letter_text(arena, &again, lang), text);
}

static Str json_of(Arena *arena, const Letter *letter)
{
    Buf out = buf_in(arena);
    EXPECT(letter_to_json(letter, &out));
    return buf_str(&out);
}

static void expect_json(Arena *arena, const Letter *letter)
{
    Letter again = {0};
    Err err = {0};
    Diags diags = diags_in(arena);
    Str json = json_of(arena, letter);
    if (!EXPECT(
            letter_from_json(arena, json, STR("json"), &again, &diags, &err))) {
        EXPECT_STR(err.text, "");
        return;
    }
    EXPECT(tree_is(letter, &again));
    EXPECT_STR(json_of(arena, &again), json);
}

FACT(random_letters_are_the_same_there_and_back)
{
    int trials = harness_soaks() ? LONG : SHORT;
    for (int i = 0; i < trials; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Rand rand = rand_seeded((uint64_t)i);
        Letter letter = chance_letter(arena, &rand);
        if (i % 100 == 0) ROW("from %d", i);
        expect_print(arena, &letter, LANG_ID);
        expect_print(arena, &letter, LANG_EN);
        expect_json(arena, &letter);
    }
}
