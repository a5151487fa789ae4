/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An office out of data: what was known when, and what facts change of it.
 */
#include "app/data.h"
#include "app_world.h"
#include "cli_run.h"
#include "harness.h"

#include <stdio.h>

static bool opens(AppWorld *w, Date known, Office *out)
{
    Err err = {0};
    return office_open_data(w->arena, w->store, STR("paser"), known, out, &err);
}

FACT(facts_count_from_the_day_they_were_received)
{
    static const AppRow leave = {
        0, "$S", "cuti",
        "pegawai=$P;mulai=2020-07-30;sampai=2020-08-05;kata=cuti", NULL};
    AppWorld *w = app_world_open("known");
    Office office;
    app_world_play(w, &leave);
    PersonId id = {map_find(&w->office.r.person_codes, w->person)};
    Date day = w->record.today;
    ROW("all on file");
    EXPECT(opens(w, DATE_NEVER, &office));
    EXPECT(person_absence(&office.r, id, day, DATE_NEVER) != NULL);
    ROW("before it was received");
    EXPECT(opens(w, day, &office));
    EXPECT(person_absence(&office.r, id, day, DATE_NEVER) == NULL);
    ROW("before the folder was known");
    EXPECT(!opens(w, (Date){17999}, &office));
    app_world_close(w);
}

FACT(files_count_from_the_day_they_were_known)
{
    ROW("a letter taken away later");
    EXPECT_INT(
        cli_run("load examples/bontang --data @v --known 2020-01-01").code, 0);
    EXPECT_INT(cli_run("export @f --government bontang --data @v").code, 0);
    EXPECT(remove(cli_path("f/decisions/dinsos-kelonggaran.edaran")) == 0);
    EXPECT_INT(cli_run("load @f --data @v --known 2020-04-10").code, 0);
    Ran before = cli_run("law --government bontang --data @v --on 2020-04-07 "
                         "--known 2020-04-09");
    Ran after = cli_run("law --government bontang --data @v --on 2020-04-07 "
                        "--known 2020-04-10");
    EXPECT_HAS(before.out, "800/02/Dinsos/2020");
    EXPECT(str_find(after.out, STR("800/02/Dinsos/2020"), 0) == SIZE_MAX);
}

/* Rule 5(1) of Balikpapan closes for three days; reopening ends it. */
FACT(a_closure_lasts_as_long_as_the_letter_says)
{
    static const char explain[] =
        "explain --data @b --government balikpapan B02755 2020-08-07";
    ROW("closed by the rule");
    EXPECT_INT(cli_run("load examples/balikpapan --data @b").code, 0);
    Ran ran = cli_run("record --data @b --government balikpapan --as B03676 "
                      "penutupan unit=disdukcapil mulai=2020-08-05 sampai=.. "
                      "kata=kasus --on=2020-08-05");
    EXPECT_INT(ran.code, 0);
    ran = cli_run(explain);
    EXPECT_HAS(ran.out, "unit ditutup");
    EXPECT_HAS(ran.out, "sampai dengan 7 Agustus 2020");
    ROW("reopened");
    ran = cli_run("record --data @b --government balikpapan --as B03676 "
                  "pembukaan unit=disdukcapil mulai=2020-08-06 "
                  "sampai=2020-08-06 --on=2020-08-05");
    EXPECT_INT(ran.code, 0);
    ran = cli_run(explain);
    EXPECT(str_find(ran.out, STR("unit ditutup"), 0) == SIZE_MAX);
}
