/* SPDX-License-Identifier: Apache-2.0 */
#include "day/fact_fields.h"

/* ---- out ---------------------------------------------------------------- */

static void put_escaped(Str text, Buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\')
            buf_c(out, "\\\\");
        else if (c == '\n')
            buf_c(out, "\\n");
        else
            buf_char(out, c);
    }
}

void fact_write(const Fact *fact, Buf *out)
{
    size_t count;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        Buf text = buf_in(out->arena);
        fact_field_put(fact, &fields[i], &text);
        if (buf_str(&text).len == 0) continue;
        buf_c(out, fields[i].name);
        buf_char(out, '=');
        put_escaped(buf_str(&text), out);
        buf_char(out, '\n');
    }
}

/* ---- in ----------------------------------------------------------------- */

static bool unescape(Arena *arena, Str text, Str *out)
{
    if (str_find(text, STR("\\"), 0) == SIZE_MAX) return *out = text, true;
    Buf buf = buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\') {
            if (++i == text.len) return false;
            if (text.ptr[i] != '\\' && text.ptr[i] != 'n') return false;
            c = text.ptr[i] == 'n' ? '\n' : '\\';
        }
        buf_char(&buf, c);
    }
    *out = buf_str(&buf);
    return true;
}

/* The field of that name at or after *at; fields come in one order. */
static const FactField *next_field(Str name, size_t *at)
{
    size_t count;
    const FactField *fields = fact_fields(&count);
    while (*at < count) {
        const FactField *field = &fields[(*at)++];
        if (str_is(name, str_of(field->name))) return field;
    }
    return NULL;
}

static bool read_line(Arena *arena, Str line, size_t *at, Fact *fact, Err *err)
{
    size_t mark = str_find(line, STR("="), 0);
    Str name = str_slice(line, 0, mark == SIZE_MAX ? line.len : mark), text;
    const FactField *field = mark == SIZE_MAX ? NULL : next_field(name, at);
    if (field == NULL || mark + 1 == line.len ||
        !unescape(arena, str_slice(line, mark + 1, line.len), &text)) {
        Str shown = str_slice(line, 0, 60);
        (void)FAIL(err, ERR_INPUT, "'%.*s' is no line of a fact",
                   STR_ARG(shown));
        return err_id(err, "'%.*s' bukan baris sebuah fakta", STR_ARG(shown));
    }
    return fact_field_take(field, text, fact, err);
}

bool fact_read(Arena *arena, Str text, Fact *out, Err *err)
{
    Fact fact = fact_blank(FACT_CHECK_IN);
    Str line, rest = text;
    size_t at = 0;
    while (str_next(&rest, '\n', &line)) {
        if (!read_line(arena, line, &at, &fact, err)) return false;
    }
    if (!fact_check(&fact, err)) return false;
    *out = fact;
    return true;
}
