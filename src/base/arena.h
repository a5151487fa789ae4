/* SPDX-License-Identifier: Apache-2.0 */
/*
 * arena.h - memory that dies all at once.
 *
 * An arena belongs to one lifetime: the process, a request, a solve.  Whatever
 * is allocated from it lives exactly that long; nothing is freed singly.
 * NEW() never returns NULL: input sizes are limited where they enter, so
 * running out of memory here is a defect or a dead machine, and we CHECK.
 */
#pragma once

#include "base/base.h"

typedef struct Arena Arena;

Arena *arena_open(size_t first_block);
void arena_close(Arena *arena); /* NULL is fine */
void arena_done(Arena **arena); /* for AUTO(arena_done) Arena *tmp = ... */

void *arena_bytes(Arena *arena, size_t count, size_t size, size_t align);

/* Bytes asked for so far; a measure for benchmarks and tests. */
size_t arena_used(const Arena *arena);

/* What closed arenas have left goes back to the system: for a process that runs
 * on, when nobody asks.  Takes some milliseconds. */
void arena_give_back(void);

/* NEW(a, Duty, 12) - room for 12 zeroed duties, aligned for a Duty. */
#define NEW(arena, Type, count) \
    ((Type *)arena_bytes((arena), (count), sizeof(Type), _Alignof(Type)))

/* For a process of many threads, before it starts any: they share as many heaps
 * as there are processors, so that what one has left is used by the next. */
void arena_share(void);
