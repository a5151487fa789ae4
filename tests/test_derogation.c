/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_derogation.c - "Dikecualikan dari ayat (1), pada ...: paling banyak 5
 * orang": for its people its own bound holds, and the other no longer.
 */
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#define DOWN " dari seluruh pegawai, dibulatkan ke bawah.\n"
#define HOME "Selebihnya wajib di rumah.\n"

/* The most in by turn or by rule, of the dinas (8 people with both sections)
 * and of the UPTD (6), on a day of August 2020 on which all are there. */
static const struct {
    const char *name, *rules;
    int32_t day, dinas, uptd;
} cases[] = {
    {"units of their own, below the agency of the bound",
     "(1) Pada setiap perangkat daerah: di kantor paling banyak 50%" DOWN
     "(2) Dikecualikan dari ayat (1), pada setiap UPTD: di kantor paling "
     "banyak 5 orang.\n(3) " HOME,
     3,                                                4, 5},
    {"another share of the same level",
     "(1) Pada setiap unit kerja: di kantor paling banyak 25%" DOWN
     "(2) Dikecualikan dari ayat (1), pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 75%" DOWN "(3) " HOME,
     3,                                                2, 4},
    {"a bound of Fridays: on a Friday",
     "(1) Pada setiap unit kerja: di kantor paling banyak 50%" DOWN
     "(2) Dikecualikan dari ayat (1), setiap Jumat, pada setiap unit kerja: "
     "di kantor paling banyak 2 orang.\n(3) " HOME,
     14,                                               2, 2},
    {"a bound of Fridays: on a Monday",
     "(1) Pada setiap unit kerja: di kantor paling banyak 50%" DOWN
     "(2) Dikecualikan dari ayat (1), setiap Jumat, pada setiap unit kerja: "
     "di kantor paling banyak 2 orang.\n(3) " HOME,
     10,                                               4, 3},
    {"looser, not tighter",
     "(1) Pada setiap unit kerja: di kantor paling banyak 1 orang.\n"
     "(2) Dikecualikan dari ayat (1), pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 6 orang.\n(3) " HOME,
     3,                                                1, 6},
    {"inside of the rule from which it derogates: not from itself",
     "(1) Pada setiap unit kerja: di kantor paling banyak 1 orang.\n"
     "(2) Dikecualikan dari aturan 1, pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 3 orang.\n(3) " HOME,
     3,                                                1, 3},
    {"two of them, of the same people: both hold",
     "(1) Pada setiap unit kerja: di kantor paling banyak 1 orang.\n"
     "(2) Dikecualikan dari aturan 1, pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 4 orang.\n"
     "(3) Dikecualikan dari aturan 1, pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 3 orang.\n(4) " HOME,
     3,                                                1, 3},
    {"one that names the paragraph of another derogates from it",
     "(1) Pada setiap unit kerja: di kantor paling banyak 1 orang.\n"
     "(2) Dikecualikan dari aturan 1, pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 3 orang.\n"
     "(3) Dikecualikan dari ayat (2), pada setiap unit kerja, pada UPTD: di "
     "kantor paling banyak 5 orang.\n(4) " HOME,
     3,                                                1, 5},
    {"from a place: those not called stay where it has them",
     "(1) Pegawai wajib di rumah.\n"
     "(2) Dikecualikan dari ayat (1), pada setiap unit kerja: di kantor "
     "paling sedikit 2 orang.\n",                   3, 2, 2},
};

static int32_t in_office(const SmallOffice *s, uint32_t from, uint32_t to,
                         uint32_t day)
{
    int32_t count = 0;
    for (uint32_t p = from; p < to; p++)
        count += plan_cell(&s->made.demand.plan, (PersonId){p}, day) ==
                 PLACED_OFFICE;
    return count;
}

FACT(the_bound_of_an_exception_holds_for_its_people_and_no_other)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        const char *texts[TABLE_COUNT];
        for (size_t t = 0; t < TABLE_COUNT; t++)
            texts[t] = small_texts[t];
        texts[TABLE_COUNTERS] = NULL;
        if (!small_office_open(arena, texts, cases[i].rules, s) ||
            !small_office_roster(s, 3, 14))
            continue;
        EXPECT(s->made.verified);
        EXPECT_STR(s->made.audit_said[LANG_EN], "");
        uint32_t day = (uint32_t)(cases[i].day - 3);
        EXPECT_INT(in_office(s, 0, 8, day), cases[i].dinas);
        EXPECT_INT(in_office(s, 8, SMALL_PEOPLE, day), cases[i].uptd);
    }
}

/* Half of eight are twenty seats in a week; four days each for both sections
 * are twenty-eight, for the second alone twelve. */
FACT(days_of_a_person_derogate_too)
{
    static const char rules[] =
        "(1) Pada setiap unit kerja: di kantor paling banyak 50%" DOWN
        "(2) " HOME
        "(3) Pegawai pada Seksi Satu dan Seksi Dua di rumah paling banyak 1 "
        "hari kerja setiap minggu.\n"
        "(4) Dikecualikan dari ayat (3): pegawai pada Seksi Satu di rumah "
        "paling banyak 5 hari kerja setiap minggu.\n";
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    if (!small_office_open(arena, small_texts, rules, s) ||
        !small_office_roster(s, 3, 7))
        return;
    EXPECT(s->made.solved);
    EXPECT(s->made.verified);
}

FACT(an_exception_to_nothing_but_itself_is_refused)
{
    static const char rules[] =
        "(1) Pada setiap unit kerja: di kantor paling banyak 1 orang.\n"
        "(2) Dikecualikan dari ayat (2), pada setiap unit kerja, pada UPTD: di "
        "kantor paling banyak 3 orang.\n(3) " HOME;
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    Corpus corpus = {0};
    Err err = {0};
    if (!small_office_open(arena, small_texts, rules, s)) return;
    EXPECT(!office_law(&s->office, DATE_NEVER, &corpus, &err));
    if (!EXPECT_INT((int64_t)s->office.diags.list.count, 1)) return;
    const Diag *diag = &s->office.diags.list.at[0];
    EXPECT_STR(str_of(diag->id), "hukum-08");
    EXPECT_STR(diag->said[LANG_EN],
               "this exception refers to nothing but itself");
}
