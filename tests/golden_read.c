/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "base/num.h"
#include "golden.h"

#include <stdarg.h>
#include <stdio.h>

enum { FILE_MOST = 1 << 20, COLUMNS = 6 };

void golden_fail(const GoldenRow *row, const char *fmt, ...)
{
    char said[600];
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(said, sizeof said, fmt, ap);
    va_end(ap);
    (void)harness_expect(false, said, row->path, row->line);
}

/* ---- lines ------------------------------------------------------------- */

typedef struct {
    Arena *arena;
    VEC(GoldenRow) rows;
    GoldenRow about; /* what the directives before have set */
} Reading;

bool golden_take(Str *text, const char *word)
{
    Str want = str_of(word);
    if (!str_starts(*text, want)) return false;
    Str rest = str_slice(*text, want.len, text->len);
    if (rest.len > 0 && rest.ptr[0] != ' ') return false;
    *text = str_trim(rest);
    return true;
}

/* "pemerintah", "surat" and "naskah" hold for the lines that follow. */
static bool take_directive(Reading *g, Str line)
{
    if (golden_take(&line, "pemerintah")) {
        g->about.government = g->about.letters = str_c(g->arena, line);
    } else if (golden_take(&line, "surat")) {
        g->about.letters = str_c(g->arena, line);
    } else if (golden_take(&line, "naskah")) {
        g->about.letter = line;
    } else {
        return false;
    }
    return true;
}

static Str fault_of(const GoldenRow *row, size_t columns)
{
    if (columns != COLUMNS)
        return STR("a line has six columns: no | apa | kapan | hasil | sebab "
                   "| klausul");
    if (row->government == NULL || row->letter.len == 0)
        return STR("pemerintah and naskah must stand before the first line");
    if (golden_when(row->when).unread)
        return STR("kapan is -, a day, first..last or nanti, with or without "
                   "', diketahui day'");
    if (row->number.len == 0 || row->what.len == 0 || row->result.len == 0)
        return STR("no, apa and hasil may not be empty");
    return (Str){"", 0};
}

static void take_row(Reading *g, Str line)
{
    GoldenRow row = g->about;
    Str *column[COLUMNS] = {&row.number, &row.what, &row.when,
                            &row.result, &row.why,  &row.clauses};
    size_t count = 0;
    Str piece = {"", 0};
    while (str_next(&line, '|', &piece)) {
        if (count < COLUMNS) *column[count] = str_trim(piece);
        count++;
    }
    row.fault = fault_of(&row, count);
    VEC_PUSH(g->arena, &g->rows, row);
}

GoldenFile golden_read(Arena *arena, const char *path)
{
    Reading g = {.arena = arena, .about = {.path = path}};
    Str text = {"", 0};
    Str line = {"", 0};
    Err err = {0};
    if (!file_read(arena, path, FILE_MOST, &text, &err)) {
        g.about.fault = str_copy(arena, str_of(err.text));
        VEC_PUSH(arena, &g.rows, g.about);
    }
    while (str_next(&text, '\n', &line)) {
        g.about.line++;
        line = str_trim(line);
        if (line.len == 0 || str_starts(line, STR("--"))) continue;
        if (!take_directive(&g, line)) take_row(&g, line);
    }
    return (GoldenFile){g.rows.at, g.rows.count};
}

/* ---- columns ------------------------------------------------------------- */

static bool take_day(Str text, Date *out)
{
    Err err = {0};
    return date_parse(str_trim(text), out, &err);
}

GoldenWhen golden_when(Str text)
{
    GoldenWhen when = {
        .window = {{0}, {-1}},
          .known = DATE_NEVER
    };
    if (str_is(text, STR("-"))) return when;
    if (str_starts(text, STR("nanti"))) {
        when.later = true;
        return when;
    }
    size_t comma = str_find(text, STR(","), 0);
    Str days = str_slice(text, 0, comma == SIZE_MAX ? text.len : comma);
    size_t dots = str_find(days, STR(".."), 0);
    bool range = dots != SIZE_MAX;
    when.unread = !take_day(str_slice(days, 0, range ? dots : days.len),
                            &when.window.first) ||
                  !take_day(range ? str_slice(days, dots + 2, days.len) : days,
                            &when.window.last);
    if (comma == SIZE_MAX) return when;
    Str known = str_trim(str_slice(text, comma + 1, text.len));
    when.unread |=
        !golden_take(&known, "diketahui") || !take_day(known, &when.known);
    return when;
}

int64_t golden_number(Str text)
{
    int64_t number = -1;
    return num_is(str_trim(text), 0, INT32_MAX, &number) ? number : -1;
}

bool golden_cite(Arena *arena, const GoldenRow *row, Str text, Str *cite)
{
    if (!golden_take(&text, "aturan")) return false;
    Str letter = row->letter;
    size_t other = str_find(text, STR(" SE "), 0);
    if (other != SIZE_MAX) {
        letter = str_trim(str_slice(text, other + 4, text.len));
        text = str_trim(str_slice(text, 0, other));
    }
    *cite = str_format(arena, "%.*s#%.*s", STR_ARG(letter), STR_ARG(text));
    return true;
}
