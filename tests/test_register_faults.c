/*
 * test_register_faults.c - what is wrong in a table, where, and what would do.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "tables.h"
#include "test_register_texts.h"

/* One counter with one of the columns by which the public reaches it. */
#define REACHED(column, cell)                          \
    "kode,nama,unit,hari,buka,tutup,kebutuhan," column \
    "\nL,L,pkm,Senin,7.30,9.00,1," cell "\n"

/* --- faults, one row each: the table, its text, the fault ----------------- */

static const struct {
    TableKind kind;
    const char *text, *fault;
} faulty[] = {
    {TABLE_UNITS, UNITS "dinkes,Lain,,,kota,dinas,,,,,,,,,,\n",
     "kode-ganda|units.csv|6|1|kode|dinkes|"},
    {TABLE_UNITS, UNITS ",Lain,,,kota,dinas,,,,,,,,,,\n",
     "nilai-kosong|units.csv|6|1|kode||"},
    {TABLE_UNITS, UNITS "x,,,,kota,dinas,,,,,,,,,,\n",
     "nilai-kosong|units.csv|6|2|nama||"},
    {TABLE_UNITS, UNITS "x,X,,,dinkse,dinas,,,,,,,,,,\n",
     "unit-tak-dikenal|units.csv|6|5|induk|dinkse|dinkes"},
    {TABLE_UNITS, UNITS "x,X,,,,dinas,,,,,,,,,,\n",
     "akar-ganda|units.csv|6|5|induk|X|"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinsa,,,,,,,,,,\n",
     "jenis-unit-tak-dikenal|units.csv|6|6|jenis|dinsa|dinas"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,mungkin,,,,,,,,,\n",
     "kata-tak-dikenal|units.csv|6|7|perangkat_daerah|mungkin|"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,,,essensial,,,,,,,\n",
     "kata-tak-dikenal|units.csv|6|9|layanan|essensial|esensial"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,,,,,,8,,,,\n",
     "angka-rusak|units.csv|6|12|hari_kerja|8|5..7"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,,,,,,,,,2020-02-30,\n",
     "tanggal-rusak|units.csv|6|15|mulai|2020-02-30|"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,,,,,,,,,2020-02-02,2020-02-01\n",
     "tanggal-terbalik|units.csv|6|16|sampai|2020-02-01|"},
    {TABLE_UNITS, UNITS "a,A,,,b,bidang,,,,,,,,,,\nb,B,,,a,bidang,,,,,,,,,,\n",
     "pohon-melingkar|units.csv|6|5|induk|a > b > a|"},
    {TABLE_UNITS, UNITS "a,A,,,a,bidang,,,,,,,,,,\n",
     "pohon-melingkar|units.csv|6|5|induk|a > a|"},
    {TABLE_UNITS, "kode,nama,jenis\n", "kolom-tidak-ada|units.csv|1|0|induk||"},
    {TABLE_UNITS, "\"kode\n",
     "berkas-rusak|units.csv|0|0||line 1: a quote opens and never closes|"},
    {TABLE_UNITS, "", "berkas-rusak|units.csv|0|0||the file is empty|"},
    {TABLE_PEOPLE, PEOPLE "A1,,,Dedi,PNS,dinkes,,,,,\n",
     "kode-ganda|people.csv|5|1|kode|A1|"},
    {TABLE_PEOPLE, PEOPLE ",,,Dedi,PNS,dinkes,,,,,\n",
     "nilai-kosong|people.csv|5|1|kode||"},
    {TABLE_PEOPLE, PEOPLE "A9,,,,PNS,dinkes,,,,,\n",
     "nilai-kosong|people.csv|5|4|nama||"},
    {TABLE_PEOPLE, PEOPLE "A9,,,Dedi,PSN,dinkes,,,,,\n",
     "jenis-pegawai-tak-dikenal|people.csv|5|5|jenis_pegawai|PSN|PNS"},
    {TABLE_PEOPLE, PEOPLE "A9,,,Dedi,PNS,dinas kesehatn,,,,,\n",
     "unit-tak-dikenal|people.csv|5|6|unit|dinas kesehatn|dinkes"},
    {TABLE_PEOPLE, PEOPLE "A9,,,Dedi,PNS,,,,,,\n",
     "nilai-kosong|people.csv|5|6|unit||"},
    {TABLE_PEOPLE, PEOPLE "A9,1.98609E+17,,Dedi,PNS,dinkes,,,,,\n",
     "nip-rusak|people.csv|5|2|nip|1.98609E+17|"},
    {TABLE_PEOPLE, PEOPLE "A9,\"1,98609E+17\",,Dedi,PNS,dinkes,,,,,\n",
     "nip-rusak|people.csv|5|2|nip|1,98609E+17|"},
    {TABLE_PEOPLE, PEOPLE "A9,,,Dedi,PNS,dinkes,,fungsionil,,,\n",
     "kata-tak-dikenal|people.csv|5|8|jenis_jabatan|fungsionil|fungsional"},
    {TABLE_PEOPLE, "kode,nip,nama,unit\n",
     "kolom-tidak-ada|people.csv|1|0|jenis_pegawai||"},
    {TABLE_POSTS, POSTS "P3,Wakil,dinkes,II.b,,ya,,,,\n",
     "kepala-ganda|posts.csv|5|6|kepala|Dinas Kesehatan|"},
    {TABLE_POSTS,
     POSTS "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,A3,,"
           "2021-01-01,\n",
     "kepala-ganda|posts.csv|5|7|pemangku|A3|"},
    {TABLE_POSTS,
     POSTS "P1,Kepala Dinas Kesehatan,dinkes,II.a,kepala dinas,ya,,,,\n",
     "jabatan-berbeda|posts.csv|5|4|eselon|II.a|"},
    {TABLE_POSTS, POSTS "P3,Kasi,pkm,IX,,,,,,\n",
     "eselon-tak-dikenal|posts.csv|5|4|eselon|IX|"},
    {TABLE_POSTS, POSTS "P3,Kasi,pkm,IV.a,kepala seski,,,,,\n",
     "peran-tak-dikenal|posts.csv|5|5|peran|kepala seski|kepala seksi"},
    {TABLE_POSTS, POSTS "P3,Kasi,pkm,IV.a,,,A9,,,\n",
     "pegawai-tak-dikenal|posts.csv|5|7|pemangku|A9|"},
    {TABLE_POSTS, POSTS "P3,Kasi,pkm,IV.a,,,A3,plx,,\n",
     "kata-tak-dikenal|posts.csv|5|8|status|plx|plt"},
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA9,cuti,2020-01-01,\n",
     "pegawai-tak-dikenal|absences.csv|2|1|pegawai|A9|"},
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA1,cuti,,2020-01-01\n",
     "nilai-kosong|absences.csv|2|3|mulai||"},
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA1,cuit,2020-01-01,\n",
     "kata-tak-dikenal|absences.csv|2|2|jenis|cuit|cuti"},
    {TABLE_MARKS, "pegawai,tanda\nA1,\n", "nilai-kosong|marks.csv|2|2|tanda||"},
    {TABLE_COUNTERS,
     "kode,nama,unit,hari,buka,tutup,kebutuhan\nL,L,pkm,Senen,7.30,9.00,1\n",
     "hari-rusak|counters.csv|2|4|hari|Senen|"},
    {TABLE_COUNTERS,
     "kode,nama,unit,hari,buka,tutup,kebutuhan\nL,L,pkm,Senin,9.30,9.00,1\n",
     "jam-rusak|counters.csv|2|6|tutup|9.00|"},
    {TABLE_COUNTERS,
     "kode,nama,unit,hari,buka,tutup,kebutuhan\nL,L,pkm,Senin,7.30,9.00,dua\n",
     "angka-rusak|counters.csv|2|7|kebutuhan|dua|0..10000"},
    {TABLE_COUNTERS, REACHED("telepon", "12"),
     "telepon-rusak|counters.csv|2|8|telepon|12|"},
    {TABLE_COUNTERS, REACHED("telepon", "0542-000001"),
     "telepon-rusak|counters.csv|2|8|telepon|0542-000001|"},
    {TABLE_COUNTERS, REACHED("telepon", "0542+000001"),
     "telepon-rusak|counters.csv|2|8|telepon|0542+000001|"},
    {TABLE_COUNTERS, REACHED("telepon", "5.42E+08"),
     "telepon-rusak|counters.csv|2|8|telepon|5.42E+08|"},
    {TABLE_COUNTERS, REACHED("telepon", "1234567890123456"),
     "telepon-rusak|counters.csv|2|8|telepon|1234567890123456|"},
    {TABLE_COUNTERS, REACHED("titik", "-1.27"),
     "titik-rusak|counters.csv|2|8|titik|-1.27|"},
    {TABLE_COUNTERS, REACHED("titik", "\"90.1,116.8\""),
     "titik-rusak|counters.csv|2|8|titik|90.1,116.8|"},
    {TABLE_COUNTERS, REACHED("titik", "\"-1.27,180.01\""),
     "titik-rusak|counters.csv|2|8|titik|-1.27,180.01|"},
    {TABLE_COUNTERS, REACHED("titik", "\"-1.27,bujur\""),
     "titik-rusak|counters.csv|2|8|titik|-1.27,bujur|"},
    {TABLE_COUNTERS, REACHED("titik", "\"1.,116.8\""),
     "titik-rusak|counters.csv|2|8|titik|1.,116.8|"},
    {TABLE_COUNTERS, REACHED("titik", "\"-1.27,116.83,5\""),
     "titik-rusak|counters.csv|2|8|titik|-1.27,116.83,5|"},
    {TABLE_COUNTERS, REACHED("titik", "\"--1.27,116.83\""),
     "titik-rusak|counters.csv|2|8|titik|--1.27,116.83|"},
    {TABLE_COUNTERS, REACHED("daring", "http://contoh.invalid"),
     "daring-rusak|counters.csv|2|8|daring|http://contoh.invalid|"},
    {TABLE_COUNTERS, REACHED("daring", "contoh.invalid"),
     "daring-rusak|counters.csv|2|8|daring|contoh.invalid|"},
    {TABLE_COUNTERS, REACHED("daring", "https://"),
     "daring-rusak|counters.csv|2|8|daring|https://|"},
    {TABLE_COUNTERS, REACHED("daring", "https://a@contoh.invalid"),
     "daring-rusak|counters.csv|2|8|daring|https://a@contoh.invalid|"},
    {TABLE_COUNTERS, REACHED("daring", "https://contoh..invalid"),
     "daring-rusak|counters.csv|2|8|daring|https://contoh..invalid|"},
    {TABLE_COUNTERS, REACHED("daring", "https://contoh.invalid/a b"),
     "daring-rusak|counters.csv|2|8|daring|https://contoh.invalid/a b|"},
    {TABLE_COUNTERS, REACHED("daring", "https://contoh.invalid:0/"),
     "daring-rusak|counters.csv|2|8|daring|https://contoh.invalid:0/|"},
    {TABLE_COUNTERS, REACHED("daring", "https://-contoh.invalid/"),
     "daring-rusak|counters.csv|2|8|daring|https://-contoh.invalid/|"},
    {TABLE_COUNTERS, REACHED("daring", "javascript:alert(1)"),
     "daring-rusak|counters.csv|2|8|daring|javascript:alert(1)|"},
    {TABLE_EVENTS, "jenis,unit,mulai\npenutupan,pkx,2020-01-01\n",
     "unit-tak-dikenal|events.csv|2|2|unit|pkx|pkm"},
    {TABLE_EVENTS, "jenis,pegawai,mulai,pukul\nrapat,A1,2020-01-01,11-9\n",
     "jam-rusak|events.csv|2|4|pukul|11-9|"},
    {TABLE_STATUSES, "status,wilayah,mulai\nPPKM,Kotim,19 Juli\n",
     "tanggal-rusak|status.csv|2|3|mulai|19 Juli|"},
    {TABLE_GRANTS, "orang,peran,unit,mulai\nA9,administrator,,2020-01-01\n",
     "pegawai-tak-dikenal|kewenangan.csv|2|1|orang|A9|"},
    {TABLE_GRANTS, "orang,peran,unit,mulai\nA1,admin,,2020-01-01\n",
     "kata-tak-dikenal|kewenangan.csv|2|2|peran|admin|"},
    {TABLE_GRANTS, "orang,peran,unit,mulai\nA1,petugas unit,,2020-01-01\n",
     "nilai-kosong|kewenangan.csv|2|3|unit||"},
    {TABLE_GRANTS, "orang,peran,unit,mulai\nA1,petugas unit,pkx,2020-01-01\n",
     "unit-tak-dikenal|kewenangan.csv|2|3|unit|pkx|pkm"},
    {TABLE_GRANTS,
     "orang,peran,unit,mulai\nA1,bagian organisasi,pkm,2020-01-01\n",
     "nilai-berlebih|kewenangan.csv|2|3|unit|pkm|"},
    {TABLE_GRANTS, "orang,peran,unit,mulai\nA1,petugas unit,pkm,\n",
     "nilai-kosong|kewenangan.csv|2|4|mulai||"},
    {TABLE_GRANTS,
     "orang,peran,mulai,sampai\nA1,administrator,2020-02-02,2020-02-01\n",
     "tanggal-terbalik|kewenangan.csv|2|4|sampai|2020-02-01|"},
    {TABLE_GRANTS,
     "orang,peran,unit,mulai\nA1,badan kepegawaian,pkm,2020-01-01\n",
     "nilai-berlebih|kewenangan.csv|2|3|unit|pkm|"},
    {TABLE_GRANTS,
     "orang,peran,unit,mulai\nA1,perangkat bersama,pkm,2020-01-01\n",
     "perangkat-rusak|kewenangan.csv|2|1|orang|A1|"},
    {TABLE_GRANTS,
     "orang,peran,unit,mulai\nperangkat:,perangkat bersama,pkm,2020-01-01\n",
     "perangkat-rusak|kewenangan.csv|2|1|orang|perangkat:|"},
    {TABLE_GRANTS,
     "orang,peran,unit,mulai\nperangkat:pintu,perangkat bersama,,2020-01-01\n",
     "nilai-kosong|kewenangan.csv|2|3|unit||"},
    {TABLE_GRANTS,
     "orang,peran,unit,mulai\nperangkat:pintu,administrator,,2020-01-01\n",
     "pegawai-tak-dikenal|kewenangan.csv|2|1|orang|perangkat:pintu|"},
    {TABLE_GRANTS, "orang,peran,unit\n",
     "kolom-tidak-ada|kewenangan.csv|1|0|mulai||"},
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

/* --- what nobody sees: people.csv, its fault or NULL -----------------------
 */

static const struct {
    const char *text, *fault;
} unseen[] = {
    {"kode,nama\nA1,An\xe2\x80\x8bi\n",
     "karakter-tak-terlihat|people.csv|2|2|nama|U+200B behind 'An'|"},
    {"kode,nama\nA0,Budi\nA1,\xe2\x80\xae"
     "ina\n",
     "karakter-tak-terlihat|people.csv|3|2|nama|U+202E at the beginning|"},
    {"nama,kode\nAni,\"A\xf3\xa0\x81\x81\"\n",
     "karakter-tak-terlihat|people.csv|2|2|kode|U+E0041 behind 'A'|"},
    {"kode,nama,kesan saya\nA1,Ani,b\xe2\x80\xae"
     "a\n",
     NULL},
    {"\xef\xbb\xbfkode,nama\nA1,Ani\n", NULL},
    {"kode,nama\nA1,N\xc3\xbaria\xe2\x80\x8d\n", NULL},
    {"kode,nama\nA1,\"Ani\n", NULL},
};

FACT(a_character_that_nobody_sees_is_a_fault_of_its_cell)
{
    for (size_t i = 0; i < COUNT(unseen); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        Faults faults = {.arena = tmp};
        ImportFile file = {STR("people.csv"), str_of(unseen[i].text)};
        bool none = unseen[i].fault == NULL;
        ROW("%s", unseen[i].text);
        EXPECT_INT(import_unseen(tmp, TABLE_PEOPLE, &file, &faults), none);
        EXPECT_COUNT(faults.count, none ? 0 : 1);
        if (faults.count > 0)
            EXPECT_STR(tables_fault(tmp, &faults.list.at[0]), unseen[i].fault);
    }
}

/* --- what faults offer ------------------------------------------------------
 */

static const struct {
    TableKind kind;
    const char *text, *said; /* expected words */
} offers[] = {
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,mungkin,,,,,,,,,\n",
     "'mungkin'; pilihan: ya, tidak\n"},
    {TABLE_UNITS, UNITS "x,X,,,kota,dinas,,,lain-lain,,,,,,,\n",
     "pilihan: bukan layanan, layanan langsung, esensial, kritikal\n"},
    {TABLE_UNITS, "kode,nama,induk\nx,Xyz,\n",
     "(jenis): 'Xyz'; pilihan: pemerintah, setda, "},
    {TABLE_PEOPLE, PEOPLE "A9,,,Dedi,karyawan,dinkes,,,,,\n",
     "pilihan: PNS, CPNS, PPPK, "},
    {TABLE_POSTS, POSTS "P3,Kasi,pkm,nol,,,,,,\n",
     "'nol'; pilihan: pimpinan tinggi madya, "},
    {TABLE_ABSENCES, "pegawai,jenis,mulai,sampai\nA1,bolos,2020-01-01,\n",
     "pilihan: cuti, sakit, "},
    {TABLE_PEOPLE, "kode,nama,jenis_pegawai,bagian\nA1,Ani,PNS,dinkes\n",
     "(unit); pilihan: unit, unorid, idunor, kodeunit, unitkerja, unor, "
     "satker\n"},
    {TABLE_UNITS, "", "units.csv: berkas ini kosong\n"},
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

/* --- heads ---------------------------------------------------------------- */

static const struct {
    const char *fact, *units, *people, *posts;
    const char *fault;  /* expected, or NULL */
    const char *remark; /* expected words, or NULL */
} leaders[] = {
    {"the post of an agency was deleted", UNITS, PEOPLE, POSTS_HEADER,
     "kepala-tidak-ada|units.csv|3|2|nama|Dinas Kesehatan|Kepala Dinas "
     "Kesehatan",
     NULL},
    {"an agency of nobody",
     UNITS "kec,Kecamatan Baamang,,,kota,kecamatan,ya,"
           "ya,,,,,,,,\n",
     PEOPLE, POSTS,
     "kepala-tidak-ada|units.csv|6|2|nama|Kecamatan Baamang|Camat Baamang",
     NULL},
    {"a unit kerja of two, one of them in a seksi",
     UNITS "ugd,UGD,,,pkm,seksi,,,,,,,,,,\n", PEOPLE "A4,,,Dewi,PNS,ugd,,,,,\n",
     POSTS,
     "kepala-tidak-ada|units.csv|5|2|nama|Puskesmas Kota|Kepala Puskesmas Kota",
     NULL},
    {"a unit kerja of one", UNITS, PEOPLE, POSTS, NULL,
     "impor-06: 1 units without a head post: Puskesmas Kota"},
    {"a bidang", UNITS "sdm,Bidang SDM,,,dinkes,bidang,,,,,,,,,,\n",
     PEOPLE "A4,,,Dewi,PNS,sdm,,,,,\nA5,,,Eka,PNS,sdm,,,,,\n", POSTS, NULL,
     "impor-06: 2 units without a head post: Puskesmas Kota, Bidang SDM"},
    {"the post of an agency is vacant", UNITS, PEOPLE,
     POSTS_HEADER "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,,,,\n",
     NULL,
     "impor-07: 1 agencies or units kerja whose head post is vacant; fill in "
     "its holder in posts.csv, or an acting one (plt): Dinas Kesehatan"},
    {"somebody acts", UNITS, PEOPLE,
     POSTS_HEADER "P1,Kepala Dinas Kesehatan,dinkes,II.b,kepala dinas,ya,A2,"
                  "plt,,\n",
     NULL, "impor-06: 2 units without a head post"},
    {"no posts are given", UNITS, PEOPLE, NULL, NULL, "impor-0"},
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
