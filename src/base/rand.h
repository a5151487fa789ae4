/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rand.h - seeded random numbers, the same on every machine.
 *
 * For samples, tests and seeded offsets; never for secrets.
 */
#pragma once

#include "base/base.h"

typedef struct {
    uint64_t state;
} Rand;

Rand rand_seeded(uint64_t seed);
Rand rand_named(Str name); /* a seed made from a text */
uint64_t rand_next(Rand *rand);
uint32_t rand_below(Rand *rand, uint32_t limit); /* unbiased, limit > 0 */
bool rand_chance(Rand *rand, uint32_t per_mille);

/* A 64-bit digest of a text (FNV-1a, finished); stable for ever. */
uint64_t rand_digest(Str text);
