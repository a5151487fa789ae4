/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "day/recap_table.h"

/*
 * Reading the canonical text: line by line, field by field; whether it is the
 * canonical one is settled by writing it again.
 */

typedef struct {
    Arena *arena;
    Str rest; /* behind the line under way */
    Str line; /* what is left of it */
    uint32_t number;
    RecapTable table;
    VEC(Str) more;
    VEC(RecapRow) rows;
} Reading;

static bool refuse(const Reading *r, const char *id, const char *en, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "line %u: %s", r->number, en);
    return err_id(err, "baris %u: %s", r->number, id);
}

static bool next_line(Reading *r)
{
    r->number++;
    return str_next(&r->rest, '\n', &r->line);
}

static bool next_field(Reading *r, Str *out)
{
    return str_next(&r->line, '\t', out);
}

/* A code without its escapes; an unknown escape stays, and is refused when
 * the text is written again. */
static Str code_of(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\' && i + 1 < text.len) {
            c = text.ptr[++i];
            if (c == 't') c = '\t';
            if (c == 'n') c = '\n';
            if (c == 'r') c = '\r';
        }
        buf_char(&out, c);
    }
    return buf_str(&out);
}

/* ---- the head ----------------------------------------------------------- */

static bool take_named(Reading *r, const char *name, Str *out)
{
    Str word = {0};
    return next_line(r) && next_field(r, &word) && str_is(word, str_of(name)) &&
           next_field(r, out);
}

static bool take_head(Reading *r, Err *err)
{
    Str government = {0};
    Str unit = {0};
    Str first = {0};
    Str last = {0};
    if (!next_line(r) ||
        (!str_is(r->line, STR("rekap 1")) && !str_is(r->line, STR("rekap 2"))))
        return refuse(r, "bukan rekap", "this is no recap", err);
    if (!take_named(r, "pemerintah", &government) ||
        !take_named(r, "unit", &unit) || !take_named(r, "masa", &first) ||
        !next_field(r, &last))
        return refuse(r, "pemerintah, unit dan masa diharapkan di sini",
                      "government, unit and days are expected here", err);
    r->table.government = code_of(r->arena, government);
    r->table.unit = code_of(r->arena, unit);
    return date_parse(first, &r->table.window.first, err) &&
           date_parse(last, &r->table.window.last, err);
}

static bool take_columns(Reading *r, Err *err)
{
    Str word = {0};
    bool same =
        next_line(r) && next_field(r, &word) && str_is(word, STR("kolom"));
    for (unsigned c = 0; same && c < RECAP_COLUMNS; c++)
        same = next_field(r, &word) &&
               str_is(word, recap_column_name((RecapColumn)c));
    while (same && next_field(r, &word))
        VEC_PUSH(r->arena, &r->more, code_of(r->arena, word));
    r->table.more = r->more.at;
    r->table.more_count = (uint32_t)r->more.count;
    return same || refuse(r, "kolomnya bukan kolom rekap versi ini",
                          "the columns are not those of this version", err);
}

/* ---- people ------------------------------------------------------------- */

static bool take_number(Reading *r, int32_t *out, Err *err)
{
    Str field = {0};
    int64_t number = 0;
    if (!next_field(r, &field) || !num_is(field, INT32_MIN, INT32_MAX, &number))
        return refuse(r, "sebuah angka tidak ada atau bukan angka",
                      "a number is missing or is none", err);
    *out = (int32_t)number;
    return true;
}

static bool take_numbers(Reading *r, RecapRow *row, Err *err)
{
    uint32_t more = r->table.more_count;
    row->more = NEW(r->arena, int32_t, (size_t)more + 1);
    for (size_t c = 0; c < RECAP_COLUMNS; c++) {
        if (!take_number(r, &row->counts[c], err)) return false;
    }
    for (uint32_t c = 0; c < more; c++) {
        if (!take_number(r, &row->more[c], err)) return false;
    }
    return true;
}

static bool take_row(Reading *r, Err *err)
{
    Str field = {0};
    RecapRow row = {0};
    if (!next_field(r, &field))
        return refuse(r, "kode pegawai tidak ada", "a code is missing", err);
    row.code = code_of(r->arena, field);
    if (!take_numbers(r, &row, err)) return false;
    size_t count = r->rows.count;
    if (count > 0 && str_order(r->rows.at[count - 1].code, row.code) >= 0)
        return refuse(r, "pegawai tidak urut menurut kodenya",
                      "people are not in the order of their codes", err);
    VEC_PUSH(r->arena, &r->rows, row);
    return true;
}

static bool is_canonical(const Reading *r, Str text)
{
    Buf again = buf_in(r->arena);
    recap_table_write(&r->table, &again);
    return buf_ok(&again) && str_is(buf_str(&again), text);
}

bool recap_table_read(Arena *arena, Str text, RecapTable *out, Err *err)
{
    Reading r = {.arena = arena, .rest = text};
    if (!take_head(&r, err) || !take_columns(&r, err)) return false;
    while (r.rest.len > 0) {
        if (!next_line(&r) || !take_row(&r, err)) return false;
    }
    r.table.rows = r.rows.at;
    r.table.count = r.rows.count;
    if (!is_canonical(&r, text))
        return refuse(&r, "bukan bentuk baku rekap",
                      "this is not the canonical form of a recap", err);
    *out = r.table;
    return true;
}
