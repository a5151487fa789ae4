/* SPDX-License-Identifier: Apache-2.0 */
#include "http/budget.h"

#include <sodium.h>
#include <string.h>

/* A key may lie in any of the places of its row. */
enum { PLACES = 4, SECOND_NS = 1000000000 };

typedef struct {
    uint64_t key; /* 0: free */
    int64_t at_ns;
    int64_t tokens; /* times SECOND_NS: the remainders of a slow rate count */
} Bucket;

struct Budget {
    BudgetRule rule;
    uint64_t rows; /* a power of two */
    Bucket *buckets;
};

_Static_assert(BUDGET_SECRET == crypto_shorthash_KEYBYTES, "SipHash's key");

Budget *budget_open(Arena *arena, BudgetRule rule, uint32_t keys)
{
    CHECK(rule.rate > 0 && rule.burst > 0 && keys > 0);
    Budget *budget = NEW(arena, Budget, 1);
    uint64_t rows = 1;
    while (rows * PLACES < keys)
        rows *= 2;
    *budget = (Budget){.rule = rule, .rows = rows};
    budget->buckets = NEW(arena, Bucket, rows * PLACES);
    return budget;
}

static int64_t full(const Budget *budget)
{
    return (int64_t)budget->rule.burst * SECOND_NS;
}

/* What a bucket holds by now. */
static int64_t tokens_at(const Budget *budget, const Bucket *bucket,
                         int64_t now_ns)
{
    int64_t gained = 0;
    int64_t tokens = 0;
    if (bucket->key == 0) return full(budget);
    int64_t passed = now_ns > bucket->at_ns ? now_ns - bucket->at_ns : 0;
    if (__builtin_mul_overflow(passed, (int64_t)budget->rule.rate, &gained) ||
        __builtin_add_overflow(bucket->tokens, gained, &tokens) ||
        tokens > full(budget))
        return full(budget);
    return tokens;
}

/* The bucket of the key, or the one that will make room for it. */
static Bucket *find(const Budget *budget, uint64_t key, int64_t now_ns)
{
    Bucket *row = budget->buckets + (key & (budget->rows - 1)) * PLACES;
    Bucket *fullest = row;
    for (Bucket *b = row; b < row + PLACES; b++) {
        if (b->key == key) return b;
        if (tokens_at(budget, b, now_ns) > tokens_at(budget, fullest, now_ns))
            fullest = b;
    }
    return fullest;
}

static int64_t tokens_of(const Budget *budget, const Bucket *bucket,
                         uint64_t key, int64_t now_ns)
{
    return bucket->key == key ? tokens_at(budget, bucket, now_ns)
                              : full(budget);
}

bool budget_take(Budget *budget, uint64_t key, int64_t now_ns)
{
    CHECK(key != 0);
    Bucket *bucket = find(budget, key, now_ns);
    int64_t tokens = tokens_of(budget, bucket, key, now_ns);
    bool there = tokens >= SECOND_NS;
    if (there) tokens -= SECOND_NS;
    *bucket = (Bucket){key, now_ns, tokens};
    return there;
}

int64_t budget_wait_seconds(const Budget *budget, uint64_t key, int64_t now_ns)
{
    const Bucket *bucket = find(budget, key, now_ns);
    int64_t tokens = tokens_of(budget, bucket, key, now_ns);
    if (tokens >= SECOND_NS) return 0;
    int64_t second = (int64_t)budget->rule.rate * SECOND_NS;
    return (SECOND_NS - tokens + second - 1) / second;
}

uint64_t budget_key(const unsigned char secret[BUDGET_SECRET], Str who,
                    uint32_t route_class)
{
    unsigned char hash[crypto_shorthash_BYTES];
    unsigned char own[BUDGET_SECRET];
    uint64_t key = 0;
    memcpy(own, secret, sizeof own);
    for (size_t i = 0; i < sizeof route_class; i++)
        own[i] ^= (unsigned char)(route_class >> (8 * i));
    (void)crypto_shorthash(hash, (const unsigned char *)who.ptr, who.len, own);
    memcpy(&key, hash, sizeof key);
    return key == 0 ? 1 : key;
}
