/* SPDX-License-Identifier: Apache-2.0 */
#include "each_letter.h"

#include "base/file.h"
#include "circular/print.h"
#include "harness.h"

#include <glob.h>

Str letter_faults(Arena *arena, Str text, Letter *out)
{
    Source *source = NEW(arena, Source, 1);
    *source = (Source){STR("letter"), text};
    Diags diags = diags_in(arena);
    Buf said = buf_in(arena);
    if (letter_parse(arena, source, out, &diags)) return STR("");
    diags_print(&diags, LANG_EN, &said);
    return buf_str(&said);
}

Str letter_text(Arena *arena, const Letter *letter, Lang lang)
{
    Buf out = buf_in(arena);
    letter_print(letter, lang, &out);
    return buf_str(&out);
}

static void each_file(const char *path, LetterFn *fn)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    Str text = {0};
    Err err = {0};
    ROW("%s", path);
    if (!EXPECT(file_read(arena, path, 1 << 20, &text, &err))) return;
    Str faults = letter_faults(arena, text, &letter);
    EXPECT_STR(faults, "");
    if (faults.len == 0) fn(arena, &letter, text);
}

void each_letter(LetterFn *fn)
{
    static const char *const patterns[] = {
        "examples/*/*.edaran", "examples/*/letters/*.edaran",
        "examples/*/usulan/*.edaran", "examples/*/decisions/*.edaran"};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(patterns); i++) {
        glob_t found = {0};
        if (glob(patterns[i], 0, NULL, &found) == 0) {
            for (size_t f = 0; f < found.gl_pathc; f++)
                each_file(found.gl_pathv[f], fn);
            count += found.gl_pathc;
        }
        globfree(&found);
    }
    ROW("all letters");
    EXPECT(count >= 12);
}

typedef struct {
    const char *in, *en, *in_printed, *en_printed;
} Form;

static const Form sentences[] = {
#include "forms_sentences.inc"
};
static const Form lines[] = {
#include "forms_lines.inc"
};
static const Form changes[] = {
#include "forms_changes.inc"
};
static const Form examples[] = {
#include "forms_examples.inc"
};

static const struct {
    const Form *forms;
    size_t count;
    const char *before, *behind; /* in Indonesian */
} kinds[] = {
    {sentences, COUNT(sentences),
     "surat edaran 1/T/2026\n\naturan 1 \"satu\"\n(1) Di kantor paling banyak "
     "10 orang.\n(2) ",                                           "\n"},
    {lines,     COUNT(lines),     "surat edaran 1/T/2026\n",
     "\n\naturan 1 \"satu\"\n(1) Apel ditiadakan.\n"                  },
    {changes,   COUNT(changes),
     "surat edaran 2/T/2026\nmengubah surat edaran 1/T/2026\n\n", "\n"},
    {examples,  COUNT(examples),
     "surat edaran 1/T/2026\n\naturan 1 \"satu\"\n(1) Apel ditiadakan.\n\n"
     "contoh\n",                                                  "\n"},
};

void each_form(LetterFn *fn)
{
    for (size_t k = 0; k < COUNT(kinds); k++) {
        for (size_t i = 0; i < kinds[k].count; i++) {
            AUTO(arena_done) Arena *arena = arena_open(1 << 16);
            Letter letter = {0};
            ROW("%s", kinds[k].forms[i].in);
            Str text = str_format(arena, "%s%s%s", kinds[k].before,
                                  kinds[k].forms[i].in, kinds[k].behind);
            EXPECT_STR(letter_faults(arena, text, &letter), "");
            fn(arena, &letter, text);
        }
    }
}
