/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Drafts: their text, their steps, and how they are kept.
 */
#include "app/draft_publish.h"
#include "app/draft_text.h"
#include "base/rand.h"
#include "harness.h"
#include "web_world.h"

#include <string.h>

#define CODE STR("contoh")

static Window month_of_august(void)
{
    Date first, last;
    CHECK(date_of(2020, 8, 1, &first) && date_of(2020, 8, 31, &last));
    return (Window){first, last};
}

static PersonId person_of(const LiveView *view, const char *code)
{
    uint32_t person = map_find(&view->office->r.person_codes, str_of(code));
    CHECK(person != NO_INDEX);
    return (PersonId){person};
}

static UnitId unit_of(const LiveView *view, const char *code)
{
    uint32_t unit = map_find(&view->office->r.unit_codes, str_of(code));
    CHECK(unit != NO_INDEX);
    return (UnitId){unit};
}

static Date day_of(int day)
{
    Date date;
    CHECK(date_of(2020, 8, day, &date));
    return date;
}

typedef struct {
    WebWorld *w;
    LiveView view;
    Arena *arena;
} DraftWorld;

static DraftWorld *world_open(const char *name)
{
    Err err = {0};
    WebWorld *w = web_world_open(name);
    DraftWorld *d = NEW(w->arena, DraftWorld, 1);
    d->w = w;
    d->arena = w->arena;
    CHECK(live_take(w->house.live, CODE, &d->view, &err));
    return d;
}

static void world_close(DraftWorld *d)
{
    live_give(&d->view);
    web_world_close(d->w);
}

static Draft draft_empty(DraftWorld *d)
{
    return draft_none(d->arena, &d->view.office->r, unit_of(&d->view, "s1"),
                      month_of_august());
}

static Str text_of(DraftWorld *d, const Draft *draft)
{
    Buf out = buf_in(d->arena);
    draft_write(draft, &d->view.office->r, &out);
    return buf_str(&out);
}

/* ---- text ---------------------------------------------------------------- */

static DraftCell any_cell(DraftWorld *d, Rand *rand)
{
    static const char letters[] = "-KRkr";
    static const char *const people[] = {"A", "B", "C", "D", "K1"};
    char to = letters[rand_below(rand, 5)];
    DraftCell cell = {.person =
                          person_of(&d->view, people[rand_below(rand, 5)]),
                      .day = day_of((int)rand_below(rand, 31) + 1),
                      .to = to};
    if (draft_is_aside(to)) cell.reason = STR("rapat \\ anggaran\tlagi");
    return cell;
}

FACT(a_draft_is_read_back_as_it_was_written)
{
    DraftWorld *d = world_open("draft-text");
    Rand rand = rand_seeded(7);
    Draft draft = draft_empty(d);
    draft.id = live_new_id(d->w->house.live);
    for (int i = 0; i < 80; i++) {
        ROW("step %d", i);
        Err err = {0};
        DraftCell cells[3] = {any_cell(d, &rand), any_cell(d, &rand),
                              any_cell(d, &rand)};
        (void)draft_step(&draft, i % 2 == 0 ? STR("H") : STR("K1"), cells, 3);
        if (i % 7 == 0) (void)draft_undo(&draft, STR("H"), i % 14 == 0);
        Draft again = draft_empty(d);
        EXPECT(
            draft_read(text_of(d, &draft), &d->view.office->r, &again, &err));
        EXPECT_STR(text_of(d, &again), text_of(d, &draft));
        EXPECT(draft.steps.count <= DRAFT_STEPS);
    }
    world_close(d);
}

/* text, words of the refusal */
static const char *const bad_texts[][2] = {
    {"sel A ---",                               "is no row of cells"},
    {"sel A\n",                                 "too early"         },
    {"id nonsense\n",                           "is no id"          },
    {"alasan A 31 x\n",                         "is not a number"   },
    {"langkah 0 H -\n",                         "is not a number"   },
    {"apa\n",                                   "is not known here" },
    {"sel A -----X-------------------------\n", "is no row of cells"},
};

FACT(a_damaged_draft_is_refused)
{
    DraftWorld *d = world_open("draft-bad");
    for (size_t i = 0; i < COUNT(bad_texts); i++) {
        ROW("%s", bad_texts[i][0]);
        Err err = {0};
        Draft draft = draft_empty(d);
        EXPECT(!draft_read(str_of(bad_texts[i][0]), &d->view.office->r, &draft,
                           &err));
        EXPECT_HAS(err.text, bad_texts[i][1]);
    }
    world_close(d);
}

FACT(somebody_unknown_is_left_out)
{
    Err err = {0};
    DraftWorld *d = world_open("draft-gone");
    Draft draft = draft_empty(d);
    Str text = STR("sel TIDAKADA K------------------------------\n"
                   "sel A K------------------------------\n");
    EXPECT(draft_read(text, &d->view.office->r, &draft, &err));
    EXPECT_INT((int64_t)draft_cells(&draft), 1);
    world_close(d);
}

/* ---- steps --------------------------------------------------------------- */

FACT(everybody_takes_back_their_own_steps)
{
    DraftWorld *d = world_open("draft-steps");
    Draft draft = draft_empty(d);
    PersonId a = person_of(&d->view, "A"), b = person_of(&d->view, "B");
    DraftCell one = {a, day_of(10), DRAFT_OFFICE, STR("")};
    DraftCell two = {b, day_of(10), DRAFT_HOME, STR("")};
    DraftCell over = {a, day_of(10), DRAFT_HOME, STR("")};
    EXPECT(draft_step(&draft, STR("H"), &one, 1));
    EXPECT(draft_step(&draft, STR("K1"), &two, 1));
    EXPECT(!draft_step(&draft, STR("K1"), &two, 1)); /* it is so already */
    EXPECT(draft_undo(&draft, STR("H"), false));
    EXPECT_INT(draft_cell(&draft, a, day_of(10)), DRAFT_NONE);
    EXPECT_INT(draft_cell(&draft, b, day_of(10)), DRAFT_HOME);
    EXPECT(!draft_undo(&draft, STR("H"), false));
    EXPECT(draft_undo(&draft, STR("H"), true));
    EXPECT_INT(draft_cell(&draft, a, day_of(10)), DRAFT_OFFICE);
    EXPECT(draft_step(&draft, STR("K1"), &over, 1));
    EXPECT(draft_undo(&draft, STR("H"), false)); /* changed since: it stays */
    EXPECT_INT(draft_cell(&draft, a, day_of(10)), DRAFT_HOME);
    world_close(d);
}

/* ---- kept ---------------------------------------------------------------- */

/* A long draft lies in several records, and is whole again. */
FACT(a_draft_longer_than_a_record_is_kept_whole)
{
    Err err = {0};
    DraftWorld *d = world_open("draft-long");
    Draft draft = draft_empty(d);
    Rand rand = rand_seeded(3);
    for (int i = 0; i < 45; i++) {
        DraftCell cells[40];
        for (size_t k = 0; k < COUNT(cells); k++) {
            cells[k] = any_cell(d, &rand);
            cells[k].reason = STR("alasan yang panjang sekali supaya teksnya "
                                  "lebih dari satu simpanan, dan lagi");
        }
        (void)draft_step(&draft, STR("H"), cells, COUNT(cells));
    }
    draft.id = live_new_id(d->w->house.live);
    DraftKeeps keeps = draft_keeps(&draft, &d->view.office->r);
    EXPECT(keeps.count > 2);
    Receipt receipt;
    DraftSeen seen = draft_seen(d->arena, &d->view, &draft, 0);
    Intent intent = {.government = CODE,
                     .guard = draft_seen_holds,
                     .context = &seen,
                     .keeps = keeps.at,
                     .keep_count = keeps.count};
    EXPECT(store_write(d->w->store, &intent, &receipt, &err));
    Draft again;
    EXPECT(draft_open(d->arena, &d->view, unit_of(&d->view, "s1"),
                      month_of_august(), &again, &err));
    EXPECT_INT(again.version, draft.version);
    EXPECT_STR(text_of(d, &again), text_of(d, &draft));
    EXPECT(!store_write(d->w->store, &intent, &receipt, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    DraftWish wish = {.unit = unit_of(&d->view, "s1"),
                      .month = month_of_august(),
                      .actor = STR("H")};
    err = (Err){0};
    EXPECT(draft_discard(d->arena, &d->view, &wish, &err));
    EXPECT(draft_open(d->arena, &d->view, unit_of(&d->view, "s1"),
                      month_of_august(), &again, &err));
    EXPECT_INT(again.version, 0);
    EXPECT_INT((int64_t)draft_cells(&again), 0);
    world_close(d);
}

/* What is tried is what comes: the plan after publishing is the plan that was
 * told beforehand. */
FACT(what_publishing_comes_to_is_told_beforehand)
{
    Err err = {0};
    DraftWorld *d = world_open("draft-try");
    DraftWish wish = {.unit = unit_of(&d->view, "dinas"),
                      .month = month_of_august(),
                      .actor = STR("H")};
    static const char *const people[] = {"A", "B", "D", "E", "F"};
    DraftCell cells[COUNT(people)];
    Draft draft;
    DraftDone done;
    DraftTry tried;
    DraftPublished published;
    for (size_t i = 0; i < COUNT(people); i++) {
        PersonId who = person_of(&d->view, people[i]);
        bool in = live_plan_cell(&d->view, who, day_of(26)) == PLACED_OFFICE;
        cells[i] = (DraftCell){who, day_of(26), in ? DRAFT_HOME : DRAFT_OFFICE,
                               STR("")};
    }
    EXPECT(draft_change(d->arena, &d->view, &wish,
                        (DraftCells){cells, COUNT(cells)}, &draft, &done,
                        &err));
    EXPECT_INT(done.outcome, DRAFT_CHANGED);
    EXPECT(draft_try(d->arena, &d->view, &draft, STR("H"), &tried, &err));
    EXPECT_INT((int64_t)tried.pins, COUNT(cells));
    EXPECT(tried.of != NULL);
    FactId id = live_new_id(d->w->house.live);
    EXPECT(draft_publish(d->arena, &d->view, &wish, id, &published, &err));
    EXPECT_INT(published.pins, COUNT(cells));
    EXPECT(live_settle(d->w->house.live, CODE, 60));
    LiveView after;
    EXPECT(live_take(d->w->house.live, CODE, &after, &err));
    const Published *p = published_on(after.plans, day_of(26));
    EXPECT_INT((int64_t)p->plan.person_count, (int64_t)tried.plan.person_count);
    size_t count = (size_t)p->plan.person_count * p->plan.day_count;
    EXPECT(memcmp(p->plan.cells, tried.plan.cells, count) == 0);
    live_give(&after);
    EXPECT(draft_publish(d->arena, &d->view, &wish, id, &published, &err));
    EXPECT(published.again);
    world_close(d);
}
