/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_accounts.c - accounts, sessions and service tokens as other programs
 * read and change them: never a secret, but the code of a slip and a new token,
 * once, to who makes it.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "app/live.h"
#include "harness.h"
#include "web_entry.h"

#include <string.h>

/* The account of that person in the answer; -1: it is not there. */
static int row_of(WebWorld *w, const WebAnswer *a, const char *code)
{
    for (int i = 0;; i++) {
        Str at = api_ask_at(w, a, web_world_line(w, "akun.%d.orang.kode", i));
        if (str_is(at, STR("(none)"))) return -1;
        if (str_is(at, str_of(code))) return i;
    }
}

static Str state_of(WebWorld *w, const char *as, const char *code)
{
    web_world_as(w, as);
    WebAnswer a = web_world_get(w, "/api/v1/akun");
    int row = row_of(w, &a, code);
    if (row < 0) return STR("(none)");
    return api_ask_at(w, &a, web_world_line(w, "akun.%d.keadaan", row));
}

FACT(a_slip_is_made_told_once_and_lets_its_person_in)
{
    WebWorld *w = web_world_open("apislip");
    EXPECT_STR(state_of(w, "B", "C"), "belum ada");
    EXPECT_STR(state_of(w, "B", "B"), "aktif");
    EXPECT_STR(state_of(w, "B", "P0"), "(none)");
    WebAnswer made = web_world_post(w, "/api/v1/akun/C/slip", "nama=cici.dua");
    EXPECT_INT(made.status, 201);
    EXPECT_STR(api_ask_at(w, &made, "orang.kode"), "C");
    EXPECT_STR(api_ask_at(w, &made, "lagi"), "false");
    Str code = api_ask_at(w, &made, "kode");
    Str path = api_ask_at(w, &made, "alamat");
    EXPECT_STR(state_of(w, "B", "C"), "diundang");
    WebAnswer list = web_world_get(w, "/api/v1/akun?keadaan=diundang&q=cici");
    EXPECT_STR(api_ask_at(w, &list, "akun.0.nama"), "cici.dua");
    EXPECT_STR(api_ask_at(w, &list, "akun.1"), "(none)");
    EXPECT(!str_is(api_ask_at(w, &list, "akun.0.slip_sampai"), STR("null")));
    EXPECT_LACKS(list.body, str_c(w->arena, code));
    web_world_as(w, NULL);
    WebAnswer way_in = web_world_get(w, str_c(w->arena, path));
    EXPECT_INT(way_in.status, 200);
    EXPECT_HAS(way_in.body, "Cici");
    web_world_close(w);
}

FACT(an_account_is_stopped_by_who_may)
{
    WebWorld *w = web_world_open("apihenti");
    web_world_as(w, "D");
    const char *form = web_world_line(w, "id=%s", web_world_id(w));
    WebAnswer a = web_world_post(w, "/api/v1/akun/D/henti", form);
    api_ask_expect_problem(w, &a, 403, "kepala unit");
    web_world_as(w, "H");
    a = web_world_post(w, "/api/v1/akun/D/henti", form);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "keadaan"), "dihentikan");
    EXPECT_STR(state_of(w, "B", "D"), "dihentikan");
    web_world_close(w);
}

FACT(the_list_goes_on_behind_a_person)
{
    WebWorld *w = web_world_open_wide("apiakun", 200);
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, "/api/v1/akun");
    Str mark = api_ask_at(w, &a, "berikut");
    EXPECT_STR(api_ask_at(w, &a, "akun.199.orang.kode"), str_c(w->arena, mark));
    EXPECT_STR(api_ask_at(w, &a, "akun.200"), "(none)");
    WebAnswer b = web_world_get(
        w, web_world_line(w, "/api/v1/akun?setelah=%.*s", STR_ARG(mark)));
    Str next = api_ask_at(w, &b, "akun.0.orang.kode");
    EXPECT(!str_is(next, STR("(none)")));
    EXPECT_INT(row_of(w, &a, str_c(w->arena, next)), -1);
    EXPECT_STR(api_ask_at(w, &b, "berikut"), "null");
    web_world_close(w);
}

FACT(sessions_are_seen_and_ended_by_their_person_alone)
{
    WebWorld *w = web_world_open("apisesi");
    web_world_as(w, "G");
    SignedIn first = w->in;
    w->in = (SignedIn){0};
    EXPECT_INT(
        web_world_post(w, "/masuk", "nama=lokal-G&sandi=sandi+uji+yang+panjang")
            .status,
        303);
    w->in = first;
    WebAnswer a = web_world_get(w, "/api/v1/saya/sesi");
    int here = str_is(api_ask_at(w, &a, "sesi.0.ini"), STR("true")) ? 0 : 1;
    Str other = api_ask_at(w, &a, web_world_line(w, "sesi.%d.id", 1 - here));
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "sesi.%d.ini", here)),
               "true");
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "sesi.%d.ini", 1 - here)),
               "false");
    EXPECT_STR(api_ask_at(w, &a, "sesi.2"), "(none)");
    const char *end = web_world_line(w, "sesi=%.*s", STR_ARG(other));
    web_world_as(w, "B");
    a = web_world_post(w, "/api/v1/saya/sesi/akhiri", end);
    EXPECT_INT(a.status, 404);
    w->in = first;
    a = web_world_post(w, "/api/v1/saya/sesi/akhiri", end);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "diakhiri"), str_c(w->arena, other));
    a = web_world_get(w, "/api/v1/saya/sesi");
    EXPECT_STR(api_ask_at(w, &a, "sesi.0.ini"), "true");
    EXPECT_STR(api_ask_at(w, &a, "sesi.1"), "(none)");
    web_world_close(w);
}

FACT(tokens_are_listed_without_their_secret)
{
    WebWorld *w = web_world_open("apitoken");
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_post(w, "/token", "nama=absensi&kewenangan=presensi&hari=30");
    EXPECT_HAS(page.body, "tk_");
    WebAnswer a = web_world_get(w, "/api/v1/token");
    EXPECT_STR(api_ask_at(w, &a, "token.0.nama"), "absensi");
    EXPECT_STR(api_ask_at(w, &a, "token.0.pembuat.kode"), "P1");
    EXPECT_STR(api_ask_at(w, &a, "token.0.kewenangan.0"), "presensi");
    EXPECT_STR(api_ask_at(w, &a, "token.0.kewenangan.1"), "(none)");
    EXPECT_LACKS(a.body, "tk_");
    web_world_as(w, "H");
    a = web_world_get(w, "/api/v1/token");
    api_ask_expect_problem(w, &a, 403, "administrator");
    web_world_close(w);
}

/* ---- one of them, by the session of who may -------------------------------
 */

/* An account of their own, with which they sign in a second time. */
static void enter_twice(WebWorld *w, const char *person, SignedIn in[2])
{
    (void)web_entry_enter(w, person);
    in[0] = w->in;
    w->in = (SignedIn){0};
    WebAnswer a = web_world_post(
        w, "/masuk", web_world_line(w, "nama=lokal-%s&" GOOD, person));
    EXPECT(web_entry_take(w, &a));
    in[1] = w->in;
}

static int status_as(WebWorld *w, SignedIn in, const char *target)
{
    w->in = in;
    return web_world_get(w, target).status;
}

static const char *with_id(WebWorld *w)
{
    return web_world_line(w, "{\"id\":\"%s\"}", web_world_id(w));
}

FACT(an_account_is_told_with_what_was_done_to_it_as_its_page_tells_it)
{
    WebWorld *w = web_world_open("apiriwayat");
    (void)web_entry_enter(w, "A");
    web_world_as(w, "P1");
    EXPECT_INT(web_world_post(w, "/akun/A/slip", "").status, 200);
    WebAnswer a = web_world_get(w, "/api/v1/akun/A");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(a.answer->cache, "no-store");
    EXPECT_STR(api_ask_at(w, &a, "orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "keadaan"), "aktif");
    EXPECT_STR(api_ask_at(w, &a, "administrator"), "false");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.kata"), "setel ulang");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.oleh.kode"), "P1");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.1.kata"), "masuk pertama");
    WebAnswer page = web_world_get(w, "/akun/A");
    EXPECT_HAS(page.body, api_ask_text(w, &a, "nip"));
    EXPECT_HAS(page.body, ", oleh Pandu</span></li>");
    EXPECT_LACKS(a.body, "197806032006031000");
    web_world_close(w);
}

/* Whoever may invite does not thereby learn the names of tokens. */
FACT(of_a_token_no_name_stands_in_the_history_of_its_maker)
{
    WebWorld *w = web_world_open("apiriwayat-token");
    web_world_as(w, "P1");
    (void)web_world_post(w, "/token",
                         "nama=mesin-rahasia&kewenangan=presensi&hari=30");
    WebAnswer a = web_world_get(w, "/api/v1/akun/P1");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.kata"), "token");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.isi"), "null");
    EXPECT_LACKS(a.body, "mesin-rahasia");
    web_world_close(w);
}

FACT(sessions_of_somebody_are_listed_and_ended_by_who_may_stop_the_account)
{
    WebWorld *w = web_world_open("apisesi-orang");
    SignedIn in[2];
    enter_twice(w, "A", in);
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, "/api/v1/akun/A/sesi");
    EXPECT_STR(a.answer->cache, "no-store");
    EXPECT_STR(api_ask_at(w, &a, "orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "sesi.1.ini"), "false");
    EXPECT_STR(api_ask_at(w, &a, "sesi.2"), "(none)");
    Str first = str_is(api_ask_at(w, &a, "sesi.0.id"), in[0].session.id)
                    ? api_ask_at(w, &a, "sesi.0.id")
                    : api_ask_at(w, &a, "sesi.1.id");
    const char *one = web_world_line(w, "{\"sesi\":\"%.*s\"}", STR_ARG(first));
    EXPECT_INT(api_ask_post(w, "/api/v1/akun/D/sesi/akhiri", one).status, 404);
    a = api_ask_post(w, "/api/v1/akun/A/sesi/akhiri", one);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.kata"), "sesi diakhiri");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.oleh.kode"), "H");
    EXPECT_INT(status_as(w, in[0], "/api/v1/saya"), 401);
    EXPECT_INT(status_as(w, in[1], "/api/v1/saya"), 200);
    ROW("all");
    web_world_as(w, "H");
    EXPECT_INT(api_ask_post(w, "/api/v1/akun/A/sesi/akhiri/semua", "{}").status,
               200);
    a = web_world_get(w, "/api/v1/akun/A/sesi");
    EXPECT_STR(api_ask_at(w, &a, "sesi"), "[]");
    EXPECT_INT(status_as(w, in[1], "/api/v1/saya"), 401);
    web_world_close(w);
}

FACT(a_second_step_is_taken_off_by_an_administrator_and_sessions_end)
{
    WebWorld *w = web_world_open("apilepas");
    (void)web_entry_enter(w, "A");
    WebAnswer a = api_ask_post(w, "/api/v1/saya/akun/kode",
                               "{\"sandi\":\"Kopi pagi di pelabuhan 7\"}");
    Str code = web_entry_code(w, api_ask_at(w, &a, "rahasia"), 0);
    a = api_ask_post(w, "/api/v1/saya/akun/kode/pasti",
                     web_entry_joined(w, "{\"kode\":\"", code, "\"}"));
    EXPECT(web_entry_take(w, &a));
    SignedIn hers = w->in;
    web_world_as(w, "P1");
    a = web_world_get(w, "/api/v1/akun/A");
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua"), "true");
    a = api_ask_post(w, "/api/v1/akun/A/tanpa-kode", with_id(w));
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "langkah_kedua"), "false");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.kata"), "kode diganti");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.oleh.kode"), "P1");
    EXPECT_INT(status_as(w, hers, "/api/v1/saya"), 401);
    web_world_close(w);
}

/* As F, once what was changed is read. */
static int tokens_status(WebWorld *w)
{
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    web_world_as(w, "F");
    return web_world_get(w, "/api/v1/token").status;
}

/* Until it is taken back; sent twice it is once. */
FACT(an_administrator_is_made_and_unmade_but_the_last_one_stays)
{
    WebWorld *w = web_world_open("apiangkat");
    EXPECT_INT(tokens_status(w), 403);
    web_world_as(w, "P1");
    const char *once = with_id(w);
    WebAnswer a = api_ask_post(w, "/api/v1/akun/F/administrator", once);
    EXPECT_INT(a.status, 200);
    a = api_ask_post(w, "/api/v1/akun/F/administrator", once);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "administrator"), "true");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.kata"), "administrator");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.isi"), "diangkat");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.1.kata"), "buat");
    WebAnswer page = web_world_get(w, "/akun/F");
    EXPECT_HAS(page.body, "Diangkat menjadi administrator");
    EXPECT_INT(tokens_status(w), 200);
    web_world_as(w, "P1");
    a = api_ask_post(w, "/api/v1/akun/F/bukan-administrator", with_id(w));
    EXPECT_STR(api_ask_at(w, &a, "administrator"), "false");
    EXPECT_STR(api_ask_at(w, &a, "riwayat.0.isi"), "diberhentikan");
    EXPECT_INT(tokens_status(w), 403);
    ROW("the last one");
    web_world_as(w, "P1");
    a = api_ask_post(w, "/api/v1/akun/P1/bukan-administrator", with_id(w));
    api_ask_expect_problem(w, &a, 403, "administrator terakhir");
    web_world_close(w);
}

/* ---- by whom --------------------------------------------------------------
 */

static const struct {
    HttpMethod method;
    const char *path;
} in_person[] = {
    {HTTP_POST, "akun/C/slip"               },
    {HTTP_POST, "akun/C/henti"              },
    {HTTP_GET,  "akun/A"                    },
    {HTTP_GET,  "akun/A/sesi"               },
    {HTTP_POST, "akun/A/sesi/akhiri"        },
    {HTTP_POST, "akun/A/sesi/akhiri/semua"  },
    {HTTP_POST, "akun/A/tanpa-kode"         },
    {HTTP_POST, "akun/A/administrator"      },
    {HTTP_POST, "akun/A/bukan-administrator"},
    {HTTP_POST, "token"                     },
    {HTTP_POST, "token/0/akhiri"            },
};

/* Though it holds every use case of theirs, and its maker may. */
FACT(no_token_decides_who_comes_in)
{
    WebWorld *w = web_world_open("apibukantoken");
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_post(w, "/token",
                       "nama=penuh&kewenangan=undangan+akun&kewenangan="
                       "penghentian+akun&kewenangan=administrator+akun&"
                       "kewenangan=token+layanan&hari=30");
    Str token = web_entry_secret(&page);
    EXPECT_INT(api_ask_token(w, HTTP_GET, "/api/v1/akun", token).status, 200);
    for (size_t i = 0; i < COUNT(in_person); i++) {
        ROW("%s", in_person[i].path);
        WebAnswer a = api_ask_token(
            w, in_person[i].method,
            web_world_line(w, "/api/v1/%s", in_person[i].path), token);
        api_ask_expect_problem(w, &a, 403, "tidak oleh token layanan");
    }
    web_world_close(w);
}

/* As the pages refuse them: a clerk invites, a head stops, too; an
 * administrator does the rest. */
FACT(each_step_is_for_those_whom_its_page_lets)
{
    static const struct {
        const char *as, *path;
        int status;
    } rows[] = {
        {"A", "",                     403},
        {"B", "",                     200},
        {"B", "/sesi",                403},
        {"H", "/sesi",                200},
        {"B", "/sesi/akhiri/semua",   403},
        {"H", "/tanpa-kode",          403},
        {"H", "/administrator",       403},
        {"H", "/bukan-administrator", 403},
    };
    WebWorld *w = web_world_open("apisiapa");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s %s", rows[i].as, rows[i].path);
        web_world_as(w, rows[i].as);
        const char *path = web_world_line(w, "/api/v1/akun/A%s", rows[i].path);
        bool read = i < 4;
        const char *body = strstr(path, "semua") != NULL ? "{}" : with_id(w);
        WebAnswer a =
            read ? web_world_get(w, path) : api_ask_post(w, path, body);
        EXPECT_INT(a.status, rows[i].status);
    }
    web_world_close(w);
}

/* ---- service tokens -------------------------------------------------------
 */

FACT(a_token_is_made_told_once_lets_a_program_in_and_ends)
{
    WebWorld *w = web_world_open("apitokenbaru");
    const char *form = "{\"nama\":\"absensi\",\"kewenangan\":[\"presensi\","
                       "\"lihat pegawai\"],\"hari\":30}";
    web_world_as(w, "P1");
    WebAnswer a = api_ask_post(w, "/api/v1/token", form);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(a.answer->cache, "no-store");
    EXPECT_STR(api_ask_at(w, &a, "token.nama"), "absensi");
    EXPECT_STR(api_ask_at(w, &a, "token.pembuat.kode"), "P1");
    EXPECT_STR(api_ask_at(w, &a, "token.kewenangan.1"), "lihat pegawai");
    EXPECT_STR(api_ask_at(w, &a, "token.kewenangan.2"), "(none)");
    Str secret = api_ask_at(w, &a, "rahasia");
    EXPECT_INT(api_ask_token(w, HTTP_GET, "/api/v1/saya", secret).status, 200);
    const char *end = web_world_line(w, "/api/v1/token/%s/akhiri",
                                     api_ask_text(w, &a, "token.nomor"));
    a = web_world_get(w, "/api/v1/token");
    EXPECT_STR(api_ask_at(w, &a, "token.0.nama"), "absensi");
    EXPECT_LACKS(a.body, str_c(w->arena, secret));
    EXPECT_HAS(web_world_get(w, "/token").body, "absensi");
    ROW("ended by who administrates");
    web_world_as(w, "H");
    EXPECT_INT(api_ask_post(w, end, "{}").status, 403);
    web_world_as(w, "P1");
    EXPECT_INT(api_ask_post(w, end, "{}").status, 200);
    EXPECT_INT(api_ask_token(w, HTTP_GET, "/api/v1/saya", secret).status, 401);
    EXPECT_INT(api_ask_post(w, end, "{}").status, 404);
    web_world_close(w);
}

FACT(a_token_is_refused_as_its_page_refuses_it)
{
    static const struct {
        const char *body;
        int status;
        const char *words;
    } rows[] = {
        {"{\"nama\":\"x\",\"kewenangan\":[\"terbang\"],\"hari\":30}",            400,
         "'terbang' bukan kewenangan"                                                                 },
        {"{\"nama\":\"perangkat:x\",\"kewenangan\":[\"presensi\"],\"hari\":30}",
         400,                                                                         "kewenangan.csv"},
        {"{\"nama\":\"x\",\"kewenangan\":[\"presensi\"],\"hari\":367}",          422,
         ""                                                                                           },
        {"{\"nama\":\"x\",\"hari\":30}",                                         422, ""              },
    };
    WebWorld *w = web_world_open("apitokensalah");
    web_world_as(w, "P1");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].body);
        WebAnswer a = api_ask_post(w, "/api/v1/token", rows[i].body);
        api_ask_expect_problem(w, &a, rows[i].status, rows[i].words);
    }
    web_world_as(w, "H");
    WebAnswer a = api_ask_post(
        w, "/api/v1/token",
        "{\"nama\":\"x\",\"kewenangan\":[\"presensi\"],\"hari\":30}");
    api_ask_expect_problem(w, &a, 403, "administrator");
    web_world_as(w, "P1");
    a = web_world_get(w, "/api/v1/token");
    EXPECT_STR(api_ask_at(w, &a, "token"), "[]");
    web_world_close(w);
}
