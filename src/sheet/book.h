/* SPDX-License-Identifier: Apache-2.0 */
/*
 * book.h - a spreadsheet (XLSX) under way: sheets, cells, and its bytes at the
 * end.
 *
 * Rows come in order.  A text that a spreadsheet could take for a formula gets
 * a blank before it; no cell is ever a formula.  No clock goes into the file:
 * the same cells give the same bytes.
 */
#pragma once

#include "base/date.h"
#include "base/err.h"

#include <xlsxwriter.h>

typedef struct {
    Arena *arena;
    Lang lang;
    lxw_workbook *book;
    lxw_worksheet *sheet; /* under way */
    lxw_format *head;     /* bold, wrapped, ruled below */
    lxw_error failed;     /* the first */
} SheetBook;

/* Puts sheets and cells; what fails is noted in the book. */
typedef void SheetBookPut(SheetBook *book, const void *what);

/* The bytes of the book that `put` makes of `what`, in the arena; ERR_IO when a
 * file of a moment cannot be written. */
MUST_USE bool sheet_book_make(Arena *arena, Lang lang, SheetBookPut *put,
                              const void *what, Str *out, Err *err);

/* A new sheet, its head a row that stays and is printed on each page, as do
 * the first `frozen` columns; landscape. */
void sheet_book_begin(SheetBook *book, const char *id, const char *en,
                      lxw_col_t frozen);

void sheet_book_text(SheetBook *book, lxw_row_t row, size_t column, Str text,
                     lxw_format *format); /* NULL: plain */
void sheet_book_number(SheetBook *book, lxw_row_t row, size_t column,
                       int64_t number);
/* 2550 -> 25.5 */
void sheet_book_hundredths(SheetBook *book, lxw_row_t row, size_t column,
                           int64_t hundredths);
void sheet_book_date(SheetBook *book, lxw_row_t row, size_t column, Date day);
/* In the head row. */
void sheet_book_head(SheetBook *book, size_t column, const char *id,
                     const char *en);

/* The colours of a letter of the plan; NULL for any that has none. */
lxw_format *sheet_book_letter(lxw_workbook *book, char letter);
