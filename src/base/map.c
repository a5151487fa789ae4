/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

#include "base/rand.h"
#include "base/str.h"

/*
 * Open addressing with linear probing; `room` is a power of two and at most
 * three quarters full, so a probe always ends at a free slot.  Nothing is ever
 * taken out, so there are no tombstones.
 */
typedef struct MapSlot {
    Str key;
    uint32_t value;
    bool taken;
} MapSlot;

enum { FIRST_ROOM = 16 };

Map map_in(Arena *arena)
{
    return (Map){.arena = arena};
}

/* The slot that holds the key, or the free one where it belongs. */
static MapSlot *slot_of(const Map *map, Str key)
{
    size_t mask = map->room - 1;
    size_t at = (size_t)rand_digest(key) & mask;
    while (map->slots[at].taken && !str_is(map->slots[at].key, key))
        at = (at + 1) & mask;
    return &map->slots[at];
}

static void grow(Map *map)
{
    Map larger = {.arena = map->arena, .count = map->count};
    larger.room = map->room == 0 ? FIRST_ROOM : map->room * 2;
    larger.slots = NEW(map->arena, MapSlot, larger.room);
    for (size_t i = 0; i < map->room; i++) {
        if (map->slots[i].taken)
            *slot_of(&larger, map->slots[i].key) = map->slots[i];
    }
    *map = larger;
}

uint32_t map_find(const Map *map, Str key)
{
    if (map->room == 0) return NO_INDEX;
    const MapSlot *slot = slot_of(map, key);
    return slot->taken ? slot->value : NO_INDEX;
}

uint32_t map_put(Map *map, Str key, uint32_t value)
{
    if (map->count >= map->room / 4 * 3) grow(map);
    MapSlot *slot = slot_of(map, key);
    uint32_t before = slot->taken ? slot->value : NO_INDEX;
    if (!slot->taken) {
        map->count++;
        slot->key = key;
        slot->taken = true;
    }
    slot->value = value;
    return before;
}
