/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_many.c - many senders at once, each answered once for each fact,
 * while others read.
 */
#include "harness.h"
#include "store_case.h"

#include <pthread.h>
#include <stdatomic.h>

static const Str GOV = STR_INIT("kotim");

typedef struct {
    uint64_t last, count;
    bool in_order;
} Found;

static bool take_found(void *context, uint64_t number, const Fact *fact,
                       Err *err)
{
    Found *f = context;
    (void)fact;
    (void)err;
    f->in_order &= number > f->last;
    f->last = number;
    f->count++;
    return true;
}

enum { THREADS = 64, EACH = 200 };

typedef struct {
    Store *store;
    uint64_t thread;
    atomic_int *wrong;
} Sender;

/* Each fact twice: the second is known. */
static void *send_all(void *context)
{
    const Sender *s = context;
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    for (uint64_t i = 0; i < EACH; i++) {
        Fact fact = store_case_check_in(tmp, s->thread * EACH + i);
        Receipt first = {0};
        Receipt second = {0};
        Err err = {0};
        bool fine =
            store_case_write(s->store, &fact, &first, &err) &&
            (i % 10 != 0 || (store_case_write(s->store, &fact, &second, &err) &&
                             second.again && second.number == first.number));
        if (!fine || first.again) atomic_fetch_add(s->wrong, 1);
    }
    return NULL;
}

typedef struct {
    Store *store;
    atomic_bool stop;
    atomic_int wrong, rounds;
} Watcher;

/* Views taken while the senders write: whole, rising, never waiting. */
static void *watch(void *context)
{
    Watcher *w = context;
    uint64_t last = 0;
    while (!atomic_load(&w->stop)) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        FactQuery q = {.government = GOV, .days = WINDOW_ALL};
        Found found = {.in_order = true};
        Err err = {0};
        bool fine = store_facts(w->store, tmp, &q, take_found, &found, &err) &&
                    found.in_order && found.count == found.last &&
                    found.last >= last;
        if (!fine) atomic_fetch_add(&w->wrong, 1);
        last = found.last;
        atomic_fetch_add(&w->rounds, 1);
    }
    return NULL;
}

FACT(sixty_four_senders_are_each_answered_once_for_each_fact)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "many"), NULL);
    pthread_t threads[THREADS];
    pthread_t eye;
    Sender senders[THREADS];
    Watcher watcher = {.store = store};
    atomic_int wrong = 0;
    JournalState state;
    EXPECT(pthread_create(&eye, NULL, watch, &watcher) == 0);
    for (uint64_t i = 0; i < THREADS; i++) {
        senders[i] = (Sender){store, i, &wrong};
        CHECK(pthread_create(&threads[i], NULL, send_all, &senders[i]) == 0);
    }
    for (size_t i = 0; i < THREADS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    atomic_store(&watcher.stop, true);
    CHECK(pthread_join(eye, NULL) == 0);
    EXPECT_INT(atomic_load(&wrong), 0);
    EXPECT_INT(atomic_load(&watcher.wrong), 0);
    EXPECT(atomic_load(&watcher.rounds) > 0);
    EXPECT_INT((int64_t)store_case_count(store), THREADS * EACH);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    EXPECT_INT((int64_t)state.records, THREADS * EACH);
    store_close(store);
}
