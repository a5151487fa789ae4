/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap.c - recaps of small days, counted by hand; their text, hash,
 * closing and what changed.
 */
#include "app/make_recap.h"
#include "day/recap_period.h"
#include "small_office.h"
#include "test_recap_world.h"

#include <string.h>

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
    bool made;
} World;

static bool open_world(Arena *arena, World *w)
{
    Err err = {0};
    *w = (World){.arena = arena};
    return EXPECT(small_office_open(arena, texts, RECAP_RULES, &w->small)) &&
           EXPECT(office_law(&w->small.office, DATE_NEVER, &w->corpus, &err));
}

static bool count_days(World *w, const Fact *facts, size_t count, Window window)
{
    Err err = {0};
    RecapFrom from = {
        .corpus = &w->corpus,
        .book = daybook_make(w->arena, &w->small.office.r, facts, count,
                             recap_book_window(window), NULL),
        .hours = register_hours(&w->small.office.government),
        .zone = ZONE_WITA,
        .now = zone_instant(ZONE_WITA, (Date){RECAP_FIRST + 10}, 0),
        .window = window,
    };
    w->made = recap_make(w->arena, &from, &w->recap, &err);
    return EXPECT_STR(err.text, "") && EXPECT(w->made);
}

static bool make_world(Arena *arena, World *w)
{
    RecapFacts facts = recap_facts();
    return open_world(arena, w) &&
           count_days(w, facts.at, facts.count, small_office_days(3, 7));
}

static int32_t of(const World *w, const char *code, RecapColumn column)
{
    return recap_count(&w->recap, tables_person(&w->small.tables, code),
                       column);
}

static RecapTable table_of(const World *w)
{
    return recap_table(w->arena, &w->recap, w->small.office.r.preorder[0]);
}

static Str text_of(Arena *arena, const RecapTable *table)
{
    Buf out = buf_in(arena);
    recap_table_write(table, &out);
    return buf_str(&out);
}

/* ---- numbers ------------------------------------------------------------ */

static const struct {
    const char *person;
    RecapColumn column;
    int32_t want;
} counted[] = {
    {"P1", RECAP_WORKING,         5 },
    {"P1", RECAP_COUNTED,         5 },
    {"P1", RECAP_PLAN_K,          5 },
    {"P1", RECAP_PLAN_R,          0 },
    {"P1", RECAP_WHERE_K,         2 },
    {"P1", RECAP_WHERE_NONE,      3 },
    {"P1", RECAP_PRESENT,         1 },
    {"P1", RECAP_LATE,            1 },
    {"P1", RECAP_LATE_MINUTES,    20},
    {"P1", RECAP_ABSENT,          2 }, /* Wednesday and Friday */
    {"P1", RECAP_PRESENT_UNKNOWN, 1 }, /* Thursday: our outage */
    {"P1", RECAP_REPORT_MISSING,  0 }, /* owed at home only */
    {"P1", RECAP_BREACHES,        3 },
    {"P1", RECAP_UNKNOWN,         1 },
    {"P2", RECAP_WORKING,         5 },
    {"P2", RECAP_COUNTED,         5 }, /* days at home count */
    {"P2", RECAP_PLAN_R,          5 },
    {"P2", RECAP_WHERE_R,         1 },
    {"P2", RECAP_PRESENT,         2 }, /* Tuesday by the report */
    {"P2", RECAP_NO_SIGN,         3 },
    {"P2", RECAP_REPORT_ACCEPTED, 1 },
    {"P2", RECAP_REPORT_LATE,     1 },
    {"P2", RECAP_REPORT_MISSING,  3 },
    {"P2", RECAP_REVIEWED,        1 },
    {"P2", RECAP_NOT_REVIEWED,    1 },
    {"P2", RECAP_BREACHES,        4 },
    {"P2", RECAP_TASK_OPEN,       0 }, /* no clause asks for tasks */
    {"P3", RECAP_ELSEWHERE,       1 },
    {"P3", RECAP_WHERE_K,         1 },
    {"P3", RECAP_NO_SIGN,         4 },
    {"P3", RECAP_REPORT_MISSING,  5 },
    {"P3", RECAP_BREACHES,        6 },
    {"P5", RECAP_BREACHES,        5 },
};

FACT(the_days_of_people_are_counted_as_by_hand)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    for (size_t i = 0; i < COUNT(counted); i++) {
        ROW("%s %.*s", counted[i].person,
            STR_ARG(recap_column_name(counted[i].column)));
        EXPECT_INT(of(&w, counted[i].person, counted[i].column),
                   counted[i].want);
    }
}

FACT(the_hole_of_an_outage_is_told_with_each_minute_once)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    if (!EXPECT_COUNT(w.recap.hole_count, 1)) return;
    EXPECT_INT(w.recap.holes[0].day.days, RECAP_FIRST + 3);
    EXPECT_INT(w.recap.holes[0].minutes, 80);
    EXPECT_INT(w.recap.holes[0].unknown, 1);
}

FACT(a_cap_is_kept_or_the_day_is_named)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    const RecapUnit *all = recap_government(&w.recap);
    EXPECT_INT(all->cap_days, 5); /* the dinas on five days */
    EXPECT_INT(all->cap_kept, 4);
    if (!EXPECT_COUNT(w.recap.over_count, 1)) return;
    const RecapCap *over = &w.recap.over[0];
    EXPECT_INT(over->day.days, RECAP_FIRST);
    EXPECT_INT(over->base, 5);
    EXPECT_INT(over->stated, 1);
    EXPECT_INT(over->planned, 1);
    EXPECT_INT(over->there, 2);
}

/* A unit's numbers are its people's, at every level, and add up. */
FACT(sums_of_units_are_those_of_people)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    const Register *r = w.recap.r;
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        ROW("%.*s", STR_ARG(recap_column_name((RecapColumn)c)));
        int64_t people = 0;
        for (uint32_t p = 0; p < r->person_count; p++)
            people += recap_count(&w.recap, (PersonId){p}, (RecapColumn)c);
        for (int level = 0; level < RECAP_LEVELS; level++) {
            int64_t units = 0;
            for (uint32_t u = 0; u < r->unit_count; u++)
                units += w.recap.units[level][u].counts[c];
            EXPECT_INT(units, people);
        }
    }
    UnitId panti = tables_unit(&w.small.tables, "panti");
    EXPECT_INT(w.recap.units[RECAP_WORK_UNITS][panti.index].people, 3);
    EXPECT_INT(recap_government(&w.recap)->breaching, 5);
}

/* Places planned, and places taken, are each the working days. */
FACT(places_add_up_to_working_days)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    for (uint32_t p = 0; p < w.recap.r->person_count; p++) {
        ROW("person %u", p);
        int32_t planned = 0, where = 0;
        for (unsigned c = RECAP_PLAN_K; c <= RECAP_PLAN_NONE; c++)
            planned += recap_count(&w.recap, (PersonId){p}, (RecapColumn)c);
        for (unsigned c = RECAP_WHERE_K; c <= RECAP_WHERE_NONE; c++)
            where += recap_count(&w.recap, (PersonId){p}, (RecapColumn)c);
        int32_t days = recap_count(&w.recap, (PersonId){p}, RECAP_WORKING);
        EXPECT_INT(planned, days);
        EXPECT_INT(where, days);
    }
}

FACT(days_add_up_to_the_window)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = recap_facts();
    int64_t sum[RECAP_COLUMNS] = {0};
    if (!make_world(arena, &w)) return;
    const RecapUnit all = *recap_government(&w.recap);
    for (int32_t day = 3; day <= 7; day++) {
        if (!count_days(&w, facts.at, facts.count, small_office_days(day, day)))
            return;
        for (size_t c = 0; c < RECAP_COLUMNS; c++)
            sum[c] += recap_government(&w.recap)->counts[c];
    }
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        ROW("%.*s", STR_ARG(recap_column_name((RecapColumn)c)));
        EXPECT_INT(sum[c], all.counts[c]);
    }
}

FACT(a_day_off_counts_nothing)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!open_world(arena, &w) ||
        !count_days(&w, NULL, 0, small_office_days(8, 9)))
        return;
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        EXPECT_INT(recap_government(&w.recap)->counts[c], 0);
    EXPECT_INT(recap_government(&w.recap)->cap_days, 0);
}

FACT(a_window_that_is_empty_or_too_long_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!open_world(arena, &w)) return;
    const Window wrong[] = {
        {{RECAP_FIRST}, {RECAP_FIRST - 1}              },
        {{RECAP_FIRST}, {RECAP_FIRST + RECAP_DAYS_MOST}},
    };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("%zu", i);
        Err err = {0};
        RecapFrom from = {.corpus = &w.corpus, .window = wrong[i]};
        EXPECT(!recap_make(arena, &from, &w.recap, &err));
        EXPECT(err.text[0] != '\0' && err.id[0] != '\0');
    }
}

FACT(those_in_turn_have_a_least_and_a_most)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w = {.arena = arena};
    Err err = {0};
    static const char rules[] =
        "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh "
        "pegawai, dibulatkan ke bawah.\n(2) Selebihnya wajib di rumah, "
        "bergilir.\n";
    if (!EXPECT(small_office_open(arena, texts, rules, &w.small)) ||
        !small_office_roster(&w.small, 3, 7))
        return;
    RecapFrom from = {
        .corpus = &w.small.made.corpus,
        .plan = &w.small.made.demand.plan,
        .book = daybook_make(arena, &w.small.office.r, NULL, 0,
                             small_office_days(3, 7), NULL),
        .hours = register_hours(&w.small.office.government),
        .zone = ZONE_WITA,
        .now = zone_instant(ZONE_WITA, (Date){RECAP_FIRST + 10}, 0),
        .window = small_office_days(3, 7),
    };
    EXPECT(recap_make(arena, &from, &w.recap, &err));
    const RecapUnit *all = recap_government(&w.recap);
    EXPECT_INT(all->in_turn, 5);
    EXPECT_INT(all->counts[RECAP_TURNS], 25);
    EXPECT_INT(all->counts[RECAP_PLAN_K], 10); /* a seat a unit and day */
    EXPECT(all->least <= all->most && all->most <= 5);
    EXPECT_INT(all->there_most, 0);
}

/* ---- the closed record -------------------------------------------------- */

FACT(the_text_reads_back_and_its_hash_is_stable)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapTable back;
    Err err = {0};
    char hash[RECAP_HASH_TEXT];
    char again[RECAP_HASH_TEXT];
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    Str text = text_of(arena, &table);
    EXPECT_HAS(text, "masa\t2020-08-03\t2020-08-07\n");
    EXPECT_COUNT(table.count, 5);
    EXPECT(recap_table_read(arena, text, &back, &err));
    EXPECT_STR(text_of(arena, &back), text);
    EXPECT_COUNT(strlen(recap_hash(text, hash)), 72);
    EXPECT_HAS(hash, "blake2b:");
    EXPECT_STR(recap_hash(text_of(arena, &back), again), hash);
    /* The order of facts, and facts sent twice, change nothing. */
    RecapFacts facts = recap_facts();
    Fact turned[64];
    for (size_t i = 0; i < facts.count; i++)
        turned[i] = turned[i + facts.count] = facts.at[facts.count - 1 - i];
    if (!count_days(&w, turned, 2 * facts.count, small_office_days(3, 7)))
        return;
    table = table_of(&w);
    EXPECT_STR(recap_hash(text_of(arena, &table), again), hash);
}

FACT(any_number_that_changes_changes_the_hash)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    char hash[RECAP_HASH_TEXT];
    char other[RECAP_HASH_TEXT];
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    (void)recap_hash(text_of(arena, &table), hash);
    for (size_t p = 0; p < table.count; p++) {
        for (size_t c = 0; c < RECAP_COLUMNS; c++) {
            table.rows[p].counts[c]++;
            (void)recap_hash(text_of(arena, &table), other);
            EXPECT(strcmp(hash, other) != 0);
            table.rows[p].counts[c]--;
        }
    }
}

FACT(a_code_may_hold_anything)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    RecapRow rows[2] = {{.code = STR("\t\n\\n\r")}, {.code = STR("a\\\\b")}};
    RecapTable table = {
        .government = STR("k\\o\tta"),
        .unit = STR("u\n"),
        .window = {{RECAP_FIRST}, {RECAP_FIRST}},
        .rows = rows,
        .count = 2
    };
    RecapTable back;
    Err err = {0};
    Str text = text_of(arena, &table);
    if (!EXPECT(recap_table_read(arena, text, &back, &err))) {
        EXPECT_STR(err.text, "");
        return;
    }
    EXPECT_STR(back.government, table.government);
    EXPECT_STR(back.unit, table.unit);
    EXPECT_STR(back.rows[0].code, rows[0].code);
    EXPECT_STR(back.rows[1].code, rows[1].code);
}

static const struct {
    const char *from, *to;
    const char *says;
} spoiled[] = {
    {"rekap 1",      "rekap 2",     "line 1"    },
    {"pemerintah",   "pemerintahx", "line 2"    },
    {"masa\t",       "masa ",       "line 4"    },
    {"2020-08-07",   "2020-02-30",  "2020-02-30"},
    {"hari_kerja\t", "hari\t",      "line 5"    },
    {"P1\t5",        "P1\t05",      ""          },
    {"P1\t5",        "P1\t+5",      "line 6"    },
    {"P1\t5",        "P1",          "line 6"    },
    {"P2\t",         "P1\t",        "line 7"    },
    {"P2\t",         "P\\2\t",      "line 10"   },
    {"\nP5",         "\n\nP5",      ""          },
};

FACT(a_text_that_is_not_canonical_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    Str text = text_of(arena, &table);
    for (size_t i = 0; i < COUNT(spoiled); i++) {
        ROW("%s -> %s", spoiled[i].from, spoiled[i].to);
        size_t at = str_find(text, str_of(spoiled[i].from), 0);
        if (!EXPECT(at != SIZE_MAX)) continue;
        Str bad = str_format(
            arena, "%.*s%s%.*s", STR_ARG(str_slice(text, 0, at)), spoiled[i].to,
            STR_ARG(str_slice(text, at + strlen(spoiled[i].from), text.len)));
        RecapTable back;
        Err err = {0};
        EXPECT(!recap_table_read(arena, bad, &back, &err));
        EXPECT_HAS(err.text, spoiled[i].says);
    }
    for (size_t len = 0; len < text.len; len++) {
        RecapTable back;
        Err err = {0};
        Str part = str_slice(text, 0, len);
        if (recap_table_read(arena, part, &back, &err))
            EXPECT_STR(text_of(arena, &back), part);
    }
}

FACT(what_a_correction_changed_is_listed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapChanges changes = {0};
    RecapFacts facts = recap_facts();
    if (!make_world(arena, &w)) return;
    RecapTable old = table_of(&w);
    EXPECT(recap_compare(arena, &old, &old, &changes, &err));
    EXPECT_COUNT(changes.count, 0);
    /* The late check-in of P1 is put to 07.20. */
    Fact *fix = recap_tell(&facts, FACT_CORRECTION, "P1", 1, 600);
    fix->about = facts.at[1].id;
    fix->word = STR("ganti");
    fix->text = STR("jam ponsel salah");
    fix->from = 440;
    if (!count_days(&w, facts.at, facts.count, small_office_days(3, 7))) return;
    RecapTable new_ = table_of(&w);
    EXPECT(recap_compare(arena, &old, &new_, &changes, &err));
    static const RecapChange want[] = {
        {STR_INIT("P1"), RECAP_PRESENT,      1,  2},
        {STR_INIT("P1"), RECAP_LATE,         1,  0},
        {STR_INIT("P1"), RECAP_LATE_MINUTES, 20, 0},
        {STR_INIT("P1"), RECAP_BREACHES,     3,  2},
    };
    if (!EXPECT_COUNT(changes.count, (int)COUNT(want))) return;
    for (size_t i = 0; i < COUNT(want); i++) {
        ROW("change %zu", i);
        EXPECT_STR(changes.at[i].person, want[i].person);
        EXPECT_INT(changes.at[i].column, want[i].column);
        EXPECT_INT(changes.at[i].from, want[i].from);
        EXPECT_INT(changes.at[i].to, want[i].to);
    }
}

FACT(people_who_came_or_went_are_listed_too)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapChanges changes = {0};
    if (!make_world(arena, &w)) return;
    RecapTable all = table_of(&w), less = all, other = all;
    less.rows++;
    less.count--;
    EXPECT(recap_compare(arena, &all, &less, &changes, &err));
    EXPECT_COUNT(changes.count, 1);
    EXPECT_INT(changes.at[0].column, RECAP_COLUMNS);
    EXPECT_INT(changes.at[0].to, 0);
    EXPECT(recap_compare(arena, &less, &all, &changes, &err));
    EXPECT_INT(changes.at[0].to, 1);
    other.unit = STR("dinsos");
    EXPECT(!recap_compare(arena, &all, &other, &changes, &err));
    EXPECT_HAS(err.id, "rekap lama");
}

FACT(the_last_version_that_stands_is_the_closing)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapFacts facts = {.count = 0};
    RecapClosing none = {0};
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    Window window = table.window;
    Fact first = recap_closing_fact(&table, &none, STR("blake2b:aa"));
    EXPECT_INT(first.number, 1);
    Fact *one = recap_tell(&facts, FACT_RECAP, "P1", 7, 500);
    Fact stamped = *one;
    *one = first;
    one->id = stamped.id;
    one->channel = stamped.channel;
    one->zone = stamped.zone;
    one->actor = STR("P1");
    one->day = stamped.day;
    one->at = one->sent = one->received = stamped.received;
    EXPECT(fact_check(one, &err));
    EXPECT_STR(err.text, "");
    RecapClosing last =
        recap_closing(facts.at, facts.count, table.unit, window);
    EXPECT_INT(last.version, 1);
    EXPECT_STR(last.hash, "blake2b:aa");
    EXPECT_INT(last.received.us, 0);
    Fact *receipt = recap_tell(&facts, FACT_RECEIPT, "P1", 7, 600);
    receipt->about = last.id;
    last = recap_closing(facts.at, facts.count, table.unit, window);
    EXPECT(last.received.us == receipt->received.us);
    Fact second = recap_closing_fact(&table, &last, STR("blake2b:bb"));
    EXPECT_INT(second.number, 2);
    EXPECT(fact_id_is(second.about, last.id));
    window.last.days++;
    last = recap_closing(facts.at, facts.count, table.unit, window);
    EXPECT_INT(last.version, 0);
}

/* ---- periods and reports ------------------------------------------------ */

FACT(letters_ask_for_weeks_and_for_their_whole_period)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!open_world(arena, &w)) return;
    RecapPeriods p = recap_periods(arena, &w.corpus, small_office_days(1, 31));
    /* Saturday 1 August to Monday the 31st: six weeks, then the whole. */
    if (!EXPECT_COUNT(p.count, 7)) return;
    static const int days[][2] = {
        {1,  2 },
        {3,  9 },
        {10, 16},
        {17, 23},
        {24, 30},
        {31, 31},
        {1,  31}
    };
    for (size_t i = 0; i < COUNT(days); i++) {
        ROW("period %zu", i);
        Window want = small_office_days(days[i][0], days[i][1]);
        EXPECT_INT(p.at[i].window.first.days, want.first.days);
        EXPECT_INT(p.at[i].window.last.days, want.last.days);
        EXPECT_INT(p.at[i].span, i < 6 ? RECAP_OF_WEEK : RECAP_OF_LETTER);
    }
}

FACT(reports_become_rows_for_e_kinerja)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapFacts facts = recap_facts();
    if (!open_world(arena, &w)) return;
    DayBook *book = daybook_make(arena, &w.small.office.r, facts.at,
                                 facts.count, small_office_days(1, 10), NULL);
    RecapReports reports = recap_reports(arena, book, small_office_days(3, 7));
    if (!EXPECT_COUNT(reports.count, 2)) return;
    EXPECT_STR(reports.at[0].plan, "Verifikasi bantuan");
    EXPECT_STR(reports.at[0].text, "Dua berkas");
    EXPECT_INT(reports.at[0].number, 2);
    EXPECT_STR(reports.at[0].measure, "berkas");
    EXPECT_STR(recap_state_word(reports.at[0].state, LANG_ID), "diterima");
    EXPECT_STR(recap_state_word(reports.at[1].state, LANG_ID), "dilaporkan");
    EXPECT_INT(reports.at[1].number, FACT_NO_NUMBER);
}

FACT(columns_have_names_of_their_own)
{
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        RecapColumn back = RECAP_COLUMNS;
        Str name = recap_column_name((RecapColumn)c);
        ROW("%.*s", STR_ARG(name));
        EXPECT(recap_column_parse(name, &back));
        EXPECT_INT(back, c);
        EXPECT(recap_column_word((RecapColumn)c, LANG_EN).len > 0);
    }
}
