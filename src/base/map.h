/* SPDX-License-Identifier: Apache-2.0 */
/*
 * map.h - from a text to a number: names to indices.
 *
 * Open addressing, keys borrowed.  Bytewise keys; fold them first where case
 * must not matter.  Lookup and insertion O(length) expected.
 */
#pragma once

#include "base/arena.h"

typedef struct {
    Arena *arena;
    struct MapSlot *slots;
    size_t count, room;
} Map;

Map map_in(Arena *arena);

/* The value under the key, or NO_INDEX. */
uint32_t map_find(const Map *map, Str key);

/* Put or replace; the value before, or NO_INDEX if the key is new. */
uint32_t map_put(Map *map, Str key, uint32_t value);
