/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_unit_day.c - the public notice of a closure, who is asked for, and the
 * words of a unit's day.
 */
#include "chance_unit_day.h"
#include "day/unit_day.h"
#include "day/unit_notice.h"
#include "harness.h"
#include "tables.h"

/* ---- the notice -----------------------------------------------------------
 */

/* The uptd is closed from 13 to 15 and from 14 to 17 August, its week has six
 * days; the dinas, from 18 to 19 and from 20 to 21. */
static const struct {
    const char *unit, *day, *first, *last, *opens, *says[2];
} closed[] = {
    {"uptd",
     "2020-08-13",          "2020-08-13",
     "2020-08-17",                                      "2020-08-18",
     {"PENGUMUMAN\n"
      "UPTD Pasar ditutup Kamis, 13 Agustus 2020 sampai dengan Senin, 17 "
      "Agustus 2020.\n"
      "Layanan tetap berjalan di: Dinas Contoh.\n"
      "Dibuka kembali pada Selasa, 18 Agustus 2020.\n",
      "NOTICE\n"
      "UPTD Pasar is closed from Thursday, 13 August 2020 to Monday, 17 August "
      "2020.\n"
      "Service goes on at: Dinas Contoh.\n"
      "It opens again on Tuesday, 18 August 2020.\n"}                    },
    {"uptd",  "2020-08-17", "2020-08-13", "2020-08-17", "2020-08-18", {0}},
    {"dinas",
     "2020-08-19",          "2020-08-18",
     "2020-08-21",                                      "2020-08-24",
     {"PENGUMUMAN\n"
      "Dinas Contoh ditutup Selasa, 18 Agustus 2020 sampai dengan Jumat, 21 "
      "Agustus 2020.\n"
      "Layanan tetap berjalan di: UPTD Pasar, Badan Jaga.\n"
      "Dibuka kembali pada Senin, 24 Agustus 2020.\n",
      "Service goes on at: UPTD Pasar, Badan Jaga.\n"}                   },
};

static UnitId unit_of(const Corpus *c, const char *code)
{
    return (UnitId){map_find(&c->r->unit_codes, str_of(code))};
}

static void expect_notice(Arena *arena, const Corpus *c, size_t i)
{
    UnitNotice n = {0};
    EXPECT(unit_notice_make(c, unit_of(c, closed[i].unit),
                            tables_day(closed[i].day), &n));
    EXPECT(date_is(n.days.first, tables_day(closed[i].first)));
    EXPECT(date_is(n.days.last, tables_day(closed[i].last)));
    EXPECT(date_is(n.opens, tables_day(closed[i].opens)));
    for (int lang = LANG_ID; lang <= LANG_EN; lang++) {
        Buf out = buf_in(arena);
        unit_notice_write(&n, c, (Lang)lang, &out);
        if (closed[i].says[lang] != NULL)
            EXPECT_HAS(buf_str(&out), closed[i].says[lang]);
    }
}

FACT(a_notice_tells_the_stretch_and_where_service_goes_on)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    ChanceLand land = chance_unit_land(arena, 0);
    for (size_t i = 0; i < COUNT(closed); i++) {
        ROW("%s on %s", closed[i].unit, closed[i].day);
        expect_notice(arena, &land.corpus, i);
    }
}

FACT(an_open_unit_has_no_notice)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    ChanceLand land = chance_unit_land(arena, 0);
    UnitNotice n = {0};
    UnitId unit = unit_of(&land.corpus, "uptd");
    Date day = tables_day("2020-08-18");
    EXPECT(!unit_notice_make(&land.corpus, unit, day, &n));
    EXPECT(window_is_empty(unit_notice_days(&land.corpus, unit, day)));
}

FACT(where_nothing_else_is_open_one_asks_the_unit_above)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    ChanceLand land = chance_unit_land(arena, 0);
    Register bare = *land.corpus.r;
    Corpus c = land.corpus;
    UnitNotice n = {0};
    Buf out = buf_in(arena);
    bare.counter_count = 0;
    c.r = &bare;
    EXPECT(unit_notice_make(&c, unit_of(&c, "uptd"), tables_day("2020-08-13"),
                            &n));
    unit_notice_write(&n, &c, LANG_ID, &out);
    EXPECT_HAS(buf_str(&out), "Untuk keperluan mendesak, hubungi Dinas Contoh");
}

/* ---- whose day ------------------------------------------------------------
 */

static const struct {
    const char *unit;
    bool below;
} asked[] = {
    {"kota",   true }, /* no unit kerja */
    {"dinas",  true }, /* perangkat daerah */
    {"bidang", true },
    {"uptd",   false},
    {"jaga",   true },
};

FACT(an_agency_is_asked_for_with_everything_below_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    ChanceLand land = chance_unit_land(arena, 0);
    for (size_t i = 0; i < COUNT(asked); i++) {
        ROW("%s", asked[i].unit);
        UnitAsk ask = unit_day_of_unit(land.corpus.r,
                                       unit_of(&land.corpus, asked[i].unit));
        EXPECT_INT(ask.below, asked[i].below);
        EXPECT(ask.superior.index == NO_INDEX);
    }
}

/* ---- words ----------------------------------------------------------------
 */

FACT(every_topic_and_outcome_has_words_in_both_languages)
{
    for (int lang = LANG_ID; lang <= LANG_EN; lang++) {
        for (int t = 0; t < UNIT_TOPIC_COUNT; t++)
            EXPECT(unit_day_topic((UnitTopic)t, (Lang)lang).len > 0);
        for (int o = 0; o < UNIT_OUTCOME_COUNT; o++)
            EXPECT(unit_day_outcome((UnitOutcome)o, (Lang)lang).len > 0);
    }
}
