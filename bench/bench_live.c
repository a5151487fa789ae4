/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_live.c - what a request reads, of the largest example government.
 *
 *     bench_live OUT.tsv DATA GOVERNMENT DAY
 *
 * DATA holds days that were simulated, DAY is the last of them; it is the
 * evening of that day.  One core; median of the runs, the days of the law
 * made before: one's own day, month and reason, a superior's board of about
 * twelve people, a head's of about a hundred, that of the whole government,
 * the counters for the public.  Then a snapshot made anew after a closed unit,
 * with its plan followed and shown, as live_settle waits for it.
 */
#include "app/monitor.h"
#include "app/my_month.h"
#include "app/public_counters.h"
#include "app/team_day.h"
#include "app/unit_now.h"
#include "base/clock.h"
#include "figure.h"

#include <stdlib.h>

enum { RUNS = 2000, TEAM = 12, UNIT = 110, EVENING = 19 * 60 + 30, NEWS = 9 };

typedef struct {
    Store *store;
    Live *live;
    Str government;
    Date day;
    FILE *out;
    uint32_t people;
    PersonId superior; /* of a team nearest to TEAM */
    UnitId unit;       /* of people nearest to UNIT */
} Bench;

static void must(bool good, const Err *err)
{
    if (good) return;
    (void)fprintf(stderr, "bench_live: %s\n", err->text);
    exit(1);
}

/* ---- questions ---------------------------------------------------------- */

typedef bool Asked(const Bench *b, Arena *arena, LiveView *view, int run,
                   Err *err);

static PersonId some(const Bench *b, const LiveView *view, int run)
{
    uint32_t p = (uint32_t)run * 7919U % b->people;
    while (!person_is_active(&view->office->r, (PersonId){p}, b->day))
        p = (p + 1) % b->people;
    return (PersonId){p};
}

static bool ask_day(const Bench *b, Arena *arena, LiveView *view, int run,
                    Err *err)
{
    MyDay *day = NEW(arena, MyDay, 1);
    return my_day(arena, view, some(b, view, run), b->day, day, err);
}

static bool ask_month(const Bench *b, Arena *arena, LiveView *view, int run,
                      Err *err)
{
    MyMonth *month = NEW(arena, MyMonth, 1);
    Civil c = date_civil(b->day);
    return my_month(view, some(b, view, run), c.year, c.month, month, err);
}

static bool ask_why(const Bench *b, Arena *arena, LiveView *view, int run,
                    Err *err)
{
    MyWhy why;
    return my_why(arena, view, some(b, view, run), b->day, LANG_ID, &why, err);
}

static bool ask_team(const Bench *b, Arena *arena, LiveView *view, int run,
                     Err *err)
{
    TeamDay team;
    (void)run;
    return team_day(arena, view, b->superior, &team, err);
}

static bool ask_unit(const Bench *b, Arena *arena, LiveView *view, int run,
                     Err *err)
{
    UnitNow now;
    UnitAsked asked = {b->unit, NO_PERSON, UNIT_NOW_ALL};
    (void)run;
    return unit_now(arena, view, &asked, &now, err);
}

static bool ask_monitor(const Bench *b, Arena *arena, LiveView *view, int run,
                        Err *err)
{
    Monitor monitor;
    (void)run;
    return monitor_make(arena, view, b->day, &monitor, err);
}

static bool ask_counters(const Bench *b, Arena *arena, LiveView *view, int run,
                         Err *err)
{
    PublicCounters counters;
    (void)b;
    (void)run;
    return public_counters(arena, view, &counters, err);
}

static double ask(const Bench *b, Asked *asked, int run)
{
    Err err = {0};
    LiveView view;
    int64_t begun = clock_monotonic_ns();
    Arena *arena = arena_open(1 << 16);
    must(live_take(b->live, b->government, &view, &err), &err);
    must(asked(b, arena, &view, run, &err), &err);
    live_give(&view);
    arena_close(arena);
    return (double)(clock_monotonic_ns() - begun) / 1e6;
}

static double put(const Bench *b, const char *name, Asked *asked, int runs,
                  double limit)
{
    static double ms[RUNS];
    (void)ask(b, asked, 0);
    for (int i = 0; i < runs; i++)
        ms[i] = ask(b, asked, i);
    Figure f = {.id = "live",
                .name = name,
                .value = figure_median(ms, (size_t)runs),
                .unit = "ms",
                .peer = "limit",
                .peer_value = limit,
                .goal = 1,
                .less = true};
    figure_put(b->out, &f);
    return f.value;
}

static void put_rate(const Bench *b, double ms)
{
    Figure f = {.id = "live",
                .name = "one's own day, one core",
                .value = 1000 / ms,
                .unit = "per s",
                .peer = "goal",
                .peer_value = 1000,
                .goal = 1};
    figure_put(b->out, &f);
}

/* ---- a new snapshot ----------------------------------------------------- */

/* Leave of somebody for tomorrow, by their superior. */
static Fact leave_of(const Bench *b, const LiveView *view, PersonId person)
{
    const Register *r = &view->office->r;
    Fact fact = fact_blank(FACT_LEAVE);
    PersonId by = person_superior(r, person, b->day);
    fact.id = live_new_id(b->live);
    fact.channel = CHANNEL_WEB;
    fact.person = r->people[person.index].code;
    fact.actor = r->people[by.index].code;
    fact.days = (Window){b->day, b->day};
    fact.word = STR("cuti");
    return fact;
}

static double renew(const Bench *b, int run)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Err err = {0};
    LiveView view;
    Recorded done;
    must(live_take(b->live, b->government, &view, &err), &err);
    Fact fact = leave_of(b, &view, some(b, &view, 100 + run));
    must(
        live_record(b->live, b->government, arena, &fact, STR(""), &done, &err),
        &err);
    live_give(&view);
    int64_t begun = clock_monotonic_ns();
    if (!live_settle(b->live, b->government, 600)) exit(1);
    return (double)(clock_monotonic_ns() - begun) / 1e6;
}

static void put_renewed(const Bench *b)
{
    double ms[NEWS];
    for (int i = 0; i < NEWS; i++)
        ms[i] = renew(b, i);
    Figure f = {.id = "live",
                .name = "leave, to the next snapshot with its plan",
                .value = figure_median(ms, NEWS),
                .unit = "ms",
                .peer = "limit",
                .peer_value = 1000,
                .goal = 1,
                .less = true};
    figure_put(b->out, &f);
}

/* ---- all ---------------------------------------------------------------- */

static uint32_t distance(uint32_t a, uint32_t b)
{
    return a < b ? b - a : a - b;
}

static void choose(Bench *b, const Register *r)
{
    uint32_t *under = calloc(r->person_count, sizeof *under);
    uint32_t *of = calloc(r->unit_count, sizeof *of);
    if (under == NULL || of == NULL) abort();
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId by = person_superior(r, (PersonId){p}, b->day);
        UnitId agency = r->agency_of[r->people[p].unit.index];
        if (by.index != NO_INDEX) under[by.index]++;
        if (agency.index != NO_INDEX) of[agency.index]++;
    }
    for (uint32_t p = 1; p < r->person_count; p++) {
        if (distance(under[p], TEAM) < distance(under[b->superior.index], TEAM))
            b->superior.index = p;
    }
    for (uint32_t u = 1; u < r->unit_count; u++) {
        if (distance(of[u], UNIT) < distance(of[b->unit.index], UNIT))
            b->unit.index = u;
    }
    free(under);
    free(of);
}

static void open_live(Bench *b, const char *data, const char *day)
{
    Err err = {0};
    LiveView view;
    StoreWish wish = {.folder = data, .write = true};
    must(date_parse(str_of(day), &b->day, &err), &err);
    must(store_open(&wish, &b->store, &err), &err);
    Instant then = zone_instant(ZONE_WITA, b->day, EVENING);
    LiveWish live = {.store = b->store,
                     .ahead_seconds = (then.us - clock_now().us) / 1000000,
                     .still = true};
    must(live_open(&live, &b->live, &err), &err);
    must(live_take(b->live, b->government, &view, &err), &err);
    b->people = view.office->r.person_count;
    choose(b, &view.office->r);
    live_give(&view);
}

int main(int argc, char **argv)
{
    Bench b = {0};
    if (argc != 5) return 2;
    b.government = str_of(argv[3]);
    b.out = fopen(argv[1], "a");
    if (b.out == NULL) return 3;
    open_live(&b, argv[2], argv[4]);
    put_rate(&b, put(&b, "one's own day", ask_day, RUNS, 1));
    (void)put(&b, "one's own month", ask_month, 200, 10);
    (void)put(&b, "why a day is so", ask_why, 200, 1);
    (void)put(&b, "a team of 12", ask_team, 50, 20);
    (void)put(&b, "a unit of 110", ask_unit, 20, 100);
    (void)put(&b, "everybody, 12,000", ask_monitor, 20, 100);
    (void)put(&b, "counters for the public", ask_counters, 50, 5);
    put_renewed(&b);
    live_close(b.live);
    store_close(b.store);
    return fclose(b.out) == 0 ? 0 : 3;
}
