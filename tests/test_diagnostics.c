/*
 * test_diagnostics.c - careless letters: what is said of them, where, and what
 * would be right.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/parse.h"
#include "circular/reader.h"
#include "harness.h"

#include <string.h>

enum { IN_RULE, WHOLE };

/* A sentence (or a whole letter), the ids and places of all that is said, and
 * the advice that goes with the first. */
static const struct {
    int frame;
    const char *text, *said, *advice;
} careless[] = {
#include "careless.inc"
};

static Diags read_text(Arena *arena, Str text)
{
    Source *source = NEW(arena, Source, 1);
    Letter letter = {0};
    Diags diags = diags_in(arena);
    *source = (Source){STR("row"), text};
    bool read = letter_parse(arena, source, &letter, &diags);
    EXPECT(read == (diags.errors == 0));
    return diags;
}

static Str whole_letter(Arena *arena, int frame, const char *text)
{
    if (frame == WHOLE) return str_of(text);
    return str_format(
        arena, "surat edaran 1/T/2026\naturan 1 \"satu\"\n(1) %s\n", text);
}

/* "baca-07 3:12, cocok-04 3:20" */
static Str places(Arena *arena, const Diags *diags)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        int line = 0;
        int column = 0;
        diag_place(diag->source, diag->span.from, &line, &column);
        buf_format(&out, "%s%s %d:%d", i > 0 ? ", " : "", diag->id, line,
                   column);
    }
    return buf_str(&out);
}

FACT(careless_letters_are_answered_where_they_are_careless)
{
    for (size_t i = 0; i < COUNT(careless); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        ROW("%s", careless[i].text);
        Diags diags = read_text(
            arena, whole_letter(arena, careless[i].frame, careless[i].text));
        EXPECT_STR(places(arena, &diags), careless[i].said);
        if (diags.list.count > 0)
            EXPECT_STR(diags.list.at[0].advice[LANG_ID], careless[i].advice);
    }
}

FACT(each_is_said_and_advised_in_both_languages)
{
    for (size_t i = 0; i < COUNT(careless); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        ROW("%s", careless[i].text);
        Diags diags = read_text(
            arena, whole_letter(arena, careless[i].frame, careless[i].text));
        for (size_t d = 0; d < diags.list.count; d++) {
            const Diag *diag = &diags.list.at[d];
            EXPECT(!str_is(diag->said[LANG_ID], diag->said[LANG_EN]));
            EXPECT(str_find(diag->said[LANG_EN], STR("''"), 0) == SIZE_MAX);
            EXPECT((diag->advice[LANG_ID].len == 0) ==
                   (diag->advice[LANG_EN].len == 0));
        }
    }
}

FACT(text_that_is_no_utf8_is_refused_at_its_first_bad_byte)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Diags diags = read_text(arena, STR("surat edaran 1\nbagi \xff\n"));
    EXPECT_STR(places(arena, &diags), "baca-01 2:6");
}

FACT(a_text_over_the_limit_is_refused_before_it_is_read)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    enum { HUGE_TEXT = 100 * 1024 * 1024 };
    Str text = {NEW(arena, char, HUGE_TEXT), HUGE_TEXT};
    size_t used = arena_used(arena);
    Diags diags = read_text(arena, text);
    EXPECT_STR(places(arena, &diags), "baca-02 1:1");
    EXPECT(arena_used(arena) - used < 64 * 1024);
}

/* Of a head of three words and then the mark so many times. */
static Diags read_marks(Arena *arena, Str mark, int times)
{
    Buf text = buf_in(arena);
    buf_c(&text, "surat edaran 1\n");
    for (int i = 0; i < times; i++)
        buf_put(&text, mark);
    return read_text(arena, buf_str(&text));
}

/* Words, marks and comments count alike: 200,000 are read, one more is not. */
FACT(a_text_of_too_many_marks_is_refused_where_it_is_left)
{
    enum { MOST = 200000 - 3 };
    static const struct {
        Str mark;
        const char *left;
    } cases[] = {
        {STR_INIT("("),      "baca-02 2:199998"},
        {STR_INIT("a "),     "baca-02 2:399995"},
        {STR_INIT("-- a\n"), "baca-02 199999:1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        ROW("%.*s", STR_ARG(cases[i].mark));
        Diags read = read_marks(arena, cases[i].mark, MOST);
        EXPECT(read.list.count > 0 &&
               strcmp(read.list.at[0].id, "baca-02") != 0);
        Diags left = read_marks(arena, cases[i].mark, MOST + 1);
        EXPECT_STR(places(arena, &left), cases[i].left);
    }
}

/* A sentence of many nested units. */
static Str nested(Arena *arena, int levels)
{
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1\naturan 1 \"a\"\n(1) Pegawai");
    for (int i = 0; i < levels; i++)
        buf_c(&out, " pada bidang X");
    buf_c(&out, " wajib di kantor.\n");
    return buf_str(&out);
}

FACT(nesting_has_a_limit)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Diags deep = read_text(arena, nested(arena, 60));
    Diags deeper = read_text(arena, nested(arena, 3000));
    EXPECT_STR(places(arena, &deep), "");
    EXPECT_HAS(places(arena, &deeper), "baca-04 3:");
    EXPECT_INT((int64_t)deeper.list.count, 1);
}

FACT(a_megabyte_of_garbage_is_read_in_linear_time)
{
    static const char *const pieces[] = {"pada ",
                                         "\"",
                                         "aturan 1 \"x\"\n",
                                         "(1) ",
                                         "kata ",
                                         "selama ",
                                         "Pegawai, ",
                                         "berikut: a; ",
                                         "surat edaran ",
                                         "menurut x: y: ; "};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Buf out = buf_in(arena);
        ROW("%s", pieces[i]);
        buf_c(&out, "surat edaran 1\naturan 1 \"a\"\n(1) ");
        while (out.len < 1000 * 1000)
            buf_c(&out, pieces[i]);
        Diags diags = read_text(arena, buf_str(&out));
        EXPECT(diags.errors + diags.warnings > 0);
    }
}

/* A letter of sentences that are all wrong, then one that is right. */
static Diags read_wrong(Arena *arena, int sentences)
{
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1\naturan 1 \"a\"\n");
    for (int i = 1; i <= sentences; i++)
        buf_format(&out, "(%d) Kucing.\n", i);
    buf_format(&out, "(%d) Pegawai wajib di kantor.\n", sentences + 1);
    return read_text(arena, buf_str(&out));
}

/* A sentence of as many words: "Pegawai pada Abc Abc ... wajib di kantor". */
static Diags read_long(Arena *arena, int words)
{
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1\naturan 1 \"a\"\n(1) Pegawai pada");
    for (int i = 5; i < words; i++)
        buf_c(&out, " Abc");
    buf_c(&out, " wajib di kantor.\n");
    return read_text(arena, buf_str(&out));
}

FACT(a_sentence_has_no_more_than_ten_thousand_words)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Diags most = read_long(arena, WORDS_MOST);
    Diags more = read_long(arena, WORDS_MOST + 1);
    EXPECT_STR(places(arena, &most), "");
    EXPECT_STR(places(arena, &more), "baca-32 3:5");
}

FACT(after_a_hundred_faults_nothing_more_is_read)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Diags few = read_wrong(arena, FAULTS_MOST - 1);
    Diags many = read_wrong(arena, FAULTS_MOST);
    Diags more = read_wrong(arena, FAULTS_MOST + 1000);
    EXPECT_INT((int64_t)few.errors, FAULTS_MOST - 1);
    EXPECT_INT((int64_t)many.errors, FAULTS_MOST + 1);
    EXPECT_INT((int64_t)more.errors, FAULTS_MOST + 1);
    EXPECT_STR(str_of(many.list.at[FAULTS_MOST].id), "baca-31");
}

FACT(lines_of_a_head_that_nobody_knows_are_faults_enough)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1\n");
    for (int i = 0; i < FAULTS_MOST + 5; i++)
        buf_c(&out, "kucing\n");
    Diags diags = read_text(arena, buf_str(&out));
    EXPECT_INT((int64_t)diags.list.count, FAULTS_MOST + 1);
    EXPECT_STR(str_of(diags.list.at[FAULTS_MOST].id), "baca-31");
}

/* All are told at once, however many: those that are kept are the first. */
FACT(very_many_refused_words_are_counted_and_the_first_are_kept)
{
    enum { MANY = 500 };
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1\naturan 1 \"a\"\n(1) Pegawai wajib");
    for (int i = 0; i < MANY; i++)
        buf_c(&out, " segera");
    buf_c(&out, " selain guru.\n");
    Diags diags = read_text(arena, buf_str(&out));
    size_t kept = diags.list.count;
    EXPECT(diags.errors >= MANY && kept > FAULTS_MOST && kept < MANY);
    EXPECT_STR(str_of(diags.list.at[kept - 1].id), "baca-15");
    EXPECT_STR(diags.list.at[kept - 1].advice[LANG_EN],
               diags.list.at[0].advice[LANG_EN]);
}

FACT(a_hundred_faults_are_not_too_many_when_nothing_is_left)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1\naturan 1 \"a\"\n");
    for (int i = 1; i <= FAULTS_MOST; i++)
        buf_format(&out, "(%d) Kucing%s", i, i < FAULTS_MOST ? ".\n" : "");
    Diags diags = read_text(arena, buf_str(&out));
    EXPECT_INT((int64_t)diags.list.count, FAULTS_MOST);
    EXPECT_STR(str_of(diags.list.at[FAULTS_MOST - 1].id), "baca-09");
}

/* Of a long word no more is shown than its beginning, in whole letters. */
FACT(a_long_word_is_shown_to_the_end_of_a_letter)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf word = buf_in(arena);
    for (int i = 0; i < 59; i++)
        buf_char(&word, 'a');
    buf_c(&word, "\xc3\xa9");
    Str text = str_format(arena,
                          "surat edaran 1\naturan 1 \"a\"\n(1) Pegawai wajib "
                          "%.*sxyz.\n",
                          STR_ARG(buf_str(&word)));
    Diags diags = read_text(arena, text);
    if (!EXPECT(diags.list.count == 1)) return;
    EXPECT_HAS(
        diags.list.at[0].said[LANG_ID],
        str_c(arena, str_format(arena, "'%.*s'", STR_ARG(buf_str(&word)))));
}

/* Ids that a fact of its own, not a row, brings about. */
static const char *const own[] = {"baca-01", "baca-02", "baca-04", "baca-31",
                                  "baca-32"};

static bool is_tested(const char *id)
{
    for (size_t i = 0; i < COUNT(own); i++) {
        if (str_is(str_of(own[i]), str_of(id))) return true;
    }
    for (size_t i = 0; i < COUNT(careless); i++) {
        if (str_find(str_of(careless[i].said), str_of(id), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

FACT(every_id_has_a_row)
{
    static const char *const ids[] = {
#define FAULT(name, id, level, said_id, said_en, advice_id, advice_en) id,
#include "circular/diag_ids.def"
#undef FAULT
    };
    for (size_t i = 0; i < COUNT(ids); i++) {
        ROW("%s", ids[i]);
        EXPECT(is_tested(ids[i]));
    }
}
