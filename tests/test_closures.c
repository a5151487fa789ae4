/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_closures.c - orders of closure: from which day to which, by which
 * paragraph, and for how many cases.
 */
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define HEAD                                                      \
    "surat edaran 1/T\npenerbit Wali Kota\nditetapkan 1 Agustus " \
    "2020\nberlaku 3 Agustus 2020 sampai dengan 31 Agustus "      \
    "2020\n\naturan 1 \"satu\"\n(1) Pegawai boleh di rumah.\n"
#define EVENTS "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,kasus\n"
#define CASE(number, lasting)                                            \
    "Jika ada paling sedikit " number " kasus positif pada unit kerja: " \
    "unit kerja ditutup selama " lasting ".\n"
#define AT(units, number, lasting)                                           \
    "Jika ada paling sedikit " number " kasus positif pada " units ": unit " \
    "kerja ditutup selama " lasting ".\n"
#define ORDER(unit, from, cases) \
    "penutupan," unit ",," from ",,," from ",kasus," cases "\n"

static const struct {
    const char *name, *rules, *events;
    const char *runs; /* unit, days, paragraph, cases */
} rows[] = {
    {"the first day counts", "(2) " CASE("1", "3 hari kalender"),
     ORDER("dinas", "2020-08-10", "1"), "dinas 10-12 (2) 1;"},
    {"a rule that does not hold yet is not asked",
     "(2) Mulai 20 Agustus 2020, jika ada kasus positif pada unit kerja: unit "
     "kerja ditutup selama 9 hari kalender.\n(3) " CASE("1", "3 hari kalender"),
     ORDER("dinas", "2020-08-10", "1"), "dinas 10-12 (3) 1;"},
    {"nor one of other units",
     "(2) " AT("Kecamatan Tepi", "1",
               "9 hari kalender") "(3) " CASE("1", "3 hari kalender"),
     ORDER("dinas", "2020-08-10", "1"), "dinas 10-12 (3) 1;"},
    {"nor a row of a table of other units",
     "(2) Menurut sifat layanan, jika ada kasus positif pada unit kerja: "
     "layanan langsung: unit kerja ditutup selama 5 hari kalender; bukan "
     "layanan: unit kerja ditutup selama 3 hari kalender.\n",
     ORDER("dinas", "2020-08-10", "1") ORDER("upt", "2020-08-10", "1"),
     "dinas 10-12 (2) 1;upt 10-14 (2) 1;"},
    {"the rule that asks for more cases, wherever it stands",
     "(2) " CASE("3", "7 hari kalender") "(3) " CASE("1", "3 hari kalender"),
     ORDER("dinas", "2020-08-10", "3"), "dinas 10-16 (2) 3;"},
    {"of as many cases the rule of some units, behind the other",
     "(2) " CASE("1", "3 hari kalender") "(3) " AT("Kecamatan Tepi", "1",
                                                   "5 hari kalender"),
     ORDER("kec", "2020-08-10", "1"), "kec 10-14 (3) 1;"},
    {"of as many cases the rule of some units, before the other",
     "(2) " AT("Kecamatan Tepi", "1",
               "5 hari kalender") "(3) " CASE("1", "3 hari kalender"),
     ORDER("kec", "2020-08-10", "1"), "kec 10-14 (2) 1;"},
    {"of two rules of some units the first",
     "(2) " AT("Kecamatan Tepi", "1", "5 hari kalender") "(3) " AT(
         "Kecamatan Tepi", "1", "3 hari kalender"),
     ORDER("kec", "2020-08-10", "1"), "kec 10-14 (2) 1;"},
    {"a number that is not reached closes nothing without an end of its own",
     "(2) " CASE("3", "7 hari kalender"),
     "penutupan,dinas,,2020-08-10,2020-08-11,,2020-08-10,kasus,2\n",
     "dinas 10-11 2;"},
    {"an order for no number has the rule that asks for fewest",
     "(2) " CASE("4", "7 hari kalender") "(3) " CASE("3", "5 hari kalender"),
     ORDER("dinas", "2020-08-10", ""), "dinas 10-14 (3) 1;"},
    {"cases of orders that touch are counted together",
     "(2) " CASE("1", "3 hari kalender") "(3) " CASE("3", "7 hari kalender"),
     ORDER("dinas", "2020-08-10", "2") ORDER("dinas", "2020-08-13", "1"),
     "dinas 10-12 (2) 2;dinas 13-19 (3) 3;"},
    {"not those of orders a day apart",
     "(2) " CASE("1", "3 hari kalender") "(3) " CASE("3", "7 hari kalender"),
     ORDER("dinas", "2020-08-10", "2") ORDER("dinas", "2020-08-14", "1"),
     "dinas 10-12 (2) 2;dinas 14-16 (2) 1;"},
    {"nor those of a later order that stands before it",
     "(2) " CASE("1", "3 hari kalender") "(3) " CASE("3", "7 hari kalender"),
     ORDER("dinas", "2020-08-14", "2") ORDER("dinas", "2020-08-10", "1"),
     "dinas 10-12 (2) 1;dinas 14-16 (2) 2;"},
    {"nor those of another unit",
     "(2) " CASE("1", "3 hari kalender") "(3) " CASE("3", "7 hari kalender"),
     ORDER("dinas", "2020-08-10", "2") ORDER("kec", "2020-08-10", "1"),
     "dinas 10-12 (2) 2;kec 10-12 (2) 1;"},
    {"of three that touch those of the others",
     "(2) " CASE("1", "9 hari kalender"),
     ORDER("dinas", "2020-08-10", "2") ORDER("dinas", "2020-08-09", "1")
         ORDER("dinas", "2020-08-11", "1"),
     "dinas 9-17 (2) 1;dinas 10-18 (2) 3;dinas 11-19 (2) 4;"},
    {"a reopening ends what has begun, not what comes later",
     "(2) " CASE("1", "5 hari kalender"),
     ORDER("dinas", "2020-08-10", "1")
         ORDER("dinas", "2020-08-20",
               "1") "pembukaan,dinas,,2020-08-12,,,2020-08-11,bersih,\n",
     "dinas 10-11 (2) 1;dinas 20-24 (2) 1;"},
    {"a reopening after the end changes nothing",
     "(2) " CASE("1", "3 hari kalender"),
     ORDER("dinas", "2020-08-10",
           "1") "pembukaan,dinas,,2020-08-20,,,2020-08-20,bersih,\n",
     "dinas 10-12 (2) 1;"},
    {"working days of the unit", "(2) " CASE("1", "5 hari kerja"),
     ORDER("dinas", "2020-08-13", "1"), "dinas 13-20 (2) 1;"},
    {"a month ends the day before, or with a shorter month",
     "(2) " CASE("1", "1 bulan"),
     ORDER("dinas", "2020-08-10", "1") ORDER("kec", "2020-08-31", "1"),
     "dinas 10-40 (2) 1;kec 31-61 (2) 1;"},
    {"a year later, into the next one", "(2) " CASE("1", "5 bulan"),
     ORDER("dinas", "2020-08-10", "1"), "dinas 10-162 (2) 1;"},
    {"more working days than a year has: a year",
     "(2) " CASE("1", "400 hari kerja"), ORDER("dinas", "2020-08-10", "1"),
     "dinas 10-375 (2) 1;"},
    {"behind the last year that there is: without an end",
     "(2) " CASE("1", "200 tahun"), ORDER("dinas", "2020-08-10", "1"),
     "dinas 10-never (2) 1;"},
    {"a rule that says no days leaves the end of the order",
     "(2) Jika ada kasus positif pada unit kerja: unit kerja ditutup.\n",
     "penutupan,dinas,,2020-08-10,2020-08-11,,2020-08-10,kasus,1\n",
     "dinas 10-11 (2) 1;"},
    {"a rule until a day",
     "(2) Jika ada kasus positif pada unit kerja: unit kerja ditutup sampai "
     "dengan 20 Agustus 2020.\n",
     ORDER("dinas", "2020-08-10", "1"), "dinas 10-20 (2) 1;"},
    {"a longer end of the order stays, a shorter one does not",
     "(2) " CASE("1", "3 hari kalender"),
     "penutupan,dinas,,2020-08-10,2020-08-20,,2020-08-10,kasus,1\n"
     "penutupan,kec,,2020-08-10,2020-08-10,,2020-08-10,kasus,1\n",
     "dinas 10-20 (2) 1;kec 10-12 (2) 1;"},
};

/* The day as a number of August 2020. */
static int day_of(Date day)
{
    return (int)(day.days - tables_day("2020-07-31").days);
}

static Str runs_of(Arena *arena, const Corpus *c)
{
    Buf out = buf_in(arena);
    for (uint32_t i = 0; i < c->closure_count; i++) {
        const Closure *run = &c->closures[i];
        Str code = c->r->units[run->unit.index].code;
        buf_format(&out, "%.*s %d-", STR_ARG(code), day_of(run->window.first));
        if (date_is(run->window.last, DATE_NEVER))
            buf_c(&out, "never ");
        else
            buf_format(&out, "%d ", day_of(run->window.last));
        if (run->by.index != NO_INDEX)
            buf_format(&out, "(%.*s) ",
                       STR_ARG(corpus_clause(c, run->by)->sentence->paragraph));
        buf_format(&out, "%d;", run->cases);
    }
    return buf_str(&out);
}

FACT(a_closure_has_the_days_of_the_rule_for_its_cases)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        const char *given[TABLE_COUNT];
        memcpy(given, small_town, sizeof given);
        given[TABLE_EVENTS] =
            str_c(arena, str_format(arena, EVENTS "%s", rows[i].events));
        Str letter = str_format(arena, HEAD "%s", rows[i].rules);
        ROW("%s", rows[i].name);
        if (!small_law_make(arena, given, str_c(arena, letter), DATE_NEVER,
                            law))
            EXPECT_STR(small_law_said(arena, law, LANG_EN), "");
        EXPECT_STR(runs_of(arena, &law->corpus), rows[i].runs);
    }
}

/* Neither the order nor the rule says how long. */
FACT(a_closure_without_an_end_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    const char *given[TABLE_COUNT];
    memcpy(given, small_town, sizeof given);
    given[TABLE_EVENTS] = EVENTS ORDER("dinas", "2020-08-10", "1");
    EXPECT(!small_law_make(
        arena, given,
        HEAD
        "(2) Jika ada kasus positif pada unit kerja: unit kerja ditutup.\n",
        DATE_NEVER, law));
    EXPECT_HAS(small_law_said(arena, law, LANG_EN),
               "the closure of Dinas Contoh on 10 August 2020 has no last day");
    EXPECT_INT(law->corpus.closure_count, 0);
}

/* An order of its own, for no case, has another rule and counts for none. */
FACT(an_order_for_no_case_adds_no_case)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    Corpus corpus = {0};
    const char *given[TABLE_COUNT];
    memcpy(given, small_town, sizeof given);
    given[TABLE_EVENTS] = EVENTS ORDER("dinas", "2020-08-10", "")
        ORDER("dinas", "2020-08-11", "1");
    if (!EXPECT(small_law_make(
            arena, given,
            HEAD "(2) Jika ada renovasi pada unit kerja: unit kerja ditutup "
                 "selama 4 hari kalender.\n(3) " CASE("1", "3 hari kalender"),
            DATE_NEVER, law)))
        return;
    Event *events = NEW(arena, Event, 2);
    memcpy(events, law->tables.r.events, 2 * sizeof *events);
    events[0].ordered = true;
    law->tables.r.events = events;
    EXPECT(corpus_make(arena, &law->from, DATE_NEVER, &corpus, &law->diags));
    EXPECT_STR(runs_of(arena, &corpus), "dinas 10-13 (2) 0;dinas 11-13 (3) 1;");
}
