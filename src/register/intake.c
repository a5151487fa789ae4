/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

#include "register/xlsx.h"

#include <stdlib.h>

void intake_remark(Intake *in, DiagLevel level, const char *id, Str said_id,
                   Str said_en)
{
    diag_add(in->remarks, level, id, NULL, (Span){0, 0}, said_id, said_en);
}

Str intake_list(Intake *in, const Str *names, size_t count)
{
    enum { SHOWN = 5 };
    Buf buf = buf_in(in->arena);
    for (size_t i = 0; i < count && i < SHOWN; i++) {
        if (i > 0) buf_c(&buf, ", ");
        buf_put(&buf, names[i]);
    }
    if (count > SHOWN) buf_c(&buf, ", ...");
    return buf_str(&buf);
}

static int by_place(const void *a, const void *b)
{
    const Place *x = a;
    const Place *y = b;
    if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

void places_sort(Place *places, size_t count)
{
    if (count > 1) qsort(places, count, sizeof places[0], by_place);
}

/* --- tables ------------------------------------------------------------ */

static bool is_workbook(const ImportFile *file)
{
    return str_ends(file->name, STR(".xlsx")) ||
           str_starts(file->bytes, STR("PK\x03\x04"));
}

static bool read_rows(Table *table, const ImportFile *file)
{
    Arena *arena = table->in->arena;
    Err err = {0};
    bool read =
        is_workbook(file)
            ? xlsx_read(arena, file->bytes, &table->csv, &err)
            : csv_read(arena, file->bytes, (CsvLimits){0}, &table->csv, &err);
    if (read && table->csv.rows.count == 0)
        read = FAIL(&err, ERR_INPUT, "the file is empty") ||
               err_id(&err, "berkas ini kosong");
    if (!read)
        fault_add(table->in->faults, REPAIR_FILE,
                  (Fault){.file = file->name,
                          .value = str_copy(arena, str_of(err.text)),
                          .value_id = str_copy(arena, str_of(err.id))});
    return read;
}

/* Columns that must be there and are not. */
static bool has_columns(const Table *table)
{
    bool whole = true;
    for (size_t c = 0; c < header_columns(table->kind); c++) {
        if (table_has(table, (int)c) || !header_must(table->kind, (int)c))
            continue;
        fault_add(table->in->faults, REPAIR_COLUMN,
                  (Fault){.file = table->file,
                          .row = table->csv.rows.at[0].line,
                          .header = header_name(table->kind, (int)c),
                          .choices = header_names(table->in->arena, table->kind,
                                                  (int)c)});
        whole = false;
    }
    return whole;
}

static void tell_unused(Table *table, const HeaderNames *unused)
{
    Intake *in = table->in;
    if (unused->count == 0) return;
    Str list = intake_list(in, unused->at, unused->count);
    intake_remark(
        in, DIAG_NOTE, "impor-01",
        str_format(in->arena, "%.*s: %zu kolom tidak dipakai: %.*s",
                   STR_ARG(table->file), unused->count, STR_ARG(list)),
        str_format(in->arena, "%.*s: %zu columns are not used: %.*s",
                   STR_ARG(table->file), unused->count, STR_ARG(list)));
}

void table_open(Intake *in, TableKind kind, const ImportFile *file)
{
    Table *table = &in->table[kind];
    HeaderNames unused = {0};
    *table = (Table){.in = in,
                     .kind = kind,
                     .file = file->name,
                     .given = file->name.len > 0,
                     .header = header_empty()};
    if (!table->given || !read_rows(table, file)) return;
    table->header =
        header_read(in->arena, kind, &table->csv.rows.at[0], &unused);
    tell_unused(table, &unused);
    table->whole = has_columns(table);
}

size_t table_lines(const Table *table)
{
    return table->csv.rows.count > 0 ? table->csv.rows.count - 1 : 0;
}

Line table_line(const Table *table, size_t i)
{
    return (Line){table, &table->csv.rows.at[i + 1]};
}

bool table_has(const Table *table, int column)
{
    return table->given && table->header.at[column] != NO_INDEX;
}

/* --- cells ------------------------------------------------------------- */

Str line_text(Line line, int column)
{
    uint32_t at = line.table->header.at[column];
    return at == NO_INDEX ? STR("") : csv_field(line.row, at);
}

static void add_fault(Line line, int column, Repair repair, Str value,
                      Str right, Str choices)
{
    const Table *table = line.table;
    uint32_t at = table->header.at[column];
    Fault fault = {.file = table->file,
                   .row = line.row->line,
                   .header = header_name(table->kind, column),
                   .value = value,
                   .right = right};
    if (at != NO_INDEX) {
        fault.column = at + 1;
        fault.header = str_trim(table->csv.rows.at[0].field[at]);
    }
    if (right.len == 0) fault.choices = choices;
    fault_add(table->in->faults, repair, fault);
}

void line_fault(Line line, int column, Repair repair, Str right)
{
    add_fault(line, column, repair, line_text(line, column), right, STR(""));
}

void line_fault_of(Line line, int column, Repair repair, Str value)
{
    add_fault(line, column, repair, value, STR(""), STR(""));
}

bool line_need(Line line, int column, Str *out)
{
    const Table *table = line.table;
    Str text = line_text(line, column);
    if (header_must(table->kind, column) && !table_has(table, column))
        return false;
    if (text.len == 0) {
        line_fault(line, column, REPAIR_EMPTY, STR(""));
        return false;
    }
    *out = text;
    return true;
}

void line_offer(Line line, int column, Repair repair, Str value, Words words)
{
    Intake *in = line.table->in;
    bool told = !faults_are_full(in->faults);
    add_fault(line, column, repair, value,
              told ? words_nearest(words, value) : STR(""),
              told ? words_offered(in->arena, words) : STR(""));
}

void line_word(Line line, int column, Words words, Repair repair, int *out)
{
    Str text = line_text(line, column);
    if (text.len > 0 && !words_find(words, text, out))
        line_offer(line, column, repair, text, words);
}

void line_flag(Line line, int column, bool *out)
{
    static const Word flags[] = {
        {STR_INIT("ya"),    true },
        {STR_INIT("tidak"), false},
        {STR_INIT("y"),     true },
        {STR_INIT("t"),     false},
        {STR_INIT("1"),     true },
        {STR_INIT("0"),     false},
        {STR_INIT("true"),  true },
        {STR_INIT("false"), false},
        {STR_INIT("v"),     true },
        {STR_INIT("-"),     false},
    };
    int value = *out;
    line_word(line, column, WORDS(flags), REPAIR_WORD, &value);
    *out = value != 0;
}

void line_date(Line line, int column, Date *out)
{
    Str text = line_text(line, column);
    if (text.len > 0 && !date_lenient(text, out))
        line_fault(line, column, REPAIR_DATE, STR(""));
}

void line_window(Line line, int first, int last, Window *out)
{
    line_date(line, first, &out->first);
    line_date(line, last, &out->last);
    if (window_is_empty(*out)) line_fault(line, last, REPAIR_ORDER, STR(""));
}

void line_number(Line line, int column, int64_t low, int64_t high, int64_t *out)
{
    Str text = line_text(line, column);
    if (text.len == 0 || num_is(text, low, high, out)) return;
    line_fault(line, column, REPAIR_NUMBER,
               str_format(line.table->in->arena, "%lld..%lld", (long long)low,
                          (long long)high));
}

/* --- references -------------------------------------------------------- */

/* The code of the unit whose code or name is nearest; empty when far. */
static Str nearest_code(const Intake *in, Str text)
{
    Str nearest = STR("");
    size_t limit = text.len < 6 ? 2 : text.len / 3;
    for (size_t i = 0; i < in->units.count; i++) {
        const Unit *unit = &in->units.at[i];
        const Str names[] = {unit->code, unit->name, unit->short_name};
        for (size_t n = 0; n < COUNT(names); n++) {
            size_t far = str_distance(names[n], text, limit);
            if (names[n].len == 0 || far > limit) continue;
            nearest = unit->code;
            if (far == 0) return nearest;
            limit = far - 1;
        }
    }
    return nearest;
}

/* Each unknown name is looked at once, however often it stands there. */
static Str offer_unit(Intake *in, Str text)
{
    enum { OFFERS_MOST = 50 };
    uint32_t known = map_find(&in->offered, text);
    if (known != NO_INDEX) return in->offers.at[known];
    if (in->offers.count == OFFERS_MOST) return STR("");
    Str nearest = nearest_code(in, text);
    (void)map_put(&in->offered, text, (uint32_t)in->offers.count);
    VEC_PUSH(in->arena, &in->offers, nearest);
    return nearest;
}

bool line_unit(Line line, int column, UnitId *out)
{
    Intake *in = line.table->in;
    Str text = {0};
    if (!line_need(line, column, &text)) return false;
    uint32_t unit = map_find(&in->made.unit_codes, text);
    if (unit == NO_INDEX)
        unit = map_find(&in->made.unit_names, str_fold(in->arena, text));
    if (unit >= SEVERAL && in->units_lost) return false;
    if (unit >= SEVERAL) {
        line_fault(line, column, REPAIR_UNIT, offer_unit(in, text));
        return false;
    }
    *out = (UnitId){unit};
    return true;
}

uint32_t intake_person(const Intake *in, Str text)
{
    uint32_t person = map_find(&in->made.person_codes, text);
    Str bare = text;
    if (person == NO_INDEX) bare = nip_bare(in->arena, text);
    if (person == NO_INDEX) person = map_find(&in->made.nips, bare);
    if (person == NO_INDEX) person = map_find(&in->made.locals, text);
    return person;
}

bool line_person(Line line, int column, PersonId *out)
{
    Intake *in = line.table->in;
    Str text = {0};
    if (!line_need(line, column, &text)) return false;
    uint32_t person = intake_person(in, text);
    if (person == NO_INDEX && in->people_lost) return false;
    if (person == NO_INDEX) {
        line_fault(line, column, REPAIR_PERSON, STR(""));
        return false;
    }
    *out = (PersonId){person};
    return true;
}
