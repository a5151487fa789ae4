/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_check_twice.c - two sentences alike but for a number: which number is
 * the point of the sentence, and what makes two sentences differ.
 */
#include "circular/check.h"
#include "circular/parse.h"
#include "harness.h"

#define HEAD                                                    \
    "surat edaran 1/T\ntentang \"a\"\npenerbit Wali Kota\n"     \
    "ditetapkan 1 Agustus 2020\nberlaku 3 Agustus 2020 sampai " \
    "dengan 31 Agustus 2020\n\naturan 1 \"satu\"\n"
#define ANSWER "egawai di rumah wajib menjawab pesan paling lama "

static const struct {
    const char *one, *two;
    bool twice;
} rows[] = {
    {"P" ANSWER "15 menit.", "P" ANSWER "30 menit.", true},
    {"P" ANSWER "15 menit.", "P" ANSWER "15 menit.", false},
    {"Pegawai di rumah wajib menjawab telepon sesudah paling banyak 3 "
     "panggilan.",
     "Pegawai di rumah wajib menjawab telepon sesudah paling banyak 5 "
     "panggilan.",
     true},
    {"Pegawai wajib presensi setiap hari kerja dalam radius 100 meter.",
     "Pegawai wajib presensi setiap hari kerja dalam radius 200 meter.", true},
    {"Pegawai wajib melapor 2 kali sehari.",
     "Pegawai wajib melapor 3 kali sehari.", true},
    {"Pegawai wajib melapor paling lambat pukul 09.00.",
     "Pegawai wajib melapor paling lambat pukul 10.00.", true},
    {"Pegawai wajib bekerja paling singkat 6 jam.",
     "Pegawai wajib bekerja paling singkat 7 jam.", true},
    {"Pegawai wajib bekerja pukul 08.00–14.00.",
     "Pegawai wajib bekerja pukul 08.00–15.00.", true},
    {"Jam kerja ialah pukul 08.00–14.00.", "Jam kerja ialah pukul 08.00–15.00.",
     true},
    {"Hari di rumah dihitung 7 jam.", "Hari di rumah dihitung 8 jam.", true},
    /* hours of anything else are other hours */
    {"Pegawai wajib presensi pukul 07.00.",
     "Pegawai wajib presensi pukul "
     "16.00.",
     false},
    {"Apel diadakan pukul 07.00.", "Apel diadakan pukul 16.00.", false},
    /* other people, another verb, another object, other days, another tail */
    {"P" ANSWER "15 menit.",
     "PTT di rumah wajib menjawab pesan paling lama 30 "
     "menit.",
     false},
    {"P" ANSWER "15 menit.",
     "Pegawai di rumah wajib menjawab telepon paling "
     "lama 30 menit.",
     false},
    {"Setiap Jumat: p" ANSWER "15 menit.", "Setiap Senin: p" ANSWER "30 menit.",
     false},
    {"Pegawai wajib melapor 2 kali sehari.",
     "Pegawai wajib melapor setiap hari kerja.", false},
    {"Pegawai wajib melapor setiap hari kerja kepada atasan langsung.",
     "Pegawai wajib melapor setiap minggu kepada atasan langsung.", false},
};

/* What is said of two sentences that say the same, or "". */
static Str said_of(Arena *arena, Str sentences)
{
    Source *source = NEW(arena, Source, 1);
    Letter letter = {0};
    Diags diags = diags_in(arena);
    Buf out = buf_in(arena);
    *source = (Source){STR("a.edaran"),
                       str_format(arena, HEAD "%.*s", STR_ARG(sentences))};
    if (letter_parse(arena, source, &letter, &diags))
        check_alone(arena, &letter, source, &diags);
    EXPECT_INT((int64_t)diags.errors, 0);
    diags_print(&diags, LANG_EN, &out);
    return buf_str(&out);
}

FACT(sentences_alike_but_for_a_number_are_told)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s / %s", rows[i].one, rows[i].two);
        Str said = said_of(arena, str_format(arena, "(1) %s\n(2) %s\n",
                                             rows[i].one, rows[i].two));
        if (rows[i].twice)
            EXPECT_HAS(said, "says the same as rule 1 paragraph (1)");
        else
            EXPECT_LACKS(said, "says the same");
    }
}

/* Of one people and one verb 64 sentences are held against each other. */
static Str many(Arena *arena, int alike)
{
    enum { SENTENCES = 66 };
    Date first = DATE_ALWAYS;
    EXPECT(date_of(2020, 8, 3, &first));
    Buf out = buf_in(arena);
    for (int i = 1; i <= SENTENCES; i++) {
        Date day = date_plus(first, i < SENTENCES ? i : alike);
        buf_format(&out, "(%d) Pada %.*s: p" ANSWER "%d menit.\n", i,
                   STR_ARG(date_words(arena, day, LANG_ID)),
                   i < SENTENCES ? 15 : 30);
    }
    return buf_str(&out);
}

FACT(who_writes_more_than_64_is_not_looked_at_to_the_end)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    EXPECT_HAS(said_of(arena, many(arena, 64)),
               "says the same as rule 1 paragraph (64)");
    EXPECT_LACKS(said_of(arena, many(arena, 65)), "says the same");
}
