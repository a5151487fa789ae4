/* SPDX-License-Identifier: Apache-2.0 */
/*
 * data_files.h - the files of a government, wherever they lie: in a folder, or
 * as documents of a data directory.
 *
 * Names are relative, with slashes: "letters/800-0437.edaran".
 */
#pragma once

#include "base/file.h"
#include "store/store.h"

#define DATA_FILE_KIND STR("berkas")

typedef struct {
    const char *folder; /* where they lie, for those who are told; or NULL */
    const Document *documents; /* by name; NULL: files of the folder */
    size_t count;
} DataFiles;

/* There is a file or folder of that name. */
bool data_files_has(const DataFiles *files, Arena *tmp, const char *name);

/* Names (not paths) in the folder that end in `suffix`, sorted bytewise. */
MUST_USE bool data_files_list(Arena *arena, const DataFiles *files,
                              const char *folder, Str suffix, FileNames *out,
                              Err *err);

/* At most `most` bytes, whole megabytes; a larger file is refused with what to
 * do, in both languages. */
MUST_USE bool data_files_read(Arena *arena, const DataFiles *files,
                              const char *name, size_t most, Str *out,
                              Err *err);

/* The refusals of a file that is too large, and of an empty one. */
bool data_files_too_large(const char *path, size_t most, Err *err);
bool data_files_empty(Str name, Err *err);
