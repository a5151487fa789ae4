/* SPDX-License-Identifier: Apache-2.0 */
/*
 * folder.h - a data directory as folders and files, and its lock.
 *
 *   tata-kerja.db   the database (and -wal, -shm beside it)
 *   lock            who writes: the number of its process; held, not just there
 *   jurnal.pub      public keys of the journal, a line each, oldest first
 *   kunci/          0700: the journal's signing key, a seal key a government
 *   bukti/          0700: files that facts name (evidence.h)
 *   titipan/        0700: what was brought and waits for a word
 *
 * Private files are 0600.  What is written here is synced with its folder.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

#define FOLDER_KEYS "kunci"

/* Make it when it is not there, 0700; ERR_STALE when `fresh` and it is. */
MUST_USE bool folder_make(const char *path, bool fresh, Err *err);
bool folder_is(const char *path);
/* ERR_IO when anybody else may look into the folder of keys. */
MUST_USE bool folder_private(const char *path, Err *err);

/* Only its owner may read it; ERR_STALE when it is there already and not to
 * be replaced. */
MUST_USE bool folder_write_private(const char *path, Str bytes, bool replace,
                                   Err *err);
/* Sync a file or a folder that something else has written. */
MUST_USE bool folder_sync(const char *path, Err *err);

/*
 * folder_lock - hold `folder`/lock until folder_unlock; ERR_STALE, naming the
 * process, when another open holds it.  A lock dies with its process.
 */
MUST_USE bool folder_lock(const char *folder, int *out, Err *err);
void folder_unlock(int lock); /* -1 is fine */
