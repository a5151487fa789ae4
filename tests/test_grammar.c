/*
 * test_grammar.c - docs/grammar.ebnf is whole, has the words of the tables and
 * no others, and makes sentences that the reader takes; the syntax files of
 * editors and the fuzzer's words are those of the tables.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "circular/parse.h"
#include "circular/vocabulary.h"
#include "circular/words.h"
#include "ebnf.h"
#include "harness.h"

enum { TRIALS = 1000 }; /* of each start */

static const Str mark =
    STR_INIT("(* ---- made from the tables by tools/language ---- *)\n");

static Str content(Arena *arena, const char *path)
{
    Str text = {0};
    Err err = {0};
    EXPECT(file_read(arena, path, 1 << 20, &text, &err));
    return text;
}

/* ---- made files are those of the tables (tools/language writes them) ------
 */

typedef void Make(Buf *out);

static void expect_made(const char *path, Make *make, bool behind_mark)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    ROW("%s", path);
    Str text = content(arena, path);
    if (behind_mark) {
        size_t at = str_find(text, mark, 0);
        if (!EXPECT(at != SIZE_MAX)) return;
        text = str_slice(text, at + mark.len, text.len);
    }
    make(&out);
    EXPECT(str_is(buf_str(&out), text));
}

FACT(made_files_are_those_of_the_tables)
{
    expect_made("docs/grammar.ebnf", vocabulary_grammar, true);
    expect_made("tools/editors/vim/syntax/edaran.vim", vocabulary_vim, false);
    expect_made("tools/editors/vscode/edaran.tmLanguage.json",
                vocabulary_vscode, false);
    expect_made("fuzz/letter.dict", vocabulary_dictionary, false);
}

/* ---- apart from how they are made: every word is there, and no other ------
 */

typedef struct {
    Ebnf *grammar;
    Str vim, code;
    size_t missing;
} Sought;

static bool has_terminal(const Ebnf *grammar, Str text)
{
    for (size_t i = 0; i < grammar->terminals.count; i++) {
        if (str_folded_is(grammar->terminals.at[i], text)) return true;
    }
    return false;
}

/* As a pattern of an editor: full stops escaped. */
static Str escaped(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '.') buf_char(&out, '\\');
        buf_char(&out, text.ptr[i]);
    }
    return buf_str(&out);
}

static void expect_word(void *with, PhraseClass class, int32_t id, Str text)
{
    Sought *w = with;
    Str sign = escaped(w->grammar->arena, text);
    (void)class;
    (void)id;
    bool stopped = str_find(text, STR("."), 0) != SIZE_MAX; /* "\\\\." there */
    bool there = has_terminal(w->grammar, text) &&
                 str_find(w->vim, sign, 0) != SIZE_MAX &&
                 (stopped || str_find(w->code, text, 0) != SIZE_MAX);
    if (there) return;
    w->missing++;
    EXPECT_STR(text, "");
}

FACT(every_word_of_the_tables_is_in_the_grammar_and_in_the_editors)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Ebnf grammar = ebnf_read(arena, content(arena, "docs/grammar.ebnf"));
    Sought w = {&grammar, content(arena, "tools/editors/vim/syntax/edaran.vim"),
                content(arena, "tools/editors/vscode/edaran.tmLanguage.json"),
                0};
    lexicon_visit(LANG_ID, expect_word, &w);
    lexicon_visit(LANG_EN, expect_word, &w);
    EXPECT_INT((int64_t)w.missing, 0);
}

typedef struct {
    Str text;
    bool found;
} Wanted;

static void match(void *with, PhraseClass class, int32_t id, Str text)
{
    Wanted *w = with;
    (void)class;
    (void)id;
    w->found = w->found || str_is(w->text, text);
}

FACT(every_word_of_the_grammar_is_in_the_tables)
{
    static const char *const marks[] = {",", ".", ":", ";", "(",
                                        ")", "%", "",  "be"};
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Ebnf grammar = ebnf_read(arena, content(arena, "docs/grammar.ebnf"));
    EXPECT(grammar.terminals.count > 700);
    for (size_t i = 0; i < grammar.terminals.count; i++) {
        Wanted w = {grammar.terminals.at[i], false};
        for (size_t m = 0; m < COUNT(marks); m++)
            w.found = w.found || str_is(w.text, str_of(marks[m]));
        if (w.found) continue;
        ROW("%s", str_c(arena, w.text));
        lexicon_visit(LANG_ID, match, &w);
        lexicon_visit(LANG_EN, match, &w);
        EXPECT(w.found);
    }
}

/* ---- the productions ------------------------------------------------------
 */

FACT(every_name_of_the_grammar_is_defined_and_used)
{
    static const char *const alone[] = {"letter",     "refused", "leave",
                                        "gloss_text", "weekday", "month",
                                        "number_word"};
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Ebnf grammar = ebnf_read(arena, content(arena, "docs/grammar.ebnf"));
    EXPECT_STR(grammar.fault, "");
    for (size_t i = 0; i < grammar.rules.count; i++) {
        const EbnfRule *rule = &grammar.rules.at[i];
        Str bare = rule->name;
        if (str_starts(bare, STR("id.")) || str_starts(bare, STR("en.")))
            bare = str_slice(bare, 3, bare.len);
        bool used = rule->used;
        for (size_t a = 0; a < COUNT(alone); a++)
            used = used || str_is(bare, str_of(alone[a]));
        ROW("%s", str_c(arena, rule->name));
        EXPECT(used);
    }
}

static Str pick(Rand *rand, const char *const *from, size_t count)
{
    return str_of(from[rand_below(rand, (uint32_t)count)]);
}

static Str date(Arena *arena, Rand *rand, int32_t year, Lang lang)
{
    Date day = {0};
    CHECK(date_of(year, 1 + (int32_t)rand_below(rand, 12),
                  1 + (int32_t)rand_below(rand, 28), &day));
    return date_words(arena, day, lang);
}

static Str token(Arena *arena, Rand *rand, Str name, Lang lang)
{
    static const char *const strings[] = {"\"a b\"", "\"Ruang (1), rapat\"",
                                          "\"wajib di kantor\"", "\"x\""};
    static const char *const names[] = {"Bagian Umum", "Dinas Sosial", "BPBD",
                                        "Tepi Dalam", "posko siaga"};
    static const char *const numbers[] = {"1/T/2026", "800/0437/Org"};
#define IS(word) str_is(name, STR(word))
    if (IS("string")) return pick(rand, strings, COUNT(strings));
    if (IS("name")) return pick(rand, names, COUNT(names));
    if (IS("words")) return STR("Wali Kota Bontang");
    if (IS("number of a letter")) return pick(rand, numbers, COUNT(numbers));
    if (IS("line end")) return STR("\n");
    if (IS("date")) return date(arena, rand, 2020, lang);
    if (IS("later date")) return date(arena, rand, 2021, lang);
    if (IS("weekday"))
        return date_weekday_name((Weekday)rand_below(rand, 7), lang);
    if (IS("time")) return STR("07.30");
    if (IS("later time")) return STR("16.00");
    if (IS("dash")) return STR("-");
    if (IS("figure")) return STR("12");
    if (IS("rule number")) return STR("2");
    if (IS("new rule number")) return STR("2A");
    if (IS("paragraph number")) return STR("1");
#undef IS
    EXPECT_STR(name, "a token that the test knows");
    return STR("");
}

/* What stands before and behind what is made of a rule, by language. */
static const struct {
    const char *rule;
    const char *before[2], *behind[2];
} starts[] = {
    {"line",
     {"surat edaran 1/T\n", "circular 1/T\n"},
     {"\naturan 1 \"a\"\nApel ditiadakan.\n",
      "\nrule 1 \"a\"\nRoll-calls shall be suspended.\n"}                          },
    {"sentence",
     {"surat edaran 1/T\n\naturan 1 \"a\"\n(1) Di kantor paling banyak 10 "
      "orang.\n(2) ",
      "circular 1/T\n\nrule 1 \"a\"\n(1) In the office at most 10 "
      "persons.\n(2) "},
     {"\n", "\n"}                                                                  },
    {"change",   {"surat edaran 1/T\n\n", "circular 1/T\n\n"},             {"", ""}},
    {"rule",     {"surat edaran 1/T\n\n", "circular 1/T\n\n"},             {"", ""}},
    {"examples",
     {"surat edaran 1/T\n\naturan 1 \"a\"\nApel ditiadakan.\n\n",
      "circular 1/T\n\nrule 1 \"a\"\nRoll-calls shall be suspended.\n\n"},
     {"", ""}                                                                      },
};

/* The grammar says nothing of what fits, nor that numbers are there once. */
static bool is_of_grammar(const Diag *diag)
{
    static const char *const others[] = {"baca-19", "baca-20", "baca-21"};
    for (size_t i = 0; i < COUNT(others); i++) {
        if (str_is(str_of(diag->id), str_of(others[i]))) return false;
    }
    return diag->level == DIAG_ERROR &&
           str_starts(str_of(diag->id), STR("baca-"));
}

static void expect_read(Arena *arena, Str text)
{
    Letter letter = {0};
    const Source source = {STR("made"), text};
    Diags diags = diags_in(arena);
    (void)letter_parse(arena, &source, &letter, &diags);
    for (size_t i = 0; i < diags.list.count; i++) {
        if (!is_of_grammar(&diags.list.at[i])) continue;
        Buf said = buf_in(arena);
        diag_print(&diags.list.at[i], LANG_EN, &said);
        EXPECT_STR(text, buf_str(&said));
        return;
    }
}

FACT(random_sentences_of_the_grammar_are_read)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Ebnf grammar = ebnf_read(arena, content(arena, "docs/grammar.ebnf"));
    if (!EXPECT(grammar.fault.len == 0)) return;
    for (size_t s = 0; s < COUNT(starts); s++) {
        ROW("%s", starts[s].rule);
        for (int i = 0; i < TRIALS; i++) {
            AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
            Rand rand = rand_seeded((uint64_t)i);
            Lang lang = (Lang)(i % 2);
            Str made = ebnf_sentence(&grammar, tmp, &rand,
                                     str_of(starts[s].rule), lang, token);
            expect_read(tmp, str_format(tmp, "%s%.*s%s", starts[s].before[lang],
                                        STR_ARG(made), starts[s].behind[lang]));
        }
    }
}
