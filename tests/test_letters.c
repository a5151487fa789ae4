/*
 * test_letters.c - whole letters: read, printed both ways, cut at every byte.
 *
 * The letters are those of examples/, as the five governments keep them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "harness.h"

static const char *const folders[] = {
    "examples/balikpapan/letters",      "examples/bandarlampung/letters",
    "examples/bandarlampung/decisions", "examples/bontang/letters",
    "examples/bontang/decisions",       "examples/kotim/letters",
    "examples/paser/letters",
};

typedef void LetterFn(Arena *arena, Str name, Str text);

static void each_letter(LetterFn *fn)
{
    for (size_t i = 0; i < COUNT(folders); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        FileNames names = {0};
        Err err = {0};
        if (!EXPECT(file_list(arena, folders[i], STR(".edaran"), &names, &err)))
            continue;
        EXPECT(names.count > 0);
        for (size_t n = 0; n < names.count; n++) {
            const char *path =
                file_path(arena, folders[i], str_c(arena, names.at[n]));
            Str text = {0};
            ROW("%s", path);
            if (EXPECT(file_read(arena, path, 1 << 20, &text, &err)))
                fn(arena, str_of(path), text);
        }
    }
}

static bool read_text(Arena *arena, Str name, Str text, Letter *letter,
                      Diags *diags)
{
    Source *source = NEW(arena, Source, 1);
    *source = (Source){name, text};
    *diags = diags_in(arena);
    return letter_parse(arena, source, letter, diags);
}

static Str printed(Arena *arena, const Letter *letter, Lang lang)
{
    Buf out = buf_in(arena);
    letter_print(letter, lang, &out);
    return buf_str(&out);
}

static void expect_clean(Arena *arena, Str name, Str text)
{
    Letter letter = {0};
    Diags diags = {0};
    Buf out = buf_in(arena);
    EXPECT(read_text(arena, name, text, &letter, &diags));
    diags_print(&diags, LANG_EN, &out);
    EXPECT_STR(buf_str(&out), "");
}

FACT(the_letters_are_read_without_a_word)
{
    each_letter(expect_clean);
}

static void expect_stable(Arena *arena, Str name, Str text)
{
    Letter letter = {0};
    Diags diags = {0};
    EXPECT(read_text(arena, name, text, &letter, &diags));
    for (int lang = LANG_ID; lang <= LANG_EN; lang++) {
        Letter again = {0};
        Str out = printed(arena, &letter, (Lang)lang);
        EXPECT(read_text(arena, name, out, &again, &diags));
        EXPECT(tree_is(&letter, &again));
        EXPECT_INT(again.lang, lang);
        EXPECT_STR(printed(arena, &again, (Lang)lang), out);
        EXPECT_STR(printed(arena, &again, (Lang)!lang),
                   printed(arena, &letter, (Lang)!lang));
    }
}

FACT(the_letters_are_printed_and_read_again_to_the_same_tree)
{
    each_letter(expect_stable);
}

static void expect_cut(Arena *arena, Str name, Str text)
{
    (void)arena;
    for (size_t len = 0; len < text.len; len += harness_stride()) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        Letter letter = {0};
        Diags diags = {0};
        bool read =
            read_text(tmp, name, str_slice(text, 0, len), &letter, &diags);
        if (read == (diags.errors == 0)) continue;
        EXPECT_INT((int64_t)len, -1);
    }
}

FACT(a_letter_cut_at_any_byte_is_answered)
{
    each_letter(expect_cut);
}

/* Every byte in turn becomes another one. */
static void expect_damaged(Arena *arena, Str name, Str text)
{
    static const char others[] = {'"', '\n', '.', '(', ':', '\xff', ' '};
    char *copy = NEW(arena, char, text.len);
    for (size_t at = 0; at < text.len; at += 3 * harness_stride()) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        Letter letter = {0};
        Diags diags = {0};
        for (size_t i = 0; i < text.len; i++)
            copy[i] = i == at ? others[at / 3 % COUNT(others)] : text.ptr[i];
        bool read =
            read_text(tmp, name, (Str){copy, text.len}, &letter, &diags);
        if (read == (diags.errors == 0)) continue;
        EXPECT_INT((int64_t)at, -1);
    }
}

FACT(a_letter_damaged_at_any_byte_is_answered)
{
    each_letter(expect_damaged);
}
