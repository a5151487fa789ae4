/*
 * test_register_import.c - tables in, a register or all faults out.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "tables.h"

#define UNITS_HEADER                                                     \
    "kode,nama,singkatan,alias,induk,jenis,perangkat_daerah,unit_kerja," \
    "layanan,bagian_pelayanan,jam_24,hari_kerja,wilayah,gedung,mulai,"   \
    "sampai\n"
#define UNITS                                                             \
    UNITS_HEADER                                                          \
    "kota,Pemerintah Kota,,,,pemerintah,,,,,,,,,,\n"                      \
    "dinkes,Dinas Kesehatan,Dinkes,Dinas Kes|Kesehatan,kota,dinas,ya,ya," \
    "esensial,,tidak,5,,,,\n"                                             \
    "yankes,Bidang Pelayanan,,,dinkes,bidang,tidak,tidak,,ya,,5,,,,\n"    \
    "pkm,Puskesmas Kota,,,dinkes,puskesmas,,ya,layanan langsung,,ya,6,,,,\n"
#define PEOPLE_HEADER                                                     \
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan," \
    "petugas_lapangan,mulai,sampai\n"
#define PEOPLE                                                          \
    PEOPLE_HEADER                                                       \
    "A1,198609262015051000,,\"Siti Aminah, S.K.M.\",PNS,dinkes,Kepala " \
    "Dinas,struktural,,,\n"                                             \
    "A2,,T-7,Budi,TKD,yankes,Operator,pelaksana,ya,2020-01-01,\n"       \
    "A3,,,Caca,PPPK,Puskesmas Kota,Perawat,fungsional,,,\n"
#define POSTS_HEADER \
    "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
#define POSTS                                                             \
    POSTS_HEADER                                                          \
    "P2,Kepala Bidang Pelayanan,yankes,III.b,kepala bidang,ya,,,,\n"      \
    "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,A1,definitif," \
    "2019-01-01,\n"                                                       \
    "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,A2,plh,"       \
    "2020-03-01,2020-03-05\n"

FACT(our_own_tables_are_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                      [TABLE_UNITS] = UNITS,
                                      [TABLE_PEOPLE] = PEOPLE,
                                      [TABLE_POSTS] = POSTS,
                                  });
    if (!EXPECT(t.made)) return;
    const Unit *pkm = &t.r.units[tables_unit(&t, "pkm").index];
    EXPECT_INT(t.r.unit_count, 4);
    EXPECT(pkm->round_clock && pkm->work_unit && !pkm->agency);
    EXPECT_INT(pkm->week, 6);
    EXPECT_INT(pkm->service, SERVICE_DIRECT);
    EXPECT_INT(pkm->section, SECTION_UNSAID);
    EXPECT_INT(t.r.units[tables_unit(&t, "yankes").index].section,
               SECTION_SERVICE);
    EXPECT_INT(t.r.post_count, 2);
    EXPECT_STR(t.r.posts[0].code, "P1"); /* by unit */
    EXPECT_INT(t.r.posts[0].echelon, 'b');
    EXPECT_INT(t.r.holding_count, 2);
    const Person *budi = &t.r.people[tables_person(&t, "A2").index];
    EXPECT_STR(budi->local, "T-7");
    EXPECT(budi->field);
    EXPECT_INT(budi->kind, STAFF_TKD);
    EXPECT_STR(t.r.people[0].name, "Siti Aminah, S.K.M.");
    EXPECT_INT(t.r.people[2].unit.index, tables_unit(&t, "pkm").index);
    EXPECT_INT(t.r.people[2].rank, RANK_FUNGSIONAL);
    EXPECT_STR(tables_remarks(tmp, &t),
               "impor-11: 1 units serve 24 hours in an office week (5 or 6 "
               "days): their shifts are not rostered here: Puskesmas Kota\n"
               "impor-06: 1 units without a head post: Puskesmas Kota\n"
               "impor-10: 1 parts of units whose head post is vacant: "
               "Bidang Pelayanan\n");
}

/* --- heads ---------------------------------------------------------------- */

static const struct {
    const char *fact, *units, *people, *posts;
    const char *fault;  /* expected, or NULL */
    const char *remark; /* expected words, or NULL */
} leaders[] = {
    {"the post of an agency was deleted",           UNITS,                                              PEOPLE,                            POSTS_HEADER,
     "kepala-tidak-ada|units.csv|3|2|nama|Dinas Kesehatan|Kepala Dinas "
     "Kesehatan",                                                                                                                                                                                                                    NULL                                   },
    {"an agency of nobody",
     UNITS "kec,Kecamatan Baamang,,,kota,kecamatan,ya,"
           "ya,,,,,,,,\n",                                                                              PEOPLE,                            POSTS,
     "kepala-tidak-ada|units.csv|6|2|nama|Kecamatan Baamang|Camat Baamang",                                                                                                                                                          NULL                                   },
    {"a unit kerja of two, one of them in a seksi",
     UNITS "ugd,UGD,,,pkm,seksi,,,,,,,,,,\n",                                                           PEOPLE "A4,,,Dewi,PNS,ugd,,,,,\n",
     POSTS,                                                                                                                                              "kepala-tidak-ada|units.csv|5|2|nama|Puskesmas Kota|Kepala Puskesmas Kota",
     NULL                                                                                                                                                                                                                                                                   },
    {"a unit kerja of one",                         UNITS,                                              PEOPLE,                            POSTS,        NULL,
     "impor-06: 1 units without a head post: Puskesmas Kota"                                                                                                                                                                                                                },
    {"a bidang",                                    UNITS "sdm,Bidang SDM,,,dinkes,bidang,,,,,,,,,,\n",
     PEOPLE "A4,,,Dewi,PNS,sdm,,,,,\nA5,,,Eka,PNS,sdm,,,,,\n",                                                                             POSTS,        NULL,
     "impor-06: 2 units without a head post: Puskesmas Kota, Bidang SDM"                                                                                                                                                                                                    },
    {"the post of an agency is vacant",             UNITS,                                              PEOPLE,
     POSTS_HEADER "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,,,,\n",
     NULL,                                                                                                                                                                                                                           "impor-07: 1 agencies or units kerja whose head post is vacant; fill in "
     "its holder in posts.csv, or an acting one (plt): Dinas Kesehatan"                                                                                                                                                                                           },
    {"somebody acts",                               UNITS,                                              PEOPLE,
     POSTS_HEADER "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,A2,"
                  "plt,,\n",                                                                                                                             NULL,                                                                       "impor-06: 2 units without a head post"},
    {"no posts are given",                          UNITS,                                              PEOPLE,                            NULL,         NULL,                                                                       "impor-0"                              },
};

FACT(an_agency_has_a_head_post)
{
    for (size_t i = 0; i < COUNT(leaders); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        ROW("%s", leaders[i].fact);
        Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                          [TABLE_UNITS] = leaders[i].units,
                                          [TABLE_PEOPLE] = leaders[i].people,
                                          [TABLE_POSTS] = leaders[i].posts,
                                      });
        EXPECT(t.made == (leaders[i].fault == NULL));
        if (leaders[i].remark != NULL)
            EXPECT_HAS(tables_remarks(tmp, &t), leaders[i].remark);
        if (leaders[i].fault == NULL) continue;
        EXPECT_COUNT(t.faults.count, 1);
        if (t.faults.list.count > 0)
            EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
                       leaders[i].fault);
    }
}

FACT(a_vacant_head_post_is_a_warning)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){
                 [TABLE_UNITS] = UNITS,
                 [TABLE_PEOPLE] = PEOPLE,
                 [TABLE_POSTS] = POSTS_HEADER
                 "P1,Kepala Dinas,dinkes,II.b,kepala dinas,ya,,,,\n",
             });
    EXPECT(t.made);
    EXPECT_COUNT(t.remarks.warnings, 1);
}

FACT(the_other_tables_are_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp,
        (const char *[TABLE_COUNT]){
            [TABLE_UNITS] = UNITS,
            [TABLE_PEOPLE] = PEOPLE,
            [TABLE_ABSENCES] = "pegawai,jenis,mulai,sampai,dicatat\n"
                               "A1,sakit,2020-05-01,2020-05-03,\n"
                               "A1,cuti,2020-03-01,2020-03-05,2020-02-01\n",
            [TABLE_MARKS] = "pegawai,tanda,mulai,sampai,dicatat,oleh\n"
                            "T-7,wajib di rumah,2020-03-01,,,A1\n"
                            "A3,rumahnya terendam,,,,\n",
            [TABLE_COUNTERS] = "kode,nama,unit,jenis,hari,buka,tutup,"
                               "kebutuhan,petugas,mulai,sampai\n"
                               "L1,Loket 1,pkm,loket,Senin-Sabtu,07.30,"
                               "14.00,2,A3 A2  A3,,\n",
            [TABLE_EVENTS] = "jenis,unit,pegawai,mulai,sampai,pukul,"
                             "diketahui,alasan,prioritas,urgensi,"
                             "persetujuan\n"
                             "rapat,,A1,2020-08-05,,09.00-11.00,2020-08-01,"
                             "anggaran,,,A1\n"
                             "penutupan,pkm,,2020-08-04,,,,,,,\n",
            [TABLE_STATUSES] = "status,wilayah,mulai,sampai,diketahui,"
                               "sumber,diandaikan\n"
                               "PPKM Mikro,Kotim,2021-07-19,2021-08-02,,"
                               "berita,ya\n",
        });
    if (!EXPECT(t.made)) return;
    EXPECT_INT(t.r.absence_count, 2);
    EXPECT_INT(t.r.absences[0].kind, ABSENCE_CUTI); /* by first day */
    EXPECT(date_is(t.r.absences[1].known, DATE_ALWAYS));
    EXPECT_INT(t.r.marks[0].effect, MARK_MUST_HOME);
    EXPECT_COUNT(t.r.counters[0].staff_count, 2);
    EXPECT_INT(t.r.counters[0].staff[0].index, 1);
    EXPECT_INT(t.r.counters[0].weekdays, 0x3f);
    EXPECT_INT(t.r.events[0].kind, EVENT_CLOSURE);
    EXPECT(date_is(t.r.events[0].window.last, DATE_NEVER));
    EXPECT_INT(t.r.events[0].from, -1);
    EXPECT_INT(t.r.events[1].to, 11 * 60);
    EXPECT(date_is(t.r.events[1].window.last, tables_day("2020-08-05")));
    EXPECT(t.r.statuses[0].assumed);
}

/* --- faults, one row each: the table, its text, the fault ----------------- */

static const struct {
    TableKind kind;
    const char *text, *fault;
} faulty[] = {
    {TABLE_UNITS,    UNITS "dinkes,Lain,,,kota,dinas,,,,,,,,,,\n",
     "kode-ganda|units.csv|6|1|kode|dinkes|"                                                                                            },
    {TABLE_UNITS,    UNITS ",Lain,,,kota,dinas,,,,,,,,,,\n",
     "nilai-kosong|units.csv|6|1|kode||"                                                                                                },
    {TABLE_UNITS,    UNITS "x,,,,kota,dinas,,,,,,,,,,\n",
     "nilai-kosong|units.csv|6|2|nama||"                                                                                                },
    {TABLE_UNITS,    UNITS "x,X,,,dinkse,dinas,,,,,,,,,,\n",
     "unit-tak-dikenal|units.csv|6|5|induk|dinkse|dinkes"                                                                               },
    {TABLE_UNITS,    UNITS "x,X,,,,dinas,,,,,,,,,,\n",
     "akar-ganda|units.csv|6|5|induk|X|"                                                                                                },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinsa,,,,,,,,,,\n",
     "jenis-unit-tak-dikenal|units.csv|6|6|jenis|dinsa|dinas"                                                                           },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,mungkin,,,,,,,,,\n",
     "kata-tak-dikenal|units.csv|6|7|perangkat_daerah|mungkin|"                                                                         },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,,,essensial,,,,,,,\n",
     "kata-tak-dikenal|units.csv|6|9|layanan|essensial|esensial"                                                                        },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,,,,,,8,,,,\n",
     "angka-rusak|units.csv|6|12|hari_kerja|8|5..7"                                                                                     },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,,,,,,,,,2020-02-30,\n",
     "tanggal-rusak|units.csv|6|15|mulai|2020-02-30|"                                                                                   },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,,,,,,,,,2020-02-02,2020-02-01\n",
     "tanggal-terbalik|units.csv|6|16|sampai|2020-02-01|"                                                                               },
    {TABLE_UNITS,    UNITS "a,A,,,b,bidang,,,,,,,,,,\nb,B,,,a,bidang,,,,,,,,,,\n",
     "pohon-melingkar|units.csv|6|5|induk|a > b > a|"                                                                                   },
    {TABLE_UNITS,    UNITS "a,A,,,a,bidang,,,,,,,,,,\n",
     "pohon-melingkar|units.csv|6|5|induk|a > a|"                                                                                       },
    {TABLE_UNITS,    "kode,nama,jenis\n",                                          "kolom-tidak-ada|units.csv|1|0|induk||"              },
    {TABLE_UNITS,    "\"kode\n",
     "berkas-rusak|units.csv|0|0||line 1: a quote opens and never closes|"                                                              },
    {TABLE_UNITS,    "",                                                           "berkas-rusak|units.csv|0|0||the file is empty|"     },
    {TABLE_PEOPLE,   PEOPLE "A1,,,Dedi,PNS,dinkes,,,,,\n",
     "kode-ganda|people.csv|5|1|kode|A1|"                                                                                               },
    {TABLE_PEOPLE,   PEOPLE ",,,Dedi,PNS,dinkes,,,,,\n",
     "nilai-kosong|people.csv|5|1|kode||"                                                                                               },
    {TABLE_PEOPLE,   PEOPLE "A9,,,,PNS,dinkes,,,,,\n",
     "nilai-kosong|people.csv|5|4|nama||"                                                                                               },
    {TABLE_PEOPLE,   PEOPLE "A9,,,Dedi,PSN,dinkes,,,,,\n",
     "jenis-pegawai-tak-dikenal|people.csv|5|5|jenis_pegawai|PSN|PNS"                                                                   },
    {TABLE_PEOPLE,   PEOPLE "A9,,,Dedi,PNS,dinas kesehatn,,,,,\n",
     "unit-tak-dikenal|people.csv|5|6|unit|dinas kesehatn|dinkes"                                                                       },
    {TABLE_PEOPLE,   PEOPLE "A9,,,Dedi,PNS,,,,,,\n",
     "nilai-kosong|people.csv|5|6|unit||"                                                                                               },
    {TABLE_PEOPLE,   PEOPLE "A9,1.98609E+17,,Dedi,PNS,dinkes,,,,,\n",
     "nip-rusak|people.csv|5|2|nip|1.98609E+17|"                                                                                        },
    {TABLE_PEOPLE,   PEOPLE "A9,\"1,98609E+17\",,Dedi,PNS,dinkes,,,,,\n",
     "nip-rusak|people.csv|5|2|nip|1,98609E+17|"                                                                                        },
    {TABLE_PEOPLE,   PEOPLE "A9,,,Dedi,PNS,dinkes,,fungsionil,,,\n",
     "kata-tak-dikenal|people.csv|5|8|jenis_jabatan|fungsionil|fungsional"                                                              },
    {TABLE_PEOPLE,   "kode,nip,nama,unit\n",
     "kolom-tidak-ada|people.csv|1|0|jenis_pegawai||"                                                                                   },
    {TABLE_POSTS,    POSTS "P3,Wakil,dinkes,II.b,,ya,,,,\n",
     "kepala-ganda|posts.csv|5|6|kepala|Dinas Kesehatan|"                                                                               },
    {TABLE_POSTS,
     POSTS "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,A3,,"
           "2021-01-01,\n",                                                        "kepala-ganda|posts.csv|5|7|pemangku|A3|"            },
    {TABLE_POSTS,
     POSTS "P1,Kepala Dinas Kesehatan,dinkes,II.a,kepala dinas,ya,,,,\n",
     "jabatan-berbeda|posts.csv|5|4|eselon|II.a|"                                                                                       },
    {TABLE_POSTS,    POSTS "P3,Kasi,pkm,IX,,,,,,\n",
     "eselon-tak-dikenal|posts.csv|5|4|eselon|IX|"                                                                                      },
    {TABLE_POSTS,    POSTS "P3,Kasi,pkm,IV.a,kepala seski,,,,,\n",
     "peran-tak-dikenal|posts.csv|5|5|peran|kepala seski|kepala seksi"                                                                  },
    {TABLE_POSTS,    POSTS "P3,Kasi,pkm,IV.a,,,A9,,,\n",
     "pegawai-tak-dikenal|posts.csv|5|7|pemangku|A9|"                                                                                   },
    {TABLE_POSTS,    POSTS "P3,Kasi,pkm,IV.a,,,A3,plx,,\n",
     "kata-tak-dikenal|posts.csv|5|8|status|plx|plt"                                                                                    },
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA9,cuti,2020-01-01,\n",
     "pegawai-tak-dikenal|absences.csv|2|1|pegawai|A9|"                                                                                 },
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA1,cuti,,2020-01-01\n",
     "nilai-kosong|absences.csv|2|3|mulai||"                                                                                            },
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA1,cuit,2020-01-01,\n",
     "kata-tak-dikenal|absences.csv|2|2|jenis|cuit|cuti"                                                                                },
    {TABLE_MARKS,    "pegawai,tanda\nA1,\n",                                       "nilai-kosong|marks.csv|2|2|tanda||"                 },
    {TABLE_COUNTERS,
     "kode,nama,unit,hari,buka,tutup,kebutuhan\nL,L,pkm,Senen,7.30,9.00,1\n",      "hari-rusak|counters.csv|2|4|hari|Senen|"            },
    {TABLE_COUNTERS,
     "kode,nama,unit,hari,buka,tutup,kebutuhan\nL,L,pkm,Senin,9.30,9.00,1\n",      "jam-rusak|counters.csv|2|6|tutup|9.00|"             },
    {TABLE_COUNTERS,
     "kode,nama,unit,hari,buka,tutup,kebutuhan\nL,L,pkm,Senin,7.30,9.00,dua\n",    "angka-rusak|counters.csv|2|7|kebutuhan|dua|0..10000"},
    {TABLE_EVENTS,   "jenis,unit,mulai\npenutupan,pkx,2020-01-01\n",
     "unit-tak-dikenal|events.csv|2|2|unit|pkx|pkm"                                                                                     },
    {TABLE_EVENTS,   "jenis,pegawai,mulai,pukul\nrapat,A1,2020-01-01,11-9\n",
     "jam-rusak|events.csv|2|4|pukul|11-9|"                                                                                             },
    {TABLE_STATUSES, "status,wilayah,mulai\nPPKM,Kotim,19 Juli\n",
     "tanggal-rusak|status.csv|2|3|mulai|19 Juli|"                                                                                      },
};

FACT(each_fault_names_its_repair_and_its_cell)
{
    for (size_t i = 0; i < COUNT(faulty); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        const char *texts[TABLE_COUNT] = {[TABLE_UNITS] = UNITS,
                                          [TABLE_PEOPLE] = PEOPLE,
                                          [TABLE_POSTS] = POSTS};
        texts[faulty[i].kind] = faulty[i].text;
        Tables t = tables_import(tmp, texts);
        ROW("%s", faulty[i].fault);
        EXPECT(!t.made);
        EXPECT(t.r.units == NULL);
        EXPECT_COUNT(t.faults.count, 1);
        if (t.faults.list.count > 0)
            EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
                       faulty[i].fault);
    }
}

/* --- what faults offer ------------------------------------------------------
 */

static const struct {
    TableKind kind;
    const char *text, *said; /* expected words */
} offers[] = {
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,mungkin,,,,,,,,,\n",
     "'mungkin'; pilihan: ya, tidak\n"                                                                      },
    {TABLE_UNITS,    UNITS "x,X,,,kota,dinas,,,lain-lain,,,,,,,\n",
     "pilihan: bukan layanan, layanan langsung, esensial, kritikal\n"                                       },
    {TABLE_UNITS,    "kode,nama,induk\nx,Xyz,\n",
     "(jenis): 'Xyz'; pilihan: pemerintah, setda, "                                                         },
    {TABLE_PEOPLE,   PEOPLE "A9,,,Dedi,karyawan,dinkes,,,,,\n",
     "pilihan: PNS, CPNS, PPPK, "                                                                           },
    {TABLE_POSTS,    POSTS "P3,Kasi,pkm,nol,,,,,,\n",
     "'nol'; pilihan: pimpinan tinggi madya, "                                                              },
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA1,bolos,2020-01-01,\n",
     "pilihan: cuti, sakit, "                                                                               },
    {TABLE_PEOPLE,   "kode,nama,jenis_pegawai,bagian\nA1,Ani,PNS,dinkes\n",
     "(unit); pilihan: unit, unorid, idunor, kodeunit, unitkerja, unor, "
     "satker\n"                                                                                             },
    {TABLE_UNITS,    "",                                                    "units.csv: berkas ini kosong\n"},
};

FACT(a_fault_says_all_that_would_do_when_nothing_is_near)
{
    for (size_t i = 0; i < COUNT(offers); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        Buf out = buf_in(tmp);
        const char *texts[TABLE_COUNT] = {
            [TABLE_UNITS] = UNITS, [TABLE_PEOPLE] = PEOPLE};
        texts[offers[i].kind] = offers[i].text;
        Tables t = tables_import(tmp, texts);
        ROW("%s", offers[i].said);
        EXPECT(!t.made);
        faults_print(&t.faults, LANG_ID, &out);
        EXPECT_HAS(buf_str(&out), offers[i].said);
    }
}

/* A missing column is one fault, and hides no other. */
FACT(a_missing_column_hides_no_fault)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){
                 [TABLE_UNITS] = UNITS "x,X,,,kota,dinsa,,,,,,,,,,\n",
                 [TABLE_PEOPLE] = "kode,nip,nama\nA1,1.98609E+17,Ani\n"
                                  "A2,,\n",
                 [TABLE_POSTS] = POSTS "P2,Lain,yankes,III.b,,ya,A9,,,\n",
             });
    static const char *const faults[] = {
        "kolom-tidak-ada|people.csv|1|0|jenis_pegawai||",
        "kolom-tidak-ada|people.csv|1|0|unit||",
        "jenis-unit-tak-dikenal|units.csv|6|6|jenis|dinsa|dinas",
        "nip-rusak|people.csv|2|2|nip|1.98609E+17|",
        "nilai-kosong|people.csv|3|3|nama||",
        "jabatan-berbeda|posts.csv|5|2|nama|Lain|",
    };
    EXPECT(!t.made);
    EXPECT_COUNT(t.faults.count, COUNT(faults));
    for (size_t i = 0; i < t.faults.list.count && i < COUNT(faults); i++)
        EXPECT_STR(tables_fault(tmp, &t.faults.list.at[i]), faults[i]);
}

FACT(faults_come_all_at_once_and_in_groups)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Buf people = buf_in(tmp);
    Buf out = buf_in(tmp);
    buf_c(&people, PEOPLE_HEADER);
    for (int i = 0; i < 1500; i++)
        buf_format(&people, "B%d,1.98609E+17,,N,PNS,dinkse,,,,,\n", i);
    buf_char(&people, '\0');
    Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                      [TABLE_UNITS] = UNITS,
                                      [TABLE_PEOPLE] = people.ptr,
                                  });
    EXPECT(!t.made);
    EXPECT_COUNT(t.faults.count, 3000);
    EXPECT_COUNT(t.faults.list.count, 1000);
    faults_print(&t.faults, LANG_ID, &out);
    EXPECT_HAS(buf_str(&out), "[unit-tak-dikenal]: 500\n");
    EXPECT_HAS(buf_str(&out), "people.csv baris 2, kolom F (unit): 'dinkse'; "
                              "mungkin 'dinkes'");
    EXPECT_HAS(buf_str(&out), "dan 495 lagi");
    EXPECT_HAS(buf_str(&out), "format kolom NIP sebagai teks");
    EXPECT_HAS(buf_str(&out), "dan 2000 kesalahan lain");
}

FACT(a_doubtful_nip_is_a_remark_and_never_a_fault)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t =
        tables_import(tmp, (const char *[TABLE_COUNT]){
                               [TABLE_UNITS] = UNITS,
                               [TABLE_PEOPLE] = PEOPLE
                               "A4,198609262015051001,,D,PNS,dinkes,,,,,\n"
                               "A5,198609262015051001,,E,PNS,dinkes,,,,,\n"
                               "A6,12345,,F,PNS,dinkes,,,,,\n"
                               "A7,198613262015051001,,G,PNS,dinkes,,,,,\n",
                           });
    EXPECT(t.made);
    Str remarks = tables_remarks(tmp, &t);
    EXPECT_HAS(remarks, "impor-02: 1 NIP without 18 digits (row 7)");
    EXPECT_HAS(remarks, "impor-03: 1 NIP with an impossible");
    EXPECT_HAS(remarks, "impor-04: 1 NIP borne by more than one person");
    EXPECT_HAS(remarks, "impor-05: 1 NIP ending in 000 among real ones");
}

/* --- headers and encodings ------------------------------------------------ */

static const struct {
    const char *header;
    TableKind kind;
} headers[] = {
    {UNITS_HEADER,                                                                 TABLE_UNITS   },
    {POSTS_HEADER,                                                                 TABLE_POSTS   },
    {PEOPLE_HEADER,                                                                TABLE_PEOPLE  },
    {"pegawai,jenis,mulai,sampai,dicatat",                                         TABLE_ABSENCES},
    {"pegawai,tanda,mulai,sampai,dicatat,oleh",                                    TABLE_MARKS   },
    {"kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai",
     TABLE_COUNTERS                                                                              },
    {"jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas,"
     "urgensi,persetujuan",                                                   TABLE_EVENTS  },
    {"status,wilayah,mulai,sampai,diketahui,sumber,diandaikan",                    TABLE_STATUSES},
    {"nipBaru,nama,gelarDepan,gelarBelakang,jenisPegawaiNama,unorId,unorNama,"
     "unorIndukId,jenisJabatan,jabatanNama,eselon,golRuangAkhir,lokasiKerja", TABLE_PEOPLE  },
    {"NIP,Nama,Jenis Pegawai,Unit Kerja,Jabatan",                                  TABLE_PEOPLE  },
    {"unorId,unorNama,unorIndukId",                                                TABLE_UNITS   },
};

FACT(a_table_is_known_by_its_header)
{
    for (size_t i = 0; i < COUNT(headers); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Csv csv = {0};
        Err err = {0};
        ROW("%s", headers[i].header);
        EXPECT(csv_read(tmp, str_of(headers[i].header), (CsvLimits){0}, &csv,
                        &err));
        TableGuess guess = import_guess(&csv.rows.at[0]);
        EXPECT_INT(guess.kind, headers[i].kind);
        EXPECT(guess.sure >= 30);
    }
    CsvRow nothing = {.field = (Str[]){STR_INIT("warna")}, .count = 1};
    EXPECT(import_guess(&nothing).sure < 20);
}

#define SIASN                                                                \
    "nipBaru;nama;gelarDepan;gelarBelakang;jenisPegawai;unorId;unorNama;"    \
    "unorIndukId;unorIndukNama;jenisJabatan;jabatanNama;eselon;golRuang;"    \
    "tmtJabatan\n"                                                           \
    "198609262015051001;Siti;dr.;M.Kes;PNS;D1;Dinas Kesehatan;K0;"           \
    "Pemerintah Kota Contoh;Jabatan Struktural;Kepala Dinas Kesehatan;II.b;" \
    "IV/c;03/01/2019\n"                                                      \
    "198709262015051002;Budi;;;PNS;D11;Bidang Pelayanan;D1;Dinas Kesehatan;" \
    "1;Kepala Bidang Pelayanan;III.b;IV/a;\n"                                \
    "198809262021211003;Caca;;;PPPK;D11;Bidang Pelayanan;D1;Dinas "          \
    "Kesehatan;2;Perawat Ahli Pertama;;IX;\n"                                \
    "198809262015052004;Dewi;;;PNS;S1;Bagian Umum;S0;Sekretariat Daerah;1;"  \
    "Kepala Bagian Umum;III.a;IV/a;\n"

FACT(a_siasn_export_of_people_is_enough)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t =
        tables_import(tmp, (const char *[TABLE_COUNT]){[TABLE_PEOPLE] = SIASN});
    if (!EXPECT(t.made)) return;
    Date day = tables_day("2020-08-03");
    UnitId dinas = tables_unit(&t, "D1");
    UnitId bidang = tables_unit(&t, "D11");
    PersonId siti = tables_person(&t, "198609262015051001");
    PersonId caca = tables_person(&t, "198809262021211003");
    EXPECT_STR(t.r.people[siti.index].name, "dr. Siti, M.Kes");
    EXPECT_STR(t.r.people[caca.index].title, "Perawat Ahli Pertama");
    EXPECT_INT(t.r.unit_count, 6); /* K0 and S0 stand under one root */
    EXPECT_INT(t.r.units[dinas.index].type, UNIT_DINAS);
    EXPECT(t.r.units[dinas.index].agency && t.r.units[dinas.index].work_unit);
    EXPECT(!t.r.units[bidang.index].work_unit);
    EXPECT_INT(t.r.agency_of[bidang.index].index, dinas.index);
    UnitId umum = tables_unit(&t, "S1");
    EXPECT(t.r.units[umum.index].work_unit); /* a bagian of the Setda */
    EXPECT_INT(unit_head(&t.r, dinas, day).index, siti.index);
    EXPECT_INT(person_superior(&t.r, caca, day).index, 1);
    EXPECT_INT(person_rank(&t.r, siti, day), RANK_JPT_PRATAMA);
    EXPECT(person_has_role(&t.r, siti, ROLE_KEPALA_DINAS, day));
    EXPECT(!person_has_role(&t.r, siti, ROLE_KEPALA_DINAS,
                            tables_day("2018-12-31")));
    EXPECT_HAS(tables_remarks(tmp, &t), "1 columns are not used: golRuang");
    EXPECT_HAS(tables_remarks(tmp, &t), "6 units were made");
}

#define UNOR_NAMES                                                         \
    "NIP BARU;NAMA;JENIS PEGAWAI;UNOR NAMA;UNOR INDUK NAMA;JABATAN NAMA;"  \
    "ESELON\n"                                                             \
    "198609262015051001;Siti;PNS;Dinas Kesehatan;Pemerintah Kota Contoh;"  \
    "Kepala Dinas Kesehatan;II.b\n"                                        \
    "198709262015051002;Budi;PNS;Bidang Pelayanan;Dinas Kesehatan;Kepala " \
    "Bidang Pelayanan;III.b\n"

FACT(names_of_unor_stand_for_ids)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){[TABLE_PEOPLE] = UNOR_NAMES});
    if (!EXPECT(t.made)) return;
    UnitId dinas = tables_unit(&t, "Dinas Kesehatan");
    UnitId bidang = tables_unit(&t, "Bidang Pelayanan");
    EXPECT_INT(t.r.unit_count, 3);
    EXPECT_INT(t.r.units[bidang.index].parent.index, dinas.index);
    EXPECT_INT(unit_head(&t.r, dinas, tables_day("2020-08-03")).index, 0);
}

FACT(a_name_of_two_unor_is_no_id)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){
                 [TABLE_PEOPLE] = UNOR_NAMES
                 "198809262015051003;Caca;PNS;Bidang Pelayanan;Dinas "
                 "Sosial;Analis;\n"
                 "1.98609E+17;Dedi;PNS;Dinas Sosial;Pemerintah Kota "
                 "Contoh;Analis;\n"});
    EXPECT(!t.made);
    EXPECT_COUNT(t.faults.count, 2);
    if (t.faults.list.count < 2) return;
    EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
               "unor-rancu|people.csv|4|4|UNOR NAMA|Bidang Pelayanan: Dinas "
               "Kesehatan / Dinas Sosial|");
    EXPECT_STR(t.faults.list.at[1].repair, "nip-rusak");
}

FACT(a_tree_needs_a_root)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){[TABLE_UNITS] = UNITS_HEADER});
    EXPECT(!t.made);
    if (EXPECT_COUNT(t.faults.list.count, 1))
        EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
                   "akar-tidak-ada|units.csv|0|0|induk||");
}

FACT(people_without_units_are_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){[TABLE_PEOPLE] = PEOPLE});
    EXPECT(!t.made);
    if (EXPECT_COUNT(t.faults.list.count, 1))
        EXPECT_STR(t.faults.list.at[0].repair, "tabel-tidak-ada");
}

static const struct {
    const char *fact, *people, *name;
} encodings[] = {
    {"Windows-1252", "kode,nama,jenis_pegawai,unit\nA1,Ren\xe9,PNS,dinkes\n",
     "Ren\xc3\xa9"                                                                      },
    {"UTF-8",        "kode,nama,jenis_pegawai,unit\nA1,Ren\xc3\xa9,PNS,dinkes\n",
     "Ren\xc3\xa9"                                                                      },
    {"semicolon",    "kode;nama;jenis_pegawai;unit\nA1;Budi, S.E.;PNS;dinkes\n",
     "Budi, S.E."                                                                       },
    {"tab",          "kode\tnama\tjenis_pegawai\tunit\nA1\tBudi\tPNS\tdinkes\n",  "Budi"},
    {"BOM and CRLF",
     "\xef\xbb\xbfkode,nama,jenis_pegawai,unit\r\nA1,Budi,PNS,dinkes\r\n",        "Budi"},
    {"spelling",
     "KODE,Nama Lengkap,jenisPegawai,Unit Kerja\n"
     "A1,Budi,pns,DINAS  KESEHATAN\n",                                            "Budi"},
};

FACT(files_of_all_habits_are_read)
{
    for (size_t i = 0; i < COUNT(encodings); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        ROW("%s", encodings[i].fact);
        Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                          [TABLE_UNITS] = UNITS,
                                          [TABLE_PEOPLE] = encodings[i].people,
                                      });
        if (EXPECT(t.made)) EXPECT_STR(t.r.people[0].name, encodings[i].name);
    }
}

FACT(garbage_is_a_fault_of_the_file)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const char *units[TABLE_COUNT] = {[TABLE_UNITS] = UNITS};
    static const Str garbage[] = {
        STR_INIT("PK\x03\x04 and then nothing"),
        STR_INIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        STR_INIT("\x7f"
                 "ELF\x02\x01\x01\x00\x00\x00"),
        STR_INIT("\"\"\"\"\"\x00\x01\x02\n\n\"\r\r"),
    };
    for (size_t i = 0; i < COUNT(garbage); i++) {
        ROW("%zu", i);
        Tables t = tables_import_file(tmp, TABLE_PEOPLE, STR("people.xlsx"),
                                      garbage[i], units);
        EXPECT(!t.made);
        if (EXPECT(t.faults.list.count > 0))
            EXPECT_STR(t.faults.list.at[0].repair, "berkas-rusak");
    }
}
