/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vec.h - a row of equal things that grows inside an arena.
 *
 *     VEC(Duty) duties = {0};
 *     VEC_PUSH(arena, &duties, ((Duty){...}));
 *     for (size_t i = 0; i < duties.count; i++) use(&duties.at[i]);
 *
 * Growing moves the row and leaves the old one to the arena: keep indices,
 * not pointers, while pushing.  Pushing is O(1) amortised.
 */
#pragma once

#include "base/arena.h"

#define VEC(Type)     \
    struct {          \
        Type *at;     \
        size_t count; \
        size_t room;  \
    }

/* The size is that of an item, be it a pointer: hence the NOLINT. */
#define VEC_PUSH(arena, vec, ...)                                       \
    ((vec)->at =                                                        \
         vec_grown((arena), (vec)->at, (vec)->count, &(vec)->room,      \
                   sizeof(*(vec)->at)), /* NOLINT(bugprone-sizeof-*) */ \
     (vec)->at[(vec)->count++] = __VA_ARGS__)

/* The row at `at`, moved if need be so that one more item fits. */
void *vec_grown(Arena *arena, void *at, size_t count, size_t *room,
                size_t item);
