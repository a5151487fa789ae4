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
    {9, "$S", "hubungi",      "pegawai=$P",                                        NULL           },
    {0, "$S", "koreksi",      "pegawai=$M;tentang=$1;kata=batal;isi=x",
     "another person"                                                                             },
    {0, "$B", "tanda tangan", "pegawai=$P;tentang=$1;hal=koreksi;kata=berlaku",
     "with their text"                                                                            },
    {0, "$O", "tanda tangan", "pegawai=$P;tentang=$1;hal=koreksi;kata=usul",
     "may not"                                                                                    },
};

#define CLOSED   "recap of that day is closed"
#define PROPOSES "pegawai=$P;tentang=$1;hal=koreksi;kata=usul;isi="
#define STRIKES  "pegawai=$P;tentang=$1;kata=batal;isi=keliru"

static const AppRow after_a_recap[] = {
    {0, "$S", "koreksi",      STRIKES,                                       CLOSED                   },
    {0, "$S", "tanda tangan", "pegawai=$P;tentang=$1;hal=koreksi;kata=usul",
     "kata: must be given"                                                                            },
    {0, "$S", "tanda tangan", PROPOSES "keliru",                             "say the correction"     },
    {0, "$S", "tanda tangan", PROPOSES "kata=ganti|isi=x",                   "fill in dari"           },
    {0, "$S", "tanda tangan", PROPOSES "kata=batal|pegawai=$M|isi=x",
     "say the correction"                                                                             },
    {0, "$P", "tanda tangan",
     "pegawai=$P;tentang=$9;hal=koreksi;kata=usul;isi=kata=batal|isi=x",     "somebody else recorded" },
    {0, "$S", "tanda tangan", PROPOSES "kata=ganti|dari=07.20|isi=keliru",
     NULL                                                                                             },
    {0, "$H", "koreksi",      STRIKES,                                       CLOSED                   },
    {0, "$S", "tanda tangan", PROPOSES "kata=batal|isi=keliru",              NULL                     },
    {0, "$S", "koreksi",      STRIKES,                                       CLOSED                   },
    {0, "$H", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=lain",   CLOSED                   },
    {4, "$H", "koreksi",      STRIKES,                                       NULL                     },
 /* used up, and so is the older one */
    {0, "$H", "koreksi",      STRIKES,                                       CLOSED                   },
    {0, "$H", "koreksi",
     "pegawai=$P;tentang=$1;kata=ganti;dari=07.20;isi=keliru",               CLOSED                   },
 /* what two have done, one does not undo */
    {0, "$S", "koreksi",      "pegawai=$P;tentang=$4;kata=batal;isi=x",      CLOSED                   },
    {0, "$H", "tanda tangan",
     "pegawai=$P;tentang=$4;hal=koreksi;kata=usul;isi=kata=batal|isi=x",     NULL                     },
    {0, "$S", "koreksi",      "pegawai=$P;tentang=$4;kata=batal;isi=x",      NULL                     },
    {0, "$S", "cuti",
     "pegawai=$P;kata=sakit;mulai=2020-07-29;sampai=2020-08-03",             "noted for them any more"},
    {0, "$S", "cuti",
     "pegawai=$P;kata=sakit;mulai=2020-07-30;sampai=2020-08-03",             NULL                     },
};

/* Said before the days that are closed, and counting on them. */
static const AppRow ahead[] = {
    {1, "$S", "cuti",           "pegawai=$P;mulai=2020-08-03;sampai=2020-08-05;kata=cuti",
     NULL                                                                                      },
    {2, "$M", "izin ke kantor",
     "pegawai=$M;isi=x;mulai=2020-08-04;sampai=2020-08-04",                                NULL},
    {3, "$S", "putusan",        "pegawai=$M;tentang=$2;kata=setuju",                       NULL},
    {4, "$H", "irama laporan",  "unit=$U;kata=mingguan",                                   NULL},
    {5, "$S", "cuti",           "pegawai=$P;mulai=2020-08-10;sampai=2020-08-11;kata=cuti",
     NULL                                                                                      },
};

static const AppRow ahead_closed[] = {
    {0, "$S", "koreksi", "pegawai=$P;tentang=$1;kata=batal;isi=x", CLOSED},
    {0, "$S", "koreksi", "pegawai=$M;tentang=$3;kata=batal;isi=x", CLOSED},
    {0, "$H", "koreksi", "unit=$U;tentang=$4;kata=batal;isi=x",    CLOSED},
    {0, "$S", "koreksi", "pegawai=$P;tentang=$5;kata=batal;isi=x", NULL  },
};

static void close_recap(AppWorld *w, const char *days)
{
    Err err = {0};
    Receipt receipt = {0};
    Str none = {0};
    Fact recap = app_world_fact(w, "$H", "rekap ditutup", days, &none);
    recap.number = 1;
    recap.evidence = STR("x");
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
    close_recap(w, "mulai=2020-07-27;sampai=2020-07-31");
    app_world_play_all(w, after_a_recap, COUNT(after_a_recap));
    app_world_close(w);
}

FACT(what_counts_on_a_closed_day_is_corrected_by_two_whenever_it_was_said)
{
    AppWorld *w = app_world_open("ahead");
    app_world_play_all(w, ahead, COUNT(ahead));
    close_recap(w, "mulai=2020-08-03;sampai=2020-08-07");
    app_world_play_all(w, ahead_closed, COUNT(ahead_closed));
    app_world_close(w);
}

static const AppRow taken_out_twice[] = {
    {1, "$P", "izin ke kantor",
     "pegawai=$P;isi=Ambil berkas;mulai=2020-07-31;sampai=2020-07-31",         NULL},
    {2, "$S", "putusan",        "pegawai=$P;tentang=$1;kata=tolak",            NULL},
    {3, "$S", "koreksi",        "pegawai=$P;tentang=$2;kata=batal;isi=keliru", NULL},
    {0, "$S", "koreksi",        "pegawai=$P;tentang=$3;kata=batal;isi=benar",  NULL},
    {0, "$S", "putusan",        "pegawai=$P;tentang=$1;kata=setuju",
     "decided already"                                                             },
};

FACT(a_correction_that_was_taken_out_takes_nothing_out)
{
    AppWorld *w = app_world_open("twice");
    app_world_play_all(w, taken_out_twice, COUNT(taken_out_twice));
    app_world_close(w);
}

/* What others recorded, and the person's attempt to take it out. */
static const AppRow of_others[] = {
    {1,  "$S", "terlihat di luar", "pegawai=$P;kata=rumah;isi=pasar",                   NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$1;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {2,  "$S", "hubungi",          "pegawai=$P",                                        NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$2;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$2;kata=ganti;isi=x;dari=05.00",
     "somebody else recorded"                                                               },
    {3,  "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-07-30;sampai=2020-07-30",                             NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$3;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {4,  "$P", "laporan",          "pegawai=$P;isi=x;saluran=web",                      NULL},
    {5,  "$S", "tinjauan",         "pegawai=$P;tentang=$4;kata=kembalikan;isi=x",       NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$5;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {6,  "$C", "masuk",            "pegawai=$P;kata=rumah",                             NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$6;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {7,  "$S", "koreksi",          "pegawai=$P;tentang=$4;kata=batal;isi=x",            NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$7;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {8,  "$P", "izin keluar",      "pegawai=$P;kata=lain;saluran=web",                  NULL},
    {9,  "$S", "putusan",          "pegawai=$P;tentang=$8;kata=tolak",                  NULL},
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$9;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {0,  "$P", "koreksi",          "pegawai=$P;tentang=$8;kata=batal;isi=x",            NULL},
    {10, "$H", "penyimpangan",
     "pegawai=$S;mulai=2020-07-31;sampai=2020-07-31;kata=kantor;isi=x",                 NULL},
    {0,  "$S", "koreksi",          "pegawai=$S;tentang=$10;kata=batal;isi=x",
     "somebody else recorded"                                                               },
    {0,  "$S", "koreksi",          "pegawai=$P;tentang=$1;kata=batal;isi=keliru",       NULL},
};

FACT(what_others_recorded_is_not_taken_out_by_whom_it_is_about)
{
    AppWorld *w = app_world_open("others");
    app_world_play_all(w, of_others, COUNT(of_others));
    app_world_close(w);
}
