/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signals: what a check-in tells of the device that sent it is asked of people,
 * and judges nobody.  Kota Contoh on Tuesday 4 August 2020, 08.00
 * (web_world.h).
 */
#include "api_ask.h"
#include "base/clock.h"
#include "harness.h"
#include "web_world.h"

enum { MINUTE_MS = 60000 };

/* A check-in at home as a phone's outbox sends it, by that clock. */
static const char *check_in(WebWorld *w, Instant phone)
{
    long long ms = (long long)(phone.us / 1000);
    return web_world_line(w, "id=%s&kata=rumah&saat=%lld&dikirim=%lld",
                          web_world_id(w), ms, ms);
}

static Instant off_by(WebWorld *w, int64_t minutes)
{
    return (Instant){live_now(w->house.live).us + minutes * MINUTE_MS * 1000};
}

FACT(a_phone_whose_clock_is_off_by_more_than_five_minutes_is_asked_about)
{
    static const struct {
        int64_t minutes;
        int signals;
    } cases[] = {
        {0,                         0},
        {5,                         0},
        {-5,                        0},
        {7,                         1},
        {-7,                        1},
        {INT64_C(-10) * 365 * 1440, 1},
    };
    WebWorld *w = web_world_open("jam");
    web_world_as(w, "A");
    int expected = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%lld", (long long)cases[i].minutes);
        const char *form = check_in(w, off_by(w, cases[i].minutes));
        EXPECT_INT(web_world_post(w, "/hadir", form).status, 303);
        expected += cases[i].signals;
        EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), expected);
        if (expected > 0)
            EXPECT_STR(web_world_last(w, "isyarat").word, "jam ponsel");
    }
    web_world_close(w);
}

/* The clock of a demonstration is of another day than that of its phones. */
FACT(a_phone_that_goes_by_the_clock_of_the_machine_is_right)
{
    WebWorld *w = web_world_open("mesin");
    web_world_as(w, "A");
    const char *form = check_in(w, clock_now());
    EXPECT_INT(web_world_post(w, "/hadir", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 1);
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 0);
    web_world_close(w);
}

FACT(a_check_in_that_is_sent_again_asks_once)
{
    WebWorld *w = web_world_open("ulang");
    web_world_as(w, "A");
    const char *id = web_world_id(w);
    long long wrong = (long long)off_by(w, 30).us / 1000;
    const char *form = web_world_line(
        w, "id=%s&kata=rumah&saat=%lld&dikirim=%lld", id, wrong, wrong);
    EXPECT_INT(web_world_post(w, "/hadir", form).status, 303);
    EXPECT_INT(web_world_post(w, "/hadir", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 1);
    /* Set right meanwhile, or wrong meanwhile: it is the same check-in. */
    const char *right =
        web_world_line(w, "id=%s&kata=rumah&saat=%lld&dikirim=%lld", id, wrong,
                       (long long)off_by(w, 0).us / 1000);
    EXPECT_INT(web_world_post(w, "/hadir", right).status, 303);
    id = web_world_id(w);
    long long now = (long long)off_by(w, 0).us / 1000;
    form = web_world_line(w, "id=%s&kata=rumah&saat=%lld&dikirim=%lld", id, now,
                          now);
    EXPECT_INT(web_world_post(w, "/hadir", form).status, 303);
    form = web_world_line(w, "id=%s&kata=rumah&saat=%lld&dikirim=%lld", id, now,
                          wrong);
    EXPECT_INT(web_world_post(w, "/hadir", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 2);
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 1);
    web_world_close(w);
}

FACT(a_place_told_as_another_one_is_asked_about_by_the_system)
{
    WebWorld *w = web_world_open("luar");
    web_world_as(w, "A");
    WebAnswer said = api_ask_post(w, "/api/v1/fakta",
                                  "{\"jenis\":\"masuk\",\"pegawai\":\"A\","
                                  "\"kata\":\"rumah\",\"lokasi\":\"luar\"}");
    EXPECT_INT(said.status, 201);
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 1);
    Fact in = web_world_last(w, "masuk"), signal = web_world_last(w, "isyarat");
    EXPECT_STR(signal.word, "lokasi");
    EXPECT_STR(signal.person, "A");
    EXPECT_STR(signal.unit, "s1");
    EXPECT_STR(signal.actor, "sistem");
    EXPECT_INT(signal.channel, CHANNEL_SYSTEM);
    EXPECT(fact_id_is(signal.about, in.id));
    EXPECT(date_is(signal.day, in.day));
    EXPECT(signal.received.us > in.received.us);
    web_world_close(w);
}

FACT(a_signal_stands_on_the_board_as_a_question_and_the_check_in_counts)
{
    WebWorld *w = web_world_open("papan");
    web_world_as(w, "A");
    EXPECT_INT(web_world_post(w, "/hadir", check_in(w, off_by(w, 20))).status,
               303);
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_get(w, "/tidak-sesuai?hari=2020-08-04&jenis=isyarat");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, ">Ani<");
    page = web_world_get(w, "/tidak-sesuai/A/2020-08-04");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Jam ponsel berbeda dari jam kami");
    WebAnswer day = web_world_get(w, "/api/v1/hari/A/2020-08-04");
    EXPECT_STR(api_ask_at(w, &day, "presensi.kata"), "rumah");
    EXPECT_HAS(day.body, "\"isyarat\"");
    EXPECT_LACKS(day.body, "\"pelanggaran\"");
    web_world_close(w);
}

/* A clerk writes down what they heard: no device has told it. */
FACT(what_a_clerk_types_asks_about_no_device)
{
    WebWorld *w = web_world_open("petugas");
    (void)web_world_say(w, "B", "masuk",
                        "pegawai=A;kata=rumah;lokasi=luar;saluran=petugas");
    (void)web_world_say(w, "A", "pulang", "pegawai=A;lokasi=luar");
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 1);
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 0);
    web_world_close(w);
}
