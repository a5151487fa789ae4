/* SPDX-License-Identifier: Apache-2.0 */
#include "base/rand.h"

/*
 * SplitMix64: a counter in steps of the golden ratio, scrambled.  See Steele,
 * Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
 */
static uint64_t scrambled(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

Rand rand_seeded(uint64_t seed)
{
    return (Rand){seed};
}

Rand rand_named(Str name)
{
    return rand_seeded(rand_digest(name));
}

uint64_t rand_next(Rand *rand)
{
    rand->state += UINT64_C(0x9e3779b97f4a7c15);
    return scrambled(rand->state);
}

/*
 * Lemire's method: the upper half of a 32 x 32 bit product is a number below
 * the limit; lower halves under 2^32 mod limit are drawn again, else the small
 * numbers would come up too often.
 */
uint32_t rand_below(Rand *rand, uint32_t limit)
{
    CHECK(limit > 0);
    uint32_t again_under = (uint32_t)((UINT64_C(1) << 32) % limit);
    uint64_t product = 0;
    do {
        product = (rand_next(rand) >> 32) * limit;
    } while ((product & UINT32_MAX) < again_under);
    return (uint32_t)(product >> 32);
}

bool rand_chance(Rand *rand, uint32_t per_mille)
{
    return rand_below(rand, 1000) < per_mille;
}

uint64_t rand_digest(Str text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < text.len; i++) {
        hash ^= (unsigned char)text.ptr[i];
        hash *= UINT64_C(0x100000001b3);
    }
    return scrambled(hash);
}
