/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/lines.h"

#include "base/num.h"

#include <string.h>

Lines lines_of(Str text)
{
    return (Lines){.text = text};
}

/* The text up to the mark, which goes too; what is left stays in *rest. */
static Str cut(Str *rest, char mark)
{
    const char *end =
        rest->len == 0 ? NULL : memchr(rest->ptr, mark, rest->len);
    size_t len = end == NULL ? rest->len : (size_t)(end - rest->ptr);
    Str piece = {rest->ptr, len};
    size_t used = end == NULL ? len : len + 1;
    if (used > 0) *rest = (Str){rest->ptr + used, rest->len - used};
    return piece;
}

bool lines_next(Lines *lines)
{
    if (lines->next >= lines->text.len) return false;
    Str left = str_slice(lines->text, lines->next, lines->text.len);
    lines->rest = cut(&left, '\n');
    lines->next = lines->text.len - left.len;
    lines->word = (Str){lines->rest.ptr, 0};
    lines->line++;
    return true;
}

bool lines_word(Lines *lines)
{
    lines->word = (Str){lines->rest.ptr, 0};
    if (lines->rest.len == 0) return false;
    lines->word = cut(&lines->rest, ' ');
    return true;
}

static size_t column_of(const Lines *lines)
{
    const char *start = lines->word.ptr;
    size_t column = 1;
    if (lines->line == 0 || start == NULL) return column;
    for (; start > lines->text.ptr && start[-1] != '\n'; start--)
        column++;
    return column;
}

bool lines_fail(const Lines *lines, const char *what_id, const char *what_en,
                Err *err)
{
    Str word = str_slice(lines->word, 0, 40);
    size_t column = column_of(lines);
    (void)FAIL(err, ERR_INPUT, "line %u, column %zu: '%.*s' %s", lines->line,
               column, STR_ARG(word), what_en);
    return err_id(err, "baris %u, kolom %zu: '%.*s' %s", lines->line, column,
                  STR_ARG(word), what_id);
}

bool lines_ended(const Lines *lines, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "line %u: the text ends too early",
               lines->line + 1);
    return err_id(err, "baris %u: teks berakhir terlalu cepat",
                  lines->line + 1);
}

bool lines_want(Lines *lines, Err *err)
{
    if (lines_word(lines)) return true;
    return lines_fail(lines, "mengakhiri baris terlalu cepat",
                      "ends the line too early", err);
}

bool lines_expect(Lines *lines, Str word, Err *err)
{
    if (lines_word(lines) && str_is(lines->word, word)) return true;
    Str got = str_slice(lines->word, 0, 40);
    size_t column = column_of(lines);
    (void)FAIL(err, ERR_INPUT, "line %u, column %zu: '%.*s' is not '%.*s'",
               lines->line, column, STR_ARG(got), STR_ARG(word));
    return err_id(err, "baris %u, kolom %zu: '%.*s' bukan '%.*s'", lines->line,
                  column, STR_ARG(got), STR_ARG(word));
}

bool lines_number(Lines *lines, int64_t low, int64_t high, int64_t *out,
                  Err *err)
{
    if (lines_word(lines) && num_is(lines->word, low, high, out)) return true;
    return lines_fail(lines, "bukan bilangan dalam batas di sini",
                      "is not a number in the range allowed here", err);
}

bool lines_over(Lines *lines, Err *err)
{
    if (!lines_word(lines)) return true;
    return lines_fail(lines, "melebihi isi baris ini",
                      "is more than the line should hold", err);
}

bool lines_index(Lines *lines, uint32_t *out, Err *err)
{
    int64_t n = NO_INDEX;
    if (!lines_want(lines, err)) return false;
    bool none = str_is(lines->word, STR("-"));
    if (!none && !num_is(lines->word, 0, NO_INDEX - 1, &n))
        return lines_fail(lines, "bukan nomor dan bukan '-'",
                          "is neither an index nor '-'", err);
    *out = (uint32_t)n;
    return true;
}

bool lines_halves(Lines *lines, uint64_t *out, Err *err)
{
    int64_t upper = 0, lower = 0;
    if (!lines_number(lines, 0, UINT32_MAX, &upper, err) ||
        !lines_number(lines, 0, UINT32_MAX, &lower, err))
        return false;
    *out = (uint64_t)upper << 32 | (uint64_t)lower;
    return true;
}

bool lines_run(Lines *lines, size_t most, Str *value, size_t *times, Err *err)
{
    if (!lines_want(lines, err)) return false;
    Str count = lines->word;
    Str head = cut(&count, '*');
    int64_t n = 1;
    bool counted = head.len < lines->word.len;
    if (counted && !num_is(count, 1, INT64_MAX, &n))
        return lines_fail(lines, "tidak berbentuk nilai*kali",
                          "is not of the form value*times", err);
    if ((uint64_t)n > most)
        return lines_fail(lines, "berulang lebih banyak daripada tempatnya",
                          "repeats more often than there is room", err);
    *value = head;
    *times = (size_t)n;
    return true;
}

bool lines_part(const Lines *lines, Str *text, char mark, int64_t low,
                int64_t high, int64_t *out, Err *err)
{
    Str piece = cut(text, mark);
    if (num_is(piece, low, high, out)) return true;
    return lines_fail(lines, "memuat bilangan yang tidak boleh di sini",
                      "holds a number that is not allowed here", err);
}
