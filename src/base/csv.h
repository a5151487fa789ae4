/* SPDX-License-Identifier: Apache-2.0 */
/*
 * csv.h - tables as text, in and out (reading rests on libcsv).
 *
 * Reading takes comma, semicolon or tab (guessed from the first line outside
 * quotes), UTF-8 with or without mark, or Windows-1252 when the bytes are not
 * UTF-8; line ends of any kind; empty lines are skipped but counted.  Rows
 * keep the line number of the file where they begin, for diagnostics.
 */
#pragma once

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

typedef struct {
    uint32_t line; /* 1.. */
    uint32_t count;
    Str *field;
} CsvRow;

typedef struct {
    char mark; /* , ; or tab */
    bool was_windows_1252;
    VEC(CsvRow) rows; /* the header is row 0 */
} Csv;

typedef struct {
    size_t rows, columns, field; /* most allowed; 0 takes the default */
} CsvLimits; /* defaults: 2,000,000 rows, 2,000 columns, 64 KiB a field */

/*
 * csv_read - all rows of a table; fields keep the blanks inside their quotes.
 *
 * ERR_INPUT, with the line, if a quote opens and never closes or stands inside
 * a field, or if there are bytes of zero; ERR_LIMIT past a limit.
 */
MUST_USE bool csv_read(Arena *arena, Str text, CsvLimits limits, Csv *out,
                       Err *err);

/*
 * csv_each - the same row by row, for large tables: nothing is kept, and the
 * fields of a row hold only until `each` returns.  It returns false, with
 * *err, to stop.
 */
typedef bool CsvEach(void *context, const CsvRow *row, Err *err);

MUST_USE bool csv_each(Arena *arena, Str text, CsvLimits limits, CsvEach *each,
                       void *context, Err *err);

/* The field, trimmed, or an empty text past the end of the row. */
Str csv_field(const CsvRow *row, size_t column);

/*
 * csv_put - one field, quoted where need be, followed by `mark` or, when last,
 * a line feed.  A field that a spreadsheet would run (= + - @ tab, return at
 * its start) is given a leading blank space; csv_field takes it off again.
 */
void csv_put(Buf *buf, Str field, char mark, bool last);
