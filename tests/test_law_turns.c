/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_turns.c - what is left to the roster: by which bound, where somebody
 * is whom it does not call, and by which sentence.
 */
#include "circular/law.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#define HEAD                                                            \
    "surat edaran 1/T\npenerbit Wali Kota\nditetapkan 1 Agustus 2020\n" \
    "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n\naturan 1 " \
    "\"satu\"\n"
#define EACH   "Pada setiap unit kerja: "
#define LEAST  "(1) " EACH "di kantor paling sedikit 1 orang.\n"
#define EXCEPT "(2) Dikecualikan dari ayat (1), pada setiap unit kerja: "
#define A_WEEK " hari kerja setiap minggu.\n"

/* Of A of Seksi Satu and of U of the UPTD, on a Tuesday: the letter, and where
 * else; then the bound or the other of a tie, and the sentence of the rest. */
static const struct {
    const char *rules, *of_a, *of_u;
} rows[] = {
    /* a least alone sends nobody home, and leaves there who may be there */
    {LEAST, "?K cap (1)", "?K cap (1)"},
    {LEAST "(2) Pegawai boleh di rumah.\n", "?R cap (1) rest (2)",
     "?R cap (1) rest (2)"},
    {LEAST "(2) Pegawai lainnya wajib di rumah.\n", "?R cap (1) rest (2)",
     "?R cap (1) rest (2)"},
    {LEAST "(2) Pegawai boleh di kantor.\n", "?K cap (1)", "?K cap (1)"},
    {LEAST "(2) Pegawai pada Seksi Satu boleh di lapangan.\n", "L by (2)",
     "?K cap (1)"},
    {LEAST "(2) Pegawai pada Seksi Satu dan Seksi Dua boleh di rumah.\n"
           "(3) Pegawai pada Seksi Satu dan UPTD Contoh boleh di kantor.\n",
     "R tied by (2) cap (3)", "?K cap (1)"},
    /* the roster shares out the days of those who have days of their own */
    {LEAST "(2) Pegawai di kantor paling banyak 3" A_WEEK, "? cap (1)",
     "? cap (1)"},
    {LEAST "(2) Pegawai di kantor tepat 3" A_WEEK, "? cap (1)", "? cap (1)"},
    {LEAST "(2) Pegawai di kantor paling sedikit 3" A_WEEK, "?K cap (1)",
     "?K cap (1)"},
    {LEAST "(2) Pegawai di rumah paling sedikit 2" A_WEEK, "? cap (1)",
     "? cap (1)"},
    {LEAST "(2) Pegawai di rumah paling banyak 2" A_WEEK, "?K cap (1)",
     "?K cap (1)"},
    {LEAST "(2) Pegawai pada UPTD Contoh di kantor paling banyak 3" A_WEEK,
     "?K cap (1)", "? cap (1)"},
    /* bounds that are no least of the office */
    {"(1) " EACH "di kantor atau di rumah paling sedikit 1 orang.\n",
     "? cap (1)", "? cap (1)"},
    {"(1) " EACH "di kantor atau cuti paling sedikit 1 orang.\n", "? cap (1)",
     "? cap (1)"},
    {"(1) " EACH "di rumah paling sedikit 1 orang.\n", "? cap (1)",
     "? cap (1)"},
    {"(1) " EACH "di kantor tepat 1 orang.\n", "? cap (1)", "? cap (1)"},
    /* from a place: those who are not called stay there, if they are there */
    {"(1) Pegawai wajib di rumah.\n" EXCEPT "di kantor paling sedikit 1 "
     "orang.\n",
     "?R cap (2) rest (1)", "?R cap (2) rest (1)"},
    {"(1) Setiap Rabu: pegawai wajib di rumah.\n" EXCEPT "di kantor paling "
     "sedikit 1 orang.\n",
     "?K cap (2)", "?K cap (2)"},
    {"(1) Pegawai pada UPTD Contoh wajib di rumah.\n" EXCEPT "di kantor "
     "paling sedikit 1 orang.\n",
     "?K cap (2)", "?R cap (2) rest (1)"},
    {"(1) Pada setiap perangkat daerah: di kantor paling banyak 1 orang.\n" EXCEPT
     "di kantor paling banyak 2 orang.\n",
     "? cap (2)", "? cap (2)"},
    {"(1) Pegawai wajib di rumah.\n(2) Dikecualikan dari ayat (1): PNS wajib di "
     "kantor.\n(3) Dikecualikan dari ayat (2): pegawai pada UPTD Contoh wajib "
     "di rumah.\n",
     "K by (2)", "R by (3)"},
    /* bounds that derogate at times, or by rows, or from rows */
    {"(1) " EACH "di kantor paling banyak 1 orang.\n(2) Dikecualikan dari ayat "
     "(1), selama Ramadan, pada setiap unit kerja: di kantor paling banyak 2 "
     "orang.\n",
     "? cap (1)", "? cap (1)"},
    {"(1) " EACH "di kantor paling banyak 1 orang.\n(2) Dikecualikan dari ayat "
     "(1), pada setiap unit kerja, menurut sifat layanan: layanan langsung: di "
     "kantor paling banyak 2 orang.\n",
     "? cap (1)", "? cap (2)"},
    {"(1) Pada setiap unit kerja, menurut sifat layanan: layanan langsung: di "
     "kantor paling banyak 2 orang; bukan layanan: di kantor paling banyak 1 "
     "orang.\n(2) Dikecualikan dari ayat (1), pada setiap UPTD: di kantor "
     "paling banyak 3 orang.\n",
     "? cap (1)", "? cap (2)"},
    /* the rest is of the bounds of its own rule, and of those before it */
    {"(1) " EACH
     "di kantor paling banyak 3 orang.\n\naturan 2 \"dua\"\n(1) Pada "
     "setiap UPTD: di kantor paling banyak 1 orang.\n(2) Selebihnya wajib di "
     "rumah.\n",
     "? cap (1)", "? cap (1)"},
    {"(1) Pada setiap seksi: di kantor paling banyak 1 orang.\n(2) Selebihnya "
     "wajib di rumah.\n\naturan 2 \"dua\"\n(3) Pada setiap UPTD: di kantor "
     "paling banyak 1 orang.\n(4) Selebihnya boleh di rumah.\n",
     "? cap (1) rest (2)", "? cap (3) rest (4)"},
    /* who is exempt owes no days */
    {"(1) Pegawai boleh di mana saja.\n(2) Pegawai di kantor tepat 3" A_WEEK
     "(3) Surat edaran ini tidak berlaku bagi pegawai pada Seksi Satu.\n",
     "B by (3)", "? cap (2) rest (1) anywhere"},
    /* the rest by rows: each unit has its own */
    {"(1) " EACH "di kantor paling banyak 1 orang.\n(2) Menurut sifat layanan: "
     "layanan langsung: selebihnya wajib di rumah; bukan layanan: selebihnya "
     "boleh di mana saja.\n",
     "? cap (1) rest (2) anywhere", "? cap (1) rest (2)"},
    /* days that somebody owes whose place is anywhere */
    {"(1) Pegawai boleh di mana saja.\n(2) Pegawai di kantor tepat 3" A_WEEK,
     "? cap (2) rest (1) anywhere", "? cap (2) rest (1) anywhere"},
    {"(1) Pegawai boleh di mana saja.\n(2) Pegawai di kantor tepat 3" A_WEEK
     "\naturan 2 \"dua\"\n(1) Aturan 1 ayat (2) tidak berlaku bagi pegawai "
     "pada Seksi Satu.\n",
     "R by (1)", "? cap (2) rest (1) anywhere"},
    {"(1) Pegawai pada Seksi Satu dan Seksi Dua boleh di mana saja.\n(2) "
     "Pegawai pada Seksi Satu dan UPTD Contoh boleh di kantor.\n(3) Pegawai di "
     "kantor tepat 3" A_WEEK,
     "R tied by (1) cap (2)", "K by (2)"},
};

static void put_clause(Buf *out, const Corpus *c, const char *as, ClauseId id)
{
    if (id.index == NO_INDEX) return;
    Str paragraph = corpus_clause(c, id)->sentence->paragraph;
    buf_format(out, " %s (%.*s)", as, STR_ARG(paragraph));
}

static Str told(Arena *arena, const SmallLaw *law, const char *code)
{
    LawDay *day = law_day(arena, &law->corpus, tables_day("2020-08-11"));
    Directive d = law_person(day, tables_person(&law->tables, code));
    Buf out = buf_in(arena);
    buf_char(&out, d.letter);
    if (d.otherwise != 0) buf_char(&out, d.otherwise);
    if (d.tied) buf_c(&out, " tied");
    put_clause(&out, &law->corpus, "by", d.by);
    put_clause(&out, &law->corpus, "cap", d.cap);
    put_clause(&out, &law->corpus, "rest", d.rest);
    if (d.rest.index != NO_INDEX &&
        corpus_clause(&law->corpus, d.rest)->where == WHERE_ANY)
        buf_c(&out, " anywhere");
    return buf_str(&out);
}

FACT(what_is_left_to_the_roster_is_told_with_its_sentences)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        Str letter = str_format(arena, HEAD "%s", rows[i].rules);
        ROW("%s", rows[i].rules);
        if (!small_law_make(arena, small_town, str_c(arena, letter), DATE_NEVER,
                            law)) {
            EXPECT_STR(small_law_said(arena, law, LANG_EN), "");
            continue;
        }
        EXPECT_STR(told(arena, law, "A"), rows[i].of_a);
        EXPECT_STR(told(arena, law, "U"), rows[i].of_u);
    }
}
