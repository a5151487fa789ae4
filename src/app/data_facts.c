/* SPDX-License-Identifier: Apache-2.0 */
#include "app/data_facts.h"

#include "base/csv.h"
#include "day/fact_fields.h"

#include <string.h>

enum { FIELDS_MOST = 64 };

/* ---- texts -------------------------------------------------------------- */

static bool would_run(Str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return at < text.len && text.ptr[at] != '\0' &&
           strchr("=+-@", text.ptr[at]) != NULL;
}

static bool is_plain(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && strchr("-.:_", c) == NULL)
            return false;
    }
    return true;
}

static void put_text(Str text, Buf *out)
{
    bool runs = would_run(text);
    if (!runs && is_plain(text)) {
        buf_put(out, text);
        return;
    }
    buf_char(out, '"');
    if (runs) buf_char(out, ' ');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"') buf_char(out, '"');
        buf_char(out, text.ptr[i]);
    }
    buf_char(out, '"');
}

/* ---- writing ------------------------------------------------------------ */

void data_facts_head(Buf *out)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++)
        buf_format(out, "%s%s", i == 0 ? "" : ",", fields[i].name);
    buf_char(out, '\n');
}

void data_facts_row(const Fact *fact, Buf *scratch, Buf *out)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        scratch->len = 0;
        fact_field_put(fact, &fields[i], scratch);
        if (i > 0) buf_char(out, ',');
        put_text(buf_str(scratch), out);
    }
    buf_char(out, '\n');
}

void data_facts_write(const Fact *facts, size_t count, Buf *out)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Buf scratch = buf_in(tmp);
    data_facts_head(out);
    for (size_t i = 0; i < count; i++)
        data_facts_row(&facts[i], &scratch, out);
}

/* ---- reading ------------------------------------------------------------ */

typedef struct {
    Arena *arena;
    Str file;
    const FactField *columns[FIELDS_MOST];
    uint32_t column_count;
    bool headed;
    VEC(Fact) facts;
} Table;

static bool refuse(const Table *t, uint32_t line, Str what_en, Str what_id,
                   Err *err)
{
    (void)FAIL(err, ERR_INPUT, "%.*s, line %u: %.*s", STR_ARG(t->file), line,
               STR_ARG(what_en));
    return err_id(err, "%.*s, baris %u: %.*s", STR_ARG(t->file), line,
                  STR_ARG(what_id));
}

static const FactField *field_named(Str name)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        if (str_is(str_of(fields[i].name), name)) return &fields[i];
    }
    return NULL;
}

static bool take_column(Table *t, Str name, uint32_t line, Err *err)
{
    const FactField *field = field_named(str_trim(name));
    Str shown = str_slice(name, 0, 60);
    if (field == NULL)
        return refuse(
            t, line,
            str_format(t->arena, "there is no field '%.*s'", STR_ARG(shown)),
            str_format(t->arena, "kolom '%.*s' tidak dikenal", STR_ARG(shown)),
            err);
    for (uint32_t i = 0; i < t->column_count; i++) {
        if (t->columns[i] == field)
            return refuse(
                t, line, str_format(t->arena, "'%s' stands twice", field->name),
                str_format(t->arena, "'%s' ada dua kali", field->name), err);
    }
    t->columns[t->column_count++] = field;
    return true;
}

static bool take_header(Table *t, const CsvRow *row, Err *err)
{
    t->headed = true;
    if (row->count > FIELDS_MOST)
        return refuse(t, row->line, STR("too many columns"),
                      STR("kolomnya terlalu banyak"), err);
    for (uint32_t i = 0; i < row->count; i++) {
        if (!take_column(t, row->field[i], row->line, err)) return false;
    }
    return true;
}

static bool at_line(const Table *t, uint32_t line, Err *err)
{
    Err why = *err;
    if (why.kind != ERR_INPUT) return false;
    return refuse(t, line, str_of(why.text),
                  str_of(why.id[0] != '\0' ? why.id : why.text), err);
}

static bool take_row(void *context, const CsvRow *row, Err *err)
{
    Table *t = context;
    Fact fact = fact_blank(FACT_CHECK_IN);
    if (!t->headed) return take_header(t, row, err);
    if (row->count != t->column_count)
        return refuse(t, row->line, STR("not as many fields as the header"),
                      STR("jumlah kolomnya tidak sama dengan judul tabel"),
                      err);
    for (uint32_t i = 0; i < row->count; i++) {
        Str text = row->field[i];
        if (would_run(text) && text.ptr[0] == ' ')
            text = str_slice(text, 1, text.len);
        text = str_copy(t->arena, text);
        if (!fact_field_take(t->columns[i], text, &fact, err))
            return at_line(t, row->line, err);
    }
    if (!fact_check(&fact, err)) return at_line(t, row->line, err);
    VEC_PUSH(t->arena, &t->facts, fact);
    return true;
}

bool data_facts_read(Arena *arena, Str file, Str text, DataFacts *out, Err *err)
{
    Table *t = NEW(arena, Table, 1);
    t->arena = arena;
    t->file = file;
    if (!csv_each(arena, text, (CsvLimits){0}, take_row, t, err)) return false;
    *out = (DataFacts){t->facts.at, t->facts.count};
    return true;
}
