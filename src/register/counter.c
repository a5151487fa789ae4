/* SPDX-License-Identifier: Apache-2.0 */
#include "register/counter.h"

#include "base/num.h"

enum { EVERY_DAY = 0x7f, DAY_MINUTES = 24 * 60 };

static const Word kinds[] = {
    {STR_INIT("loket"),    COUNTER_DESK },
    {STR_INIT("lapangan"), COUNTER_FIELD},
};

Words counter_kind_words(void)
{
    return WORDS(kinds);
}

Str counter_kind_word(CounterKind kind)
{
    CHECK((size_t)kind < COUNT(kinds));
    return kinds[kind].word;
}

static bool parse_day(Str text, Weekday *out)
{
    for (int day = MONDAY; day <= SUNDAY; day++) {
        Str name = date_weekday_name((Weekday)day, LANG_ID);
        if (str_folded_is(text, name) ||
            (day == FRIDAY && str_folded_is(text, STR("jum'at")))) {
            *out = (Weekday)day;
            return true;
        }
    }
    return false;
}

/* A run may pass over the week's end: "Sabtu-Senin" is three days. */
static bool parse_run(Str text, uint8_t *weekdays)
{
    Str rest = text;
    Str piece = {0};
    Weekday first = MONDAY;
    Weekday last = MONDAY;
    if (!str_next(&rest, '-', &piece) || !parse_day(piece, &first))
        return false;
    if (str_find(text, STR("-"), 0) == SIZE_MAX)
        last = first;
    else if (!parse_day(rest, &last))
        return false;
    unsigned days = (unsigned)(last - first + 7) % 7 + 1;
    for (unsigned i = 0; i < days; i++)
        *weekdays |= (uint8_t)(1U << (((unsigned)first + i) % 7));
    return true;
}

/* days = "setiap hari" | run {(blank | "," | ";") run} ; run = day ["-" day] */
bool counter_days_parse(Str text, uint8_t *weekdays)
{
    uint8_t days = 0;
    size_t at = 0;
    text = str_trim(text);
    if (str_folded_is(text, STR("setiap hari"))) {
        *weekdays = EVERY_DAY;
        return true;
    }
    while (at < text.len) {
        size_t end = at;
        while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != ',' &&
               text.ptr[end] != ';')
            end++;
        Str run = str_slice(text, at, end);
        if (run.len > 0 && !parse_run(run, &days)) return false;
        at = end + 1;
    }
    if (days == 0) return false;
    *weekdays = days;
    return true;
}

Str counter_days_words(Arena *arena, uint8_t weekdays)
{
    Str words = STR("");
    if (weekdays == EVERY_DAY) return STR("setiap hari");
    for (int day = MONDAY; day <= SUNDAY; day++) {
        if ((weekdays >> day & 1) == 0) continue;
        Str name = date_weekday_name((Weekday)day, LANG_ID);
        words = str_format(arena, "%.*s%s%.*s", STR_ARG(words),
                           words.len > 0 ? " " : "", STR_ARG(name));
    }
    return words;
}

/* minutes = 1..2 digits, "." or ":", 2 digits */
bool minutes_parse(Str text, int16_t *out)
{
    int64_t hour = 0;
    int64_t minute = 0;
    text = str_trim(text);
    if (text.len < 4 || text.len > 5) return false;
    char mark = text.ptr[text.len - 3];
    if (mark != '.' && mark != ':') return false;
    if (!num_is(str_slice(text, 0, text.len - 3), 0, 24, &hour) ||
        !num_is(str_slice(text, text.len - 2, text.len), 0, 59, &minute))
        return false;
    if (text.ptr[0] == '-' || hour * 60 + minute > DAY_MINUTES) return false;
    *out = (int16_t)(hour * 60 + minute);
    return true;
}

Str minutes_words(Arena *arena, int16_t minutes)
{
    return str_format(arena, "%02d.%02d", minutes / 60, minutes % 60);
}
