/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_register_texts.h - a small government as tables, to be spoilt by tests.
 */
#pragma once

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
