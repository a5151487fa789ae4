/* SPDX-License-Identifier: Apache-2.0 */
/*
 * export.h - use case: a government in a data directory as a folder again.
 *
 * The inverse of load: the bytes of every file, fakta.csv and its further files
 * with the facts that came since (none: no such file), and in `arsip` what was
 * published, proposed and closed, with the files that facts name.  Facts
 * DOCUMENT that a loading wrote are not
 * in it, since the files say the same.  Of an erased record its ERASE is, so
 * that its days are known to be no longer kept.
 */
#pragma once

#include "app/data.h"

typedef struct {
    size_t files, facts, archive;
} Exported;

typedef struct {
    Str government;
    uint32_t rows; /* most facts of a file; 0: as data_parts.h has it */
} ExportWish;

/*
 * export_folder - into a folder that is not there yet (ERR_STALE if it is);
 * government.conf comes last, so that half an export is no government.
 */
MUST_USE bool export_folder(Arena *arena, Store *store, const ExportWish *wish,
                            const char *folder, Exported *out, Err *err);
