/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/sheet.h"

#include "base/file.h"
#include "sheet/book.h"

#include <stdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Columns of the first sheet before the days. */
enum { CODE, NIP, NAME, JOB, UNIT, HEADS };

typedef struct {
    const Call *call;
    const Summary *summary;
    const Register *r;
    const Plan *plan;
    lxw_workbook *book;
    lxw_format *plain, *head, *letter[LETTER_ROOM];
    lxw_error failed; /* the first */
} Sheet;

static void note(Sheet *s, lxw_error error)
{
    if (s->failed == LXW_NO_ERROR) s->failed = error;
}

/*
 * A text cell.  A text that a spreadsheet could take for a formula when the
 * cell is edited or saved as CSV gets a blank before it.
 */
static void put_text(Sheet *s, lxw_worksheet *sheet, lxw_row_t row, int column,
                     Str text, lxw_format *format)
{
    bool formula = text.len > 0 && (text.ptr[0] == '=' || text.ptr[0] == '+' ||
                                    text.ptr[0] == '-' || text.ptr[0] == '@' ||
                                    text.ptr[0] == '\t' || text.ptr[0] == '\r');
    Str cell =
        str_format(s->call->arena, "%s%.*s", formula ? " " : "", STR_ARG(text));
    note(s, worksheet_write_string(sheet, row, (lxw_col_t)column, cell.ptr,
                                   format));
}

static void put_words(Sheet *s, lxw_worksheet *sheet, lxw_row_t row, int column,
                      const char *id, const char *en)
{
    put_text(s, sheet, row, column, str_of(s->call->lang == LANG_EN ? en : id),
             s->head);
}

static void put_number(Sheet *s, lxw_worksheet *sheet, lxw_row_t row,
                       int column, double number)
{
    note(s, worksheet_write_number(sheet, row, (lxw_col_t)column, number,
                                   s->plain));
}

/* ---- formats ----------------------------------------------------------- */

static const char letters[] = {PLACED_OFFICE, PLACED_HOME, PLACED_FIELD,
                               PLACED_LEAVE,  PLACED_TRIP, PLACED_CLOSED,
                               PLACED_USUAL};

static void make_formats(Sheet *s)
{
    s->plain = workbook_add_format(s->book);
    s->head = workbook_add_format(s->book);
    format_set_bold(s->head);
    format_set_text_wrap(s->head);
    format_set_align(s->head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(s->head, LXW_BORDER_THIN);
    for (size_t i = 0; i < COUNT(letters); i++)
        s->letter[(unsigned char)letters[i]] =
            sheet_book_letter(s->book, letters[i]);
}

/* ---- the sheet of everybody -------------------------------------------- */

static void put_plan_head(Sheet *s, lxw_worksheet *sheet)
{
    put_words(s, sheet, 0, CODE, "kode", "code");
    put_words(s, sheet, 0, NIP, "NIP / nomor lokal", "NIP / local number");
    put_words(s, sheet, 0, NAME, "nama", "name");
    put_words(s, sheet, 0, JOB, "jabatan", "post");
    put_words(s, sheet, 0, UNIT, "unit", "unit");
    for (uint32_t d = 0; d < s->plan->day_count; d++) {
        Date day = s->plan->days[d];
        Str weekday = date_weekday_short(date_weekday(day), s->call->lang);
        Civil civil = date_civil(day);
        Str text = str_format(s->call->arena, "%.*s\n%d/%d", STR_ARG(weekday),
                              civil.day, civil.month);
        put_text(s, sheet, 0, HEADS + (int)d, text, s->head);
    }
    put_words(s, sheet, 0, HEADS + (int)s->plan->day_count, "hari kantor",
              "office days");
}

/* "K"; in a shift "K1". */
static void put_cell(Sheet *s, lxw_worksheet *sheet, lxw_row_t row, PersonId id,
                     uint32_t day)
{
    char letter = plan_cell(s->plan, id, day);
    size_t at = (size_t)id.index * s->plan->day_count + day;
    uint8_t shift = s->summary->made->shifts.numbers[at];
    char text[3] = {letter, '\0', '\0'};
    if (letter == PLACED_NONE) return;
    if (shift > 0) text[1] = (char)('0' + shift);
    note(s, worksheet_write_string(sheet, row, (lxw_col_t)(HEADS + day), text,
                                   s->letter[(unsigned char)letter]));
}

static void put_person(Sheet *s, lxw_worksheet *sheet, lxw_row_t row,
                       PersonId id)
{
    const Person *person = &s->r->people[id.index];
    put_text(s, sheet, row, CODE, person->code, s->plain);
    put_text(s, sheet, row, NIP,
             person->nip.len > 0 ? person->nip : person->local, s->plain);
    put_text(s, sheet, row, NAME, person->name, s->plain);
    put_text(s, sheet, row, JOB, person->title, s->plain);
    put_text(s, sheet, row, UNIT, s->r->units[person->unit.index].name,
             s->plain);
    for (uint32_t d = 0; d < s->plan->day_count; d++)
        put_cell(s, sheet, row, id, d);
    put_number(s, sheet, row, HEADS + (int)s->plan->day_count,
               summary_office_days(s->plan, id));
}

static void put_plan(Sheet *s)
{
    lxw_worksheet *sheet = workbook_add_worksheet(
        s->book, s->call->lang == LANG_EN ? "Roster" : "Jadwal");
    lxw_col_t last = (lxw_col_t)(HEADS + s->plan->day_count);
    (void)worksheet_set_column(sheet, CODE, CODE, 9, NULL);
    (void)worksheet_set_column(sheet, NIP, NIP, 21, NULL);
    (void)worksheet_set_column(sheet, NAME, UNIT, 30, NULL);
    (void)worksheet_set_column(sheet, HEADS, last, 5, NULL);
    (void)worksheet_set_row(sheet, 0, 32, NULL);
    worksheet_freeze_panes(sheet, 1, HEADS);
    put_plan_head(s, sheet);
    for (uint32_t i = 0; i < s->r->person_count; i++)
        put_person(s, sheet, i + 1, (PersonId){i});
    (void)worksheet_autofilter(sheet, 0, 0, s->r->person_count, UNIT);
    worksheet_set_landscape(sheet);
    (void)worksheet_repeat_rows(sheet, 0, 0);
}

/* ---- the sheet of agencies --------------------------------------------- */

static void put_agency(Sheet *s, lxw_worksheet *sheet, lxw_row_t row,
                       const AgencySummary *agency)
{
    put_text(s, sheet, row, 0, s->r->units[agency->unit.index].name, s->plain);
    put_number(s, sheet, row, 1, agency->people);
    if (agency->cap_count > 0) {
        put_number(s, sheet, row, 2, agency->base);
        put_number(s, sheet, row, 3, agency->stated);
    }
    put_number(s, sheet, row, 4, (double)agency->in_tenths / 10);
    put_number(s, sheet, row, 5, agency->forced);
    put_number(s, sheet, row, 6, agency->over_most);
    for (size_t i = 0; i < COUNT(letters); i++)
        put_number(s, sheet, row, 7 + (int)i,
                   (double)agency->cells[(unsigned char)letters[i]]);
}

static void put_shift_key(Sheet *s, lxw_worksheet *sheet, lxw_row_t row)
{
    Lang lang = s->call->lang;
    const ShiftKey *key = &s->summary->made->shifts.key;
    if (key->most == 0) return;
    Str hours = shift_key_text(s->call->arena, key, lang);
    put_text(s, sheet, row, 0,
             say_text(s->call->arena, lang,
                      "Angka di belakang huruf: gelombang hari itu. %.*s",
                      "The number behind a letter: the shift of that day. "
                      "%.*s",
                      STR_ARG(hours)),
             s->plain);
}

static void put_agencies(Sheet *s)
{
    lxw_worksheet *sheet = workbook_add_worksheet(
        s->book, s->call->lang == LANG_EN ? "Summary" : "Ringkasan");
    (void)worksheet_set_column(sheet, 0, 0, 44, NULL);
    worksheet_freeze_panes(sheet, 1, 1);
    put_words(s, sheet, 0, 0, "perangkat daerah", "agency");
    put_words(s, sheet, 0, 1, "pegawai", "people");
    put_words(s, sheet, 0, 2, "dasar", "base");
    put_words(s, sheet, 0, 3, "batas", "cap");
    put_words(s, sheet, 0, 4, "rerata di kantor", "mean in the office");
    put_words(s, sheet, 0, 5, "wajib hadir", "forced");
    put_words(s, sheet, 0, 6, "lebih (loket, panggilan)",
              "above (need, recall)");
    for (size_t i = 0; i < COUNT(letters); i++)
        put_text(s, sheet, 0, 7 + (int)i, (Str){&letters[i], 1}, s->head);
    for (uint32_t i = 0; i < s->summary->agency_count; i++)
        put_agency(s, sheet, i + 1, &s->summary->agencies[i]);
    lxw_row_t note_row = (lxw_row_t)s->summary->agency_count + 2;
    put_text(s, sheet, note_row, 0, s->summary->made->corpus.government->note,
             s->plain);
    put_shift_key(s, sheet, note_row + 1);
}

/* ---- the file ---------------------------------------------------------- */

static bool cannot_write(const char *path, lxw_error why, Err *err)
{
    const char *said = lxw_strerror(why);
    (void)FAIL(err, ERR_IO, "cannot write '%s': %s", path, said);
    return err_id(err, "'%s' tidak dapat ditulis: %s", path, said);
}

/* The library writes to a path: to a neighbour first, then in one step. */
bool sheet_write(const Call *call, const Summary *summary, const char *path,
                 Err *err)
{
    enum { SHEET_MOST = 1 << 30 };
    const char *part = str_format(call->arena, "%s.xlsx.part", path).ptr;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    /* The same plan gives the same bytes: no clock in the properties. */
    char title[] = "Tata Kerja";
    lxw_doc_properties properties = {.title = title,
                                     .created = (time_t)INT64_C(1577836800)};
    Sheet s = {.call = call,
               .summary = summary,
               .r = summary->made->corpus.r,
               .plan = &summary->made->demand.plan,
               .book = workbook_new_opt(part, &options)};
    if (s.book == NULL)
        return cannot_write(path, LXW_ERROR_CREATING_XLSX_FILE, err);
    note(&s, workbook_set_properties(s.book, &properties));
    make_formats(&s);
    put_plan(&s);
    put_agencies(&s);
    note(&s, workbook_close(s.book));

    Str bytes = {0};
    bool wrote = s.failed == LXW_NO_ERROR || cannot_write(path, s.failed, err);
    wrote = wrote && file_read(call->arena, part, SHEET_MOST, &bytes, err) &&
            file_write(path, bytes, err);
    (void)unlink(part);
    return wrote;
}
