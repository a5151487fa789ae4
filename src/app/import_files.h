/* SPDX-License-Identifier: Apache-2.0 */
/*
 * import_files.h - use case: what would be imported from these files?
 *
 * Each file's table is guessed from its header.  Nothing is written: the
 * answer is the faults, by repair, or a count of what the files hold.
 */
#pragma once

#include "app/office.h"

typedef struct {
    Str file;
    TableGuess guess;
    size_t rows; /* below the header */
} ImportedFile;

enum { IMPORT_SURE = 25 }; /* a guess below this is none */

typedef struct {
    ImportedFile *files;
    size_t file_count;
    bool sound; /* no fault: `r` holds what would be imported */
    Register r;
    Faults faults;
    Diags remarks; /* of the register; and of files that are no table */
} ImportPreview;

/* False when a file cannot be read. */
MUST_USE bool import_files(Arena *arena, const char *const *paths, size_t count,
                           ImportPreview *out, Err *err);

/* The kinds as one chooses among them, in the order of TableKind. */
#define IMPORT_KINDS \
    "unit|jabatan|pegawai|cuti|tanda|loket|kejadian|status|kewenangan"

/* TABLE_COUNT: of none of them. */
TableKind import_files_kind(Str word);
Str import_files_word(TableKind kind);

/* "unit", "jabatan", ... / "units", "posts", ... */
Str import_files_table(TableKind kind, Lang lang);
