/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tables.h - the rows as files of a government's folder.
 */
#pragma once

#include "model.h"

/*
 * file, columns: the header line of each table, in the order in which
 * tables.c puts the fields of a row.
 */
#define TABLE_FILES(X)                                                         \
    X(UNITS, "register/units.csv",                                             \
      "kode,nama,singkatan,alias,induk,jenis,perangkat_daerah,unit_kerja,"     \
      "layanan,bagian_pelayanan,jam_24,hari_kerja,wilayah,gedung,mulai,"       \
      "sampai")                                                                \
    X(POSTS, "register/posts.csv",                                             \
      "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai")       \
    X(PEOPLE, "register/people.csv",                                           \
      "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"    \
      "petugas_lapangan,mulai,sampai")                                         \
    X(ABSENCES, "register/absences.csv", "pegawai,jenis,mulai,sampai,dicatat") \
    X(MARKS, "register/marks.csv", "pegawai,tanda,mulai,sampai,dicatat,oleh")  \
    X(COUNTERS, "register/counters.csv",                                       \
      "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai,"   \
      "telepon,alamat,syarat,titik,daring")                                    \
    X(GRANTS, "register/kewenangan.csv", "orang,peran,unit,mulai,sampai")      \
    X(EVENTS, "events.csv",                                                    \
      "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas,"      \
      "urgensi,persetujuan")                                                   \
    X(STATUSES, "status.csv",                                                  \
      "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan")               \
    X(SETTINGS, "government.conf", "")                                         \
    X(CREST, "lambang.svg", "")

typedef enum {
#define X(name, file, header) FILE_##name,
    TABLE_FILES(X)
#undef X
        FILE_COUNT
} TableFile;

const char *table_file_name(TableFile file); /* "register/units.csv" */
Str table_file_text(const Model *m, TableFile file);
