/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/plan_table.h"

#include "base/csv.h"
#include "register/placement.h"

/* Reads the plan.csv that plan_file.c writes, row by row; who stands in it
 * must be who the register has. */

enum {
    HEADS = 4, /* columns before the dates */
    DAYS_MOST = 1000,
};

typedef struct {
    Arena *arena;
    const Register *r;
    Date *days;
    char *cells;
    uint32_t day_count;
    uint32_t rows; /* read so far, the head included */
} Table;

static bool no_head(uint32_t line, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "line %u: the table has no head", line);
    return err_id(err, "baris %u: tabel tanpa judul kolom", line);
}

/* Something is wrong at a cell: said of it in both languages. */
static bool cell_fail(const CsvRow *row, uint32_t column, const char *what_id,
                      const char *what_en, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "line %u, column %u: %s", row->line, column,
               what_en);
    return err_id(err, "baris %u, kolom %u: %s", row->line, column, what_id);
}

static bool dates_read(Table *t, const CsvRow *row, Err *err)
{
    for (uint32_t d = 0; d < t->day_count; d++) {
        Err inner = {0};
        if (!date_parse(csv_field(row, HEADS + d), &t->days[d], &inner))
            return cell_fail(row, HEADS + d + 1, "bukan tanggal", inner.text,
                             err);
        if (d > 0 && t->days[d].days != t->days[d - 1].days + 1)
            return cell_fail(row, HEADS + d + 1,
                             "tanggal tidak melanjutkan yang sebelumnya",
                             "the date does not follow the one before it", err);
    }
    return true;
}

static bool head_read(Table *t, const CsvRow *row, Err *err)
{
    static const char *const heads[HEADS] = {"id", "nip", "nama", "unit"};
    if (row->count < HEADS) return no_head(row->line, err);
    for (size_t c = 0; c < HEADS; c++) {
        if (str_is(csv_field(row, c), str_of(heads[c]))) continue;
        (void)FAIL(err, ERR_INPUT, "line %u, column %zu: the head is not '%s'",
                   row->line, c + 1, heads[c]);
        return err_id(err, "baris %u, kolom %zu: judulnya bukan '%s'",
                      row->line, c + 1, heads[c]);
    }
    t->day_count = row->count - HEADS;
    t->days = NEW(t->arena, Date, t->day_count);
    return dates_read(t, row, err);
}

/* Who it is: as the register has it, and not as somebody may have changed. */
static bool who_is_read(const Table *t, uint32_t person, const CsvRow *row,
                        Err *err)
{
    const Person *who = &t->r->people[person];
    const Str want[HEADS] = {who->code, who->nip, who->name,
                             t->r->units[who->unit.index].code};
    for (size_t c = 0; c < HEADS; c++) {
        Str has = csv_field(row, c);
        if (str_is(has, str_trim(want[c]))) continue;
        has = str_slice(has, 0, 40);
        (void)FAIL(err, ERR_INPUT,
                   "line %u, column %zu: '%.*s' stands where the register has "
                   "'%.*s'",
                   row->line, c + 1, STR_ARG(has), STR_ARG(want[c]));
        return err_id(err,
                      "baris %u, kolom %zu: tertulis '%.*s', padahal dalam "
                      "register '%.*s'",
                      row->line, c + 1, STR_ARG(has), STR_ARG(want[c]));
    }
    return true;
}

static bool no_placement(const CsvRow *row, uint32_t column, Str cell, Err *err)
{
    cell = str_slice(cell, 0, 40);
    (void)FAIL(err, ERR_INPUT, "line %u, column %u: '%.*s' is no placement",
               row->line, column, STR_ARG(cell));
    return err_id(err, "baris %u, kolom %u: '%.*s' bukan huruf penempatan",
                  row->line, column, STR_ARG(cell));
}

static bool person_read(Table *t, uint32_t person, const CsvRow *row, Err *err)
{
    if (!who_is_read(t, person, row, err)) return false;
    if (row->count != HEADS + t->day_count) {
        (void)FAIL(err, ERR_INPUT, "line %u: %u columns instead of %u",
                   row->line, row->count, HEADS + t->day_count);
        return err_id(err, "baris %u: %u kolom, seharusnya %u", row->line,
                      row->count, HEADS + t->day_count);
    }
    char *cells = t->cells + (size_t)person * t->day_count;
    for (uint32_t d = 0; d < t->day_count; d++) {
        Str cell = csv_field(row, HEADS + d);
        if (cell.len != 1 || !placed_is(cell.ptr[0]))
            return no_placement(row, HEADS + d + 1, cell, err);
        cells[d] = cell.ptr[0];
    }
    return true;
}

static bool row_read(void *table, const CsvRow *row, Err *err)
{
    Table *t = table;
    uint32_t people = t->r->person_count;
    if (t->rows++ == 0) {
        if (!head_read(t, row, err)) return false;
        t->cells = NEW(t->arena, char, (size_t)people * t->day_count);
        return true;
    }
    if (t->rows - 1 > people) {
        (void)FAIL(err, ERR_INPUT,
                   "line %u: the table has more people than the register's %u",
                   row->line, people);
        return err_id(err, "baris %u: pegawai lebih dari %u dalam register",
                      row->line, people);
    }
    return person_read(t, t->rows - 2, row, err);
}

static bool rows_read(Table *t, Str csv, Err *err)
{
    CsvLimits limits = {.rows = (size_t)t->r->person_count + 2,
                        .columns = HEADS + DAYS_MOST};
    if (!csv_each(t->arena, csv, limits, row_read, t, err)) return false;
    if (t->rows == 0) return no_head(1, err);
    if (t->rows - 1 == t->r->person_count) return true;
    (void)FAIL(err, ERR_INPUT, "the table has %u people, the register %u",
               t->rows - 1, t->r->person_count);
    return err_id(err, "tabel berisi %u pegawai, register %u", t->rows - 1,
                  t->r->person_count);
}

bool plan_table_read(Arena *arena, Str csv, const Register *r, PlanTable *out,
                     Err *err)
{
    Table t = {.arena = arena, .r = r};
    if (!rows_read(&t, csv, err)) return false;
    *out = (PlanTable){t.days, t.day_count, t.cells};
    return true;
}
