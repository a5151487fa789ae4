/*
 * test_register_calendar.c - what a day is, as known on a day.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "harness.h"
#include "register/calendar.h"
#include "tables.h"

/* The national file is a data file of ours: it is read as it is delivered. */
static Calendar national(Arena *arena)
{
    Calendar calendar = calendar_empty();
    Diags diags = diags_in(arena);
    Str text = {0};
    Err err = {0};
    CHECK(file_read(arena, "data/calendar/nasional.csv", 1 << 20, &text, &err));
    Source file = {STR("nasional.csv"), text};
    CHECK(calendar_read(arena, &file, &calendar, &diags));
    return calendar;
}

static const struct {
    const char *date, *known;
    DayKind kind;
} days[] = {
    {"2020-03-25", "2020-03-20", DAY_HOLIDAY    },
    {"2020-04-10", "2020-03-20", DAY_HOLIDAY    },
    {"2020-07-31", "2020-07-28", DAY_HOLIDAY    },
    {"2020-08-17", "2020-08-01", DAY_HOLIDAY    },
    {"2020-08-20", "2020-08-01", DAY_HOLIDAY    },
    {"2020-08-21", "2020-03-08", DAY_WORK       }, /* added on 9 March */
    {"2020-08-21", "2020-08-01", DAY_JOINT_LEAVE},
    {"2020-05-22", "2020-05-19", DAY_JOINT_LEAVE},
    {"2020-05-22", "2020-05-20", DAY_WORK       },
    {"2020-05-26", "2020-04-01", DAY_JOINT_LEAVE},
    {"2020-05-26", "2020-05-01", DAY_WORK       },
    {"2020-12-28", "2020-04-01", DAY_WORK       },
    {"2020-12-28", "2020-06-01", DAY_JOINT_LEAVE},
    {"2020-12-28", "2020-12-01", DAY_WORK       },
    {"2020-12-31", "2020-12-31", DAY_JOINT_LEAVE},
    {"2020-12-09", "2020-11-26", DAY_WORK       },
    {"2020-12-09", "2020-11-27", DAY_HOLIDAY    },
    {"2021-07-20", "2021-07-19", DAY_HOLIDAY    },
    {"2021-08-10", "2021-06-17", DAY_HOLIDAY    },
    {"2021-08-10", "2021-06-18", DAY_WORK       },
    {"2021-08-11", "2021-06-18", DAY_HOLIDAY    },
    {"2021-10-20", "2021-10-01", DAY_HOLIDAY    },
    {"2021-05-12", "2021-05-01", DAY_JOINT_LEAVE},
    {"2021-05-17", "2021-05-01", DAY_WORK       },
    {"2022-04-29", "2022-04-06", DAY_WORK       }, /* none was set in 2021 */
    {"2022-04-29", "2022-04-07", DAY_JOINT_LEAVE},
    {"2022-05-06", "2022-04-07", DAY_JOINT_LEAVE},
    {"2022-07-09", "2022-07-06", DAY_HOLIDAY    },
    {"2022-07-09", "2022-07-07", DAY_WORK       }, /* moved to the 10th */
    {"2022-07-10", "2022-07-07", DAY_HOLIDAY    },
    {"2022-12-26", "2022-12-01", DAY_WORK       },
    {"2023-01-23", "2022-10-10", DAY_WORK       },
    {"2023-01-23", "2022-10-11", DAY_JOINT_LEAVE},
    {"2023-04-19", "2023-03-28", DAY_WORK       },
    {"2023-04-19", "2023-03-29", DAY_JOINT_LEAVE},
    {"2023-04-21", "2023-04-01", DAY_JOINT_LEAVE},
    {"2023-04-26", "2023-03-28", DAY_JOINT_LEAVE},
    {"2023-04-26", "2023-03-29", DAY_WORK       }, /* brought forward */
    {"2023-06-28", "2023-06-15", DAY_WORK       },
    {"2023-06-28", "2023-06-16", DAY_JOINT_LEAVE},
    {"2023-06-29", "2023-06-01", DAY_HOLIDAY    },
    {"2023-06-30", "2023-06-20", DAY_JOINT_LEAVE},
    {"2024-02-14", "2024-02-05", DAY_WORK       },
    {"2024-02-14", "2024-02-06", DAY_HOLIDAY    }, /* elections */
    {"2024-04-15", "2024-01-01", DAY_JOINT_LEAVE},
    {"2024-04-16", "2024-04-13", DAY_WORK       },
    {"2024-11-27", "2024-11-20", DAY_WORK       },
    {"2024-11-27", "2024-11-21", DAY_HOLIDAY    },
    {"2025-08-18", "2025-08-06", DAY_WORK       },
    {"2025-08-18", "2025-08-07", DAY_JOINT_LEAVE},
    {"2026-03-24", "2026-01-01", DAY_JOINT_LEAVE},
    {"2026-03-25", "2026-01-01", DAY_WORK       },
};

FACT(a_day_is_what_the_latest_known_decree_says)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Calendar calendar = national(tmp);
    for (size_t i = 0; i < COUNT(days); i++) {
        ROW("%s as known on %s", days[i].date, days[i].known);
        EXPECT_INT(calendar_day(&calendar, tables_day(days[i].date),
                                tables_day(days[i].known), NULL),
                   days[i].kind);
    }
}

/* The decrees say themselves how many days they set; elections are apart. */
static const struct {
    const char *first, *last, *known;
    int holidays, joint;
} years[] = {
    {"2022-01-01", "2022-12-31", "2021-12-31", 16, 0 },
    {"2022-01-01", "2022-12-31", "2022-12-31", 16, 4 },
    {"2023-01-01", "2023-12-31", "2022-12-31", 16, 8 },
    {"2023-01-01", "2023-12-31", "2023-04-01", 16, 9 },
    {"2023-01-01", "2023-12-31", "2023-12-31", 16, 11},
    {"2024-01-01", "2024-12-31", "2023-12-31", 17, 10},
    {"2024-01-01", "2024-12-31", "2024-12-31", 19, 10},
};

FACT(a_year_has_as_many_days_as_its_decrees_say)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Calendar calendar = national(tmp);
    for (size_t i = 0; i < COUNT(years); i++) {
        int holidays = 0;
        int joint = 0;
        Date known = tables_day(years[i].known);
        ROW("%s as known on %s", years[i].first, years[i].known);
        for (Date day = tables_day(years[i].first);
             !date_before(tables_day(years[i].last), day);
             day = date_plus(day, 1)) {
            DayKind kind = calendar_day(&calendar, day, known, NULL);
            holidays += kind == DAY_HOLIDAY;
            joint += kind == DAY_JOINT_LEAVE;
        }
        EXPECT_INT(holidays, years[i].holidays);
        EXPECT_INT(joint, years[i].joint);
    }
}

/* Working days of the letters, both ends in. */
static const struct {
    const char *first, *last, *known;
    uint8_t week;
    int days;
} spans[] = {
    {"2020-03-23", "2020-04-21", "2020-03-30", 5, 20},
    {"2020-03-23", "2020-04-04", "2020-03-20", 5, 9 },
    {"2020-08-03", "2020-08-30", "2020-08-01", 5, 17},
    {"2020-07-29", "2020-08-12", "2020-07-28", 5, 10},
    {"2021-07-19", "2021-08-02", "2021-07-19", 5, 10},
    {"2020-03-26", "2020-04-22", "2020-03-24", 5, 19},
    {"2020-08-03", "2020-08-09", "2020-08-01", 6, 6 },
    {"2020-08-17", "2020-08-23", "2020-08-01", 7, 7 },
};

FACT(the_letters_have_as_many_working_days_as_they_say)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Calendar calendar = national(tmp);
    for (size_t i = 0; i < COUNT(spans); i++) {
        int count = 0;
        Date known = tables_day(spans[i].known);
        ROW("%s to %s", spans[i].first, spans[i].last);
        for (Date day = tables_day(spans[i].first);
             !date_before(tables_day(spans[i].last), day);
             day = date_plus(day, 1))
            count += calendar_works(&calendar, spans[i].week, day, known);
        EXPECT_INT(count, spans[i].days);
    }
}

FACT(the_entry_behind_a_day_is_given)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Calendar calendar = national(tmp);
    const CalendarEntry *why = NULL;
    Date day = tables_day("2021-08-10");
    EXPECT_INT(calendar_day(&calendar, day, tables_day("2021-07-01"), &why),
               DAY_WORK);
    if (EXPECT(why != NULL)) EXPECT_HAS(why->source, "712/2021");
    day = tables_day("2021-08-12");
    EXPECT_INT(calendar_day(&calendar, day, day, &why), DAY_WORK);
    EXPECT(why == NULL);
    EXPECT(calendar_covers(&calendar, 2021));
    EXPECT(calendar_covers(&calendar, 2023));
    EXPECT(!calendar_covers(&calendar, 2019));
    EXPECT(!calendar_covers(&calendar, 2027));
    EXPECT(window_has(calendar.covers, tables_day("2026-12-31")));
    EXPECT(!window_has(calendar.covers, tables_day("2027-01-01")));
}

static const struct {
    const char *text, *id;
    int line;
} refused[] = {
    {"",                                                       "kalender-01", 1},
    {"tanggal,jenis,nama,sumber\n",                            "kalender-02", 1},
    {"tanggal,jenis,nama,diketahui,sumber\n17 Agu,libur,,,\n", "kalender-03",
     2                                                                         },
    {"tanggal,jenis,nama,diketahui,sumber\n"
     "2020-08-17,libur,,,\n2020-08-18,libr,,,\n",         "kalender-04", 3},
    {"tanggal,jenis,nama,diketahui,sumber\n"
     "2020-08-17,libur,,kemarin,\n",                      "kalender-03", 2},
    {"tanggal,jenis,\"nama\n",                                 "kalender-05", 1},
};

FACT(a_calendar_with_a_fault_is_refused_whole)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Calendar calendar = calendar_empty();
        Diags diags = diags_in(tmp);
        Source file = {STR("lokal.csv"), str_of(refused[i].text)};
        int line = 0;
        int column = 0;
        ROW("%s", refused[i].text);
        EXPECT(!calendar_read(tmp, &file, &calendar, &diags));
        EXPECT_COUNT(calendar.entries.count, 0);
        if (!EXPECT(diags.list.count > 0)) continue;
        EXPECT_STR(diags.list.at[0].id, refused[i].id);
        diag_place(&file, diags.list.at[0].span.from, &line, &column);
        EXPECT_INT(line, refused[i].line);
    }
}

FACT(a_local_file_is_added_to_the_national_one)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Calendar calendar = national(tmp);
    Diags diags = diags_in(tmp);
    Source file = {STR("lokal.csv"),
                   STR("tanggal;jenis;nama;diketahui;sumber\n"
                       "12/10/2020;daerah;HUT Kota;;Perwali 1\n")};
    EXPECT(calendar_read(tmp, &file, &calendar, &diags));
    Date day = tables_day("2020-10-12");
    EXPECT_INT(calendar_day(&calendar, day, day, NULL), DAY_LOCAL);
    EXPECT(!calendar_works(&calendar, 5, day, day));
    EXPECT(calendar_works(&calendar, 7, day, day));
}

FACT(local_days_alone_do_not_make_a_year)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Calendar calendar = calendar_empty();
    Diags diags = diags_in(tmp);
    Source file = {STR("daerah.csv"),
                   STR("tanggal,jenis,nama,diketahui,sumber\n"
                       "2022-03-01,daerah,Hari Jadi,,\n"
                       "2023-01-01,libur,Tahun Baru,,\n"
                       "2023-03-01,daerah,Hari Jadi,,\n")};
    EXPECT(calendar_read(tmp, &file, &calendar, &diags));
    EXPECT(!calendar_covers(&calendar, 2022));
    EXPECT(calendar_covers(&calendar, 2023));
    EXPECT(!calendar_covers(&calendar, 2024));
}
