/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A day that was lived, exported and loaded elsewhere is the same day: what
 * was received when, who was late, what was published and closed.
 */
#include "cli_run.h"
#include "harness.h"

#define DAY       "--from 2020-08-05 --to 2020-08-05"
#define THAT_DAY  "--on 2020-08-05 --known 2020-08-06"
#define OF(data)  " --government paser --data " data
#define LOAD_BACK "load @lived --data @two --known 2020-08-04"

static Ran asked_of(const char *line, const char *data)
{
    Str whole =
        str_format(cli_memory(), "%s --government paser --data %s", line, data);
    return cli_run(whole.ptr);
}

/* Paser's 5 August 2020, closed by the head of one unit, then exported, loaded
 * into new data and exported again. */
static void live(void)
{
    static bool lived = false;
    if (lived) return;
    lived = true;
    EXPECT_INT(
        cli_run(
            "simulate --government examples/paser --data @one --seed 11 " DAY)
            .code,
        0);
    EXPECT_INT(
        cli_run(
            "recap --close --as B00001 --unit setda --on 2020-08-06 " DAY OF(
                "@one"))
            .code,
        0);
    EXPECT_INT(cli_run("export @lived" OF("@one")).code, 0);
    EXPECT_INT(cli_run(LOAD_BACK).code, 0);
    EXPECT_INT(cli_run("export @again" OF("@two")).code, 0);
}

/* ---- the same day ---------------------------------------------------------
 */

FACT(an_export_of_a_load_has_the_same_bytes)
{
    static const char *const files[] = {
        "fakta.csv",
        "government.conf",
        "register/people.csv",
        "arsip/jadwal/2020-08-05_2020-08-05.1.csv",
        "arsip/jadwal/2020-08-05_2020-08-05.1.cert",
        "arsip/rekap/setda_2020-08-05_2020-08-05_1.rekap",
    };
    live();
    for (size_t i = 0; i < COUNT(files); i++) {
        ROW("%s", files[i]);
        Str before =
            cli_content(str_format(cli_memory(), "lived/%s", files[i]).ptr);
        Str after =
            cli_content(str_format(cli_memory(), "again/%s", files[i]).ptr);
        EXPECT(before.len > 0 && str_is(before, after));
    }
}

/* What is asked of both, with the code that it ends with. */
static const struct {
    const char *line;
    int code;
} asked[] = {
    {"day " THAT_DAY,                                               0},
    {"day " THAT_DAY " --unit setda",                               0},
    {"day " THAT_DAY " B00001",                                     0},
    {"plan show",                                                   0},
    {"recap --known 2020-08-06 " DAY,                               0},
    {"recap --known 2020-08-06 --unit setda " DAY,                  0},
    {"recap --close --as B00001 --unit setda --on 2020-08-06 " DAY, 3},
};

FACT(a_loaded_day_is_judged_as_it_was)
{
    live();
    for (size_t i = 0; i < COUNT(asked); i++) {
        ROW("%s", asked[i].line);
        Ran was = asked_of(asked[i].line, "@one");
        Ran is = asked_of(asked[i].line, "@two");
        EXPECT_INT(was.code, asked[i].code);
        EXPECT_INT(is.code, asked[i].code);
        EXPECT_STR(is.out, was.out);
        EXPECT_STR(is.err, was.err);
    }
    ROW("the recap, to the byte");
    EXPECT_INT(
        cli_run("recap --known 2020-08-06 -o @was.rekap " DAY OF("@one")).code,
        0);
    EXPECT_INT(
        cli_run("recap --known 2020-08-06 -o @is.rekap " DAY OF("@two")).code,
        0);
    EXPECT(cli_content("was.rekap").len > 0);
    EXPECT_STR(cli_content("is.rekap"), cli_content("was.rekap"));
}

/* ---- what the journal says of it ------------------------------------------
 */

FACT(the_journal_says_what_was_loaded_and_when)
{
    live();
    EXPECT_INT(cli_run("journal verify --data @two").code, 0);
    Str shown = cli_run("journal show --data @two").out;
    EXPECT_HAS(shown, "1  2020-08-04 ");
    size_t mark = str_find(shown, STR("  fakta.csv, "), 0);
    EXPECT(mark != SIZE_MAX && mark > shown.len * 9 / 10);
    ROW("again");
    EXPECT_HAS(cli_run(LOAD_BACK).out, "Tidak ada yang berubah");
    EXPECT_STR(cli_run("journal show --data @two").out, shown);
}

FACT(what_came_before_something_that_is_here_is_refused)
{
    live();
    EXPECT_INT(cli_run("load examples/paser --data @later").code, 0);
    Str before = cli_run("journal head --data @later").out;
    Ran ran = cli_run("load @lived --data @later");
    EXPECT_INT(ran.code, 3);
    EXPECT_HAS(ran.err, "sebelum catatan terakhir");
    EXPECT_HAS(cli_run("load @lived --data @later --lang en").err,
               "before the last record here");
    EXPECT_STR(cli_run("journal head --data @later").out, before);
}
