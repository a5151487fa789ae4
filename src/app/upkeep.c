/* SPDX-License-Identifier: Apache-2.0 */
#include "app/upkeep.h"

#include "app/session.h"
#include "base/clock.h"
#include "base/log.h"

#include <pthread.h>
#include <time.h>

enum { LOOK_SECONDS = 60, ERASE_AFTER = 3600 };

/* ---- one house ---------------------------------------------------------- */

UpkeepDue upkeep_due(const UpkeepDone *done, Date today, int64_t seconds)
{
    return (UpkeepDue){.tidy = done->tidied.days != today.days,
                       .erase = done->erased.days != today.days &&
                                seconds >= ERASE_AFTER};
}

static bool tidy_government(const UpkeepHouse *house, Arena *arena, Str code,
                            size_t *count, Err *err)
{
    LiveView view;
    if (!live_take(house->live, code, &view, err)) return false;
    AccountWorld world = {house->accounts, &view.office, 1,
                          live_now(house->live), clock_monotonic_ns()};
    bool tidied = session_tidy(arena, &world, count, err);
    live_give(&view);
    return tidied;
}

bool upkeep_tidy(const UpkeepHouse *house, size_t *count, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Str *codes = NULL;
    size_t governments = 0, all = 0;
    live_governments(house->live, arena, &codes, &governments);
    for (size_t i = 0; i < governments; i++) {
        size_t gone = 0;
        if (!tidy_government(house, arena, codes[i], &gone, err)) return false;
        all += gone;
    }
    *count = all;
    return true;
}

static bool erase_government(const UpkeepHouse *house, Arena *arena, Str code,
                             uint64_t *count, Err *err)
{
    LiveView view;
    Retained done = {0};
    RetainWish wish = {.actor = STR("sistem")};
    if (!live_take(house->live, code, &view, err)) return false;
    RecordWorld world = live_world(&view, arena);
    bool erased = retain_run(arena, &world, &wish, &done, err);
    live_give(&view);
    *count = done.over;
    return erased && (done.over + done.accounts == 0 ||
                      live_wrote(house->live, code, err));
}

bool upkeep_erase(const UpkeepHouse *house, uint64_t *count, Err *err)
{
    AUTO(arena_done) Arena *names = arena_open(1 << 12);
    Str *codes = NULL;
    size_t governments = 0;
    uint64_t all = 0;
    live_governments(house->live, names, &codes, &governments);
    for (size_t i = 0; i < governments; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        uint64_t over = 0;
        if (!erase_government(house, arena, codes[i], &over, err)) return false;
        all += over;
    }
    *count = all;
    return true;
}

/* ---- all of them, by themselves ----------------------------------------- */

typedef struct {
    UpkeepHouse house;
    UpkeepDone done;
} Kept;

struct Upkeep {
    Arena *arena;
    Kept *kept;
    size_t count;
    int64_t begun; /* by the monotonic clock */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t closing;
    bool closed;
};

static void tidy(Kept *kept, Date today)
{
    Err err = {0};
    size_t gone = 0;
    kept->done.tidied = today;
    if (!upkeep_tidy(&kept->house, &gone, &err))
        log_line(LOG_ERROR, "upkeep", "sessions: %s", err.text);
    else if (gone > 0)
        log_line(LOG_INFO, "upkeep", "sessions=%zu", gone);
}

static void erase(Kept *kept, Date today)
{
    Err err = {0};
    uint64_t over = 0;
    kept->done.erased = today;
    if (!upkeep_erase(&kept->house, &over, &err))
        log_line(LOG_ERROR, "upkeep", "erasure: %s", err.text);
    else if (over > 0)
        log_line(LOG_INFO, "upkeep", "erased=%llu", (unsigned long long)over);
}

/* The day of the house's first government; one without any has none. */
static bool take_day(const UpkeepHouse *house, Date *out)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 12);
    Err err = {0};
    Str *codes = NULL;
    size_t count = 0;
    LiveView view;
    live_governments(house->live, arena, &codes, &count);
    if (count == 0 || !live_take(house->live, codes[0], &view, &err))
        return false;
    *out = live_today(&view);
    live_give(&view);
    return true;
}

static void look_after(Kept *kept, int64_t seconds)
{
    Date today;
    if (!take_day(&kept->house, &today)) return;
    UpkeepDue due = upkeep_due(&kept->done, today, seconds);
    if (due.tidy) tidy(kept, today);
    if (due.erase) erase(kept, today);
}

/* Sleeps until it is time to look again; false: it is closing. */
static bool sleeps_on(Upkeep *u)
{
    struct timespec until;
    CHECK(clock_gettime(CLOCK_MONOTONIC, &until) == 0);
    until.tv_sec += LOOK_SECONDS;
    CHECK(pthread_mutex_lock(&u->lock) == 0);
    int slept = 0;
    while (!u->closed && slept == 0)
        slept = pthread_cond_timedwait(&u->closing, &u->lock, &until);
    bool goes_on = !u->closed;
    CHECK(pthread_mutex_unlock(&u->lock) == 0);
    return goes_on;
}

static void *keep_up(void *context)
{
    Upkeep *u = context;
    do {
        int64_t seconds = (clock_monotonic_ns() - u->begun) / 1000000000;
        for (size_t i = 0; i < u->count; i++)
            look_after(&u->kept[i], seconds);
    } while (sleeps_on(u));
    return NULL;
}

static void init_waiting(Upkeep *u)
{
    pthread_condattr_t monotonic;
    CHECK(pthread_condattr_init(&monotonic) == 0);
    CHECK(pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC) == 0);
    CHECK(pthread_mutex_init(&u->lock, NULL) == 0);
    CHECK(pthread_cond_init(&u->closing, &monotonic) == 0);
    CHECK(pthread_condattr_destroy(&monotonic) == 0);
}

static void done_waiting(Upkeep *u)
{
    Arena *arena = u->arena;
    (void)pthread_cond_destroy(&u->closing);
    (void)pthread_mutex_destroy(&u->lock);
    arena_close(arena);
}

Upkeep *upkeep_open(const UpkeepHouse *houses, size_t count)
{
    Arena *arena = arena_open(1 << 12);
    Upkeep *u = NEW(arena, Upkeep, 1);
    u->arena = arena;
    u->kept = NEW(arena, Kept, count + 1);
    u->count = count;
    u->begun = clock_monotonic_ns();
    for (size_t i = 0; i < count; i++)
        u->kept[i].house = houses[i];
    init_waiting(u);
    if (pthread_create(&u->thread, NULL, keep_up, u) == 0) return u;
    done_waiting(u);
    return NULL;
}

void upkeep_close(Upkeep *upkeep)
{
    if (upkeep == NULL) return;
    CHECK(pthread_mutex_lock(&upkeep->lock) == 0);
    upkeep->closed = true;
    CHECK(pthread_cond_broadcast(&upkeep->closing) == 0);
    CHECK(pthread_mutex_unlock(&upkeep->lock) == 0);
    CHECK(pthread_join(upkeep->thread, NULL) == 0);
    done_waiting(upkeep);
}
