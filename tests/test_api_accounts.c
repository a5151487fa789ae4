/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_accounts.c - accounts, sessions and service tokens as other programs
 * read them: never a secret, but the code of a slip to who makes it.  Kota
 * Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

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
