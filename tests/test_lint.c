/*
 * test_lint.c - each finding of the linter: a letter in which it is found, and
 * one, mended as the finding advises, in which it is not.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "circular/check.h"
#include "harness.h"
#include "small_law.h"
#include "small_texts.h"

#include <stdio.h>
#include <string.h>

/* Dinas Contoh with its sections and UPTD of small_texts, and a fire station
 * that serves round the clock. */
#define UNITS                                                    \
    "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan," \
    "jam_24,hari_kerja\n"                                        \
    "kota,Pemerintah Kota,,pemerintah,,,,,5\n"                   \
    "dinas,Dinas Contoh,kota,dinas,ya,ya,,,5\n"                  \
    "s1,Seksi Satu,dinas,seksi,,,,,5\n"                          \
    "s2,Seksi Dua,dinas,seksi,,,,,5\n"                           \
    "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung,,5\n"       \
    "api,Dinas Pemadam Kebakaran,kota,dinas,ya,ya,,ya,7\n"

#define PEOPLE                                                    \
    SMALL_HEAD "H,,,Hadi,PNS,dinas,,,,,\nA,,,Ani,PNS,s1,,,,,\n"   \
               "B,,,Budi,PNS,s1,,,,,\nE,,,Eka,PNS,s2,,,,,\n"      \
               "F,,,Fani,PTT,s2,,,,,\nU1,,,Umar,PNS,upt,,,,,\n"   \
               "U2,,,Uli,PNS,upt,,,,,\nU3,,,Udin,PTT,upt,,,,,\n"  \
               "U4,,,Ucok,PNS,upt,,,,,\nK1,,,Kiki,PNS,api,,,,,\n" \
               "K2,,,Koko,PNS,api,,,,,\nK3,,,Karto,PNS,api,,,,,\n"

#define FIRST          "surat edaran 1/T\n"
#define ISSUED         "tentang \"kehadiran\"\npenerbit Wali Kota\n"
#define ENACTED        "ditetapkan 1 Agustus 2020\n"
#define IN_AUGUST      "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n"
#define ALL_STAFF      "bagi seluruh pegawai\n\n"
#define RULE           "aturan 1 \"kehadiran\"\n"
#define HEAD           FIRST ISSUED ENACTED IN_AUGUST ALL_STAFF
#define FROM(validity) FIRST ISSUED ENACTED validity ALL_STAFF RULE HOME
#define HOME           "(1) Pegawai boleh di rumah.\n"
#define OTHER          "surat edaran 2/T\n" ISSUED "ditetapkan 2 Agustus 2020\n"
#define HALF                                                    \
    "Pada setiap unit kerja: di kantor paling banyak 50% dari " \
    "seluruh pegawai, dibulatkan ke bawah"

#define BETWEEN                                                 \
    "Pada setiap unit kerja: di kantor paling sedikit 25% dan " \
    "paling banyak 50% dari seluruh pegawai, dibulatkan ke bawah"

/* A letter, and the head of one that changes it. */
#define HALVED    HEAD RULE "(1) " HALF ".\n(2) Selebihnya wajib di rumah.\n====\n"
#define REPEALING OTHER "mengubah surat edaran 1/T\n\n"

static const char *const tables[TABLE_COUNT] = {
    [TABLE_UNITS] = UNITS,
    [TABLE_PEOPLE] = PEOPLE,
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,H,,,\n"
        "Q,Kepala UPTD,upt,IV.a,kepala uptd,ya,,,,\n"
        "S,Kepala Pemadam,api,II.b,kepala dinas,ya,,,,\n",
    [TABLE_STATUSES] = "status,wilayah,mulai,sampai,diketahui,sumber,"
                       "diandaikan\n"
                       "Siaga,Kota,2020-08-03,2020-08-20,2020-08-01,SK 1,\n"
                       "Waspada,Kota,2020-08-03,2020-08-20,2020-08-01,,ya\n"
                       "Zona Hijau,Kota,2020-09-03,2020-09-20,2020-08-01,,\n",
};

/* Letters, several apart by "====\n"; the last one is asked. */
static const struct {
    const char *id, *found, *mended;
} findings[] = {
    {"periksa-01",
     HEAD RULE "(1) Pegawai di rumah dilarang meninggalkan rumah selama 14 "
               "hari kalender.\n",
     HEAD RULE "(1) Pegawai di rumah dilarang meninggalkan rumah selama 29 "
               "hari kalender.\n"},
    {"periksa-02",
     HEAD RULE HOME "(2) Surat edaran ini tidak berlaku bagi UPTD Contoh, "
                    "belum lengkap.\n",
     HEAD RULE HOME "(2) Surat edaran ini tidak berlaku bagi UPTD Contoh.\n"},
    {"periksa-03",
     FROM("berlaku sejak 3 Agustus 2020 sampai dengan ditentukan kemudian\n"),
     FROM("berlaku sejak 3 Agustus 2020 sampai dengan ditentukan kemudian\n"
          "dievaluasi setiap bulan\n")},
    {"periksa-03", FROM("berlaku sejak 3 Agustus 2020\n"),
     FROM("berlaku selama Ramadan\n")},
    {"periksa-03", FROM("berlaku sejak 3 Agustus 2020\n"),
     HEAD RULE HOME
     "====\n" OTHER
     "berlaku sejak 5 Agustus 2020\nmengubah surat edaran 1/T\n\n"
     "aturan 1 dihapus.\n"},
    {"periksa-04",
     "surat edaran \"Kehadiran\"\nnomor tidak disebut\n" ISSUED ENACTED
         IN_AUGUST ALL_STAFF RULE HOME,
     HEAD RULE HOME},
    {"periksa-05", FIRST ISSUED IN_AUGUST ALL_STAFF RULE HOME, HEAD RULE HOME},
    {"periksa-06",
     FROM("berlaku 1 Agustus 2020 sampai dengan 31 Agustus 2020\n"),
     HEAD RULE HOME},
    {"periksa-07",
     HEAD RULE "(1) Mulai 10 Agustus 2020: pegawai boleh di rumah.\n",
     HEAD RULE "(1) Mulai 3 Agustus 2020: pegawai boleh di rumah.\n"},
    {"periksa-08", FROM("berlaku selama status \"Awas\" di Kota\n"),
     FROM("berlaku selama status \"Siaga\" di Kota\n")},
    {"periksa-09", FROM("berlaku selama status \"Waspada\" di Kota\n"),
     FROM("berlaku selama status \"Siaga\" di Kota\n")},
    {"periksa-10", HEAD RULE HOME "====\n" OTHER IN_AUGUST ALL_STAFF RULE HOME,
     HEAD RULE HOME
     "====\n" OTHER IN_AUGUST
     "bagi seluruh pegawai\ndi samping surat edaran 1/T\n\n" RULE HOME},
    {"periksa-11",
     HEAD RULE HOME "====\n" OTHER "mengubah surat edaran 1/T\n\n"
                    "masa berlaku diubah menjadi sampai dengan 7 September "
                    "2020.\n====\nsurat edaran 3/T\n" ISSUED
                    "ditetapkan 5 Agustus 2020\nmengubah surat edaran 1/T\n\n"
                    "masa berlaku diubah menjadi sampai dengan 9 September "
                    "2020.\n",
     HEAD RULE HOME "====\n" OTHER "mengubah surat edaran 1/T\n\n"
                    "masa berlaku diubah menjadi sampai dengan 7 September "
                    "2020.\n====\nsurat edaran 3/T\n" ISSUED
                    "ditetapkan 5 Agustus 2020\nmengubah surat edaran 1/T, "
                    "sebagaimana terakhir diubah dengan surat edaran 2/T\n\n"
                    "masa berlaku diubah menjadi sampai dengan 9 September "
                    "2020.\n"},
    {"periksa-12", HEAD RULE HOME "(2) Lurah wajib di kantor.\n",
     HEAD RULE HOME "(2) Kepala dinas wajib di kantor.\n"},
    {"periksa-13", HEAD RULE "(1) PNS boleh di rumah.\n",
     HEAD RULE "(1) PNS boleh di rumah.\n(2) Pegawai lainnya wajib di "
               "kantor.\n"},
    {"periksa-14",
     HEAD RULE HOME "(2) Pegawai pada Seksi Satu dan Seksi Dua wajib di "
                    "rumah.\n(3) Pegawai pada Seksi Dua dan UPTD Contoh wajib "
                    "di kantor.\n",
     HEAD RULE HOME "(2) Pegawai pada Seksi Satu dan Seksi Dua wajib di "
                    "rumah.\n(3) Dikecualikan dari ayat (2): pegawai pada "
                    "Seksi Dua dan UPTD Contoh wajib di kantor.\n"},
    {"periksa-15",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling banyak 10% dari "
               "seluruh pegawai, dibulatkan ke bawah.\n",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling banyak 10% dari "
               "seluruh pegawai, dibulatkan ke bawah, tidak kurang dari 1 "
               "orang.\n"},
    {"periksa-16",
     HEAD RULE "(1) " HALF ".\n(2) Pegawai pada UPTD Contoh wajib di kantor.\n",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor.\n"},
    {"periksa-17", HEAD RULE "(1) " HALF ".\n",
     HEAD RULE "(1) " HALF ".\n(2) Aturan 1 tidak berlaku bagi unit 24 "
               "jam.\n"},
    {"periksa-18", HEAD RULE "(1) Pegawai wajib di rumah.\n",
     HEAD RULE "(1) Pegawai wajib di rumah, kecuali pegawai pada UPTD "
               "Contoh dan unit 24 jam.\n"},
    {"periksa-20",
     HEAD RULE HOME "\ncontoh\nKepala dinas pada 4 Agustus 2020 di kantor.\n",
     HEAD RULE HOME "\ncontoh\nKepala dinas pada 4 Agustus 2020 di rumah.\n"},
    {"periksa-20",
     HEAD RULE "(1) " HALF ".\n(2) Pada setiap unit kerja: di kantor paling "
               "sedikit 1 orang.\n\ncontoh\nUnit kerja dengan 2 pegawai pada 4 "
               "Agustus 2020 bentrok.\n",
     HEAD RULE "(1) " HALF ".\n(2) Pada setiap unit kerja: di kantor paling "
               "sedikit 1 orang.\n\ncontoh\nUnit kerja dengan 1 pegawai pada 4 "
               "Agustus 2020 bentrok.\n"},
    {"periksa-20",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n"
               "(2) Pada setiap unit kerja: di rumah paling banyak 2 orang.\n"
               "\ncontoh\nUnit kerja dengan 4 pegawai pada 4 Agustus 2020 "
               "bentrok.\n",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n"
               "(2) Pada setiap unit kerja: di rumah paling banyak 2 orang.\n"
               "\ncontoh\nUnit kerja dengan 5 pegawai pada 4 Agustus 2020 "
               "bentrok.\n"},
    {"periksa-20",
     HEAD RULE HOME "\ncontoh\nKepala dinas pada 4 Agustus 2020 bentrok.\n",
     HEAD RULE "(1) Kepala dinas wajib di rumah.\n(2) Kepala dinas wajib di "
               "kantor.\n\ncontoh\nKepala dinas pada 4 Agustus 2020 bentrok "
               "karena aturan 1 ayat (2).\n"},
    {"periksa-21",
     HEAD RULE HOME "\ncontoh\nLurah pada 4 Agustus 2020 di "
                    "rumah.\n",
     HEAD RULE HOME "\ncontoh\nKepala dinas pada 4 Agustus 2020 di rumah.\n"},
    {"periksa-21",
     HEAD RULE HOME "\ncontoh\nLurah pada 4 Agustus 2020 di "
                    "rumah.\n",
     HEAD RULE HOME "\ncontoh\nPelaksana Dinas Contho pada 4 Agustus 2020 di "
                    "rumah.\n"},
    {"periksa-22", FROM("berlaku 20 Juli 2020 sampai dengan 31 Juli 2020\n"),
     FROM("berlaku 20 Juli 2020 sampai dengan 1 Agustus 2020\n")},
    {"periksa-23",
     HEAD RULE HOME "(2) Pada 17 September 2020: pegawai wajib di rumah.\n",
     HEAD RULE HOME "(2) Pada 17 Agustus 2020: pegawai wajib di rumah.\n"},
    {"periksa-23",
     FROM("berlaku 3 Agustus 2020 sampai dengan 6 Agustus 2020\n") "(2) Setiap "
                                                                   "Jumat: "
                                                                   "pegawai "
                                                                   "wajib di "
                                                                   "rumah.\n",
     FROM("berlaku 3 Agustus 2020 sampai dengan 7 Agustus 2020\n") "(2) Setiap "
                                                                   "Jumat: "
                                                                   "pegawai "
                                                                   "wajib di "
                                                                   "rumah.\n"},
    {"periksa-24",
     HEAD RULE "(1) Di kantor paling banyak 50% dari seluruh pegawai, "
               "dibulatkan ke bawah.\n",
     HEAD RULE "(1) " HALF ".\n"},
    {"periksa-25",
     HEAD RULE HOME "(2) Kepala dinas dan lurah wajib di kantor.\n",
     HEAD RULE HOME "(2) Kepala dinas dan PTT wajib di kantor.\n"},
    {"periksa-26",
     HEAD RULE "(1) " HALF ".\n(2) Pada setiap unit kerja: di kantor paling "
               "banyak 25% dari seluruh pegawai, dibulatkan ke bawah.\n",
     HEAD RULE "(1) " HALF ".\n(2) Pada 17, 18 dan 19 Agustus 2020: di kantor "
               "paling banyak 25% dari seluruh pegawai, dibulatkan ke "
               "bawah.\n"},
    {"periksa-27",
     HEAD RULE "(1) " HALF ".\n(2) Pada setiap unit kerja: di kantor paling "
               "sedikit 75% dari seluruh pegawai, dibulatkan ke atas.\n",
     HEAD RULE "(1) " HALF ".\n(2) Pada setiap unit kerja: di kantor paling "
               "sedikit 25% dari seluruh pegawai, dibulatkan ke bawah.\n"},
    {"periksa-28",
     HEAD RULE HOME "(2) Kepala dinas wajib di rumah.\n(3) Surat edaran ini "
                    "tidak berlaku bagi pejabat eselon II dan PTT.\n",
     HEAD RULE HOME "(2) Kepala dinas wajib di rumah.\n(3) Surat edaran ini "
                    "tidak berlaku bagi PTT.\n"},
    {"periksa-29",
     HEAD RULE HOME "(2) PTT wajib di rumah.\n(3) Surat edaran ini tidak "
                    "berlaku bagi PTT.\n",
     HEAD RULE HOME "(2) PTT wajib di rumah.\n(3) Surat edaran ini tidak "
                    "berlaku bagi UPTD Contoh.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Pegawai wajib bekerja pukul 06.00–18.00.\n",
     HEAD RULE HOME "(2) Pegawai wajib bekerja pukul 08.00–14.00.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Pegawai wajib bekerja paling singkat 12 jam.\n",
     HEAD RULE HOME "(2) Pegawai wajib bekerja paling singkat 6 jam.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Pegawai wajib bekerja pukul 06.00–18.00.\n",
     HEAD RULE HOME "(2) Pada unit 24 jam: pegawai wajib bekerja pukul "
                    "06.00–18.00.\n"},
    {"periksa-31",
     HEAD RULE HOME "(2) Daftar petugas: \"Sebagaimana terlampir.\"\n",
     HEAD RULE HOME "(2) Daftar petugas: \"Sebagaimana terlampir.\"\n\n"
                    "lampiran \"petugas.csv\"\n"},
    {"periksa-33",
     HEAD RULE HOME "(2) Pegawai wajib bekerja dalam 3 gelombang pukul "
                    "08.00–11.00 dan pukul 11.00–14.00.\n",
     HEAD RULE HOME "(2) Pegawai wajib bekerja dalam 2 gelombang pukul "
                    "08.00–11.00 dan pukul 11.00–14.00.\n"},
    /* at home at least bounds the office, at home at most does not */
    {"periksa-16",
     HEAD RULE "(1) Pada setiap unit kerja: di rumah paling sedikit 3 orang.\n"
               "(2) Pegawai pada UPTD Contoh wajib di kantor.\n",
     HEAD RULE "(1) Pada setiap unit kerja: di rumah paling banyak 3 orang.\n"
               "(2) Pegawai pada UPTD Contoh wajib di kantor.\n"},
    {"periksa-17",
     HEAD RULE "(1) Pada setiap unit kerja: di rumah paling sedikit 2 orang.\n",
     HEAD RULE "(1) Pada setiap unit kerja: di rumah paling banyak 2 orang.\n"},
    {"periksa-23",
     HEAD RULE HOME "(2) Setiap Minggu: pegawai pada UPTD Contoh wajib di "
                    "kantor.\n",
     HEAD RULE HOME "(2) Setiap Minggu: pegawai pada Dinas Pemadam Kebakaran "
                    "wajib di kantor.\n"},
    {"periksa-23",
     HEAD RULE HOME "(2) Pada 8 dan 9 Agustus 2020: pegawai pada Seksi Satu "
                    "wajib di kantor.\n",
     HEAD RULE HOME "(2) Pada 8 dan 10 Agustus 2020: pegawai pada Seksi Satu "
                    "wajib di kantor.\n"},
    {"periksa-30",
     HEAD RULE
     "(1) Pegawai wajib di kantor dalam 2 gelombang pukul 06.00–12.00 "
     "dan pukul 12.00–22.00.\n",
     HEAD RULE
     "(1) Pegawai wajib di kantor dalam 2 gelombang pukul 06.00–12.00 "
     "dan pukul 12.00–18.00.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Menurut hari: Senin: pegawai wajib bekerja pukul "
                    "06.00–18.00; Selasa: pegawai wajib bekerja pukul "
                    "08.00–12.00.\n",
     HEAD RULE HOME "(2) Menurut hari: Senin: pegawai wajib bekerja pukul "
                    "08.00–16.00; Selasa: pegawai wajib bekerja pukul "
                    "08.00–12.00.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Pegawai pada unit 24 jam dan UPTD Contoh "
                    "wajib bekerja pukul 06.00–18.00.\n",
     HEAD RULE HOME "(2) Pegawai pada unit 24 jam wajib bekerja pukul "
                    "06.00–18.00.\n"},
    {"periksa-34",
     HEAD RULE HOME "(2) Pegawai di kantor tepat 3 hari kerja setiap minggu.\n",
     HEAD RULE "(1) " HALF
               ".\n(2) Pegawai di kantor paling banyak 3 hari kerja "
               "setiap minggu.\n"},
    {"periksa-34",
     HEAD RULE "(1) Pegawai boleh di mana saja.\n(2) Pegawai di kantor paling "
               "banyak 3 hari kerja setiap minggu.\n",
     HEAD RULE "(1) Pegawai boleh di mana saja.\n(2) Pegawai di kantor tepat 3 "
               "hari kerja setiap minggu.\n"},
    {"periksa-34",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor.\n(3) Kepala "
               "dinas di rumah tepat 2 hari kerja setiap bulan.\n",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor.\n(3) Pegawai "
               "di rumah paling banyak 4 hari kerja setiap minggu.\n"},
    {"periksa-36",
     HEAD RULE HOME "(2) Selama libur semester: pegawai wajib di rumah.\n",
     HEAD RULE HOME "(2) Selama Ramadan: pegawai wajib di rumah.\n"},
    {"periksa-36",
     HEAD RULE "(1) Pegawai boleh di rumah selama libur semester.\n",
     HEAD RULE HOME "(2) Selama libur semester: apel ditiadakan.\n"},
    {"periksa-35",
     HEAD RULE HOME "(2) Pegawai wajib presensi pukul 06.00–06.30 WIB.\n",
     HEAD RULE HOME "(2) Pegawai wajib presensi pukul 07.00–07.30 WITA.\n"},
    {"periksa-35",
     HEAD RULE HOME "(2) Apel diadakan pukul 07.15 WITA.\n"
                    "(3) Rapat diadakan pukul 09.00 WIT.\n",
     HEAD RULE HOME "(2) Apel diadakan pukul 07.15 WITA.\n"
                    "(3) Rapat diadakan pukul 09.00.\n"
                    "(4) Catatan: \"Pukul 07.30 WIT.\"\n"},
    {"periksa-32",
     HEAD RULE HOME "(2) Menurut zona risiko: merah: pegawai wajib di "
                    "rumah.\n",
     HEAD RULE HOME "(2) Menurut zona risiko: hijau: pegawai wajib di "
                    "kantor.\n"},
    {"periksa-32",
     HEAD RULE HOME "(2) Menurut sektor: pertanian: pegawai wajib di "
                    "rumah.\n",
     HEAD RULE HOME "(2) Menurut sektor: nonesensial: pegawai wajib di "
                    "rumah.\n"},
    /* behind a weekday: found on that day, and nobody is without a rule who has
     * one on it */
    {"periksa-13", HEAD RULE "(1) Setiap Jumat: PNS boleh di rumah.\n",
     HEAD RULE "(1) Setiap Jumat: pegawai boleh di rumah.\n"},
    {"periksa-16",
     HEAD RULE "(1) " HALF ".\n(2) Setiap Jumat: pegawai pada UPTD Contoh "
               "wajib di kantor.\n",
     HEAD RULE "(1) " HALF ".\n(2) Setiap Jumat: kepala dinas wajib di "
               "kantor.\n"},
    {"periksa-14",
     HEAD RULE HOME "(2) Setiap Jumat: pegawai pada Seksi Satu dan Seksi Dua "
                    "wajib di rumah.\n(3) Setiap Jumat: pegawai pada Seksi Dua "
                    "dan UPTD Contoh wajib di kantor.\n",
     HEAD RULE HOME "(2) Setiap Jumat: pegawai pada Seksi Satu dan Seksi Dua "
                    "wajib di rumah.\n(3) Setiap Kamis: pegawai pada Seksi Dua "
                    "dan UPTD Contoh wajib di kantor.\n"},
    {"periksa-29",
     HEAD RULE HOME "(2) Setiap Jumat: PTT wajib di rumah.\n(3) Surat edaran "
                    "ini tidak berlaku bagi PTT.\n",
     HEAD RULE HOME "(2) PTT wajib di rumah.\n(3) Setiap Jumat: surat edaran "
                    "ini tidak berlaku bagi PTT.\n"},
    /* who annexes something to a report promises no annex of the letter */
    {"periksa-31",
     HEAD RULE HOME "(2) Daftar petugas: \"Tercantum dalam Lampiran I.\"\n",
     HEAD RULE HOME "(2) Pegawai di rumah wajib \"melapor dengan melampirkan "
                    "foto\".\n(3) Laporan: \"Dilampiri bukti kerja; surat "
                    "dokter dilampirkan.\"\n"},
    /* a letter beside another is no amendment of it */
    {"periksa-11",
     HEAD RULE HOME "====\n" OTHER "mengubah surat edaran 1/T\n\n"
                    "masa berlaku diubah menjadi sampai dengan 7 September "
                    "2020.\n====\nsurat edaran 3/T\n" ISSUED
                    "ditetapkan 5 Agustus 2020\nmengubah surat edaran 1/T\n\n"
                    "masa berlaku diubah menjadi sampai dengan 9 September "
                    "2020.\n",
     HEAD RULE HOME
     "====\n" OTHER IN_AUGUST
     "bagi seluruh pegawai\ndi samping surat edaran 1/T\n\n" RULE HOME
     "====\nsurat edaran 3/T\n" ISSUED
     "ditetapkan 5 Agustus 2020\nmengubah surat edaran 1/T\n\n"
     "masa berlaku diubah menjadi sampai dengan 9 September "
     "2020.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Jam kerja ialah pukul 08.00–12.00.\n(3) Pegawai "
                    "wajib bekerja dalam 2 gelombang pukul 07.00–12.00 dan "
                    "pukul 12.00–17.00.\n",
     HEAD RULE HOME "(2) Jam kerja ialah pukul 08.00–12.00.\n(3) Pegawai "
                    "wajib bekerja dalam 2 gelombang pukul 08.00–12.00 dan "
                    "pukul 12.00–16.00.\n"},
    {"periksa-30",
     HEAD RULE HOME "(2) Jam kerja ialah pukul 08.00–14.00.\n(3) Pegawai "
                    "wajib bekerja pukul 07.30–16.00.\n",
     HEAD RULE HOME "(2) Selama Ramadan: jam kerja ialah pukul "
                    "08.00–14.00.\n(3) Pegawai wajib bekerja pukul "
                    "07.30–16.00.\n"},
    {"periksa-27",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling sedikit 60% dari "
               "seluruh pegawai, dibulatkan ke bawah.\n(2) Pada setiap unit "
               "kerja: di rumah paling sedikit 60% dari seluruh pegawai, "
               "dibulatkan ke atas.\n",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling sedikit 50% dari "
               "seluruh pegawai, dibulatkan ke bawah.\n(2) Pada setiap unit "
               "kerja: di rumah paling sedikit 50% dari seluruh pegawai, "
               "dibulatkan ke atas.\n"},
    {"periksa-37",
     HEAD RULE HOME "(2) Pegawai di rumah wajib menjawab pesan paling lama 15 "
                    "menit.\n(3) Pegawai di rumah wajib menjawab pesan paling "
                    "lama 30 menit.\n",
     HEAD RULE HOME "(2) Pegawai di rumah wajib menjawab pesan paling lama 15 "
                    "menit.\n(3) PTT di rumah wajib menjawab pesan paling "
                    "lama 30 menit.\n"},
    {"periksa-37",
     HEAD RULE HOME "(2) Jam kerja ialah pukul 08.00–15.00.\n(3) Jam kerja "
                    "ialah pukul 07.30–16.00.\n",
     HEAD RULE HOME "(2) Jam kerja ialah pukul 08.00–15.00.\n(3) Setiap "
                    "Jumat: jam kerja ialah pukul 07.30–11.00.\n"},
    {"periksa-37",
     HEAD RULE HOME "(2) Pegawai wajib melapor 2 kali sehari kepada atasan "
                    "langsung.\n\naturan 2 \"lapor\"\n(1) Pegawai wajib "
                    "melapor 3 kali sehari kepada atasan langsung.\n",
     HEAD RULE HOME "(2) Pegawai wajib presensi pukul 07.00–07.30 melalui "
                    "aplikasi.\n(3) Pegawai wajib presensi pukul "
                    "16.00–16.30 melalui aplikasi.\n"},
    {"periksa-37",
     HEAD RULE "(1) " HALF ".\n(2) Pegawai di kantor paling banyak 3 hari "
               "kerja setiap minggu.\n(3) Pegawai di kantor paling banyak 2 "
               "hari kerja setiap minggu.\n",
     HEAD RULE "(1) " HALF ".\n(2) Pegawai di kantor paling banyak 3 hari "
               "kerja setiap minggu.\n(3) Pegawai di kantor paling sedikit 2 "
               "hari kerja setiap minggu.\n"},
    {"periksa-38",
     HEAD RULE "(1) Pegawai wajib di rumah.\n(2) Pada setiap unit kerja: di "
               "kantor paling sedikit 1 orang.\n",
     HEAD RULE "(1) Pegawai wajib di rumah.\n(2) Dikecualikan dari ayat (1), "
               "pada setiap unit kerja: di kantor paling sedikit 1 orang.\n"},
    {"periksa-38",
     HEAD RULE "(1) Setiap Jumat: pegawai wajib di rumah.\n(2) Pada setiap "
               "unit kerja: di kantor paling sedikit 1 orang.\n",
     HEAD RULE "(1) Setiap Jumat: pegawai boleh di rumah.\n(2) Pada setiap "
               "unit kerja: di kantor paling sedikit 1 orang.\n"},
    {"periksa-39", HEAD RULE "(1) Pegawai wajib di kantor, bergilir.\n",
     HEAD RULE "(1) Pegawai wajib di kantor, bergilir.\n(2) " HALF ".\n"},
    {"periksa-39", HEAD RULE "(1) Pegawai boleh di rumah, bergilir.\n",
     HEAD RULE "(1) " HALF ".\n(2) Selebihnya boleh di rumah, bergilir.\n"},
    {"periksa-39",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor.\n(3) Kepala "
               "dinas wajib di kantor, bergilir.\n",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor, tidak "
               "bergilir.\n"},
    {"periksa-40", HALVED REPEALING "aturan 1 ayat (1) dihapus.\n",
     HALVED REPEALING "aturan 1 ayat (1) dihapus.\n\naturan 1 ayat (2) "
                      "dihapus.\n"},
    {"periksa-40",
     HALVED REPEALING
     "aturan 1 ayat (1) diubah menjadi:\nKepala dinas wajib di "
     "kantor.\n",
     HALVED REPEALING "aturan 1 ayat (1) diubah menjadi:\n" HALF ".\n"},
    /* what an amendment brings is looked at where the amendment is checked */
    {"periksa-24",
     HALVED REPEALING "aturan 1 ayat (1) diubah menjadi:\nDi kantor paling "
                      "banyak 2 orang.\n",
     HALVED REPEALING "aturan 1 ayat (1) diubah menjadi:\n" HALF ".\n"},
    {"periksa-12",
     HALVED REPEALING "sesudah aturan 1 ayat (2) disisipkan ayat (3):\nLurah "
                      "wajib di kantor.\n",
     HALVED REPEALING "sesudah aturan 1 ayat (2) disisipkan ayat (3):\nKepala "
                      "dinas wajib di kantor.\n"},
    {"periksa-02",
     HALVED REPEALING "sesudah aturan 1 ayat (2) disisipkan ayat (3):\nKepala "
                      "dinas wajib menyediakan masker, belum lengkap.\n",
     HALVED REPEALING "sesudah aturan 1 ayat (2) disisipkan ayat (3):\nKepala "
                      "dinas wajib menyediakan masker.\n"},
    /* of several bounds of a unit the one with that number; people, of units
     * that   the letter counts */
    {"periksa-20",
     HEAD RULE "(1) " BETWEEN
               ".\n\ncontoh\nUnit kerja dengan 41 pegawai pada 4 "
               "Agustus 2020 di kantor paling banyak 10 orang.\n",
     HEAD RULE
     "(1) " BETWEEN ".\n\ncontoh\nUnit kerja dengan 41 pegawai pada 4 "
     "Agustus 2020 di kantor paling banyak 20 orang.\nUnit kerja dengan "
     "41 pegawai pada 4 Agustus 2020 di kantor paling sedikit 10 "
     "orang.\n"},
    {"periksa-20",
     HEAD RULE "(1) " HALF ".\n\ncontoh\nUnit kerja dengan 41 pegawai pada 4 "
               "Agustus 2020 di kantor paling banyak 50%.\n",
     HEAD RULE "(1) " HALF ".\n\ncontoh\nUnit kerja dengan 41 pegawai pada 4 "
               "Agustus 2020 di kantor paling banyak 20 orang.\n"},
    {"periksa-20",
     HEAD RULE "(1) " HALF
               ".\n\ncontoh\nPerangkat daerah dengan 41 pegawai pada 4 "
               "Agustus 2020 di kantor paling banyak 20 orang.\n",
     HEAD RULE "(1) " HALF ".\n\ncontoh\nUPTD Contoh dengan 41 pegawai pada 4 "
               "Agustus 2020 di kantor paling banyak 20 orang.\n"},
    {"periksa-20",
     HEAD RULE
     "(1) Pada setiap perangkat daerah: di kantor paling banyak 2 "
     "orang.\n\ncontoh\nUnit kerja dengan 4 pegawai pada 4 Agustus 2020 "
     "di kantor paling banyak 2 orang.\n",
     HEAD RULE
     "(1) Pada setiap perangkat daerah: di kantor paling banyak 2 "
     "orang.\n\ncontoh\nPerangkat daerah dengan 4 pegawai pada 4 Agustus "
     "2020 di kantor paling banyak 2 orang.\n"},
    {"periksa-20",
     HEAD RULE
     "(1) Di kantor paling banyak 2 orang.\n\ncontoh\nUnit kerja dengan "
     "4 pegawai pada 4 Agustus 2020 di kantor paling banyak 2 orang.\n",
     HEAD RULE "(1) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n"
               "\ncontoh\nUnit kerja dengan 4 pegawai pada 4 Agustus 2020 di "
               "kantor paling banyak 2 orang.\n"},
    /* the bound that counts a head is not why the head is in the office */
    {"periksa-20",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor.\n\ncontoh\n"
               "Kepala dinas pada 4 Agustus 2020 di kantor karena aturan 1 "
               "ayat (1).\n",
     HEAD RULE "(1) " HALF ".\n(2) Kepala dinas wajib di kantor.\n\ncontoh\n"
               "Kepala dinas pada 4 Agustus 2020 di kantor karena aturan 1 "
               "ayat (2).\n"},
};

/* What is found in the last letter, its examples included. */
static Diags lint(Arena *arena, const char *letters)
{
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    Corpus *corpus = &law->corpus;
    small_law_open(arena, tables, law);
    bool sound =
        small_law_letters(arena, str_of(letters), law) &&
        corpus_make(arena, &law->from, DATE_NEVER, corpus, &law->diags);
    Buf said = buf_in(arena);
    faults_print(&law->tables.faults, LANG_EN, &said);
    if (!sound) diags_print(&law->diags, LANG_EN, &said);
    EXPECT_STR(buf_str(&said), "");
    if (sound) {
        uint32_t last = corpus->letter_count - 1;
        check_letter(arena, corpus, last, &law->diags);
        check_examples(arena, &law->from, corpus, last, &law->diags);
    }
    return law->diags;
}

static const Diag *found(const Diags *diags, const char *id)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        if (strcmp(diags->list.at[i].id, id) == 0) return &diags->list.at[i];
    }
    return NULL;
}

FACT(each_finding_is_found_where_it_is_and_not_where_it_is_mended)
{
    for (size_t i = 0; i < COUNT(findings); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s %zu", findings[i].id, i);
        Diags bad = lint(arena, findings[i].found);
        Diags good = lint(arena, findings[i].mended);
        const Diag *diag = found(&bad, findings[i].id);
        EXPECT(found(&good, findings[i].id) == NULL);
        if (!EXPECT(diag != NULL)) continue;
        EXPECT(!str_is(diag->said[LANG_ID], diag->said[LANG_EN]));
        EXPECT(diag->advice[LANG_ID].len > 0);
        EXPECT(!str_is(diag->advice[LANG_ID], diag->advice[LANG_EN]));
    }
}

/* Both letters are checked, each on its own: what is told lies in its text. */
FACT(what_an_amendment_brings_is_told_in_its_own_text_and_once)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    const Corpus *corpus = &law->corpus;
    small_law_open(arena, tables, law);
    bool sound = small_law_letters(
        arena,
        STR(HALVED REPEALING "aturan 1 ayat (1) diubah menjadi:\nDi kantor "
                             "paling banyak 2 orang.\n"),
        law);
    if (!EXPECT(sound && corpus_make(arena, &law->from, DATE_NEVER,
                                     &law->corpus, &law->diags)))
        return;
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        Diags diags = diags_in(arena);
        const Source *source = corpus->letters[i].source;
        check_letter(arena, corpus, i, &diags);
        const Diag *diag = found(&diags, "periksa-24");
        ROW("%u", i);
        EXPECT((diag != NULL) == (i == 1));
        if (diag == NULL) continue;
        EXPECT(diag->source == source);
        EXPECT_STR(str_slice(source->text, diag->span.from, diag->span.to),
                   "Di kantor paling banyak 2 orang");
    }
}

/* What is to be written instead, by what the example has wrong. */
static const struct {
    const char *rule, *example, *said, *advice;
} unit_examples[] = {
    {BETWEEN,
     "Unit kerja dengan 41 pegawai pada 4 Agustus 2020 di kantor paling "
     "banyak 10 orang.",
     "batasnya paling banyak 20 orang (aturan 1 ayat (1) SE 1/T)",
     "betulkan contohnya, atau aturan yang disebut"},
    {BETWEEN,
     "Unit kerja dengan 41 pegawai pada 4 Agustus 2020 di kantor tepat 20 "
     "orang.",
     "batasnya paling banyak 20 orang (aturan 1 ayat (1) SE 1/T)",
     "betulkan contohnya, atau aturan yang disebut"},
    {"Pada setiap UPTD: di kantor paling banyak 2 orang.\n(2) Pada setiap "
     "unit kerja: di kantor paling banyak 3 orang",
     "Unit kerja dengan 41 pegawai pada 4 Agustus 2020 di kantor paling "
     "banyak 9 orang.",
     "batasnya paling banyak 3 orang (aturan 1 ayat (2) SE 1/T)",
     "betulkan contohnya, atau aturan yang disebut"},
    {HALF,
     "Perangkat daerah dengan 41 pegawai pada 4 Agustus 2020 di kantor paling "
     "banyak 20 orang.",
     "tidak ada batas yang berlaku bagi unit seperti itu",
     "aturan 1 ayat (1) SE 1/T menghitung unit yang lain: tulis 'unit kerja "
     "...'"},
    {"Pada setiap perangkat daerah: di kantor paling banyak 2 orang",
     "Unit kerja dengan 4 pegawai pada 4 Agustus 2020 di kantor paling banyak "
     "2 "
     "orang.",
     "tidak ada batas yang berlaku bagi unit seperti itu",
     "aturan 1 ayat (1) SE 1/T menghitung unit yang lain: tulis 'perangkat "
     "daerah "
     "...'"},
    {"Di kantor paling banyak 2 orang",
     "Unit kerja dengan 4 pegawai pada 4 Agustus 2020 di kantor paling banyak "
     "2 "
     "orang.",
     "tidak ada batas yang berlaku bagi unit seperti itu",
     "pilih hari dan tempat yang dibatasi surat ini, misalnya dengan 'Pada "
     "setiap "
     "unit kerja: di kantor paling banyak ...'"},
};

FACT(an_example_of_a_unit_says_which_bound_and_which_unit_it_should_have)
{
    for (size_t i = 0; i < COUNT(unit_examples); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s", unit_examples[i].example);
        Str text = str_format(arena, HEAD RULE "(1) %s.\n\ncontoh\n%s\n",
                              unit_examples[i].rule, unit_examples[i].example);
        Diags diags = lint(arena, str_c(arena, text));
        const Diag *diag = found(&diags, "periksa-20");
        if (!EXPECT(diag != NULL)) continue;
        EXPECT_HAS(diag->said[LANG_ID], unit_examples[i].said);
        EXPECT_STR(diag->advice[LANG_ID], unit_examples[i].advice);
    }
}

/* The page of the language names every finding of the linter, and each has its
 * row here. */
FACT(every_finding_has_its_row_and_its_paragraph)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    Str page = {0};
    Err err = {0};
    if (!EXPECT(file_read(arena, "docs/language.md", 1 << 20, &page, &err)))
        return;
    for (int n = 1; n <= 40; n++) {
        char id[16];
        (void)snprintf(id, sizeof id, "periksa-%02d", n);
        bool row = false;
        for (size_t i = 0; i < COUNT(findings); i++)
            row |= strcmp(findings[i].id, id) == 0;
        ROW("%s", id);
        if (n == 19) continue; /* given up, never to mean something else */
        EXPECT(row);
        EXPECT(str_find(page, str_format(arena, "**%s**", id), 0) != SIZE_MAX);
    }
}
