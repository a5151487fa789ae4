/* SPDX-License-Identifier: Apache-2.0 */
/*
 * data_parts.h - the facts of a folder, in as many files as they need:
 * fakta.csv, then fakta-0002.csv, fakta-0003.csv, ... in the order of the
 * journal, each small enough to be read at once.
 */
#pragma once

#include "app/data_facts.h"

/* Is it the name of such a file? */
bool data_parts_is(Str name);

/* Those that there are, in their order; ERR_INPUT when one before is missing,
 * naming it. */
MUST_USE bool data_parts_list(Arena *arena, const char *folder, FileNames *out,
                              Err *err);

typedef struct {
    Str name, digest;
    DataFacts facts;
} DataPart;

/* data_parts_read - as data_facts_read; ERR_INPUT too when it is empty,
 * ERR_LIMIT past 64 MB. */
MUST_USE bool data_parts_read(Arena *arena, const char *folder, Str name,
                              DataPart *out, Err *err);

/* All of them at once; none: no facts. */
MUST_USE bool data_parts_all(Arena *arena, const char *folder, DataFacts *out,
                             Err *err);

/* Writing: a new file whenever one holds `rows` facts (0: 100,000) or 32 MB. */
typedef struct {
    Arena *arena;
    const char *folder;
    uint32_t rows;
    uint32_t files, held; /* begun; facts in the last */
    size_t facts;         /* in all */
    Buf table, scratch;
} DataPartsOut;

DataPartsOut data_parts_out(Arena *arena, const char *folder, uint32_t rows);
MUST_USE bool data_parts_put(DataPartsOut *parts, const Fact *fact, Err *err);
MUST_USE bool data_parts_end(DataPartsOut *parts, Err *err);
