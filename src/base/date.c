/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"

#include "base/num.h"

#include <string.h>

enum { YEAR_LOW = 1900, YEAR_HIGH = 2199 };

static bool leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t days_in_month(int32_t year, int32_t month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year));
}

/*
 * Years are counted from 1 March, so that the leap day is the last of its
 * year; then the day of the year is linear in the month, (153 m + 2) / 5.
 * An era is 400 years, 146097 days.  719468 is 0000-03-01 to 1970-01-01.
 */
bool date_of(int32_t year, int32_t month, int32_t day, Date *out)
{
    if (year < YEAR_LOW || year > YEAR_HIGH) return false;
    if (month < 1 || month > 12) return false;
    if (day < 1 || day > days_in_month(year, month)) return false;
    int32_t y = month > 2 ? year : year - 1;
    int32_t m = month > 2 ? month - 3 : month + 9;
    int32_t of_year = (153 * m + 2) / 5 + day - 1;
    *out = (Date){y * 365 + y / 4 - y / 100 + y / 400 + of_year - 719468};
    return true;
}

static bool is_open(Date date)
{
    return date.days == INT32_MAX || date.days == INT32_MIN;
}

/* The way back: 1460, 36524 and 146096 are the last days of 4, 100, 400 years,
 * taken out so that the division by 365 does not see leap days. */
Civil date_civil(Date date)
{
    int32_t whole = 0;
    CHECK(!is_open(date));
    CHECK(!__builtin_add_overflow(date.days, 719468, &whole));
    int32_t era = (whole >= 0 ? whole : whole - 146096) / 146097;
    int32_t of_era = whole - era * 146097;
    int32_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t m = (5 * of_year + 2) / 153;
    int32_t month = m < 10 ? m + 3 : m - 9;
    return (Civil){era * 400 + year + (month <= 2), month,
                   of_year - (153 * m + 2) / 5 + 1};
}

Weekday date_weekday(Date date)
{
    CHECK(!is_open(date));
    int32_t since = date.days % 7 + 7 + (int32_t)THURSDAY; /* 1970-01-01 */
    return (Weekday)(since % 7);
}

Date date_plus(Date date, int32_t days)
{
    Date sum = {0};
    if (is_open(date)) return date;
    if (__builtin_add_overflow(date.days, days, &sum.days))
        return days > 0 ? DATE_NEVER : DATE_ALWAYS;
    return sum;
}

bool date_is(Date a, Date b)
{
    return a.days == b.days;
}

bool date_before(Date a, Date b)
{
    return a.days < b.days;
}

/* Digits only, at most four: a part of a date. */
static bool take_part(Str text, int32_t *out)
{
    int64_t n = 0;
    if (text.len > 4 || !num_is(text, 0, 9999, &n) || text.ptr[0] == '-')
        return false;
    *out = (int32_t)n;
    return true;
}

/* iso = digit x 4 "-" digit x 2 "-" digit x 2 */
static bool take_iso(Str text, Civil *out)
{
    Civil c = {0};
    if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
        return false;
    if (!take_part(str_slice(text, 0, 4), &c.year) ||
        !take_part(str_slice(text, 5, 7), &c.month) ||
        !take_part(str_slice(text, 8, 10), &c.day))
        return false;
    *out = c;
    return true;
}

bool date_parse(Str text, Date *out, Err *err)
{
    Civil c = {0};
    Str shown = str_slice(text, 0, 40);
    if (!take_iso(text, &c))
        return FAIL(err, ERR_INPUT, "'%.*s' is not a date like 2020-08-03",
                    STR_ARG(shown));
    if (c.year < YEAR_LOW || c.year > YEAR_HIGH)
        return FAIL(err, ERR_INPUT, "year %d is not between %d and %d", c.year,
                    YEAR_LOW, YEAR_HIGH);
    if (!date_of(c.year, c.month, c.day, out))
        return FAIL(err, ERR_INPUT, "there is no day %.*s", STR_ARG(shown));
    return true;
}

/* local = 1..2 digits, mark, 1..2 digits, the same mark, 4 digits */
static bool take_local(Str text, char mark, Civil *out)
{
    Str day = {0};
    Str month = {0};
    Civil c = {0};
    if (!str_next(&text, mark, &day) || !str_next(&text, mark, &month))
        return false;
    if (day.len > 2 || month.len > 2 || text.len != 4) return false;
    if (!take_part(day, &c.day) || !take_part(month, &c.month) ||
        !take_part(text, &c.year))
        return false;
    *out = c;
    return true;
}

/*
 * serial = 5..6 digits: days since 1899-12-30, as spreadsheets keep them.
 * Shorter numbers are taken for something else, a year perhaps.
 */
static bool take_serial(Str text, Date *out)
{
    enum { UNIX_DAY = 25569, SERIAL_LOW = 10000 };
    int64_t serial = 0;
    Date last = {0};
    CHECK(date_of(YEAR_HIGH, 12, 31, &last));
    if (text.len < 5 || text.len > 6) return false;
    if (!num_is(text, SERIAL_LOW, last.days + UNIX_DAY, &serial)) return false;
    *out = (Date){(int32_t)serial - UNIX_DAY};
    return true;
}

bool date_lenient(Str text, Date *out)
{
    Civil c = {0};
    text = str_trim(text);
    if (take_serial(text, out)) return true;
    if (!take_iso(text, &c) && !take_local(text, '/', &c) &&
        !take_local(text, '-', &c))
        return false;
    return date_of(c.year, c.month, c.day, out);
}

int32_t window_days(Window w)
{
    int32_t days = 0;
    if (window_is_empty(w)) return 0;
    CHECK(!is_open(w.first) && !is_open(w.last));
    CHECK(!__builtin_sub_overflow(w.last.days, w.first.days, &days));
    CHECK(days < INT32_MAX);
    return days + 1;
}

bool window_has(Window w, Date date)
{
    return w.first.days <= date.days && date.days <= w.last.days;
}

bool window_meets(Window a, Window b)
{
    return !window_is_empty(window_meet(a, b));
}

Window window_meet(Window a, Window b)
{
    return (Window){date_before(a.first, b.first) ? b.first : a.first,
                    date_before(a.last, b.last) ? a.last : b.last};
}

bool window_is_empty(Window w)
{
    return date_before(w.last, w.first);
}

/* The lowest `count` decimal digits of n. */
static void put_digits(char *out, int count, int32_t n)
{
    for (int i = count - 1; i >= 0; i--, n /= 10)
        out[i] = (char)('0' + n % 10);
}

const char *date_iso(Date date, char text[DATE_TEXT])
{
    if (is_open(date)) return memcpy(text, "..", sizeof "..");
    Civil c = date_civil(date);
    CHECK(c.year >= 0 && c.year <= 9999);
    memcpy(text, "0000-00-00", sizeof "0000-00-00");
    put_digits(text, 4, c.year);
    put_digits(text + 5, 2, c.month);
    put_digits(text + 8, 2, c.day);
    return text;
}

Str date_long(Arena *arena, Date date, Lang lang)
{
    Str weekday = date_weekday_name(date_weekday(date), lang);
    Str words = date_words(arena, date, lang);
    return str_format(arena, "%.*s, %.*s", STR_ARG(weekday), STR_ARG(words));
}

Str date_words(Arena *arena, Date date, Lang lang)
{
    Civil c = date_civil(date);
    Str month = date_month_name(c.month, lang);
    return str_format(arena, "%d %.*s %d", c.day, STR_ARG(month), c.year);
}

#define WEEKDAYS(X)                               \
    X(MONDAY, "Senin", "Monday", "Sn", "Mo")      \
    X(TUESDAY, "Selasa", "Tuesday", "Sl", "Tu")   \
    X(WEDNESDAY, "Rabu", "Wednesday", "Rb", "We") \
    X(THURSDAY, "Kamis", "Thursday", "Km", "Th")  \
    X(FRIDAY, "Jumat", "Friday", "Jm", "Fr")      \
    X(SATURDAY, "Sabtu", "Saturday", "Sb", "Sa")  \
    X(SUNDAY, "Minggu", "Sunday", "Mg", "Su")

#define MONTHS(X)               \
    X("Januari", "January")     \
    X("Februari", "February")   \
    X("Maret", "March")         \
    X("April", "April")         \
    X("Mei", "May")             \
    X("Juni", "June")           \
    X("Juli", "July")           \
    X("Agustus", "August")      \
    X("September", "September") \
    X("Oktober", "October")     \
    X("November", "November")   \
    X("Desember", "December")

Str date_weekday_name(Weekday day, Lang lang)
{
    static const Str names[][2] = {
#define X(day, id, en, id_short, en_short) [day] = {STR_INIT(id), STR_INIT(en)},
        WEEKDAYS(X)
#undef X
    };
    CHECK((size_t)day < COUNT(names) && (size_t)lang < 2);
    return names[day][lang];
}

Str date_weekday_short(Weekday day, Lang lang)
{
    static const Str names[][2] = {
#define X(day, id, en, id_short, en_short) \
    [day] = {STR_INIT(id_short), STR_INIT(en_short)},
        WEEKDAYS(X)
#undef X
    };
    CHECK((size_t)day < COUNT(names) && (size_t)lang < 2);
    return names[day][lang];
}

Str date_month_name(int32_t month, Lang lang)
{
    static const Str names[][2] = {
#define X(id, en) {STR_INIT(id), STR_INIT(en)},
        MONTHS(X)
#undef X
    };
    CHECK(month >= 1 && month <= 12 && (size_t)lang < 2);
    return names[month - 1][lang];
}
