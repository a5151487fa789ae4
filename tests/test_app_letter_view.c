/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Letters as anybody reads them: which hold, what each is to others, in short.
 * Bontang's chain of four, and one more that revokes them.
 */
#include "app/letter_view.h"
#include "app/office.h"
#include "base/file.h"
#include "harness.h"

static const char revoking[] =
    "surat edaran 800/700/ORG/2020\n"
    "tentang \"Pencabutan\"\n"
    "penerbit Wali Kota Bontang\n"
    "ditetapkan 20 Mei 2020\n"
    "mencabut surat edaran 188.65/504/ORG/2020 mulai 25 Mei 2020\n";

static const char replacing[] = "surat edaran 800/701/ORG/2020\n"
                                "tentang \"Perubahan\"\n"
                                "penerbit Wali Kota Bontang\n"
                                "ditetapkan 18 Mei 2020\n"
                                "mengubah surat edaran 188.65/504/ORG/2020\n"
                                "\n"
                                "aturan 3 ayat (1) diubah menjadi:\n"
                                "(1) Pegawai lainnya boleh di rumah.\n";

typedef struct {
    Arena *arena;
    Office office;
    Corpus corpus;
} World;

/* With one letter more, or NULL. */
static bool open_world(World *w, const char *more)
{
    Err err = {0};
    CorpusInput letter;
    const char *path = file_path(w->arena, harness_folder(), "lagi.edaran");
    if (!EXPECT(office_open(w->arena, "examples/bontang", &w->office, &err)))
        return false;
    if (more != NULL &&
        (!EXPECT(file_write(path, str_of(more), &err)) ||
         !EXPECT(office_read_letter(w->arena, path, str_of(path), &letter,
                                    &w->office.diags, &err))))
        return false;
    if (more != NULL) office_put_letter(&w->office, letter);
    return EXPECT(office_law(&w->office, DATE_NEVER, &w->corpus, &err));
}

static Date day_of(const char *iso)
{
    Err err = {0};
    Date day = {0};
    EXPECT(date_parse(str_of(iso), &day, &err));
    return day;
}

static uint32_t letter_of(const World *w, const char *number)
{
    uint32_t letter = letter_view_cited(&w->corpus, str_of(number));
    EXPECT(letter != NO_INDEX);
    return letter;
}

/* ---- states ---------------------------------------------------------------
 */

static const struct {
    const char *letter, *day;
    LetterViewState state;
} states[] = {
    {"188.65/504/ORG/2020", "2020-03-22", LETTER_VIEW_COMING},
    {"188.65/504/ORG/2020", "2020-03-23", LETTER_VIEW_HOLDS },
    {"188.65/504/ORG/2020", "2020-05-29", LETTER_VIEW_HOLDS },
    {"188.65/504/ORG/2020", "2020-05-30", LETTER_VIEW_ENDED },
    {"188.65/527/ORG/2020", "2020-03-29", LETTER_VIEW_COMING},
    {"188.65/527/ORG/2020", "2020-04-10", LETTER_VIEW_HOLDS },
    {"188.65/527/ORG/2020", "2020-06-01", LETTER_VIEW_ENDED },
};

FACT(a_letter_holds_as_long_as_it_or_what_it_amends)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    if (!open_world(&w, NULL)) return;
    for (size_t i = 0; i < COUNT(states); i++) {
        ROW("%s on %s", states[i].letter, states[i].day);
        LetterView view = letter_view(
            &w.corpus, letter_of(&w, states[i].letter), day_of(states[i].day));
        EXPECT_INT(view.state, states[i].state);
    }
}

FACT(a_letter_is_revoked_from_the_day_that_another_says)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    if (!open_world(&w, revoking)) return;
    uint32_t letter = letter_of(&w, "188.65/504/ORG/2020");
    LetterView before = letter_view(&w.corpus, letter, day_of("2020-05-24"));
    LetterView after = letter_view(&w.corpus, letter, day_of("2020-05-25"));
    EXPECT_INT(before.state, LETTER_VIEW_HOLDS);
    EXPECT_INT(before.revoked_by, letter_of(&w, "800/700/ORG/2020"));
    EXPECT_INT(after.state, LETTER_VIEW_REVOKED);
    EXPECT(date_is(after.revoked, day_of("2020-05-25")));
}

FACT(the_list_has_each_letter_once_those_that_hold_first)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    LetterView *views = NULL;
    size_t count = 0;
    if (!open_world(&w, revoking)) return;
    letter_view_list(arena, &w.corpus, day_of("2020-05-26"), &views, &count);
    EXPECT_INT((int64_t)count, 5);
    EXPECT_INT(views[count - 1].state, LETTER_VIEW_REVOKED);
    for (size_t i = 1; i < count; i++)
        EXPECT(views[i - 1].state <= views[i].state);
}

/* ---- addresses ------------------------------------------------------------
 */

FACT(a_letter_has_an_address_and_is_found_by_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    if (!open_world(&w, NULL)) return;
    uint32_t letter = letter_of(&w, "188.65/527/ORG/2020");
    EXPECT_STR(letter_view_path(arena, &w.corpus, letter),
               "188.65-527-org-2020");
    for (uint32_t i = 0; i < w.corpus.letter_count; i++) {
        ROW("%.*s", STR_ARG(w.corpus.letters[i].cite));
        Str path = letter_view_path(arena, &w.corpus, i);
        uint32_t found = letter_view_find(arena, &w.corpus, path);
        EXPECT_INT(found, w.corpus.letters[i].decision ? NO_INDEX : i);
    }
    EXPECT_INT(letter_view_find(arena, &w.corpus, STR("ada-saja")), NO_INDEX);
    EXPECT_INT(letter_view_find(arena, &w.corpus, STR("")), NO_INDEX);
}

/* ---- in short, and what it changed ----------------------------------------
 */

FACT(in_short_are_the_places_and_the_duties)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    ClauseId clauses[LETTER_VIEW_SHORT];
    size_t count = 0, left = 0;
    if (!open_world(&w, NULL)) return;
    uint32_t letter = letter_of(&w, "188.65/504/ORG/2020");
    letter_view_short(&w.corpus, letter, day_of("2020-04-10"), clauses, &count,
                      &left);
    EXPECT_INT((int64_t)count, LETTER_VIEW_SHORT);
    EXPECT(left > 0);
    EXPECT_STR(corpus_clause(&w.corpus, clauses[0])->cite,
               "188.65/504/ORG/2020#1(1)");
    for (size_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(&w.corpus, clauses[i]);
        EXPECT(clause->act != ACT_RECORD && clause->act != ACT_MEAN);
    }
}

FACT(an_extension_tells_the_end_before_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    LetterViewChange *changes = NULL;
    size_t count = 0;
    if (!open_world(&w, NULL)) return;
    letter_view_changes(arena, &w.corpus, letter_of(&w, "188.65/527/ORG/2020"),
                        &changes, &count);
    EXPECT_INT((int64_t)count, 1);
    EXPECT_INT(changes[0].change->kind, CHANGE_VALIDITY);
    EXPECT(date_is(changes[0].last_before, day_of("2020-04-04")));
    letter_view_changes(arena, &w.corpus, letter_of(&w, "188.65/651/ORG/2020"),
                        &changes, &count);
    EXPECT_INT((int64_t)count, 2);
    EXPECT(date_is(changes[0].last_before, day_of("2020-05-13")));
    EXPECT_INT(changes[1].change->kind, CHANGE_INSERT);
    EXPECT_INT((int64_t)changes[1].before_count, 0);
}

FACT(a_letter_that_amends_nothing_changed_nothing)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    LetterViewChange *changes = NULL;
    size_t count = 1;
    if (!open_world(&w, NULL)) return;
    letter_view_changes(arena, &w.corpus, letter_of(&w, "188.65/504/ORG/2020"),
                        &changes, &count);
    EXPECT_INT((int64_t)count, 0);
}

FACT(what_is_replaced_is_told_with_its_wording_before)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {.arena = arena};
    LetterViewChange *changes = NULL;
    size_t count = 0;
    if (!open_world(&w, replacing)) return;
    letter_view_changes(arena, &w.corpus, letter_of(&w, "800/701/ORG/2020"),
                        &changes, &count);
    EXPECT_INT((int64_t)count, 1);
    EXPECT_INT(changes[0].change->kind, CHANGE_REPLACE);
    EXPECT_INT((int64_t)changes[0].before_count, 1);
    const Clause *before = corpus_clause(&w.corpus, changes[0].before[0]);
    EXPECT_INT(before->strength, STRENGTH_MUST);
    EXPECT_INT(before->brought_by, letter_of(&w, "188.65/504/ORG/2020"));
    EXPECT(date_is(changes[0].first, day_of("2020-05-18")));
}
