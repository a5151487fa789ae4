/* SPDX-License-Identifier: Apache-2.0 */
#include "small_law.h"

#include "circular/parse.h"
#include "harness.h"

static const char calendar[] = "tanggal,jenis,nama,diketahui,sumber\n"
                               "2020-08-17,libur,Hari Kemerdekaan,2019-08-28,"
                               "SKB\n";

Str small_law_said(Arena *arena, const SmallLaw *law, Lang lang)
{
    Buf said = buf_in(arena);
    diags_print(&law->diags, lang, &said);
    return buf_str(&said);
}

bool small_law_letters(Arena *arena, Str letters, SmallLaw *law)
{
    static const char between[] = "====\n";
    for (size_t n = 0; letters.len > 0 && n < SMALL_LETTERS_MOST; n++) {
        size_t end = str_find(letters, str_of(between), 0);
        law->sources[n] = (Source){STR("a.edaran"), str_slice(letters, 0, end)};
        if (!letter_parse(arena, &law->sources[n], &law->trees[n], &law->diags))
            return false;
        law->inputs[n] = (CorpusInput){&law->trees[n], &law->sources[n], false};
        law->from.input_count = n + 1;
        if (end == SIZE_MAX) break;
        letters = str_slice(letters, end + sizeof between - 1, letters.len);
    }
    return true;
}

static bool letters_are_read(Arena *arena, SmallLaw *law, const char *letters)
{
    return small_law_letters(arena, str_of(letters), law) ||
           EXPECT_STR(small_law_said(arena, law, LANG_EN), "");
}

static bool take_calendar(Arena *arena, SmallLaw *law)
{
    Source *file = NEW(arena, Source, 1);
    *file = (Source){STR("nasional.csv"), str_of(calendar)};
    return EXPECT(calendar_read(arena, file, &law->calendar, &law->diags));
}

static bool tables_are_sound(Arena *arena, const SmallLaw *law)
{
    Buf said = buf_in(arena);
    faults_print(&law->tables.faults, LANG_EN, &said);
    return EXPECT_STR(buf_str(&said), "") && EXPECT(law->tables.made);
}

void small_law_open(Arena *arena, const char *const texts[TABLE_COUNT],
                    SmallLaw *out)
{
    *out = (SmallLaw){.tables = tables_import(arena, texts),
                      .diags = diags_in(arena),
                      .calendar = calendar_empty()};
    out->government = (Government){
        .code = STR("kota"), .area = STR("Kota"), .zone = ZONE_WITA};
    out->from = (CorpusFrom){out->inputs, 0, &out->government, &out->tables.r,
                             &out->calendar};
}

bool small_law_make(Arena *arena, const char *const texts[TABLE_COUNT],
                    const char *letters, Date known, SmallLaw *out)
{
    small_law_open(arena, texts, out);
    return tables_are_sound(arena, out) && take_calendar(arena, out) &&
           letters_are_read(arena, out, letters) &&
           corpus_make(arena, &out->from, known, &out->corpus, &out->diags);
}
