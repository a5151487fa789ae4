/* SPDX-License-Identifier: Apache-2.0 */
/*
 * small_town.h - the tables of a small government for the tests of the law.
 *
 * H leads Dinas Contoh; A and B (PTT) are of Seksi Satu, E of Seksi Dua, U of
 * its UPTD; C leads Kecamatan Tepi, L its Kelurahan Hulu, where W works.
 */
#pragma once

#include "register/import.h"

static const char *const small_town[TABLE_COUNT] = {
    [TABLE_UNITS] =
        "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan\n"
        "kota,Pemerintah Kota,,pemerintah,,,\n"
        "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
        "s1,Seksi Satu,dinas,seksi,,,\ns2,Seksi Dua,dinas,seksi,,,\n"
        "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung\n"
        "kec,Kecamatan Tepi,kota,kecamatan,ya,ya,\n"
        "kel,Kelurahan Hulu,kec,kelurahan,,ya,\n"
        "ku,Seksi Umum,kec,seksi,,,\nlu,Seksi Umum,kel,seksi,,,\n",
    [TABLE_PEOPLE] =
        "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
        "petugas_lapangan,mulai,sampai\n"
        "H,,,Hadi,PNS,dinas,,,,,\nA,,,Ani,PNS,s1,,,,,\nB,,,Budi,PTT,s1,,,,,\n"
        "E,,,Eka,PNS,s2,,,,,\nU,,,Umar,PNS,upt,,,,,\nC,,,Cici,PNS,kec,,,,,\n"
        "L,,,Lala,PNS,kel,,,,,\nW,,,Wati,PNS,kel,,,,,\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,H,,,\n"
        "Q,Camat Tepi,kec,III.a,camat,ya,C,,,\n"
        "R,Lurah Hulu,kel,IV.a,lurah,ya,L,,,\n",
};
