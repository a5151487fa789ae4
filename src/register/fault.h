/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fault.h - the kinds of repair that a register file may need.
 *
 * Faults that are repaired in the same way are one group; the group's id is
 * what the manual and the tests speak of.
 */
#pragma once

#include "register/import.h"

/* name, id, what is wrong (id, en), how to repair it (id, en) */
#define REPAIRS(X)                                                             \
    X(FILE, "berkas-rusak", "berkas tidak dapat dibaca",                       \
      "the file cannot be read", "simpan ulang sebagai CSV UTF-8 atau XLSX",   \
      "save it again as CSV UTF-8 or XLSX")                                    \
    X(TABLE, "tabel-tidak-ada", "tabel belum diberikan", "a table is missing", \
      "sertakan tabel itu", "give that table as well")                         \
    X(COLUMN, "kolom-tidak-ada", "kolom wajib tidak ada",                      \
      "a required column is missing",                                          \
      "tambahkan kolom itu dengan salah satu judul yang dikenal",              \
      "add that column under one of the headers that are known")               \
    X(EMPTY, "nilai-kosong", "nilai wajib kosong",                             \
      "a required value is empty", "isi sel itu", "fill the cell")             \
    X(UNSEEN, "karakter-tak-terlihat",                                         \
      "sel memuat karakter yang tidak terlihat",                               \
      "a cell holds a character that nobody sees",                             \
      "kosongkan sel itu, lalu ketik ulang isinya; jangan disalin dari "       \
      "dokumen atau pesan",                                                    \
      "empty the cell and type it again; do not copy it from a document or "   \
      "a message")                                                             \
    X(SURPLUS, "nilai-berlebih", "nilai ini tidak berlaku bagi peran itu",     \
      "this value is not for that role",                                       \
      "kosongkan sel itu; unit hanya diisi untuk petugas unit dan "            \
      "perangkat bersama",                                                     \
      "leave the cell empty; a unit is only given for a clerk or a "           \
      "shared device")                                                         \
    X(CODE, "kode-ganda", "kode dipakai dua kali", "a code stands twice",      \
      "beri setiap baris kode sendiri", "give each row a code of its own")     \
    X(POST, "jabatan-berbeda", "baris jabatan yang sama berlainan isi",        \
      "rows of one post differ",                                               \
      "samakan nama, unit, eselon, peran, dan kepala pada semua baris kode "   \
      "itu",                                                                   \
      "make name, unit, echelon, role and head agree on all rows of that "     \
      "code")                                                                  \
    X(UNIT, "unit-tak-dikenal", "unit tidak dikenal", "unknown unit",          \
      "pakai kode dari tabel unit, atau tambahkan unitnya di sana",            \
      "use a code of the units table, or add the unit there")                  \
    X(UNOR, "unor-rancu", "unor senama di bawah induk berbeda",                \
      "unor of one name under different parents",                              \
      "sertakan kolom unorId dan unorIndukId dari SIASN, atau tabel unit",     \
      "give the columns unorId and unorIndukId of SIASN, or a table of units") \
    X(PERSON, "pegawai-tak-dikenal", "pegawai tidak dikenal",                  \
      "unknown person",                                                        \
      "pakai kode, NIP, atau nomor lokal dari tabel pegawai",                  \
      "use a code, NIP or local number of the people table")                   \
    X(DEVICE, "perangkat-rusak", "bukan nama perangkat bersama",               \
      "not the name of a shared device",                                       \
      "tulis perangkat:NAMA; nama dari huruf kecil, angka, dan tanda hubung",  \
      "write perangkat:NAME; small letters, digits and hyphens")               \
    X(UNIT_TYPE, "jenis-unit-tak-dikenal", "jenis unit tidak dikenal",         \
      "unknown unit type", "pilih dari daftar jenis unit",                     \
      "choose from the list of unit types")                                    \
    X(STAFF, "jenis-pegawai-tak-dikenal", "jenis pegawai tidak dikenal",       \
      "unknown staff kind", "pilih dari daftar jenis pegawai",                 \
      "choose from the list of staff kinds")                                   \
    X(ROLE, "peran-tak-dikenal", "peran tidak dikenal", "unknown role",        \
      "pilih dari daftar peran, atau kosongkan",                               \
      "choose from the list of roles, or leave it empty")                      \
    X(ECHELON, "eselon-tak-dikenal", "eselon tidak terbaca",                   \
      "unreadable echelon", "tulis seperti II.b, III, atau pengawas",          \
      "write it like II.b, III or pengawas")                                   \
    X(WORD, "kata-tak-dikenal", "kata ini tidak ada dalam daftar",             \
      "this word is not in the list", "pakai salah satu kata yang ditawarkan", \
      "use one of the words that are offered")                                 \
    X(DATE, "tanggal-rusak", "tanggal tidak terbaca", "unreadable date",       \
      "tulis tanggal seperti 2020-08-03", "write dates like 2020-08-03")       \
    X(ORDER, "tanggal-terbalik", "tanggal akhir mendahului tanggal mulai",     \
      "the end comes before the start", "periksa kedua tanggal",               \
      "check both dates")                                                      \
    X(TIME, "jam-rusak", "jam tidak terbaca atau terbalik",                    \
      "unreadable or reversed time",                                           \
      "tulis jam seperti 07.30; pada rentang, 09.00-11.00",                    \
      "write times like 07.30; a span like 09.00-11.00")                       \
    X(DAYS, "hari-rusak", "hari tidak terbaca", "unreadable weekdays",         \
      "tulis Senin-Jumat, Senin Rabu Jumat, atau setiap hari",                 \
      "write Senin-Jumat, Senin Rabu Jumat, or setiap hari")                   \
    X(NUMBER, "angka-rusak", "angka tidak terbaca", "unreadable number",       \
      "tulis bilangan bulat dalam batas itu",                                  \
      "write a whole number within the limits")                                \
    X(PHONE, "telepon-rusak", "nomor telepon tidak terbaca",                   \
      "unreadable telephone number",                                           \
      "tulis 3 sampai 15 angka; boleh berspasi, boleh diawali tanda +",        \
      "write 3 to 15 digits; blanks may stand between, a plus sign in front")  \
    X(POINT, "titik-rusak", "titik lokasi tidak terbaca", "unreadable place",  \
      "tulis lintang dan bujur dalam derajat desimal, seperti -1.27,116.83",   \
      "write latitude and longitude in decimal degrees, like -1.27,116.83")    \
    X(ONLINE, "daring-rusak", "alamat daring tidak dapat dipakai",             \
      "an online address that cannot be used",                                 \
      "tulis alamat lengkap yang diawali https://, tanpa spasi",               \
      "write the whole address, beginning with https://, without blanks")      \
    X(NIP, "nip-rusak", "NIP rusak karena dibaca lembar kerja sebagai angka",  \
      "NIP ruined by a spreadsheet that took it for a number",                 \
      "format kolom NIP sebagai teks sebelum mengisi dan mengekspor, lalu "    \
      "ekspor ulang dari sumbernya",                                           \
      "format the NIP column as text before filling and exporting, then "      \
      "export again from the source")                                          \
    X(HEAD, "kepala-ganda", "satu unit punya dua kepala",                      \
      "a unit has two heads",                                                  \
      "sisakan satu kepala; penjabat lain beri status plt, plh, atau pj",      \
      "leave one head; mark others as plt, plh or pj")                         \
    X(NO_HEAD, "kepala-tidak-ada", "unit tanpa jabatan kepala",                \
      "a unit has no head post",                                               \
      "tambahkan jabatan itu pada posts.csv untuk unit ini, kepala: ya; "      \
      "pemangku boleh kosong atau plt",                                        \
      "add that post to posts.csv for the unit, with kepala: ya; its holder "  \
      "may be empty or acting (plt)")                                          \
    X(CYCLE, "pohon-melingkar", "induk unit melingkar",                        \
      "the unit tree runs in a circle", "perbaiki salah satu induk",           \
      "correct one of the parents")                                            \
    X(NO_ROOT, "akar-tidak-ada", "tidak ada unit tanpa induk",                 \
      "no unit is without a parent",                                           \
      "kosongkan induk pada baris pemerintah daerah",                          \
      "leave the parent of the government's own row empty")                    \
    X(TWO_ROOTS, "akar-ganda", "lebih dari satu unit tanpa induk",             \
      "more than one unit is without a parent",                                \
      "isi induk pada semua unit selain satu",                                 \
      "give all units but one a parent")

typedef enum {
#define X(name, id, said_id, said_en, how_id, how_en) REPAIR_##name,
    REPAIRS(X)
#undef X
} Repair;

/* Count one; keep it while the list has room.  `fault.repair` is set here. */
void fault_add(Faults *faults, Repair repair, Fault fault);

/* The list will keep no more: details need not be worked out. */
bool faults_are_full(const Faults *faults);
