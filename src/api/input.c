/* SPDX-License-Identifier: Apache-2.0 */
#include "api/input.h"

#include "base/json.h"
#include "base/num.h"

bool input_wrong(Err *err, Str member, const char *id, const char *en)
{
    Str shown = str_slice(member, 0, 40);
    if (str_utf8_fault(shown) != SIZE_MAX) shown = STR("?");
    (void)FAIL(err, ERR_INPUT, "%.*s: %s", STR_ARG(shown), en);
    return err_id(err, "%.*s: %s", STR_ARG(shown), id);
}

/* ---- the whole ------------------------------------------------------------
 */

bool input_read(Str body, size_t most, json_t **out, Err *err)
{
    json_error_t fault;
    if (body.len > most) {
        (void)FAIL(err, ERR_LIMIT, "the body is larger than %zu bytes", most);
        return err_id(err, "isinya lebih besar dari %zu byte", most);
    }
    if (json_is_deeper(body, INPUT_DEPTH)) {
        (void)FAIL(err, ERR_INPUT, "the JSON nests deeper than %d",
                   INPUT_DEPTH);
        return err_id(err, "JSON bersarang lebih dalam dari %d", INPUT_DEPTH);
    }
    json_t *value =
        json_loadb(body.ptr, body.len, JSON_REJECT_DUPLICATES, &fault);
    if (value != NULL) return *out = value, true;
    (void)FAIL(err, ERR_INPUT,
               "the body is not JSON as asked for, at line %d, column %d",
               fault.line, fault.column);
    return err_id(err,
                  "isinya bukan JSON yang diminta, pada baris %d, kolom %d",
                  fault.line, fault.column);
}

void input_done(json_t **value)
{
    json_decref(*value);
}

bool input_text(Arena *arena, const json_t *value, Str *out)
{
    *out = STR("");
    if (json_is_null(value)) return true;
    if (json_is_integer(value)) {
        *out = str_format(arena, "%lld", (long long)json_integer_value(value));
        return true;
    }
    if (!json_is_string(value)) return false;
    Str text = {json_string_value(value), json_string_length(value)};
    return *out = str_copy(arena, text), true;
}

/* ---- instants -------------------------------------------------------------
 */

static bool number(Str text, size_t from, size_t n, int64_t most, int64_t *out)
{
    Str part = str_slice(text, from, from + n);
    for (size_t i = 0; i < part.len; i++) {
        if (part.ptr[i] < '0' || part.ptr[i] > '9') return false;
    }
    return part.len == n && num_is(part, 0, most, out);
}

/* ".5": at most six digits, as microseconds; *used of the text. */
static bool fraction(Str text, int64_t *us, size_t *used)
{
    int64_t unit = 100000;
    *us = 0;
    *used = 0;
    if (!str_starts(text, STR("."))) return true;
    for (size_t i = 1; i < text.len; i++, unit /= 10) {
        char c = text.ptr[i];
        if (c < '0' || c > '9') break;
        if (unit == 0) return false;
        *us += (c - '0') * unit;
        *used = i + 1;
    }
    return *used > 0;
}

/* "Z", "+08:00": minutes ahead of UTC. */
static bool offset(Str text, int64_t *minutes)
{
    int64_t hour = 0, minute = 0;
    *minutes = 0;
    if (str_is(text, STR("Z"))) return true;
    if (text.len != 6 || (text.ptr[0] != '+' && text.ptr[0] != '-') ||
        text.ptr[3] != ':' || !number(text, 1, 2, 23, &hour) ||
        !number(text, 4, 2, 59, &minute))
        return false;
    *minutes = (hour * 60 + minute) * (text.ptr[0] == '-' ? -1 : 1);
    return true;
}

static bool clock_of(Str text, int64_t *seconds)
{
    int64_t h = 0, m = 0, s = 0;
    if (text.len < 20 || text.ptr[10] != 'T' || text.ptr[13] != ':' ||
        text.ptr[16] != ':' || !number(text, 11, 2, 23, &h) ||
        !number(text, 14, 2, 59, &m) || !number(text, 17, 2, 59, &s))
        return false;
    *seconds = h * 3600 + m * 60 + s;
    return true;
}

bool input_instant(Str text, Instant *out)
{
    const int64_t second = 1000000;
    Date day;
    Err ignored = {0};
    int64_t seconds = 0, us = 0, ahead = 0;
    size_t used = 0;
    if (!date_parse(str_slice(text, 0, 10), &day, &ignored) ||
        !clock_of(text, &seconds) ||
        !fraction(str_slice(text, 19, text.len), &us, &used) ||
        !offset(str_slice(text, 19 + used, text.len), &ahead))
        return false;
    seconds += (int64_t)day.days * 86400 - ahead * 60;
    out->us = seconds * second + us;
    return true;
}

bool input_instant_fits(Instant at)
{
    const int64_t second = 1000000;
    return at.us >= 946684800 * second && at.us < 7258118400 * second;
}
