/* SPDX-License-Identifier: Apache-2.0 */
/*
 * budget.h - how often somebody may come: buckets of tokens by key.
 *
 * A bucket fills with `rate` tokens a second up to `burst`; a request takes
 * one.  A table of fixed size holds the buckets; where it is full, the one
 * that is fullest again makes room, for it forgets the least.  Time is an
 * argument; nothing here locks.
 */
#pragma once

#include "base/arena.h"

typedef struct {
    uint32_t rate;  /* tokens a second, > 0 */
    uint32_t burst; /* most in a bucket, > 0 */
} BudgetRule;

typedef struct Budget Budget;

/* Room for at least `keys` keys. */
Budget *budget_open(Arena *arena, BudgetRule rule, uint32_t keys);

/*
 * budget_take - one token, if there is one.  `key` is a hash nobody outside
 * can foresee (budget_key).  `now_ns` never runs back.
 */
MUST_USE bool budget_take(Budget *budget, uint64_t key, int64_t now_ns);

/* Seconds until a token is there, rounded up; 0 if one is. */
int64_t budget_wait_seconds(const Budget *budget, uint64_t key, int64_t now_ns);

enum { BUDGET_SECRET = 16 };

/* A key of an address or account and a class of route (SipHash-2-4). */
uint64_t budget_key(const unsigned char secret[BUDGET_SECRET], Str who,
                    uint32_t route_class);
