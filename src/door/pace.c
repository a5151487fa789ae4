/* SPDX-License-Identifier: Apache-2.0 */
#include "door/pace.h"

#include "base/clock.h"
#include "http/budget.h"
#include "http/peer.h"

#include <pthread.h>
#include <sodium.h>

enum { CLASS_ADDRESS = 1, CLASS_NAME = 2 };
enum { ADDRESSES = 4096, NAMES = 16384 };

/* Tries a second, and at once. */
static const BudgetRule of_address = {2, 120};
static const BudgetRule of_name = {1, 12};

struct Pace {
    Arena *arena;
    pthread_mutex_t lock;
    unsigned char secret[BUDGET_SECRET];
    Budget *addresses, *names;
};

Pace *pace_open(void)
{
    Arena *arena = arena_open((size_t)1 << 16);
    Pace *pace = NEW(arena, Pace, 1);
    pace->arena = arena;
    CHECK(sodium_init() >= 0);
    CHECK(pthread_mutex_init(&pace->lock, NULL) == 0);
    randombytes_buf(pace->secret, sizeof pace->secret);
    pace->addresses = budget_open(arena, of_address, ADDRESSES);
    pace->names = budget_open(arena, of_name, NAMES);
    return pace;
}

void pace_close(Pace *pace)
{
    if (pace == NULL) return;
    (void)pthread_mutex_destroy(&pace->lock);
    arena_close(pace->arena);
}

/* Seconds to wait; 0: taken. */
static int64_t take(Budget *budget, uint64_t key, int64_t now)
{
    if (budget_take(budget, key, now)) return 0;
    int64_t wait = budget_wait_seconds(budget, key, now);
    return wait > 0 ? wait : 1;
}

/* Of IPv6 the network: whoever has one address there has all of them. */
static Str address_of(const Visit *v, char text[PEER_TEXT])
{
    Str peer = v->request->peer;
    bool v6 = str_find(peer, STR(":"), 0) != SIZE_MAX;
    return v6 ? peer_masked(peer, text) : peer;
}

static int64_t wait_of(Pace *pace, const Visit *v, Str who)
{
    char text[PEER_TEXT];
    int64_t now = clock_monotonic_ns();
    Str peer = address_of(v, text);
    Str name = str_format(v->arena, "%.*s %.*s", STR_ARG(peer),
                          STR_ARG(str_fold(v->arena, who)));
    uint64_t address_key = budget_key(pace->secret, peer, CLASS_ADDRESS);
    uint64_t name_key = budget_key(pace->secret, name, CLASS_NAME);
    CHECK(pthread_mutex_lock(&pace->lock) == 0);
    int64_t wait = take(pace->addresses, address_key, now);
    if (wait == 0) wait = take(pace->names, name_key, now);
    CHECK(pthread_mutex_unlock(&pace->lock) == 0);
    return wait;
}

bool pace_allows(Visit *visit, Str who, Err *err)
{
    Pace *pace = visit->door->pace;
    int64_t wait = pace == NULL ? 0 : wait_of(pace, visit, who);
    if (wait == 0) return true;
    http_header(visit->answer, STR("retry-after"),
                str_format(visit->arena, "%lld", (long long)wait));
    (void)FAIL(err, ERR_LIMIT,
               "too many tries from your address; try again in %lld seconds",
               (long long)wait);
    return err_id(err,
                  "terlalu banyak percobaan dari alamat Anda; coba lagi dalam "
                  "%lld detik",
                  (long long)wait);
}
