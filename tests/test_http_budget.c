/*
 * test_http_budget.c - how often somebody may come.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/rand.h"
#include "harness.h"
#include "http/budget.h"

static const int64_t second = 1000000000;

static int taken(Budget *budget, uint64_t key, int64_t now, int tries)
{
    int count = 0;
    for (int i = 0; i < tries; i++)
        count += budget_take(budget, key, now);
    return count;
}

FACT(a_burst_is_given_at_once_and_no_more)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Budget *budget = budget_open(tmp, (BudgetRule){2, 10}, 64);
    EXPECT_INT(taken(budget, 1, 0, 20), 10);
    EXPECT_INT(taken(budget, 1, second / 4, 20), 0);
    EXPECT_INT(taken(budget, 1, second / 2, 20), 1);
    EXPECT_INT(taken(budget, 1, second * 5 / 2, 20), 4);
    EXPECT_INT(taken(budget, 1, second * 1000, 20), 10);
}

FACT(a_slow_rate_is_not_lost_between_requests)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Budget *budget = budget_open(tmp, (BudgetRule){1, 1}, 64);
    EXPECT_INT(taken(budget, 1, 0, 1), 1);
    /* Ten refusals a second apart by tenths, and the second is full. */
    for (int i = 1; i < 10; i++)
        EXPECT_INT(taken(budget, 1, second * i / 10, 1), 0);
    EXPECT_INT(taken(budget, 1, second, 1), 1);
}

FACT(one_key_does_not_spend_what_is_anothers)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Budget *budget = budget_open(tmp, (BudgetRule){1, 3}, 4);
    for (uint64_t key = 1; key <= 4; key++)
        EXPECT_INT(taken(budget, key, 0, 5), 3);
}

FACT(the_wait_is_told_in_whole_seconds)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Budget *quick = budget_open(tmp, (BudgetRule){10, 1}, 4);
    Budget *slow = budget_open(tmp, (BudgetRule){1, 1}, 4);
    EXPECT_INT(budget_wait_seconds(slow, 7, 0), 0);
    EXPECT_INT(taken(slow, 7, 0, 1), 1);
    EXPECT_INT(taken(quick, 7, 0, 1), 1);
    EXPECT_INT(budget_wait_seconds(slow, 7, 0), 1);
    EXPECT_INT(budget_wait_seconds(slow, 7, second - 1), 1);
    EXPECT_INT(budget_wait_seconds(slow, 7, second), 0);
    EXPECT_INT(budget_wait_seconds(quick, 7, 0), 1);
    EXPECT_INT(budget_wait_seconds(quick, 7, second / 10), 0);
}

/* Strangers without end take the places of those who have their tokens back,
 * before those who have none. */
FACT(a_full_table_forgets_the_fullest)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Budget *budget = budget_open(tmp, (BudgetRule){1, 10}, 4);
    EXPECT_INT(taken(budget, 1, 0, 20), 10);
    for (uint64_t key = 2; key < 1000; key++)
        EXPECT_INT(taken(budget, key, 0, 1), 1);
    EXPECT_INT(taken(budget, 1, 0, 20), 0);
}

/* Against a bucket kept with plain arithmetic, one key at a time. */
FACT(a_bucket_is_as_plain_arithmetic_has_it)
{
    Rand rand = rand_seeded(11);
    int trials = harness_trials(200);
    for (int trial = 0; trial < trials; trial++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        BudgetRule rule = {1 + rand_below(&rand, 50),
                           1 + rand_below(&rand, 20)};
        Budget *budget = budget_open(tmp, rule, 16);
        int64_t most = (int64_t)rule.burst * 1000000;
        int64_t tokens = most; /* in millionths */
        int64_t now_us = 0;
        ROW("rate %u, burst %u", rule.rate, rule.burst);
        for (int i = 0; i < 200; i++) {
            int64_t passed = rand_below(&rand, 200000);
            now_us += passed;
            tokens += passed * rule.rate;
            if (tokens > most) tokens = most;
            bool there = tokens >= 1000000;
            if (there) tokens -= 1000000;
            EXPECT(budget_take(budget, 5, now_us * 1000) == there);
        }
    }
}

FACT(a_key_depends_on_secret_name_and_class)
{
    static const unsigned char one[BUDGET_SECRET] = {1};
    static const unsigned char two[BUDGET_SECRET] = {2};
    uint64_t key = budget_key(one, STR("10.1.2.3"), 0);
    EXPECT(key == budget_key(one, STR("10.1.2.3"), 0));
    EXPECT(key != budget_key(two, STR("10.1.2.3"), 0));
    EXPECT(key != budget_key(one, STR("10.1.2.4"), 0));
    EXPECT(key != budget_key(one, STR("10.1.2.3"), 1));
}
