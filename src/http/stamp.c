/* SPDX-License-Identifier: Apache-2.0 */
#include "http/stamp.h"

#include <string.h>

typedef struct {
    Civil civil;
    Weekday weekday;
    int64_t ms; /* of the day */
} Parts;

static Parts parts_of(Instant at)
{
    static const int64_t day_us = INT64_C(86400) * 1000000;
    CHECK(at.us >= 0);
    Date day = {(int32_t)(at.us / day_us)};
    return (Parts){date_civil(day), date_weekday(day), at.us % day_us / 1000};
}

static char *put(char *out, const char *text, size_t len)
{
    memcpy(out, text, len);
    return out + len;
}

/* A number with leading zeros; by hand, for every answer has such a line. */
static char *put_digits(char *out, int64_t number, int digits)
{
    for (int i = digits - 1; i >= 0; i--) {
        out[i] = (char)('0' + number % 10);
        number /= 10;
    }
    return out + digits;
}

static char *put_clock(char *out, int64_t ms)
{
    out = put_digits(out, ms / 3600000, 2);
    *out++ = ':';
    out = put_digits(out, ms / 60000 % 60, 2);
    *out++ = ':';
    return put_digits(out, ms / 1000 % 60, 2);
}

Str stamp_http(Instant at, char text[STAMP_TEXT])
{
    static const char days[] = "MonTueWedThuFriSatSun";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    Parts p = parts_of(at);
    char *out = put(text, days + (size_t)p.weekday * 3, 3);
    out = put(out, ", ", 2);
    out = put_digits(out, p.civil.day, 2);
    *out++ = ' ';
    out = put(out, months + (size_t)(p.civil.month - 1) * 3, 3);
    *out++ = ' ';
    out = put_digits(out, p.civil.year, 4);
    *out++ = ' ';
    out = put_clock(out, p.ms);
    out = put(out, " GMT", 4);
    return (Str){text, (size_t)(out - text)};
}

Str stamp_iso(Instant at, char text[STAMP_TEXT])
{
    Parts p = parts_of(at);
    char *out = put_digits(text, p.civil.year, 4);
    *out++ = '-';
    out = put_digits(out, p.civil.month, 2);
    *out++ = '-';
    out = put_digits(out, p.civil.day, 2);
    *out++ = 'T';
    out = put_clock(out, p.ms);
    *out++ = '.';
    out = put_digits(out, p.ms % 1000, 3);
    *out++ = 'Z';
    return (Str){text, (size_t)(out - text)};
}
