/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_policies.c - the letters of examples/letters say all that real letters
 * say, and mean it; those of examples/templates are ready to be filled in.
 *
 * Each is read without a word, is the same tree printed in either language,
 * and its examples hold for the made-up government beside the letters.
 */
#include "app/office.h"
#include "base/file.h"
#include "circular/check.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "harness.h"

#include <stdio.h>

#define LETTERS    "examples/letters"
#define TEMPLATES  "examples/templates"
#define GOVERNMENT LETTERS "/pemerintah"

/* Every type of clause that circulars show. */
static const char *const types[] = {
    "V.FIX",    "V.OPEN",   "V.EVENT",   "V.DATES",  "V.WEEKDAY", "V.PHASE",
    "V.INTRADAY", "V.EVAL", "L.AMEND",   "L.REVOKE", "L.COEXIST", "L.BASIS",
    "L.LOCAL",  "L.DELEG",  "W.RANK",    "W.TOPN",   "W.ROLE",    "W.HOME",
    "W.NONASN", "W.VULN",   "W.VACC",    "W.QUAR",   "W.CRIT",    "W.HEALTHY",
    "C.MAXO",   "C.MAXH",   "C.MINO",    "C.MINN",   "C.SPLIT",   "C.ALLH",
    "C.ALLO",   "C.ZONE",   "C.SECTOR",  "C.SERV",   "C.AREA",    "C.BASE",
    "T.ROT",    "T.PAT",    "T.SHIFT",   "T.HOURS",  "T.RAMADAN", "T.PIKET",
    "T.SCHED",  "T.APEL",   "E.UNIT",    "E.CLASS",  "E.SUB",     "E.PROF",
    "E.TEAM",   "E.COUNTER", "E.FIELD",  "D.STAY",   "D.URGENT",  "D.ASK",
    "D.TRAVEL", "D.REACH",  "D.SLA",     "D.RECALL", "D.FOLLOW",  "D.DRESS",
    "D.PLACE",  "D.VISIT",  "R.DAILY",   "R.PERIOD", "R.APP",     "R.CHAN",
    "R.CHECK",  "R.SELFIE", "R.VERIFY",  "R.RECAP",  "R.SUPER",   "R.TARGET",
    "R.PAY",    "R.SANCT",  "R.MANUAL",  "O.MEET",   "O.DINAS",   "O.CLOSE",
    "O.STERIL", "O.HEALTH", "O.TRACE",   "O.PUBLIC", "O.SERVICE", "O.LEAVE",
    "O.ENERGY", "O.VEHICLE"};

enum { LETTERS_LEAST = 40, TYPE_COUNT = 86, FILE_LIMIT = 1 << 20 };

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

static void put_letter(Office *office, const Written *w)
{
    office_put_letter(office, (CorpusInput){&w->tree, &w->source, false});
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
static void put_chain(Office *office, const Folder *all, const Written *w)
{
    put_letter(office, w);
    for (uint32_t i = 0; i < w->tree.relation_count; i++) {
        const Relation *rel = &w->tree.relations[i];
        if (rel->kind != RELATION_AMENDS) continue;
        const Written *to = cited(all, rel->to.number);
        const Written *last = cited(all, rel->last.number);
        if (EXPECT(to != NULL)) put_chain(office, all, to);
        if (rel->last.kind.len > 0 && EXPECT(last != NULL))
            put_chain(office, all, last);
    }
}

/* Errors, and examples about nobody: untested ones. */
static void expect_holding(const Diags *diags)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *d = &diags->list.at[i];
        bool wrong = d->level == DIAG_ERROR ||
                     str_is(str_of(d->id), STR("periksa-21"));
        Buf out = buf_in(diags->arena);
        if (wrong) diag_print(d, LANG_EN, &out);
        EXPECT_STR(buf_str(&out), "");
    }
}

static void check_written(Office *office, const Corpus *corpus,
                          const Written *w)
{
    CorpusFrom from = office_from(office);
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (corpus->letters[i].tree != &w->tree) continue;
        check_letter(office->arena, corpus, i, &office->diags);
        check_examples(office->arena, &from, corpus, i, &office->diags);
    }
}

static bool open_government(Arena *arena, Office *out)
{
    Err err = {0};
    bool opened = EXPECT(office_open(arena, GOVERNMENT, out, &err));
    if (!opened) (void)printf("%s\n", err.text);
    return opened;
}

static void check_against(const Folder *all, const Written *w, bool silent)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    Corpus corpus = {0};
    Err err = {0};
    if (!open_government(arena, &office)) return;
    put_chain(&office, all, w);
    EXPECT(office_law(&office, DATE_NEVER, &corpus, &err));
    check_written(&office, &corpus, w);
    expect_holding(&office.diags);
    if (silent) expect_silent(&office.diags);
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

static size_t type_index(Str code)
{
    size_t i = 0;
    while (i < COUNT(types) && !str_is(code, str_of(types[i])))
        i++;
    return i;
}

FACT(each_letter_names_its_source_and_its_types)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Folder all = folder_of(arena, LETTERS);
    EXPECT(all.count >= LETTERS_LEAST);
    for (size_t i = 0; i < all.count; i++) {
        Str text = all.at[i].source.text, code;
        Str listed = said(arena, text, "jenis");
        ROW("%.*s", STR_ARG(all.at[i].name));
        EXPECT(said(arena, text, "sumber").len > 0);
        EXPECT(listed.len > 0);
        while (str_next(&listed, ' ', &code))
            EXPECT(type_index(code) < COUNT(types));
    }
}

FACT(each_of_the_types_is_in_a_letter)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    bool found[TYPE_COUNT + 1] = {0};
    Folder all = folder_of(arena, LETTERS);
    for (size_t i = 0; i < all.count; i++) {
        Str listed = said(arena, all.at[i].source.text, "jenis"), code;
        while (str_next(&listed, ' ', &code))
            found[type_index(code)] = true;
    }
    EXPECT_INT(COUNT(types), TYPE_COUNT);
    for (size_t t = 0; t < COUNT(types); t++) {
        ROW("%s", types[t]);
        EXPECT(found[t]);
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
        EXPECT_HAS(index, str_format(arena, "| `%.*s` | %.*s | %.*s |",
                                     STR_ARG(w->name), STR_ARG(row),
                                     STR_ARG(said(arena, w->source.text,
                                                  "jenis"))));
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
        EXPECT_HAS(index, str_format(arena, "| `%.*s` |",
                                     STR_ARG(all.at[i].name)));
        EXPECT_HAS(all.at[i].source.text, "-- [ISI] ");
    }
}
