/*
 * test_letters_edited.c - real letters in which words were dropped, doubled,
 * moved or replaced by others of the language: either a fault is said, at its
 * place and in both languages, or the letter is read, printed and read again to
 * the same tree, and a small government can live by it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "chance_words.h"
#include "circular/check.h"
#include "circular/explain.h"
#include "circular/letter_json.h"
#include "circular/lex.h"
#include "each_letter.h"
#include "harness.h"
#include "small_texts.h"
#include "tables.h"

enum { EDITS = 20, EDITS_LONG = 300, FORM_EDITS = 3, FORM_EDITS_LONG = 40 };

/* The word around a random place; empty where there is none. */
static Span some_word(const ChanceWords *w, Str text)
{
    size_t at = chance_below(w, (uint32_t)text.len);
    size_t from = at;
    while (from > 0 && lex_blank(text, from - 1) == 0)
        from--;
    while (at < text.len && lex_blank(text, at) == 0)
        at++;
    return (Span){(uint32_t)from, (uint32_t)at};
}

static Str some_phrase(const ChanceWords *w)
{
    return w->phrases[chance_below(w, (uint32_t)w->phrase_count)];
}

/* What stands instead of a word. */
static Str instead(const ChanceWords *w, Str text, Str word)
{
    Span other = some_word(w, text);
    Str moved = str_slice(text, other.from, other.to);
    Str phrase = some_phrase(w);
    switch (chance_below(w, 5)) {
    case 0: return STR("");
    case 1:
        return str_format(w->arena, "%.*s %.*s", STR_ARG(word), STR_ARG(word));
    case 2: return moved;
    case 3: return phrase;
    default:
        return str_format(w->arena, "%.*s %.*s", STR_ARG(phrase),
                          STR_ARG(word));
    }
}

static Str edited(const ChanceWords *w, Str text)
{
    for (uint32_t n = 1 + chance_below(w, 2); n > 0; n--) {
        Span at = some_word(w, text);
        Str word = str_slice(text, at.from, at.to);
        Str put = instead(w, text, word);
        text =
            str_format(w->arena, "%.*s%.*s%.*s", (int)at.from, text.ptr,
                       STR_ARG(put), (int)(text.len - at.to), text.ptr + at.to);
    }
    return text;
}

/* ---- what must hold ------------------------------------------------------ */

static void expect_said(const Diags *diags, Str text)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        EXPECT(diag->span.from <= diag->span.to && diag->span.to <= text.len);
        EXPECT(!str_is(diag->said[LANG_ID], diag->said[LANG_EN]));
        EXPECT((diag->advice[LANG_ID].len == 0) ==
               (diag->advice[LANG_EN].len == 0));
    }
}

static void expect_again(Arena *arena, const Letter *letter, Lang lang)
{
    Letter again = {0};
    Str text = letter_text(arena, letter, lang);
    Str faults = letter_faults(arena, text, &again);
    EXPECT_STR(faults, "");
    if (faults.len > 0) return;
    if (!EXPECT(tree_is(letter, &again))) EXPECT_STR(text, "the same tree");
    EXPECT_STR(letter_text(arena, &again, lang), text);
}

static void expect_json(Arena *arena, const Letter *letter)
{
    Buf out = buf_in(arena);
    Letter again = {0};
    Err err = {0};
    Diags diags = diags_in(arena);
    EXPECT(letter_to_json(letter, &out));
    bool read = letter_from_json(arena, buf_str(&out), STR("json"), &again,
                                 &diags, &err);
    EXPECT_STR(err.text, "");
    EXPECT(read && tree_is(letter, &again));
}

/* A turn as a plan might have it. */
static ExplainTurn some_turn(Rand *rand)
{
    return (ExplainTurn){
        .given = rand_chance(rand, 700),
        .unit = {rand_below(rand, 5)},
        .base = 6,
        .limit = 3,
        .in = (int32_t)rand_below(rand, 6),
        .forced = (int32_t)rand_below(rand, 3),
        .called = (int32_t)rand_below(rand, 2),
        .over = (int32_t)rand_below(rand, 3),
        .by_need = (int32_t)rand_below(rand, 2),
        .office_days = 3,
        .least_days = 2,
        .most_days = 4,
        .period_days = 10,
        .counter_unit = {rand_below(rand, 5)},
        .counter = rand_chance(rand, 300) ? rand_below(rand, 2) : NO_INDEX,
    };
}

static void expect_explained(Arena *arena, const LawDay *day, PersonId person,
                             const ExplainTurn *turn)
{
    Directive d = law_person(day, person);
    for (int lang = 0; lang < 2; lang++) {
        Explanation e = {0};
        explain_cell(arena, day, person, d.letter, turn, (Lang)lang, &e);
        EXPECT(e.verdict.len > 0 && e.step_count > 0 &&
               e.step_count <= COUNT(e.steps));
        for (size_t i = 0; i < e.step_count; i++)
            EXPECT(e.steps[i].text.len > 0);
    }
}

/* The first day of a letter, or the last but one when it says only its end. */
static Date day_of(const CorpusLetter *letter)
{
    bool begins = !date_is(letter->first_effect, DATE_ALWAYS);
    if (begins || letter->window_count == 0) return letter->first_effect;
    return date_plus(letter->windows[0].last, -1);
}

/* Everybody's place on two days of the letter, and why. */
static void explain_all(Arena *arena, const Corpus *corpus, uint32_t letter)
{
    Rand rand = rand_seeded(corpus->clause_count);
    Date first = day_of(&corpus->letters[letter]);
    if (date_is(first, DATE_NEVER) || date_is(first, DATE_ALWAYS)) return;
    for (int day = 0; day < 2; day++) {
        LawDay *law = law_day(arena, corpus, date_plus(first, day));
        for (uint32_t p = 0; p < corpus->r->person_count; p++) {
            ExplainTurn turn = some_turn(&rand);
            expect_explained(arena, law, (PersonId){p}, &turn);
        }
    }
}

/* As law of a government that the letter was not written for. */
static void live_by(Arena *arena, const Letter *letter, const Source *source,
                    Diags *diags)
{
    Corpus corpus = {0};
    const Tables tables = tables_import(arena, small_texts);
    const Calendar calendar = calendar_empty();
    const Government government = {.code = STR("kota"), .zone = ZONE_WITA};
    const CorpusInput input = {letter, source, false};
    const CorpusFrom from = {.inputs = &input,
                             .input_count = 1,
                             .government = &government,
                             .r = &tables.r,
                             .calendar = &calendar};
    if (!EXPECT(tables.made)) return;
    check_alone(arena, letter, source, diags);
    (void)corpus_make(arena, &from, DATE_NEVER, &corpus, diags);
    for (uint32_t i = 0; i < corpus.letter_count; i++) {
        check_letter(arena, &corpus, i, diags);
        check_examples(arena, &from, &corpus, i, diags);
        explain_all(arena, &corpus, i);
    }
}

static void expect_answer(Arena *arena, Str text)
{
    const Source source = {STR("edited"), text};
    Diags diags = diags_in(arena);
    Letter letter = {0};
    bool read = letter_parse(arena, &source, &letter, &diags);
    EXPECT(read == (diags.errors == 0));
    if (read) {
        expect_again(arena, &letter, LANG_ID);
        expect_again(arena, &letter, LANG_EN);
        expect_json(arena, &letter);
        live_by(arena, &letter, &source, &diags);
    }
    expect_said(&diags, text);
}

static void edit_often(Str text, int edits)
{
    Rand rand = rand_named(text);
    for (int i = 0; i < edits; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        ChanceWords words = chance_words(arena, &rand);
        expect_answer(arena, edited(&words, text));
    }
}

static void edit_letter(Arena *arena, const Letter *letter, Str text)
{
    (void)arena, (void)letter;
    edit_often(text, harness_soaks() ? EDITS_LONG : EDITS);
}

static void edit_form(Arena *arena, const Letter *letter, Str text)
{
    (void)arena, (void)letter;
    edit_often(text, harness_soaks() ? FORM_EDITS_LONG : FORM_EDITS);
}

FACT(letters_with_other_words_are_read_or_refused_with_a_reason)
{
    each_letter(edit_letter);
}

FACT(a_letter_that_only_says_when_it_ends_is_checked_in_its_last_days)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    expect_answer(arena,
                  STR("surat edaran 1/T/2026\nberlaku sampai dengan 8 Mei "
                      "2026\naturan 1 \"satu\"\n(1) Pegawai wajib di "
                      "kantor.\n"));
}

FACT(sentences_with_other_words_are_read_or_refused_with_a_reason)
{
    each_form(edit_form);
}
