/* SPDX-License-Identifier: Apache-2.0 */
#include "small_office.h"

#include "circular/parse.h"
#include "harness.h"

static const char calendar[] =
    "tanggal,jenis,nama,diketahui,sumber\n"
    "2020-12-25,libur,Hari Raya Natal,2019-08-28,SKB\n"
    "2021-12-25,libur,Hari Raya Natal,2019-08-28,SKB\n";

static bool say_faults(SmallOffice *small)
{
    Buf said = buf_in(small->office.arena);
    diags_print(&small->office.diags, LANG_EN, &said);
    faults_print(&small->tables.faults, LANG_EN, &said);
    return EXPECT_STR(buf_str(&said), "");
}

static const Source *source_of(Arena *arena, Str name, Str text)
{
    Source *source = NEW(arena, Source, 1);
    *source = (Source){name, text};
    return source;
}

static Str letter_of(Arena *arena, const char *rules)
{
    return str_format(arena,
                      "surat edaran 1/T\n"
                      "tentang \"kehadiran\"\n"
                      "penerbit Wali Kota\n"
                      "ditetapkan 1 Agustus 2020\n"
                      "berlaku sejak 1 Agustus 2020 sampai dengan 31 Desember "
                      "2020\n"
                      "bagi seluruh pegawai\n\naturan 1 \"kehadiran\"\n%s",
                      rules);
}

bool small_office_open(Arena *arena, const char *const texts[TABLE_COUNT],
                       const char *rules, SmallOffice *out)
{
    Letter *tree = NEW(arena, Letter, 1);
    CorpusInput *input = NEW(arena, CorpusInput, 1);
    Tables tables = tables_import(arena, texts);
    *out = (SmallOffice){.tables = tables};
    out->office = (Office){
        .arena = arena,
        .files = {.folder = "kecil" },
        .government = { .code = STR("kota"), .zone = ZONE_WITA},
        .r = tables.r,
        .calendar = calendar_empty(),
        .letters = input,
        .letter_count = 1,
        .diags = diags_in(arena),
    };
    const Source *source =
        source_of(arena, STR("1.edaran"), letter_of(arena, rules));
    *input = (CorpusInput){tree, source, false};
    bool made =
        tables.made &&
        calendar_read(arena,
                      source_of(arena, STR("nasional.csv"), str_of(calendar)),
                      &out->office.calendar, &out->office.diags) &&
        letter_parse(arena, source, tree, &out->office.diags);
    return made || say_faults(out);
}

Window small_office_days(int32_t first, int32_t last)
{
    enum { BEFORE_AUGUST = 18474 }; /* 31 July 2020 */
    return (Window){{BEFORE_AUGUST + first}, {BEFORE_AUGUST + last}};
}

bool small_office_roster(SmallOffice *small, int32_t first, int32_t last)
{
    Err err = {0};
    RosterWish wish = make_roster_wish();
    wish.window = small_office_days(first, last);
    if (!make_roster(&small->office, &wish, &small->made, &err)) {
        (void)EXPECT_STR(err.text, "");
        return say_faults(small);
    }
    return EXPECT(small->made.solved);
}
