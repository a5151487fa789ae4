/*
 * fuzz_check.c - hostile text as a letter of a small government: the gates,
 * the law, the linter and its own examples answer, whatever it says.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/check.h"
#include "circular/parse.h"
#include "small_texts.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool import(Arena *arena, Register *r)
{
    ImportFile files[TABLE_COUNT] = {0};
    Faults faults = {.arena = arena};
    Diags remarks = diags_in(arena);
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (small_texts[i] == NULL) continue;
        files[i] = (ImportFile){STR("table.csv"), str_of(small_texts[i])};
    }
    return import_register(arena, files, r, &faults, &remarks);
}

static void check_all(Arena *arena, const CorpusFrom *from, Diags *diags)
{
    Corpus corpus = {0};
    (void)corpus_make(arena, from, DATE_NEVER, &corpus, diags);
    for (uint32_t i = 0; i < corpus.letter_count; i++) {
        check_letter(arena, &corpus, i, diags);
        check_examples(arena, from, &corpus, i, diags);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Source source = {
        STR("fuzz"), {(const char *)bytes, size}
    };
    Diags diags = diags_in(arena);
    Letter letter = {0};
    Register r = {0};
    Buf out = buf_in(arena);
    if (!letter_parse(arena, &source, &letter, &diags)) return 0;
    check_alone(arena, &letter, &source, &diags);
    CHECK(import(arena, &r));
    const Calendar calendar = calendar_empty();
    const Government government = {.code = STR("kota"), .zone = ZONE_WITA};
    const CorpusInput input = {&letter, &source, false};
    const CorpusFrom from = {.inputs = &input,
                             .input_count = 1,
                             .government = &government,
                             .r = &r,
                             .calendar = &calendar};
    check_all(arena, &from, &diags);
    diags_print(&diags, LANG_ID, &out);
    diags_print(&diags, LANG_EN, &out);
    return 0;
}
