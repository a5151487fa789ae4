/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_unit_day_cli.c - `day --unit` as a user calls it.
 */
#include "cli_run.h"
#include "harness.h"

#define BALIKPAPAN "day --government examples/balikpapan --on 2020-08-06 "
#define BONTANG    "day --government examples/bontang --on 2020-04-15 "

static const struct {
    const char *line;
    int code;
    const char *says;
} told[] = {
    {BALIKPAPAN "--unit kel-gunung-bahagia",                    0,
     "penutupan: ditutup (hari ke 1, dari 4) [dicatat] aturan 5 ayat (1)"                                 },
    {BALIKPAPAN "--unit kel-gunung-bahagia",                    0,
     "Dibuka kembali pada Senin, 10 Agustus 2020."                                                        },
    {BALIKPAPAN "--unit kel-gunung-bahagia --lang en",          0,
     "It opens again on Monday, 10 August 2020."                                                          },
    {BALIKPAPAN "--unit kel-gunung-bahagia",                    0,
     "tanpa presensi dan laporan, 26: B11295"                                                             },
    {BALIKPAPAN "--unit kel-gunung-bahagia",                    0, " dan 6 lagi\n"                        },
    {BONTANG "--unit disdukcapil",                              0,
     "Dinas Kependudukan dan Pencatatan Sipil, dengan semua di bawahnya\n"                                },
    {BONTANG "--unit disdukcapil",                              0,
     "loket L001 Loket Pendaftaran Penduduk: tanpa petugas (perlu 3, siap "
     "8, hadir 0, pukul 08.00-14.00) [pelanggaran] aturan 5 ayat (1)"                                     },
    {BONTANG "--unit disdukcapil --lang en",                    0,
     "counter L001 Loket Pendaftaran Penduduk: without officers (needed 3, "
     "ready 8, there 0, 08.00-14.00) [breach] rule 5 paragraph (1)"                                       },
    {BONTANG "--unit disdukcapil --known 2020-04-15",           0,
     "evaluasi sebelum berakhir (hari 6)"                                                                 },
    {BONTANG "--unit disdukcapil --known 2020-04-16",           0,
     "\n  tidak hadir, 45: B01052 "                                                                       },
    {BONTANG "--unit disdukcapil --known 2020-04-16 --lang en", 0,
     "\n  absent, 45: B01052 "                                                                            },
    {BONTANG "B01052",                                          0, "Bawahan langsung:\n  tanpa presensi, "},
    {BONTANG "B01052 --lang en",                                0, "Direct subordinates:\n  no check-in, "},
    {BONTANG "--unit disdukapil",                               1, "'Disdukcapil'"                        },
    {BONTANG "--unit disdukapil --lang en",                     1, "no unit is"                           },
    {BONTANG "--unit zzzz",                                     1,
     "tidak ada unit bernama 'zzzz' atau yang mirip; sebut kode atau nama "
     "dalam register/units.csv, misalnya 'setda' (Sekretariat Daerah)"                                    },
    {BONTANG "--unit zzzz --lang en",                           1, "such as 'setda'"                      },
    {BONTANG "--unit Sekretariat",                              1, "beberapa unit bernama"                },
    {BONTANG "--unit disdukcapil B01064",                       2, "sebut pegawai atau --unit"            },
};

FACT(the_day_of_a_unit_is_told_in_words)
{
    for (size_t i = 0; i < COUNT(told); i++) {
        ROW("%s", told[i].line);
        Ran ran = cli_run(told[i].line);
        EXPECT_INT(ran.code, told[i].code);
        EXPECT_HAS(told[i].code == 0 ? ran.out : ran.err, told[i].says);
    }
}

FACT(the_notice_of_a_closure_stands_only_under_a_closed_unit)
{
    Ran ran = cli_run(BALIKPAPAN "--unit dispusip");
    EXPECT_INT(ran.code, 0);
    EXPECT(str_find(ran.out, STR("PENGUMUMAN"), 0) == SIZE_MAX);
}
