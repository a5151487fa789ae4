/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_my_day.c - one's own day from a snapshot and one's own facts is what
 * the judge of all facts says of it.
 */
#include "app/judge_day.h"
#include "app/my_day.h"
#include "app/my_month.h"
#include "base/rand.h"
#include "chance_day.h"
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

/* ---- days at random ----------------------------------------------------- */

/* The land of that number in chance_large, and its folder. */
static const struct {
    uint32_t number;
    const char *government;
} lands[] = {
    {4, "bandarlampung"},
    {0, "bontang"      },
};

enum { DATES = 6, A_DATE = 25, DAYS_FROM = 45 };

typedef struct {
    PersonId person;
    Date day;
} PersonDay;

static bool is_unknown(Str codes)
{
    return str_find(codes, STR("tidak-dikenal"), 0) != SIZE_MAX;
}

/* No journal holds what is about somebody unknown, nor the erasure of what
 * is not here. */
static bool is_written(const LiveWorld *live, const Fact *given)
{
    Fact fact = *given;
    Receipt receipt;
    Err ignored = {0};
    fact.received.us = 0;
    Intent intent = {
        .government = live->government, .facts = &fact, .fact_count = 1};
    return fact.kind != FACT_ERASE && !is_unknown(fact.person) &&
           !is_unknown(fact.unit) && !is_unknown(fact.list) &&
           store_write(live->store, &intent, &receipt, &ignored);
}

static size_t write_days(World *w, const ChanceLand *land, Rand *rand,
                         PersonDay *out, size_t *facts)
{
    size_t count = 0;
    for (int d = 0; d < DATES; d++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        ChanceDate date = chance_date(tmp, rand, land);
        for (int i = 0; i < harness_trials(A_DATE); i++) {
            ChanceDay day = chance_day(tmp, rand, &date);
            for (size_t k = 0; k < day.count; k++)
                *facts += is_written(&w->live, &day.facts[k]);
            out[count++] = (PersonDay){day.person, date.date};
        }
    }
    return count;
}

static void compare_days(World *w, const PersonDay *days, size_t count,
                         Compared *compared)
{
    for (size_t i = 0; i < count;) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Judgement day;
        Err err = {0};
        Date date = days[i].day;
        CHECK(judge_day(arena, &w->judged, date, &day, &err));
        for (; i < count && date_is(days[i].day, date); i++)
            compare(w, &day, days[i].person, compared);
    }
}

static void play_land(Arena *arena, size_t nth, Compared *compared)
{
    Rand rand = rand_seeded(nth + 7);
    ChanceLand land = chance_large(arena, lands[nth].number);
    World *w = NEW(arena, World, 1);
    PersonDay *days =
        NEW(arena, PersonDay, (size_t)DATES * (size_t)harness_trials(A_DATE));
    size_t facts = 0;
    Date first = land.period.first;
    if (window_days(land.period) > DAYS_FROM)
        land.period.last = date_plus(first, DAYS_FROM);
    w->days = land.period;
    Date now = date_plus(land.period.last, 1);
    w->live = live_world_load(arena, lands[nth].government, first);
    live_world_open(&w->live, now, 12 * 60, true);
    size_t count = write_days(w, &land, &rand, days, &facts);
    live_world_close(&w->live);
    live_world_open(&w->live, now, 12 * 60 + 30, true);
    judge_all(w, arena);
    compare_days(w, days, count, compared);
    EXPECT(facts > 10 * count);
    live_world_close(&w->live);
}

FACT(my_verdict_is_that_of_the_judge_whatever_happens)
{
    for (size_t nth = 0; nth < COUNT(lands); nth++) {
        ROW("%s", lands[nth].government);
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Compared compared = {.days = 0};
        play_land(arena, nth, &compared);
        EXPECT(compared.wrong == 0);
        EXPECT(compared.of[DUTY_REACH] > 20 && compared.of[DUTY_RECALL] > 10);
    }
}
