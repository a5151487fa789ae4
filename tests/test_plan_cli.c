/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plan published, moved by what is recorded, shown, asked and taken back, as
 * one does it on the command line.
 */
#include "cli_run.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>

#define KOTIM "--data @d --government kotim"

static const char *const before[] = {
    "load examples/kotim --data @d --known 2021-07-10",
    "plan publish " KOTIM
    " --as B02068 --on 2021-07-16 --from 2021-07-19 --to 2021-08-06",
};

static void open_data(void)
{
    for (size_t i = 0; i < COUNT(before); i++) {
        ROW("%s", before[i]);
        EXPECT_INT(cli_run(before[i]).code, 0);
    }
}

typedef struct {
    const char *call;
    int code;
    const char *said, *err; /* NULL: nothing is asked of it */
} Row;

static void run_all(const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ROW("%s", rows[i].call);
        Ran ran = cli_run(rows[i].call);
        EXPECT_INT(ran.code, rows[i].code);
        if (rows[i].said != NULL) EXPECT_HAS(ran.out, rows[i].said);
        if (rows[i].err != NULL) EXPECT_HAS(ran.err, rows[i].err);
    }
}

static const Row moves[] = {
    {"plan show " KOTIM, 0, "versi 1\n", NULL},
    {"explain " KOTIM " B00012 2021-07-23", 0, "R  rumah", NULL},
    {"record " KOTIM " --as B00007 panggilan pegawai=B00012 isi=rapat "
     "mulai=2021-07-23 sampai=2021-07-23 --on 2021-07-21",
     0, "versi 2; 1 orang-hari berubah, 2 orang diberi tahu", NULL},
    {"explain " KOTIM " B00012 2021-07-23", 0, "K  kantor", NULL},
    {"plan show " KOTIM, 0, "panggilan B00012, oleh B00007", NULL},
    {"plan show " KOTIM, 0, "23 Juli 2021: rumah -> kantor", NULL},
    {"plan show B00012 " KOTIM, 0,
     "panggilan B00012, oleh B00007; harinya; belum dibaca", NULL},
    {"plan show B00007 " KOTIM " --lang en", 0, "days of their staff", NULL},
    {"plan show B00020 " KOTIM, 0, "diterbitkan; belum dibaca", NULL},
    {"plan follow " KOTIM " --as B02068 --on 2021-07-21", 0, "tetap versi 2",
     NULL},
    {"plan undo " KOTIM " --as B02068 --on 2021-07-21", 4, NULL,
     "batalkan dulu penyebabnya dengan koreksi"},
    {"plan swaps B00012 2021-07-22 " KOTIM " --on 2021-07-21", 0,
     "minta: \"tukar hari\" hal=", NULL},
    {"plan swaps B00012 2021-07-23 " KOTIM " --on 2021-07-21", 1, NULL,
     "tukar-01"},
    {"plan repairs 2021-07-26 " KOTIM, 0, "Tidak ada yang rusak", NULL},
    {"record " KOTIM " --as B02047 status~daerah hal=PPKM~Mikro "
     "isi=Kabupaten~Kotawaringin~Timur mulai=2021-08-03 sampai=2021-08-16 "
     "--on 2021-07-21",
     0, "7 Agustus 2021 sampai dengan 16 Agustus 2021 belum mempunyai jadwal",
     NULL},
};

static const Row refusals[] = {
    {"plan " KOTIM, 2, NULL, NULL},
    {"plan dance " KOTIM, 2, NULL, "pilih show, publish, follow"},
    {"plan follow " KOTIM, 2, NULL, "--as PEGAWAI"},
    {"plan undo " KOTIM " --as B02068 --on 2021-07-21", 1, NULL,
     "tidak pernah dipindah"},
    {"plan follow " KOTIM " --as sistem", 1, NULL,
     "sebut pegawai yang bertind"},
    {"plan publish " KOTIM " --as sistem --from 2021-08-09 --to 2021-08-13", 1,
     NULL, "sebut pegawai yang bertind"},
    {"plan undo " KOTIM " --as sistem --lang en", 1, NULL, "is not for --as"},
    {"plan follow " KOTIM " --as B02051", 1, NULL, "tidak berwenang"},
    {"plan follow " KOTIM " --as nobody --lang en", 1, NULL,
     "nobody has the code"},
    {"plan undo dua " KOTIM " --as B02068", 2, NULL, "bukan nomor versi"},
    {"plan follow " KOTIM " --as B02068 --known 2021-07-21", 2, NULL,
     "tanpa '--known'"},
    {"plan undo 9 " KOTIM " --as B02068 --on 2021-07-21", 1, NULL,
     "tidak pernah dipindah"},
    {"plan undo " KOTIM " --as B02068 --on 2021-09-21", 1, NULL,
     "tidak ada jadwal terbit"},
    {"plan follow " KOTIM " --as B00012", 1, NULL, "tidak berwenang"},
    {"plan publish " KOTIM " --as B00012 --from 2021-08-09 --to 2021-08-13", 1,
     NULL, "tidak berwenang"},
    {"plan publish " KOTIM " --as B02068 --from 2021-08-06 --to 2021-08-01", 2,
     NULL, "mendahului"},
    {"plan publish " KOTIM " --as B02068 --from 2021-08-06", 2, NULL, "berdua"},
    {"plan publish " KOTIM " --as B02068 --on 2021-07-21 --from 2021-07-20 "
     "--to 2021-07-30",
     1, NULL, "terbitkan mulai 2021-07-22"},
    {"plan swaps " KOTIM, 2, NULL, "sebut pegawai"},
    {"plan swaps B00012 " KOTIM, 2, NULL, "sebut harinya"},
    {"plan repairs " KOTIM, 2, NULL, "sebut harinya"},
    {"plan swaps B99999 2021-07-22 " KOTIM, 1, NULL, "tidak ada pegawai"},
    {"plan swaps B00012 2021-09-22 " KOTIM, 1, NULL,
     "tidak ada jadwal terbit yang memuat"},
    {"plan show --data @none --government kotim", 1, NULL, NULL},
};

FACT(what_is_recorded_moves_the_published_plan)
{
    open_data();
    run_all(moves, COUNT(moves));
}

static const Row there_and_back[] = {
    {"load examples/kotim --data @g --known 2021-07-10", 0, NULL, NULL},
    {"plan publish --data @g --government kotim --as B02068 --on 2021-07-16 "
     "--from 2021-07-19 --to 2021-08-06",
     0, NULL, NULL},
    {"record --data @g --government kotim --as B00007 panggilan "
     "pegawai=B00012 isi=rapat mulai=2021-07-23 sampai=2021-07-23 "
     "--on 2021-07-21",
     0, NULL, NULL},
    {"export @one --government kotim --data @g", 0, "3 arsip", NULL},
    {"load @one --data @e", 0, "Arsip: 3 dokumen", NULL},
    {"load @one --data @e", 0, "Tidak ada yang berubah", NULL},
    {"plan show --data @e --government kotim", 0, "panggilan B00012", NULL},
    {"plan show --data @e --government kotim", 0, ": versi 2\n", NULL},
    {"plan show B00012 --data @e --government kotim", 0, "belum dibaca", NULL},
    {"export @two --government kotim --data @e", 0, "3 arsip", NULL},
    {"export @two --government kotim --data @e", 3, NULL, "sudah ada"},
};

FACT(what_is_published_is_exported_and_loaded)
{
    run_all(there_and_back, COUNT(there_and_back));
    ROW("the same bytes");
    EXPECT(str_is(cli_content("one/arsip/jadwal/2021-07-19_2021-08-06.1.csv"),
                  cli_content("two/arsip/jadwal/2021-07-19_2021-08-06.1.csv")));
    EXPECT(str_is(
        cli_content("one/arsip/jadwal/2021-07-19_2021-08-06.1-0002.pindah"),
        cli_content("two/arsip/jadwal/2021-07-19_2021-08-06.1-0002.pindah")));
}

static void change(Str *text, const char *old, const char *new)
{
    size_t at = str_find(*text, str_of(old), 0);
    CHECK(at != SIZE_MAX);
    *text = str_format(cli_memory(), "%.*s%s%.*s", (int)at, text->ptr, new,
                       (int)(text->len - at - strlen(old)),
                       text->ptr + at + strlen(old));
}

/* What was exported, changed by hand, and loaded into data where it is and
 * where it is not. */
static void refuse_changed(const char *name, const char *text, const char *why)
{
    char path[100];
    (void)snprintf(path, sizeof path, "one/arsip/%s", name);
    Str good = cli_content(path);
    ROW("%s", name);
    cli_put(path, text);
    Ran ran = cli_run("load @one --data @f");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, why);
    EXPECT(cli_run("load @one --data @g").code != 0);
    if (good.len > 0)
        cli_put(path, str_c(cli_memory(), good));
    else
        EXPECT(remove(cli_path(path)) == 0);
}

FACT(a_changed_archive_is_not_loaded)
{
    static const char table[] = "jadwal/2021-07-19_2021-08-06.1.csv";
    if (cli_content("one/fakta.csv").len == 0)
        run_all(there_and_back, 4); /* else the fact before has left it */
    Str good = cli_content("one/arsip/jadwal/2021-07-19_2021-08-06.1.csv");
    Str bent = str_format(cli_memory(), "%.*s", STR_ARG(good));
    change(&bent, "\nB00012,,Salman Sani,setda-pemerintahan-otonomi-daerah,",
           "\nB00012,,Salman Sani,setda-pemerintahan-otonomi-daerah,K,");
    refuse_changed(table, str_c(cli_memory(), bent), "bukan yang diterbitkan");
    refuse_changed("jadwal/2021-07-19_2021-08-06.1-0002.pindah", "x",
                   "bukan yang diterbitkan");
    refuse_changed("jadwal/2021-07-19_2021-08-06.2.csv", "x",
                   "tidak ada fakta yang menyebutnya");
    refuse_changed("jadwal.txt", "x",
                   "memuat folder jadwal, rekap, usulan dan bukti");
    ROW("nothing of it was written");
    EXPECT_HAS(cli_run("plan show --data @g --government kotim").out,
               ": versi 2\n");
    EXPECT_INT(cli_run("load @one --data @f").code, 0);
}

/* ---- people come, go and change units ---------------------------------- */

static const char *const with_a_version[] = {
    "load examples/kotim --data @i --known 2021-07-10",
    "plan publish --data @i --government kotim --as B02068 --on 2021-07-16 "
    "--from 2021-07-19 --to 2021-08-06",
    "record --data @i --government kotim --as B00007 panggilan "
    "pegawai=B00012 isi=rapat mulai=2021-07-22 sampai=2021-07-22 "
    "--on 2021-07-21",
    "export @h --government kotim --data @i",
};

/* One changes units, one leaves, one comes. */
static void change_staff(void)
{
    Str people = cli_content("h/register/people.csv");
    change(&people,
           "Salman Sani,tenaga kontrak,setda-pemerintahan-otonomi-daerah",
           "Salman Sani,tenaga kontrak,dinsos");
    change(&people,
           "B00011,,TK-00011,Ika Usman,tenaga kontrak,"
           "setda-pemerintahan-otonomi-daerah,Petugas Kebersihan,pelaksana,"
           "tidak,2020-01-02,\n",
           "");
    change(&people, "B00013,",
           "B99001,,TK-99001,Orang Baru,tenaga kontrak,"
           "setda-pemerintahan-otonomi-daerah,Petugas Kebersihan,pelaksana,"
           "tidak,2021-07-22,\nB00013,");
    cli_put("h/register/people.csv", str_c(cli_memory(), people));
}

static const Row staff[] = {
    {"load @h --data @i --known 2021-07-22", 0, ": versi 3;", NULL},
    {"plan follow --data @i --government kotim --as B02068 --on 2021-07-22", 0,
     "tetap versi 3", NULL},
    {"plan show B99001 --data @i --government kotim", 0, "harinya", NULL},
    {"explain B99001 2021-07-27 --data @i --government kotim", 0,
     "Sekretariat Daerah berpegawai", NULL},
    {"explain B00012 2021-07-27 --data @i --government kotim", 0,
     "Dinas Sosial berpegawai", NULL},
    {"record --data @i --government kotim --as B00007 panggilan "
     "pegawai=B99001 isi=rapat mulai=2021-07-28 sampai=2021-07-28 "
     "--on 2021-07-23",
     0, ": versi 4", NULL},
    {"plan show --data @i --government kotim", 0, "panggilan B99001", NULL},
    {"export @j --government kotim --data @i", 0, "5 arsip", NULL},
    {"plan repairs 2021-07-27 --data @i --government kotim --known 2021-07-20",
     0, "Tidak ada yang rusak", NULL},
    {"plan swaps B00011 2021-07-27 --data @i --government kotim "
     "--on 2021-07-20 --known 2021-07-20",
     0, "rekan dapat diajak bertukar", NULL},
    {"plan swaps B00011 2021-07-27 --data @i --government kotim "
     "--on 2021-07-22",
     1, NULL, "tidak ada pegawai"},
};

/* KTM-11: who changes units takes turns where they are now. */
FACT(a_plan_goes_on_when_people_come_and_go)
{
    for (size_t i = 0; i < COUNT(with_a_version); i++)
        EXPECT_INT(cli_run(with_a_version[i]).code, 0);
    change_staff();
    run_all(staff, COUNT(staff));
}

FACT(what_cannot_be_done_with_a_plan_says_why)
{
    open_data();
    run_all(refusals, COUNT(refusals));
    ROW("nothing was written");
    EXPECT_HAS(cli_run("plan show " KOTIM).out, "versi 1\n");
}

/* ---- statuses that nobody speaks of ---------------------------------------
 */

FACT(a_status_that_no_letter_names_is_said_to_have_no_effect)
{
    static const struct {
        const char *name, *fields;
        const char *has; /* NULL: no warning */
    } rows[] = {
        {"as the letter says",
         "hal=PPKM~Mikro isi=Kabupaten~Kotawaringin~Timur", NULL},
        {"but for case and blanks",
         "hal=ppkm~~mikro isi=kabupaten~kotawaringin~timur", NULL},
        {"a slip", "hal=PPKM~Mkro isi=Kabupaten~Kotawaringin~Timur",
         "yang mirip: \"PPKM Mikro\" di Kabupaten Kotawaringin Timur;"},
        {"another area", "hal=PPKM~Mikro isi=Kotim",
         "yang mirip: \"PPKM Mikro\" di Kabupaten Kotawaringin Timur;"},
        {"in a frame", "hal=Siaga~Asap isi=Kotim", NULL},
        {"in a tail", "hal=Awas~Asap isi=Kotim", NULL},
        {"new", "hal=Siaga~Banjir isi=Kotim",
         "tidak ada surat yang menyebut status \"Siaga Banjir\" di Kotim"},
    };
    static const char letter[] =
        "surat edaran 1/UJI\ntentang \"Kabut asap\"\n"
        "penerbit Bupati Kotawaringin Timur\n"
        "berlaku sejak 1 Juli 2021 sampai dengan 31 Desember 2021\n"
        "aturan 1 \"Asap\"\n"
        "(1) Selama status \"Siaga Asap\" di Kotim, pegawai wajib di rumah.\n"
        "(2) Pegawai wajib di rumah selama status \"Awas Asap\" di Kotim.\n";
    EXPECT_INT(cli_run("load examples/kotim --data @unsaid").code, 0);
    EXPECT_INT(cli_run("export @said --government kotim --data @unsaid").code,
               0);
    EXPECT(remove(cli_path("said/status.csv")) == 0);
    cli_put("said/letters/asap.edaran", letter);
    EXPECT_INT(cli_run("load @said --data @states").code, 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].name);
        Ran ran = cli_run(
            str_format(cli_memory(),
                       "record --data @states --government kotim --as B02047 "
                       "status~daerah %s mulai=2021-10-%02zu "
                       "sampai=2021-10-%02zu --on 2021-07-21",
                       rows[i].fields, i + 1, i + 1)
                .ptr);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, "Tercatat");
        if (rows[i].has != NULL)
            EXPECT_HAS(ran.out, rows[i].has);
        else
            EXPECT(str_find(ran.out, STR("Perhatian"), 0) == SIZE_MAX);
    }
    ROW("in English");
    EXPECT_HAS(cli_run("record --data @states --government kotim --as B02047 "
                       "status~daerah hal=Siaga~Bnjir isi=Kotim "
                       "mulai=2021-10-20 sampai=2021-10-20 --on 2021-07-21 "
                       "--lang en")
                   .out,
               "most like it: \"Siaga Banjir\" in Kotim;");
}
