/*
 * test_base_str.c - reading and writing text.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/buf.h"
#include "base/html.h"
#include "base/unseen.h"
#include "harness.h"

#include <string.h>

FACT(texts_compare_bytewise)
{
    Str none = {0};
    EXPECT(str_is(none, STR("")) && str_is(none, none));
    EXPECT(!str_is(STR("a"), STR("A")) && !str_is(STR("a"), STR("ab")));
    EXPECT(str_order(STR("a"), STR("b")) < 0);
    EXPECT(str_order(STR("a"), STR("ab")) < 0);
    EXPECT(str_order(STR("\xc3"), STR("z")) > 0);
    EXPECT(str_order(none, STR("")) == 0);
    EXPECT(str_starts(STR("abc"), STR("ab")) &&
           !str_starts(STR("a"), STR("ab")));
    EXPECT(str_ends(STR("abc"), STR("bc")) && !str_ends(STR("c"), STR("bc")));
    EXPECT(str_starts(none, none) && str_ends(none, none));
}

FACT(slices_are_clipped)
{
    EXPECT_STR(str_slice(STR("abcdef"), 2, 4), "cd");
    EXPECT_STR(str_slice(STR("abc"), 2, 99), "c");
    EXPECT_STR(str_slice(STR("abc"), 9, 99), "");
    EXPECT_STR(str_slice(STR("abc"), 2, 1), "");
    EXPECT_STR(str_slice((Str){0}, 0, 1), "");
    EXPECT_STR(str_cut(STR("abc"), 2), "ab");
    EXPECT_STR(str_cut(STR("abc"), 4), "abc");
    EXPECT_STR(str_cut(STR("a\xc3\xa9"), 3), "a\xc3\xa9");
    EXPECT_STR(str_cut(STR("a\xc3\xa9"), 2), "a");
    EXPECT_STR(str_cut(STR("\xe2\x82\xac"), 2), "");
}

FACT(find_tells_the_place_or_none)
{
    EXPECT(str_find(STR("banana"), STR("an"), 0) == 1);
    EXPECT(str_find(STR("banana"), STR("an"), 2) == 3);
    EXPECT(str_find(STR("banana"), STR("an"), 4) == SIZE_MAX);
    EXPECT(str_find(STR("banana"), STR("nab"), 0) == SIZE_MAX);
    EXPECT(str_find(STR("aab"), STR("ab"), 0) == 1);
    EXPECT(str_find(STR("abc"), STR(""), 3) == 3);
    EXPECT(str_find(STR("abc"), STR(""), 4) == SIZE_MAX);
    EXPECT(str_find(STR("ab"), STR("abc"), 0) == SIZE_MAX);
}

FACT(next_cuts_pieces)
{
    static const struct {
        const char *text, *pieces; /* each ended by '.' */
    } cases[] = {
        {"a,b",  "a.b." },
        {"a,,b", "a..b."},
        {",a",   ".a."  },
        {"a,",   "a."   },
        {",",    "."    },
        {"",     ""     },
        {"abc",  "abc." },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(64);
        Buf got = buf_in(tmp);
        Str rest = str_of(cases[i].text);
        Str piece = {0};
        ROW("%s", cases[i].text);
        while (str_next(&rest, ',', &piece)) {
            buf_put(&got, piece);
            buf_char(&got, '.');
        }
        EXPECT_STR(buf_str(&got), cases[i].pieces);
    }
}

FACT(folding_forgets_case_and_blanks)
{
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"Badan  Kepegawaian",               "badan kepegawaian"},
        {"\t BADAN\r\nKepegawaian \v",       "badan kepegawaian"},
        {"badan\xc2\xa0kepegawaian\xc2\xa0", "badan kepegawaian"},
        {"",                                 ""                 },
        {" \xc2\xa0 ",                       ""                 },
        {"Jos\xc3\x89",                      "jos\xc3\x89"      },
        {"\xc2",                             "\xc2"             },
        {"a\xc2",                            "a\xc2"            },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(64);
        Str text = str_of(cases[i].text);
        ROW("%s", cases[i].text);
        EXPECT_STR(str_fold(tmp, text), cases[i].folded);
        EXPECT(str_folded_is(text, str_of(cases[i].folded)));
        EXPECT(!str_folded_is(text, STR("badan")));
        EXPECT(!str_folded_is(text, STR("badankepegawaian")));
    }
}

FACT(trimming_takes_blanks_off_both_ends)
{
    EXPECT_STR(str_trim(STR(" a b \n")), "a b");
    EXPECT_STR(str_trim(STR("\xc2\xa0 a \xc2\xa0")), "a");
    EXPECT_STR(str_trim(STR("\xc2\xa0")), "");
    EXPECT_STR(str_trim(STR("")), "");
    EXPECT_STR(str_trim((Str){0}), "");
    EXPECT_STR(str_trim(STR("a\xc3\xa0")), "a\xc3\xa0");
}

FACT(faults_of_utf8_have_a_place)
{
    static const struct {
        const char *fact, *text;
        size_t at;
    } cases[] = {
        {"ASCII",             "abc",              SIZE_MAX},
        {"empty",             "",                 SIZE_MAX},
        {"two bytes",         "\xc3\xa9",         SIZE_MAX},
        {"three bytes",       "\xe2\x82\xac",     SIZE_MAX},
        {"four bytes",        "\xf0\x9f\x98\x80", SIZE_MAX},
        {"last code point",   "\xf4\x8f\xbf\xbf", SIZE_MAX},
        {"before surrogates", "\xed\x9f\xbf",     SIZE_MAX},
        {"a lone tail",       "a\x80",            1       },
        {"cut short",         "ab\xe2\x82",       2       },
        {"overlong slash",    "\xc0\xaf",         0       },
        {"overlong three",    "\xe0\x80\xaf",     0       },
        {"overlong four",     "\xf0\x80\x80\xaf", 0       },
        {"surrogate",         "\xed\xa0\x80",     0       },
        {"past the end",      "\xf4\x90\x80\x80", 0       },
        {"Latin-1",           "Jos\xe9 x",        3       },
        {"bad third byte",    "\xe2\x82z",        0       },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].fact);
        EXPECT(str_utf8_fault(str_of(cases[i].text)) == cases[i].at);
    }
}

FACT(windows_1252_becomes_utf8)
{
    AUTO(arena_done) Arena *tmp = arena_open(64);
    EXPECT_STR(str_from_windows_1252(tmp, STR("\x93"
                                              "a\x94 \xe9\x81")),
               "\xe2\x80\x9c"
               "a\xe2\x80\x9d \xc3\xa9\xef\xbf\xbd");
    EXPECT_INT((int64_t)str_columns(STR("Jos\xc3\xa9 \xe2\x82\xac")), 6);
}

FACT(distance_counts_slips_of_the_finger)
{
    static const struct {
        const char *a, *b;
        int64_t distance; /* with a limit of 3 */
    } cases[] = {
        {"camat",      "camat",      0},
        {"Camat ",     "camat",      0},
        {"camat",      "cama",       1},
        {"camat",      "camatt",     1},
        {"camat",      "comat",      1},
        {"camat",      "caamt",      1},
        {"lurah",      "camat",      4},
        {"",           "abc",        3},
        {"",           "abcd",       4},
        {"",           "",           0},
        {"sekretaris", "sekertaris", 1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str a = str_of(cases[i].a);
        Str b = str_of(cases[i].b);
        ROW("%s / %s", cases[i].a, cases[i].b);
        EXPECT_INT((int64_t)str_distance(a, b, 3), cases[i].distance);
        EXPECT_INT((int64_t)str_distance(b, a, 3), cases[i].distance);
    }
}

FACT(long_texts_are_far)
{
    char text[201];
    memset(text, 'x', sizeof text);
    EXPECT_INT((int64_t)str_distance((Str){text, 200}, (Str){text, 200}, 3), 0);
    EXPECT_INT((int64_t)str_distance((Str){text, 201}, (Str){text, 201}, 3), 4);
}

FACT(copies_are_their_own)
{
    AUTO(arena_done) Arena *tmp = arena_open(64);
    char text[] = "abc";
    Str copy = str_copy(tmp, str_of(text));
    const char *c = str_c(tmp, (Str){text, 2});
    text[0] = 'x';
    EXPECT_STR(copy, "abc");
    EXPECT_STR(c, "ab");
    EXPECT_STR(str_copy(tmp, (Str){0}), "");
    EXPECT_STR(str_format(tmp, "%d %s", 7, "x"), "7 x");
    EXPECT_STR(str_format(tmp, "%s", ""), "");
}

FACT(buffers_write_what_they_are_given)
{
    AUTO(arena_done) Arena *tmp = arena_open(64);
    Buf buf = buf_in(tmp);
    EXPECT_STR(buf_str(&buf), "");
    buf_number(&buf, INT64_MIN);
    buf_char(&buf, ' ');
    buf_number(&buf, INT64_MAX);
    buf_put(&buf, STR(" and "));
    buf_number(&buf, 0);
    buf_format(&buf, " %s:%d", "x", -1);
    buf_put(&buf, (Str){0});
    buf_c(&buf, "!");
    EXPECT_STR(buf_str(&buf),
               "-9223372036854775808 9223372036854775807 and 0 x:-1!");
    EXPECT(buf_ok(&buf));
}

FACT(a_buffer_past_its_limit_stays_failed)
{
    AUTO(arena_done) Arena *tmp = arena_open(64);
    Buf buf = buf_in(tmp);
    buf.limit = 4;
    buf_c(&buf, "abcd");
    EXPECT(buf_ok(&buf));
    buf_char(&buf, 'e');
    buf_c(&buf, "");
    EXPECT(!buf_ok(&buf));
    EXPECT_STR(buf_str(&buf), "abcd");
}

/* What is left of a text, and how a page shows it whole. */
static const struct {
    const char *text, *left, *shown;
} hidden[] = {
    {"",                                      "",                             ""                                     },
    {"Siti <b>",                              "Siti <b>",                     "Siti &lt;b&gt;"                       },
    {"Caf\xc3\xa9 \xe2\x80\x93 \xe2\x82\xac",
     "Caf\xc3\xa9 \xe2\x80\x93 \xe2\x82\xac",                                 "Caf\xc3\xa9 \xe2\x80\x93 \xe2\x82\xac"},
    {"a\xe2\x80\xae<b",                       "a<b",                          "a\xef\xbf\xbd&lt;b"                   }, /* U+202E */
    {"\xe2\x80\x8b",                          "",                             "\xef\xbf\xbd"                         }, /* U+200B */
    {"a\xc2\x85z",                            "az",                           "a\xef\xbf\xbdz"                       }, /* U+0085 */
    {"a\xc2\xa0z",                            "a\xc2\xa0z",                   "a\xc2\xa0z"                           }, /* U+00A0 */
    {"\xef\xbb\xbf"
     "1\xe2\x81\xa9",                    "1",
     "\xef\xbf\xbd"
     "1\xef\xbf\xbd"                                                                                                 }, /* FEFF, 2069 */
    {"a\xe2\x80\xa8z",                        "az",                           "a\xef\xbf\xbdz"                       }, /* U+2028 */
    {"\xef\xb7\x90\xef\xbf\xbf!",             "!",                            "\xef\xbf\xbd\xef\xbf\xbd!"            },
    {"x\xf3\xa0\x81\x81",                     "x",                            "x\xef\xbf\xbd"                        }, /* U+E0041 */
    {"x\xf0\x9f\xbf\xbe",                     "x",                            "x\xef\xbf\xbd"                        }, /* U+1FFFE */
    {"\xe2\x80\x8d\xf0\x9f\x91\xa9",          "\xe2\x80\x8d\xf0\x9f\x91\xa9",
     "\xe2\x80\x8d\xf0\x9f\x91\xa9"                                                                                  }, /* a joiner stays */
    {"cut \xe2",                              "cut \xe2",                     "cut \xe2"                             },
    {"cut \xf3\xa0",                          "cut \xf3\xa0",                 "cut \xf3\xa0"                         },
};

FACT(what_nobody_sees_is_taken_out_or_shown_to_be_there)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 10);
    for (size_t i = 0; i < COUNT(hidden); i++) {
        ROW("%zu", i);
        Str text = str_of(hidden[i].text);
        EXPECT_STR(unseen_without(tmp, text), hidden[i].left);
        EXPECT_STR(html_escaped(tmp, text).safe, hidden[i].shown);
    }
}
