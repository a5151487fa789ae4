/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vec.h"

#include <string.h>

enum { FIRST_ROOM = 8 };

void *vec_grown(Arena *arena, void *at, size_t count, size_t *room, size_t item)
{
    if (count < *room) return at;
    size_t more = 0;
    CHECK(!__builtin_mul_overflow(*room, (size_t)2, &more));
    if (more == 0) more = FIRST_ROOM;
    void *moved = arena_bytes(arena, more, item, _Alignof(max_align_t));
    if (count > 0) memcpy(moved, at, count * item);
    *room = more;
    return moved;
}
