/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_rows.c - rows of tables: on which days, and for which units.
 *
 * Four people, one in each unit: K at the root, which says no area; B in the
 * west with direct service, S below it; T in the east, critical.  Expected is
 * a letter each.  What the law makes of a table is read again by the audit, of
 * tables and statuses made by chance too.
 */
#include "audit/rules.h"
#include "base/rand.h"
#include "circular/check.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "harness.h"
#include "tables.h"

#include <string.h>

#define STATUSES "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan\n"

static const char units[] =
    "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan,lokasi\n"
    "kota,Pemerintah Kota,,pemerintah,,ya,,\n"
    "barat,Dinas Barat,kota,dinas,ya,ya,layanan langsung,Barat\n"
    "seksi,Seksi Satu,barat,seksi,,,,\n"
    "timur,Dinas Timur,kota,dinas,ya,ya,kritikal,Timur\n";

static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
    "petugas_lapangan,mulai,sampai\n"
    "K,,,Kiki,PNS,kota,,,,,\nB,,,Budi,PNS,barat,,,,,\n"
    "S,,,Siti,PNS,seksi,,,,,\nT,,,Tono,PNS,timur,,,,,\n";

static const char statuses[] =
    STATUSES "Zona Merah,Kota Contoh,2020-08-03,2020-08-05,2020-08-01,,\n"
             "zona hijau,Kota Contoh,2020-08-06,,2020-08-04,,\n"
             "merah,Kota Contoh,2020-08-11,2020-08-11,2020-08-01,,\n"
             "PPKM level 3,Kota Contoh,2020-08-03,,2020-08-01,,\n"
             "Level 4,Barat,2020-08-04,2020-08-05,2020-08-01,,\n"
             "zona merah,Kota Lain,2020-08-03,,2020-08-01,,\n";

#define RED "Menurut zona risiko: merah: pegawai wajib di rumah"
#define LEVELS                                                       \
    "Menurut level PPKM tempat unit kerja berada: level 3: pegawai " \
    "wajib di kantor; level 4: pegawai wajib di rumah"
#define BOTH                                                              \
    "Menurut zona risiko tempat unit kerja berada dan level PPKM tempat " \
    "unit kerja berada: merah, level 3: pegawai wajib di rumah; merah, "  \
    "level 4: pegawai wajib di kantor"
#define WEEK                                                            \
    "Menurut hari: Senin sampai dengan Kamis: pegawai wajib di rumah; " \
    "Jumat: pegawai wajib di kantor"

#define CAPS                                                         \
    "Pada setiap unit kerja, menurut zona risiko: merah: di kantor " \
    "paling banyak 1 orang; hijau: di kantor paling banyak 2 orang"

static const struct {
    const char *table;
    int day; /* of August 2020 */
    const char *placed;
    int known; /* of August 2020; 0: all */
} cases[] = {
    {RED,                                                                  3,  "RRRR", 0},
    {RED,                                                                  5,  "RRRR", 0},
    {RED,                                                                  6,  "BBBB", 0},
    {RED,                                                                  11, "RRRR", 0},
    {RED "; hijau: pegawai wajib di kantor",                               6,  "KKKK", 0},
    {RED "; hijau: pegawai wajib di kantor",                               6,  "BBBB", 3},
    {"Menurut zona risiko: risiko merah: pegawai wajib di rumah",          3,  "RRRR", 0},
    {"Menurut zona risiko: merah tua: pegawai wajib di rumah",             3,  "BBBB", 0},
    {"Menurut zona risiko: merah dan hijau: pegawai wajib di rumah",       3,  "RRRR",
     0                                                                                  },
    {"Menurut zona risiko: merah dan hijau: pegawai wajib di rumah",       6,  "RRRR",
     0                                                                                  },
    {"Menurut sektor: kritikal dan nonesensial: pegawai wajib di rumah",   3,
     "RRRR",                                                                           0},
    {"Menurut sektor: kritikal dan lain: pegawai wajib di rumah",          3,  "BBBB", 0},
    {LEVELS,                                                               3,  "KKKK", 0},
    {LEVELS,                                                               4,  "KRRK", 0},
    {LEVELS,                                                               5,  "KRRK", 0},
    {LEVELS,                                                               6,  "KKKK", 0},
    {BOTH,                                                                 3,  "RRRR", 0},
    {BOTH,                                                                 4,  "RKKR", 0},
    {BOTH,                                                                 6,  "BBBB", 0},
    {CAPS,                                                                 3,  "????", 0},
    {CAPS,                                                                 7,  "????", 0},
    {CAPS,                                                                 7,  "BBBB", 3},
    {"Menurut sektor: kritikal: pegawai wajib di kantor; nonesensial: "
     "pegawai wajib di rumah",                                        3,  "RRRK", 0},
    {"Menurut sifat layanan: layanan langsung: pegawai wajib di kantor; bukan "
     "layanan: pegawai wajib di rumah",                               3,  "RKKB", 0},
    {"Menurut zona risiko dan sifat layanan: merah, layanan langsung: pegawai "
     "wajib di kantor; merah, bukan layanan: pegawai wajib di rumah", 4,  "RKKB", 0},
    {"Menurut zona risiko dan sifat layanan: merah, layanan langsung: pegawai "
     "wajib di kantor; merah, bukan layanan: pegawai wajib di rumah", 6,  "BBBB", 0},
    {"Menurut musim: hujan: pegawai wajib di rumah",                       3,  "BBBB", 0},
    {WEEK,                                                                 3,  "RRRR", 0},
    {WEEK,                                                                 6,  "RRRR", 0},
    {WEEK,                                                                 7,  "KKKK", 0},
    {"Menurut hari: Rabu dan Jumat: pegawai wajib di rumah",               5,  "RRRR", 0},
    {"Menurut hari: Rabu dan Jumat: pegawai wajib di rumah",               6,  "BBBB", 0},
    {"Menurut hari: Rabu dan Jumat: pegawai wajib di rumah",               7,  "RRRR", 0},
    {"Menurut hari: Kamis sampai dengan Senin: pegawai wajib di rumah",    6,
     "RRRR",                                                                           0},
    {"Menurut hari dan sifat layanan: Senin, layanan langsung: pegawai wajib "
     "di kantor; Senin, bukan layanan: pegawai wajib di rumah",       3,  "RKKB", 0},
};

typedef struct {
    Tables tables;
    Calendar calendar;
    Government government;
    Source source;
    Letter letter;
    CorpusInput input;
    CorpusFrom from;
    Corpus corpus;
} World;

static const char head[] =
    "surat edaran 1/T\ntentang \"kehadiran\"\npenerbit Wali Kota\n"
    "ditetapkan 1 Agustus 2020\n"
    "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n"
    "bagi seluruh pegawai\n\naturan 1 \"kehadiran\"\n(1) ";

static Date day_of(int day)
{
    return (Date){18474 + day}; /* 18475: 1 August 2020 */
}

static bool world_open(Arena *arena, const char *table, const char *status,
                       int known, World *w)
{
    const char *texts[TABLE_COUNT] = {[TABLE_UNITS] = units,
                                      [TABLE_PEOPLE] = people,
                                      [TABLE_STATUSES] = status};
    Diags diags = diags_in(arena);
    Buf said = buf_in(arena);
    w->tables = tables_import(arena, texts);
    w->calendar = calendar_empty();
    w->government = (Government){
        .code = STR("kota"), .area = STR("Kota Contoh"), .zone = ZONE_WITA};
    w->source =
        (Source){STR("1.edaran"), str_format(arena, "%s%s.\n", head, table)};
    w->input = (CorpusInput){&w->letter, &w->source, false};
    w->from =
        (CorpusFrom){&w->input, 1, &w->government, &w->tables.r, &w->calendar};
    Date when = known == 0 ? DATE_NEVER : day_of(known);
    if (w->tables.made && letter_parse(arena, &w->source, &w->letter, &diags) &&
        corpus_make(arena, &w->from, when, &w->corpus, &diags))
        return true;
    diags_print(&diags, LANG_EN, &said);
    faults_print(&w->tables.faults, LANG_EN, &said);
    return EXPECT_STR(buf_str(&said), "");
}

static RuleDay rule_day(Arena *arena, const World *w, int day)
{
    return (RuleDay){.corpus = &w->corpus,
                     .law = law_day(arena, &w->corpus, day_of(day)),
                     .date = day_of(day)};
}

FACT(a_row_holds_on_the_days_and_for_the_units_that_bear_its_labels)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        World *w = NEW(arena, World, 1);
        char placed[5] = "";
        Err err = {0};
        ROW("%zu: %s on the %dth", i, cases[i].table, cases[i].day);
        if (!world_open(arena, cases[i].table, statuses, cases[i].known, w))
            continue;
        RuleDay day = rule_day(arena, w, cases[i].day);
        for (uint32_t p = 0; p < 4; p++)
            placed[p] = law_person(day.law, (PersonId){p}).letter;
        EXPECT_STR(str_of(placed), cases[i].placed);
        EXPECT(row_rule_holds(&day, &err));
        EXPECT_STR(str_of(err.text), "");
    }
}

FACT(a_status_that_changes_within_the_letter_changes_the_cap_from_that_day)
{
    static const int32_t most[] = {1, 1, 1, 2, 2};
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    World *w = NEW(arena, World, 1);
    if (!world_open(arena, CAPS, statuses, 0, w)) return;
    for (int day = 3; day <= 7; day++) {
        LawDay *law = law_day(arena, &w->corpus, day_of(day));
        Directive d = law_person(law, (PersonId){1});
        ROW("%d", day);
        if (!EXPECT(d.cap.index != NO_INDEX)) continue;
        EXPECT_INT(corpus_clause(&w->corpus, d.cap)->cap.number, most[day - 3]);
    }
}

/* The citation leads to the row, in both languages, and prints as one. */
FACT(a_row_is_cited_by_its_paragraph_and_its_label)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    World *w = NEW(arena, World, 1);
    Buf said = buf_in(arena);
    if (!world_open(arena, LEVELS, statuses, 0, w)) return;
    ClauseId id = corpus_find(&w->corpus, STR("1/T#1(1) [level 4, Barat]"));
    if (!EXPECT(id.index != NO_INDEX)) return;
    const Clause *clause = corpus_clause(&w->corpus, id);
    EXPECT_STR(cite_words(arena, &w->corpus, clause->cite, LANG_EN),
               "rule 1 paragraph (1) [level 4, Barat] of SE 1/T");
    sentence_print(clause->sentence, LANG_ID, &said);
    EXPECT_STR(buf_str(&said),
               "Menurut level PPKM tempat unit kerja berada: level 4: pegawai "
               "wajib di rumah.");
}

/* ---- the audit can refuse ------------------------------------------------ */

static void hold_always(Clause *c)
{
    c->under_status = false;
}

static void end_early(Clause *c)
{
    Window *span = (Window *)(uintptr_t)c->spans;
    span->last = date_plus(span->last, -1);
}

static void mean_everybody(Clause *c)
{
    c->among = NULL;
}

static const struct {
    void (*spoil)(Clause *clause);
    int day;
} spoilers[] = {
    {hold_always,    6},
    {end_early,      5},
    {mean_everybody, 4},
};

FACT(a_row_that_holds_elsewhere_is_refused_by_the_audit)
{
    for (size_t i = 0; i < COUNT(spoilers); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        World *w = NEW(arena, World, 1);
        Err err = {0};
        ROW("%zu", i);
        if (!world_open(arena, LEVELS, statuses, 0, w)) continue;
        ClauseId id = corpus_find(&w->corpus, STR("1/T#1(1) [level 4, Barat]"));
        if (!EXPECT(id.index != NO_INDEX)) continue;
        spoilers[i].spoil(&w->corpus.clauses[id.index]);
        RuleDay day = rule_day(arena, w, spoilers[i].day);
        EXPECT(!row_rule_holds(&day, &err));
        EXPECT_HAS(err.text, "1/T#1(1) [level ");
    }
}

/* ---- by chance ----------------------------------------------------------- */

static const char *const keys[] = {"zona risiko",
                                   "level PPKM",
                                   "zona risiko tempat unit kerja berada",
                                   "level PPKM tempat unit kerja berada",
                                   "sektor",
                                   "sifat layanan",
                                   "hari"};
static const char *const labels[] = {"merah",
                                     "hijau",
                                     "level 3",
                                     "level 4",
                                     "nonesensial",
                                     "kritikal",
                                     "esensial",
                                     "bukan layanan",
                                     "layanan langsung",
                                     "Senin sampai dengan Kamis",
                                     "Rabu dan Jumat",
                                     "Jumat sampai dengan Selasa"};
static const char *const names[] = {"zona merah",        "merah",
                                    "Zona Risiko Hijau", "PPKM level 3",
                                    "level 4",           "PPKM"};
static const char *const areas[] = {"Kota Contoh", "Barat", "Timur", "Utara"};

#define ANY(rand, of) ((of)[rand_below(rand, COUNT(of))])

static const char *chance_table(Arena *arena, Rand *rand)
{
    Buf out = buf_in(arena);
    const char *first = ANY(rand, keys), *second = ANY(rand, keys);
    bool two = rand_below(rand, 2) == 0;
    buf_format(&out, "Menurut %s", first);
    if (two) buf_format(&out, " dan %s", second);
    for (uint32_t row = 0; row < 3; row++) {
        buf_format(&out, "%s%s", row == 0 ? ": " : "; ", ANY(rand, labels));
        if (two) buf_format(&out, ", %s", ANY(rand, labels));
        buf_c(&out, ": di kantor paling banyak 1 orang");
    }
    return str_c(arena, buf_str(&out));
}

static const char *chance_statuses(Arena *arena, Rand *rand)
{
    Buf out = buf_in(arena);
    buf_c(&out, STATUSES);
    for (uint32_t i = 0; i < 5; i++) {
        uint32_t from = 1 + rand_below(rand, 10);
        buf_format(&out, "%s,%s,2020-08-%02u,2020-08-%02u,2020-08-%02u,,\n",
                   ANY(rand, names), ANY(rand, areas), from,
                   from + rand_below(rand, 8), 1 + rand_below(rand, 8));
    }
    return str_c(arena, buf_str(&out));
}

FACT(tables_by_chance_mean_what_a_second_reading_finds)
{
    Rand rand = rand_seeded(86);
    size_t held = 0;
    for (int n = 0; n < 300; n++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        World *w = NEW(arena, World, 1);
        const char *table = chance_table(arena, &rand);
        const char *status = chance_statuses(arena, &rand);
        ROW("%d: %s\n%s", n, table, status);
        if (!world_open(arena, table, status, (int)rand_below(&rand, 10), w))
            continue;
        for (int day = 3; w->corpus.letter_count > 0 && day < 18; day += 2) {
            Err err = {0};
            RuleDay at = rule_day(arena, w, day);
            uint32_t count = 0;
            EXPECT(row_rule_holds(&at, &err));
            EXPECT_STR(str_of(err.text), "");
            (void)law_clauses(at.law, &count);
            held += count;
        }
    }
    EXPECT(held > 500);
}
