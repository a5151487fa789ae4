/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_wait.c - after a failure the next try waits, longer each time.
 *
 * Counted by the monotonic clock in a table of a fixed size: sets of WAYS
 * places, of which the least used gives way.  Of a person the count and its
 * instant are kept too, so that neither a restart nor a place that was given
 * away forgets them; of a name of nobody the table alone knows.
 */
#include "app/account_part.h"
#include "app/kept.h"
#include "app/secret.h"

#include <string.h>

enum { SETS = 1024, WAYS = 4, WAIT_MOST = 900, FORGET_HOURS = 24 };

static const int64_t second_ns = 1000000000;
static const int64_t second_us = 1000000;

typedef struct {
    uint8_t key[32];
    uint32_t failures;
    int64_t until; /* ticks */
    int64_t used;  /* ticks; 0: free */
    int64_t step;
} Wait;

struct WaitTable {
    pthread_mutex_t lock;
    Wait at[SETS][WAYS];
};

WaitTable *wait_open(Arena *arena)
{
    WaitTable *table = NEW(arena, WaitTable, 1);
    CHECK(pthread_mutex_init(&table->lock, NULL) == 0);
    return table;
}

void wait_close(WaitTable *table)
{
    (void)pthread_mutex_destroy(&table->lock);
}

/* ---- the table ---------------------------------------------------------- */

static void key_of(const WaitOwner *owner, uint8_t out[32])
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Str who = owner->person.len > 0
                  ? str_format(tmp, "1 %.*s/%.*s", STR_ARG(owner->government),
                               STR_ARG(owner->person))
                  : str_format(tmp, "0 %.*s", STR_ARG(owner->name));
    secret_key(owner->purpose, who, out);
}

static Wait *set_of(WaitTable *table, const uint8_t key[32])
{
    return table->at[(key[0] | (unsigned)key[1] << 8) % SETS];
}

/* Its place, or NULL. */
static Wait *find(WaitTable *table, const uint8_t key[32])
{
    Wait *set = set_of(table, key);
    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].used != 0 && memcmp(set[i].key, key, 32) == 0)
            return &set[i];
    }
    return NULL;
}

static Wait *make(WaitTable *table, const uint8_t key[32])
{
    Wait *set = set_of(table, key);
    Wait *oldest = &set[0];
    for (size_t i = 1; i < WAYS; i++) {
        if (set[i].used < oldest->used) oldest = &set[i];
    }
    *oldest = (Wait){.step = INT64_MIN};
    memcpy(oldest->key, key, 32);
    return oldest;
}

static int64_t delay_of(const WaitOwner *owner, uint32_t failures)
{
    if (failures <= owner->slips) return 0;
    uint32_t counted = failures - owner->slips;
    if (counted > 10) return WAIT_MOST;
    int64_t seconds = INT64_C(1) << (counted - 1);
    return seconds < WAIT_MOST ? seconds : WAIT_MOST;
}

/* ---- what is kept ------------------------------------------------------- */

static Str kept_key(Arena *arena, const WaitOwner *owner)
{
    Str person = owner->person.len > 0 ? owner->person : STR("-");
    return str_format(arena, "%s/%.*s", owner->purpose, STR_ARG(person));
}

/* What an earlier process, or a place given away, left: failures, and how many
 * seconds are still to be waited. */
static void recall(const AccountWorld *world, const WaitOwner *owner,
                   uint32_t *failures, int64_t *left)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Kept kept = {0};
    bool found = false;
    Err ignored = {0};
    *failures = 0;
    *left = 0;
    if (owner->person.len == 0 ||
        !store_kept(world->accounts->store, tmp, owner->government,
                    ACCOUNT_FAILED, kept_key(tmp, owner), &kept.body, &found,
                    &ignored) ||
        !found)
        return;
    int64_t count = kept_number(&kept, "kali");
    int64_t passed =
        (world->now.us - kept_instant(&kept, "saat").us) / second_us;
    if (kept.bad || count < 1 || count > UINT32_MAX ||
        passed > (int64_t)FORGET_HOURS * 3600)
        return;
    *failures = (uint32_t)count;
    *left = delay_of(owner, *failures) - (passed > 0 ? passed : 0);
}

/* ---- the words ---------------------------------------------------------- */

static bool too_early(int64_t seconds, Err *err)
{
    int minutes = (int)(seconds / 60);
    int rest = (int)(seconds % 60);
    if (minutes == 0) {
        (void)FAIL(err, ERR_LIMIT, "too many tries; try again in %d seconds",
                   rest);
        return err_id(err, "terlalu banyak percobaan; coba lagi dalam %d detik",
                      rest);
    }
    (void)FAIL(err, ERR_LIMIT,
               "too many tries; try again in %d minutes %d seconds", minutes,
               rest);
    return err_id(err,
                  "terlalu banyak percobaan; coba lagi dalam %d menit %d detik",
                  minutes, rest);
}

/* ---- a try -------------------------------------------------------------- */

/* Looked for again once the lock is held: another thread may have been first.
 */
static Wait *place(WaitTable *table, const uint8_t key[32], uint32_t failures,
                   int64_t left, int64_t tick)
{
    Wait *wait = find(table, key);
    if (wait != NULL) return wait;
    wait = make(table, key);
    wait->failures = failures;
    wait->until = left > 0 ? tick + left * second_ns : tick;
    return wait;
}

static bool is_here(WaitTable *table, const uint8_t key[32])
{
    CHECK(pthread_mutex_lock(&table->lock) == 0);
    bool here = find(table, key) != NULL;
    CHECK(pthread_mutex_unlock(&table->lock) == 0);
    return here;
}

bool wait_begin(const AccountWorld *world, const WaitOwner *owner, Err *err)
{
    WaitTable *table = world->accounts->waits;
    uint8_t key[32];
    uint32_t failures = 0;
    int64_t left = 0;
    key_of(owner, key);
    if (!is_here(table, key)) recall(world, owner, &failures, &left);
    CHECK(pthread_mutex_lock(&table->lock) == 0);
    Wait *wait = place(table, key, failures, left, world->tick);
    int64_t still = wait->until - world->tick;
    if (world->tick - wait->used > (int64_t)FORGET_HOURS * 3600 * second_ns)
        wait->failures = wait->used == 0 ? wait->failures : 0;
    wait->used = world->tick > 0 ? world->tick : 1;
    if (still <= 0) {
        wait->failures++;
        wait->until = world->tick + delay_of(owner, wait->failures) * second_ns;
    }
    CHECK(pthread_mutex_unlock(&table->lock) == 0);
    return still <= 0 || too_early((still + second_ns - 1) / second_ns, err);
}

static uint32_t failures_of(WaitTable *table, const uint8_t key[32])
{
    CHECK(pthread_mutex_lock(&table->lock) == 0);
    const Wait *wait = find(table, key);
    uint32_t failures = wait == NULL ? 1 : wait->failures;
    CHECK(pthread_mutex_unlock(&table->lock) == 0);
    return failures;
}

void wait_failed(const AccountWorld *world, const WaitOwner *owner)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    uint8_t key[32];
    Buf body = buf_in(tmp);
    Receipt receipt;
    Err ignored = {0};
    Str government = owner->government;
    if (world->office_count == 0) return;
    /* Of nobody too, in one place for all: it takes the same time. */
    if (owner->person.len == 0) government = world->offices[0]->government.code;
    key_of(owner, key);
    kept_put_number(&body, "kali", failures_of(world->accounts->waits, key));
    kept_put_number(&body, "saat", world->now.us);
    KeepPut put = {ACCOUNT_FAILED, kept_key(tmp, owner), buf_str(&body)};
    Intent intent = {.government = government, .keeps = &put, .keep_count = 1};
    (void)!store_write(world->accounts->store, &intent, &receipt, &ignored);
}

uint32_t wait_over(const AccountWorld *world, const WaitOwner *owner)
{
    WaitTable *table = world->accounts->waits;
    uint8_t key[32];
    uint32_t before = 0;
    key_of(owner, key);
    CHECK(pthread_mutex_lock(&table->lock) == 0);
    Wait *wait = find(table, key);
    if (wait != NULL) {
        before = wait->failures > 0 ? wait->failures - 1 : 0;
        wait->failures = 0;
        wait->until = world->tick;
    }
    CHECK(pthread_mutex_unlock(&table->lock) == 0);
    return before;
}

KeepPut wait_keep(Arena *arena, const WaitOwner *owner)
{
    return (KeepPut){ACCOUNT_FAILED, kept_key(arena, owner), STR("")};
}

bool wait_take_step(const AccountWorld *world, const WaitOwner *owner,
                    int64_t step)
{
    WaitTable *table = world->accounts->waits;
    uint8_t key[32];
    bool fresh = true;
    key_of(owner, key);
    CHECK(pthread_mutex_lock(&table->lock) == 0);
    Wait *wait = find(table, key);
    if (wait != NULL) {
        fresh = step > wait->step;
        if (fresh) wait->step = step;
    }
    CHECK(pthread_mutex_unlock(&table->lock) == 0);
    return fresh;
}
