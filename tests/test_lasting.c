/*
 * test_lasting.c - so many days without dates (periksa-01): when it is said,
 * and which dates are to be written instead.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/check.h"
#include "circular/parse.h"
#include "harness.h"

#define IN_MARCH "berlaku 4 Maret 2026 sampai dengan 31 Maret 2026"
#define NO_END   "berlaku sejak 4 Maret 2026\ndievaluasi setiap bulan"

/* said and advice: NULL when nothing is said of it. */
static const struct {
    const char *valid, *sentence, *said, *advice;
} rows[] = {
    {IN_MARCH, "Pegawai wajib di rumah selama 5 hari kerja.",
     "5 hari kerja dalam kata, sedangkan tanggalnya 28 hari kalender, 20 hari "
     "kerja; tanggal yang dipakai",
     "tulis tanggalnya, misalnya 'mulai 4 Maret 2026 sampai dengan 10 Maret "
     "2026', atau sejak apa, misalnya 'sejak kedatangan'; bila itu masa surat: "
     "'selama 28 hari kalender'"},
    {IN_MARCH, "Selama 5 hari kalender: pegawai wajib di rumah.",
     "5 hari kalender dalam kata, sedangkan tanggalnya 28 hari kalender, 20 "
     "hari "
     "kerja; tanggal yang dipakai",
     "tulis tanggalnya, misalnya 'mulai 4 Maret 2026 sampai dengan 8 Maret "
     "2026', atau sejak apa, misalnya 'sejak kedatangan'; bila itu masa surat: "
     "'selama 28 hari kalender'"},
    {IN_MARCH, "Mulai 9 Maret 2026 selama 2 minggu: pegawai wajib di rumah.",
     "2 minggu dalam kata, sedangkan tanggalnya 23 hari kalender, 17 hari "
     "kerja; "
     "tanggal yang dipakai",
     "tulis tanggalnya: 'mulai 9 Maret 2026 sampai dengan 22 Maret 2026'"},
    {NO_END, "Pegawai wajib di rumah selama 1 hari kerja.",
     "1 hari kerja dalam kata, sedangkan tanggal akhirnya tidak ada; kalimat "
     "ini "
     "berlaku terus",
     "tulis tanggalnya, misalnya 'mulai 4 Maret 2026 sampai dengan 4 Maret "
     "2026', atau sejak apa, misalnya 'sejak kedatangan'"},
    {NO_END, "Menurut hari: Senin: pegawai wajib di rumah selama 1 minggu.",
     "1 minggu dalam kata, sedangkan tanggal akhirnya tidak ada; kalimat ini "
     "berlaku terus",
     "tulis tanggalnya, misalnya 'mulai 4 Maret 2026 sampai dengan 10 Maret "
     "2026', atau sejak apa, misalnya 'sejak kedatangan'"},
    /* the same number of days; dates of the sentence */
    {IN_MARCH, "Pegawai wajib di rumah selama 28 hari kalender.", NULL, NULL},
    {IN_MARCH, "Pegawai wajib di rumah selama 4 minggu.", NULL, NULL},
    {IN_MARCH,
     "Mulai 9 Maret 2026 sampai dengan 13 Maret 2026 selama 5 hari kerja: "
     "pegawai "
     "wajib di rumah.",
     NULL, NULL},
    /* counted from something, of an order, of a decision */
    {IN_MARCH,
     "Pegawai wajib di rumah selama 14 hari kalender sejak kedatangan.", NULL,
     NULL},
    {IN_MARCH, "Unit kerja ditutup selama 3 hari kalender.", NULL, NULL},
    {IN_MARCH,
     "Kepala perangkat daerah boleh melonggarkan ayat (1) selama 1 hari kerja.",
     NULL, NULL},
    /* no number of days; more than ten years; days that are not known */
    {IN_MARCH, "Pegawai wajib di rumah selama 3 jam.", NULL, NULL},
    {IN_MARCH, "Pegawai wajib di rumah selama 5000 hari kalender.", NULL, NULL},
    {IN_MARCH, "Pegawai wajib di rumah selama Ramadan.", NULL, NULL},
    {"berlaku pada 12, 13 dan 16 Maret 2026",
     "Pegawai wajib di rumah selama 5 hari kerja.", NULL, NULL},
    {IN_MARCH,
     "Mulai 1 April 2026 selama 5 hari kerja: pegawai wajib di rumah.", NULL,
     NULL},
};

static const Diag *said_of(Arena *arena, const char *valid,
                           const char *sentence)
{
    Source *source = NEW(arena, Source, 1);
    Letter letter = {0};
    Diags *diags = NEW(arena, Diags, 1);
    *diags = diags_in(arena);
    *source = (Source){
        STR("row"), str_format(arena,
                               "surat edaran 1/T\nditetapkan 2 Maret 2026\n%s\n"
                               "\naturan 1 \"satu\"\n(1) %s\n",
                               valid, sentence)};
    EXPECT(letter_parse(arena, source, &letter, diags));
    check_alone(arena, &letter, source, diags);
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (str_is(str_of(diag->id), STR("periksa-01"))) return diag;
    }
    return NULL;
}

FACT(days_without_dates_are_said_with_the_dates_that_they_mean)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        ROW("%s", rows[i].sentence);
        const Diag *diag = said_of(arena, rows[i].valid, rows[i].sentence);
        if (!EXPECT((diag == NULL) == (rows[i].said == NULL))) continue;
        if (diag == NULL) continue;
        EXPECT_STR(diag->said[LANG_ID], rows[i].said);
        EXPECT_STR(diag->advice[LANG_ID], rows[i].advice);
    }
}

FACT(they_are_said_in_english_as_well)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    const Diag *diag = said_of(arena, NO_END, rows[0].sentence);
    if (!EXPECT(diag != NULL)) return;
    EXPECT_STR(diag->said[LANG_EN],
               "5 working days in words, but there is no date of its end; this "
               "sentence goes on holding");
    EXPECT_STR(
        diag->advice[LANG_EN],
        "write its dates, such as 'mulai 4 Maret 2026 sampai dengan 10 Maret "
        "2026', or from what it is counted, such as 'sejak kedatangan'");
    diag =
        said_of(arena, IN_MARCH, "Pegawai wajib di rumah selama 1 hari kerja.");
    if (!EXPECT(diag != NULL)) return;
    EXPECT_STR(
        diag->said[LANG_EN],
        "1 working day in words, but the dates make 28 calendar days, 20 "
        "working days; the dates are taken");
    EXPECT_HAS(diag->advice[LANG_EN],
               "; if it is the letter's term: 'selama 28 hari kalender'");
}
