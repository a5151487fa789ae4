/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_meanings.c - a letter's own words: a sentence that uses one means the
 * same people as the sentence in which its meaning is written out.
 */
#include "circular/check.h"
#include "circular/law.h"
#include "circular/parse.h"
#include "harness.h"
#include "small_law.h"
#include "small_texts.h"

#define HEAD                                                     \
    "surat edaran 1/T\nberlaku 3 Agustus 2020 sampai dengan 31 " \
    "Agustus 2020\nbagi seluruh pegawai\n\naturan 1 \"satu\"\n(1) "

#define STANDBY \
    "Yang dimaksud dengan unit siaga ialah Seksi Satu dan UPTD Contoh.\n(2) "
#define CORE                                                                 \
    "Yang dimaksud dengan petugas inti ialah kepala dinas dan pegawai pada " \
    "Seksi Dua.\n(2) "

static const struct {
    const char *word, *in_full; /* sentences */
    const char *placed;         /* of H, A-G, U1-U6 */
} cases[] = {
    {STANDBY "Pegawai pada unit siaga wajib di kantor.",
     "Pegawai pada Seksi Satu dan UPTD Contoh wajib di kantor.",
     "BKKKKBBBKKKKKK"},
    {STANDBY "Pada unit siaga: pegawai wajib di rumah.",
     "Pada Seksi Satu dan UPTD Contoh: pegawai wajib di rumah.",
     "BRRRRBBBRRRRRR"},
    {STANDBY "Pegawai wajib di rumah, kecuali pegawai pada unit siaga.",
     "Pegawai wajib di rumah, kecuali pegawai pada Seksi Satu dan UPTD Contoh.",
     "RBBBBRRRBBBBBB"},
    {STANDBY "Surat edaran ini tidak berlaku bagi unit siaga.\n(3) Pegawai "
             "wajib di rumah.",
     "Surat edaran ini tidak berlaku bagi Seksi Satu dan UPTD Contoh.\n(3) "
     "Pegawai wajib di rumah.",
     "RBBBBRRRBBBBBB"},
    {CORE "Petugas inti wajib di kantor.",
     "Kepala dinas dan pegawai pada Seksi Dua wajib di kantor.",
     "KBBBBKKKBBBBBB"},
    {"Yang dimaksud dengan unit inti ialah unit siaga dan Seksi Dua.\n(2) "
     "Yang dimaksud dengan unit siaga ialah Seksi Satu.\n(3) Pegawai pada "
     "unit inti wajib di kantor.",
     "Pegawai pada Seksi Satu dan Seksi Dua wajib di kantor.",
     "BKKKKKKKBBBBBB"},
    /* its own word goes before the unit of that name */
    {"Yang dimaksud dengan Seksi Dua ialah UPTD Contoh.\n(2) Pegawai pada "
     "Seksi Dua wajib di kantor.",
     "Pegawai pada UPTD Contoh wajib di kantor.", "BBBBBBBBKKKKKK"},
    /* in a list, and a word whose meaning is in quotes means itself */
    {STANDBY "Pegawai pada unit berikut wajib di kantor:\n    a. unit siaga; "
             "dan\n    b. Seksi Dua.",
     "Pegawai pada Seksi Satu, UPTD Contoh dan Seksi Dua wajib di kantor.",
     "BKKKKKKKKKKKKK"},
    {"Yang dimaksud dengan Seksi Dua ialah \"unit yang bersiaga\".\n(2) "
     "Pegawai pada Seksi Dua wajib di kantor.",
     "Pegawai pada Seksi Dua wajib di kantor.", "BBBBBKKKBBBBBB"},
    {STANDBY "Pegawai pada setiap unit siaga wajib di kantor, kecuali pegawai "
             "pada Seksi Satu.",
     "Pegawai pada UPTD Contoh wajib di kantor.", "BBBBBBBBKKKKKK"},
    {"Yang dimaksud dengan unit siaga ialah perangkat daerah, kecuali UPTD "
     "Contoh.\n(2) Pegawai pada unit siaga wajib di kantor.",
     "Pegawai pada perangkat daerah, kecuali pegawai pada UPTD Contoh, wajib "
     "di kantor.",
     "KKKKKKKKBBBBBB"},
    {"Yang dimaksud dengan petugas inti ialah pegawai pada Seksi Satu dan UPTD "
     "Contoh.\n(2) Petugas inti pada Seksi Satu wajib di kantor.",
     "Pegawai pada Seksi Satu wajib di kantor.", "BKKKKBBBBBBBBB"},
};

/* Where the 3rd of August puts each of the office; "" when it is refused. */
static Str placed(Arena *arena, const char *sentences)
{
    const char *texts[TABLE_COUNT] = {[TABLE_UNITS] = small_texts[TABLE_UNITS],
                                      [TABLE_PEOPLE] =
                                          small_texts[TABLE_PEOPLE],
                                      [TABLE_POSTS] = small_texts[TABLE_POSTS]};
    Tables tables = tables_import(arena, texts);
    Calendar calendar = calendar_empty();
    Government government = {.code = STR("kota"), .zone = ZONE_WITA};
    Letter letter = {0};
    Source source = {STR("a.edaran"),
                     str_format(arena, "%s%s\n", HEAD, sentences)};
    CorpusInput input = {&letter, &source, false};
    CorpusFrom from = {&input, 1, &government, &tables.r, &calendar};
    Corpus corpus;
    Diags diags = diags_in(arena);
    Buf out = buf_in(arena);
    bool made = letter_parse(arena, &source, &letter, &diags) &&
                corpus_make(arena, &from, DATE_NEVER, &corpus, &diags);
    if (!made) diags_print(&diags, LANG_EN, &out);
    LawDay *day = made ? law_day(arena, &corpus, (Date){18477}) : NULL;
    for (uint32_t p = 0; made && p < SMALL_PEOPLE; p++)
        buf_char(&out, law_person(day, (PersonId){p}).letter);
    return buf_str(&out);
}

FACT(a_word_of_the_letter_means_what_the_letter_says)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s", cases[i].word);
        EXPECT_STR(placed(arena, cases[i].word), cases[i].placed);
        EXPECT_STR(placed(arena, cases[i].in_full), cases[i].placed);
    }
}

/* Words that mean each other end; nobody is meant by what nothing means. */
FACT(words_in_a_circle_are_no_units)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    EXPECT_HAS(placed(arena,
                      "Yang dimaksud dengan unit siaga ialah unit inti.\n(2) "
                      "Yang dimaksud dengan unit inti ialah unit siaga.\n(3) "
                      "Pegawai pada unit siaga wajib di kantor."),
               "kenal-01");
}

/* What is taken out of a meaning cannot be said beside other units. */
FACT(a_meaning_with_an_exception_stands_alone)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    EXPECT_HAS(placed(arena,
                      "Yang dimaksud dengan unit siaga ialah perangkat daerah, "
                      "kecuali UPTD Contoh.\n(2) Pegawai pada unit siaga dan "
                      "Seksi Dua wajib di kantor."),
               "kenal-01");
}

/* Several words, a word of some units, a chain of more than four: no word that
 * the letter could mean elsewhere; nor is what hangs on each a meaning. */
static const char *const meaningless[] = {
    "Yang dimaksud dengan unit siaga dan unit inti ialah Seksi Satu.\n(2) "
    "Pegawai pada unit siaga wajib di kantor.",
    "Yang dimaksud dengan unit inti dan Seksi Dua, serta unit siaga ialah "
    "Seksi Satu.\n(2) Pegawai pada unit siaga wajib di kantor.",
    "Yang dimaksud dengan unit siaga pada Dinas Contoh ialah Seksi "
    "Satu.\n(2) Pegawai pada unit siaga wajib di kantor.",
    "Yang dimaksud dengan petugas inti, masing-masing yang hamil, ialah "
    "PNS.\n(2) Petugas inti wajib di kantor.",
    "Yang dimaksud dengan petugas inti ialah PNS dan PTT, masing-masing yang "
    "hamil.\n(2) Petugas inti wajib di kantor.",
    "Yang dimaksud dengan unit a ialah unit b.\n(2) Yang dimaksud dengan unit "
    "b ialah unit c.\n(3) Yang dimaksud dengan unit c ialah unit d.\n(4) Yang "
    "dimaksud dengan unit d ialah unit e.\n(5) Yang dimaksud dengan unit e "
    "ialah Seksi Satu.\n(6) Pegawai pada unit a wajib di kantor.",
    "Yang dimaksud dengan unit siaga ialah perangkat daerah, kecuali unit "
    "siaga.\n(2) Pegawai pada unit siaga wajib di kantor.",
};

FACT(what_is_no_single_word_has_no_meaning)
{
    for (size_t i = 0; i < COUNT(meaningless); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s", meaningless[i]);
        EXPECT_HAS(placed(arena, meaningless[i]), "kenal-01");
    }
}

/* The letter that brings a sentence says what its words mean. */
FACT(a_word_of_an_amendment_means_what_the_amendment_says)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    Buf out = buf_in(arena);
    bool made = small_law_make(
        arena, small_texts,
        HEAD
        "Pegawai wajib di rumah.\n"
        "====\nsurat edaran 2/T\nditetapkan 4 Agustus 2020\nmengubah surat "
        "edaran 1/T\n\nsesudah aturan 1 disisipkan aturan 1A \"dua\":\n(1) "
        "Apel ditiadakan.\n(2) Yang dimaksud dengan unit siaga ialah Seksi "
        "Satu.\n(3) Dikecualikan dari aturan 1: pegawai pada unit siaga "
        "wajib di kantor.\n",
        DATE_NEVER, law);
    EXPECT_STR(small_law_said(arena, law, LANG_EN), "");
    if (!made) return;
    LawDay *day = law_day(arena, &law->corpus, tables_day("2020-08-11"));
    for (uint32_t p = 0; p < SMALL_PEOPLE; p++)
        buf_char(&out, law_person(day, (PersonId){p}).letter);
    EXPECT_STR(buf_str(&out), "RKKKKRRRRRRRRR");
}
