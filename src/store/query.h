/* SPDX-License-Identifier: Apache-2.0 */
/*
 * query.h - every question and every change the store puts to its database:
 * their texts are constants here, their values are bound, their rows are read
 * by the names of their columns.
 *
 * A parameter has the name of the column that it is compared with or put
 * into; COLUMN_FIRST and the like are parameters only.
 */
#pragma once

#include "base/base.h"

typedef enum {
#define COLUMN(name, text) COLUMN_##name,
#include "store/columns.def"
#undef COLUMN
    COLUMN_COUNT
} Column;

typedef enum {
#define QUERY(name, text) QUERY_##name,
#include "store/queries.def"
#undef QUERY
    QUERY_COUNT
} Query;

const char *query_text(Query query);

/* The column of that name; COLUMN_COUNT when there is none. */
Column query_column(Str name);
