/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_cli.c - `day` and `recap` as a user calls them, and their files.
 */
#include "cli_run.h"
#include "day/recap_table.h"
#include "register/xlsx.h"
#include "test_recap_folder.h"

#include <stdio.h>

#define RECAP "recap --government @kota --from 2020-08-03 --to 2020-08-07 "
#define LATER "--known 2020-08-20 "

/* ---- wrong calls -------------------------------------------------------- */

static const struct {
    const char *line;
    int code;
    const char *says;
} wrong[] = {
    {"day --government @kota",                                     2, "'--on' harus"       },
    {"day --government @kota --on besok",                          2, "bukan tanggal"      },
    {"day --government @kota --on 2020-08-03 A B",                 2, "terlalu banyak"     },
    {"day --government @kota --on 2020-08-03 Dodo",                1, "tidak ada pegawai"  },
    {"day --government @nix --on 2020-08-03",                      3, "tidak ada"          },
    {"day --government @kota --on 2020-08-03 --plan @x",           3, "tidak ada"          },
    {"recap --government @kota --from 2020-08-03",                 2, "'--to' harus"       },
    {"recap --government @kota --from 2020-08-04 --to 2020-08-03", 2,
     "mendahului"                                                                          },
    {RECAP "-o x.pdf",                                             2, "harus berakhir"     },
    {RECAP "--kinerja x.html",                                     2, "harus berakhir .csv"},
    {RECAP "-o @nix/r.csv",                                        3, "tidak dapat"        },
    {"recap --government @kota --from 2020-01-01 --to 2022-01-01", 1,
     "paling banyak 400"                                                                   },
};

FACT(wrong_calls_are_refused_with_their_code)
{
    make_government();
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("%s", wrong[i].line);
        Ran ran = cli_run(wrong[i].line);
        EXPECT_INT(ran.code, wrong[i].code);
        EXPECT_HAS(ran.err, wrong[i].says);
        EXPECT_INT((int)ran.out.len, 0);
    }
}

FACT(facts_that_do_not_read_are_refused_with_their_line)
{
    make_government();
    Str text = cli_content("kota/fakta.csv");
    cli_put("kota/fakta.csv",
            str_format(cli_memory(), "%.*sx,y\n", STR_ARG(text)).ptr);
    Ran ran = cli_run(RECAP);
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "fakta.csv, baris ");
    EXPECT_INT((int)ran.out.len, 0);
}

FACT(a_folder_without_facts_is_judged_too)
{
    make_government();
    EXPECT(remove(cli_path("kota/fakta.csv")) == 0);
    Ran ran = cli_run(RECAP LATER);
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "5 pegawai, 25 hari kerja, 25 dijalankan");
}

/* ---- a day -------------------------------------------------------------- */

static const struct {
    const char *line;
    const char *says;
} told[] = {
    {"day --government @kota --on 2020-08-04 P1 " LATER,
     "kehadiran: terlambat, 20 menit [pelanggaran]"                                     },
    {"day --government @kota --on 2020-08-04 P1 " LATER,
     "aturan 1 ayat (2) SE 1/T: Kepala perangkat daerah wajib di kantor."               },
    {"day --government @kota --on 2020-08-04 P1 " LATER,
     "- masuk 07.50 kantor (aplikasi, oleh P1; "                                        },
    {"day --government @kota --on 2020-08-04 P1 --lang en " LATER,
     "presence: late, 20 minutes [breach]"                                              },
    {"day --government @kota --on 2020-08-06 P1 " LATER,
     "tidak diketahui, server mati [tidak diketahui]"                                   },
    {"day --government @kota --on 2020-08-03 P2 " LATER,             "laporan: diterima"},
    {"day --government @kota --on 2020-08-08 P2 " LATER,             "tidak ada temuan" },
    {"day --government @kota --on 2020-08-03 " LATER,
     "P3 <b>\"Cici\" & 'D': kehadiran: di tempat lain [pelanggaran]"                    },
    {"day --government @kota --on 2020-08-06 " LATER,
     "6 Agustus 2020: 80 menit, 1 temuan tidak diketahui"                               },
    {"day --government @kota --on 2020-08-06 --lang en " LATER,      "Breaches: 4"      },
    {"day --government @kota --on 2020-08-05 P1 --known 2020-08-04",
     "kehadiran: menunggu [menunggu]"                                                   },
};

FACT(a_day_is_told_in_words)
{
    make_government();
    for (size_t i = 0; i < COUNT(told); i++) {
        ROW("%s: %s", told[i].line, told[i].says);
        Ran ran = cli_run(told[i].line);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, told[i].says);
    }
}

/* A fact changes the law first: leave is no absence. */
FACT(leave_in_the_facts_is_leave_in_the_law)
{
    RecapFacts facts = recap_facts();
    make_government();
    Fact *leave = recap_tell(&facts, FACT_LEAVE, "P1", 2, 400);
    leave->days = (Window){leave->day, leave->day};
    leave->word = STR("cuti");
    put_facts(&facts);
    Ran ran = cli_run("day --government @kota --on 2020-08-05 P1 " LATER);
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "direncanakan: C, cuti");
    EXPECT_HAS(cli_run(RECAP LATER).out,
               "25 hari kerja, 24 dijalankan; hari kerja di rumah dihitung");
}

/* ---- a recap ------------------------------------------------------------ */

static Str hash_of(const Ran *ran)
{
    size_t at = str_find(ran->out, STR("blake2b:"), 0);
    return str_slice(ran->out, at, at + RECAP_HASH_TEXT - 1);
}

FACT(the_hash_is_that_of_the_file_and_follows_the_facts)
{
    char hash[RECAP_HASH_TEXT];
    RecapFacts facts = recap_facts();
    RecapTable table;
    Err err = {0};
    make_government();
    Ran ran = cli_run(RECAP LATER "-o @r.rekap");
    EXPECT_INT(ran.code, 0);
    EXPECT_STR(recap_hash(cli_content("r.rekap"), hash), hash_of(&ran));
    EXPECT(
        recap_table_read(cli_memory(), cli_content("r.rekap"), &table, &err));
    Ran again = cli_run(RECAP LATER "--lang en");
    EXPECT_STR(hash_of(&again), hash);
    recap_check_in(&facts, "P1", 2, 440, "kantor");
    put_facts(&facts);
    again = cli_run(RECAP LATER);
    EXPECT(!str_is(hash_of(&again), str_of(hash)));
}

FACT(a_recap_that_was_closed_says_whether_it_still_stands)
{
    char hash[RECAP_HASH_TEXT];
    RecapFacts facts = recap_facts();
    make_government();
    Ran ran = cli_run(RECAP LATER "-o @r.rekap");
    EXPECT_HAS(ran.out, "belum ditutup");
    Fact *closing = recap_tell(&facts, FACT_RECAP, "P1", 7, 500);
    closing->person = STR("");
    closing->unit = STR("kota");
    closing->days = (Window){{RECAP_FIRST}, {RECAP_FIRST + 4}};
    closing->number = 1;
    closing->evidence = str_of(recap_hash(cli_content("r.rekap"), hash));
    put_facts(&facts);
    EXPECT_HAS(cli_run(RECAP LATER).out,
               "ditutup, versi 1, 10 Agustus 2020 pukul 08.20; tidak berubah");
    recap_check_in(&facts, "P1", 2, 440, "kantor");
    put_facts(&facts);
    EXPECT_HAS(cli_run(RECAP LATER).out, "BERUBAH sejak itu");
}

FACT(the_summary_tells_holes_caps_and_what_letters_ask_for)
{
    static const char *const says[] = {
        "6 Agustus 2020: 80 menit, 1 temuan tidak diketahui",
        "dijaga pada 4 dari 5 hari-unit",
        "Dinas Sosial, 3 Agustus 2020: batas 1 dari 5, direncanakan 1, masuk 2",
        "3 Agustus 2020 sampai dengan 9 Agustus 2020, mingguan (aturan 1",
        "hari kerja di rumah dihitung hari kerja",
        "menit terlambat                             20",
        "Data contoh, fiktif."};
    make_government();
    Ran ran = cli_run(RECAP LATER);
    EXPECT_INT(ran.code, 0);
    for (size_t i = 0; i < COUNT(says); i++) {
        ROW("%s", says[i]);
        EXPECT_HAS(ran.out, says[i]);
    }
}

FACT(what_changed_since_an_older_recap_is_told)
{
    RecapFacts facts = recap_facts();
    make_government();
    EXPECT_INT(cli_run(RECAP LATER "-o @old.rekap").code, 0);
    recap_check_in(&facts, "P1", 2, 440, "kantor");
    put_facts(&facts);
    Ran ran = cli_run(RECAP LATER "--old @old.rekap");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "P1, tidak hadir: 2 menjadi 1");
    EXPECT_HAS(ran.out, "P1, ada di kantor: 2 menjadi 3");
    ran = cli_run("recap --government @kota --from 2020-08-03 --to 2020-08-04 "
                  "--old @old.rekap");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "hari lain");
    ran = cli_run(RECAP "--old @kota/fakta.csv --lang en");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "line 1: this is no recap");
}

/* ---- files -------------------------------------------------------------- */

static Str cell(const Csv *csv, size_t row, const char *column)
{
    for (uint32_t c = 0; c < csv->rows.at[0].count; c++) {
        if (str_is(csv_field(&csv->rows.at[0], c), str_of(column)))
            return csv_field(&csv->rows.at[row], c);
    }
    return STR("no such column");
}

static void expect_people(const Csv *csv)
{
    if (!EXPECT_INT((int)csv->rows.count, 6)) return;
    EXPECT_STR(cell(csv, 1, "nip"), "198001012005011000");
    EXPECT_STR(cell(csv, 3, "nama"), "<b>\"Cici\" & 'D'");
    EXPECT_STR(cell(csv, 4, "nip"), "K-04");
    EXPECT_STR(cell(csv, 4, "nama"), "=1+1");
    EXPECT_STR(cell(csv, 1, "perangkat_daerah"), "Dinas Sosial");
    EXPECT_STR(cell(csv, 3, "unit_kerja"), "UPTD Panti");
}

FACT(a_table_reads_back_and_nothing_in_it_runs)
{
    Err err = {0};
    Csv csv;
    make_government();
    EXPECT_INT(cli_run(RECAP LATER "-o @r.csv").code, 0);
    Str text = cli_content("r.csv");
    if (!EXPECT(csv_read(cli_memory(), text, (CsvLimits){0}, &csv, &err)))
        return;
    expect_people(&csv);
    EXPECT_STR(cell(&csv, 1, "menit_terlambat"), "20");
    EXPECT_STR(cell(&csv, 2, "laporan_tidak_ada"), "3");
    EXPECT(str_find(text, STR(",=1+1"), 0) == SIZE_MAX);
    EXPECT_HAS(text, " =1+1");
    EXPECT(str_find(text, STR("'198"), 0) == SIZE_MAX);
}

/* A number would come back as 1.98001012005011E+17. */
FACT(a_nip_survives_a_spreadsheet)
{
    Err err = {0};
    Csv csv;
    make_government();
    EXPECT_INT(cli_run(RECAP LATER "-o @r.xlsx").code, 0);
    Str bytes = cli_content("r.xlsx");
    if (!EXPECT(xlsx_read(cli_memory(), bytes, &csv, &err))) {
        EXPECT_STR(err.text, "");
        return;
    }
    EXPECT_STR(csv_field(&csv.rows.at[1], 1), "198001012005011000");
    EXPECT_STR(cell(&csv, 1, "menit terlambat"), "20");
    EXPECT_INT(cli_run(RECAP LATER "-o @r.xlsx").code, 0);
    EXPECT_STR(cli_content("r.xlsx"), bytes);
}

static void expect_reports(const Csv *csv)
{
    if (!EXPECT_INT((int)csv->rows.count, 3)) return;
    EXPECT_STR(cell(csv, 1, "nip"), "198101012006011000");
    EXPECT_STR(cell(csv, 1, "tanggal"), "2020-08-03");
    EXPECT_STR(cell(csv, 1, "rencana_hasil_kerja"), "Verifikasi bantuan");
    EXPECT_STR(cell(csv, 1, "uraian"), "Dua berkas");
    EXPECT_STR(cell(csv, 1, "kuantitas"), "2");
    EXPECT_STR(cell(csv, 1, "satuan"), "berkas");
    EXPECT_STR(cell(csv, 1, "bukti"), "https://example.go.id/a");
    EXPECT_STR(cell(csv, 1, "status"), "diterima");
    EXPECT_STR(cell(csv, 2, "status"), "dilaporkan");
    EXPECT_STR(cell(csv, 2, "uraian"), "=HYPERLINK(\"http://x\")");
}

FACT(reports_for_e_kinerja_read_back_in_both_forms)
{
    Err err = {0};
    Csv csv;
    make_government();
    EXPECT_INT(cli_run(RECAP LATER "--kinerja @k.csv").code, 0);
    EXPECT_HAS(cli_content("k.csv"),
               "nip,tanggal,rencana_hasil_kerja,uraian,kuantitas,satuan,bukti,"
               "status\n");
    EXPECT(csv_read(cli_memory(), cli_content("k.csv"), (CsvLimits){0}, &csv,
                    &err));
    expect_reports(&csv);
    EXPECT_INT(cli_run(RECAP LATER "--kinerja @k.xlsx").code, 0);
    EXPECT(xlsx_read(cli_memory(), cli_content("k.xlsx"), &csv, &err));
    expect_reports(&csv);
}

FACT(the_page_is_escaped_and_carries_no_script)
{
    make_government();
    EXPECT_INT(cli_run(RECAP LATER "-o @r.html").code, 0);
    Str page = cli_content("r.html");
    EXPECT_HAS(page, "Pemerintah &lt;i&gt;Kota");
    EXPECT_HAS(page, "style-src 'sha256-");
    EXPECT_HAS(page, "Data contoh, fiktif.");
    EXPECT_HAS(page, "<b>Sidik jari</b>blake2b:");
    EXPECT_HAS(page, "<i class=\"chip k\">K</i> Kantor ");
    EXPECT(str_find(page, STR("<i>"), 0) == SIZE_MAX);
    EXPECT(str_find(page, STR("<script"), 0) == SIZE_MAX);
    EXPECT(str_find(page, STR(" style="), 0) == SIZE_MAX);
    EXPECT_INT(cli_run(RECAP LATER "--lang en -o @r.html").code, 0);
    EXPECT_HAS(cli_content("r.html"), "<html lang=en>");
}

FACT(both_commands_have_help_in_both_languages)
{
    static const char *const lines[] = {"help day", "help recap",
                                        "day --help --lang en",
                                        "recap --help --lang en"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        ROW("%s", lines[i]);
        Ran ran = cli_run(lines[i]);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, "tatakerja ");
    }
}
