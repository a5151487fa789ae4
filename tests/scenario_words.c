/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "scenario.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static Str behind(Str text, size_t from)
{
    return str_slice(text, from, text.len);
}

bool scenario_take(Str *rest, const char *words)
{
    Str want = str_of(words);
    if (!str_starts(*rest, want)) return false;
    Str left = behind(*rest, want.len);
    bool is_word = want.len > 0 && is_letter(want.ptr[want.len - 1]);
    if (is_word && left.len > 0 && is_letter(left.ptr[0])) return false;
    *rest = left;
    return true;
}

bool scenario_take_number(Str *rest, int32_t *out)
{
    size_t len = 0;
    int64_t number = 0;
    while (len < rest->len && is_digit(rest->ptr[len])) {
        len++;
    }
    if (!num_is(str_slice(*rest, 0, len), 0, 999999999, &number)) return false;
    *out = (int32_t)number;
    *rest = behind(*rest, len);
    return true;
}

bool scenario_take_choice(Str *rest, const char *choices, Str *out)
{
    Str all = str_of(choices);
    Str choice = {"", 0};
    Str best = {"", 0};
    while (str_next(&all, '|', &choice)) {
        if (choice.len > best.len && str_starts(*rest, choice)) best = choice;
    }
    if (best.len == 0) return false;
    *out = best;
    *rest = behind(*rest, best.len);
    return true;
}

bool scenario_take_quoted(Str *rest, Str *out)
{
    if (rest->len < 2 || rest->ptr[0] != '"') return false;
    size_t end = str_find(*rest, STR("\""), 1);
    if (end == SIZE_MAX) return false;
    *out = str_slice(*rest, 1, end);
    *rest = behind(*rest, end + 1);
    return true;
}

bool scenario_take_label(Str *rest, char *out)
{
    if (rest->len == 0 || rest->ptr[0] < 'A' || rest->ptr[0] > 'Z' ||
        (rest->len > 1 && is_letter(rest->ptr[1])))
        return false;
    *out = rest->ptr[0];
    *rest = behind(*rest, 1);
    return true;
}

/* ---- days and times ------------------------------------------------------ */

static bool take_month(Str *rest, int32_t *month)
{
    for (*month = 1; *month <= 12; (*month)++) {
        Str name = date_month_name(*month, LANG_ID);
        if (!str_starts(*rest, name)) continue;
        *rest = behind(*rest, name.len);
        return true;
    }
    return false;
}

bool scenario_take_day(Str *rest, Date *out)
{
    Str left = *rest;
    int32_t day = 0, month = 0, year = 0;
    if (!scenario_take_number(&left, &day) || !scenario_take(&left, " ") ||
        !take_month(&left, &month) || !scenario_take(&left, " ") ||
        !scenario_take_number(&left, &year) || !date_of(year, month, day, out))
        return false;
    *rest = left;
    return true;
}

bool scenario_take_days(Str *rest, Window *out)
{
    if (!scenario_take_day(rest, &out->first)) return false;
    out->last = out->first;
    if (scenario_take(rest, " sampai dengan ditentukan kemudian")) {
        out->last = DATE_NEVER;
        return true;
    }
    return !scenario_take(rest, " sampai dengan ") ||
           scenario_take_day(rest, &out->last);
}

bool scenario_take_clock(Str *rest, int16_t *out)
{
    if (!minutes_parse(str_slice(*rest, 0, 5), out)) return false;
    *rest = behind(*rest, 5);
    return true;
}

bool scenario_take_clocks(Str *rest, int16_t *from, int16_t *to)
{
    if (!scenario_take_clock(rest, from)) return false;
    return !scenario_take(rest, "-") || scenario_take_clock(rest, to);
}

/* ---- rules and places ---------------------------------------------------- */

/* A colon ends it where a blank follows: numbers of letters may have one. */
static bool ends_here(Str rest, size_t at)
{
    return rest.ptr[at] == ' ' || rest.ptr[at] == ',' ||
           (rest.ptr[at] == ':' && at + 1 < rest.len &&
            rest.ptr[at + 1] == ' ');
}

/* Up to the next blank, comma, colon or end. */
static bool take_number_word(Str *rest, Str *out)
{
    size_t len = 0;
    while (len < rest->len && !ends_here(*rest, len)) {
        len++;
    }
    *out = str_slice(*rest, 0, len);
    *rest = behind(*rest, len);
    return len > 0;
}

/* " [merah, layanan langsung]": the row of a table, or nothing. */
static Str take_row(Str *rest)
{
    size_t to = str_find(*rest, STR("]"), 0);
    if (!str_starts(*rest, STR(" [")) || to == SIZE_MAX) return (Str){"", 0};
    Str row = str_slice(*rest, 0, to + 1);
    *rest = str_slice(*rest, to + 1, rest->len);
    return row;
}

bool scenario_take_rule(Arena *arena, Str *rest, Str letter, Str *cite)
{
    Str left = *rest;
    Str rule = {"", 0};
    Str paragraph = {"", 0};
    if (!scenario_take(&left, "aturan ") || !take_number_word(&left, &rule) ||
        !scenario_take(&left, " ayat ") || !take_number_word(&left, &paragraph))
        return false;
    Str row = take_row(&left);
    if ((scenario_take(&left, " SE ") || scenario_take(&left, " keputusan ")) &&
        !take_number_word(&left, &letter))
        return false;
    *cite = str_format(arena, "%.*s#%.*s%.*s%.*s", STR_ARG(letter),
                       STR_ARG(rule), STR_ARG(paragraph), STR_ARG(row));
    *rest = left;
    return true;
}

static const struct {
    const char *words;
    char letter;
} places[] = {
    {"di kantor",        PLACED_OFFICE},
    {"di rumah",         PLACED_HOME  },
    {"di lapangan",      PLACED_FIELD },
    {"cuti",             PLACED_LEAVE },
    {"dinas luar",       PLACED_TRIP  },
    {"unit ditutup",     PLACED_CLOSED},
    {"bekerja biasa",    PLACED_USUAL },
    {"bukan hari kerja", PLACED_NONE  },
    {"terserah jadwal",  PLACED_OPEN  },
    {"tidak diketahui",  '?'          },
};

bool scenario_take_place(Str *rest, char *out)
{
    for (size_t i = 0; i < COUNT(places); i++) {
        if (!scenario_take(rest, places[i].words)) continue;
        *out = places[i].letter;
        return true;
    }
    return false;
}
