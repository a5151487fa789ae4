/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_day_order.c - a verdict hangs on what happened, not on how it was told.
 */
#include "chance_day.h"
#include "day/verdict.h"
#include "harness.h"

#include <stdio.h>

enum { DATES = 40, A_DATE = 25, SHOWN_MOST = 2 };

/* A day that is asked about, and the law's side of it. */
typedef struct {
    Arena *arena; /* of one person-day */
    Rand rand;
    ChanceDate date;
    DutySheet sheet;
    ChanceDay told;
} Asked;

static Str bytes(Asked *a, const ChanceDay *told)
{
    Verdict *verdict = NEW(a->arena, Verdict, 1);
    const Corpus *corpus = &a->date.land->corpus;
    Window window = {date_plus(a->date.date, -75), date_plus(a->date.date, 40)};
    DayBook *book = daybook_make(a->arena, corpus->r, told->facts, told->count,
                                 window, NULL);
    DayView view = {&a->sheet, book, a->date.land->zone, told->now};
    Buf out = buf_in(a->arena);
    verdict_make(&view, told->person, verdict);
    verdict_write(verdict, corpus, &out);
    return buf_str(&out);
}

static void print_facts(Asked *a, const char *title, const ChanceDay *told)
{
    Buf out = buf_in(a->arena);
    for (size_t i = 0; i < told->count; i++) {
        buf_format(&out, "--\n");
        fact_write(&told->facts[i], &out);
    }
    (void)printf("==== %s\n%.*s----\n%.*s", title, STR_ARG(buf_str(&out)),
                 STR_ARG(bytes(a, told)));
}

typedef ChanceDay Retell(Arena *arena, Rand *rand, const ChanceDay *day);

static ChanceDay as_it_was(Arena *arena, Rand *rand, const ChanceDay *day)
{
    (void)arena;
    (void)rand;
    return *day;
}

/* ---- many days, told again -------------------------------------------------
 */

static uint64_t ask_date(Asked *a, Retell *retell, uint64_t *differ)
{
    uint64_t findings = 0;
    for (int i = 0; i < A_DATE; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        a->arena = arena;
        a->told = chance_day(arena, &a->rand, &a->date);
        ChanceDay again = retell(arena, &a->rand, &a->told);
        Str one = bytes(a, &a->told);
        bool same = str_is(one, bytes(a, &again));
        for (size_t c = 0; c < one.len; c++) {
            findings += one.ptr[c] == '\n';
        }
        findings--; /* the first line is of the day */
        if (!same && ++*differ <= SHOWN_MOST) {
            print_facts(a, "told at first", &a->told);
            print_facts(a, "told again", &again);
        }
    }
    return findings;
}

static void ask_all(Retell *retell, uint64_t seed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Rand rand = rand_seeded(seed);
    uint64_t differ = 0, findings = 0;
    ChanceLand lands[CHANCE_SMALL];
    for (uint32_t i = 0; i < CHANCE_SMALL; i++) {
        lands[i] = chance_small(arena, i);
        if (!EXPECT(lands[i].sound)) return;
    }
    for (uint32_t i = 0; i < DATES; i++) {
        Err err = {0};
        Asked a = {.rand = rand_seeded(rand_next(&rand))};
        a.date = chance_date(arena, &rand, &lands[i % CHANCE_SMALL]);
        bool made = duty_sheet_make(arena, a.date.law, a.date.plan,
                                    a.date.hours, &a.sheet, &err);
        if (EXPECT(made)) findings += ask_date(&a, retell, &differ);
    }
    (void)printf("%d person-days told again, %llu findings\n", DATES * A_DATE,
                 (unsigned long long)findings);
    EXPECT_INT((int64_t)differ, 0);
    EXPECT(findings > (uint64_t)DATES * A_DATE);
}

FACT(facts_in_any_order_twice_by_phones_with_wrong_clocks_say_the_same)
{
    ask_all(chance_retold, 1);
}

FACT(a_verdict_computed_again_is_the_same_to_the_byte)
{
    ask_all(as_it_was, 2);
}

FACT(facts_of_other_people_change_nothing)
{
    ask_all(chance_crowded, 3);
}
