/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_own_account.c - one's own account as data: by the session of its
 * person, with the password where it decides who comes in, and by no token.
 * Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"
#include "web_entry.h"

#define OLD   "\"Kopi pagi di pelabuhan 7\""
#define FRESH "\"teh sore di pelabuhan\""

/* Signed in by an account of their own. */
static WebWorld *open_as(const char *name, const char *person)
{
    WebWorld *w = web_world_open(name);
    (void)web_entry_enter(w, person);
    return w;
}

FACT(a_password_is_changed_by_who_knows_it_and_other_sessions_end)
{
    WebWorld *w = open_as("apisandi", "G");
    SignedIn old = w->in;
    WebAnswer a = api_ask_post(w, "/api/v1/saya/akun/sandi",
                               "{\"lama\":" OLD ",\"sandi\":\"pendek\"}");
    EXPECT_INT(a.status, 400);
    a = api_ask_post(w, "/api/v1/saya/akun/sandi", "{\"lama\":" OLD "}");
    EXPECT_INT(a.status, 422);
    a = api_ask_post(w, "/api/v1/saya/akun/sandi",
                     "{\"lama\":" OLD ",\"sandi\":" FRESH "}");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "orang.kode"), "G");
    EXPECT_LACKS(a.body, "pelabuhan");
    EXPECT_STR(a.answer->cache, "no-store");
    EXPECT(web_entry_take(w, &a));
    EXPECT_INT(web_world_get(w, "/api/v1/saya/akun").status, 200);
    w->in = old;
    EXPECT_INT(web_world_get(w, "/api/v1/saya/akun").status, 401);
    web_world_close(w);
}

/* And who guesses on waits, though the right one comes then. */
FACT(a_password_is_not_changed_by_who_does_not_know_it)
{
    WebWorld *w = open_as("apisalah", "G");
    WebAnswer a = api_ask_post(w, "/api/v1/saya/akun/sandi",
                               "{\"lama\":\"salah\",\"sandi\":" FRESH "}");
    api_ask_expect_problem(w, &a, 403, "tidak cocok");
    a = api_ask_post(w, "/api/v1/saya/akun/sandi",
                     "{\"lama\":" OLD ",\"sandi\":" FRESH "}");
    api_ask_expect_problem(w, &a, 429, "coba lagi");
    EXPECT_INT(web_world_get(w, "/api/v1/saya/akun").status, 200);
    web_world_close(w);
}

FACT(a_user_name_is_chosen_and_told)
{
    WebWorld *w = open_as("apinama", "G");
    WebAnswer a = api_ask_post(w, "/api/v1/saya/akun/nama", "{\"nama\":\"9\"}");
    EXPECT_INT(a.status, 400);
    a = api_ask_post(w, "/api/v1/saya/akun/nama", "{\"nama\":\"gita.dua\"}");
    EXPECT_INT(a.status, 200);
    a = web_world_get(w, "/api/v1/saya/akun");
    EXPECT_STR(api_ask_at(w, &a, "nama"), "gita.dua");
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua"), "false");
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua_wajib"), "false");
    web_world_close(w);
}

/* The secret counts once a code of it was given; turned off, none is left. */
FACT(a_second_step_is_turned_on_and_off)
{
    WebWorld *w = open_as("apikode", "G");
    WebAnswer a =
        api_ask_post(w, "/api/v1/saya/akun/kode", "{\"sandi\":" OLD "}");
    EXPECT_INT(a.status, 200);
    EXPECT_HAS(api_ask_at(w, &a, "alamat"), "otpauth://totp/");
    Str secret = api_ask_at(w, &a, "rahasia");
    a = web_world_get(w, "/api/v1/saya/akun");
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua"), "false");
    a = api_ask_post(w, "/api/v1/saya/akun/kode/pasti", "{\"kode\":\"12\"}");
    EXPECT_INT(a.status, 403);
    EXPECT_LACKS(a.body, str_c(w->arena, secret));
    a = api_ask_post(w, "/api/v1/saya/akun/kode/pasti",
                     web_entry_joined(w, "{\"kode\":\"",
                                      web_entry_code(w, secret, 0), "\"}"));
    EXPECT_INT(a.status, 200);
    EXPECT(!str_is(api_ask_at(w, &a, "kode_pemulihan.9"), STR("(none)")));
    EXPECT_STR(api_ask_at(w, &a, "kode_pemulihan.10"), "(none)");
    Str first = api_ask_at(w, &a, "kode_pemulihan.0");
    EXPECT(web_entry_take(w, &a));
    a = api_ask_post(w, "/api/v1/saya/akun/pemulihan", "{\"sandi\":" OLD "}");
    EXPECT_INT(a.status, 200);
    EXPECT_LACKS(a.body, str_c(w->arena, first));
    a = web_world_get(w, "/api/v1/saya/akun");
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua"), "true");
    EXPECT_STR(api_ask_at(w, &a, "sisa_kode_pemulihan"), "10");
    a = api_ask_post(w, "/api/v1/saya/akun/tanpa-kode", "{\"sandi\":" OLD "}");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua"), "false");
    web_world_close(w);
}

FACT(all_sessions_end_and_this_one_too)
{
    WebWorld *w = open_as("apisemua", "G");
    WebAnswer a = api_ask_post(w, "/api/v1/saya/sesi/akhiri/semua", "{}");
    EXPECT_INT(a.status, 200);
    EXPECT_INT(web_world_get(w, "/api/v1/saya").status, 401);
    web_world_close(w);
}

FACT(an_account_of_a_demonstration_stays_as_it_is)
{
    WebWorld *w = web_world_open("apiperaga");
    web_world_as(w, "A");
    WebAnswer a =
        api_ask_post(w, "/api/v1/saya/akun/nama", "{\"nama\":\"adi.dua\"}");
    api_ask_expect_problem(w, &a, 403, "peragaan");
    web_world_close(w);
}

/* ---- the calendar ---------------------------------------------------------
 */

FACT(a_calendar_address_is_told_once_renewed_and_ended)
{
    WebWorld *w = web_world_open("apikalender");
    web_world_as(w, "A");
    WebAnswer a = web_world_get(w, "/api/v1/saya/kalender");
    EXPECT_STR(api_ask_at(w, &a, "dibuat"), "null");
    a = api_ask_post(w, "/api/v1/saya/kalender", "{}");
    EXPECT_INT(a.status, 201);
    EXPECT_STR(a.answer->cache, "no-store");
    const char *first = api_ask_text(w, &a, "alamat");
    EXPECT_INT(web_world_get(w, first).status, 200);
    a = web_world_get(w, "/api/v1/saya/kalender");
    EXPECT_HAS(api_ask_at(w, &a, "dibuat"), "2020-08-0");
    EXPECT_LACKS(a.body, ".ics");
    a = api_ask_post(w, "/api/v1/saya/kalender", "{}");
    const char *second = api_ask_text(w, &a, "alamat");
    EXPECT_INT(web_world_get(w, first).status, 404);
    EXPECT_INT(web_world_get(w, second).status, 200);
    EXPECT_HAS(web_world_get(w, second).body, "BEGIN:VCALENDAR");
    ROW("somebody else ends their own, not this one");
    web_world_as(w, "B");
    EXPECT_INT(api_ask_post(w, "/api/v1/saya/kalender/akhiri", "{}").status,
               200);
    EXPECT_INT(web_world_get(w, second).status, 200);
    web_world_as(w, "A");
    a = api_ask_post(w, "/api/v1/saya/kalender/akhiri", "{}");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "dibuat"), "null");
    EXPECT_INT(web_world_get(w, second).status, 404);
    ROW("no JSON, no session");
    EXPECT_INT(web_world_post(w, "/api/v1/saya/kalender", "entah=1").status,
               415);
    web_world_as(w, NULL);
    EXPECT_INT(api_ask_post(w, "/api/v1/saya/kalender", "{}").status, 401);
    web_world_close(w);
}

/* ---- by whom --------------------------------------------------------------
 */

/* Though it holds the use case, and its maker may. */
FACT(no_token_reaches_the_account_of_its_maker)
{
    static const char *const posts[] = {
        "akun/nama",      "akun/sandi",      "akun/kode",   "akun/kode/pasti",
        "akun/pemulihan", "akun/tanpa-kode", "sesi/akhiri", "sesi/akhiri/semua",
        "kalender",       "kalender/akhiri",
    };
    WebWorld *w = web_world_open("apibukan");
    web_world_as(w, "P1");
    WebAnswer page = web_world_post(
        w, "/token", "nama=penuh&kewenangan=akun&kewenangan=presensi&hari=30");
    Str token = web_entry_secret(&page);
    EXPECT_INT(api_ask_token(w, HTTP_GET, "/api/v1/saya", token).status, 200);
    WebAnswer a = api_ask_token(w, HTTP_GET, "/api/v1/saya/akun", token);
    api_ask_expect_problem(w, &a, 403, "tidak oleh token layanan");
    a = api_ask_token(w, HTTP_GET, "/api/v1/saya/kalender", token);
    api_ask_expect_problem(w, &a, 403, "tidak oleh token layanan");
    a = api_ask_token(w, HTTP_GET, "/api/v1/saya/sesi", token);
    api_ask_expect_problem(w, &a, 403, "tidak oleh token layanan");
    for (size_t i = 0; i < COUNT(posts); i++) {
        ROW("%s", posts[i]);
        a = api_ask_token(w, HTTP_POST,
                          web_world_line(w, "/api/v1/saya/%s", posts[i]),
                          token);
        api_ask_expect_problem(w, &a, 403, "tidak oleh token layanan");
    }
    web_world_close(w);
}

/* The key that a change shows: to a session, never to a token. */
FACT(a_session_is_told_the_key_that_its_changes_show)
{
    WebWorld *w = open_as("apikunci", "G");
    WebAnswer a = web_world_get(w, "/api/v1/saya");
    EXPECT(session_form_token_is(&w->in.session, api_ask_at(w, &a, "kunci")));
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_post(w, "/token", "nama=satu&kewenangan=presensi&hari=30");
    a = api_ask_token(w, HTTP_GET, "/api/v1/saya", web_entry_secret(&page));
    EXPECT_STR(api_ask_at(w, &a, "kunci"), "null");
    web_world_close(w);
}
