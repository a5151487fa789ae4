/*
 * test_base_diag.c - what a user sees of his mistake.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/diag.h"
#include "harness.h"

static Str printed(Arena *arena, const Diags *diags, Lang lang)
{
    Buf out = buf_in(arena);
    diags_print(diags, lang, &out);
    return buf_str(&out);
}

/*
 * One diagnostic over a span of a text, and the three things shown of it.  A
 * column is a code point, a tab too.  Controls, bytes that are not UTF-8, and
 * marks that turn the direction of the line do not reach the terminal.
 */
static const struct {
    const char *text;
    Span span;
    const char *place, *line, *caret;
} cases[] = {
    {"satu dua tiga",          {5, 8},   "1:6", "satu dua tiga",      "     ^~~"},
    {"satu",                   {2, 2},   "1:3", "satu",               "  ^"     },
    {"satu\ndua\n",            {5, 8},   "2:1", "dua",                "^~~"     },
    {"satu\n",                 {5, 5},   "2:1", "",                   "^"       },
    {"satu",                   {90, 99}, "1:5", "satu",               "    ^"   },
    {"",                       {0, 0},   "1:1", "",                   "^"       },
    {"satu\ndua",              {2, 8},   "1:3", "satu",               "  ^~"    },
    {"satu\r\ndua",            {2, 4},   "1:3", "satu",               "  ^~"    },
    {"\xc3\xa9\xc3\xa9 x",     {5, 6},   "1:4", "\xc3\xa9\xc3\xa9 x", "   ^"    },
    {"\tx",                    {1, 2},   "1:2", " x",                 " ^"      },
    {"\x1b[31mx\x07",          {5, 6},   "1:6", "?[31mx?",            "     ^"  },
    {"\xff\x80\xc3x",          {3, 4},   "1:4", "???x",               "   ^"    },
    {"a\xe2\x80\xaeZ\xc2\x9b", {4, 5},   "1:3", "a?Z?",               "  ^"     },
    {"a\xe2\x81\xa6Z",         {4, 5},   "1:3", "a?Z",                "  ^"     },
};

FACT(a_diagnostic_shows_the_place)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1024);
        Source source = {STR_INIT("a"), str_of(cases[i].text)};
        Diags diags = diags_in(tmp);
        ROW("%s", cases[i].line);
        diag_add(&diags, DIAG_ERROR, "x-1", &source, cases[i].span,
                 STR("tidak"), STR("no"));
        EXPECT_STR(printed(tmp, &diags, LANG_EN),
                   str_format(tmp, "a:%s: error[x-1]: no\n  %s\n  %s\n",
                              cases[i].place, cases[i].line, cases[i].caret));
    }
}

FACT(each_level_has_its_word_and_its_count)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Diags diags = diags_in(tmp);
    Span none = {0, 0};
    diag_add(&diags, DIAG_NOTE, "n-1", NULL, none, STR("satu"), STR("one"));
    diag_add(&diags, DIAG_WARNING, "w-1", NULL, none, STR("dua"), STR("two"));
    diag_advise(&diags, STR("2"), STR("2"));
    diag_add(&diags, DIAG_ERROR, "e-1", NULL, none, STR("tiga"), STR("three"));
    EXPECT_STR(printed(tmp, &diags, LANG_ID), "catatan[n-1]: satu\n"
                                              "peringatan[w-1]: dua\n"
                                              "  seharusnya: 2\n"
                                              "galat[e-1]: tiga\n");
    EXPECT_STR(printed(tmp, &diags, LANG_EN), "note[n-1]: one\n"
                                              "warning[w-1]: two\n"
                                              "  what would be right: 2\n"
                                              "error[e-1]: three\n");
    EXPECT(diags.notes == 1 && diags.warnings == 1 && diags.errors == 1);
}

FACT(long_lines_are_cut_around_the_caret)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Buf text = buf_in(tmp);
    Diags diags = diags_in(tmp);
    for (int i = 0; i < 1000; i++)
        buf_format(&text, "%03d ", i);
    Source source = {STR_INIT("a"), buf_str(&text)};
    diag_add(&diags, DIAG_ERROR, "x-1", &source, (Span){2000, 2003}, STR("-"),
             STR("-"));
    diag_add(&diags, DIAG_ERROR, "x-2", &source, (Span){3000, 3999}, STR("-"),
             STR("-"));
    Str out = printed(tmp, &diags, LANG_EN);
    Str line = {0};
    EXPECT_HAS(out, "  ...486 487 ");
    EXPECT_HAS(out, " 499 500 501 ");
    EXPECT_HAS(out, "\n  "
                    "           "
                    "           "
                    "           "
                    "           "
                    "           "
                    "    ^~~\n");
    while (str_next(&out, '\n', &line))
        EXPECT(line.len < 150);
}

FACT(diagnostics_come_in_the_order_of_the_text)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Source a = {STR_INIT("a"), STR_INIT("xyz")};
    Source b = {STR_INIT("b"), STR_INIT("xyz")};
    Diags diags = diags_in(tmp);
    diag_add(&diags, DIAG_ERROR, "5", &b, (Span){0, 1}, STR("-"), STR("-"));
    diag_add(&diags, DIAG_ERROR, "4", &a, (Span){2, 3}, STR("-"), STR("-"));
    diag_add(&diags, DIAG_ERROR, "2", &a, (Span){1, 3}, STR("-"), STR("-"));
    diag_add(&diags, DIAG_ERROR, "3", &a, (Span){1, 2}, STR("-"), STR("-"));
    diag_add(&diags, DIAG_ERROR, "1", NULL, (Span){0, 0}, STR("-"), STR("-"));
    Str out = printed(tmp, &diags, LANG_EN);
    size_t last = 0;
    for (int i = 1; i <= 5; i++) {
        size_t at = str_find(out, str_format(tmp, "[%d]", i), 0);
        EXPECT(at != SIZE_MAX && at >= last);
        last = at;
    }
}

FACT(past_the_limit_they_are_counted)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Diags diags = diags_in(tmp);
    diags.limit = 2;
    for (int i = 0; i < 5; i++)
        diag_add(&diags, DIAG_ERROR, "x", NULL, (Span){0, 0}, STR("a"),
                 STR("b"));
    diag_advise(&diags, STR("lost"), STR("lost"));
    EXPECT_STR(printed(tmp, &diags, LANG_ID),
               "galat[x]: a\ngalat[x]: a\ndan 3 lagi\n");
    EXPECT_INT((int64_t)diags.errors, 5);
}

/* The sentence of the other language, of a text in that one. */
static const struct {
    Lang quoted;
    const char *id, *en, *becomes;
} quotations[] = {
    {LANG_ID, "tulis 'pukul 07.30' atau 'dan'", "write 'at 07.30' or 'and'",
     "write 'pukul 07.30' or 'dan'"                                                     },
    {LANG_EN, "tulis 'pukul 07.30' atau 'dan'", "write 'at 07.30' or 'and'",
     "tulis 'at 07.30' atau 'and'"                                                      },
    {LANG_ID, "di kepala surat: 'a'",           "in the letter's head: 'b'",
     "in the letter's head: 'a'"                                                        },
    {LANG_ID, "'Ma'had Aly' bukan unit",        "'Ma'had Aly' is no unit",
     "'Ma'had Aly' is no unit"                                                          },
    {LANG_ID, "tulis 'a' atau 'b'",             "write 'c'",                 "write 'c'"},
    {LANG_ID, "tulis 'a",                       "write 'c",                  "write 'c" },
    {LANG_ID, "tulis ''",                       "write 'c'",                 "write ''" },
};

FACT(what_is_quoted_is_in_the_language_of_the_text)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    for (size_t i = 0; i < COUNT(quotations); i++) {
        Diags diags = diags_in(tmp);
        Str id = str_of(quotations[i].id), en = str_of(quotations[i].en);
        Lang other = quotations[i].quoted == LANG_ID ? LANG_EN : LANG_ID;
        ROW("%s", quotations[i].en);
        diag_add(&diags, DIAG_ERROR, "x", NULL, (Span){0, 0}, id, en);
        EXPECT_STR(diags.list.at[0].said[LANG_EN], quotations[i].en);
        diag_quote(&diags, quotations[i].quoted);
        diag_add(&diags, DIAG_ERROR, "x", NULL, (Span){0, 0}, id, en);
        diag_advise(&diags, id, en);
        EXPECT_STR(diags.list.at[1].said[other], quotations[i].becomes);
        EXPECT_STR(diags.list.at[1].advice[other], quotations[i].becomes);
    }
}
