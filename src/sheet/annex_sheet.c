/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/annex_sheet.h"

#include "sheet/book.h"
#include "sheet/recap_file.h"
#include "sheet/say.h"

/* Columns before the days. */
enum { NUMBER, NIP, NAME, UNIT, DAYS };

typedef struct {
    SheetBook *book;
    const AnnexTable *annex;
    const Register *r;
    lxw_format *formats[ANNEX_LETTERS];
    lxw_row_t row; /* the next */
} Sheet;

typedef struct {
    const Office *office;
    const AnnexTable *annex;
    Str address;
} What;

/* ---- the head ----------------------------------------------------------- */

/* "Sen" above "3". */
static Str day_said(const Sheet *s, uint32_t d)
{
    Date day = date_plus(s->annex->window.first, (int32_t)d);
    Str weekday = date_weekday_short(date_weekday(day), s->book->lang);
    return str_format(s->book->arena, "%.*s\n%d", STR_ARG(weekday),
                      date_civil(day).day);
}

static size_t sum_column(const Sheet *s, size_t letter)
{
    return DAYS + s->annex->day_count + letter;
}

static void put_head(Sheet *s)
{
    sheet_book_head(s->book, NUMBER, "No.", "No.");
    sheet_book_head(s->book, NIP, "NIP / nomor lokal", "NIP / local number");
    sheet_book_head(s->book, NAME, "Nama", "Name");
    sheet_book_head(s->book, UNIT, "Unit", "Unit");
    for (uint32_t d = 0; d < s->annex->day_count; d++)
        sheet_book_text(s->book, 0, DAYS + d, day_said(s, d), s->book->head);
    for (size_t i = 0; i < ANNEX_LETTERS; i++)
        sheet_book_text(s->book, 0, sum_column(s, i),
                        (Str){&annex_letters[i], 1}, s->book->head);
    s->row = 1;
}

/* ---- people ------------------------------------------------------------- */

/* "K"; in a shift "K1". */
static void put_letter(const Sheet *s, size_t column, char letter,
                       uint8_t shift)
{
    char text[2] = {letter, (char)('0' + shift)};
    for (size_t i = 0; i < ANNEX_LETTERS; i++) {
        if (annex_letters[i] == letter)
            sheet_book_text(s->book, s->row, column,
                            (Str){text, shift > 0 ? 2 : 1}, s->formats[i]);
    }
}

static void put_person(Sheet *s, const AnnexRow *row, int64_t number)
{
    const Person *person = &s->r->people[row->person.index];
    sheet_book_number(s->book, s->row, NUMBER, number);
    sheet_book_text(s->book, s->row, NIP, recap_file_number(person), NULL);
    sheet_book_text(s->book, s->row, NAME, person->name, NULL);
    sheet_book_text(s->book, s->row, UNIT, s->r->units[person->unit.index].name,
                    NULL);
    for (uint32_t d = 0; d < s->annex->day_count; d++)
        put_letter(s, DAYS + d, row->cells[d], row->shifts[d]);
    for (size_t i = 0; i < ANNEX_LETTERS; i++)
        sheet_book_number(s->book, s->row, sum_column(s, i), row->days[i]);
    s->row++;
}

/* ---- below them --------------------------------------------------------- */

/* The letters: what each says, and how many have it on each day. */
static void put_letter_row(Sheet *s, size_t letter)
{
    int64_t all = 0;
    put_letter(s, NIP, annex_letters[letter], 0);
    sheet_book_text(s->book, s->row, NAME,
                    placed_word((Placed)annex_letters[letter], s->book->lang),
                    NULL);
    for (uint32_t d = 0; d < s->annex->day_count; d++) {
        sheet_book_number(s->book, s->row, DAYS + d,
                          s->annex->people[letter][d]);
        all += s->annex->people[letter][d];
    }
    sheet_book_number(s->book, s->row, sum_column(s, letter), all);
    s->row++;
}

static void put_line(Sheet *s, Str text)
{
    sheet_book_text(s->book, s->row++, NAME, text, NULL);
}

static Str title_of(const Sheet *s)
{
    Civil month = date_civil(s->annex->window.first);
    Str unit = s->r->units[s->annex->of.unit.index].name;
    Str name = date_month_name(month.month, s->book->lang);
    return say_text(s->book->arena, s->book->lang,
                    "Lampiran: jadwal %.*s, %.*s %d",
                    "Annex: schedule of %.*s, %.*s %d", STR_ARG(unit),
                    STR_ARG(name), month.year);
}

static void put_shift_key(Sheet *s)
{
    const ShiftKey *key = &s->annex->shifts;
    Str hours = shift_key_text(s->book->arena, key, s->book->lang);
    if (key->most == 0) return;
    put_line(s, say_text(s->book->arena, s->book->lang,
                         "Angka di belakang huruf: gelombang hari itu. %.*s",
                         "The number behind a letter: the shift of that day. "
                         "%.*s",
                         STR_ARG(hours)));
}

static void put_end(Sheet *s, const What *what)
{
    put_shift_key(s);
    s->row++;
    put_line(s, title_of(s));
    put_line(s, say_text(s->book->arena, s->book->lang,
                         "Versi %u, kode %.*s; periksa di %.*s",
                         "Version %u, code %.*s; check it at %.*s",
                         s->annex->of.version, STR_ARG(s->annex->code),
                         STR_ARG(what->address)));
    if (what->office->government.note.len > 0)
        put_line(s, what->office->government.note);
}

/* ---- the sheet ---------------------------------------------------------- */

static void set_columns(const Sheet *s)
{
    lxw_worksheet *sheet = s->book->sheet;
    lxw_col_t last = (lxw_col_t)sum_column(s, ANNEX_LETTERS - 1);
    (void)worksheet_set_column(sheet, NUMBER, NUMBER, 5, NULL);
    (void)worksheet_set_column(sheet, NIP, NIP, 21, NULL);
    (void)worksheet_set_column(sheet, NAME, UNIT, 30, NULL);
    (void)worksheet_set_column(sheet, DAYS, last, 4.5, NULL);
}

static void put_annex(SheetBook *book, const void *given)
{
    const What *what = given;
    Sheet s = {
        .book = book, .annex = what->annex, .r = &what->office->r, .row = 0};
    for (size_t i = 0; i < ANNEX_LETTERS; i++)
        s.formats[i] = sheet_book_letter(book->book, annex_letters[i]);
    sheet_book_begin(book, "Lampiran", "Annex", DAYS);
    set_columns(&s);
    put_head(&s);
    for (uint32_t i = 0; i < s.annex->row_count; i++)
        put_person(&s, &s.annex->rows[i], (int64_t)i + 1);
    for (size_t i = 0; i < ANNEX_LETTERS; i++)
        put_letter_row(&s, i);
    put_end(&s, what);
}

bool annex_sheet(Arena *arena, Lang lang, const Office *office,
                 const AnnexTable *annex, Str address, Str *out, Err *err)
{
    What what = {office, annex, address};
    return sheet_book_make(arena, lang, put_annex, &what, out, err);
}
