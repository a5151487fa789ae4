/*
 * test_base_date.c - civil days, windows, and what the three zones make of an
 * instant.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/date.h"
#include "base/zone.h"
#include "harness.h"

static Date day_of(const char *iso)
{
    Date date = {0};
    Err err = {0};
    CHECK(date_parse(str_of(iso), &date, &err));
    return date;
}

/* Count from 1970-01-01 day by day, with the rule of leap years and nothing
 * else, and compare every day there and back. */
FACT(every_day_of_three_centuries_goes_there_and_back)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    int32_t days = -25567; /* 70 years of 365 days and 17 leap days */
    int weekday = MONDAY;  /* 1 January 1900 */
    int bad = 0;
    for (int year = 1900; year <= 2199; year++) {
        bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap);
            for (int day = 1; day <= length; day++) {
                Date date = {0};
                bool is = date_of(year, month, day, &date);
                Civil c = date_civil((Date){days});
                bad += !is || date.days != days || c.year != year ||
                       c.month != month || c.day != day ||
                       (int)date_weekday(date) != weekday;
                days++;
                weekday = (weekday + 1) % 7;
            }
            Date date = {0};
            bad += date_of(year, month, length + 1, &date);
            bad += date_of(year, month, 0, &date);
        }
    }
    EXPECT_INT(bad, 0);
    EXPECT_INT(days, day_of("2199-12-31").days + 1);
}

FACT(iso_dates_parse_or_say_why_not)
{
    static const struct {
        const char *text;
        int32_t days;
        const char *why; /* expected words of the error, or NULL */
    } cases[] = {
        {"1970-01-01",              0,      NULL                           },
        {"1900-01-01",              -25567, NULL                           },
        {"2020-08-03",              18477,  NULL                           },
        {"2000-02-29",              11016,  NULL                           },
        {"2199-12-31",              84005,  NULL                           },
        {"2021-02-29",              0,      "there is no day 2021-02-29"   },
        {"1900-02-29",              0,      "there is no day 1900-02-29"   },
        {"2020-13-01",              0,      "there is no day 2020-13-01"   },
        {"2020-00-01",              0,      "there is no day"              },
        {"2020-04-31",              0,      "there is no day"              },
        {"2020-04-00",              0,      "there is no day"              },
        {"1899-12-31",              0,      "year 1899 is not between 1900"},
        {"2200-01-01",              0,      "year 2200 is not between 1900"},
        {"",                        0,      "'' is not a date like"        },
        {"2020-8-3",                0,      "is not a date like"           },
        {"2020/08/03",              0,      "is not a date like"           },
        {" 2020-08-03",             0,      "is not a date like"           },
        {"2020-08-03 ",             0,      "is not a date like"           },
        {"-020-08-03",              0,      "is not a date like"           },
        {"2020--8-03",              0,      "is not a date like"           },
        {"2020-08-0x",              0,      "is not a date like"           },
        {"2020-08-03T00:00:00.00Z", 0,      "is not a date like"           },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Date date = {0};
        Err err = {0};
        char iso[DATE_TEXT];
        ROW("%s", cases[i].text);
        bool is = date_parse(str_of(cases[i].text), &date, &err);
        if (cases[i].why == NULL) {
            EXPECT(is && date.days == cases[i].days);
            EXPECT_STR(date_iso(date, iso), cases[i].text);
        } else {
            EXPECT(!is && err.kind == ERR_INPUT);
            EXPECT_HAS(err.text, cases[i].why);
        }
    }
}

FACT(lenient_dates_are_day_first_or_refused)
{
    static const struct {
        const char *text;
        const char *iso; /* NULL: refused */
    } cases[] = {
        {"2020-08-03",  "2020-08-03"},
        {"03/08/2020",  "2020-08-03"},
        {"3-8-2020",    "2020-08-03"},
        {" 3/8/2020 ",  "2020-08-03"},
        {"44046",       "2020-08-03"},
        {"109574",      "2199-12-31"},
        {"10000",       "1927-05-18"},
        {"08/13/2020",  NULL        },
        {"31/4/2020",   NULL        },
        {"3/8/20",      NULL        },
        {"3/8-2020",    NULL        },
        {"3/8",         NULL        },
        {"3/8/2020/",   NULL        },
        {"003/8/2020",  NULL        },
        {"-3/8/2020",   NULL        },
        {"2020",        NULL        },
        {"9999",        NULL        },
        {"109575",      NULL        },
        {"44046.5",     NULL        },
        {"",            NULL        },
        {"3 Agustus",   NULL        },
        {"2020-08-03.", NULL        },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Date date = {-1};
        char iso[DATE_TEXT];
        ROW("%s", cases[i].text);
        bool is = date_lenient(str_of(cases[i].text), &date);
        if (cases[i].iso == NULL)
            EXPECT(!is && date.days == -1);
        else if (EXPECT(is))
            EXPECT_STR(date_iso(date, iso), cases[i].iso);
    }
}

FACT(days_have_names_in_both_languages)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    Date date = day_of("2020-08-03");
    EXPECT_STR(date_long(tmp, date, LANG_ID), "Senin, 3 Agustus 2020");
    EXPECT_STR(date_long(tmp, date, LANG_EN), "Monday, 3 August 2020");
    EXPECT_STR(date_words(tmp, date, LANG_ID), "3 Agustus 2020");
    EXPECT_STR(date_weekday_short(FRIDAY, LANG_ID), "Jm");
    EXPECT_STR(date_weekday_name(SUNDAY, LANG_ID), "Minggu");
    EXPECT_STR(date_month_name(12, LANG_ID), "Desember");
}

FACT(open_ends_stay_open)
{
    char iso[DATE_TEXT];
    EXPECT(date_is(date_plus(DATE_NEVER, -5), DATE_NEVER));
    EXPECT(date_is(date_plus(DATE_ALWAYS, 5), DATE_ALWAYS));
    EXPECT(date_is(date_plus((Date){INT32_MAX - 1}, 9), DATE_NEVER));
    EXPECT(date_is(date_plus((Date){INT32_MIN + 1}, -9), DATE_ALWAYS));
    EXPECT_STR(date_iso(DATE_NEVER, iso), "..");
}

static void count_open_window(void)
{
    (void)window_days(WINDOW_ALL);
}

static void civil_of_never(void)
{
    (void)date_civil(DATE_NEVER);
}

FACT(open_ends_have_no_length_and_no_year)
{
    EXPECT_DIES(count_open_window);
    EXPECT_DIES(civil_of_never);
}

FACT(windows_have_both_ends_in)
{
    Window week = {day_of("2020-08-03"), day_of("2020-08-09")};
    Window after = {day_of("2020-08-10"), DATE_NEVER};
    Window from_last = {day_of("2020-08-09"), DATE_NEVER};
    EXPECT_INT(window_days(week), 7);
    EXPECT_INT(window_days((Window){week.last, week.first}), 0);
    EXPECT(window_has(week, week.first) && window_has(week, week.last));
    EXPECT(!window_has(week, after.first));
    EXPECT(!window_meets(week, after) && window_meets(week, from_last));
    EXPECT_INT(window_days(window_meet(week, from_last)), 1);
    EXPECT_INT(window_days(window_meet(week, WINDOW_ALL)), 7);
    EXPECT(window_is_empty(window_meet(week, after)));
}

FACT(zones_have_their_own_day)
{
    static const struct {
        const char *zone;
        int64_t us; /* offset from 2020-08-03 00:00 UTC */
        const char *day;
        int minute;
    } cases[] = {
        {"WIB",  0,                     "2020-08-03", 420 },
        {"WITA", 0,                     "2020-08-03", 480 },
        {"wit",  0,                     "2020-08-03", 540 },
        {"WIB",  INT64_C(61199999999),  "2020-08-03", 1439},
        {"WIB",  INT64_C(61200000000),  "2020-08-04", 0   },
        {"WIT",  -INT64_C(32400000000), "2020-08-03", 0   },
        {"WIT",  -INT64_C(32400000001), "2020-08-02", 1439},
    };
    Instant midnight = {day_of("2020-08-03").days * INT64_C(86400000000)};
    for (size_t i = 0; i < COUNT(cases); i++) {
        Zone zone = ZONE_WIB;
        Instant at = {midnight.us + cases[i].us};
        char iso[DATE_TEXT];
        ROW("%s %lld", cases[i].zone, (long long)cases[i].us);
        EXPECT(zone_parse(str_of(cases[i].zone), &zone));
        EXPECT_STR(date_iso(zone_day(zone, at), iso), cases[i].day);
        EXPECT_INT(zone_minute(zone, at), cases[i].minute);
        Instant back =
            zone_instant(zone, zone_day(zone, at), zone_minute(zone, at));
        EXPECT(back.us <= at.us && at.us - back.us < 60000000);
    }
}

FACT(instants_before_1970_have_a_day_too)
{
    Instant at = {-1};
    EXPECT_INT(zone_day(ZONE_WIB, at).days, 0);
    EXPECT_INT(zone_minute(ZONE_WIB, at), 419);
    at.us = -INT64_C(25200000001);
    EXPECT_INT(zone_day(ZONE_WIB, at).days, -1);
    EXPECT_INT(zone_minute(ZONE_WIB, at), 1439);
}

FACT(unknown_zones_are_refused)
{
    static const char *const cases[] = {"", "WI", "WIBB", "UTC", "+07:00"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        Zone zone = ZONE_WIT;
        ROW("%s", cases[i]);
        EXPECT(!zone_parse(str_of(cases[i]), &zone) && zone == ZONE_WIT);
    }
}
