/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_sheet.h"

#include "base/file.h"
#include "sheet/recap_file.h"
#include "sheet/recap_text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

typedef struct {
    Arena *arena;
    Lang lang;
    const RecapMade *made;
    const Recap *recap;
    const Register *r;
    lxw_workbook *book;
    lxw_worksheet *sheet; /* under way; rows come in order */
    lxw_format *head;
    lxw_error failed; /* the first */
} Book;

static void note(Book *b, lxw_error error)
{
    if (b->failed == LXW_NO_ERROR) b->failed = error;
}

/* ---- cells -------------------------------------------------------------- */

/* A text that a spreadsheet could take for a formula when the cell is edited
 * or saved as CSV gets a blank before it. */
static void put_text(Book *b, lxw_row_t row, size_t column, Str text,
                     lxw_format *format)
{
    static const char starts[] = "=+-@\t\r";
    bool formula = text.len > 0 && text.ptr[0] != '\0' &&
                   strchr(starts, text.ptr[0]) != NULL;
    Str cell =
        str_format(b->arena, "%s%.*s", formula ? " " : "", STR_ARG(text));
    note(b, worksheet_write_string(b->sheet, row, (lxw_col_t)column, cell.ptr,
                                   format));
}

static void put_number(Book *b, lxw_row_t row, size_t column, int64_t number)
{
    note(b, worksheet_write_number(b->sheet, row, (lxw_col_t)column,
                                   (double)number, NULL));
}

static void put_words(Book *b, size_t column, const char *id, const char *en)
{
    put_text(b, 0, column, str_of(b->lang == LANG_EN ? en : id), b->head);
}

static void put_date(Book *b, lxw_row_t row, size_t column, Date day)
{
    char text[DATE_TEXT];
    put_text(b, row, column, str_of(date_iso(day, text)), NULL);
}

static void begin_sheet(Book *b, const char *id, const char *en,
                        lxw_col_t frozen)
{
    b->sheet = workbook_add_worksheet(b->book, b->lang == LANG_EN ? en : id);
    CHECK(b->sheet != NULL);
    (void)worksheet_set_row(b->sheet, 0, 48, NULL);
    worksheet_freeze_panes(b->sheet, 1, frozen);
    worksheet_set_landscape(b->sheet);
    (void)worksheet_repeat_rows(b->sheet, 0, 0);
}

static void put_column_heads(Book *b, size_t first)
{
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        put_text(b, 0, first + c,
                 recap_text_column(b->arena, (RecapColumn)c, b->lang), b->head);
}

/* ---- the sheets --------------------------------------------------------- */

static void put_person(Book *b, lxw_row_t row, PersonId person)
{
    Str texts[RECAP_PERSON_TEXTS];
    recap_file_person(b->r, person, texts);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        put_text(b, row, i, texts[i], NULL);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        put_number(b, row, RECAP_PERSON_TEXTS + c,
                   recap_count(b->recap, person, (RecapColumn)c));
}

static void put_people(Book *b)
{
    static const int widths[RECAP_PERSON_TEXTS] = {9, 21, 30, 34, 34};
    lxw_row_t row = 0;
    begin_sheet(b, "Pegawai", "People", 3);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++) {
        (void)worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                   widths[i], NULL);
        put_text(b, 0, i, recap_file_person_head(i), b->head);
    }
    put_column_heads(b, RECAP_PERSON_TEXTS);
    for (uint32_t p = 0; p < b->r->person_count; p++) {
        if (b->recap->served[p]) put_person(b, ++row, (PersonId){p});
    }
}

static void put_unit(Book *b, lxw_row_t row, RecapLevel level, UnitId unit)
{
    const RecapUnit *sums = &b->recap->units[level][unit.index];
    put_text(b, row, 0, b->r->units[unit.index].name, NULL);
    put_number(b, row, 1, sums->people);
    put_number(b, row, 2, sums->breaching);
    put_number(b, row, 3, sums->cap_days);
    put_number(b, row, 4, sums->cap_kept);
    put_number(b, row, 5, sums->in_turn);
    put_number(b, row, 6, sums->least);
    put_number(b, row, 7, sums->most);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        put_number(b, row, 8 + c, sums->counts[c]);
}

static void put_units(Book *b, RecapLevel level, const char *id, const char *en)
{
    lxw_row_t row = 0;
    begin_sheet(b, id, en, 1);
    (void)worksheet_set_column(b->sheet, 0, 0, 44, NULL);
    put_words(b, 0, "unit", "unit");
    put_words(b, 1, "pegawai", "people");
    put_words(b, 2, "pegawai melanggar", "people with a breach");
    put_words(b, 3, "hari berbatas", "days under a cap");
    put_words(b, 4, "batas dijaga", "cap kept");
    put_words(b, 5, "bergilir", "in turn");
    put_words(b, 6, "hari kantor paling sedikit", "least office days");
    put_words(b, 7, "hari kantor paling banyak", "most office days");
    put_column_heads(b, 8);
    for (uint32_t i = 0; i < b->r->unit_count; i++) {
        UnitId unit = b->r->preorder[i];
        if (recap_text_has(b->recap, level, unit))
            put_unit(b, ++row, level, unit);
    }
}

static void put_caps(Book *b)
{
    begin_sheet(b, "Batas", "Caps", 1);
    (void)worksheet_set_column(b->sheet, 0, 0, 44, NULL);
    put_words(b, 0, "batas yang tidak dijaga", "cap that was not kept");
    put_words(b, 1, "tanggal", "date");
    put_words(b, 2, "aturan", "rule");
    put_words(b, 3, "dasar", "base");
    put_words(b, 4, "batas", "cap");
    put_words(b, 5, "direncanakan", "planned");
    put_words(b, 6, "masuk", "came");
    for (size_t i = 0; i < b->recap->over_count; i++) {
        const RecapCap *over = &b->recap->over[i];
        lxw_row_t row = (lxw_row_t)i + 1;
        put_text(b, row, 0, b->r->units[over->unit.index].name, NULL);
        put_date(b, row, 1, over->day);
        put_text(b, row, 2, corpus_clause(b->recap->corpus, over->cap)->cite,
                 NULL);
        put_number(b, row, 3, over->base);
        put_number(b, row, 4, over->stated);
        put_number(b, row, 5, over->planned);
        put_number(b, row, 6, over->there);
    }
}

static void put_holes(Book *b)
{
    lxw_row_t row = 0;
    begin_sheet(b, "Server mati", "Outages", 1);
    (void)worksheet_set_column(b->sheet, 0, 0, 44, NULL);
    put_words(b, 0, "tanggal", "date");
    put_words(b, 1, "menit mati", "minutes down");
    put_words(b, 2, "temuan tidak diketahui", "findings unknown");
    for (size_t i = 0; i < b->recap->hole_count; i++) {
        put_date(b, ++row, 0, b->recap->holes[i].day);
        put_number(b, row, 1, b->recap->holes[i].minutes);
        put_number(b, row, 2, b->recap->holes[i].unknown);
    }
    put_text(b, row + 2, 0, str_of(b->made->hash), NULL);
    put_text(b, row + 3, 0, recap_text_closing(b->arena, b->made, b->lang),
             NULL);
    put_text(b, row + 4, 0, b->recap->corpus->government->note, NULL);
}

static void put_recap(Book *b)
{
    put_people(b);
    put_units(b, RECAP_WORK_UNITS, "Unit kerja", "Work units");
    put_units(b, RECAP_AGENCIES, "Perangkat daerah", "Agencies");
    put_caps(b);
    put_holes(b);
}

static void put_kinerja(Book *b)
{
    static const int widths[RECAP_KINERJA_TEXTS] = {21, 12, 36, 60,
                                                    11, 14, 36, 14};
    RecapReports reports = make_recap_reports(b->made);
    begin_sheet(b, "e-Kinerja", "e-Kinerja", 1);
    for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++) {
        (void)worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                   widths[i], NULL);
        put_text(b, 0, i, recap_file_kinerja_head(i), b->head);
    }
    for (size_t k = 0; k < reports.count; k++) {
        Str texts[RECAP_KINERJA_TEXTS];
        lxw_row_t row = (lxw_row_t)k + 1;
        recap_file_kinerja_row(b->arena, b->r, &reports.at[k], texts);
        for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++) {
            if (i != RECAP_KINERJA_AMOUNT)
                put_text(b, row, i, texts[i], NULL);
            else if (texts[i].len > 0)
                put_number(b, row, i, reports.at[k].number);
        }
    }
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

static Book begin_book(Arena *arena, Lang lang, const RecapMade *made,
                       const char *path)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    return (Book){.arena = arena,
                  .lang = lang,
                  .made = made,
                  .recap = &made->recap,
                  .r = made->recap.r,
                  .book = workbook_new_opt(path, &options)};
}

static void fill_book(Book *b, void (*put)(Book *b))
{
    /* The same recap gives the same bytes: no clock in the properties. */
    char title[] = "Tata Kerja";
    lxw_doc_properties properties = {.title = title,
                                     .created = (time_t)INT64_C(1577836800)};
    note(b, workbook_set_properties(b->book, &properties));
    b->head = workbook_add_format(b->book);
    format_set_bold(b->head);
    format_set_text_wrap(b->head);
    format_set_bottom(b->head, LXW_BORDER_THIN);
    put(b);
    note(b, workbook_close(b->book));
}

static bool write_book(Arena *arena, Lang lang, const RecapMade *made,
                       void (*put)(Book *b), Str *out, Err *err)
{
    enum { SHEET_MOST = 1 << 30 };
    const char *path = moment_path(arena);
    if (path == NULL) return cannot_write("mkstemp", err);
    Book b = begin_book(arena, lang, made, path);
    if (b.book == NULL) {
        (void)unlink(path);
        return cannot_write(lxw_strerror(LXW_ERROR_CREATING_XLSX_FILE), err);
    }
    fill_book(&b, put);
    bool read = b.failed == LXW_NO_ERROR
                    ? file_read(arena, path, SHEET_MOST, out, err)
                    : cannot_write(lxw_strerror(b.failed), err);
    (void)unlink(path);
    return read;
}

bool recap_sheet(Arena *arena, Lang lang, const RecapMade *made, Str *out,
                 Err *err)
{
    return write_book(arena, lang, made, put_recap, out, err);
}

bool recap_sheet_kinerja(Arena *arena, Lang lang, const RecapMade *made,
                         Str *out, Err *err)
{
    return write_book(arena, lang, made, put_kinerja, out, err);
}
