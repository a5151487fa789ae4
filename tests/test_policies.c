/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_policies.c - the letters of examples/letters say all that real letters
 * say, and mean it; those of examples/templates are ready to be filled in.
 *
 * Each is read without a word, is the same tree printed in either language,
 * and its examples hold for the made-up government beside the letters.
 */
#include "base/file.h"
#include "circular/check.h"
#include "circular/clause_types.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "harness.h"
#include "register/settings.h"
#include "tables.h"

#define LETTERS    "examples/letters"
#define TEMPLATES  "examples/templates"
#define GOVERNMENT LETTERS "/pemerintah"

enum { LETTERS_LEAST = 40, FILE_LIMIT = 1 << 20 };

typedef struct {
    Str name; /* of the file */
    Source source;
    Letter tree;
} Written;

typedef struct {
    Written *at;
    size_t count;
} Folder;

/* ---- reading ------------------------------------------------------------ */

static Str text_of(Arena *arena, const char *folder, Str name)
{
    Str text = {0};
    Err err = {0};
    const char *path = file_path(arena, folder, str_c(arena, name));
    EXPECT(file_read(arena, path, FILE_LIMIT, &text, &err));
    return text;
}

static void expect_silent(const Diags *diags)
{
    Buf out = buf_in(diags->arena);
    diags_print(diags, LANG_EN, &out);
    EXPECT_STR(buf_str(&out), "");
}

static Folder folder_of(Arena *arena, const char *folder)
{
    FileNames names = {0};
    Err err = {0};
    EXPECT(file_list(arena, folder, STR(".edaran"), &names, &err));
    Folder out = {NEW(arena, Written, names.count), names.count};
    for (size_t i = 0; i < names.count; i++) {
        Written *w = &out.at[i];
        Diags diags = diags_in(arena);
        w->name = names.at[i];
        w->source = (Source){w->name, text_of(arena, folder, w->name)};
        ROW("%s/%.*s", folder, STR_ARG(w->name));
        EXPECT(letter_parse(arena, &w->source, &w->tree, &diags));
        expect_silent(&diags);
    }
    return out;
}

static void expect_same_printed(Arena *arena, const Written *w, Lang lang)
{
    Buf out = buf_in(arena);
    Letter again = {0};
    Diags diags = diags_in(arena);
    letter_print(&w->tree, lang, &out);
    Source source = {w->name, buf_str(&out)};
    EXPECT(letter_parse(arena, &source, &again, &diags));
    expect_silent(&diags);
    EXPECT_INT(again.lang, lang);
    EXPECT(tree_is(&w->tree, &again));
}

static void expect_both_languages(const char *folder)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Folder all = folder_of(arena, folder);
    for (size_t i = 0; i < all.count; i++) {
        ROW("%s/%.*s, printed", folder, STR_ARG(all.at[i].name));
        expect_same_printed(arena, &all.at[i], LANG_ID);
        expect_same_printed(arena, &all.at[i], LANG_EN);
    }
}

FACT(each_letter_is_read_printed_and_read_again_in_both_languages)
{
    expect_both_languages(LETTERS);
}

FACT(each_template_is_read_printed_and_read_again_in_both_languages)
{
    expect_both_languages(TEMPLATES);
}

/* ---- their examples ------------------------------------------------------ */

/* The made-up city, and what is said of the letters that are put into it. */
typedef struct {
    Arena *arena;
    Tables tables;
    Government government;
    Calendar calendar;
    VEC(CorpusInput) letters;
    Diags diags;
} World;

static const Source *source_in(Arena *arena, const char *folder,
                               const char *name)
{
    Source *source = NEW(arena, Source, 1);
    *source = (Source){str_of(name), text_of(arena, folder, str_of(name))};
    return source;
}

static bool open_world(Arena *arena, World *out)
{
    static const char *const files[TABLE_COUNT] = {
        [TABLE_UNITS] = "register/units.csv",
        [TABLE_POSTS] = "register/posts.csv",
        [TABLE_PEOPLE] = "register/people.csv",
        [TABLE_MARKS] = "register/marks.csv",
        [TABLE_STATUSES] = "status.csv",
    };
    const char *texts[TABLE_COUNT] = {0};
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        if (files[t] != NULL)
            texts[t] =
                str_c(arena, text_of(arena, GOVERNMENT, str_of(files[t])));
    }
    *out = (World){.arena = arena,
                   .tables = tables_import(arena, texts),
                   .calendar = calendar_empty(),
                   .diags = diags_in(arena)};
    return EXPECT(out->tables.made) &&
           EXPECT(settings_read(arena,
                                source_in(arena, GOVERNMENT, "government.conf"),
                                &out->government, &out->diags)) &&
           EXPECT(calendar_read(
               arena, source_in(arena, "data/calendar", "nasional.csv"),
               &out->calendar, &out->diags));
}

static void put_letter(World *world, const Written *w)
{
    for (size_t i = 0; i < world->letters.count; i++) {
        if (world->letters.at[i].tree == &w->tree) return;
    }
    VEC_PUSH(world->arena, &world->letters,
             ((CorpusInput){&w->tree, &w->source, false}));
}

static const Written *cited(const Folder *all, Str number)
{
    for (size_t i = 0; i < all->count; i++) {
        if (letter_number_is(letter_cite(&all->at[i].tree), number))
            return &all->at[i];
    }
    return NULL;
}

/* The letter and those that it amends, and which they amend, on file. */
static void put_chain(World *world, const Folder *all, const Written *w)
{
    put_letter(world, w);
    for (uint32_t i = 0; i < w->tree.relation_count; i++) {
        const Relation *rel = &w->tree.relations[i];
        if (rel->kind != RELATION_AMENDS) continue;
        const Written *to = cited(all, rel->to.number);
        const Written *last = cited(all, rel->last.number);
        if (EXPECT(to != NULL)) put_chain(world, all, to);
        if (rel->last.kind.len > 0 && EXPECT(last != NULL))
            put_chain(world, all, last);
    }
}

/* Errors, and examples about nobody: untested ones. */
static void expect_holding(const Diags *diags)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *d = &diags->list.at[i];
        bool wrong =
            d->level == DIAG_ERROR || str_is(str_of(d->id), STR("periksa-21"));
        Buf out = buf_in(diags->arena);
        if (wrong) diag_print(d, LANG_EN, &out);
        EXPECT_STR(buf_str(&out), "");
    }
}

static void check_written(World *world, const CorpusFrom *from,
                          const Written *w)
{
    Corpus corpus = {0};
    EXPECT(corpus_make(world->arena, from, DATE_NEVER, &corpus, &world->diags));
    for (uint32_t i = 0; i < corpus.letter_count; i++) {
        if (corpus.letters[i].tree != &w->tree) continue;
        check_letter(world->arena, &corpus, i, &world->diags);
        check_examples(world->arena, from, &corpus, i, &world->diags);
    }
}

static void check_against(const Folder *all, const Written *w, bool silent)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World world;
    if (!open_world(arena, &world)) return;
    put_chain(&world, all, w);
    CorpusFrom from = {world.letters.at, world.letters.count, &world.government,
                       &world.tables.r, &world.calendar};
    check_written(&world, &from, w);
    expect_holding(&world.diags);
    if (silent) expect_silent(&world.diags);
}

static void expect_examples(const char *folder, bool silent)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Folder all = folder_of(arena, folder);
    for (size_t i = 0; i < all.count; i++) {
        ROW("%s/%.*s, examples", folder, STR_ARG(all.at[i].name));
        EXPECT(all.at[i].tree.example_count > 0);
        check_against(&all, &all.at[i], silent);
    }
}

FACT(the_examples_of_each_letter_hold)
{
    expect_examples(LETTERS, false);
}

FACT(each_template_is_checked_without_a_word)
{
    expect_examples(TEMPLATES, true);
}

/* ---- what they say of themselves ----------------------------------------- */

/* What stands in the line "-- KEY: ..." of the text; empty: no such line. */
static Str said(Arena *arena, Str text, const char *key)
{
    Str line;
    Str opening = str_format(arena, "-- %s: ", key);
    while (str_next(&text, '\n', &line)) {
        if (str_starts(line, opening))
            return str_slice(line, opening.len, line.len);
    }
    return STR("");
}

/* The codes of what is found in the letter, in the order of the table. */
static Str found_in(Arena *arena, const Letter *letter)
{
    ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
    Buf out = buf_in(arena);
    clause_types_of(letter, uses);
    for (int t = 0; t < CLAUSE_TYPE_COUNT; t++) {
        if (!uses[t].used) continue;
        if (out.len > 0) buf_char(&out, ' ');
        buf_put(&out, clause_type_row((ClauseType)t).code);
    }
    return buf_str(&out);
}

FACT(each_letter_names_its_source_and_the_types_that_are_found_in_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Folder all = folder_of(arena, LETTERS);
    EXPECT(all.count >= LETTERS_LEAST);
    for (size_t i = 0; i < all.count; i++) {
        const Written *w = &all.at[i];
        ROW("%.*s", STR_ARG(w->name));
        EXPECT(said(arena, w->source.text, "sumber").len > 0);
        EXPECT_STR(said(arena, w->source.text, "jenis"),
                   found_in(arena, &w->tree));
    }
}

FACT(each_of_the_types_is_in_a_letter)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    bool used[CLAUSE_TYPE_COUNT] = {0};
    Folder all = folder_of(arena, LETTERS);
    for (size_t i = 0; i < all.count; i++) {
        ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
        clause_types_of(&all.at[i].tree, uses);
        for (int t = 0; t < CLAUSE_TYPE_COUNT; t++)
            used[t] |= uses[t].used;
    }
    for (int t = 0; t < CLAUSE_TYPE_COUNT; t++) {
        ROW("%.*s", STR_ARG(clause_type_row((ClauseType)t).code));
        EXPECT(used[t]);
    }
}

FACT(the_index_lists_each_letter_with_its_types)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str index = text_of(arena, LETTERS, STR("README.md"));
    Folder all = folder_of(arena, LETTERS);
    for (size_t i = 0; i < all.count; i++) {
        const Written *w = &all.at[i];
        Str row = w->name;
        row.len = str_find(row, STR("-"), 0);
        ROW("%.*s", STR_ARG(w->name));
        EXPECT_HAS(index,
                   str_format(arena, "| `%.*s` | %.*s | %.*s |",
                              STR_ARG(w->name), STR_ARG(row),
                              STR_ARG(said(arena, w->source.text, "jenis"))));
    }
}

FACT(the_index_of_the_templates_lists_each)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str index = text_of(arena, TEMPLATES, STR("README.md"));
    Folder all = folder_of(arena, TEMPLATES);
    EXPECT_INT((int64_t)all.count, 5);
    for (size_t i = 0; i < all.count; i++) {
        ROW("%.*s", STR_ARG(all.at[i].name));
        EXPECT_HAS(index,
                   str_format(arena, "| `%.*s` |", STR_ARG(all.at[i].name)));
        EXPECT_HAS(all.at[i].source.text, "-- [ISI] ");
    }
}
