/* SPDX-License-Identifier: Apache-2.0 */
#define _DEFAULT_SOURCE 1 /* NOLINT(*-identifier*): madvise */
#include "base/arena.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * A chain of blocks, newest first.  Only the newest has room.  Each new one is
 * twice as large as the one before it should have been, up to BLOCK_MOST, or as
 * large as what is asked for: one large thing does not make all that follow
 * large.
 */
typedef struct Block Block;
struct Block {
    Block *older;
    size_t used;
    size_t size;
    _Alignas(max_align_t) unsigned char bytes[];
};

struct Arena {
    Block *newest;
    size_t usual; /* of the newest block, had nothing large been asked for */
    size_t asked;
};

enum { BLOCK_MOST = 64 << 20, LARGE_PAGE = 2 << 20 };

/*
 * Whole large pages, so that the kernel may hand out 2 MiB at a time instead of
 * 512 small pages, each with a fault of its own (docs/decisions/0028).  It is
 * advice: where there are no large pages, small ones come.
 */
static void *large_pages(size_t size)
{
    size_t whole = 0;
    CHECK(!__builtin_add_overflow(size, (size_t)LARGE_PAGE - 1, &whole));
    whole -= whole % LARGE_PAGE;
    void *bytes = aligned_alloc(LARGE_PAGE, whole);
    if (bytes != NULL) (void)madvise(bytes, whole, MADV_HUGEPAGE);
    return bytes;
}

static Block *block_open(Block *older, size_t size)
{
    size_t whole = 0;
    CHECK(!__builtin_add_overflow(sizeof(Block), size, &whole));
    Block *b = whole < LARGE_PAGE ? malloc(whole) : large_pages(whole);
    CHECK(b != NULL);
    b->older = older;
    b->used = 0;
    b->size = size;
    return b;
}

Arena *arena_open(size_t first_block)
{
    Arena *arena = malloc(sizeof *arena);
    CHECK(arena != NULL);
    arena->newest = block_open(NULL, first_block);
    arena->usual = first_block;
    arena->asked = 0;
    return arena;
}

void arena_close(Arena *arena)
{
    if (arena == NULL) return;
    for (Block *b = arena->newest, *older = NULL; b != NULL; b = older) {
        older = b->older;
        free(b);
    }
    free(arena);
}

void arena_done(Arena **arena)
{
    arena_close(*arena);
    *arena = NULL;
}

static void grow(Arena *arena, size_t want)
{
    size_t usual =
        arena->usual < BLOCK_MOST / 2 ? arena->usual * 2 : BLOCK_MOST;
    arena->newest = block_open(arena->newest, usual > want ? usual : want);
    arena->usual = usual;
}

void *arena_bytes(Arena *arena, size_t count, size_t size, size_t align)
{
    size_t want = 0;
    CHECK(!__builtin_mul_overflow(count, size, &want));
    CHECK(align > 0 && (align & (align - 1)) == 0);
    CHECK(align <= _Alignof(max_align_t));
    Block *b = arena->newest;
    size_t at = (b->used + align - 1) & ~(align - 1);
    if (at > b->size || b->size - at < want) {
        grow(arena, want);
        b = arena->newest;
        at = 0;
    }
    b->used = at + want;
    arena->asked += want;
    return memset(b->bytes + at, 0, want);
}

size_t arena_used(const Arena *arena)
{
    return arena->asked;
}

void arena_give_back(void)
{
    (void)malloc_trim(0);
}

/*
 * The C library has eight heaps for each processor otherwise, and the free end
 * of each of them, megabytes, stays with the process.  A block of large pages
 * is mapped alone and goes back when it is freed: in a heap, aligned blocks of
 * many sizes leave gaps between them that fit nothing, gigabytes in a minute of
 * dashboards.  (Said once, the threshold no longer moves by itself.)
 */
void arena_share(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    int heaps = processors < 1 ? 1 : processors > 256 ? 256 : (int)processors;
    (void)mallopt(M_ARENA_MAX, heaps); /* NOLINT(*-mt-unsafe): one thread */
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_PAGE); /* NOLINT(*-mt-unsafe): so */
}
