/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_placed.c - where letters put the people of a small town on a day;
 * where two sentences meet, which one holds.
 */
#include "circular/law.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define EVENTS                                                          \
    "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas," \
    "urgensi,persetujuan\n"
#define CLOSED "penutupan,dinas,,2020-08-10,,,2020-08-10,kasus,,,\n"
#define STATUS "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan\n"
#define BY(number, day, validity)                                  \
    "surat edaran " number "\npenerbit Wali Kota\nditetapkan " day \
    " Agustus 2020\nberlaku " validity "\n\naturan 1 \"satu\"\n"
#define AUGUST "3 Agustus 2020 sampai dengan 31 Agustus 2020"
#define HEAD   BY("1/T", "1", AUGUST)
#define SECOND "====\n" BY("2/T", "2", AUGUST)
#define HOME   "(1) Pegawai wajib di rumah.\n"

static const struct {
    const char *letters;
    TableKind kind;
    const char *table;  /* NULL: none is added */
    int day;            /* of August 2020 */
    const char *placed; /* of H, A, B, E, U, C, L, W */
} rows[] = {
    /* what a rule may say of a place */
    {HEAD "(1) Pegawai pada Seksi Satu dilarang di kantor.\n", TABLE_COUNT,
     NULL, 11, "BRRBBBBB"},
    {HEAD "(1) Pegawai pada Seksi Satu dilarang di rumah.\n", TABLE_COUNT, NULL,
     11, "BKKBBBBB"},
    {HEAD "(1) Pegawai pada Seksi Satu berhak di rumah.\n", TABLE_COUNT, NULL,
     11, "BRRBBBBB"},
    {HEAD "(1) PTT wajib di rumah.\n(2) Pegawai lainnya diimbau di rumah.\n",
     TABLE_COUNT, NULL, 11, "BBRBBBBB"},
    {HEAD "(1) PTT wajib di rumah.\n(2) Pegawai lainnya tidak wajib di "
          "kantor.\n",
     TABLE_COUNT, NULL, 11, "BBRBBBBB"},
    {HEAD "(1) Pegawai boleh di mana saja.\n", TABLE_COUNT, NULL, 11,
     "RRRRRRRR"},
    {HEAD "(1) PTT wajib di lapangan.\n", TABLE_COUNT, NULL, 11, "BBLBBBBB"},
    /* the narrower window, then the later letter */
    {HEAD HOME "(2) Mulai 10 Agustus 2020: pegawai wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "KKKKKKKK"},
    {HEAD "(1) Mulai 10 Agustus 2020: pegawai wajib di rumah.\n(2) Pegawai "
          "wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "RRRRRRRR"},
    {HEAD HOME "(2) Pegawai wajib di kantor sampai dengan 20 Agustus 2020.\n",
     TABLE_COUNT, NULL, 11, "KKKKKKKK"},
    {HEAD HOME "(2) Setiap Selasa: pegawai wajib di kantor.\n", TABLE_COUNT,
     NULL, 11, "KKKKKKKK"},
    {HEAD HOME "(2) Pada 11 dan 12 Agustus 2020: pegawai wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "KKKKKKKK"},
    {HEAD HOME "(2) Selama Ramadan: pegawai wajib di kantor.\n", TABLE_STATUSES,
     STATUS "Ramadan 1441 H,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
            "Ramadan 1442 H,Kota,2020-09-10,2020-09-12,2020-08-01,,\n",
     11, "KKKKKKKK"},
    {HEAD HOME "(2) Selama Ramadan: pegawai wajib di kantor.\n", TABLE_STATUSES,
     STATUS "Ramadan 1441 H,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
            "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n",
     13, "RRRRRRRR"},
    {HEAD HOME SECOND "(1) Pegawai wajib di kantor.\n", TABLE_COUNT, NULL, 11,
     "KKKKKKKK"},
    {HEAD HOME "====\n" BY("2/T", "2",
                           "10 Agustus 2020 sampai dengan 14 "
                           "Agustus 2020") "(1) Pegawai wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "KKKKKKKK"},
    {BY("1/T", "1", "10 Agustus 2020 sampai dengan 14 Agustus 2020") HOME SECOND
     "(1) Pegawai wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "RRRRRRRR"},
    {BY("1/T", "1", "selama status \"Siaga\" di Kota") HOME, TABLE_STATUSES,
     STATUS "Siaga,Kota,2020-08-03,2020-08-05,2020-08-01,,\n"
            "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
            "Siaga,Desa,2020-08-13,2020-08-14,2020-08-01,,\n",
     11, "RRRRRRRR"},
    /* under a status, in a sentence */
    {HEAD "(1) Selama status \"Siaga\" di Kota: pegawai wajib di rumah.\n",
     TABLE_STATUSES,
     STATUS "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
            "Siaga,Desa,2020-08-13,2020-08-14,2020-08-01,,\n",
     11, "RRRRRRRR"},
    {HEAD "(1) Selama status \"Siaga\" di Desa: pegawai wajib di rumah.\n",
     TABLE_STATUSES, STATUS "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n",
     11, "BBBBBBBB"},
    /* rules for some units */
    {HEAD "(1) Pada setiap kelurahan, pada Kecamatan Tepi: pegawai wajib di "
          "rumah.\n",
     TABLE_COUNT, NULL, 11, "BBBBBBRR"},
    {HEAD "(1) Pada setiap dinas: pegawai wajib di rumah.\n", TABLE_COUNT, NULL,
     11, "RRRRRBBB"},
    {HEAD "(1) Pada setiap unit kerja: PTT wajib di rumah.\n", TABLE_COUNT,
     NULL, 11, "BBRBBBBB"},
    {HEAD "(1) Pada Kecamatan Tepi: pegawai wajib di rumah.\n", TABLE_COUNT,
     NULL, 11, "BBBBBRRR"},
    {HEAD HOME "(2) Aturan 1 tidak berlaku bagi pegawai pada Seksi Satu.\n",
     TABLE_COUNT, NULL, 11, "RBBRRRRR"},
    {HEAD HOME "(2) Surat edaran ini tidak berlaku bagi pegawai pada Seksi "
               "Satu.\n",
     TABLE_COUNT, NULL, 11, "RBBRRRRR"},
    {HEAD HOME "(2) Dikecualikan dari ayat (1): PTT wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "RRKRRRRR"},
    {HEAD "(1) Pegawai pada Seksi Satu pada Dinas Contoh wajib di rumah.\n",
     TABLE_COUNT, NULL, 11, "BRRBBBBB"},
    {HEAD "(1) Pegawai pada Seksi Umum Kelurahan Hulu dan Seksi Dua wajib di "
          "rumah.\n",
     TABLE_COUNT, NULL, 11, "BBBRBBBB"},
    /* tables */
    {HEAD "(1) Menurut hari: Senin: pegawai wajib di rumah; Selasa: pegawai "
          "wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "KKKKKKKK"},
    {HEAD "(1) Setiap Senin, menurut hari: Senin: pegawai wajib di rumah; "
          "Selasa: pegawai wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "BBBBBBBB"},
    {HEAD "(1) Setiap Senin dan Selasa, menurut hari: Senin: pegawai wajib di "
          "rumah; Selasa: pegawai wajib di kantor.\n",
     TABLE_COUNT, NULL, 10, "RRRRRRRR"},
    {HEAD
     "(1) Menurut status dan sifat layanan: Siaga, layanan langsung: pegawai "
     "wajib di kantor; Siaga, bukan layanan: pegawai wajib di rumah.\n",
     TABLE_STATUSES,
     STATUS "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
            "Siaga,Kota,2020-09-10,2020-09-12,2020-08-01,,\n",
     11, "RRRRKRRR"},
    /* who leads */
    {HEAD "(1) Kepala perangkat daerah wajib di kantor.\n", TABLE_COUNT, NULL,
     11, "KBBBBKBB"},
    {HEAD "(1) Kepala unit kerja wajib di kantor.\n", TABLE_COUNT, NULL, 11,
     "KBBBBKKB"},
    {HEAD "(1) Kepala perangkat daerah pada Kecamatan Tepi wajib di kantor.\n",
     TABLE_COUNT, NULL, 11, "BBBBBKBB"},
    {HEAD "(1) Lurah dan pejabat struktural wajib di kantor.\n", TABLE_COUNT,
     NULL, 11, "KBBBBKKB"},
    {HEAD "(1) Pelaksana pada Seksi Satu wajib di kantor.\n", TABLE_COUNT, NULL,
     11, "BKKBBBBB"},
/* closures: the rule says how long */
#define CLOSES(days)                                                           \
    HEAD "(1) Jika ada kasus pada unit kerja: unit kerja ditutup selama " days \
         ".\n"
    {CLOSES("3 hari kalender"), TABLE_EVENTS, EVENTS CLOSED, 12, "XXXXBBBB"},
    {CLOSES("3 hari kalender"), TABLE_EVENTS, EVENTS CLOSED, 13, "BBBBBBBB"},
    {CLOSES("1 minggu"), TABLE_EVENTS, EVENTS CLOSED, 14, "XXXXBBBB"},
    {CLOSES("5 hari kerja"), TABLE_EVENTS, EVENTS CLOSED, 14, "XXXXBBBB"},
    {CLOSES("1 bulan"), TABLE_EVENTS, EVENTS CLOSED, 31, "XXXXBBBB"},
    {CLOSES("1 tahun"), TABLE_EVENTS, EVENTS CLOSED, 31, "XXXXBBBB"},
    {CLOSES("48 jam"), TABLE_EVENTS, EVENTS CLOSED, 12, "BBBBBBBB"},
    {CLOSES("3 hari kalender"), TABLE_EVENTS,
     EVENTS "penutupan,dinas,,2020-08-10,2020-08-20,,2020-08-10,kasus,,,\n", 19,
     "XXXXBBBB"},
    {CLOSES("5 hari kalender"), TABLE_EVENTS,
     EVENTS CLOSED "pembukaan,dinas,,2020-08-12,,,2020-08-11,bersih,,,\n"
                   "pembukaan,kec,,2020-08-11,,,2020-08-11,bersih,,,\n",
     12, "BBBBBBBB"},
    {HEAD "(1) Jika ada klaster pada unit kerja: unit kerja ditutup selama 9 "
          "hari kalender.\n(2) Jika ada klaster lagi pada unit kerja: unit "
          "kerja ditutup selama 10 hari kalender.\n(3) Jika ada kasus pada "
          "unit kerja: unit kerja ditutup selama 2 hari kalender.\n",
     TABLE_EVENTS, EVENTS CLOSED, 12, "BBBBBBBB"},
    {HEAD "(1) Jika ada klaster pada unit kerja: unit kerja ditutup selama 9 "
          "hari kalender.\n(2) Jika ada klaster lagi pada unit kerja: unit "
          "kerja ditutup selama 2 hari kalender.\n",
     TABLE_EVENTS, EVENTS CLOSED, 12, "XXXXBBBB"},
    /* a letter's own words */
    {HEAD "(1) Yang dimaksud dengan unit siaga ialah pegawai, kecuali PTT.\n"
          "(2) Unit siaga pada Seksi Satu wajib di rumah.\n",
     TABLE_COUNT, NULL, 11, "BRBBBBBB"},
    {HEAD "(1) Yang dimaksud dengan unit siaga ialah Seksi Satu.\n(2) Pegawai "
          "wajib di rumah, kecuali unit siaga.\n",
     TABLE_COUNT, NULL, 11, "RBBRRRRR"},
};

static bool law_of(Arena *arena, size_t row, SmallLaw *out)
{
    const char *given[TABLE_COUNT];
    memcpy(given, small_town, sizeof given);
    if (rows[row].table != NULL) given[rows[row].kind] = rows[row].table;
    bool made =
        small_law_make(arena, given, rows[row].letters, DATE_NEVER, out);
    if (!made) EXPECT_STR(small_law_said(arena, out, LANG_EN), "");
    return made;
}

static Str placed(Arena *arena, const Corpus *corpus, Date day)
{
    LawDay *law = law_day(arena, corpus, day);
    Buf out = buf_in(arena);
    for (uint32_t p = 0; p < corpus->r->person_count; p++)
        buf_char(&out, law_person(law, (PersonId){p}).letter);
    return buf_str(&out);
}

FACT(letters_put_people_where_they_say)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        const char *told = strstr(rows[i].letters, "(1)");
        ROW("%zu: %s on %d", i, told, rows[i].day);
        if (!law_of(arena, i, law)) continue;
        Date day = date_plus(tables_day("2020-07-31"), rows[i].day);
        EXPECT_STR(placed(arena, &law->corpus, day), rows[i].placed);
    }
}
