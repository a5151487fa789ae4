/* SPDX-License-Identifier: Apache-2.0 */
#include "base/csv.h"
#include "base/num.h"
#include "roster/ledger.h"

#include <stdlib.h>

/* ---- out --------------------------------------------------------------- */

enum {
    COLUMN_PERSON,
    COLUMN_NAME,
    COLUMN_UNIT,
    COLUMN_LETTER,
    COLUMN_FIRST,
    COLUMN_LAST,
    COLUMN_OFFICE,
    COLUMN_AVAILABLE,
    COLUMN_COUNT
};

static const Str heads[COLUMN_COUNT] = {
    [COLUMN_PERSON] = STR_INIT("pegawai"),
    [COLUMN_NAME] = STR_INIT("nama"),
    [COLUMN_UNIT] = STR_INIT("unit"),
    [COLUMN_LETTER] = STR_INIT("surat"),
    [COLUMN_FIRST] = STR_INIT("mulai"),
    [COLUMN_LAST] = STR_INIT("sampai"),
    [COLUMN_OFFICE] = STR_INIT("hari_kantor"),
    [COLUMN_AVAILABLE] = STR_INIT("hari_tersedia"),
};

static void put_date(Buf *out, Date date)
{
    char text[DATE_TEXT];
    csv_put(out, str_of(date_iso(date, text)), ',', false);
}

void ledger_write(const Ledger *ledger, Buf *out)
{
    for (size_t c = 0; c < COLUMN_COUNT; c++)
        csv_put(out, heads[c], ',', c + 1 == COLUMN_COUNT);
    for (size_t i = 0; i < ledger->lines.count; i++) {
        const LedgerLine *line = &ledger->lines.at[i];
        csv_put(out, line->person, ',', false);
        csv_put(out, line->name, ',', false);
        csv_put(out, line->unit, ',', false);
        csv_put(out, line->letter, ',', false);
        put_date(out, line->window.first);
        put_date(out, line->window.last);
        buf_number(out, line->office);
        buf_char(out, ',');
        buf_number(out, line->available);
        buf_char(out, '\n');
    }
}

/* ---- in ---------------------------------------------------------------- */

enum { WINDOW_MOST = 400 }; /* days of one roster */

typedef struct {
    Arena *arena;
    Diags *diags;
    Str file;
    const CsvRow *row;
    LedgerLine line;
    bool sound;  /* nothing is wrong with the row so far */
    bool faulty; /* something is wrong with the table */
} Reading;

static void fault(Reading *r, size_t column, const char *id, const char *en)
{
    Str head = column < COLUMN_COUNT ? heads[column] : STR("-");
    Str value = str_slice(csv_field(r->row, column), 0, 40);
    r->sound = false;
    r->faulty = true;
    diag_add(r->diags, DIAG_ERROR, "buku-02", NULL, (Span){0, 0},
             str_format(r->arena, "%.*s, baris %u, kolom %zu (%.*s): '%.*s' %s",
                        STR_ARG(r->file), r->row->line, column + 1,
                        STR_ARG(head), STR_ARG(value), id),
             str_format(r->arena, "%.*s, row %u, column %zu (%.*s): '%.*s' %s",
                        STR_ARG(r->file), r->row->line, column + 1,
                        STR_ARG(head), STR_ARG(value), en));
}

static Str take_text(Reading *r, size_t column, bool needed)
{
    Str text = csv_field(r->row, column);
    if (text.len == 0 && needed)
        fault(r, column, "kosong, padahal harus diisi",
              "is empty and must not be");
    return text;
}

static Date take_date(Reading *r, size_t column)
{
    Date date = {0};
    Err unused = {0};
    if (!date_parse(csv_field(r->row, column), &date, &unused))
        fault(r, column, "bukan tanggal seperti 2020-08-03",
              "is not a date such as 2020-08-03");
    return date;
}

static int32_t take_days(Reading *r, size_t column)
{
    int64_t days = 0;
    if (!num_is(csv_field(r->row, column), 0, WINDOW_MOST, &days))
        fault(r, column, "bukan banyaknya hari", "is not a number of days");
    return (int32_t)days;
}

/* What the cells say together. */
static void check_line(Reading *r)
{
    LedgerLine *line = &r->line;
    int32_t days = 0;
    if (!r->sound) return;
    if (window_is_empty(line->window)) {
        fault(r, COLUMN_LAST, "sebelum tanggal mulai",
              "is before the first day");
        return;
    }
    days = window_days(line->window);
    if (days > WINDOW_MOST)
        fault(r, COLUMN_LAST, "lebih dari 400 hari sesudah mulai",
              "is more than 400 days after the first");
    else if (line->available > days)
        fault(r, COLUMN_AVAILABLE, "melebihi banyaknya hari masa itu",
              "is more than the period has days");
    if (line->office > line->available)
        fault(r, COLUMN_OFFICE, "melebihi hari yang tersedia",
              "is more than the available days");
}

static bool take_line(Reading *r)
{
    r->sound = true;
    r->line = (LedgerLine){
        .person = take_text(r, COLUMN_PERSON, true),
        .name = take_text(r, COLUMN_NAME, false),
        .unit = take_text(r, COLUMN_UNIT, true),
        .letter = take_text(r, COLUMN_LETTER, true),
    };
    r->line.window.first = take_date(r, COLUMN_FIRST);
    r->line.window.last = take_date(r, COLUMN_LAST);
    r->line.office = take_days(r, COLUMN_OFFICE);
    r->line.available = take_days(r, COLUMN_AVAILABLE);
    if (r->row->count > COLUMN_COUNT)
        fault(r, COLUMN_COUNT, "berlebih: tabel ini berisi 8 kolom",
              "is too many: the table has 8 columns");
    check_line(r);
    return r->sound;
}

/* ---- the table --------------------------------------------------------- */

static void refuse_table(Reading *r, Str why_id, Str why_en)
{
    r->faulty = true;
    diag_add(r->diags, DIAG_ERROR, "buku-01", NULL, (Span){0, 0},
             str_format(r->arena, "%.*s bukan buku hari kantor: %.*s",
                        STR_ARG(r->file), STR_ARG(why_id)),
             str_format(r->arena, "%.*s is no ledger of office days: %.*s",
                        STR_ARG(r->file), STR_ARG(why_en)));
}

static bool head_is_right(Reading *r, const CsvRow *row)
{
    bool right = row->count == COLUMN_COUNT;
    for (size_t c = 0; right && c < COLUMN_COUNT; c++)
        right = str_folded_is(csv_field(row, c), heads[c]);
    if (right) return true;
    Str want = STR("pegawai,nama,unit,surat,mulai,sampai,hari_kantor,"
                   "hari_tersedia");
    refuse_table(
        r,
        str_format(r->arena, "baris %u harus %.*s", row->line, STR_ARG(want)),
        str_format(r->arena, "row %u must be %.*s", row->line, STR_ARG(want)));
    return false;
}

/* ---- twice ------------------------------------------------------------- */

typedef struct {
    const LedgerLine *line;
    const CsvRow *row;
} Entry;

static int compare_placed(const void *a, const void *b)
{
    const Entry *x = a;
    const Entry *y = b;
    int by_person = str_order(x->line->person, y->line->person);
    int32_t dx = x->line->window.first.days;
    int32_t dy = y->line->window.first.days;
    if (by_person != 0) return by_person;
    if (dx != dy) return dx < dy ? -1 : 1;
    return x->row->line < y->row->line ? -1 : x->row->line > y->row->line;
}

static void say_twice(Reading *r, const Entry *a, const Entry *b)
{
    Str code = a->line->person;
    r->faulty = true;
    diag_add(r->diags, DIAG_ERROR, "buku-03", NULL, (Span){0, 0},
             str_format(r->arena,
                        "%.*s, baris %u, kolom 5 (mulai): masa %.*s "
                        "bertumpuk dengan baris %u",
                        STR_ARG(r->file), b->row->line, STR_ARG(code),
                        a->row->line),
             str_format(r->arena,
                        "%.*s, row %u, column 5 (mulai): the period of %.*s "
                        "meets that of row %u",
                        STR_ARG(r->file), b->row->line, STR_ARG(code),
                        a->row->line));
}

static void find_twice(Reading *r, Entry *placed, size_t count)
{
    qsort(placed, count, sizeof *placed, compare_placed);
    for (size_t i = 1; i < count; i++) {
        const Entry *a = &placed[i - 1];
        const Entry *b = &placed[i];
        if (str_is(a->line->person, b->line->person) &&
            window_meets(a->line->window, b->line->window))
            say_twice(r, a, b);
    }
}

static void read_rows(Reading *r, const Csv *csv, Ledger *ledger)
{
    size_t room = csv->rows.count;
    LedgerLine *lines = NEW(r->arena, LedgerLine, room);
    Entry *placed = NEW(r->arena, Entry, room);
    size_t count = 0;
    for (size_t i = 1; i < csv->rows.count; i++) {
        r->row = &csv->rows.at[i];
        if (!take_line(r)) continue;
        lines[count] = r->line;
        placed[count] = (Entry){&lines[count], r->row};
        count++;
    }
    find_twice(r, placed, count);
    ledger->lines.at = lines;
    ledger->lines.count = count;
    ledger->lines.room = room;
}

bool ledger_read(Arena *arena, Str file, Str text, Ledger *out, Diags *diags)
{
    Err err = {0};
    Csv csv = {0};
    Reading r = {.arena = arena, .diags = diags, .file = file};
    Ledger ledger = ledger_in(arena);
    CsvLimits limits = {.columns = 64, .field = 1024};
    if (!csv_read(arena, text, limits, &csv, &err)) {
        const char *id = err.id[0] != '\0' ? err.id : err.text;
        refuse_table(&r, str_copy(arena, str_of(id)),
                     str_copy(arena, str_of(err.text)));
    } else if (csv.rows.count == 0) {
        refuse_table(&r, STR("berkasnya kosong"), STR("the file is empty"));
    } else if (head_is_right(&r, &csv.rows.at[0])) {
        read_rows(&r, &csv, &ledger);
    }
    if (r.faulty) return false;
    *out = ledger;
    return true;
}
