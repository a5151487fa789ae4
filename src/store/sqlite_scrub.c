/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sqlite_scrub.c - no byte of an erased record stays behind in the file.
 *
 * secure_delete zeroes what is freed, but a cell that moves when a page is
 * split stays, as a copy, in the space that its old page does not use; erased
 * later, it would still be there (found by a test).  So every page that is
 * written to the file, at a checkpoint, is written with that space zeroed.
 * SQLite never reads it.
 *
 *     page: | header | cell pointers | unused | cells ... |
 *             flags at 0, number of cells at 3, start of the cells at 5
 *
 * A page is one of a b-tree when its first byte is 2, 5, 10 or 13; the other
 * kinds begin with a page's number, of which the first byte is 0 or 1 in
 * files under 128 GB: larger ones are left as they are.
 */
#include "store/sqlite.h"

#include <string.h>

enum { FILE_HEADER = 100, PAGES_MOST = 0x02000000 };

/* In the place of the file's own methods, which follow. */
typedef struct {
    sqlite3_io_methods methods; /* first: the file points here */
    const sqlite3_io_methods *real;
} Scrub;

static size_t two_bytes(const uint8_t *at)
{
    return (size_t)at[0] << 8 | at[1];
}

static bool is_leaf(uint8_t flags)
{
    return flags == 10 || flags == 13;
}

/* The unused space of a page, when it is one of a b-tree. */
static bool unused_space(const uint8_t *page, size_t header, size_t *from,
                         size_t *to)
{
    const uint8_t *h = page + header;
    if (!is_leaf(h[0]) && h[0] != 2 && h[0] != 5) return false;
    *from = header + (is_leaf(h[0]) ? 8 : 12) + 2 * two_bytes(h + 3);
    *to = two_bytes(h + 5);
    return *from < *to && *to <= SQLITE_PAGE;
}

static int write_scrubbed(sqlite3_file *file, const void *bytes, int len,
                          sqlite3_int64 offset)
{
    const Scrub *scrub = (const Scrub *)(const void *)file->pMethods;
    uint8_t page[SQLITE_PAGE];
    size_t from = 0;
    size_t to = 0;
    size_t header = offset == 0 ? FILE_HEADER : 0;
    if (len != SQLITE_PAGE || offset % SQLITE_PAGE != 0 ||
        offset / SQLITE_PAGE >= PAGES_MOST ||
        !unused_space(bytes, header, &from, &to))
        return scrub->real->xWrite(file, bytes, len, offset);
    memcpy(page, bytes, sizeof page);
    memset(page + from, 0, to - from);
    return scrub->real->xWrite(file, page, len, offset);
}

bool sqlite_scrub(sqlite3 *handle, Arena *arena)
{
    sqlite3_file *file = NULL;
    Scrub *scrub = NEW(arena, Scrub, 1);
    int code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER,
                                    (void *)&file);
    if (code != SQLITE_OK || file == NULL || file->pMethods == NULL)
        return false;
    scrub->real = file->pMethods;
    scrub->methods = *file->pMethods;
    scrub->methods.xWrite = write_scrubbed;
    file->pMethods = &scrub->methods;
    return true;
}
