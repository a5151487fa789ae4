/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crash_vfs.h - a disk whose power can be cut after any call.
 *
 * An SQLite VFS (store_vfs.h, watched) that keeps, of every file, all writes
 * and which of them were synced.  What a cut leaves is then made as often as
 * is asked, for any place in that list:
 *   - what was synced is there: a write or truncation before the last sync of
 *     its file; a new or deleted name before the last sync of the folder
 *     (which SQLite does at the first sync of a log or journal it opened)
 *   - of the rest, as told: nothing, all, or any part of it.
 *
 *     CrashVfs *disk = crash_vfs_open("crash");
 *     ... open, write and close stores with .vfs = "crash" ...
 *     for (size_t at = 0; at <= crash_vfs_calls(disk); at++)
 *         crash_vfs_cut(disk, at, CRASH_TORN, &rand, folder);
 */
#pragma once

#include "base/rand.h"

typedef struct CrashVfs CrashVfs;

#define CRASH(X)                                 \
    X(NONE, "nothing unsynced kept")             \
    X(ALL, "all kept")                           \
    X(SUBSET, "any of the unsynced writes kept") \
    X(TORN, "any 512-byte sectors of each write kept")

typedef enum {
#define X(name, text) CRASH_##name,
    CRASH(X)
#undef X
        CRASH_COUNT
} CrashHow;

CrashVfs *crash_vfs_open(const char *name); /* `name` outlives it */
void crash_vfs_close(CrashVfs *disk);

/* Calls carried out so far that a cut can fall behind; any thread. */
size_t crash_vfs_calls(CrashVfs *disk);

/* The files as they are when the power goes just before call `at` (from 0),
 * put into a folder in place of a database that was there. */
void crash_vfs_cut(CrashVfs *disk, size_t at, CrashHow how, Rand *rand,
                   const char *folder);
