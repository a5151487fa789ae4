/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Corrections: of whom, when, and by how many.
 */
#include "app_world.h"
#include "harness.h"

/* ---- corrections --------------------------------------------------------- */

static const AppRow of_corrections[] = {
    {1, "$P", "masuk",        "pegawai=$P;kata=rumah;saluran=web",                 NULL           },
    {2, "$C", "masuk",        "pegawai=$P;kata=rumah;hari=2020-07-29",             NULL           },
    {3, "$P", "koreksi",      "pegawai=$P;tentang=$1;kata=ganti;isi=x;dari=07.20",
     NULL                                                                                         },
    {0, "$P", "koreksi",      "pegawai=$P;tentang=$1;kata=ganti;isi=x",
     "fill in dari"                                                                               },
    {0, "$P", "koreksi",      "pegawai=$P;tentang=$1;kata=batal",                  "must be given"},
    {0, "$P", "koreksi",      "pegawai=$P;tentang=$3;kata=ganti;isi=x;dari=07.20",
     "is not changed"                                                                             },
    {0, "$P", "koreksi",      "pegawai=$P;tentang=$2;kata=batal;isi=x",
     "ask the direct superior"                                                                    },
    {0, "$S", "koreksi",      "pegawai=$P;tentang=$2;kata=batal;isi=x",            NULL           },
    {0, "$M", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=x",            "may not"      },
    {0, "$S", "koreksi",      "pegawai=$M;tentang=$1;kata=batal;isi=x",
     "another person"                                                                             },
    {0, "$B", "tanda tangan", "pegawai=$P;tentang=$1;hal=koreksi;kata=berlaku",
     "with their text"                                                                            },
    {0, "$O", "tanda tangan", "pegawai=$P;tentang=$1;hal=koreksi;kata=usul",
     "may not"                                                                                    },
};

static const AppRow after_a_recap[] = {
    {0, "$S", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=x",
     "recap of that day is closed"                                               },
    {0, "$S", "tanda tangan", "pegawai=$P;tentang=$1;hal=koreksi;kata=usul",
     NULL                                                                        },
    {0, "$S", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=x",
     "recap of that day is closed"                                               },
    {0, "$H", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=x",      NULL},
};

static void close_recap(AppWorld *w)
{
    Err err = {0};
    Receipt receipt = {0};
    Str none = {0};
    Fact recap = app_world_fact(
        w, "$H", "rekap ditutup",
        "mulai=2020-07-27;sampai=2020-07-31;jumlah=1;bukti=x", &none);
    recap.unit = STR("disdukcapil");
    recap.zone = ZONE_WITA;
    recap.day = w->record.today;
    Intent intent = {
        .government = STR("paser"), .facts = &recap, .fact_count = 1};
    if (!store_write(w->store, &intent, &receipt, &err))
        EXPECT_STR(err.text, "");
}

FACT(corrections_are_ones_own_that_day_then_a_superiors_then_of_two)
{
    AppWorld *w = app_world_open("corrections");
    app_world_play_all(w, of_corrections, COUNT(of_corrections));
    close_recap(w);
    app_world_play_all(w, after_a_recap, COUNT(after_a_recap));
    app_world_close(w);
}

static const AppRow taken_out_twice[] = {
    {1, "$P", "izin ke kantor",
     "pegawai=$P;isi=Ambil berkas;mulai=2020-07-31;sampai=2020-07-31", NULL},
    {2, "$S", "putusan", "pegawai=$P;tentang=$1;kata=tolak", NULL},
    {3, "$S", "koreksi", "pegawai=$P;tentang=$2;kata=batal;isi=keliru", NULL},
    {0, "$S", "koreksi", "pegawai=$P;tentang=$3;kata=batal;isi=benar", NULL},
    {0, "$S", "putusan", "pegawai=$P;tentang=$1;kata=setuju",
     "decided already"},
};

FACT(a_correction_that_was_taken_out_takes_nothing_out)
{
    AppWorld *w = app_world_open("twice");
    app_world_play_all(w, taken_out_twice, COUNT(taken_out_twice));
    app_world_close(w);
}
