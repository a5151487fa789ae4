/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_forms.c - forms that reach the law through the tree: two bounds in
 * one sentence, ages, professions, closures by hours, and what is kept.
 */
#include "circular/law.h"
#include "harness.h"
#include "small_office.h"

#define HEAD                                                              \
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan," \
    "petugas_lapangan,mulai,sampai\n"

/* On 10 August 2020: A is 49, B is 50 that day, C is older, D has no NIP. */
static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = "kode,nama,induk,jenis,perangkat_daerah,unit_kerja\n"
                    "kota,Pemerintah Kota,,pemerintah,,\n"
                    "dinas,Dinas Contoh,kota,dinas,ya,ya\n",
    [TABLE_PEOPLE] =
        HEAD "A,197008111995031000,,Ani,PNS,dinas,Guru Ahli Muda,fungsional"
             ",,,\n"
             "B,197008101995031000,,Budi,PNS,dinas,Perawat Terampil,fungsional"
             ",,,\n"
             "C,196501011990031000,,Cici,PNS,dinas,Bidan,fungsional,,,\n"
             "D,,,Dedi,PTT,dinas,Gurunda,pelaksana,,,\n",
};

static const char closed[] =
    "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,"
    "prioritas,urgensi,persetujuan\n"
    "penutupan,dinas,,2020-08-18,,,2020-08-18,kasus,,,\n";

static bool corpus_of(Arena *arena, const char *rules, const char *events,
                      Corpus *out)
{
    const char *given[TABLE_COUNT];
    for (size_t i = 0; i < TABLE_COUNT; i++)
        given[i] = i == TABLE_EVENTS ? events : texts[i];
    SmallOffice *small = NEW(arena, SmallOffice, 1);
    Err err = {0};
    return EXPECT(small_office_open(arena, given, rules, small)) &&
           EXPECT(office_law(&small->office, DATE_NEVER, out, &err));
}

static Date august(int32_t day)
{
    return small_office_days(day, day).first;
}

/* The letters of A, B, C and D on the day. */
static Str letters_on(Arena *arena, const Corpus *corpus, int32_t day)
{
    LawDay *law = law_day(arena, corpus, august(day));
    Buf out = buf_in(arena);
    for (uint32_t p = 0; p < corpus->r->person_count; p++)
        buf_char(&out, law_person(law, (PersonId){p}).letter);
    return buf_str(&out);
}

static const struct {
    const char *rules;
    int32_t day;
    const char *letters;
} placed[] = {
    {"(1) Pegawai yang berusia paling sedikit 50 tahun wajib di rumah.\n", 10,
     "BRRB"},
    {"(1) Pegawai yang berusia paling sedikit 50 tahun wajib di rumah.\n", 11,
     "RRRB"},
    {"(1) Pegawai yang berusia paling banyak 49 tahun wajib di rumah.\n", 10,
     "RBBB"},
    {"(1) Pegawai yang rumahnya berjarak paling sedikit 1 kilometer wajib di "
     "rumah.\n",
     10, "BBBB"},
    {"(1) Guru wajib di rumah.\n", 10, "RBBB"},
    {"(1) Perawat dan bidan wajib di rumah.\n", 10, "BRRB"},
    {"(1) Pegawai wajib di rumah, kecuali tenaga kesehatan.\n", 10, "RBBR"},
    {"(1) Pejabat pembina kepegawaian wajib di rumah.\n", 10, "BBBB"},
    {"(1) Pegawai yang \"sakit\" wajib di rumah sesudah 3 hari kalender.\n", 10,
     "BBBB"},
    {"(1) Jika banjir: pegawai wajib di rumah.\n", 10, "BBBB"},
    {"(1) Pegawai wajib di rumah, jika ada banjir.\n", 10, "BBBB"},
    {"(1) Guru wajib di rumah.\n(2) Jika banjir: surat edaran ini tidak "
     "berlaku "
     "bagi guru.\n",
     10, "RBBB"},
    {"(1) Pegawai wajib di rumah sesudah 3 hari kalender.\n", 10, "BBBB"},
};

FACT(ages_and_professions_place_whom_they_mean)
{
    for (size_t i = 0; i < COUNT(placed); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Corpus corpus = {0};
        ROW("%s on %d", placed[i].rules, placed[i].day);
        if (!corpus_of(arena, placed[i].rules, NULL, &corpus)) continue;
        EXPECT_STR(letters_on(arena, &corpus, placed[i].day),
                   placed[i].letters);
    }
}

/* D bears the mark; is D sent home who is "yang berusia ..."? */
static const struct {
    const char *mark, *age;
    bool home;
} aged[] = {
    {"berusia 50 tahun ke atas", "paling sedikit 50 tahun", true},
    {"berusia 60 tahun ke atas", "paling sedikit 50 tahun", true},
    {"berusia 49 tahun ke atas", "paling sedikit 50 tahun", false},
    {"Berusia 51 Tahun ke Atas", "di atas 50 tahun", true},
    {"berusia di atas 50 tahun", "di atas 50 tahun", true},
    {"berusia 50 tahun ke atas", "di atas 50 tahun", false},
    {"berusia lebih dari 49 tahun", "50 tahun ke atas", true},
    {"berusia paling sedikit 58 tahun", "50 tahun ke atas", true},
    {"berusia 58 tahun atau lebih", "50 tahun ke atas", true},
    {"berusia 60 tahun ke atas", "paling banyak 70 tahun", false},
    {"berusia  tahun ke atas", "paling sedikit 1 tahun", false},
    {"hamil", "paling sedikit 1 tahun", false},
};

static bool marked_corpus(Arena *arena, const char *mark, const char *age,
                          Corpus *out)
{
    const char *given[TABLE_COUNT];
    SmallOffice *small = NEW(arena, SmallOffice, 1);
    Err err = {0};
    for (size_t t = 0; t < TABLE_COUNT; t++)
        given[t] = texts[t];
    given[TABLE_MARKS] =
        str_c(arena, str_format(arena,
                                "pegawai,tanda,mulai,sampai,dicatat\n"
                                "D,%s,2020-08-01,2020-08-31,2020-08-01\n",
                                mark));
    Str rules =
        str_format(arena, "(1) Pegawai yang berusia %s wajib di rumah.\n", age);
    return small_office_open(arena, given, str_c(arena, rules), small) &&
           EXPECT(office_law(&small->office, DATE_NEVER, out, &err));
}

FACT(who_has_no_birth_date_is_as_old_as_a_mark_says_or_older)
{
    for (size_t i = 0; i < COUNT(aged); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Corpus corpus = {0};
        ROW("%s: %s", aged[i].mark, aged[i].age);
        if (!marked_corpus(arena, aged[i].mark, aged[i].age, &corpus)) continue;
        EXPECT_INT(letters_on(arena, &corpus, 10).ptr[3],
                   aged[i].home ? 'R' : 'B');
    }
}

/* "at least 1 at most 3 office ..." of each clause, in order. */
static Str caps_of(Arena *arena, const Corpus *corpus)
{
    static const char *const compares[] = {"", "most", "least", "just", "few"};
    Buf out = buf_in(arena);
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        const Cap *cap = &corpus->clauses[i].cap;
        if (corpus->clauses[i].act != ACT_CAP) continue;
        buf_format(&out, "%s %d %s%s;", compares[cap->compare], cap->number,
                   cap->office ? "office" : "", cap->home ? "home" : "");
    }
    return buf_str(&out);
}

static const struct {
    const char *rules, *caps;
} bounds[] = {
    {"(1) Pada setiap unit kerja: di kantor paling sedikit 1 orang dan paling "
     "banyak 3 orang.\n",
     "least 1 office;most 3 office;"},
    {"(1) Pada setiap unit kerja: di kantor paling banyak 25% dan di rumah "
     "paling sedikit 75% dari seluruh pegawai, dibulatkan ke bawah.\n",
     "most 2500 office;least 7500 home;"},
    {"(1) Pada setiap unit kerja: di kantor paling banyak 3 orang dan di rumah "
     "paling sedikit 1 orang dan paling banyak 2 orang.\n",
     "most 3 office;least 1 home;most 2 home;"},
    {"(1) Di kantor sesedikit mungkin.\n", ""},
};

FACT(each_bound_of_a_sentence_is_a_clause_cited_alike)
{
    for (size_t i = 0; i < COUNT(bounds); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Corpus corpus = {0};
        ROW("%s", bounds[i].rules);
        if (!corpus_of(arena, bounds[i].rules, NULL, &corpus)) continue;
        EXPECT_STR(caps_of(arena, &corpus), bounds[i].caps);
        for (uint32_t c = 0; c < corpus.clause_count; c++) {
            EXPECT_STR(corpus.clauses[c].cite, "1/T#1(1)");
            EXPECT_INT(corpus.clauses[c].bound, c);
        }
    }
}

/* A roster keeps both bounds: never under the one, never above the other. */
FACT(a_roster_keeps_both_bounds)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallOffice *small = NEW(arena, SmallOffice, 1);
    if (!EXPECT(small_office_open(
            arena, texts,
            "(1) Pada setiap unit kerja: di kantor paling sedikit 1 orang dan "
            "paling banyak 3 orang.\n"
            "(2) Selebihnya wajib di rumah, bergilir.\n",
            small)) ||
        !EXPECT(small_office_roster(small, 3, 14)))
        return;
    const Plan *plan = &small->made.demand.plan;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        int32_t in = 0;
        int32_t home = 0;
        for (uint32_t p = 0; p < plan->person_count; p++) {
            in += plan_cell(plan, (PersonId){p}, d) == PLACED_OFFICE;
            home += plan_cell(plan, (PersonId){p}, d) == PLACED_HOME;
        }
        if (in + home == 0) continue; /* no working day */
        ROW("day %u: %d in", d, in);
        EXPECT(in >= 1 && in <= 3);
    }
}

static const struct {
    const char *lasting;
    int32_t last; /* from the 1st of August: the 18th is the day of the order */
} closures[] = {
    {"3 hari kalender", 20}, {"3 x 24 jam", 20}, {"72 jam", 20},
    {"25 jam", 19},          {"24 jam", 18},     {"1 minggu", 24},
    {"1 bulan", 48},         {"2 bulan", 78},
};

FACT(a_closure_by_hours_counts_each_begun_day)
{
    for (size_t i = 0; i < COUNT(closures); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Corpus corpus = {0};
        ROW("%s", closures[i].lasting);
        Str rules = str_format(arena,
                               "(1) Jika ada klaster pada suatu unit kerja: "
                               "unit kerja itu ditutup selama %s sejak "
                               "penetapan penutupan.\n",
                               closures[i].lasting);
        if (!corpus_of(arena, str_c(arena, rules), closed, &corpus)) continue;
        if (!EXPECT_INT(corpus.closure_count, 1)) continue;
        EXPECT(
            date_is(corpus.closures[0].window.last, august(closures[i].last)));
    }
}
