/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_load_evidence.c - files that facts name go with them through export,
 * load and retention.
 */
#include "base/file.h"
#include "cli_run.h"
#include "harness.h"
#include "store/store.h"

#include <stdio.h>
#include <unistd.h>

#define ID "0195d3a0-0000-7000-8000-00000000000a"

static FactId id_of_report(void)
{
    FactId id;
    CHECK(fact_id_parse(STR(ID), &id));
    return id;
}

static Store *open_data(const char *data)
{
    Err err = {0};
    Store *store = NULL;
    StoreWish wish = {.folder = cli_path(data), .write = true};
    CHECK(store_open(&wish, &store, &err));
    return store;
}

static bool has_file(const char *data, Str name)
{
    AUTO(store_done) Store *store = open_data(data);
    Err err = {0};
    bool found = false;
    Str out;
    EXPECT(store_evidence(store, cli_memory(),
                          &(EvidenceOf){STR("kotim"), id_of_report()}, name,
                          &out, &found, &err));
    if (found) EXPECT_STR(out, "isi foto");
    return found;
}

/* Kotim, with a report of 26 July 2021 that names one file. */
static Str report_in(const char *data)
{
    Err err = {0};
    Str name = {0};
    EXPECT_INT(
        cli_runf("load examples/kotim --data @%s --known 2021-07-01", data)
            .code,
        0);
    Store *store = open_data(data);
    EXPECT(store_evidence_put(store, cli_memory(),
                              &(EvidenceOf){STR("kotim"), id_of_report()},
                              "jpg", STR("isi foto"), &name, &err));
    store_close(store);
    Ran ran =
        cli_runf("record --data @%s --government kotim --as B00001 laporan "
                 "pegawai=B00001 isi=Selesai id=" ID
                 " bukti=berkas:%.*s --on 2021-07-26",
                 data, STR_ARG(name));
    EXPECT_STR(ran.err, "");
    EXPECT_INT(ran.code, 0);
    return name;
}

static const char *exported(const char *folder, Str name)
{
    return str_format(cli_memory(), "%s/arsip/bukti/" ID ",%.*s", folder,
                      STR_ARG(name))
        .ptr;
}

FACT(an_export_has_the_files_and_loads_with_them)
{
    Str name = report_in("one");
    EXPECT_INT(cli_runf("export @two --government kotim --data @one").code, 0);
    EXPECT_STR(cli_content(exported("two", name)), "isi foto");
    EXPECT_INT(cli_runf("load @two --data @three --known 2021-07-01").code, 0);
    EXPECT(has_file("three", name));
    EXPECT_INT(cli_runf("journal verify --data @three").code, 0);
    EXPECT_HAS(cli_runf("load @two --data @three --known 2021-07-01").out,
               "Tidak ada yang");

    ROW("another file under that name is refused");
    cli_put(exported("two", name), "isi lain");
    Ran ran = cli_runf("load @two --data @four --known 2021-07-01");
    EXPECT(ran.code != 0);
    EXPECT_HAS(ran.err, "bukan seperti namanya");

    ROW("and a fact without its file");
    EXPECT(unlink(cli_path(exported("two", name))) == 0);
    ran = cli_runf("load @two --data @five --known 2021-07-01");
    EXPECT(ran.code != 0);
    EXPECT_HAS(ran.err, "menyebut berkas yang tidak ada");
}

FACT(a_file_is_erased_with_its_report_when_the_time_is_over)
{
    Str name = report_in("kept");
    EXPECT_INT(cli_runf("export @before --government kotim --data @kept").code,
               0);
    EXPECT(has_file("kept", name));
    Ran ran = cli_runf("retain --data @kept --government kotim --as B01678 "
                       "--on 2026-07-26");
    EXPECT_STR(ran.err, "");
    EXPECT(!has_file("kept", name));
    EXPECT_INT(cli_runf("journal verify --data @kept").code, 0);
    ROW("an export of before does not bring it back");
    (void)cli_runf("load @before --data @kept");
    EXPECT(!has_file("kept", name));
}
