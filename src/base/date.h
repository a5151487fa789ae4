/* SPDX-License-Identifier: Apache-2.0 */
/*
 * date.h - civil days, weekdays and windows.
 *
 * A Date counts whole days since 1970-01-01 in the proleptic Gregorian
 * calendar of whoever asks; it has no time zone.  Years 1900 to 2199.
 * A Window has both ends in; an open end is DATE_NEVER.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

typedef struct {
    int32_t days;
} Date;

#define DATE_NEVER  ((Date){INT32_MAX}) /* after every day */
#define DATE_ALWAYS ((Date){INT32_MIN}) /* before every day */

typedef enum {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY
} Weekday;

typedef struct {
    int32_t year, month, day; /* month 1..12, day 1..31 */
} Civil;

typedef struct {
    Date first, last; /* both in; empty when last < first */
} Window;

#define WINDOW_ALL ((Window){DATE_ALWAYS, DATE_NEVER})

/* False, and *out untouched, if there is no such day from 1900 to 2199. */
bool date_of(int32_t year, int32_t month, int32_t day, Date *out);
/* The way back; CHECKs that the date is not an open end. */
Civil date_civil(Date date);
Weekday date_weekday(Date date);
Date date_plus(Date date, int32_t days); /* NEVER and ALWAYS stay */
bool date_is(Date a, Date b);
bool date_before(Date a, Date b);

/*
 * date_parse takes "2020-08-03" and nothing else.  date_lenient also takes
 * "03/08/2020", "3-8-2020" (day first) and spreadsheet serials of five or six
 * digits ("44046"), with blanks around; it is for files made elsewhere.
 */
MUST_USE bool date_parse(Str text, Date *out, Err *err);
bool date_lenient(Str text, Date *out);

/* Days in a window, 0 when empty; CHECKs that it is bounded. */
int32_t window_days(Window w);
bool window_has(Window w, Date date);
bool window_meets(Window a, Window b);
Window window_meet(Window a, Window b);
bool window_is_empty(Window w);

typedef enum { LANG_ID, LANG_EN } Lang;

enum { DATE_TEXT = 16 };
/* "2020-08-03" into the buffer, which is returned; ".." for an open end. */
const char *date_iso(Date date, char text[DATE_TEXT]);

/* "Senin, 3 Agustus 2020" / "Monday, 3 August 2020"; and without weekday. */
Str date_long(Arena *arena, Date date, Lang lang);
Str date_words(Arena *arena, Date date, Lang lang);
Str date_weekday_name(Weekday day, Lang lang);
Str date_month_name(int32_t month, Lang lang);  /* 1..12 */
Str date_weekday_short(Weekday day, Lang lang); /* Sn Sl Rb Km Jm Sb Mg */
