/* SPDX-License-Identifier: Apache-2.0 */
#include "app/live.h"

#include "app/live_part.h"
#include "base/clock.h"
#include "store/store_test.h"

#include <sodium.h>
#include <time.h>

enum { LIVE_BLOCK = 1 << 16 };

static const int64_t second_us = 1000000;

/* ---- the clock ---------------------------------------------------------- */

static Instant clock_ahead(int64_t seconds)
{
    return (Instant){clock_now().us + seconds * second_us};
}

/* The seconds themselves are the context: the store may ask after us. */
static Instant store_asks(void *context)
{
    return clock_ahead((int64_t)(intptr_t)context);
}

Instant live_now(const Live *live)
{
    return clock_ahead(live->wish.ahead_seconds);
}

Store *live_store(const Live *live)
{
    return live->store;
}

FactId live_new_id(const Live *live)
{
    uint64_t random[2];
    CHECK(sodium_init() >= 0);
    randombytes_buf(random, sizeof random);
    return fact_id_of(live_now(live), random[0], random[1]);
}

/* ---- governments -------------------------------------------------------- */

LiveGovernment *live_find(Live *live, Str code)
{
    live_lock(&live->lock);
    LiveGovernment *g = live->governments;
    while (g != NULL && !str_is(g->code, code))
        g = g->next;
    live_unlock(&live->lock);
    return g;
}

void live_governments(Live *live, Arena *arena, Str **out, size_t *count)
{
    VEC(Str) codes = {0};
    live_lock(&live->lock);
    for (const LiveGovernment *g = live->governments; g != NULL; g = g->next)
        VEC_PUSH(arena, &codes, str_copy(arena, g->code));
    live_unlock(&live->lock);
    *out = codes.at;
    *count = codes.count;
}

static LiveGovernment *new_government(Live *live, Str code)
{
    LiveGovernment *g = NEW(live->arena, LiveGovernment, 1);
    g->live = live;
    g->code = str_copy(live->arena, code);
    CHECK(pthread_mutex_init(&g->make, NULL) == 0);
    CHECK(pthread_mutex_init(&g->grow, NULL) == 0);
    CHECK(pthread_mutex_init(&g->door, NULL) == 0);
    return g;
}

static void close_government(LiveGovernment *g)
{
    live_snapshot_give(g->current);
    live_journal_give(g->journal);
    (void)pthread_mutex_destroy(&g->make);
    (void)pthread_mutex_destroy(&g->grow);
    (void)pthread_mutex_destroy(&g->door);
}

/* By code; nobody sees it before it is whole. */
static void enlist(Live *live, LiveGovernment *g)
{
    live_lock(&live->lock);
    LiveGovernment **at = &live->governments;
    while (*at != NULL && str_order((*at)->code, g->code) < 0)
        at = &(*at)->next;
    g->next = *at;
    *at = g;
    live_unlock(&live->lock);
}

static bool open_government(Live *live, Str code, Err *err)
{
    live_lock(&live->lock);
    LiveGovernment *g = new_government(live, code);
    live_unlock(&live->lock);
    if (!live_renew(g, true, err)) {
        close_government(g);
        return false;
    }
    g->zone = g->current->base->office.government.zone;
    enlist(live, g);
    return true;
}

static bool open_all(Live *live, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Str *codes = NULL;
    size_t count = 0;
    if (!store_governments(live->store, tmp, &codes, &count, err)) return false;
    for (size_t i = 0; i < count; i++) {
        if (!open_government(live, codes[i], err)) return false;
    }
    return true;
}

/* ---- opening ------------------------------------------------------------ */

static void init_conditions(Live *live)
{
    pthread_condattr_t monotonic;
    CHECK(pthread_condattr_init(&monotonic) == 0);
    CHECK(pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC) == 0);
    CHECK(pthread_mutex_init(&live->opening, NULL) == 0);
    CHECK(pthread_mutex_init(&live->lock, NULL) == 0);
    CHECK(pthread_cond_init(&live->woken, NULL) == 0);
    CHECK(pthread_cond_init(&live->settled, &monotonic) == 0);
    CHECK(pthread_cond_init(&live->ticked, &monotonic) == 0);
    CHECK(pthread_condattr_destroy(&monotonic) == 0);
}

static Live *new_live(const LiveWish *wish)
{
    Arena *arena = arena_open(LIVE_BLOCK);
    Live *live = NEW(arena, Live, 1);
    live->arena = arena;
    live->store = wish->store;
    live->wish = *wish;
    init_conditions(live);
    return live;
}

bool live_open(const LiveWish *wish, Live **out, Err *err)
{
    if (wish->ahead_seconds != 0)
        store_clock(wish->store, store_asks, /* NOLINTNEXTLINE(*-int-to-ptr) */
                    (void *)(intptr_t)wish->ahead_seconds);
    AUTO(live_done) Live *live = new_live(wish);
    if ((!wish->still && !store_beat(live->store, live_now(live), err)) ||
        !open_all(live, err) || !live_start(live, err))
        return false;
    *out = live;
    live = NULL;
    return true;
}

void live_close(Live *live)
{
    if (live == NULL) return;
    live_stop(live);
    for (LiveGovernment *g = live->governments; g != NULL; g = g->next)
        close_government(g);
    (void)pthread_cond_destroy(&live->woken);
    (void)pthread_cond_destroy(&live->settled);
    (void)pthread_cond_destroy(&live->ticked);
    (void)pthread_mutex_destroy(&live->opening);
    (void)pthread_mutex_destroy(&live->lock);
    arena_close(live->arena);
}

void live_done(Live **live)
{
    live_close(*live);
    *live = NULL;
}

/* ---- views -------------------------------------------------------------- */

static bool no_government(Str code, Err *err)
{
    Str shown = str_slice(code, 0, 64);
    (void)FAIL(err, ERR_ABSENT, "there is no government '%.*s' here",
               STR_ARG(shown));
    return err_id(err, "pemerintah daerah '%.*s' tidak ada di sini",
                  STR_ARG(shown));
}

void live_rest(Live *live)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Str *codes = NULL;
    size_t count = 0;
    live_governments(live, tmp, &codes, &count);
    for (size_t i = 0; i < count; i++) {
        LiveGovernment *g = live_find(live, codes[i]);
        LiveSnapshot *s = g == NULL ? NULL : live_current(g);
        if (s == NULL) continue;
        live_shelf_rest(&s->base->shelf, zone_day(g->zone, live_now(live)));
        live_snapshot_give(s);
    }
}

bool live_take(Live *live, Str government, LiveView *out, Err *err)
{
    LiveGovernment *g = live_find(live, government);
    if (g == NULL) return no_government(government, err);
    LiveSnapshot *s = live_current(g);
    const LiveBase *base = s->base;
    out->live = live;
    out->snapshot = s;
    out->number = s->number;
    out->law_number = base->number;
    out->office = &base->office;
    out->corpus = &base->corpus;
    out->plans = &base->plans->list;
    out->troubles = s->troubles == NULL ? NULL : s->troubles->at;
    out->trouble_count = s->troubles == NULL ? 0 : s->troubles->count;
    out->behind = live_is_behind(g);
    out->held_count = 0;
    return true;
}

void live_give(LiveView *view)
{
    for (uint32_t i = 0; i < view->held_count; i++)
        live_shelved_give(view->held[i]);
    live_snapshot_give(view->snapshot);
    *view = (LiveView){0};
}

Instant live_view_now(const LiveView *view)
{
    return live_now(view->live);
}

Date live_today(const LiveView *view)
{
    return zone_day(view->office->government.zone, live_now(view->live));
}

/* ---- what was written --------------------------------------------------- */

bool live_wrote(Live *live, Str government, Err *err)
{
    bool good = true;
    LiveGovernment *g = live_find(live, government);
    if (g != NULL) {
        (void)atomic_fetch_add(&g->wrote, 1);
        return live_absorb(g, err);
    }
    live_lock(&live->opening);
    if (live_find(live, government) == NULL)
        good = open_government(live, government, err);
    live_unlock(&live->opening);
    return good;
}
