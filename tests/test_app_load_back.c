/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A day that was lived, exported and loaded elsewhere is the same day: what
 * was received when, who was late, what was published and closed.
 */
#include "app/export.h"
#include "base/file.h"
#include "cli_run.h"
#include "harness.h"

#include <stdio.h>

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

/* ---- more facts than one file may hold ------------------------------------
 */

enum { FEW = 40 };

/* What live() lived, with few facts a file; how many files of them. */
static size_t export_parts(const char *folder)
{
    AUTO(store_done) Store *store = NULL;
    StoreWish open = {.folder = cli_path("one")};
    ExportWish wish = {.government = STR("paser"), .rows = FEW};
    Exported exported = {0};
    FileNames names = {0};
    Err err = {0};
    live();
    EXPECT(store_open(&open, &store, &err));
    EXPECT(export_folder(cli_memory(), store, &wish, cli_path(folder),
                         &exported, &err));
    EXPECT(
        file_list(cli_memory(), cli_path(folder), STR(".csv"), &names, &err));
    size_t files = (exported.facts + FEW - 1) / FEW;
    EXPECT(exported.facts > 3 * FEW);
    EXPECT(names.count >= files); /* beside status.csv */
    return files;
}

static const char *part_name(const char *folder, size_t part)
{
    return str_format(cli_memory(), "%s/fakta-%04zu.csv", folder, part).ptr;
}

FACT(many_facts_lie_in_several_files_and_load_as_one)
{
    size_t files = export_parts("parts");
    Str first = cli_content("parts/fakta.csv");
    Str second = cli_content(part_name("parts", 2));
    EXPECT(cli_content(part_name("parts", files)).len > 0);
    EXPECT(cli_content(part_name("parts", files + 1)).len == 0);
    EXPECT(second.len > 100);
    EXPECT(str_starts(cli_content("lived/fakta.csv"), first));
    ROW("loaded and exported whole");
    EXPECT_INT(cli_run("load @parts --data @whole --known 2020-08-04").code, 0);
    EXPECT_INT(cli_run("journal verify --data @whole").code, 0);
    EXPECT_INT(cli_run("export @wholly" OF("@whole")).code, 0);
    EXPECT_STR(cli_content("wholly/fakta.csv"), cli_content("lived/fakta.csv"));
    EXPECT_HAS(cli_run("load @parts --data @whole").out, "Tidak ada yang");
    EXPECT_HAS(cli_run("load @lived --data @whole").out, "Tidak ada yang");
    ROW("one mark, behind all of them");
    Str shown = cli_run("journal show --data @whole").out;
    size_t mark = str_find(shown, STR("  fakta.csv, "), 0);
    EXPECT(mark != SIZE_MAX);
    EXPECT(str_find(shown, STR("  fakta.csv, "), mark + 1) == SIZE_MAX);
    EXPECT_STR(
        str_slice(shown, mark, mark + 20),
        str_slice(cli_run("journal show --data @two").out, mark, mark + 20));
}

FACT(a_folder_with_several_files_of_facts_is_judged_whole)
{
    (void)export_parts("judged");
    Ran whole = cli_run("day --government @lived " THAT_DAY);
    Ran parts = cli_run("day --government @judged " THAT_DAY);
    EXPECT_INT(parts.code, whole.code);
    EXPECT(whole.out.len > 100);
    EXPECT_STR(parts.out, whole.out);
    EXPECT(remove(cli_path("judged/fakta-0002.csv")) == 0);
    Ran gap = cli_run("day --government @judged " THAT_DAY);
    EXPECT_INT(gap.code, 1);
    EXPECT_HAS(gap.err, "'fakta-0002.csv' tidak ada");
}

FACT(files_of_facts_that_do_not_fit_together_load_nothing)
{
    (void)export_parts("unfit");
    Str first = cli_content("unfit/fakta.csv");
    Str second = cli_content(part_name("unfit", 2));
    Str row = str_slice(second, str_find(second, STR("\n"), 0) + 1, second.len);
    struct {
        const char *name;
        Str first, second;
        const char *why, *en;
    } rows[] = {
        {"out of order",            second,                   first,      "diterima sebelum", "received before"},
        {"twice",
         str_format(cli_memory(),                             "%.*s%.*s", STR_ARG(first),     STR_ARG(row)),
         second, "diterima sebelum", "received before"},
        {"a fault in the second",       first,              STR("id,id\n"),
         "fakta-0002.csv, baris 1",                    "fakta-0002.csv, line 1"                         },
        {"an empty one", first, STR(""),           "kosong","is empty"},
        {"a gap",                 STR(""),                               second,                               "'fakta.csv' tidak ada",                                               "is missing"                                                         },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].name);
        cli_put("unfit/fakta.csv", str_c(cli_memory(), rows[i].first));
        cli_put("unfit/fakta-0002.csv", str_c(cli_memory(), rows[i].second));
        if (i == COUNT(rows) - 1)
            EXPECT(remove(cli_path("unfit/fakta.csv")) == 0);
        Ran ran = cli_run("load @unfit --data @unfitted");
        EXPECT_INT(ran.code, 1);
        EXPECT_HAS(ran.err, rows[i].why);
        EXPECT_HAS(cli_run("load @unfit --data @unfitted --lang en").err,
                   rows[i].en);
        EXPECT(!file_exists(cli_path("unfitted")));
    }
}

FACT(an_id_that_stands_twice_loads_nothing)
{
    static const char row[] =
        "0192f3c1-8a4b-7000-8000-000000000002,masuk,web,WIB,B00001,B00001,"
        "2021-07-26,kantor\n";
    static const char head[] =
        "id,jenis,saluran,zona,pelaku,pegawai,hari,kata\n";
    EXPECT_INT(cli_run("load examples/kotim --data @once").code, 0);
    EXPECT_INT(cli_run("export @twice --government kotim --data @once").code,
               0);
    const char *text = str_format(cli_memory(), "%s%s", head, row).ptr;
    cli_put("twice/fakta.csv", text);
    cli_put("twice/fakta-0002.csv", text);
    Ran ran = cli_run("load @twice --data @twiced");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "0192f3c1-8a4b-7000-8000-000000000002 ada dua kali");
    EXPECT(!file_exists(cli_path("twiced")));
}

/* What is simulated ends by its own clock, not by that of the machine. */
FACT(no_outage_begins_when_a_simulation_ends)
{
    live();
    Str shown = cli_run("journal show --data @one").out;
    EXPECT_HAS(shown, ": masuk ");
    EXPECT(str_find(shown, STR("server mati  2020-08-06"), 0) == SIZE_MAX);
}
