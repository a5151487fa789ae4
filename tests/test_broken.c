/*
 * test_broken.c - thirty letters with a fault each, and the same mended by
 * somebody who had seen nothing but the letter and what is said of it.
 *
 * tests/broken/NN-name.edaran is broken; index.txt has the id that is said of
 * it; mended/ has the letter as it was mended, which is then accepted.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/check_letters.h"
#include "base/file.h"
#include "harness.h"

#include <string.h>

#define GOVERNMENT "examples/balikpapan"

enum { LETTERS = 30 };

/* Reading and fitting know no register; the other gates do. */
static Diags check(Arena *arena, const char *path, bool among)
{
    OfficeWish from = {.government = GOVERNMENT, .known = DATE_NEVER};
    CheckedLetters *checked = NEW(arena, CheckedLetters, 1);
    Err err = {0};
    ROW("%s", path);
    if (!check_letters(arena, &path, 1, among ? &from : NULL, checked, &err))
        EXPECT_STR(str_of(err.text), "");
    return checked->office.diags;
}

static const Diag *first_error(const Diags *diags)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        if (diags->list.at[i].level == DIAG_ERROR) return &diags->list.at[i];
    }
    return NULL;
}

/* One fault, with a place, a cause and a repair, each in both languages. */
static void expect_said(const Diags *diags, Str id)
{
    const Diag *diag = first_error(diags);
    EXPECT_INT((int64_t)diags->errors, 1);
    if (!EXPECT(diag != NULL)) return;
    EXPECT(str_is(str_of(diag->id), id));
    EXPECT(diag->source != NULL);
    for (int lang = LANG_ID; lang <= LANG_EN; lang++) {
        EXPECT(diag->said[lang].len > 0);
        EXPECT(diag->advice[lang].len > 0);
    }
}

static const char *path_of(Arena *arena, const char *folder, Str name)
{
    return str_c(arena, str_format(arena, "tests/broken/%s%.*s.edaran", folder,
                                   STR_ARG(name)));
}

static void try_letter(Str line)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Str id = line;
    Str name = {0};
    (void)str_next(&id, ' ', &name);
    bool among = !str_starts(id, STR("baca")) && !str_starts(id, STR("cocok"));
    Diags broken = check(arena, path_of(arena, "", name), among);
    expect_said(&broken, id);
    Diags mended = check(arena, path_of(arena, "mended/", name), among);
    EXPECT_INT((int64_t)mended.errors, 0);
}

FACT(a_stranger_mends_each_letter_from_what_is_said_of_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Str index = {0};
    Str line = {0};
    Err err = {0};
    int count = 0;
    if (!EXPECT(
            file_read(arena, "tests/broken/index.txt", 1 << 16, &index, &err)))
        return;
    while (str_next(&index, '\n', &line)) {
        try_letter(line);
        count++;
    }
    EXPECT_INT(count, LETTERS);
}
