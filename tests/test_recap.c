/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap.c - recaps of small days, counted by hand; the periods that
 * letters ask for; reports as rows.
 */
#include "test_recap_counted.h"

static int32_t of(const World *w, const char *code, RecapColumn column)
{
    return recap_count(&w->recap, tables_person(&w->small.tables, code),
                       column);
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

/* The recap of a unit is what the whole says of its people. */
FACT(a_unit_alone_counts_as_within_the_whole)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    UnitId panti = tables_unit(&w.small.tables, "panti");
    RecapTable whole = recap_table(arena, &w.recap, panti);
    const Recap all = w.recap;
    RecapFacts facts = recap_facts();
    w.within = &panti;
    if (!count_days(&w, facts.at, facts.count, small_office_days(3, 7))) return;
    RecapTable alone = recap_table(arena, &w.recap, w.recap.unit);
    EXPECT_STR(text_of(arena, &alone), text_of(arena, &whole));
    EXPECT_INT(w.recap.unit.index, panti.index);
    const RecapUnit *sums = recap_government(&w.recap);
    EXPECT_INT(sums->people, 3);
    EXPECT_INT(sums->counts[RECAP_ELSEWHERE], 1);
    EXPECT_INT(w.recap.units[RECAP_AGENCIES][panti.index].people, 3);
    EXPECT_INT(sums->cap_days, 0); /* the cap is of the dinas */
    EXPECT_INT(recap_government(&all)->cap_days, 5);
    EXPECT_COUNT(w.recap.hole_count, 1);
    EXPECT_INT(w.recap.holes[0].unknown, 0); /* that of P1 */
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

/* A gap of a day parts 1 to 9 August from the 11th on. */
static const RecapPeriod listed[] = {
    {{0}, RECAP_OF_WEEK,   {{18475}, {18476}}},
    {{0}, RECAP_OF_WEEK,   {{18477}, {18483}}},
    {{0}, RECAP_OF_LETTER, {{18475}, {18479}}},
    {{0}, RECAP_OF_LETTER, {{18480}, {18483}}},
    {{0}, RECAP_OF_LETTER, {{18485}, {18490}}},
};

static const struct {
    const char *word;
    int32_t day, first, last; /* first 0: there is none */
} chosen[] = {
    {"mingguan", 18474, 0,     0    },
    {"mingguan", 18475, 18475, 18476},
    {"weekly",   18480, 18477, 18483},
    {"mingguan", 19000, 18477, 18483},
    {"bulanan",  18480, 0,     0    },
    {"surat",    18479, 18475, 18479},
    {"letter",   18484, 18480, 18483},
    {"masa",     18474, 0,     0    },
    {"masa",     18475, 18475, 18483},
    {"masa",     18484, 18475, 18483},
    {"run",      18485, 18485, 18490},
};

FACT(a_period_is_the_last_that_has_begun)
{
    RecapPeriods periods = {listed, COUNT(listed)};
    for (size_t i = 0; i < COUNT(chosen); i++) {
        RecapSpan span = RECAP_OF_WEEK;
        Window w = {{0}, {0}};
        ROW("%s on %d", chosen[i].word, chosen[i].day);
        EXPECT(recap_span_parse(str_of(chosen[i].word), &span));
        EXPECT(recap_period_of(&periods, span, (Date){chosen[i].day}, &w) ==
               (chosen[i].first != 0));
        EXPECT_INT(w.first.days, chosen[i].first);
        EXPECT_INT(w.last.days, chosen[i].last);
    }
    RecapSpan span = RECAP_OF_WEEK;
    EXPECT(!recap_span_parse(STR("minggu"), &span));
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
