/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_day_letters.c - small invented lands: one register, eight letters.
 */
#include "chance_day.h"
#include "small_law.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const tables[TABLE_COUNT] = {
    [TABLE_UNITS] =
        "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan,jam_24,"
        "hari_kerja\n"
        "kota,Pemerintah Kota,,pemerintah,,,,,5\n"
        "dinas,Dinas Contoh,kota,dinas,ya,ya,,,5\n"
        "bidang,Bidang Satu,dinas,bidang,,,,,5\n"
        "uptd,UPTD Pasar,dinas,uptd,,ya,layanan langsung,,6\n"
        "jaga,Badan Jaga,kota,badan,ya,ya,,ya,7\n",
    [TABLE_PEOPLE] =
        "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
        "petugas_lapangan,mulai,sampai\n"
        "H,,,Hana,PNS,dinas,Kepala Dinas,struktural,,,\n"
        "K,,,Kiki,PNS,bidang,Kepala Bidang,struktural,,,\n"
        "U,,,Umar,PNS,uptd,Kepala UPTD,struktural,,,\n"
        "J,,,Jaya,PNS,jaga,Kepala Badan,struktural,,,\n"
        "A,,,Ani,PNS,dinas,Analis,fungsional,,,\n"
        "B,,,Budi,PTT,dinas,Petugas,pelaksana,,,\n"
        "C,,,Citra,PPPK,bidang,Analis,fungsional,,,\n"
        "D,,,Dodi,TKD,bidang,Operator,pelaksana,,,\n"
        "E,,,Eka,PNS,bidang,Penata,pelaksana,,,\n"
        "F,,,Fani,TKD,uptd,Petugas,pelaksana,ya,,\n"
        "G,,,Gani,PNS,uptd,Petugas,pelaksana,,,\n"
        "M,,,Mira,PNS,dinas,Analis,fungsional,,,2020-08-19\n"
        "N,,,Nina,PNS,jaga,Petugas,pelaksana,ya,2020-08-12,\n"
        "P,,,Putu,PNS,jaga,Petugas,pelaksana,,,\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P1,Kepala Dinas Contoh,dinas,II.b,kepala dinas,ya,H,,,\n"
        "P2,Kepala Bidang Satu,bidang,III.b,kepala bidang,ya,K,,,\n"
        "P3,Kepala UPTD Pasar,uptd,IV.a,kepala uptd,ya,U,,,\n"
        "P4,Kepala Badan Jaga,jaga,II.b,kepala badan,ya,J,,,\n",
    [TABLE_ABSENCES] =
        "pegawai,jenis,mulai,sampai,dicatat,urgensi\n"
        "A,cuti,2020-08-10,2020-08-11,2020-08-01,\n"
        "B,cuti,2020-09-10,2020-09-25,2020-08-01,pernikahan anak\n"
        "E,cuti,2020-09-03,2020-09-18,2020-08-01,\n"
        "P,sakit,2020-09-03,2020-09-11,2020-08-01,\n"
        "G,dinas luar,2020-08-27,2020-08-28,2020-08-01,\n",
    [TABLE_MARKS] = "pegawai,tanda,mulai,sampai,dicatat\n"
                    "C,wajib di rumah,2020-08-24,2020-08-28,2020-08-01\n"
                    "D,hamil,2020-08-01,2020-09-30,2020-08-01\n"
                    "K,tidak dipanggil,2020-08-01,2020-08-31,2020-08-01\n"
                    "B,tidak dipanggil,2020-08-20,2020-09-10,2020-08-01\n",
    [TABLE_EVENTS] =
        "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas,"
        "urgensi,persetujuan\n"
        "penutupan,uptd,,2020-08-13,2020-08-16,,2020-08-13,kasus,,,\n"
        "panggilan,,E,2020-08-14,2020-08-14,,2020-08-13,rapat,,,\n"
        "panggilan,,P,2020-08-14,2020-08-28,,2020-08-13,rapat,,,\n"
        "panggilan,,B,2020-08-14,2020-08-28,,2020-08-13,rapat,,,\n"
        "rapat,,C,2020-08-14,2020-08-14,,2020-08-13,rapat,,,Hana\n",
};

static const char holidays[] = "tanggal,jenis,nama,diketahui,sumber\n"
                               "2020-08-21,libur,Tahun Baru,2019-08-28,SKB\n"
                               "2020-08-31,libur,Hari Jadi,2019-08-28,SKB\n";

#define HEAD(number)                                           \
    "surat edaran " number "\n"                                \
    "penerbit Wali Kota\n"                                     \
    "ditetapkan 1 Agustus 2020\n"                              \
    "berlaku 3 Agustus 2020 sampai dengan 30 September 2020\n" \
    "bagi seluruh pegawai\n\n"

#define PLACES                                                        \
    "aturan 1 \"tempat\"\n"                                           \
    "(1) Kepala perangkat daerah dan pejabat administrator wajib di " \
    "kantor.\n"                                                       \
    "(2) Petugas operasional lapangan wajib di lapangan.\n"           \
    "(3) Pegawai lainnya wajib di rumah.\n\n"

#define TURNS(rest)                                                         \
    "aturan 1 \"giliran\"\n"                                                \
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh " \
    "pegawai, dibulatkan ke bawah.\n"                                       \
    "(2) Selebihnya " rest " di rumah, bergilir.\n\n"

static const char *const letters[CHANCE_SMALL] = {
    HEAD("1/A/2020") PLACES
    "aturan 2 \"kewajiban\"\n"
    "(1) Pegawai wajib presensi pukul 07.00-07.30 dan pukul 15.00-15.30.\n"
    "(2) Pegawai di rumah wajib melapor setiap hari kerja melalui aplikasi "
    "atau WhatsApp, paling lambat pukul 17.00.\n"
    "(3) Atasan langsung wajib memeriksa laporan.\n"
    "(4) Pegawai wajib dapat dihubungi pada jam kerja.\n"
    "(5) Pegawai diimbau dapat dihubungi setiap saat.\n"
    "(6) Pegawai di rumah wajib menjawab pesan paling lama 10 menit.\n"
    "(7) Pegawai di rumah dilarang meninggalkan rumah, kecuali untuk "
    "pemeriksaan kesehatan atau pangan.\n",

    HEAD("2/A/2020") TURNS(
        "wajib") "aturan 2 \"kewajiban\"\n"
                 "(1) Pegawai di rumah wajib melapor setiap minggu melalui "
                 "Sikerja.\n"
                 "(2) Pegawai wajib melaporkan hasil pekerjaan setiap bulan, "
                 "paling lambat pukul 16.00.\n"
                 "(3) Kepala perangkat daerah boleh menetapkan laporan berkala "
                 "dan saluran "
                 "laporan.\n"
                 "(4) Pegawai di rumah dilarang meninggalkan rumah, kecuali "
                 "untuk keperluan "
                 "mendesak, antara lain pangan dan kesehatan.\n"
                 "(5) Pegawai dilarang bepergian ke luar daerah.\n"
                 "(6) Pegawai wajib mencapai sasaran kerja.\n"
                 "(7) Jam kerja ialah setiap hari kerja pukul 08.00-14.00.\n"
                 "(8) Pegawai di rumah wajib dapat dihubungi pada jam kerja.\n",

    HEAD("3/A/2020") "aturan 1 \"tempat\"\n"
                     "(1) Seluruh pegawai boleh di rumah.\n"
                     "(2) Pegawai di rumah diimbau menyampaikan laporan harian "
                     "melalui daring.\n"
                     "(3) Pegawai di rumah dilarang meninggalkan rumah.\n"
                     "(4) Pegawai di rumah dilarang bepergian ke luar kota.\n"
                     "(5) Pegawai wajib berkoordinasi dengan atasan langsung.\n"
                     "(6) Pegawai wajib melaksanakan tugas dari atasan "
                     "langsung.\n"
                     "(7) Pegawai di rumah diimbau mengikuti pengumuman unit "
                     "kerja.\n"
                     "(8) Presensi dicatat dalam buku hadir.\n"
                     "(9) Pegawai boleh dipanggil ke kantor setiap saat.\n"
                     "(10) Pegawai diimbau dapat dihubungi pada jam kerja.\n",

    HEAD("4/A/2020") TURNS(
        "boleh") "aturan 2 \"panggilan\"\n"
                 "(1) Pegawai di rumah boleh dipanggil ke kantor.\n"
                 "(2) Pegawai yang dipanggil wajib hadir di kantor.\n"
                 "(3) Pegawai yang dipanggil wajib mengisi laporan harian.\n"
                 "(4) Pegawai wajib dapat dihubungi pukul 08.00-12.00 dan "
                 "pukul "
                 "13.00-15.30.\n"
                 "(5) Pegawai di rumah dan PTT wajib presensi pukul 07.45.\n\n"
                 "aturan 3 \"pengecualian\"\n"
                 "(1) Surat edaran ini tidak berlaku bagi pegawai pada UPTD "
                 "Pasar.\n"
                 "(2) Aturan 2 tidak berlaku bagi PPPK.\n",

    HEAD("5/A/2020") "aturan 1 \"tempat\"\n"
                     "(1) Pegawai wajib di kantor, kecuali petugas operasional "
                     "lapangan.\n"
                     "(2) Petugas operasional lapangan wajib di lapangan.\n"
                     "(3) Pegawai yang hamil boleh di rumah.\n"
                     "(4) Pegawai wajib melapor setiap hari kerja pukul "
                     "15.00-16.00.\n"
                     "(5) Pegawai di kantor wajib mengikuti pengumuman unit "
                     "kerja.\n"
                     "(6) Presensi dicatat dalam buku hadir unit kerja.\n"
                     "(7) Pegawai di lapangan wajib melapor setiap hari kerja "
                     "melalui "
                     "telepon.\n"
                     "(8) Pegawai wajib dapat dihubungi setiap saat.\n"
                     "(9) Pegawai wajib menyelesaikan tugas.\n",

    HEAD("6/A/2020") PLACES
    "aturan 2 \"kewajiban\"\n"
    "(1) Setiap Rabu: pegawai wajib melapor setiap hari kerja, paling lambat "
    "pukul 12.00.\n"
    "(2) Mulai 17 Agustus 2020: pegawai di rumah wajib presensi 2 kali "
    "sehari.\n"
    "(3) Pada UPTD Pasar: pegawai wajib dapat dihubungi setiap saat.\n"
    "(4) Pegawai boleh dapat dihubungi pada jam kerja.\n"
    "(5) Pegawai wajib mencapai sasaran kerja perangkat daerah.\n"
    "(6) Pegawai boleh melapor setiap minggu.\n"
    "(7) Atasan langsung diimbau memeriksa laporan, paling lambat pukul "
    "17.00.\n\n"
    "aturan 3 \"penutupan\"\n"
    "(1) Jika ada kasus positif pada suatu unit kerja: unit kerja itu ditutup "
    "selama 3 hari kalender sejak penetapan penutupan.\n",

    HEAD("7/A/2020") "aturan 1 \"tempat\"\n"
                     "(1) Pegawai wajib di rumah.\n"
                     "(2) Pegawai dilarang meninggalkan rumah, kecuali untuk "
                     "keselamatan.\n"
                     "(3) Kepala perangkat daerah wajib menetapkan laporan "
                     "berkala.\n"
                     "(4) Pegawai wajib berkoordinasi dengan atasan langsung.\n"
                     "====\n" HEAD(
                         "8/A/2020") "aturan 1 \"tambahan\"\n"
                                     "(1) Pegawai di rumah wajib dapat "
                                     "dihubungi pukul 09.00-11.00.\n"
                                     "(2) Pegawai diimbau menyampaikan "
                                     "laporan setiap minggu kepada atasan "
                                     "langsung, paling lambat pukul 10.00.\n"
                                     "(3) Pegawai di rumah wajib melapor "
                                     "setiap bulan melalui media sosial.\n"
                                     "(4) PNS boleh dipanggil bertugas setiap "
                                     "saat.\n"
                                     "(5) Pegawai di rumah boleh datang ke "
                                     "kantor.\n",

    "surat edaran 9/A/2020\n"
    "penerbit Wali Kota\n"
    "ditetapkan 1 Agustus 2020\n"
    "berlaku 5 Agustus 2020 sampai dengan 26 Agustus 2020\n"
    "bagi PNS dan TKD\n\n" PLACES "aturan 2 \"kewajiban\"\n"
    "(1) Pegawai wajib melapor setiap minggu.\n"
    "(2) Pegawai wajib melapor setiap bulan melalui web, petugas atau impor.\n"
    "(3) Pegawai di rumah wajib dapat dihubungi setiap saat.\n"
    "(4) Pegawai wajib menjawab pesan paling lama 1 jam.\n"
    "(5) Pegawai di rumah dilarang meninggalkan rumah, kecuali untuk "
    "kesehatan, belum lengkap.\n"
    "(6) Pegawai dilarang bepergian ke luar daerah.\n"
    "(7) Pegawai wajib mengikuti pengumuman unit kerja.\n"
    "(8) Pegawai di rumah boleh datang ke kantor, dengan izin atasan "
    "langsung.\n",

    HEAD("10/A/2020") TURNS(
        "wajib") "aturan 2 \"gelombang\"\n"
                 "(1) Pada Dinas Contoh, menurut hari: Senin sampai dengan "
                 "Kamis: pegawai "
                 "di kantor wajib bekerja dalam 2 gelombang pukul 07.30-12.00 "
                 "dan pukul "
                 "12.00-16.00; Jumat: pegawai di kantor wajib bekerja dalam 2 "
                 "gelombang "
                 "pukul 07.30-11.30 dan pukul 13.00-16.30.\n"
                 "(2) Pada UPTD Pasar: pegawai wajib bekerja dalam 3 gelombang "
                 "pukul "
                 "06.00-10.00, pukul 10.00-14.00 dan pukul 14.00-18.00.\n"
                 "(3) Pegawai wajib dapat dihubungi pada jam kerja.\n"
                 "(4) Pegawai di kantor wajib presensi pukul 07.00-07.30.\n"
                 "(5) PTT dilarang mengambil cuti.\n"
                 "(6) Cuti ditunda, kecuali untuk keperluan mendesak.\n",

    HEAD("11/A/2020") "aturan 1 \"gelombang\"\n"
                      "(1) Pegawai wajib di kantor dalam 2 gelombang pukul "
                      "07.30-12.00 dan "
                      "pukul 12.00-16.00.\n"
                      "(2) Pegawai wajib dapat dihubungi pada jam kerja.\n"
                      "(3) Setiap Jumat: pegawai di kantor wajib bekerja dalam "
                      "gelombang pukul "
                      "07.30-11.00 dan pukul 13.30-17.00.\n"
                      "(4) Setiap Kamis: cuti dibatasi untuk keperluan "
                      "mendesak.\n",
};

/* ---- reading them ------------------------------------------------------- */

/* The tables of all lands, with those that are given in their stead. */
static void open_land(Arena *arena, const char *const *instead, SmallLaw *law)
{
    const char *texts[TABLE_COUNT];
    for (int t = 0; t < TABLE_COUNT; t++)
        texts[t] =
            instead != NULL && instead[t] != NULL ? instead[t] : tables[t];
    small_law_open(arena, texts, law);
}

static bool read_land(Arena *arena, SmallLaw *law, const char *letter)
{
    Source *file = NEW(arena, Source, 1);
    *file = (Source){STR("libur.csv"), str_of(holidays)};
    return law->tables.made &&
           calendar_read(arena, file, &law->calendar, &law->diags) &&
           small_law_letters(arena, str_of(letter), law) &&
           corpus_make(arena, &law->from, DATE_NEVER, &law->corpus,
                       &law->diags);
}

static void print_faults(Arena *arena, const Diags *diags, const Faults *faults)
{
    Buf said = buf_in(arena);
    diags_print(diags, LANG_EN, &said);
    faults_print(faults, LANG_EN, &said);
    (void)printf("%.*s", STR_ARG(buf_str(&said)));
}

ChanceLand chance_land(Arena *arena, const char *letter,
                       const char *const *instead, Zone zone)
{
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    ChanceLand land = {
        .name = "a small land",
        .letters = letter,
        .period = {tables_day("2020-08-01"), tables_day("2020-10-02")}
    };
    open_land(arena, instead, law);
    law->government.zone = zone;
    land.sound = read_land(arena, law, letter);
    if (!land.sound) print_faults(arena, &law->diags, &law->tables.faults);
    land.corpus = law->corpus;
    land.zone = zone;
    land.hours = register_hours(&law->government);
    return land;
}

ChanceLand chance_small(Arena *arena, uint32_t number)
{
    return chance_land(arena, letters[number], NULL, (Zone)(number % 3));
}

/* ---- the five governments -------------------------------------------------
 */

static const char *const folders[CHANCE_LARGE] = {
    "examples/bontang", "examples/balikpapan",    "examples/paser",
    "examples/kotim",   "examples/bandarlampung",
};

ChanceLand chance_large(Arena *arena, uint32_t number)
{
    Office *office = NEW(arena, Office, 1);
    ChanceLand land = {.name = folders[number], .letters = folders[number]};
    Err err = {0};
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    land.sound = office_open(arena, folders[number], office, &err) &&
                 office_law(office, DATE_NEVER, &land.corpus, &err) &&
                 corpus_period(&land.corpus, &land.period, &err);
    if (!land.sound) print_faults(arena, &office->diags, &office->faults);
    if (!land.sound) (void)printf("%s: %s\n", folders[number], err.text);
    land.zone = office->government.zone;
    land.hours = register_hours(&office->government);
    return land;
}
