/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A folder put into data and written again is the same folder; commands say
 * the same of both.
 */
#include "app/data_facts.h"
#include "base/rand.h"
#include "cli_run.h"
#include "day/fact_fields.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char *const examples[] = {"balikpapan", "bandarlampung", "bontang",
                                       "kotim", "paser"};

/* ---- there and back -------------------------------------------------------
 */

/* Files below the folder, each of which has the same bytes in the other. */
static size_t same_files(const char *folder, const char *other)
{
    Err err = {0};
    FileNames names = {0};
    size_t count = 0;
    if (!file_list(cli_memory(), folder, STR(""), &names, &err)) return 0;
    for (size_t i = 0; i < names.count; i++) {
        const char *a = file_path(cli_memory(), folder, names.at[i].ptr);
        const char *b = file_path(cli_memory(), other, names.at[i].ptr);
        Str left = {0};
        Str right = {0};
        Err ignored = {0};
        if (!file_read(cli_memory(), a, 1 << 26, &left, &ignored)) {
            count += same_files(a, b); /* a folder */
            continue;
        }
        EXPECT(file_read(cli_memory(), b, 1 << 26, &right, &err));
        EXPECT(str_is(left, right));
        count++;
    }
    return count;
}

FACT(an_export_is_what_was_loaded)
{
    for (size_t i = 0; i < COUNT(examples); i++) {
        const char *name = examples[i];
        char from[64];
        ROW("%s", name);
        (void)snprintf(from, sizeof from, "examples/%s", name);
        EXPECT_INT(cli_runf("load %s --data @data", from).code, 0);
        EXPECT_INT(
            cli_runf("export @%s --government %s --data @data", name, name)
                .code,
            0);
        size_t there = same_files(from, cli_path(name));
        EXPECT(there > 8 && same_files(cli_path(name), from) == there);
        Str head = cli_runf("journal head --data @data").out;
        EXPECT_HAS(cli_runf("load %s --data @data", from).out,
                   "Tidak ada yang");
        EXPECT_HAS(cli_runf("load @%s --data @data", name).out,
                   "Tidak ada yang");
        EXPECT_STR(cli_runf("journal head --data @data").out, head);
        EXPECT_INT(
            cli_runf("export @%s --government %s --data @data", name, name)
                .code,
            3); /* it is there already */
    }
}

/* The lines of `journal show` without their numbers, and without the files,
 * which a loading says anew. */
static Str told(const char *data)
{
    Buf out = buf_in(cli_memory());
    Str text = cli_runf("journal show --data @%s", data).out;
    Str line = {0};
    while (str_next(&text, '\n', &line)) {
        size_t number = str_find(line, STR("  "), 0);
        if (number == SIZE_MAX ||
            str_find(line, STR(": dokumen"), 0) != SIZE_MAX)
            continue;
        buf_put(&out, str_slice(line, number, line.len));
        buf_char(&out, '\n');
    }
    return buf_str(&out);
}

FACT(an_export_loads_as_the_same_facts)
{
    ROW("loaded, worked in, exported, loaded");
    EXPECT_INT(
        cli_runf("load examples/kotim --data @one --known 2021-07-01").code, 0);
    EXPECT_INT(
        cli_runf("record --data @one --government kotim --as B00001 masuk "
                 "pegawai=B00001 kata=kantor --on 2021-07-26")
            .code,
        0);
    EXPECT_INT(
        cli_runf("record --data @one --government kotim --as B00001 laporan "
                 "pegawai=B00001 isi==1+1~\"kutip\",~koma --on 2021-07-26")
            .code,
        0);
    EXPECT_INT(cli_runf("export @two --government kotim --data @one").code, 0);
    EXPECT_HAS(cli_content("two/fakta.csv"), "\" =1+1 \"\"kutip\"\", koma\"");
    EXPECT_INT(cli_runf("load @two --data @three --known 2021-07-01").code, 0);
    EXPECT_STR(told("three"), told("one"));
    EXPECT_HAS(cli_runf("load @two --data @one").out, "Tidak ada yang");
    EXPECT_INT(cli_runf("journal verify --data @three").code, 0);
}

FACT(a_folder_with_faults_writes_nothing)
{
    static const struct {
        const char *file, *text;
        const char *why;
    } rows[] = {
        {"kosong.txt",          "",                        "kosong"               },
        {"fakta.csv",           "id,warna\n",              "'warna' tidak dikenal"},
        {"fakta.csv",           "id,id\n",                 "dua kali"             },
        {"fakta.csv",           "id,jenis\nbukan,masuk\n", "baris 2"              },
        {"fakta.csv",           "id,jenis\n,masuk,\n",     "jumlah kolomnya"      },
        {"government.conf",     "kode = x\n",              "government.conf"      },
        {"register/people.csv", "kode\n",                  "people.csv"           },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s: %s", rows[i].file, rows[i].why);
        char folder[32];
        char path[64];
        (void)snprintf(folder, sizeof folder, "bad%zu", i);
        (void)snprintf(path, sizeof path, "%s/%s", folder, rows[i].file);
        EXPECT_INT(
            cli_runf("export @%s --government kotim --data @one", folder).code,
            0);
        cli_put(path, rows[i].text);
        Ran ran = cli_runf("load @%s --data @never", folder);
        EXPECT_INT(ran.code, 1);
        EXPECT_HAS(ran.err, rows[i].why);
        EXPECT(!file_exists(cli_path("never")));
    }
    ROW("a fact that stands for another");
    Str facts = cli_content("two/fakta.csv");
    size_t at = str_find(facts, STR("kantor"), 0);
    cli_put("two/fakta.csv",
            str_format(cli_memory(), "%.*srumah%.*s",
                       STR_ARG(str_slice(facts, 0, at)),
                       STR_ARG(str_slice(facts, at + 6, facts.len)))
                .ptr);
    EXPECT_HAS(cli_runf("load @two --data @one").err, "koreksi");
}

FACT(a_changed_folder_changes_what_it_changes)
{
    ROW("a file more, a file less");
    EXPECT_INT(cli_runf("export @moved --government kotim --data @one").code,
               0);
    EXPECT(remove(cli_path("moved/README.md")) == 0);
    cli_put("moved/BACA.md", "baru\n");
    Ran ran = cli_runf("load @moved --data @one");
    EXPECT_HAS(ran.out, "1 berkas dimuat");
    EXPECT_HAS(ran.out, "1 dihapus");
    EXPECT_INT(cli_runf("export @moved2 --government kotim --data @one").code,
               0);
    EXPECT(same_files(cli_path("moved"), cli_path("moved2")) ==
           same_files(cli_path("moved2"), cli_path("moved")));
    EXPECT_INT(cli_runf("load @moved2 --data @one").code, 0);
    EXPECT_INT(cli_runf("journal verify --data @one").code, 0);
}

/* ---- commands on data -----------------------------------------------------
 */

static void expect_same(const char *fmt_folder, const char *fmt_data)
{
    Ran folder = cli_run(fmt_folder);
    Ran data = cli_run(fmt_data);
    EXPECT_INT(data.code, folder.code);
    EXPECT_STR(data.out, folder.out);
}

FACT(commands_say_the_same_of_folder_and_data)
{
    ROW("law");
    EXPECT_INT(cli_runf("load examples/kotim --data @k").code, 0);
    expect_same("law --government examples/kotim --on 2021-07-26",
                "law --government kotim --data @k --on 2021-07-26");
    ROW("roster");
    expect_same("roster --government examples/kotim -o @a.csv",
                "roster --government kotim --data @k -o @a.csv");
    ROW("verify");
    expect_same("verify @a.csv --government examples/kotim",
                "verify @a.csv --government kotim --data @k");
    ROW("explain");
    expect_same(
        "explain --government examples/kotim B00001 2021-07-26 --plan @a.csv",
        "explain --government kotim --data @k B00001 2021-07-26 --plan "
        "@a.csv");
    ROW("check");
    expect_same("check examples/kotim/letters/sistem-kerja-ppkm.edaran "
                "--government examples/kotim",
                "check examples/kotim/letters/sistem-kerja-ppkm.edaran "
                "--government kotim --data @k");
    ROW("refusals");
    EXPECT_HAS(cli_runf("law --government x --data @k --on 2021-07-26").err,
               "yang ada: kotim");
    EXPECT_INT(
        cli_runf("law --government kotim --data @none --on 2021-07-26").code,
        1);
    EXPECT_INT(cli_runf("check examples/kotim/letters/sistem-kerja-ppkm.edaran "
                        "--data @k")
                   .code,
               2);
}

/* ---- journals and copies --------------------------------------------------
 */

/* Change one byte of a stored name. */
static bool spoil(const char *name, const char *text)
{
    Str bytes = cli_content(name);
    size_t at = str_find(bytes, str_of(text), 0);
    FILE *file = fopen(cli_path(name), "r+b");
    if (file == NULL || at == SIZE_MAX) return false;
    bool done = fseek(file, (long)at, SEEK_SET) == 0 && fputc('X', file) != EOF;
    return fclose(file) == 0 && done;
}

FACT(a_journal_is_verified_and_copied)
{
    ROW("whole");
    EXPECT_INT(cli_runf("load examples/paser --data @j").code, 0);
    Ran head = cli_runf("journal head --data @j");
    cli_put("head", str_c(cli_memory(), head.out));
    EXPECT_INT(cli_runf("journal verify --data @j --head @head").code, 0);
    EXPECT_INT(cli_runf("journal verify --data @j --government paser").code, 0);
    EXPECT_HAS(cli_runf("journal show --data @j --from 11 --lang en").out,
               "document stored");
    EXPECT_INT(cli_runf("journal show --data @j --from nol").code, 2);
    EXPECT_INT(cli_runf("journal lihat --data @j").code, 2);
    ROW("a head of another journal");
    EXPECT_INT(
        cli_runf("load examples/paser --data @j2 --known 2020-01-01").code, 0);
    EXPECT_INT(cli_runf("journal verify --data @j2 --head @head").code, 1);
    cli_put("nohead", "apa saja\n");
    EXPECT_INT(cli_runf("journal verify --data @j --head @nohead").code, 1);
    ROW("copied and brought back");
    EXPECT_INT(cli_runf("backup @copy --data @j").code, 0);
    EXPECT_INT(cli_runf("backup @copy2 --data @j --keys").code, 0);
    EXPECT_INT(cli_runf("restore @copy --data @back").code, 0);
    EXPECT_INT(cli_runf("restore @copy --data @back").code, 3);
    EXPECT_INT(cli_runf("journal verify --data @back --head @head").code, 0);
    ROW("spoilt");
    EXPECT(spoil("copy/tata-kerja.db", "letters/061.1-1882.edaran"));
    Ran broken = cli_runf("journal verify --data @copy");
    EXPECT_INT(broken.code, 1);
    EXPECT_HAS(broken.out, "tidak cocok");
    EXPECT_INT(cli_runf("restore @copy --data @back2").code, 1);
}

/* ---- the table of facts ---------------------------------------------------
 */

static Str any_text(Arena *arena, Rand *rand)
{
    static const char *const pieces[] = {"=",  " ", "\"", ",", "\n", "@x",
                                         "-1", ";", "é",  "a", "|",  "+"};
    Buf out = buf_in(arena);
    for (uint32_t n = 1 + rand_below(rand, 6); n > 0; n--)
        buf_c(&out, pieces[rand_below(rand, COUNT(pieces))]);
    return buf_str(&out);
}

FACT(a_table_of_facts_reads_back)
{
    enum { FACTS = 400 };
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Rand rand = rand_seeded(7);
    Fact facts[FACTS];
    Buf table = buf_in(arena);
    DataFacts back = {0};
    Err err = {0};
    for (uint32_t i = 0; i < FACTS; i++) {
        facts[i] = fact_blank(FACT_REPORT);
        facts[i].id = fact_id_of((Instant){1596412800000000}, i, i + 1);
        facts[i].actor = facts[i].person = STR("B1");
        facts[i].day = (Date){18477};
        facts[i].text = any_text(arena, &rand);
        facts[i].list = any_text(arena, &rand);
    }
    data_facts_write(facts, FACTS, &table);
    if (!data_facts_read(arena, STR("f"), buf_str(&table), &back, &err))
        EXPECT_STR(err.text, "");
    EXPECT(back.count == FACTS);
    for (size_t i = 0; i < back.count; i++) {
        ROW("%zu", i);
        EXPECT(fact_is(&back.at[i], &facts[i]));
    }
}

/* Not the call is wrong, nor the actor, but the folder. */
FACT(keys_that_others_may_read_are_refused_as_the_world_is)
{
    EXPECT_INT(cli_runf("load examples/kotim --data @loose").code, 0);
    EXPECT(chmod(cli_path("loose/kunci"), 0755) == 0);
    Ran ran = cli_runf("load examples/kotim --data @loose");
    EXPECT_INT(ran.code, 3);
    EXPECT_HAS(ran.err, "orang lain dapat membuka");
    EXPECT_HAS(ran.err, "chmod 700");
    EXPECT(chmod(cli_path("loose/kunci"), 0700) == 0);
    EXPECT_INT(cli_runf("journal verify --data @loose").code, 0);
    ROW("an actor who may not");
    EXPECT_INT(cli_runf("record --data @loose --government kotim --as B00012 "
                        "panggilan pegawai=B00001 isi=rapat mulai=2021-07-27 "
                        "sampai=2021-07-27 --on 2021-07-26")
                   .code,
               1);
}

FACT(rows_of_one_time_of_receipt_follow_each_other)
{
    EXPECT_INT(cli_runf("load examples/kotim --data @plain").code, 0);
    EXPECT_INT(cli_runf("export @ties --government kotim --data @plain").code,
               0);
    cli_put("ties/fakta.csv",
            "id,jenis,saluran,zona,pelaku,pegawai,hari,kata,diterima\n"
            "0192f3c1-8a4b-7000-8000-000000000002,masuk,web,WIB,B00001,B00001,"
            "2021-07-26,kantor,2021-07-26T00:30:00.000000Z\n"
            "0192f3c1-8a4b-7000-8000-000000000001,masuk,web,WIB,B00002,B00002,"
            "2021-07-26,kantor,2021-07-26T00:30:00.000000Z\n");
    EXPECT_INT(cli_runf("load @ties --data @tied").code, 0);
    EXPECT_INT(cli_runf("export @tied2 --government kotim --data @tied").code,
               0);
    EXPECT_HAS(cli_content("tied2/fakta.csv"), "T00:30:00.000000Z");
    EXPECT_HAS(cli_content("tied2/fakta.csv"), "T00:30:00.000001Z");
}

/* ---- what is sealed -------------------------------------------------------
 */

FACT(who_loads_or_restores_is_told_what_does_not_open)
{
    static const char facts[] =
        "id,jenis,saluran,zona,pelaku,pegawai,hari,mulai,sampai,kata,"
        "tersegel\n"
        "0192f3c1-8a4b-7000-8000-000000000001,cuti,web,WIB,B00001,B00001,"
        "2021-07-26,2021-07-26,2021-07-27,sakit,1a2b3c4d:AAAA\n";
    EXPECT_INT(cli_runf("load examples/kotim --data @open").code, 0);
    EXPECT(str_find(cli_runf("load examples/kotim --data @open").out,
                    STR("segel"), 0) == SIZE_MAX);
    EXPECT_INT(cli_runf("export @shut --government kotim --data @open").code,
               0);
    cli_put("shut/fakta.csv", facts);
    Ran ran = cli_runf("load @shut --data @shutdata");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "teks tersegel kotim yang tidak terbuka di sini: 1;");
    EXPECT_HAS(ran.out, "/shutdata/kunci/segel-kotim\n");
    EXPECT_INT(cli_runf("backup @shutcopy --data @shutdata --keys").code, 0);
    ran = cli_runf("restore @shutcopy --data @shutback --lang en");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "sealed texts of kotim that do not open here: 1;");
    EXPECT_HAS(ran.out, "/shutback/kunci/segel-kotim\n");
}
