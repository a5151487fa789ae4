/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_beat.c - gaps between beats become outages, once each.
 */
#include "harness.h"
#include "store/store_test.h"
#include "store_case.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static const Str GOV = STR_INIT("kotim");
static const int64_t SECOND = 1000000;

typedef struct {
    Fact fact[20];
    size_t count;
} Outages;

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Outages *o = context;
    (void)number;
    (void)err;
    CHECK(o->count < COUNT(o->fact));
    o->fact[o->count++] = *fact;
    return true;
}

static Outages outages(Store *store, Arena *arena, Str government)
{
    Outages o = {0};
    Err err = {0};
    FactQuery q = {.government = government,
                   .days = WINDOW_ALL,
                   .kinds = UINT64_C(1) << FACT_OUTAGE};
    EXPECT(store_facts(store, arena, &q, take, &o, &err));
    return o;
}

static Instant shown(void *context)
{
    return *(Instant *)context;
}

/* Open at `from`, beat every five seconds, close. */
static void serve(const char *folder, Instant from, int beats)
{
    Store *store = store_case_open(folder, NULL);
    Instant now = from;
    Err err = {0};
    store_clock(store, shown, &now);
    for (int i = 0; i < beats; i++) {
        EXPECT(store_beat(store, now, &err));
        now.us += 5 * SECOND;
    }
    store_close(store);
}

/* The same in a process that is gone before it could say so. */
static void serve_and_die(const char *folder, Instant from)
{
    (void)fflush(stdout);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        Store *store = store_case_open(folder, NULL);
        Err err = {0};
        _exit(store_beat(store, from, &err) ? 0 : 1);
    }
    CHECK(waitpid(child, NULL, 0) == child);
}

FACT(a_gap_of_more_than_a_minute_is_an_outage_of_every_government)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "beats");
    Store *store = store_case_open(folder, NULL);
    Fact east = store_case_check_in(tmp, 1);
    Fact west = store_case_check_in(tmp, 2);
    Intent intent = {
        .government = STR("jayapura"), .facts = &east, .fact_count = 1};
    Receipt receipt;
    Err err = {0};
    east.zone = ZONE_WIT;
    EXPECT(store_write(store, &intent, &receipt, &err));
    EXPECT(store_case_write(store, &west, &receipt, &err));
    /* 16.30 UTC: 23.30 in the west, 01.30 of the next day in the east. */
    Instant late = zone_instant(ZONE_WIB, (Date){18500}, 23 * 60 + 30);
    Instant at[] = {late,
                    {late.us + 60 * SECOND},
                    {late.us + 121 * SECOND},
                    {late.us + 130 * SECOND}};
    for (size_t i = 0; i < COUNT(at); i++) {
        ROW("%zu: what was kept of a day holds but for an outage", i);
        uint64_t mark = store_day_mark(store, GOV, (Date){18500});
        EXPECT(store_beat(store, at[i], &err));
        EXPECT((store_day_mark(store, GOV, (Date){18500}) != mark) == (i == 2));
    }
    EXPECT(store_beat(store, at[3], &err));
    Outages o = outages(store, tmp, GOV);
    EXPECT_INT((int64_t)o.count, 1);
    EXPECT_INT(o.fact[0].at.us, at[1].us);
    EXPECT_INT(o.fact[0].until.us, at[2].us);
    EXPECT_INT(o.fact[0].day.days, 18500);
    EXPECT_STR(o.fact[0].actor, "sistem");
    EXPECT(o.fact[0].channel == CHANNEL_SYSTEM);
    o = outages(store, tmp, STR("jayapura"));
    EXPECT_INT((int64_t)o.count, 1);
    EXPECT_INT(o.fact[0].day.days, 18501);
    EXPECT(o.fact[0].zone == ZONE_WIT);
    store_close(store);
}

FACT(an_outage_is_noted_at_the_next_start_once_and_with_its_reason)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "starts");
    Store *store = store_case_open(folder, NULL);
    Fact fact = store_case_check_in(tmp, 1);
    Instant now = store_case_instant(1000);
    Receipt receipt;
    JournalState state;
    Err err = {0};
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    store_close(store); /* nobody has served yet: no outage before the first */
    serve(folder, now, 3);
    now.us += 15 * SECOND + 30 * SECOND; /* a quick restart is none */
    serve(folder, now, 3);
    now.us += 15 * SECOND + 300 * SECOND;
    serve(folder, now, 3);
    /* Whoever opens to write a little, and does not serve, hides nothing. */
    store = store_case_open(folder, NULL);
    fact = store_case_check_in(tmp, 2);
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    store_close(store);
    now.us += 15 * SECOND + 3600 * SECOND;
    serve(folder, now, 1);
    now.us += 5 * SECOND;
    serve_and_die(folder, now);
    now.us += 7200 * SECOND;
    serve(folder, now, 1);
    store = store_case_open(folder, NULL);
    Outages o = outages(store, tmp, GOV);
    EXPECT_INT((int64_t)o.count, 3);
    EXPECT_INT((o.fact[0].until.us - o.fact[0].at.us) / SECOND, 300);
    EXPECT_INT((o.fact[1].until.us - o.fact[1].at.us) / SECOND, 3600);
    EXPECT_INT((o.fact[2].until.us - o.fact[2].at.us) / SECOND, 7200);
    EXPECT_HAS(o.fact[0].text, "sengaja");
    EXPECT_HAS(o.fact[2].text, "tidak ada kabar");
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    store_close(store);
}

FACT(a_clock_that_goes_back_makes_no_outage)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "back"), NULL);
    Fact fact = store_case_check_in(tmp, 1);
    Instant now = store_case_instant(1000);
    Receipt receipt;
    Err err = {0};
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT(store_beat(store, now, &err));
    EXPECT(store_beat(store, (Instant){now.us - 3600 * SECOND}, &err));
    EXPECT_INT((int64_t)outages(store, tmp, GOV).count, 0);
    EXPECT(store_beat(store, now, &err));
    EXPECT_INT((int64_t)outages(store, tmp, GOV).count, 1);
    EXPECT(!store_beat(store, (Instant){5}, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    store_close(store);
}

FACT(who_says_when_it_goes_is_not_asked_again_at_the_close)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "goes");
    Store *store = store_case_open(folder, NULL);
    Fact fact = store_case_check_in(tmp, 1);
    Instant now = store_case_instant(1000);
    Instant long_after = {now.us + 86400 * SECOND};
    Receipt receipt;
    Err err = {0};
    store_clock(store, shown, &long_after);
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT(store_beat(store, now, &err));
    now.us += 10 * SECOND;
    EXPECT(store_stop(store, now, &err));
    store_close(store);
    store = store_case_open(folder, NULL);
    EXPECT_INT((int64_t)outages(store, tmp, GOV).count, 0);
    ROW("who comes back has been away since it went");
    Instant back = {now.us + 7200 * SECOND};
    EXPECT(store_beat(store, back, &err));
    Outages o = outages(store, tmp, GOV);
    EXPECT_INT((int64_t)o.count, 1);
    EXPECT_INT(o.fact[0].at.us, now.us);
    EXPECT_HAS(o.fact[0].text, "sengaja");
    store_close(store);
}
