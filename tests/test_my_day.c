/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_my_day.c - one's own day from a snapshot and one's own facts is what
 * the judge of all facts says of it.
 */
#include "app/judge_day.h"
#include "app/my_day.h"
#include "app/my_month.h"
#include "base/rand.h"
#include "harness.h"
#include "live_world.h"

enum { PERSON_DAYS = 400, SHOWN_MOST = 3, MINUTE = 19 * 60 + 30 };

static const struct {
    const char *government, *first, *last, *now;
} worlds[] = {
    {"paser", "2020-08-05", "2020-08-06", "2020-08-07"},
    {"kotim", "2021-07-22", "2021-07-22", "2021-07-22"},
};

typedef struct {
    LiveWorld live;
    Office office;
    Judged judged;
    Window days;
} World;

/* Both sides, at the same minute. */
static World *world_open(Arena *arena, size_t nth)
{
    World *w = NEW(arena, World, 1);
    w->days = (Window){live_world_date(worlds[nth].first),
                       live_world_date(worlds[nth].last)};
    w->live = live_world_make(arena, worlds[nth].government, w->days);
    live_world_open(&w->live, live_world_date(worlds[nth].now), MINUTE, true);
    return w;
}

static void judge_all(World *w, Arena *arena)
{
    Err err = {0};
    JudgeWish wish = {.data = w->live.folder,
                      .known = DATE_NEVER,
                      .window = w->days,
                      .now = live_now(w->live.live)};
    bool good = office_open_data(arena, w->live.store, w->live.government,
                                 DATE_NEVER, &w->office, &err) &&
                judge_open(&w->office, &wish, &w->judged, &err);
    if (!good) EXPECT_STR(err.text, "");
    CHECK(good);
}

static Str bytes_of(Arena *arena, const Verdict *v, const Corpus *corpus)
{
    Buf out = buf_in(arena);
    verdict_write(v, corpus, &out);
    return buf_str(&out);
}

/* How many findings of each duty were compared. */
typedef struct {
    size_t of[DUTY_COUNT], days, wrong;
} Compared;

static void note(Compared *seen, const Verdict *v)
{
    seen->days++;
    for (uint32_t i = 0; i < v->count; i++)
        seen->of[v->findings[i].duty]++;
}

static void compare(World *w, const Judgement *day, PersonId person,
                    Compared *seen)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    LiveView view = live_world_view(&w->live);
    MyVerdict mine;
    Verdict all;
    Err err = {0};
    if (!EXPECT(my_verdict(tmp, &view, person, day->sheet.day, &mine, &err)))
        EXPECT_STR(err.text, "");
    verdict_make(&day->view, person, &all);
    Str got = bytes_of(tmp, &mine.verdict, view.corpus);
    Str want = bytes_of(tmp, &all, &w->judged.corpus);
    note(seen, &all);
    if (!str_is(got, want) && seen->wrong++ < SHOWN_MOST) EXPECT_STR(got, want);
    live_give(&view);
}

static void compare_some(World *w, Date date, Rand *rand, int count,
                         Compared *seen)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Judgement day;
    Err err = {0};
    CHECK(judge_day(arena, &w->judged, date, &day, &err));
    for (int i = 0; i < count; i++)
        compare(w, &day, (PersonId){rand_below(rand, w->office.r.person_count)},
                seen);
}

FACT(my_verdict_is_that_of_the_judge_of_all_facts)
{
    for (size_t nth = 0; nth < COUNT(worlds); nth++) {
        ROW("%s", worlds[nth].government);
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Rand rand = rand_seeded(nth + 1);
        Compared seen = {.days = 0};
        World *w = world_open(arena, nth);
        judge_all(w, arena);
        for (Date d = w->days.first; !date_before(w->days.last, d);
             d = date_plus(d, 1))
            compare_some(w, d, &rand, harness_trials(PERSON_DAYS), &seen);
        EXPECT(seen.wrong == 0);
        live_world_close(&w->live);
    }
}
