/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_shifts_cli.c - shifts and restricted leave as one sees them on the
 * command line.
 */
#include "base/buf.h"
#include "cli_run.h"
#include "harness.h"
#include "register/xlsx.h"

#include <sys/stat.h>
#include <unistd.h>

static const char units[] =
    "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,hari_kerja\n"
    "kota,Pemerintah Kota,,pemerintah,,,5\n"
    "dinas,Dinas Contoh,kota,dinas,ya,ya,5\n";
static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan\n"
    "H,,,Hana,PNS,dinas,Kepala Dinas,struktural\n"
    "A,,,Ani,PNS,dinas,Analis,fungsional\n"
    "B,,,Budi,PNS,dinas,Petugas,pelaksana\n"
    "C,,,Citra,PNS,dinas,Analis,fungsional\n";
static const char posts[] =
    "kode,nama,unit,eselon,peran,kepala,pemangku,status\n"
    "P1,Kepala Dinas Contoh,dinas,II.b,kepala dinas,ya,H,definitif\n";
static const char absences[] = "pegawai,jenis,mulai,sampai,dicatat,urgensi\n"
                               "A,cuti,2020-08-06,2020-08-06,2020-07-01,\n"
                               "B,cuti,2020-08-07,2020-08-07,2020-07-01,"
                               "anak menikah\n";
static const char letter[] =
    "surat edaran 1/G\ntentang \"gelombang\"\npenerbit Wali Kota\n"
    "ditetapkan 20 Juli 2020\n"
    "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n"
    "bagi seluruh pegawai\n\naturan 1 \"gelombang\"\n"
    "(1) Pegawai wajib di kantor.\n"
    "(2) Pegawai di kantor wajib bekerja dalam 2 gelombang pukul 07.30-12.00 "
    "dan pukul 12.00-16.00.\n"
    "(3) Pegawai wajib bekerja dalam gelombang.\n"
    "(4) Cuti ditunda, kecuali untuk keperluan mendesak.\n";

static void folder(const char *name)
{
    EXPECT(mkdir(cli_path(name), 0777) == 0);
}

static void put_all(const char *text)
{
    if (access(cli_path("g"), F_OK) != 0) {
        folder("g");
        folder("g/register");
        folder("g/letters");
    }
    cli_put("g/government.conf", "kode = contoh;\nnama = \"Kota Contoh\";\n"
                                 "wilayah = \"Kota Contoh\";\njenis = kota;\n"
                                 "zona = WIB;\n");
    cli_put("g/register/units.csv", units);
    cli_put("g/register/people.csv", people);
    cli_put("g/register/posts.csv", posts);
    cli_put("g/register/absences.csv", absences);
    cli_put("g/letters/1.edaran", text);
}

static const struct {
    const char *call, *said;
} rows[] = {
    {"check @g/letters/1.edaran --types",                     "aturan 1 ayat (2)      dihitung"},
    {"check @g/letters/1.edaran --types",                     "aturan 1 ayat (3).\n"           },
    {"check @g/letters/1.edaran --types",                     "aturan 1 ayat (4)      dihitung"},
    {"check @g/letters/1.edaran --government @g",
     "cuti A pada 6 Agustus 2020 tetap berlaku, padahal dibatasi oleh aturan 1 "
     "ayat (4) SE 1/G"                                                                         },
    {"roster --government @g -o @g/j.csv",
     "gelombang: 38 hari pegawai; selisih antargelombang seorang pegawai "
     "paling banyak 1\n"                                                                       },
    {"verify @g/j.csv --government @g",                       "terbukti"                       },
    {"day A --government @g --on 2020-08-03",
     "gelombang 2 dari 2, pukul 12.00-16.00\n"                                                 },
    {"day A --government @g --on 2020-08-03 --lang en",
     "shift 2 of 2, at 12.00-16.00\n"                                                          },
    {"day A --government @g --on 2020-08-04",                 "gelombang 1 dari 2"             },
    {"day A --government @g --on 2020-08-04 --plan @g/j.csv",
     "gelombang 1 dari 2"                                                                      },
    {"explain A 2020-08-03 --government @g",
     "gelombang 2 dari 2, pukul 12.00–16.00, menurut aturan 1 ayat (2) SE 1/G"               },
    {"explain A 2020-08-03 --government @g --lang en",
     "shift 2 of 2, at 12.00–16.00, by rule 1 paragraph (2)"                                 },
    {"day A --government @g --on 2020-08-06",
     "cuti: perlu ditanyakan [dicatat]"                                                        },
    {"day B --government @g --on 2020-08-07",
     "cuti: diperbolehkan [dijalankan]"                                                        },
};

FACT(shifts_and_leave_are_told_on_the_command_line)
{
    put_all(letter);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].call);
        Ran ran = cli_run(rows[i].call);
        Buf all = buf_in(cli_memory());
        buf_put(&all, ran.out);
        buf_put(&all, ran.err);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(buf_str(&all), rows[i].said);
    }
}

/* Cells of the page and of the spreadsheet, whose texts are in one part. */
FACT(files_of_a_roster_show_the_shifts)
{
    Err err = {0};
    Csv sheet;
    put_all(letter);
    EXPECT_INT(cli_run("roster --government @g -o @g/j.html").code, 0);
    EXPECT_INT(cli_run("roster --government @g -o @g/j.xlsx").code, 0);
    Str page = cli_content("g/j_files/dinas.html");
    EXPECT_HAS(page, ">K2");
    EXPECT_HAS(page, "Angka: gelombang");
    EXPECT_HAS(page, "1 pukul 07.30–12.00, 2 pukul 12.00–16.00");
    EXPECT_HAS(page, "Angka di belakang huruf: gelombang hari itu.");
    EXPECT(xlsx_read(cli_memory(), cli_content("g/j.xlsx"), &sheet, &err));
    EXPECT_STR(csv_field(&sheet.rows.at[2], 5), "K2");
    EXPECT_STR(csv_field(&sheet.rows.at[2], 6), "K1");
    EXPECT_STR(csv_field(&sheet.rows.at[2], 8), "C");
}

/* A letter that sets shifts and places nobody. */
FACT(who_works_as_usual_has_a_shift_too)
{
    put_all("surat edaran 1/G\ntentang \"gelombang\"\npenerbit Wali Kota\n"
            "ditetapkan 20 Juli 2020\n"
            "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n"
            "bagi seluruh pegawai\n\naturan 1 \"gelombang\"\n"
            "(1) Pegawai wajib bekerja dalam 2 gelombang pukul 07.30-12.00 dan "
            "pukul 12.00-16.00.\n");
    Ran ran = cli_run("day A --government @g --on 2020-08-03");
    EXPECT_HAS(ran.out, "bekerja biasa");
    EXPECT_HAS(ran.out, "gelombang 2 dari 2, pukul 12.00-16.00");
    EXPECT_HAS(ran.out, "tidak ada temuan");
}
