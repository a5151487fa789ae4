/* SPDX-License-Identifier: Apache-2.0 */
/* test_day_fact.c - facts: their bytes both ways, what is refused, when. */
#include "day/fact.h"
#include "harness.h"

#include <string.h>

static const int64_t MINUTE = 60000000;

/* 3 August 2020, 07.20 in Balikpapan, as the phone said it. */
static Fact check_in(void)
{
    Fact f = fact_blank(FACT_CHECK_IN);
    f.id = fact_id_of((Instant){1596410400000000}, 0x1234, 0x5678);
    f.channel = CHANNEL_APP;
    f.zone = ZONE_WITA;
    f.actor = f.person = STR("B00017");
    f.unit = STR("dinkes");
    EXPECT(date_of(2020, 8, 3, &f.day));
    f.at = zone_instant(ZONE_WITA, f.day, 440);
    f.sent = f.at;
    f.received.us = f.at.us + 5 * MINUTE;
    f.word = STR("kantor");
    return f;
}

static Fact report(void)
{
    Fact f = check_in();
    f.kind = FACT_REPORT;
    f.word = STR("");
    f.text = STR("Dua surat \\ \"selesai\"\nsatu belum");
    f.number = 3;
    f.measure = STR("surat");
    f.list = STR("T1|T2");
    f.evidence = STR("https://example.go.id/a?b=c");
    return f;
}

FACT(ids_rise_with_time_and_read_back)
{
    FactId early = fact_id_of((Instant){1000000}, UINT64_MAX, UINT64_MAX);
    FactId late = fact_id_of((Instant){1001000}, 0, 0), back;
    char text[FACT_ID_TEXT];
    EXPECT(fact_id_order(early, late) < 0);
    EXPECT(fact_id_parse(str_of(fact_id_text(early, text)), &back));
    EXPECT(fact_id_is(early, back) && !fact_id_none(back));
    EXPECT((early.bytes[6] >> 4) == 7 && (early.bytes[8] >> 6) == 2);
    const char *const wrong[] = {"", "0192f3c1-8a4b-7000-8000-00000000000",
                                 "0192F3C1-8a4b-7000-8000-000000000001",
                                 "0192f3c1_8a4b-7000-8000-000000000001",
                                 "0192f3c1-8a4b-7000-8000-00000000000g"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("'%s'", wrong[i]);
        EXPECT(!fact_id_parse(str_of(wrong[i]), &back));
    }
}

FACT(the_canonical_text_reads_back_to_the_same_fact)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Fact facts[] = {check_in(), report(), fact_blank(FACT_CLOSURE)};
    facts[2] = check_in();
    facts[2].kind = FACT_CLOSURE;
    facts[2].person = facts[2].word = STR("");
    facts[2].days = (Window){facts[2].day, DATE_NEVER};
    for (size_t i = 0; i < COUNT(facts); i++) {
        ROW("fact %zu", i);
        Buf text = buf_in(arena), again = buf_in(arena);
        Fact back;
        Err err = {0};
        fact_write(&facts[i], &text);
        if (!EXPECT(fact_read(arena, buf_str(&text), &back, &err)))
            EXPECT_STR(err.text, "");
        EXPECT(fact_is(&facts[i], &back));
        EXPECT(back.received.us == facts[i].received.us);
        fact_write(&back, &again);
        EXPECT_STR(buf_str(&again), buf_str(&text));
    }
}

FACT(lines_out_of_order_twice_or_foreign_are_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Buf whole = buf_in(arena);
    Fact f = check_in();
    fact_write(&f, &whole);
    const char *const more[] = {"kata=kantor\n", "id=x\n",  "apa=1\n",
                                "kata\n",        "kata=\n", "bukti=a\\q\n",
                                "bukti=a\\"};
    for (size_t i = 0; i < COUNT(more); i++) {
        ROW("%s", more[i]);
        Fact back;
        Err err = {0};
        Str text =
            str_format(arena, "%.*s%s", STR_ARG(buf_str(&whole)), more[i]);
        EXPECT(!fact_read(arena, text, &back, &err));
        EXPECT(err.kind == ERR_INPUT && err.id[0] != '\0');
    }
}

/* Each spoils one thing of a good check-in. */
static void no_id(Fact *f)
{
    memset(&f->id, 0, sizeof f->id);
}
static void no_actor(Fact *f)
{
    f->actor = STR("");
}
static void no_person(Fact *f)
{
    f->person = STR("");
}
static void no_word(Fact *f)
{
    f->word = STR("");
}
static void foreign_word(Fact *f)
{
    f->word = STR("bulan");
}
static void foreign_slot(Fact *f)
{
    f->number = 1;
}
static void foreign_place(Fact *f)
{
    f->place = STR("-0.5,117.1");
}
static void control(Fact *f)
{
    f->text = STR("a\001b");
}
static void broken(Fact *f)
{
    f->text = STR("a\xff");
}
static void old_age(Fact *f)
{
    f->at.us = 1000;
}
static void far_day(Fact *f)
{
    f->day = DATE_NEVER;
}
static void half_day(Fact *f)
{
    f->days = (Window){{18000}, {17000}};
}
static void long_code(Fact *f)
{
    static char code[200];
    memset(code, 'x', sizeof code);
    f->actor = (Str){code, sizeof code};
}

FACT(days_have_both_ends_or_none_and_numbers_are_counted_from_0)
{
    static const struct {
        Window days;
        int32_t number;
        const char *says; /* "": it is whole */
    } rows[] = {
        {{{18470}, {18471}},     5,  ""             },
        {{{18470}, {INT32_MAX}}, 0,  ""             },
        {{{18470}, {-1}},        5,  "must be given"},
        {{{0}, {18471}},         5,  "both given"   },
        {{{0}, {INT32_MAX}},     5,  "both given"   },
        {{{18470}, {18471}},     -1, "0 or more"    },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%zu %s", i, rows[i].says);
        Err err = {0};
        Fact f = fact_blank(FACT_TARGET);
        f.id = check_in().id;
        f.actor = f.person = STR("B00001");
        f.day = (Date){18470};
        f.text = STR("data");
        f.days = rows[i].days;
        f.number = rows[i].number;
        EXPECT(fact_check(&f, &err) == (rows[i].says[0] == '\0'));
        EXPECT_HAS(err.text, rows[i].says);
        EXPECT((err.id[0] == '\0') == (rows[i].says[0] == '\0'));
    }
}

FACT(a_fact_that_is_not_whole_is_refused_with_what_would_be_right)
{
    static const struct {
        void (*spoil)(Fact *f);
        const char *says;
    } rows[] = {
        {no_id,         "id"          },
        {no_actor,      "pelaku"      },
        {no_person,     "pegawai"     },
        {no_word,       "kata"        },
        {foreign_word,  "kantor|rumah"},
        {foreign_slot,  "jumlah"      },
        {foreign_place, "lokasi"      },
        {control,       "isi"         },
        {broken,        "isi"         },
        {old_age,       "saat"        },
        {far_day,       "hari"        },
        {half_day,      "sampai"      },
        {long_code,     "pelaku"      },
    };
    Err err = {0};
    Fact good = check_in();
    EXPECT(fact_check(&good, &err));
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%zu %s", i, rows[i].says);
        Fact f = check_in();
        err = (Err){0};
        rows[i].spoil(&f);
        EXPECT(!fact_check(&f, &err));
        EXPECT_HAS(err.text, rows[i].says);
        EXPECT_HAS(err.id, rows[i].says);
    }
}

FACT(when_it_happened_is_counted_by_our_clock)
{
    Fact f = check_in();
    Instant at = f.at;
    ROW("at once, the phone five minutes slow");
    EXPECT_INT(fact_when(&f).us, f.received.us);
    EXPECT_INT(fact_minute(&f), 445);
    ROW("an hour in the outbox, the phone five minutes slow");
    f.sent.us = at.us + 60 * MINUTE;
    f.received.us = at.us + 65 * MINUTE;
    EXPECT_INT(fact_minute(&f), 445);
    ROW("typed in the evening by whoever took the call");
    f.channel = CHANNEL_PHONE;
    f.received.us = at.us + 600 * MINUTE;
    EXPECT_INT(fact_minute(&f), 440);
    ROW("passed on by whoever got the message");
    f.channel = CHANNEL_WHATSAPP;
    f.actor = STR("Z");
    EXPECT(fact_is_typed(&f));
    EXPECT_INT(fact_minute(&f), 440);
    ROW("one's own message");
    f.actor = f.person;
    f.sent.us = 0;
    EXPECT(!fact_is_typed(&f));
    EXPECT_INT(fact_when(&f).us, f.received.us);
    f.channel = CHANNEL_PHONE;
    ROW("typed as of tomorrow");
    f.at.us = f.received.us + 60 * MINUTE;
    EXPECT_INT(fact_when(&f).us, f.received.us);
    ROW("the evening before");
    f = check_in();
    f.at.us -= 500 * MINUTE;
    f.sent = f.at;
    f.received = f.at;
    EXPECT_INT(fact_minute(&f), -60);
}

FACT(a_wrong_clock_of_the_sender_is_known_in_minutes)
{
    Fact f = check_in();
    ROW("five minutes slow");
    f.sent = f.at;
    f.received.us = f.sent.us + 5 * MINUTE;
    EXPECT_INT(fact_clock_ahead(&f), -5);
    ROW("an hour in the outbox, seven minutes ahead");
    f.sent.us = f.at.us + 60 * MINUTE;
    f.received.us = f.sent.us - 7 * MINUTE;
    EXPECT_INT(fact_clock_ahead(&f), 7);
    ROW("years wrong");
    f.sent.us = f.received.us - INT64_C(3000000) * MINUTE;
    EXPECT_INT(fact_clock_ahead(&f), -30000);
    ROW("no time of sending");
    f.sent.us = 0;
    EXPECT_INT(fact_clock_ahead(&f), 0);
    ROW("typed by somebody else");
    f = check_in();
    f.channel = CHANNEL_PHONE;
    f.sent.us = f.received.us - 60 * MINUTE;
    EXPECT_INT(fact_clock_ahead(&f), 0);
}

FACT(every_kind_reads_back_from_its_word)
{
    for (int k = 0; k < FACT_KIND_COUNT; k++) {
        FactKind back;
        Str word = fact_kind_word((FactKind)k, LANG_ID);
        ROW("%.*s", STR_ARG(word));
        EXPECT(fact_kind_parse(word, &back) && back == (FactKind)k);
        EXPECT(fact_kind_word((FactKind)k, LANG_EN).len > 0);
    }
}
