/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_check_examples.c - examples that travel with a letter: which hold, and
 * what is said of one that does not.
 */
#include "circular/check.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define HEAD                                                        \
    "surat edaran 1/T\ntentang \"kehadiran\"\npenerbit Wali Kota\n" \
    "ditetapkan 1 Agustus 2020\n"                                   \
    "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n"        \
    "\naturan 1 \"satu\"\n"
#define EACH "(1) Pada setiap unit kerja: "
#define ON   " pada 4 Agustus 2020 "

static const struct {
    const char *rules, *example;
    const char *said; /* in English; "": the example holds */
} rows[] = {
    /* of a person: the place, and the rule that is named for it */
    {"(1) PTT boleh di mana saja.\n", "PTT" ON "di mana saja karena aturan 1.",
     ""},
    {"(1) PTT wajib di rumah.\n", "PTT" ON "di rumah karena aturan 2.",
     "B comes out as home (rule 1 paragraph (1) of SE 1/T)"},
    {"(1) PTT wajib di rumah.\n",
     "PTT" ON "di rumah karena aturan 1 surat edaran 9/X.",
     "B comes out as home (rule 1 paragraph (1) of SE 1/T)"},
    {"(1) PTT wajib di rumah.\n", "PTT" ON "bekerja biasa.",
     "B comes out as home"},
    {"(1) PTT wajib di rumah.\n", "Camat" ON "bekerja biasa.", ""},
    {"(1) PTT wajib di rumah.\n", "Camat" ON "di kantor.",
     "C comes out as works as usual (no rule meets them on that day)"},
    /* anywhere: by the days that are owed or by the place, not by a bound */
    {"(1) PTT boleh di mana saja.\n(2) PTT di kantor tepat 3 hari kerja setiap "
     "minggu.\n",
     "PTT" ON "di mana saja karena aturan 1 ayat (2).", ""},
    {"(1) PTT boleh di mana saja.\n(2) PTT di kantor tepat 3 hari kerja setiap "
     "minggu.\n",
     "PTT" ON "di mana saja karena aturan 2.", "B comes out as left to the"},
    {EACH "di kantor paling banyak 1 orang.\n(2) Selebihnya boleh di mana "
          "saja.\n",
     "PTT" ON "di mana saja.", "B comes out as left to the roster"},
    /* of a unit: the number, and which bound it is */
    {EACH "di kantor tepat 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor tepat 2 orang.", ""},
    {EACH "di kantor tepat 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor tepat 3 orang.",
     "the bound is exactly 2 (rule 1 paragraph (1) of SE 1/T)"},
    {EACH "di rumah paling sedikit 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di rumah paling sedikit 1 orang.",
     "the bound is at least 2 (rule 1 paragraph (1) of SE 1/T)"},
    {EACH "di kantor paling banyak 10% dari seluruh pegawai, dibulatkan ke "
          "bawah, tidak kurang dari 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 1 orang.", ""},
    {"(1) Setiap Rabu, pada setiap unit kerja: di kantor paling banyak 2 "
     "orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 2 orang.",
     "no cap holds for such a unit on that day"},
    {"(1) Di kantor paling banyak 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 2 orang.",
     "no cap holds for such a unit on that day"},
    /* bounds of other units stand before the one that is meant */
    {"(1) Pada setiap seksi: di kantor paling sedikit 1 orang.\n(2) Pada "
     "setiap unit kerja: di kantor paling banyak 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 2 orang.", ""},
    {"(1) Pada setiap seksi: di kantor paling sedikit 1 orang.\n(2) Pada "
     "setiap unit kerja: di kantor paling banyak 2 orang.\n",
     "Seksi dengan 4 pegawai" ON "di kantor paling sedikit 1 orang.", ""},
    {"(1) Pada setiap unit kerja, pada UPTD: di kantor paling banyak 3 "
     "orang.\n(2) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 2 orang.", ""},
    {"(1) Pada setiap unit kerja, pada UPTD: di kantor paling banyak 3 "
     "orang.\n(2) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n",
     "UPTD dengan 4 pegawai" ON "di kantor paling banyak 3 orang.", ""},
    {EACH "di kantor paling banyak 2 orang.\n(2) Dikecualikan dari ayat (1), "
          "pada setiap unit kerja, pada UPTD: di kantor paling banyak 3 "
          "orang.\n",
     "UPTD dengan 4 pegawai" ON "di kantor paling banyak 3 orang.", ""},
    /* a clash: of the bounds alone that are of all staff and of one place */
    {EACH "di kantor paling banyak 1 orang.\n(2) PTT wajib di rumah.\n",
     "Unit kerja dengan 2 pegawai" ON "bentrok.",
     "the unit does not clash; with 0 in the office all bounds are met"},
    {EACH "di kantor tepat 3 orang.\n",
     "Unit kerja dengan 2 pegawai" ON "bentrok.", ""},
    {EACH "di kantor tepat 2 orang.\n(2) Pada setiap unit kerja: di kantor "
          "paling banyak 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.", ""},
    {EACH "di kantor tepat 2 orang.\n(2) Pada setiap unit kerja: di kantor "
          "paling sedikit 3 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.", ""},
    {EACH "di kantor tepat 2 orang.\n(2) Pada setiap unit kerja: di kantor "
          "paling sedikit 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.",
     "with 2 in the office all bounds are met"},
    {EACH "di rumah paling sedikit 3 orang.\n(2) Pada setiap unit kerja: di "
          "rumah paling banyak 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.", ""},
    {EACH "di kantor paling banyak 10% dari seluruh pegawai, dibulatkan ke "
          "bawah, tidak kurang dari 3 orang.\n(2) Pada setiap unit kerja: di "
          "rumah paling sedikit 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.",
     "with 0 in the office all bounds are met"},
    {EACH "di kantor paling sedikit 10% dari seluruh pegawai, dibulatkan ke "
          "bawah, tidak kurang dari 3 orang.\n(2) Pada setiap unit kerja: di "
          "rumah paling sedikit 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.", ""},
    {EACH
     "di kantor paling sedikit 3 orang.\n(2) Setiap Rabu, pada setiap unit "
     "kerja: di kantor paling banyak 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.",
     "with 3 in the office all bounds are met"},
    {EACH
     "di kantor paling sedikit 3 orang.\n(2) Pada setiap perangkat daerah: "
     "di kantor paling banyak 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.",
     "with 3 in the office all bounds are met"},
    {EACH "di kantor paling sedikit 3 orang.\n(2) Pada setiap unit kerja, pada "
          "UPTD: di kantor paling banyak 1 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.", ""},
    {EACH "di kantor paling sedikit 3 orang.\n(2) Pada setiap unit kerja, pada "
          "UPTD: di kantor paling banyak 1 orang.\n",
     "Kecamatan dengan 4 pegawai" ON "bentrok.",
     "with 3 in the office all bounds are met"},
    {EACH "di kantor paling sedikit 3 orang.\n",
     "Puskesmas dengan 4 pegawai" ON "bentrok.",
     "with 0 in the office all bounds are met"},
    /* places, and the numbers of several kinds of unit */
    {"(1) PTT wajib di lapangan.\n",
     "PTT" ON "di lapangan karena aturan 1 ayat (1).", ""},
    {"(1) PTT wajib di lapangan.\n",
     "PTT" ON "di lapangan karena aturan 1 ayat (2).", "this example fails"},
    {"(1) PTT boleh di mana saja.\n", "PTT" ON "di mana saja karena aturan 1.",
     ""},
    {"(1) PTT boleh di mana saja.\n(2) PTT di kantor tepat 3 hari "
     "kerja setiap minggu.\n",
     "PTT" ON "di mana saja karena aturan 1 ayat (1).", ""},
    {"(1) PTT boleh di mana saja.\n(2) PTT di kantor tepat 3 hari "
     "kerja setiap minggu.\n",
     "PTT" ON "di rumah karena aturan 1 ayat (1).", "left to the roster"},
    {"(1) PTT wajib di rumah.\n", "PTT" ON "di rumah karena aturan 2.",
     "this example fails"},
    {EACH "di kantor paling banyak 50% dari seluruh pegawai, dibulatkan "
          "ke bawah, tidak kurang dari 3 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 3 orang.", ""},
    {EACH "di kantor paling banyak 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling sedikit 2 orang.",
     "the bound is at most 2"},
    {EACH "di kantor paling banyak 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di rumah paling banyak 2 orang.",
     "no cap holds"},
    {"(1) Pada setiap perangkat daerah: di kantor paling banyak 2 "
     "orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 2 orang.",
     "no cap holds"},
    {"(1) Pada setiap perangkat daerah: di kantor paling banyak 2 "
     "orang.\n",
     "Perangkat daerah dengan 4 pegawai" ON "di kantor paling banyak 2 orang.",
     ""},
    {"(1) Pada setiap perangkat daerah dan unit kerja: di kantor paling banyak "
     "2 orang.\n",
     "Perangkat daerah dengan 4 pegawai" ON "di kantor paling banyak 2 orang.",
     ""},
    {"(1) Pada setiap perangkat daerah dan unit kerja: di kantor paling banyak "
     "2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "di kantor paling banyak 2 orang.",
     "no cap holds"},
    {EACH "di rumah tepat 1 orang.\n(2) Pada setiap unit kerja: di kantor "
          "paling banyak 2 orang.\n",
     "Unit kerja dengan 4 pegawai" ON "bentrok.", ""},
};

/* B has a title, and Z left the day before. */
static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
    "petugas_lapangan,mulai,sampai\n"
    "Z,,,Zul,PTT,s1,,,,,2020-08-03\n"
    "B,,,Budi,PTT,s1,Pramu Kantor,pelaksana,,,\n"
    "H,,,Hadi,PNS,dinas,,,,,\nC,,,Cici,PNS,kec,,,,,\n"
    "L,,,Lala,PNS,kel,,,,,\n";

/* What the example says of a letter of these rules, in English. */
static Str said_in(Arena *arena, const char *const tables[TABLE_COUNT],
                   const char *rules, const char *example)
{
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    Str letter = str_format(arena, HEAD "%s\ncontoh\n%s\n", rules, example);
    if (EXPECT(small_law_make(arena, tables, str_c(arena, letter), DATE_NEVER,
                              law)))
        check_examples(arena, &law->from, &law->corpus, 0, &law->diags);
    return small_law_said(arena, law, LANG_EN);
}

static Str said_of(Arena *arena, const char *rules, const char *example)
{
    return said_in(arena, small_town, rules, example);
}

FACT(an_example_holds_or_what_came_out_is_said)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%zu: %s", i, rows[i].example);
        Str said = said_of(arena, rows[i].rules, rows[i].example);
        if (rows[i].said[0] == 0)
            EXPECT_STR(said, "");
        else
            EXPECT_HAS(said, rows[i].said);
    }
}

FACT(somebody_is_named_with_the_title_and_only_who_is_still_there)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *tables[TABLE_COUNT];
    memcpy(tables, small_town, sizeof tables);
    tables[TABLE_PEOPLE] = people;
    Str said = said_in(arena, tables, "(1) PTT wajib di rumah.\n",
                       "PTT" ON "di kantor.");
    EXPECT_HAS(said, "fails: B, Pramu Kantor comes out as home (rule 1");
}

/* Beside a least of 3: of a unit of 4 nobody knows how many these are. */
static const char *const unknown[] = {
    "di kantor atau di rumah paling banyak 1 orang",
    "di rumah atau cuti paling sedikit 2 orang",
    "di kantor paling banyak 20% dari PNS, dibulatkan ke bawah",
    "PTT di kantor paling banyak 1 orang",
    "PNS dan PTT di kantor paling banyak 1 orang",
    "pegawai, kecuali PTT, di kantor paling banyak 1 orang",
    "pegawai, masing-masing yang hamil, di kantor paling banyak 1 orang",
    "pegawai pada Seksi Satu di kantor paling banyak 1 orang",
    "pegawai yang hamil di kantor paling banyak 1 orang",
    "pegawai lainnya di kantor paling banyak 1 orang",
    "pegawai yang dipanggil di kantor paling banyak 1 orang",
    "pegawai di rumah di kantor paling banyak 1 orang",
};

FACT(a_bound_of_some_people_or_of_several_places_clashes_with_no_number)
{
    for (size_t i = 0; i < COUNT(unknown); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s", unknown[i]);
        Str rules = str_format(arena,
                               EACH "di kantor paling sedikit 3 orang.\n(2) "
                                    "Pada setiap unit kerja: %s.\n",
                               unknown[i]);
        Str said = said_of(arena, str_c(arena, rules),
                           "Unit kerja dengan 4 pegawai" ON "bentrok.");
        EXPECT_HAS(said, "with 3 in the office all bounds are met");
    }
}
