/* SPDX-License-Identifier: Apache-2.0 */
/*
 * file.h - the only file of the core's shell that opens files.
 *
 * Whole files in, whole files out.  Reading has a limit; writing goes to a
 * temporary neighbour, is synced and renamed, so that a reader sees the old
 * file or the new one and never half of one.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

/* The bytes, in the arena; of a pipe too.  ERR_LIMIT: more than `limit` of
 * them; ERR_IO: it is not there, a folder, or cannot be read. */
MUST_USE bool file_read(Arena *arena, const char *path, size_t limit, Str *out,
                        Err *err);
/* Anew, or in the place of what stands there, whose mode it keeps.  ERR_IO. */
MUST_USE bool file_write(const char *path, Str bytes, Err *err);
bool file_exists(const char *path);

/* All of them, at the place where the open file stands; false: `errno` says why
 * not. */
MUST_USE bool file_put(int fd, Str bytes);

typedef VEC(Str) FileNames;

/* Names (not paths) in a folder that end in `suffix`, sorted bytewise. */
MUST_USE bool file_list(Arena *arena, const char *folder, Str suffix,
                        FileNames *out, Err *err);

/* "folder/name" in the arena. */
const char *file_path(Arena *arena, const char *folder, const char *name);
