/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/book.h"

#include "base/file.h"
#include "register/placement.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void note(SheetBook *b, lxw_error error)
{
    if (b->failed == LXW_NO_ERROR) b->failed = error;
}

/* ---- cells -------------------------------------------------------------- */

void sheet_book_text(SheetBook *book, lxw_row_t row, size_t column, Str text,
                     lxw_format *format)
{
    static const char starts[] = "=+-@\t\r";
    bool formula = text.len > 0 && text.ptr[0] != '\0' &&
                   strchr(starts, text.ptr[0]) != NULL;
    Str cell =
        str_format(book->arena, "%s%.*s", formula ? " " : "", STR_ARG(text));
    note(book, worksheet_write_string(book->sheet, row, (lxw_col_t)column,
                                      cell.ptr, format));
}

void sheet_book_number(SheetBook *book, lxw_row_t row, size_t column,
                       int64_t number)
{
    note(book, worksheet_write_number(book->sheet, row, (lxw_col_t)column,
                                      (double)number, NULL));
}

void sheet_book_hundredths(SheetBook *book, lxw_row_t row, size_t column,
                           int64_t hundredths)
{
    note(book, worksheet_write_number(book->sheet, row, (lxw_col_t)column,
                                      (double)hundredths / 100, NULL));
}

void sheet_book_date(SheetBook *book, lxw_row_t row, size_t column, Date day)
{
    char text[DATE_TEXT];
    sheet_book_text(book, row, column, str_of(date_iso(day, text)), NULL);
}

void sheet_book_head(SheetBook *book, size_t column, const char *id,
                     const char *en)
{
    sheet_book_text(book, 0, column, str_of(book->lang == LANG_EN ? en : id),
                    book->head);
}

void sheet_book_begin(SheetBook *book, const char *id, const char *en,
                      lxw_col_t frozen)
{
    book->sheet =
        workbook_add_worksheet(book->book, book->lang == LANG_EN ? en : id);
    CHECK(book->sheet != NULL);
    (void)worksheet_set_row(book->sheet, 0, 48, NULL);
    worksheet_freeze_panes(book->sheet, 1, frozen);
    worksheet_set_landscape(book->sheet);
    (void)worksheet_repeat_rows(book->sheet, 0, 0);
}

/* ---- letters ------------------------------------------------------------ */

lxw_format *sheet_book_letter(lxw_workbook *book, char letter)
{
    static const struct {
        char letter;
        lxw_color_t back, fore;
    } colours[] = {
        {PLACED_OFFICE, 0x2a6a8b, 0xffffff},
        {PLACED_HOME,   0xf4ead2, 0x5b4512},
        {PLACED_FIELD,  0xd5e8d6, 0x1d4a2a},
        {PLACED_LEAVE,  0xdde2e4, 0x4b5962},
        {PLACED_TRIP,   0xe6def1, 0x45306b},
        {PLACED_CLOSED, 0x3a434a, 0xffffff},
        {PLACED_USUAL,  0xe4e8e9, 0x33414a},
    };
    for (size_t i = 0; i < COUNT(colours); i++) {
        if (colours[i].letter != letter) continue;
        lxw_format *format = workbook_add_format(book);
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_bold(format);
        format_set_bg_color(format, colours[i].back);
        format_set_font_color(format, colours[i].fore);
        return format;
    }
    return NULL;
}

/* ---- the file ----------------------------------------------------------- */

static bool cannot_write(const char *said, Err *err)
{
    (void)FAIL(err, ERR_IO, "the spreadsheet cannot be written: %s", said);
    return err_id(err, "lembar kerja tidak dapat ditulis: %s", said);
}

/* The library writes to a path alone: to a file of a moment, for us only. */
static const char *moment_path(Arena *arena)
{
    static const char shape[] = "/tmp/tatakerja-XXXXXX";
    char *path = NEW(arena, char, sizeof shape);
    for (size_t i = 0; i < sizeof shape; i++)
        path[i] = shape[i];
    int file = mkstemp(path);
    if (file < 0) return NULL;
    (void)close(file);
    return path;
}

static void fill(SheetBook *b, SheetBookPut *put, const void *what)
{
    char title[] = "Tata Kerja";
    lxw_doc_properties properties = {.title = title,
                                     .created = (time_t)INT64_C(1577836800)};
    note(b, workbook_set_properties(b->book, &properties));
    b->head = workbook_add_format(b->book);
    format_set_bold(b->head);
    format_set_text_wrap(b->head);
    format_set_bottom(b->head, LXW_BORDER_THIN);
    put(b, what);
    note(b, workbook_close(b->book));
}

bool sheet_book_make(Arena *arena, Lang lang, SheetBookPut *put,
                     const void *what, Str *out, Err *err)
{
    enum { BOOK_MOST = 1 << 30 };
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    const char *path = moment_path(arena);
    if (path == NULL) return cannot_write("mkstemp", err);
    SheetBook b = {
        .arena = arena, .lang = lang, .book = workbook_new_opt(path, &options)};
    if (b.book == NULL) {
        (void)unlink(path);
        return cannot_write(lxw_strerror(LXW_ERROR_CREATING_XLSX_FILE), err);
    }
    fill(&b, put, what);
    bool read = b.failed == LXW_NO_ERROR
                    ? file_read(arena, path, BOOK_MOST, out, err)
                    : cannot_write(lxw_strerror(b.failed), err);
    (void)unlink(path);
    return read;
}
