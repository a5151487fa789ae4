/* SPDX-License-Identifier: Apache-2.0 */
/*
 * asset.h - files that lie in the program: style, modules, crest, words.
 *
 * Pressed at build time (tools/build/press.c).  The path of one holds a digest
 * of its bytes: it may be kept for ever.
 */
#pragma once

#include "http/http.h"

typedef struct {
    const char *base; /* "tk.css" */
    const char *name; /* "tk.0123456789.css" */
    HttpPressed bytes;
} AssetRow;

extern const AssetRow asset_rows[];
extern const size_t asset_row_count;

/* By either name; NULL. */
const AssetRow *asset_find(Str name);

/* "/aset/tk.0123456789.css"; a base that is not there is our own mistake
 * (CHECK). */
Str asset_path(Arena *arena, const char *base);

/* "text/css; charset=utf-8", by the ending. */
Str asset_type(const AssetRow *asset);
