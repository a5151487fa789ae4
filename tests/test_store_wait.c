/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Intents for whose commit no thread waits (store_begin).
 */
#include "harness.h"
#include "store_case.h"

#include <semaphore.h>

#define GOV STR("kotim")

static void tell(void *told)
{
    CHECK(sem_post(told) == 0);
}

typedef struct {
    sem_t told;
    StoreWait *wait;
    Fact fact;
    Intent intent;
} Begun;

static void begin(Store *store, Arena *tmp, Begun *b, uint64_t n)
{
    Err err = {0};
    CHECK(sem_init(&b->told, 0, 0) == 0);
    b->fact = store_case_check_in(tmp, n);
    b->intent.government = GOV;
    b->intent.facts = &b->fact;
    b->intent.fact_count = 1;
    EXPECT(store_begin(store, tmp, &b->intent, tell, &b->told, &b->wait, &err));
}

static void await(Begun *b)
{
    CHECK(sem_wait(&b->told) == 0);
}

FACT(who_does_not_wait_is_told_once_it_is_kept)
{
    enum { MANY = 50 };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "tunda"), NULL);
    Begun *all = NEW(tmp, Begun, MANY);
    Receipt receipt = {0};
    Err err = {0};
    for (uint64_t n = 0; n < MANY; n++)
        begin(store, tmp, &all[n], n + 1);
    for (uint64_t n = 0; n < MANY; n++) {
        await(&all[n]);
        EXPECT(store_end(all[n].wait, &receipt, &err));
        EXPECT_INT((int64_t)receipt.number, (int64_t)n + 1);
        EXPECT(!receipt.again);
    }
    EXPECT_INT((int64_t)store_case_count(store), MANY);
    ROW("sent again, to one who waits and one who does not");
    Begun again = {0};
    begin(store, tmp, &again, 7);
    await(&again);
    EXPECT(store_end(again.wait, &receipt, &err) && receipt.again);
    EXPECT_INT((int64_t)receipt.number, 7);
    EXPECT(store_case_write(store, &all[8].fact, &receipt, &err));
    EXPECT(receipt.again);
    EXPECT_INT((int64_t)store_case_count(store), MANY);
    store_close(store);
}

/* Told in the middle of it, and with nothing to do. */
FACT(a_scribe_that_is_told_to_rest_loses_nothing_that_waits)
{
    enum { MANY = 60, EVERY = 3 };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "istirahat"), NULL);
    Begun *all = NEW(tmp, Begun, MANY);
    Receipt receipt = {0};
    Err err = {0};
    for (uint64_t n = 0; n < MANY; n++) {
        begin(store, tmp, &all[n], n + 1);
        if (n % EVERY == 0) store_rest(store);
    }
    for (uint64_t n = 0; n < MANY; n++) {
        await(&all[n]);
        EXPECT(store_end(all[n].wait, &receipt, &err));
        EXPECT_INT((int64_t)receipt.number, (int64_t)n + 1);
    }
    store_rest(store);
    Fact later = store_case_check_in(tmp, MANY + 1);
    EXPECT(store_case_write(store, &later, &receipt, &err));
    EXPECT_INT((int64_t)store_case_count(store), MANY + 1);
    store_close(store);
}

FACT(what_is_not_well_formed_is_not_begun)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "tunda-salah"), NULL);
    StoreWait *wait = NULL;
    Fact fact = store_case_check_in(tmp, 1);
    Intent intent = {.government = STR("a b"), .facts = &fact, .fact_count = 1};
    Err err = {0};
    EXPECT(!store_begin(store, tmp, &intent, tell, NULL, &wait, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT(wait == NULL);
    store_close(store);
}

typedef struct {
    sem_t held, go_on;
} Gate;

static bool stand_at_gate(Store *store, void *context, Err *err)
{
    Gate *gate = context;
    (void)store;
    CHECK(sem_post(&gate->held) == 0 && sem_wait(&gate->go_on) == 0);
    return FAIL(err, ERR_DENIED, "the guard says no");
}

/* The first is held by its guard; the second waits behind it. */
FACT(only_what_the_scribe_has_not_come_to_is_withdrawn)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "tunda-tarik"), NULL);
    Gate gate;
    Begun first = {0}, second = {0}, third = {0};
    Receipt receipt = {0};
    Err err = {0};
    CHECK(sem_init(&gate.held, 0, 0) == 0 && sem_init(&gate.go_on, 0, 0) == 0);
    first.intent = (Intent){.guard = stand_at_gate, .context = &gate};
    begin(store, tmp, &first, 1);
    CHECK(sem_wait(&gate.held) == 0);
    begin(store, tmp, &second, 2);
    begin(store, tmp, &third, 3);
    EXPECT(!store_withdraw(first.wait));
    EXPECT(store_withdraw(third.wait));
    EXPECT(!store_end(third.wait, &receipt, &err));
    EXPECT_INT(err.kind, ERR_BUSY);
    CHECK(sem_post(&gate.go_on) == 0);
    await(&first);
    await(&second);
    err = (Err){0};
    EXPECT(!store_end(first.wait, &receipt, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(store_end(second.wait, &receipt, &err));
    EXPECT(!store_withdraw(second.wait));
    EXPECT_INT(sem_trywait(&third.told), -1);
    EXPECT_INT((int64_t)store_case_count(store), 1);
    store_close(store);
}
