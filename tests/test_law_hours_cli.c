/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_hours_cli.c - hours of letters and of their clauses, as 'law' tells
 * the day on which they begin, end or are changed.
 */
#include "cli_run.h"
#include "harness.h"

#include <sys/stat.h>

static const char units[] =
    "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,hari_kerja\n"
    "kota,Pemerintah Kota,,pemerintah,,,5\n"
    "dinas,Dinas Contoh,kota,dinas,ya,ya,5\n";
static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan\n"
    "A,,,Ani,PNS,dinas,Kepala Dinas,struktural\n";
static const char posts[] =
    "kode,nama,unit,eselon,peran,kepala,pemangku,status\n"
    "P1,Kepala Dinas Contoh,dinas,II.b,kepala dinas,ya,A,definitif\n";
static const char status[] =
    "status,wilayah,mulai,sampai,diketahui,sumber\n"
    "Kabut,Kota Contoh,2020-08-03,2020-08-31,2020-08-01,BPBD\n";
static const char conf[] = "kode = contoh;\nnama = \"Kota Contoh\";\n"
                           "wilayah = \"Kota Contoh\";\njenis = kota;\n"
                           "zona = WIB;\n";

#define LETTER(number, dates, body)                                    \
    "surat edaran " number "/G\ntentang \"jam\"\npenerbit Wali Kota\n" \
    "ditetapkan 1 Agustus 2020\n" dates "\nbagi seluruh pegawai\n" body

static const char first[] =
    LETTER("1", "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020",
           "\naturan 1 \"tempat\"\n(1) Pegawai wajib di rumah.\n"
           "(2) Rapat diadakan secara daring.\n");
static const char second[] =
    "surat edaran 2/G\ntentang \"ubah\"\npenerbit Wali Kota\n"
    "ditetapkan 5 Agustus 2020\nberlaku sejak 5 Agustus 2020 pukul 11.30\n"
    "mengubah surat edaran 1/G\n\naturan 1 ayat (1) diubah menjadi:\n"
    "(1) Pegawai wajib di kantor.\n";
static const char third[] =
    LETTER("3",
           "berlaku selama status \"Kabut\" di Kota Contoh sampai dengan "
           "6 Agustus 2020 pukul 09.05",
           "\naturan 1 \"kabut\"\n(1) Apel ditiadakan.\n");
static const char fourth[] =
    LETTER("4",
           "berlaku 7 Agustus 2020 pukul 13.00 sampai dengan 14 Agustus "
           "2020",
           "mencabut surat edaran 1/G\n\naturan 1 \"lagi\"\n"
           "(1) Pegawai wajib di kantor.\n");

static void put_all(void)
{
    static const char *const folders[] = {"g", "g/register", "g/letters"};
    for (size_t i = 0; i < COUNT(folders); i++)
        EXPECT(mkdir(cli_path(folders[i]), 0777) == 0);
    cli_put("g/government.conf", conf);
    cli_put("g/status.csv", status);
    cli_put("g/register/units.csv", units);
    cli_put("g/register/people.csv", people);
    cli_put("g/register/posts.csv", posts);
    cli_put("g/letters/1.edaran", first);
    cli_put("g/letters/2.edaran", second);
    cli_put("g/letters/3.edaran", third);
    cli_put("g/letters/4.edaran", fourth);
}

static const struct {
    const char *call, *said;
} rows[] = {
    {"law --government @g --on 2020-08-05",
     "(1): Pegawai wajib di rumah. [sampai pukul 11.30]\n"              },
    {"law --government @g --on 2020-08-05",
     "(1): Pegawai wajib di kantor. [mulai pukul 11.30] [dengan 2/G]\n" },
    {"law --government @g --on 2020-08-05",
     "(2): Rapat diadakan secara daring.\n"                             },
    {"law --government @g --on 2020-08-05 --lang en",
     "(1): Staff must be at home. [until 11.30]\n"                      },
    {"law --government @g --on 2020-08-05 --lang en",
     "(1): Staff must be in the office. [from 11.30] [by 2/G]\n"        },
 /* as known on the day before it is not changed */
    {"law --government @g --on 2020-08-05 --known 2020-08-04",
     "(1): Pegawai wajib di rumah.\n"                                   },
    {"law --government @g --on 2020-08-06",
     "(1): Pegawai wajib di kantor. [dengan 2/G]\n"                     },
    {"law --government @g --on 2020-08-06",
     "berlaku 3 Agustus 2020 sampai dengan 6 Agustus 2020 pukul 09.05\n"},
 /* the letter that is revoked and the one that revokes it */
    {"law --government @g --on 2020-08-07",
     "berlaku 3 Agustus 2020 sampai dengan 7 Agustus 2020 pukul 13.00\n"},
    {"law --government @g --on 2020-08-07 --lang en",
     "in force 7 August 2020 at 13.00 to 14 August 2020\n"              },
};

FACT(law_tells_hours_and_both_halves_of_a_day_that_turns)
{
    put_all();
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].call);
        Ran ran = cli_run(rows[i].call);
        EXPECT_INT(ran.code, 0);
        EXPECT_STR(ran.err, "");
        EXPECT_HAS(ran.out, rows[i].said);
    }
}
