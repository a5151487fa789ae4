/* SPDX-License-Identifier: Apache-2.0 */
/*
 * small_texts.h - a government of fourteen people for the tests of app/.
 *
 * Dinas Contoh: H its head (must come where the rules say so), sections s1
 * (A to D) and s2 (E to G), and a UPTD of its own staff (U1 to U6).  C is on
 * leave from the 5th to the 7th, E is called on the 6th.  The counter wants
 * two of U1 to U4 from Monday to Friday; a second one of s2 wants one of F, G
 * and U4 on Tuesdays and Thursdays.
 */
#pragma once

#include "register/import.h"

enum { SMALL_PEOPLE = 14 };

#define SMALL_HEAD                                                        \
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan," \
    "petugas_lapangan,mulai,sampai\n"

static const char *const small_texts[TABLE_COUNT] = {
    [TABLE_UNITS] = "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,"
                    "layanan\n"
                    "kota,Pemerintah Kota,,pemerintah,,,\n"
                    "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
                    "s1,Seksi Satu,dinas,seksi,,,\n"
                    "s2,Seksi Dua,dinas,seksi,,,\n"
                    "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung\n",
    [TABLE_PEOPLE] = SMALL_HEAD "H,,,Hadi,PNS,dinas,,,,,\n"
                                "A,,,Ani,PNS,s1,,,,,\n"
                                "B,,,Budi,PNS,s1,,,,,\n"
                                "C,,,Cici,PNS,s1,,,,,\n"
                                "D,,,Dedi,PNS,s1,,,,,\n"
                                "E,,,Eka,PNS,s2,,,,,\n"
                                "F,,,Fani,PNS,s2,,,,,\n"
                                "G,,,Gita,PNS,s2,,,,,\n"
                                "U1,,,Umar,PNS,upt,,,,,\n"
                                "U2,,,Uli,PNS,upt,,,,,\n"
                                "U3,,,Udin,PNS,upt,,,,,\n"
                                "U4,,,Ucok,PNS,upt,,,,,\n"
                                "U5,,,Ujang,PNS,upt,,,,,\n"
                                "U6,,,Unyil,PNS,upt,,,,,\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,H,,,\n"
        "Q,Kepala UPTD,upt,IV.a,kepala uptd,ya,,,,\n",
    [TABLE_ABSENCES] = "pegawai,jenis,mulai,sampai,dicatat\n"
                       "C,cuti,2020-08-05,2020-08-07,2020-08-01\n",
    [TABLE_COUNTERS] =
        "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai\n"
        "L1,Loket Utama,upt,loket,Senin-Jumat,08.00,14.00,2,U1 U2 U3 U4,,\n"
        "L2,Loket Dua,s2,loket,Selasa Kamis,08.00,14.00,1,F G U4,,\n",
    [TABLE_EVENTS] = "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,"
                     "prioritas,urgensi,persetujuan\n"
                     "panggilan,,E,2020-08-06,2020-08-06,,2020-08-01,rapat,,,"
                     "\n",
};
