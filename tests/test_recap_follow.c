/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_follow.c - what follows from days: hours credited, shares cut and
 * steps of a ladder, by hand, and again by a count over the naive evaluator.
 */
#include "app/make_recap.h"
#include "base/rand.h"
#include "naive_day.h"
#include "sheet/recap_file.h"
#include "sheet/recap_text.h"
#include "small_office.h"
#include "test_recap_world.h"

#define RULES                                                                \
    "(1) Kepala perangkat daerah wajib di kantor.\n"                         \
    "(2) Pejabat fungsional dan pelaksana wajib di rumah.\n"                 \
    "(3) Pegawai di rumah wajib melapor setiap hari kerja kepada atasan "    \
    "langsung, paling lambat pukul 16.00.\n"                                 \
    "(4) Atasan langsung wajib memeriksa laporan.\n"                         \
    "(5) Hari di rumah dihitung 8,5 jam, jika laporan diterima.\n"           \
    "(6) Hari di kantor dihitung 7,25 jam.\n"                                \
    "(7) Tunjangan dipotong 0,25%, jika laporan tidak diterima.\n"           \
    "(8) Tunjangan dipotong 5%, jika apel tidak diikuti.\n\n"                \
    "aturan 2 \"sanksi\"\n"                                                  \
    "(1) Pelanggaran aturan 1 dikenai: pertama: \"teguran lisan\"; kedua: "  \
    "\"teguran tertulis\".\n"                                                \
    "(2) Pelanggaran aturan 1 ayat (3) dikenai: pertama: \"surat\"; kedua: " \
    "\"surat kedua\"; ketiga: \"sidang\"; keempat: \"hukuman disiplin\"; "   \
    "kelima: \"pemberhentian\".\n"                                           \
    "(3) Aturan 1 ayat (7) tidak berlaku bagi pegawai pada UPTD Panti.\n"

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = RECAP_UNITS,
    [TABLE_POSTS] = RECAP_POSTS,
    [TABLE_PEOPLE] = RECAP_PEOPLE,
};

typedef struct {
    Arena *arena;
    SmallOffice small;
    Corpus corpus;
    Recap recap;
} World;

static bool open_world(Arena *arena, const char *rules, World *w)
{
    Err err = {0};
    *w = (World){.arena = arena};
    return EXPECT(small_office_open(arena, texts, rules, &w->small)) &&
           EXPECT(office_law(&w->small.office, DATE_NEVER, &w->corpus, &err));
}

static bool count_days(World *w, const RecapFacts *facts, int32_t now,
                       int32_t first, int32_t last)
{
    Err err = {0};
    Window window = small_office_days(first, last);
    RecapFrom from = {
        .corpus = &w->corpus,
        .book = daybook_make(w->arena, &w->small.office.r, facts->at,
                             facts->count, recap_book_window(window), NULL),
        .hours = register_hours(&w->small.office.government),
        .zone = ZONE_WITA,
        .now = zone_instant(ZONE_WITA, (Date){RECAP_FIRST + now}, 0),
        .window = window,
    };
    bool made = recap_make(w->arena, &from, &w->recap, &err);
    return EXPECT_STR(err.text, "") && EXPECT(made);
}

static Fact *review(RecapFacts *facts, FactId report, const char *who, int day,
                    const char *word)
{
    Fact *f = recap_tell(facts, FACT_REVIEW, who, day, 1100);
    f->actor = STR("P1");
    f->about = report;
    f->word = str_of(word);
    return f;
}

/* Monday accepted, Tuesday waits, Wednesday none, Thursday sent back, Friday
 * late and accepted. */
static RecapFacts week_of(const char *who)
{
    RecapFacts facts = {.count = 0};
    review(&facts, recap_report(&facts, who, 0, 900, "satu")->id, who, 0,
           "terima");
    (void)recap_report(&facts, who, 1, 900, "dua");
    review(&facts, recap_report(&facts, who, 3, 900, "empat")->id, who, 3,
           "kembalikan");
    review(&facts, recap_report(&facts, who, 4, 1000, "lima")->id, who, 4,
           "terima");
    return facts;
}

static uint32_t follow_of(const World *w, const char *rule)
{
    ClauseId id = corpus_find(&w->corpus, str_format(w->arena, "1/T#%s", rule));
    for (uint32_t f = 0; f < w->recap.follow_count; f++) {
        if (w->recap.follows[f].by.index == id.index) return f;
    }
    return NO_INDEX;
}

/* ---- by hand ------------------------------------------------------------- */

static const struct {
    const char *person, *rule;
    int32_t count, sum, open;
} counted[] = {
    {"P2", "1(5)", 2, 1700, 1},
    {"P2", "1(6)", 0, 0,    0},
    {"P2", "1(7)", 2, 50,   1},
    {"P2", "2(1)", 2, 2,    0}, /* none on Wednesday, late on Friday */
    {"P2", "2(2)", 2, 2,    0},
    {"P1", "1(5)", 0, 0,    0},
    {"P1", "1(6)", 5, 3625, 0},
    {"P1", "1(7)", 0, 0,    0},
    {"P1", "2(1)", 5, 2,    0}, /* absent: the ladder has two steps */
    {"P1", "2(2)", 0, 0,    0},
    {"P3", "1(5)", 0, 0,    0},
    {"P3", "1(7)", 0, 0,    0}, /* left out by rule 2 paragraph (3) */
    {"P3", "2(1)", 5, 2,    0},
    {"P3", "2(2)", 5, 5,    0},
};

FACT(hours_cuts_and_steps_are_counted_as_by_hand)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = week_of("P2");
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
        return;
    EXPECT_INT(w.recap.follow_count, 5);
    for (size_t i = 0; i < COUNT(counted); i++) {
        ROW("%s %s", counted[i].person, counted[i].rule);
        uint32_t f = follow_of(&w, counted[i].rule);
        if (!EXPECT(f != NO_INDEX)) continue;
        const RecapFollowed *one = recap_followed(
            &w.recap, tables_person(&w.small.tables, counted[i].person), f);
        EXPECT_INT(one->count, counted[i].count);
        EXPECT_INT(one->sum, counted[i].sum);
        EXPECT_INT(one->open, counted[i].open);
    }
}

FACT(the_days_that_count_are_named)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = week_of("P2");
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
        return;
    PersonId person = tables_person(&w.small.tables, "P2");
    static const char hours[] = "Y...Y";
    static const char cut[] = "..YY.";
    for (int32_t day = 0; day < 5; day++) {
        ROW("day %d", day);
        Date date = {RECAP_FIRST + day};
        EXPECT(recap_follow_counts(&w.recap, person, follow_of(&w, "1(5)"),
                                   date) == (hours[day] == 'Y'));
        EXPECT(recap_follow_counts(&w.recap, person, follow_of(&w, "1(7)"),
                                   date) == (cut[day] == 'Y'));
    }
    EXPECT(!recap_follow_counts(&w.recap, person, 0, (Date){RECAP_FIRST + 5}));
}

/* What has not come is no number. */
FACT(days_that_are_not_over_are_open)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = {.count = 0};
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 2, 3, 7))
        return;
    const RecapFollowed *one = recap_followed(
        &w.recap, tables_person(&w.small.tables, "P1"), follow_of(&w, "1(6)"));
    EXPECT_INT(one->count, 2);
    EXPECT_INT(one->open, 3);
}

FACT(a_day_of_which_our_outage_hides_something_climbs_no_ladder)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = {.count = 0};
    recap_check_in(&facts, "P2", 0, 480, "kantor"); /* a breach */
    recap_outage(&facts, 0, 940, 970);              /* the report is due */
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 3))
        return;
    PersonId person = tables_person(&w.small.tables, "P2");
    EXPECT_INT(recap_count(&w.recap, person, RECAP_BREACHES), 1);
    const RecapFollowed *one =
        recap_followed(&w.recap, person, follow_of(&w, "2(1)"));
    EXPECT_INT(one->count, 0);
    EXPECT_INT(one->sum, 0);
    EXPECT_INT(one->open, 1);
    EXPECT_INT(recap_followed(&w.recap, person, follow_of(&w, "1(7)"))->open,
               1);
}

static const struct {
    const char *rules, *rule;
    int32_t count, sum, open;
} alone[] = {
  /* A day is credited once, by the clause that stands behind. */
    {"(3) Hari di rumah dihitung 8 jam.\n(4) Hari dihitung 7 jam.\n",             "1(3)", 0,
     0,                                                                                         0},
    {"(3) Hari di rumah dihitung 8 jam.\n(4) Hari dihitung 7 jam.\n",             "1(4)", 5,
     3500,                                                                                      0},
 /* Nothing was missing where a report is advised, or none is owed; one that
  * was given and accepted all the same counts. */
    {"(3) Pegawai di rumah diimbau melapor setiap hari kerja kepada atasan "
     "langsung.\n(4) Tunjangan dipotong 1%, jika laporan tidak diterima.\n", "1(4)", 0, 0, 1},
    {"(3) Tunjangan dipotong 1%, jika laporan tidak diterima.\n",                 "1(3)", 0, 0,
     0                                                                                           },
    {"(3) Hari di rumah dihitung 8,25 jam, jika laporan diterima.\n",             "1(3)", 2,
     1650,                                                                                      2},
 /* Only on its days: Wednesday to Friday. */
    {"(3) Mulai 5 Agustus 2020: hari di rumah dihitung 8 jam.\n",                 "1(3)", 3,
     2400,                                                                                      0},
    {"(3) Hari di kantor dihitung 8 jam.\n",                                      "1(3)", 0, 0, 0},
};

FACT(clauses_count_the_days_that_they_say)
{
    static const char *const places =
        "(1) Kepala perangkat daerah wajib di kantor.\n"
        "(2) Pejabat fungsional dan pelaksana wajib di rumah.\n";
    for (size_t i = 0; i < COUNT(alone); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        World w;
        RecapFacts facts = week_of("P2");
        Str rules = str_format(arena, "%s%s", places, alone[i].rules);
        ROW("%s %s", alone[i].rules, alone[i].rule);
        if (!open_world(arena, str_c(arena, rules), &w) ||
            !count_days(&w, &facts, 10, 3, 7))
            continue;
        const RecapFollowed *one =
            recap_followed(&w.recap, tables_person(&w.small.tables, "P2"),
                           follow_of(&w, alone[i].rule));
        EXPECT_INT(one->count, alone[i].count);
        EXPECT_INT(one->sum, alone[i].sum);
        EXPECT_INT(one->open, alone[i].open);
    }
}

/* A letter that counts nothing adds nothing to a recap, nor to its text. */
FACT(without_such_a_clause_a_recap_is_what_it_was)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = recap_facts();
    if (!open_world(arena, RECAP_RULES, &w) ||
        !count_days(&w, &facts, 10, 3, 7))
        return;
    RecapTable table =
        recap_table(arena, &w.recap, w.small.office.r.preorder[0]);
    Buf text = buf_in(arena);
    recap_table_write(&table, &text);
    EXPECT_INT(w.recap.follow_count, 0);
    EXPECT(str_starts(buf_str(&text), STR("rekap 1\n")));
}

/* ---- as a record --------------------------------------------------------- */

static Str text_of(Arena *arena, const RecapTable *table)
{
    Buf out = buf_in(arena);
    recap_table_write(table, &out);
    return buf_str(&out);
}

FACT(a_text_with_further_columns_reads_back_and_is_compared)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapTable back;
    RecapChanges changes = {0};
    RecapFacts facts = week_of("P2");
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
        return;
    RecapTable table =
        recap_table(arena, &w.recap, w.small.office.r.preorder[0]);
    Str text = text_of(arena, &table);
    EXPECT(str_starts(text, STR("rekap 2\n")));
    EXPECT_HAS(text, "\thari_diakui 1/T#1(5)\tjam_diakui_x100 1/T#1(5)\t");
    if (!EXPECT(recap_table_read(arena, text, &back, &err))) return;
    EXPECT_STR(text_of(arena, &back), text);
    back.rows[1].more[1] += 850;
    EXPECT(recap_compare(arena, &table, &back, &changes, &err));
    if (!EXPECT_COUNT(changes.count, 1)) return;
    EXPECT_STR(changes.at[0].person, "P2");
    EXPECT_STR(changes.at[0].more, "jam_diakui_x100 1/T#1(5)");
    EXPECT_INT(changes.at[0].to - changes.at[0].from, 850);
    /* What was closed without such columns is compared without them. */
    RecapTable plain = recap_table_plain(&table);
    EXPECT(str_starts(text_of(arena, &plain), STR("rekap 1\n")));
    EXPECT(recap_compare(arena, &plain, &back, &changes, &err));
    EXPECT_COUNT(changes.count, 0);
}

/* After an erasure the numbers are those of the kept text, without days. */
FACT(a_kept_text_gives_its_numbers_back)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = week_of("P2");
    RecapFacts none = {.count = 0};
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
        return;
    RecapTable table =
        recap_table(arena, &w.recap, w.small.office.r.preorder[0]);
    PersonId person = tables_person(&w.small.tables, "P2");
    if (!count_days(&w, &none, 10, 3, 7)) return;
    uint32_t f = follow_of(&w, "1(5)");
    EXPECT_INT(recap_followed(&w.recap, person, f)->sum, 0);
    recap_restore(arena, &table, &w.recap);
    EXPECT_INT(recap_followed(&w.recap, person, f)->sum, 1700);
    EXPECT(!recap_follow_counts(&w.recap, person, f, (Date){RECAP_FIRST}));
    RecapTable plain = recap_table_plain(&table);
    recap_restore(arena, &plain, &w.recap);
    EXPECT_INT(w.recap.follow_count, 0);
}

/* ---- in words -------------------------------------------------------------
 */

static Str told(World *w, Lang lang)
{
    Buf out = buf_in(w->arena);
    recap_text_follow(&w->recap, lang, &out);
    return buf_str(&out);
}

FACT(words_name_the_clause_the_days_and_who_decides)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = week_of("P2");
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
        return;
    Str text = told(&w, LANG_ID);
    EXPECT_HAS(text, "bukan uang\n");
    EXPECT_HAS(text, "  P2 Budi Sama: 17,00 jam diakui dari 2 hari (3 Agustus "
                     "2020, 7 Agustus 2020); 1 hari belum dapat dihitung "
                     "[aturan 1 ayat (5) SE 1/T]\n");
    EXPECT_HAS(text, "  P2 Budi Sama: tunjangan dipotong 0,50% karena 2 hari "
                     "(5 Agustus 2020–6 Agustus 2020); 1 hari belum dapat "
                     "dihitung [aturan 1 ayat (7) SE 1/T]\n");
    EXPECT_HAS(text, "  P2 Budi Sama: 2 pelanggaran; usulan, yang memutuskan "
                     "pejabat: kedua, \"teguran tertulis\" (");
    text = told(&w, LANG_EN);
    EXPECT_HAS(text, "17.00 hours credited, days: 2");
    EXPECT_HAS(text, "; suggested, an official decides: second, \"teguran");
}

FACT(files_have_the_numbers_where_a_letter_has_the_clause)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    Str file = {0};
    RecapFacts facts = week_of("P2");
    if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
        return;
    RecapMade *made = NEW(arena, RecapMade, 1);
    made->recap = w.recap;
    EXPECT(recap_file_put(arena, LANG_ID, made, RECAP_FORM_CSV, &file, &err));
    EXPECT_HAS(file, ",jam_diakui,hari_diakui,hari_diakui_terbuka,"
                     "potongan_persen,hari_dipotong,hari_dipotong_terbuka,"
                     "akibat,usulan_sanksi\n");
    EXPECT_HAS(file, ",17.00,2,1,0.50,2,1,\"17,00 jam diakui");
    if (!open_world(arena, RECAP_RULES, &w) ||
        !count_days(&w, &facts, 10, 3, 7))
        return;
    made->recap = w.recap;
    EXPECT(recap_file_put(arena, LANG_ID, made, RECAP_FORM_CSV, &file, &err));
    EXPECT_HAS(file, ",hari_tidak_disimpan_lagi\n");
    EXPECT_STR(told(&w, LANG_ID), "");
}

/* ---- again, naively ------------------------------------------------------ */

static const char *const people[] = {"P1", "P2", "P3", "P4", "P5"};

static void tell_report(Rand *rand, RecapFacts *facts, const char *who, int day)
{
    int minute = 900 + (int)rand_below(rand, 120);
    FactId id = recap_report(facts, who, day, minute, "kerja")->id;
    uint32_t how = (uint32_t)rand_below(rand, 3);
    if (how > 0)
        review(facts, id, who, day, how == 1 ? "terima" : "kembalikan");
}

/* A random week: a report of a few, reviewed or not, and outages. */
static RecapFacts chance_week(Rand *rand)
{
    RecapFacts facts = {.count = 0};
    while (facts.count < 24) {
        int day = (int)rand_below(rand, 5);
        const char *who = people[rand_below(rand, COUNT(people))];
        uint32_t what = (uint32_t)rand_below(rand, 8);
        if (what == 0)
            recap_outage(&facts, day, 900 + (int)rand_below(rand, 60), 980);
        else if (what == 1)
            recap_check_in(&facts, who, day, 430 + (int)rand_below(rand, 60),
                           rand_below(rand, 2) == 0 ? "kantor" : "rumah");
        else
            tell_report(rand, &facts, who, day);
    }
    return facts;
}

/* Does the last review of that report accept it?  All of one minute: the last
 * told has the greatest id. */
static bool naive_accepted(const RecapFacts *facts, FactId report)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *f = &facts->at[i];
        if (f->kind == FACT_REVIEW && fact_id_is(f->about, report)) last = f;
    }
    return last != NULL && str_is(last->word, STR("terima"));
}

typedef struct {
    int32_t hours, cut, waits; /* days of 1(5) and 1(7); open of both */
    int32_t breaches, hidden;  /* of 2(1) */
    int32_t reports, veiled;   /* of 2(2) */
    int32_t office;
} Naive;

static bool naive_is_late_accepted(const RecapFacts *facts, const Finding *f)
{
    bool accepted = false;
    for (size_t i = 0; i < FINDING_FACTS; i++)
        accepted |= naive_accepted(facts, f->facts[i]);
    return accepted;
}

static void naive_report(const RecapFacts *facts, const Finding *f, bool panti,
                         Naive *n)
{
    bool late = f->outcome == OUTCOME_LATE;
    bool accepted = f->outcome == OUTCOME_ACCEPTED ||
                    (late && naive_is_late_accepted(facts, f));
    bool not_accepted =
        f->outcome == OUTCOME_MISSING || f->outcome == OUTCOME_RETURNED;
    n->hours += accepted;
    n->cut += not_accepted && !panti;
    n->waits += !accepted && !not_accepted;
}

static void naive_day(const Corpus *corpus, const RecapFacts *facts,
                      const Verdict *v, bool panti, Naive *n)
{
    bool hole = false;
    int32_t breaches = 0;
    int32_t reports = 0;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        Str cite = f->by.index == NO_INDEX ? STR("")
                                           : corpus_clause(corpus, f->by)->cite;
        bool bad = finding_colour(f) == COLOUR_BREACH;
        hole |= finding_colour(f) == COLOUR_UNKNOWN;
        breaches += bad && str_starts(cite, STR("1/T#1("));
        reports += bad && str_is(cite, STR("1/T#1(3)"));
        if (f->duty == DUTY_REPORT) naive_report(facts, f, panti, n);
    }
    n->breaches += hole ? 0 : breaches;
    n->reports += hole ? 0 : reports;
    n->hidden += hole && breaches > 0;
    n->veiled += hole && reports > 0;
    n->office += v->expected == PLACED_OFFICE;
}

static Naive naive_week(const World *w, const RecapFacts *facts,
                        const char *code)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 20);
    NaiveLaw law = naive_law(scratch, &w->corpus);
    Naive n = {0};
    PersonId person = tables_person(&w->small.tables, code);
    bool panti =
        !str_is(str_of(code), STR("P1")) && !str_is(str_of(code), STR("P2"));
    for (int32_t day = 0; day < 5; day++) {
        Verdict v;
        NaiveView view = {
            .law = &law,
            .day = law_day(scratch, &w->corpus, (Date){RECAP_FIRST + day}),
            .hours = register_hours(&w->small.office.government),
            .zone = ZONE_WITA,
            .now = zone_instant(ZONE_WITA, (Date){RECAP_FIRST + 10}, 0),
            .facts = facts->at,
            .count = facts->count,
        };
        naive_verdict(scratch, &view, person, &v);
        naive_day(&w->corpus, facts, &v, panti, &n);
    }
    return n;
}

static void expect_followed(const World *w, const char *code, const char *rule,
                            RecapFollowed want)
{
    const RecapFollowed *one = recap_followed(
        &w->recap, tables_person(&w->small.tables, code), follow_of(w, rule));
    ROW("%s %s", code, rule);
    EXPECT_INT(one->count, want.count);
    EXPECT_INT(one->sum, want.sum);
    EXPECT_INT(one->open, want.open);
}

static int32_t at_most(int32_t count, int32_t steps)
{
    return count < steps ? count : steps;
}

static void expect_as_naive(const World *w, const RecapFacts *facts,
                            const char *code)
{
    Naive n = naive_week(w, facts, code);
    bool cut = str_is(str_of(code), STR("P2"));
    expect_followed(w, code, "1(5)",
                    (RecapFollowed){n.hours, 850 * n.hours, n.waits});
    expect_followed(w, code, "1(6)",
                    (RecapFollowed){n.office, 725 * n.office, 0});
    expect_followed(w, code, "1(7)",
                    (RecapFollowed){n.cut, 25 * n.cut, cut ? n.waits : 0});
    expect_followed(
        w, code, "2(1)",
        (RecapFollowed){n.breaches, at_most(n.breaches, 2), n.hidden});
    expect_followed(
        w, code, "2(2)",
        (RecapFollowed){n.reports, at_most(n.reports, 5), n.veiled});
}

FACT(random_weeks_are_counted_as_naively)
{
    enum { WEEKS_TOLD = 60 };
    for (uint64_t seed = 1; seed <= WEEKS_TOLD; seed++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        World w;
        Rand rand = rand_seeded(seed);
        RecapFacts facts = chance_week(&rand);
        if (!open_world(arena, RULES, &w) || !count_days(&w, &facts, 10, 3, 7))
            return;
        for (size_t p = 0; p < COUNT(people); p++)
            expect_as_naive(&w, &facts, people[p]);
    }
}
