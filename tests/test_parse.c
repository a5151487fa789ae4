/*
 * test_parse.c - every form of the language, in both of its surfaces.
 *
 * A row is one sentence in Indonesian and in English.  Both must be read to the
 * same tree; the tree is printed in both languages and read again to the same
 * tree; and what is printed is the row, unless it says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "circular/print.h"
#include "each_letter.h"
#include "harness.h"

typedef struct {
    const char *in, *en;
    const char *in_printed, *en_printed; /* NULL: as it stands in the row */
} Form;

/* The letter around a row, by language; %s is the row. */
typedef const char *Frames[2];

static bool read_text(Arena *arena, Str text, Letter *letter)
{
    Source *source = NEW(arena, Source, 1);
    *source = (Source){STR("row"), text};
    Diags diags = diags_in(arena);
    bool read = letter_parse(arena, source, letter, &diags);
    if (read && diags.warnings == 0) return true;
    Buf out = buf_in(arena);
    diags_print(&diags, LANG_EN, &out);
    EXPECT_STR(buf_str(&out), "");
    return false;
}

static Str framed(Arena *arena, const char *frame, const char *row)
{
    size_t at = str_find(str_of(frame), STR("%s"), 0);
    Buf out = buf_in(arena);
    buf_put(&out, str_slice(str_of(frame), 0, at));
    buf_c(&out, row);
    buf_c(&out, frame + at + 2);
    return buf_str(&out);
}

/* Printed in the language, read again: the same tree, and the same print. */
static void expect_stable(Arena *arena, const Letter *letter, Lang lang)
{
    Letter again = {0};
    Str text = letter_text(arena, letter, lang);
    if (!read_text(arena, text, &again)) {
        EXPECT_STR(text, "");
        return;
    }
    if (!EXPECT(tree_is(letter, &again))) EXPECT_STR(text, "");
    EXPECT_STR(letter_text(arena, &again, lang), text);
}

static void expect_form(const Form *form, const Frames frames)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter in = {0};
    Letter en = {0};
    ROW("%s", form->in);
    if (!read_text(arena, framed(arena, frames[LANG_ID], form->in), &in))
        return;
    if (!read_text(arena, framed(arena, frames[LANG_EN], form->en), &en))
        return;
    if (!EXPECT(tree_is(&in, &en))) {
        EXPECT_STR(letter_text(arena, &en, LANG_ID),
                   letter_text(arena, &in, LANG_ID));
    }
    expect_stable(arena, &in, LANG_ID);
    expect_stable(arena, &in, LANG_EN);
    EXPECT_HAS(letter_text(arena, &in, LANG_ID),
               form->in_printed == NULL ? form->in : form->in_printed);
    EXPECT_HAS(letter_text(arena, &en, LANG_EN),
               form->en_printed == NULL ? form->en : form->en_printed);
}

static const Frames in_rule = {
    "surat edaran 1/T/2026\n\naturan 1 \"satu\"\n"
    "(1) Di kantor paling banyak 10 orang.\n(2) %s\n",
    "circular 1/T/2026\n\nrule 1 \"satu\"\n"
    "(1) In the office at most 10 persons.\n(2) %s\n",
};

static const Form sentences[] = {
#include "forms_sentences.inc"
};

FACT(sentences_are_read_and_printed_in_both_languages)
{
    for (size_t i = 0; i < COUNT(sentences); i++)
        expect_form(&sentences[i], in_rule);
}

static const Frames in_head = {
    "surat edaran 1/T/2026\n%s\n\naturan 1 \"satu\"\n(1) Apel ditiadakan.\n",
    "circular 1/T/2026\n%s\n\nrule 1 \"satu\"\n"
    "(1) Roll-calls shall be suspended.\n",
};

static const Form lines[] = {
#include "forms_lines.inc"
};

FACT(lines_of_the_head_are_read_and_printed_in_both_languages)
{
    for (size_t i = 0; i < COUNT(lines); i++)
        expect_form(&lines[i], in_head);
}

static const Frames in_changes = {
    "surat edaran 2/T/2026\nmengubah surat edaran 1/T/2026\n\n%s\n",
    "circular 2/T/2026\namends circular 1/T/2026\n\n%s\n",
};

static const Form changes[] = {
#include "forms_changes.inc"
};

FACT(changes_are_read_and_printed_in_both_languages)
{
    for (size_t i = 0; i < COUNT(changes); i++)
        expect_form(&changes[i], in_changes);
}

static const Frames in_examples = {
    "surat edaran 1/T/2026\n\naturan 1 \"satu\"\n(1) Apel ditiadakan.\n\n"
    "contoh\n%s\n",
    "circular 1/T/2026\n\nrule 1 \"satu\"\n(1) Roll-calls shall be suspended.\n"
    "\nexamples\n%s\n",
};

static const Form examples[] = {
#include "forms_examples.inc"
};

FACT(examples_are_read_and_printed_in_both_languages)
{
    for (size_t i = 0; i < COUNT(examples); i++)
        expect_form(&examples[i], in_examples);
}

static const Frames whole = {"%s", "%s"};

static const Form firsts[] = {
    {"surat edaran 061.1/1882/ORG\naturan 1 \"a\"\nApel ditiadakan.\n",
     "circular 061.1/1882/ORG\nrule 1 \"a\"\nRoll-calls shall be suspended.\n",
     "(1) Apel ditiadakan.", "(1) Roll-calls shall be suspended."},
    {"kebijakan \"nama\"\nnomor tidak disebut\n\naturan 1 \"a\"\n(1) Apel "
     "ditiadakan.\n",
     "policy \"nama\"\nnumber not stated\n\nrule 1 \"a\"\n(1) Roll-calls shall "
     "be suspended.\n",
     NULL, NULL},
    {"keputusan 800/01\n\naturan 1 \"a\"\n(1) Apel ditiadakan.\n",
     "decision 800/01\n\nrule 1 \"a\"\n(1) Roll-calls shall be suspended.\n",
     NULL, NULL},
    {"pengumuman 3/2026\n\naturan 1 \"a\"\n(1) Apel ditiadakan.\n",
     "notice 3/2026\n\nrule 1 \"a\"\n(1) Roll-calls shall be suspended.\n",
     NULL, NULL},
    {"perintah lisan \"pagi\"\n\naturan 1 \"a\"\n(1) Apel ditiadakan.\n",
     "oral order \"pagi\"\n\nrule 1 \"a\"\n(1) Roll-calls shall be "
     "suspended.\n",
     NULL, NULL},
    {"instruksi Nomor 5 / 2021\n\naturan 1 \"a\"\n(1) Apel ditiadakan.\n",
     "instruction number 5/2021\n\nrule 1 \"a\"\n(1) Roll-calls shall be "
     "suspended.\n",
     "instruksi 5/2021\n", "instruction 5/2021\n"},
    {"surat edaran 1\n\naturan 1 \"a\" \"b\"\nberlaku sejak 3 Agustus 2020\n"
     "(1) Apel ditiadakan.\n",
     "circular 1\n\nrule 1 \"a\" \"b\"\nin force from 3 August 2020\n"
     "(1) Roll-calls shall be suspended.\n",
     NULL, NULL},
    {"surat edaran 1\n\naturan 1 \"a\"\n(1) Apel ditiadakan.\n\n"
     "lampiran \"unit.csv\" \"Daftar unit\"\n",
     "circular 1\n\nrule 1 \"a\"\n(1) Roll-calls shall be suspended.\n\n"
     "annex \"unit.csv\" \"Daftar unit\"\n",
     NULL, NULL},
    {"-- a\nsurat edaran 1 -- b\n-- c\nbagi ASN -- d\n\n-- e\naturan 1 \"a\" "
     "-- "
     "f\n-- g\n(1) Apel ditiadakan. -- h\n\ncontoh\n-- i\nLurah pada 24 Maret "
     "2020 di kantor. -- j\n-- k\n",
     "-- a\ncircular 1 -- b\n-- c\ncovering ASN -- d\n\n-- e\nrule 1 \"a\" -- "
     "f\n-- g\n(1) Roll-calls shall be suspended. -- h\n\nexamples\n-- "
     "i\nLurah "
     "on 24 March 2020 in the office. -- j\n-- k\n",
     NULL, NULL},
    {"\xe2\x80\x94 a\n\nsurat edaran 1\n\naturan 1 \"a\"\n(1) Apel "
     "ditiadakan.\n",
     "\n\xe2\x80\x93 a\n\ncircular 1\n\nrule 1 \"a\"\n(1) Roll-calls "
     "shall be suspended.\n",
     "-- a\nsurat edaran 1\n", "-- a\ncircular 1\n"},
    {"surat edaran 1\naturan 1 \"a\"\nApel ditiadakan.\ncontoh\nLurah pada 24 "
     "Maret 2020 di kantor.\naturan 2 \"b\"\nApel ditiadakan.\ncontoh:\nCamat "
     "pada 24 Maret 2020 di kantor.\nlampiran \"a.csv\"\n",
     "circular 1\nrule 1 \"a\"\nRoll-calls shall be "
     "suspended.\nexamples\nLurah "
     "on 24 March 2020 in the office.\nexamples\nCamat on 24 March 2020 in the "
     "office.\nannex \"a.csv\"\nrule 2 \"b\"\nRoll-calls shall be suspended.\n",
     "aturan 2 \"b\"\n(1) Apel ditiadakan.\n\nlampiran "
     "\"a.csv\"\n\ncontoh\nLurah "
     "pada 24 Maret 2020 di kantor.\nCamat pada 24 Maret 2020 di kantor.\n",
     "rule 2 \"b\"\n(1) Roll-calls shall be suspended.\n\nannex \"a.csv\"\n\n"
     "examples\nLurah on 24 March 2020 in the office.\nCamat on 24 March 2020 "
     "in "
     "the office.\n"},
};

FACT(whole_letters_are_read_and_printed_in_both_languages)
{
    for (size_t i = 0; i < COUNT(firsts); i++)
        expect_form(&firsts[i], whole);
}

/* Kindness: what is read, and as what it is printed. */
static const struct {
    const char *text, *printed;
} kind[] = {
#include "forms_kind.inc"
};

FACT(synonyms_and_pasted_text_are_read_and_the_first_word_is_printed)
{
    for (size_t i = 0; i < COUNT(kind); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Letter letter = {0};
        ROW("%s", kind[i].text);
        Str text = framed(arena, in_rule[LANG_ID], kind[i].text);
        if (!read_text(arena, text, &letter)) continue;
        EXPECT_HAS(letter_text(arena, &letter, LANG_ID), kind[i].printed);
        expect_stable(arena, &letter, LANG_ID);
        expect_stable(arena, &letter, LANG_EN);
    }
}

FACT(lines_may_end_as_windows_writes_them)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter a = {0};
    Letter b = {0};
    Str unix_text = STR("surat edaran 1\nbagi PNS,\nCPNS dan TKD\n\n"
                        "aturan 1 \"a\"\n(1) Pegawai wajib\ndi kantor.\n");
    Str other = STR("\xef\xbb\xbfsurat edaran 1\r\nbagi PNS,\r\nCPNS dan "
                    "TKD\r\n\r\naturan 1 \"a\"\r\n(1) Pegawai "
                    "wajib\r\ndi\xc2\xa0kantor.\r\n");
    EXPECT(read_text(arena, unix_text, &a));
    EXPECT(read_text(arena, other, &b));
    EXPECT(tree_is(&a, &b));
}

FACT(numbers_of_letters_are_normalised)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 12);
    EXPECT_STR(letter_number(arena, STR(" 061.1/1882 /ORG ")),
               "061.1/1882/ORG");
    EXPECT_STR(letter_number(arena, STR("Nomor  7  Tahun 2020")),
               "7 Tahun 2020");
    EXPECT_STR(letter_number(arena, STR("No. 800 / 12 / Org")), "800/12/Org");
    EXPECT_STR(letter_number(arena, STR("")), "");
    EXPECT_STR(letter_number(arena, STR("Nomor\t7\nTahun\r\n2020")),
               "7 Tahun 2020");
    EXPECT_STR(letter_number(arena, STR("800 /\t12/Org")), "800/12/Org");
    EXPECT_STR(letter_number(arena, STR("/ 12")), "/12");
    EXPECT(letter_number_is(STR("800/0437/Org"), STR("800/0437/ORG")));
    EXPECT(!letter_number_is(STR("800/0437/Org"), STR("800/0438/Org")));
}

FACT(a_letter_amends_whom_it_says_it_amends)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    EXPECT(read_text(arena,
                     STR("surat edaran 3\nmengubah surat edaran 5/A/2026\n"
                         "mencabut surat edaran 6/A/2026\n\n"
                         "aturan 1 dihapus.\n"),
                     &letter));
    EXPECT(letter_amends(&letter, STR("5/a/2026")));
    EXPECT(!letter_amends(&letter, STR("6/A/2026"))); /* it revokes that */
    EXPECT(!letter_amends(&letter, STR("7/A/2026")));
}

FACT(people_are_printed_alone_with_those_who_are_not_meant)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    Buf in = buf_in(arena);
    Buf en = buf_in(arena);
    EXPECT(read_text(arena,
                     STR("surat edaran 1\n\naturan 1 \"a\"\nPegawai berikut "
                         "wajib di rumah, kecuali lurah: guru; camat.\n"),
                     &letter));
    who_print(letter.rules[0].sentences[0].who, LANG_ID, &in);
    who_print(letter.rules[0].sentences[0].who, LANG_EN, &en);
    EXPECT_STR(buf_str(&in), "pegawai berikut, kecuali lurah: guru; dan camat");
    EXPECT_STR(buf_str(&en),
               "the following staff, except lurahs: teachers; and camats");
}

/* Behind z there is no letter: items are numbered. */
FACT(a_long_list_is_numbered)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    Buf text = buf_in(arena);
    buf_c(&text, "surat edaran 1\n\naturan 1 \"a\"\n(1) Surat edaran ini tidak "
                 "berlaku bagi unit berikut: ");
    for (int i = 1; i <= 27; i++)
        buf_format(&text, "Dinas N%d%s", i, i < 27 ? "; " : ".\n");
    if (!read_text(arena, buf_str(&text), &letter)) return;
    EXPECT_HAS(letter_text(arena, &letter, LANG_ID),
               "berikut:\n    1. Dinas N1;\n    2. Dinas N2;");
    EXPECT_HAS(letter_text(arena, &letter, LANG_ID),
               "    26. Dinas N26; dan\n    27. Dinas N27.");
    expect_stable(arena, &letter, LANG_ID);
    expect_stable(arena, &letter, LANG_EN);
}

/* ---- the manual -----------------------------------------------------------
 */

static const struct {
    const char *mark;
    const Frames *frames;
} marks[] = {
    {"<!-- sentences -->", &in_rule},
    {"<!-- lines -->", &in_head},
    {"<!-- changes -->", &in_changes},
    {"<!-- examples -->", &in_examples},
};

/* The next `code` of a row of a table. */
static bool next_code(Str *rest, Str *code)
{
    size_t from = str_find(*rest, STR("`"), 0);
    if (from == SIZE_MAX) return false;
    size_t to = str_find(*rest, STR("`"), from + 1);
    if (to == SIZE_MAX) return false;
    *code = str_slice(*rest, from + 1, to);
    *rest = str_slice(*rest, to + 1, rest->len);
    return true;
}

static void expect_row(Arena *arena, Str line, const Frames *frames)
{
    Str in = {0};
    Str en = {0};
    Letter first = {0};
    Letter second = {0};
    ROW("%s", str_c(arena, line));
    if (!EXPECT(next_code(&line, &in) && next_code(&line, &en))) return;
    Str in_text = framed(arena, (*frames)[LANG_ID], str_c(arena, in));
    Str en_text = framed(arena, (*frames)[LANG_EN], str_c(arena, en));
    if (!read_text(arena, in_text, &first)) return;
    if (!read_text(arena, en_text, &second)) return;
    EXPECT(tree_is(&first, &second));
    expect_stable(arena, &first, LANG_ID);
    expect_stable(arena, &first, LANG_EN);
}

static Str manual(Arena *arena)
{
    Str text = {0};
    Err err = {0};
    (void)EXPECT(file_read(arena, "docs/language.md", 1 << 20, &text, &err));
    return text;
}

FACT(rows_of_the_manual_mean_the_same_in_both_languages)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const Frames *frames = NULL;
    Str text = manual(arena);
    Str line = {0};
    while (str_next(&text, '\n', &line)) {
        for (size_t i = 0; i < COUNT(marks); i++) {
            if (str_is(line, str_of(marks[i].mark))) frames = marks[i].frames;
        }
        if (line.len == 0) continue;
        bool row = str_starts(line, STR("| `"));
        if (row && frames != NULL)
            expect_row(arena, line, frames);
        else if (line.ptr[0] != '|' && line.ptr[0] != '<')
            frames = NULL;
    }
}

FACT(letters_in_the_manual_are_read)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    static const Str fence = STR_INIT("```edaran\n");
    Str text = manual(arena);
    size_t at = str_find(text, fence, 0);
    EXPECT(at != SIZE_MAX);
    while (at != SIZE_MAX) {
        Letter letter = {0};
        size_t from = at + fence.len;
        size_t to = str_find(text, STR("\n```"), from);
        ROW("at byte %zu", at);
        if (read_text(arena, str_slice(text, from, to), &letter)) {
            expect_stable(arena, &letter, LANG_ID);
            expect_stable(arena, &letter, LANG_EN);
        }
        at = str_find(text, fence, from);
    }
}
