/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tables.h - a register made from texts that stand in the test.
 */
#pragma once

#include "register/import.h"

/* EXPECT_INT of a size_t. */
#define EXPECT_COUNT(got, want) EXPECT_INT((int64_t)(got), (want))

typedef struct {
    Register r; /* when made */
    Faults faults;
    Diags remarks;
    bool made;
} Tables;

/* Texts by TableKind; NULL is not given.  Files are named units.csv, ... */
Tables tables_import(Arena *arena, const char *const texts[TABLE_COUNT]);
Tables tables_import_file(Arena *arena, TableKind kind, Str name, Str bytes,
                          const char *const texts[TABLE_COUNT]);

/* "repair file row column header value right" of a fault, '|' between. */
Str tables_fault(Arena *arena, const Fault *fault);

/* All remarks, one a line. */
Str tables_remarks(Arena *arena, const Tables *tables);

UnitId tables_unit(const Tables *tables, const char *code);
PersonId tables_person(const Tables *tables, const char *code);
/* The person's code, or "-" for nobody. */
Str tables_code(const Tables *tables, PersonId person);
Date tables_day(const char *iso);
