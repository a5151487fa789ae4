/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_leave.c - leave that stands on a day on which a letter restricts it:
 * said once, of the first such working day, and of nobody whom it does not
 * concern.
 */
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define HEAD(covering)                                                      \
    "surat edaran 1/T\npenerbit Wali Kota\nditetapkan 1 Agustus "           \
    "2020\nberlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n" covering \
    "\naturan 1 \"cuti\"\n"
#define LEAVE   "pegawai,jenis,mulai,sampai,dicatat,urgensi\n"
#define NONE    "(1) Pegawai dilarang mengambil cuti.\n"
#define PUT_OFF "(1) Cuti ditunda.\n"

/* A is of Seksi Satu, PNS; B beside A, PTT; 8 August 2020 is a Saturday. */
static const struct {
    const char *letters, *leave;
    const char *said; /* in English; NULL: nothing of leave */
} rows[] = {
    {HEAD("") NONE, "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n",
     "the leave of A on 10 August 2020 stands, though it is restricted by rule "
     "1 paragraph (1) of SE 1/T"},
    {HEAD("") PUT_OFF, "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n",
     "the leave of A on 10 August 2020 stands"},
    /* the first day that is a working day, within the letter's and A's own */
    {HEAD("") NONE, "A,cuti,2020-08-08,2020-08-12,2020-08-01,\n",
     "the leave of A on 10 August 2020 stands"},
    {HEAD("") NONE, "A,cuti,2020-07-27,2020-08-12,2020-07-01,\n",
     "the leave of A on 3 August 2020 stands"},
    {HEAD("") NONE, "A,cuti,2020-08-08,2020-08-09,2020-08-01,\n", NULL},
    {HEAD("") NONE, "A,cuti,2020-09-01,2020-09-02,2020-08-01,\n", NULL},
    {HEAD("") NONE, "Z,cuti,2020-08-05,2020-08-06,2020-08-01,\n", NULL},
    /* urgent, of another kind, without an end, not known yet */
    {HEAD("") NONE, "A,cuti,2020-08-10,2020-08-12,2020-08-01,ibu wafat\n",
     NULL},
    {HEAD("") NONE, "A,sakit,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
    {HEAD("") NONE, "A,cuti,2020-08-10,,2020-08-01,\n", NULL},
    {HEAD("") NONE, "A,cuti,2020-08-10,2020-08-12,2020-08-21,\n", NULL},
    /* who is not reached: not covered, exempt, excused, of other people */
    {HEAD("bagi PNS\n") NONE, "B,cuti,2020-08-10,2020-08-12,2020-08-01,\n",
     NULL},
    {HEAD("bagi PNS\n") PUT_OFF, "B,cuti,2020-08-10,2020-08-12,2020-08-01,\n",
     NULL},
    {HEAD("") NONE "(2) Surat edaran ini tidak berlaku bagi PTT.\n",
     "B,cuti,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
    {HEAD("") NONE
     "\naturan 2 \"lain\"\n(1) Aturan 1 tidak berlaku bagi PTT.\n",
     "B,cuti,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
    {HEAD("") NONE
     "\naturan 2 \"lain\"\n(1) Aturan 1 tidak berlaku bagi PTT.\n",
     "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n", "the leave of A"},
    {HEAD("") "(1) PNS dilarang mengambil cuti.\n",
     "B,cuti,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
    /* the strictest, then the first */
    {HEAD("") "(1) Cuti dibatasi untuk keperluan mendesak.\n(2) Cuti ditunda.\n"
              "(3) Pegawai dilarang mengambil cuti.\n",
     "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n",
     "restricted by rule 1 paragraph (2)"},
    {HEAD("") "(1) Cuti ditunda sampai dengan 20 Agustus 2020.\n",
     "A,cuti,2020-08-19,2020-08-25,2020-08-01,\n",
     "the leave of A on 19 August 2020 stands"},
    {HEAD("") "(1) Cuti ditunda sampai dengan 20 Agustus 2020.\n",
     "A,cuti,2020-08-24,2020-08-25,2020-08-01,\n", NULL},
    /* nothing tells that it has come about */
    {HEAD("") "(1) Pegawai dilarang mengambil cuti, jika banjir.\n",
     "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
    /* what is put off is something else */
    {HEAD("") "(1) Apel ditunda.\n(2) \"Bazar\" ditiadakan.\n(3) Aturan 1 "
              "ditunda.\n",
     "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
    {HEAD("") "(1) Pegawai wajib di rumah.\n",
     "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n", NULL},
};

static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
    "petugas_lapangan,mulai,sampai\n"
    "H,,,Hadi,PNS,dinas,,,,,\nC,,,Cici,PNS,kec,,,,,\nL,,,Lala,PNS,kel,,,,,\n"
    "A,,,Ani,PNS,s1,,,,,\nB,,,Budi,PTT,s1,,,,,\n"
    "Z,,,Zul,PNS,s1,,,,,2020-08-04\n";

FACT(leave_that_a_letter_restricts_is_told_once)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        const char *given[TABLE_COUNT];
        memcpy(given, small_town, sizeof given);
        given[TABLE_PEOPLE] = people;
        given[TABLE_ABSENCES] =
            str_c(arena, str_format(arena, LEAVE "%s", rows[i].leave));
        ROW("%zu: %s", i, rows[i].leave);
        EXPECT(small_law_make(arena, given, rows[i].letters,
                              tables_day("2020-08-20"), law));
        Str said = small_law_said(arena, law, LANG_EN);
        if (rows[i].said == NULL)
            EXPECT_STR(said, "");
        else
            EXPECT_HAS(said, rows[i].said);
        EXPECT_INT((int64_t)law->diags.warnings, rows[i].said != NULL);
    }
}

/* "Jika banjir" is for people to see: kept, and no leave is against it. */
FACT(leave_put_off_on_a_condition_is_only_kept)
{
    static const char *const said[] = {
        "(1) Jika banjir: cuti ditunda.\n",
        "(1) Cuti ditiadakan, jika banjir.\n",
        "(1) Jika banjir: cuti dibatasi untuk hal mendesak.\n",
    };
    for (size_t i = 0; i < COUNT(said); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        const char *given[TABLE_COUNT];
        memcpy(given, small_town, sizeof given);
        given[TABLE_PEOPLE] = people;
        given[TABLE_ABSENCES] =
            LEAVE "A,cuti,2020-08-10,2020-08-12,2020-08-01,\n";
        ROW("%s", said[i]);
        EXPECT(small_law_make(
            arena, given,
            str_c(arena, str_format(arena, HEAD("") "%s", said[i])),
            tables_day("2020-08-20"), law));
        EXPECT_HAS(small_law_said(arena, law, LANG_EN), "[hukum-06]");
        EXPECT_INT((int64_t)law->diags.warnings, 1);
    }
}
