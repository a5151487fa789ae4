/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Closing, receiving and opening a recap again as a user calls it; its unit
 * and its period.
 */
#include "test_recap_folder.h"

#define DAYS  "--from 2020-08-03 --to 2020-08-07 "
#define KEPT  "recap --government contoh --data @d --unit dinsos " DAYS
#define AFTER "--on 2020-08-10 "

static Ran ran_on_data(const char *line)
{
    static bool loaded = false;
    make_government();
    if (!loaded)
        EXPECT_INT(cli_run("load @kota --data @d --known 2020-08-01").code, 0);
    loaded = true;
    return cli_run(line);
}

static const struct {
    const char *line;
    int code;
    const char *says;
} wrong[] = {
    {"recap --government @kota",                                2, "'--period'"                   },
    {"recap --government @kota --to 2020-08-07",                2, "'--from'"                     },
    {"recap --government @kota --period masa " DAYS,            2, "pilih '--period'"             },
    {"recap --government @kota --period tahunan",               2, "pilih mingguan, bulanan"      },
    {"recap --government @kota --period bulanan",               1,
     "tidak ada surat yang meminta rekap (bulanan)"                                               },
    {"recap --government @kota --period surat --on 2020-07-31", 1,
     "mulai pada 2020-07-31"                                                                      },
    {"recap --government @kota --unit dinsoz " DAYS,            1,
     "tidak ada unit bernama 'dinsoz'"                                                            },
    {"recap --government @kota --close --as P1 " DAYS,          2,
     "memerlukan '--data'"                                                                        },
    {KEPT "--close",                                            2, "'--as'"                       },
    {KEPT "--as P1",                                            2, "hanya untuk '--close'"        },
    {KEPT "--close --receive --as P1",                          2, "pilih '--close' atau"         },
    {KEPT "--close --as P1 --known 2020-08-10",                 2, "tanpa '--known'"              },
    {KEPT "--close --as P2 " AFTER,                             1, "tidak berwenang menutup rekap"},
    {KEPT "--close --as sistem " AFTER,                         1, "sebut pegawai yang bertindak" },
    {KEPT "--receive --as sistem " AFTER,                       1, "sebut pegawai yang bertindak" },
    {KEPT "--close --as nix " AFTER,                            1, "tidak ada pegawai"            },
    {KEPT "--close --as P1 --on 2020-08-07",                    1, "belum habis"                  },
    {KEPT "--receive --as P3 " AFTER,                           1, "belum ditutup"                },
    {KEPT "--receive --as P4 " AFTER,                           1, "hanya badan kepegawaian"      },
    {KEPT "--receive --as P1 " AFTER,                           1, "hanya badan kepegawaian"      },
};

FACT(wrong_calls_of_a_recap_are_refused)
{
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("%s", wrong[i].line);
        Ran ran = ran_on_data(wrong[i].line);
        EXPECT_INT(ran.code, wrong[i].code);
        EXPECT_HAS(ran.err, wrong[i].says);
        EXPECT_INT((int)ran.out.len, 0);
    }
}

/* ---- periods and units --------------------------------------------------- */

static const struct {
    const char *line, *says;
} told[] = {
    {"--period mingguan --on 2020-08-05",
     "Rekap 3 Agustus 2020 sampai dengan 9 Agustus 2020"                                       },
    {"--period weekly --on 2020-08-02",
     "Rekap 1 Agustus 2020 sampai dengan 2 Agustus 2020"                                       },
    {"--period surat --on 2020-08-05",
     "Rekap 1 Agustus 2020 sampai dengan 31 Desember 2020"                                     },
    {"--period masa",                     "Rekap 1 Agustus 2020 sampai dengan 31 Desember 2020"},
    {"--unit panti " DAYS,                "UPTD Panti (panti)"                                 },
    {"--unit panti " DAYS,                "3 pegawai, 15 hari kerja"                           },
    {"--unit UPTD~Panti " DAYS,           "3 pegawai, 15 hari kerja"                           },
    {"--unit dinsos " DAYS,               "5 pegawai, 25 hari kerja"                           },
};

FACT(a_recap_is_of_a_unit_and_of_the_period_that_letters_ask_for)
{
    make_government();
    for (size_t i = 0; i < COUNT(told); i++) {
        ROW("%s", told[i].line);
        Ran ran =
            cli_run(str_format(cli_memory(), "recap --government @kota %s",
                               told[i].line)
                        .ptr);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, told[i].says);
    }
}

FACT(files_of_a_unit_hold_its_people_alone)
{
    make_government();
    Ran ran = cli_run("recap --government @kota --unit panti " DAYS
                      "-o @panti.csv --kinerja @k.csv");
    EXPECT_INT(ran.code, 0);
    Str text = cli_content("panti.csv");
    EXPECT_HAS(text, "P3,");
    EXPECT(str_find(text, STR("P1,"), 0) == SIZE_MAX);
    EXPECT(str_find(cli_content("k.csv"), STR("198101012006011000"), 0) ==
           SIZE_MAX);
    ran =
        cli_run("recap --government @kota --unit panti " DAYS "-o @panti.html");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(cli_content("panti.html"), "UPTD Panti");
}

/* ---- closing ------------------------------------------------------------- */

/* The id that a call of `record` told. */
static Str told_id(const Ran *ran)
{
    Str head = STR("Tercatat: ");
    size_t at = str_find(ran->out, head, 0) + head.len;
    return str_slice(ran->out, at, at + FACT_ID_TEXT - 1);
}

static Ran record(const char *words)
{
    Ran ran =
        cli_run(str_format(cli_memory(),
                           "record --data @d --government contoh %s", words)
                    .ptr);
    EXPECT_INT(ran.code, 0);
    return ran;
}

static void correct(Str about)
{
    Str by = str_format(cli_memory(), "pegawai=P4 tentang=%.*s --on 2020-08-11",
                        STR_ARG(about));
    (void)record(str_format(cli_memory(),
                            "--as P1 tanda~tangan kata=usul hal=koreksi "
                            "isi=kata=batal|isi=keliru %s",
                            by.ptr)
                     .ptr);
    (void)record(str_format(cli_memory(),
                            "--as P3 koreksi kata=batal isi=keliru %s", by.ptr)
                     .ptr);
}

/* The page says it beside its title. */
static void expect_state(const char *state)
{
    EXPECT_INT(cli_run(KEPT AFTER "-o @state.html").code, 0);
    EXPECT_HAS(cli_content("state.html"), state);
}

static void close_once(void)
{
    expect_state("<span class=\"tag warn\">Belum ditutup</span>");
    Ran ran = ran_on_data(KEPT "--close --as P1 " AFTER "-o @one.rekap");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Ditutup: versi 1, blake2b:");
    EXPECT_HAS(ran.out, "catatan jurnal ");
    EXPECT(str_find(ran.out, STR("belum ditutup"), 0) == SIZE_MAX);
    ran = cli_run(KEPT AFTER);
    EXPECT_HAS(ran.out, "ditutup, versi 1, ");
    EXPECT_HAS(ran.out, "tidak berubah sejak itu");
    expect_state("<span class=\"tag ok\">Ditutup</span>");
    ran = cli_run(KEPT "--close --as P1 --lang en " AFTER);
    EXPECT_INT(ran.code, 3);
    EXPECT_HAS(ran.err, "with these numbers already, version 1");
    ran = cli_run(KEPT "--receive --as P3 " AFTER);
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Diterima: versi 1, blake2b:");
    EXPECT_HAS(cli_run(KEPT AFTER).out, "sudah diterima");
    expect_state("<span class=\"tag ok\">Ditutup dan diterima</span>");
}

/* What is closed is closed, whatever becomes of the file. */
FACT(a_file_that_cannot_be_written_does_not_hide_the_closing)
{
    Ran ran =
        ran_on_data("recap --government contoh --data @d --unit panti " DAYS
                    "--close --as P1 " AFTER "-o @nix/r.html");
    EXPECT_INT(ran.code, 3);
    EXPECT_HAS(ran.out, "Ditutup: versi 1");
    EXPECT_HAS(ran.err, "tidak dapat");
}

FACT(a_recap_is_closed_received_and_closed_again_after_a_correction)
{
    ROW("closed and received");
    (void)ran_on_data("journal verify --data @d");
    Ran first = record("--as P4 masuk pegawai=P4 kata=rumah --on 2020-08-03");
    close_once();
    ROW("corrected by two");
    correct(told_id(&first));
    Ran ran = cli_run(KEPT AFTER);
    EXPECT_HAS(ran.out, "BERUBAH sejak itu");
    expect_state("<span class=\"tag warn\">Berubah sejak ditutup</span>");
    EXPECT_HAS(ran.out, "P4, ada di rumah: 1 menjadi 0");
    ROW("the next version");
    ran = cli_run(KEPT "--close --as P1 --on 2020-08-12");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Ditutup: versi 2, blake2b:");
    EXPECT_HAS(ran.out, "sejak versi 1: ");
    EXPECT_HAS(ran.out, "P4, ada di rumah: 1 menjadi 0");
    EXPECT_HAS(cli_run("journal verify --data @d").out, "utuh");
    ROW("it travels with its text");
    EXPECT_INT(cli_run("export @x --government contoh --data @d").code, 0);
    EXPECT_INT(cli_run("load @x --data @e --known 2020-08-01").code, 0);
    ran = cli_run("recap --government contoh --data @e --unit dinsos " DAYS);
    EXPECT_HAS(ran.out, "ditutup, versi 2, ");
    EXPECT_HAS(ran.out, "tidak berubah sejak itu");
}
