/* SPDX-License-Identifier: Apache-2.0 */
/*
 * header.h - which column of a file is which column of ours.
 *
 * Names are compared without case, blanks, underscores and punctuation:
 * "nipBaru", "NIP Baru" and "nip_baru" are one.  A column is looked for by
 * our own name first, then by its other spellings, in their order.  A table of
 * people that names its unor without ids has the names for ids.
 */
#pragma once

#include "register/import.h"

/* name, our header, must the file have it?, other spellings without blanks */
#define UNITS_COLUMNS(X)                                                   \
    X(KODE, "kode", true, "unorid|idunor|kodeunor|kodeunit|idunit|id")     \
    X(NAMA, "nama", true, "unornama|namaunor|namaunit|unitkerja|unor")     \
    X(SINGKATAN, "singkatan", false, "namasingkat|akronim")                \
    X(ALIAS, "alias", false, "namalain")                                   \
    X(INDUK, "induk", true,                                                \
      "unorindukid|indukid|idinduk|kodeinduk|unorinduk|diatasanid|atasan") \
    X(JENIS, "jenis", false, "jenisunit|tipe")                             \
    X(PERANGKAT_DAERAH, "perangkat_daerah", false, "opd|skpd")             \
    X(UNIT_KERJA, "unit_kerja", false, "adalahunitkerja")                  \
    X(LAYANAN, "layanan", false, "jenislayanan|kelaslayanan")              \
    X(BAGIAN_PELAYANAN, "bagian_pelayanan", false, "pelayanan")            \
    X(JAM_24, "jam_24", false, "24jam")                                    \
    X(HARI_KERJA, "hari_kerja", false, "jumlahharikerja")                  \
    X(WILAYAH, "wilayah", false, "lokasikerja|lokasi")                     \
    X(GEDUNG, "gedung", false, "kantor")                                   \
    X(MULAI, "mulai", false, "berlakumulai|tanggalmulai")                  \
    X(SAMPAI, "sampai", false, "berlakusampai|tanggalselesai|selesai")

#define POSTS_COLUMNS(X)                                           \
    X(KODE, "kode", true, "kodejabatan|idjabatan|jabatanid|id")    \
    X(NAMA, "nama", true, "namajabatan|jabatannama|jabatan")       \
    X(UNIT, "unit", true, "unorid|kodeunit|idunor|unitkerja|unor") \
    X(ESELON, "eselon", true, "eselonnama|eselonid")               \
    X(PERAN, "peran", false, "role")                               \
    X(KEPALA, "kepala", false, "kepalaunit|pimpinan")              \
    X(PEMANGKU, "pemangku", true, "pejabat|pegawai|nip|nipbaru")   \
    X(STATUS, "status", false, "statuspejabat")                    \
    X(MULAI, "mulai", false, "tmtjabatan|tanggalmulai")            \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai")

#define PEOPLE_COLUMNS(X)                                                 \
    X(KODE, "kode", false, "kodepegawai|idpegawai|pegawaiid|pnsid|id")    \
    X(NIP, "nip", false, "nipbaru|nippppk|nipppk|nomorindukpegawai")      \
    X(NOMOR_LOKAL, "nomor_lokal", false, "nolokal|nomorregistrasi|noreg") \
    X(NAMA, "nama", true, "namalengkap|namapegawai")                      \
    X(GELAR_DEPAN, "gelar_depan", false, "gelardpn")                      \
    X(GELAR_BELAKANG, "gelar_belakang", false, "gelarblk")                \
    X(JENIS_PEGAWAI, "jenis_pegawai", true,                               \
      "jenispegawainama|statuspegawai|statuskepegawaian|jenisasn")        \
    X(UNIT, "unit", true, "unorid|idunor|kodeunit|unitkerja|unor|satker") \
    X(UNOR_NAMA, "unor_nama", false, "namaunor|namaunit")                 \
    X(UNOR_INDUK, "unor_induk_id", false, "indukid|unorinduk")            \
    X(UNOR_INDUK_NAMA, "unor_induk_nama", false, "namaunorinduk")         \
    X(JABATAN, "jabatan", false, "jabatannama|namajabatan")               \
    X(JENIS_JABATAN, "jenis_jabatan", false, "jenisjabatannama")          \
    X(ESELON, "eselon", false, "eselonnama|eselonlevel")                  \
    X(TMT_JABATAN, "tmt_jabatan", false, "tmtjab")                        \
    X(PETUGAS_LAPANGAN, "petugas_lapangan", false, "lapangan")            \
    X(MULAI, "mulai", false, "tanggalmulai")                              \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai")

#define ABSENCES_COLUMNS(X)                                \
    X(PEGAWAI, "pegawai", true, "kodepegawai|nip|nipbaru") \
    X(JENIS, "jenis", true, "jeniscuti|jenisabsen")        \
    X(MULAI, "mulai", true, "tanggalmulai|dari")           \
    X(SAMPAI, "sampai", true, "tanggalselesai|selesai")    \
    X(DICATAT, "dicatat", false, "tanggalcatat|diketahui") \
    X(URGENSI, "urgensi", false, "")

#define MARKS_COLUMNS(X)                                   \
    X(PEGAWAI, "pegawai", true, "kodepegawai|nip|nipbaru") \
    X(TANDA, "tanda", true, "penanda")                     \
    X(MULAI, "mulai", false, "tanggalmulai|dari")          \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai")   \
    X(DICATAT, "dicatat", false, "tanggalcatat|diketahui") \
    X(OLEH, "oleh", false, "dicatatoleh")

#define COUNTERS_COLUMNS(X)                                \
    X(KODE, "kode", true, "kodeloket|id")                  \
    X(NAMA, "nama", true, "namaloket")                     \
    X(UNIT, "unit", true, "unorid|kodeunit|unitkerja")     \
    X(JENIS, "jenis", false, "jenisloket")                 \
    X(HARI, "hari", true, "haribuka")                      \
    X(BUKA, "buka", true, "jambuka")                       \
    X(TUTUP, "tutup", true, "jamtutup")                    \
    X(KEBUTUHAN, "kebutuhan", true, "jumlahpetugas|butuh") \
    X(PETUGAS, "petugas", false, "pegawai")                \
    X(MULAI, "mulai", false, "tanggalmulai")               \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai")   \
    X(TELEPON, "telepon", false, "nomortelepon|telp")      \
    X(ALAMAT, "alamat", false, "alamatloket")              \
    X(SYARAT, "syarat", false, "persyaratan|berkas")       \
    X(TITIK, "titik", false, "koordinat")                  \
    X(DARING, "daring", false, "layanandaring|online")

#define EVENTS_COLUMNS(X)                                   \
    X(JENIS, "jenis", true, "kejadian|peristiwa")           \
    X(UNIT, "unit", false, "unorid|kodeunit|unitkerja")     \
    X(PEGAWAI, "pegawai", false, "kodepegawai|nip|nipbaru") \
    X(MULAI, "mulai", true, "tanggalmulai|tanggal")         \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai")    \
    X(PUKUL, "pukul", false, "jam")                         \
    X(DIKETAHUI, "diketahui", false, "dicatat")             \
    X(ALASAN, "alasan", false, "keterangan")                \
    X(PRIORITAS, "prioritas", false, "")                    \
    X(URGENSI, "urgensi", false, "")                        \
    X(PERSETUJUAN, "persetujuan", false, "disetujuioleh")   \
    X(KASUS, "kasus", false, "jumlahkasus")

#define STATUSES_COLUMNS(X)                              \
    X(STATUS, "status", true, "namastatus")              \
    X(WILAYAH, "wilayah", true, "daerah")                \
    X(MULAI, "mulai", true, "tanggalmulai")              \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai") \
    X(DIKETAHUI, "diketahui", false, "dicatat")          \
    X(SUMBER, "sumber", false, "dasar")                  \
    X(DIANDAIKAN, "diandaikan", false, "asumsi")

#define GRANTS_COLUMNS(X)                                      \
    X(ORANG, "orang", true, "pegawai|kodepegawai|nip|nipbaru") \
    X(PERAN, "peran", true, "kewenangan|tugas")                \
    X(UNIT, "unit", false, "unorid|kodeunit|unitkerja")        \
    X(MULAI, "mulai", true, "tanggalmulai|dari")               \
    X(SAMPAI, "sampai", false, "tanggalselesai|selesai")

/* The tables by name: enumerator of the kind is TABLE_<name>. */
#define TABLES(X) \
    X(UNITS)      \
    X(POSTS)      \
    X(PEOPLE)     \
    X(ABSENCES)   \
    X(MARKS)      \
    X(COUNTERS)   \
    X(EVENTS)     \
    X(STATUSES)   \
    X(GRANTS)

/* UNITS_KODE, UNITS_NAMA, ... UNITS_COLUMN_COUNT, and so on. */
#define UNITS_X(name, word, must, others)    UNITS_##name,
#define POSTS_X(name, word, must, others)    POSTS_##name,
#define PEOPLE_X(name, word, must, others)   PEOPLE_##name,
#define ABSENCES_X(name, word, must, others) ABSENCES_##name,
#define MARKS_X(name, word, must, others)    MARKS_##name,
#define COUNTERS_X(name, word, must, others) COUNTERS_##name,
#define EVENTS_X(name, word, must, others)   EVENTS_##name,
#define STATUSES_X(name, word, must, others) STATUSES_##name,
#define GRANTS_X(name, word, must, others)   GRANTS_##name,

#define X(name) enum { name##_COLUMNS(name##_X) name##_COLUMN_COUNT };
TABLES(X)
#undef X

enum { COLUMN_MOST = 24 };

/* Where in a row each of our columns stands; NO_INDEX where it does not. */
typedef struct {
    uint32_t at[COLUMN_MOST];
} Header;

size_t header_columns(TableKind kind);
Str header_name(TableKind kind, int column);
bool header_must(TableKind kind, int column);

/* All headers that do for a column: "unit, unorid, idunor, ...". */
Str header_names(Arena *arena, TableKind kind, int column);

/* Nothing stands anywhere. */
Header header_empty(void);

/* Guess; the columns of the file that nobody wants are listed in *unused. */
typedef VEC(Str) HeaderNames;
Header header_read(Arena *arena, TableKind kind, const CsvRow *row,
                   HeaderNames *unused);
