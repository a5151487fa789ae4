/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/plan_text.h"

/* ---- out ---- */

static void put_escaped(Buf *out, Str text, bool as_word)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool blank = as_word && c == ' ';
        if (c == '\\' || c == '\t' || c == '\n' || blank) buf_char(out, '\\');
        if (c == '\t') c = 't';
        if (c == '\n') c = 'n';
        if (blank) c = 's';
        buf_char(out, c);
    }
}

void plan_put_text(Buf *out, Str text)
{
    put_escaped(out, text, false);
}

void plan_put_word(Buf *out, Str text)
{
    put_escaped(out, text, true);
}

void plan_put_date(Buf *out, Date date)
{
    char text[DATE_TEXT];
    bool open = date_is(date, DATE_NEVER);
    buf_char(out, ' ');
    buf_c(out, open ? ".." : date_iso(date, text));
}

void plan_put_halves(Buf *out, const char *name, uint64_t n)
{
    buf_c(out, name);
    buf_char(out, ' ');
    buf_number(out, (int64_t)(n >> 32));
    buf_char(out, ' ');
    buf_number(out, (int64_t)(n & UINT32_MAX));
    buf_char(out, '\n');
}

void plan_put_reason(const Reason *reason, Buf *out)
{
    buf_put(out, STR("reason "));
    buf_put(out, step_code(reason->step));
    buf_char(out, '\t');
    plan_put_text(out, reason->rule);
    buf_char(out, '\t');
    plan_put_text(out, reason->other);
    buf_char(out, '\t');
    plan_put_text(out, reason->thing);
    buf_char(out, '\n');
}

/* ---- in ---- */

/* Undo the backslashes of a text; false for one that says nothing. */
static bool take_text(Arena *arena, Str text, Str *out)
{
    char *plain = NEW(arena, char, text.len);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\') {
            i++;
            if (i == text.len) return false;
            c = text.ptr[i];
            if (c != '\\' && c != 't' && c != 'n' && c != 's') return false;
            if (c == 't') c = '\t';
            if (c == 'n') c = '\n';
            if (c == 's') c = ' ';
        }
        plain[len++] = c;
    }
    *out = (Str){plain, len};
    return true;
}

static bool fail_text(const Lines *in, Err *err)
{
    return lines_fail(in, "memuat garis miring terbalik tanpa arti",
                      "has a backslash that means nothing", err);
}

bool plan_take_rest(Arena *arena, Lines *in, Str *out, Err *err)
{
    return take_text(arena, in->rest, out) || fail_text(in, err);
}

bool plan_take_word(Arena *arena, const Lines *in, Str *out, Err *err)
{
    return take_text(arena, in->word, out) || fail_text(in, err);
}

bool plan_take_date(Lines *in, Date *out, Err *err)
{
    Err inner = {0};
    if (!lines_want(in, err)) return false;
    if (str_is(in->word, STR(".."))) {
        *out = DATE_NEVER;
        return true;
    }
    if (date_parse(in->word, out, &inner)) return true;
    return lines_fail(in, "bukan tanggal", "is not a date", err);
}

bool plan_take_reason(Arena *arena, Lines *in, Reason *out, Err *err)
{
    Str text = in->rest, code = {0};
    Str *const parts[] = {&out->rule, &out->other, &out->thing};
    in->word = text;
    if (!str_next(&text, '\t', &code) || !step_parse(code, &out->step))
        return lines_fail(in, "tidak diawali langkah", "begins with no step",
                          err);
    for (size_t k = 0; k < COUNT(parts); k++) {
        Str part = {0};
        (void)str_next(&text, '\t', &part);
        if (!take_text(arena, part, parts[k])) return fail_text(in, err);
    }
    if (text.len > 0)
        return lines_fail(in, "berisi lebih dari empat bagian",
                          "has more than four parts", err);
    return true;
}
