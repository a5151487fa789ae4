/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_now.c - a recap of a process that serves has the numbers, and the
 * hash, of one that reads all of the journal.
 */
#include "app/recap_now.h"
#include "harness.h"
#include "live_world.h"

enum { EVENING = 19 * 60 + 30 };

static LiveWorld *world(void)
{
    static LiveWorld *made;
    if (made != NULL) return made;
    Arena *arena = arena_open(1 << 22);
    Date last = live_world_date("2021-07-28");
    made = NEW(arena, LiveWorld, 1);
    *made =
        live_world_make(arena, "kotim", (Window){date_plus(last, -2), last});
    live_world_open(made, last, EVENING, true);
    return made;
}

/* As a command that names the data directory would make it. */
static const RecapMade *by_journal(Arena *arena, LiveWorld *w, Str unit,
                                   Window window)
{
    Err err = {0};
    Office *office = NEW(arena, Office, 1);
    RecapMade *made = NEW(arena, RecapMade, 1);
    RecapWish wish = {
        .judge = {.data = w->folder,
                  .known = DATE_NEVER,
                  .now = live_now(w->live),
                  .window = window},
        .unit = unit
    };
    if (!EXPECT(office_open_data(arena, w->store, w->government, DATE_NEVER,
                                 office, &err) &&
                make_recap(office, &wish, made, &err)))
        EXPECT_STR(err.text, "");
    return made;
}

FACT(the_hash_is_that_of_all_of_the_journal)
{
    static const struct {
        const char *unit, *first, *last;
    } rows[] = {
        {"dinkes", "2021-07-26", "2021-07-28"},
        {"dinkes", "2021-07-27", "2021-07-27"},
        {"setwan", "2021-07-26", "2021-08-01"},
        {"",       "2021-07-26", "2021-07-27"},
    };
    LiveWorld *w = world();
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s %s", rows[i].unit, rows[i].first);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 22);
        LiveView view = live_world_view(w);
        const Register *r = &view.office->r;
        Str code = str_of(rows[i].unit);
        UnitId unit = {code.len == 0 ? r->preorder[0].index
                                     : map_find(&r->unit_codes, code)};
        Window window = {live_world_date(rows[i].first),
                         live_world_date(rows[i].last)};
        RecapMade *now = NEW(tmp, RecapMade, 1);
        Err err = {0};
        if (!EXPECT(unit.index != NO_INDEX)) continue;
        if (!EXPECT(recap_now(tmp, &view, unit, window, now, &err)))
            EXPECT_STR(err.text, "");
        const RecapMade *all = by_journal(tmp, w, code, window);
        EXPECT(now->table.count > 10);
        EXPECT_STR(now->hash, all->hash);
        EXPECT_STR(now->text, all->text);
        EXPECT_INT(now->closing.version, all->closing.version);
        live_give(&view);
    }
}

FACT(too_many_days_and_none_are_refused)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(w);
    Date day = live_world_date("2021-07-28");
    UnitId root = view.office->r.preorder[0];
    RecapMade *now = NEW(tmp, RecapMade, 1);
    Err err = {0};
    EXPECT(!recap_now(tmp, &view, root, (Window){day, date_plus(day, 400)}, now,
                      &err));
    EXPECT(err.kind == ERR_LIMIT);
    EXPECT(!recap_now(tmp, &view, root, (Window){day, date_plus(day, -1)}, now,
                      &err));
    live_give(&view);
}

FACT(a_period_is_the_last_that_has_begun)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(w);
    Window window;
    EXPECT(recap_now_window(tmp, &view, RECAP_OF_LETTER,
                            live_world_date("2021-07-28"), &window));
    EXPECT(window_has(window, live_world_date("2021-07-28")));
    EXPECT(!recap_now_window(tmp, &view, RECAP_OF_LETTER,
                             live_world_date("2019-01-01"), &window));
    live_give(&view);
}
