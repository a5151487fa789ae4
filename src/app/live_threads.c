/* SPDX-License-Identifier: Apache-2.0 */
#include "app/live_part.h"
#include "base/clock.h"

#include <time.h>

/*
 * The two threads of a live state: one lets the plans follow, the other tells
 * the store every few seconds that we are here.
 */

enum { BEAT_SECONDS = 5 };

/* ---- the follower ------------------------------------------------------- */

void live_wake(Live *live)
{
    live_lock(&live->lock);
    CHECK(pthread_cond_signal(&live->woken) == 0);
    live_unlock(&live->lock);
}

void live_settled(Live *live)
{
    live_lock(&live->lock);
    CHECK(pthread_cond_broadcast(&live->settled) == 0);
    live_unlock(&live->lock);
}

bool live_is_behind(LiveGovernment *g)
{
    return atomic_load(&g->wanted) != atomic_load(&g->followed);
}

static LiveGovernment *first_behind(Live *live)
{
    LiveGovernment *g = live->governments;
    while (g != NULL && (!live_is_behind(g) || atomic_load(&g->late)))
        g = g->next;
    return g;
}

static void *follow_all(void *context)
{
    Live *live = context;
    live_lock(&live->lock);
    while (!live->stopping) {
        LiveGovernment *g = first_behind(live);
        Err ignored = {0}; /* the snapshot before stays */
        if (g == NULL) {
            CHECK(pthread_cond_wait(&live->woken, &live->lock) == 0);
            continue;
        }
        live_unlock(&live->lock);
        (void)!live_renew(g, true, &ignored);
        live_lock(&live->lock);
    }
    live_unlock(&live->lock);
    return NULL;
}

/* ---- the heart ---------------------------------------------------------- */

static struct timespec deadline(double seconds)
{
    struct timespec at;
    int64_t ns = clock_monotonic_ns() + (int64_t)(seconds * 1e9);
    at.tv_sec = (time_t)(ns / 1000000000);
    at.tv_nsec = (long)(ns % 1000000000);
    return at;
}

static void try_again(LiveGovernment *g)
{
    if (atomic_exchange(&g->late, false)) live_wake(g->live);
}

/* Whatever a beat brought, an outage, is shown; what was late is tried. */
static void beat(Live *live)
{
    Err ignored = {0};
    if (store_failed(live->store)) return;
    (void)!store_beat(live->store, live_now(live), &ignored);
    live_lock(&live->lock);
    LiveGovernment *g = live->governments;
    live_unlock(&live->lock);
    while (g != NULL) {
        (void)!live_absorb(g, &ignored);
        try_again(g);
        live_lock(&live->lock);
        g = g->next;
        live_unlock(&live->lock);
    }
}

static void *beat_on(void *context)
{
    Live *live = context;
    live_lock(&live->lock);
    while (!live->stopping) {
        struct timespec until = deadline(BEAT_SECONDS);
        int slept = 0;
        while (slept == 0 && !live->stopping)
            slept = pthread_cond_timedwait(&live->ticked, &live->lock, &until);
        if (live->stopping) break;
        live_unlock(&live->lock);
        beat(live);
        live_lock(&live->lock);
    }
    live_unlock(&live->lock);
    return NULL;
}

/* ---- started and stopped ------------------------------------------------ */

bool live_start(Live *live, Err *err)
{
    if (live->wish.still) return true;
    live->follows =
        pthread_create(&live->follower, NULL, follow_all, live) == 0;
    live->beats = live->follows &&
                  pthread_create(&live->beater, NULL, beat_on, live) == 0;
    if (live->beats) return true;
    (void)FAIL(err, ERR_IO, "no thread could be started");
    return err_id(err, "utas tidak dapat dijalankan");
}

void live_stop(Live *live)
{
    live_lock(&live->lock);
    live->stopping = true;
    CHECK(pthread_cond_broadcast(&live->woken) == 0);
    CHECK(pthread_cond_broadcast(&live->ticked) == 0);
    live_unlock(&live->lock);
    if (live->follows) CHECK(pthread_join(live->follower, NULL) == 0);
    if (live->beats) CHECK(pthread_join(live->beater, NULL) == 0);
}

/* ---- waiting ------------------------------------------------------------ */

static bool settle_here(LiveGovernment *g)
{
    Err ignored = {0};
    return !live_is_behind(g) ||
           (live_renew(g, true, &ignored) && !live_is_behind(g));
}

bool live_settle(Live *live, Str government, double seconds)
{
    LiveGovernment *g = live_find(live, government);
    if (g == NULL) return false;
    if (!live->follows) return settle_here(g);
    unsigned long long wanted = atomic_load(&g->wanted);
    struct timespec until = deadline(seconds);
    int waited = 0;
    live_lock(&live->lock);
    while (waited == 0 && atomic_load(&g->followed) < wanted)
        waited = pthread_cond_timedwait(&live->settled, &live->lock, &until);
    live_unlock(&live->lock);
    return atomic_load(&g->followed) >= wanted;
}
