/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vec.h"

#include <string.h>

/* Rows of large items are mostly short. */
static size_t first_room(size_t item)
{
    return item <= 32 ? 8 : item <= 64 ? 4 : 2;
}

void *vec_grown(Arena *arena, void *at, size_t count, size_t *room, size_t item)
{
    if (count < *room) return at;
    size_t more = 0;
    CHECK(!__builtin_mul_overflow(*room, (size_t)2, &more));
    if (more == 0) more = first_room(item);
    void *moved = arena_bytes(arena, more, item, _Alignof(max_align_t));
    if (count > 0) memcpy(moved, at, count * item);
    *room = more;
    return moved;
}
