/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The data of the API through the door: what it says, to whom, and what it
 * refuses.
 */
#include "api/api.h"
#include "api/calendar_text.h"
#include "api_ask.h"
#include "app/load.h"
#include "app/token.h"
#include "base/clock.h"
#include "base/file.h"
#include "harness.h"
#include "web_world.h"

#include <jansson.h>
#include <stdlib.h>

/* ---- asking ---------------------------------------------------------------
 */

/* As another program asks: with a token, no cookie, no page of ours. */
static HttpRequest program_as(WebWorld *w, HttpMethod method,
                              const char *target, const char *scheme, Str token)
{
    HttpRequest request = web_world_request(w, method, target, NULL);
    request.cookies = (HttpPairs){0};
    request.headers = (HttpPairs){0};
    api_ask_header(w, &request, "host", STR("localhost"));
    if (token.len > 0)
        api_ask_header(w, &request, "authorization",
                       str_format(w->arena, "%s%.*s", scheme, STR_ARG(token)));
    return request;
}

static HttpRequest program(WebWorld *w, HttpMethod method, const char *target,
                           Str token)
{
    return program_as(w, method, target, "Bearer ", token);
}

static WebAnswer ask(WebWorld *w, const char *target, Str token)
{
    HttpRequest request = program(w, HTTP_GET, target, token);
    return web_world_ask(w, &request);
}

static WebAnswer send_with(WebWorld *w, const char *target, Str token, Str body,
                           const char *key)
{
    HttpRequest request = program(w, HTTP_POST, target, token);
    request.type = STR("application/json");
    request.body = body;
    if (key != NULL)
        api_ask_header(w, &request, "idempotency-key", str_of(key));
    return web_world_ask(w, &request);
}

static WebAnswer send(WebWorld *w, const char *target, Str token, Str body)
{
    return send_with(w, target, token, body, NULL);
}

/* The answer of a session, sent by a page's script. */
static WebAnswer say(WebWorld *w, Str body)
{
    return api_ask_post(w, "/api/v1/fakta", str_c(w->arena, body));
}

static Str token_made_by(WebWorld *w, const char *maker, const char *name,
                         const char *cases)
{
    Err err = {0};
    LiveView view;
    Token token;
    Str secret = {0};
    TokenWish wish = {STR("contoh"), str_of(maker), CHANNEL_WEB,
                      str_of(name),  str_of(cases), 30};
    CHECK(live_take(w->house.live, STR("contoh"), &view, &err));
    AccountWorld world = {w->house.accounts, &view.office, 1,
                          live_now(w->house.live), clock_monotonic_ns()};
    if (!token_make(w->arena, &world, &wish, &token, &secret, &err))
        EXPECT_STR(err.text, "");
    live_give(&view);
    return secret;
}

static Str token_named(WebWorld *w, const char *name, const char *cases)
{
    return token_made_by(w, "P1", name, cases);
}

static Str token_of(WebWorld *w, const char *cases)
{
    return token_named(w, "absensi", cases);
}

static const char *id_n(int n)
{
    static char text[FACT_ID_TEXT];
    FactId id =
        fact_id_of((Instant){INT64_C(1596500000000000)}, 7, (uint64_t)n);
    return fact_id_text(id, text);
}

/* ---- reading --------------------------------------------------------------
 */

FACT(a_day_says_where_why_and_what_is_known)
{
    WebWorld *w = web_world_open("hari");
    (void)web_world_say(w, "A", "masuk", "pegawai=A;kata=rumah");
    web_world_as(w, "A");
    WebAnswer a = web_world_get(w, "/api/v1/hari/A/2020-08-04");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(a.type, "application/json");
    EXPECT_STR(api_ask_at(w, &a, "huruf"), "R");
    EXPECT_STR(api_ask_at(w, &a, "tempat"), "rumah");
    EXPECT_STR(api_ask_at(w, &a, "orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "versi_jadwal"), "1");
    EXPECT_STR(api_ask_at(w, &a, "presensi.kata"), "rumah");
    EXPECT_STR(api_ask_at(w, &a, "fakta.0.jenis"), "masuk");
    EXPECT_STR(api_ask_at(w, &a, "laporan.keadaan"), "belum ada");
    EXPECT_STR(api_ask_at(w, &a, "temuan.0.kewajiban"), "kehadiran");
    EXPECT_HAS(a.body, "\"gelombang\": null");
    EXPECT_HAS(api_ask_at(w, &a, "mengapa"), "1/SE/2020#1(");
    EXPECT(str_find(a.body, STR("197806032006031000"), 0) == SIZE_MAX);
    web_world_close(w);
}

FACT(a_month_has_a_letter_a_day_and_sums)
{
    WebWorld *w = web_world_open("bulan");
    web_world_as(w, "A");
    WebAnswer a = web_world_get(w, "/api/v1/bulan/A/2020-08");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "hari.3.tgl"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &a, "hari.3.huruf"), "R");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.tempat"), "bukan hari kerja");
    EXPECT_STR(api_ask_at(w, &a, "hari.30.tgl"), "2020-08-31");
    EXPECT(!str_is(api_ask_at(w, &a, "jumlah.rumah"), STR("0")));
    web_world_close(w);
}

/* Who may ask for what, and how they are told. */
static const struct {
    const char *as, *target;
    int status;
} doors[] = {
    {NULL, "/api/v1/hari/A/2020-08-04", 401},
    {"B", "/api/v1/hari/A/2020-08-04", 200}, /* clerk */
    {"E", "/api/v1/hari/A/2020-08-04", 403},
    {"K1", "/api/v1/hari/A/2020-08-04", 200},
    {"K2", "/api/v1/hari/A/2020-08-04", 403},
    {"H", "/api/v1/bulan/A/2020-08", 200},
    {"A", "/api/v1/bulan/A/2020-13", 422},
    {"A", "/api/v1/hari/nobody/2020-08-04", 404},
    {"A", "/api/v1/hari/A/besok", 422},
    {"A", "/api/v1/hari/A/2020-08-04?x=1", 422},
    {"A", "/api/v1/unit/dinas", 403},
    {"H", "/api/v1/unit/dinas", 200},
    {"H", "/api/v1/unit/bkd", 403},
    {"P0", "/api/v1/unit/upt", 200},
    {"A", "/api/v1/pantau", 403},
    {"P0", "/api/v1/pantau", 200},
    {"H", "/api/v1/fakta", 403},
    {"P0", "/api/v1/fakta", 200},
    {"P0", "/api/v1/fakta?jenis=apa", 400},
    {"A", "/api/v1/pegawai?unit=dinas", 403},
    {"H", "/api/v1/pegawai?unit=dinas", 200},
    {"H", "/api/v1/pegawai?setelah=tidak", 409},
    {"H", "/api/v1/jadwal/2020-08", 200},
    {"E", "/api/v1/jadwal/2020-08", 403},
    {"K1", "/api/v1/tim", 200},
    {NULL, "/api/v1/saya", 401},
    {NULL, "/api/v1/loket", 200},
    {NULL, "/api/v1/edaran", 200},
    {NULL, "/api/v1/apa", 404},
};

FACT(each_is_told_what_is_theirs)
{
    WebWorld *w = web_world_open("pintu");
    for (size_t i = 0; i < COUNT(doors); i++) {
        ROW("%s %s", doors[i].as == NULL ? "nobody" : doors[i].as,
            doors[i].target);
        web_world_as(w, doors[i].as);
        WebAnswer a = web_world_get(w, doors[i].target);
        EXPECT_INT(a.status, doors[i].status);
        EXPECT_STR(a.type, a.status == 200 ? "application/json"
                                           : "application/problem+json");
        if (a.status == 401) EXPECT_STR(api_ask_at(w, &a, "status"), "401");
    }
    web_world_close(w);
}

FACT(lists_name_people_by_code_and_hide_their_numbers)
{
    WebWorld *w = web_world_open("daftar");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, "/api/v1/pegawai");
    EXPECT_STR(api_ask_at(w, &a, "unit.kode"), "dinas");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.kode"), "H");
    EXPECT_STR(api_ask_at(w, &a, "berikut"), "null");
    EXPECT_HAS(a.body, "Dedi \\u003cscript>");
    EXPECT(str_find(a.body, STR("197806032006031000"), 0) == SIZE_MAX);
    a = web_world_get(w, "/api/v1/pegawai?setelah=K2");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.kode"), "A");
    a = web_world_get(w, "/api/v1/jadwal/2020-08?unit=s1&setelah=K1");
    EXPECT_STR(api_ask_at(w, &a, "hari.3"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.kode"), "A");
    EXPECT_INT((int64_t)api_ask_at(w, &a, "pegawai.0.huruf").len, 31);
    EXPECT_INT(api_ask_at(w, &a, "pegawai.0.huruf").ptr[3], 'R');
    web_world_as(w, "K1");
    a = web_world_get(w, "/api/v1/tim");
    EXPECT_STR(api_ask_at(w, &a, "atasan.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "bawahan.3.orang.kode"), "C");
    a = web_world_get(w, "/api/v1/saya");
    EXPECT_STR(api_ask_at(w, &a, "unit.kode"), "s1");
    EXPECT_STR(api_ask_at(w, &a, "zona"), "WITA");
    web_world_close(w);
}

FACT(anybody_reads_counters_and_letters)
{
    WebWorld *w = web_world_open("umum");
    WebAnswer a = ask(w, "/api/v1/loket", STR(""));
    EXPECT_STR(api_ask_at(w, &a, "loket.0.kode"), "L1");
    EXPECT_STR(api_ask_at(w, &a, "loket.0.keadaan"), "buka");
    a = ask(w, "/api/v1/edaran", STR(""));
    EXPECT_STR(api_ask_at(w, &a, "edaran.0.nomor"), "1/SE/2020");
    EXPECT_STR(api_ask_at(w, &a, "edaran.0.aturan.0.dasar"), "1/SE/2020#1(1)");
    web_world_close(w);
}

FACT(a_counter_says_how_it_is_reached_as_far_as_known)
{
    WebWorld *w = web_world_open_reached("dicapai");
    WebAnswer a = ask(w, "/api/v1/loket", STR(""));
    EXPECT_STR(api_ask_at(w, &a, "loket.1.kode"), "L1");
    EXPECT_STR(api_ask_at(w, &a, "loket.1.telepon"), "+62 542 000001");
    EXPECT_STR(api_ask_at(w, &a, "loket.1.alamat"),
               "Jalan <Contoh> No. 1, Contoh");
    EXPECT_STR(api_ask_at(w, &a, "loket.1.syarat.1"), "Kartu Keluarga");
    EXPECT_STR(api_ask_at(w, &a, "loket.1.titik"), "-1.27,116.83");
    EXPECT_STR(api_ask_at(w, &a, "loket.1.daring"),
               "https://contoh.invalid/l1?a=1&b=2");
    EXPECT_HAS(a.body, "\"telepon\": null");
    EXPECT_HAS(a.body, "\"titik\": null");
    EXPECT_HAS(a.body, "\"daring\": null");
    web_world_close(w);
}

FACT(a_unit_and_all_agencies_are_counted)
{
    WebWorld *w = web_world_open("unit");
    web_world_as(w, "P0");
    WebAnswer a = web_world_get(w, "/api/v1/unit/upt");
    EXPECT_STR(api_ask_at(w, &a, "pegawai"), "5");
    EXPECT_STR(api_ask_at(w, &a, "loket.0.kode"), "L1");
    a = web_world_get(w, "/api/v1/pantau");
    EXPECT_STR(api_ask_at(w, &a, "hari"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &a, "jumlah.pegawai"), "19");
    web_world_close(w);
}

FACT(the_feed_goes_on_from_a_place_and_gives_no_secret)
{
    WebWorld *w = web_world_open("aliran");
    (void)web_world_say(w, "A", "masuk", "pegawai=A;kata=rumah");
    (void)web_world_say(w, "K1", "cuti",
                        "pegawai=A;kata=sakit;mulai=2020-08-06;sampai=2020-08-"
                        "07;rahasia=ginjal");
    web_world_as(w, "P0");
    WebAnswer a = web_world_get(w, "/api/v1/fakta?jenis=masuk");
    EXPECT_STR(api_ask_at(w, &a, "fakta.0.pegawai"), "A");
    EXPECT_STR(api_ask_at(w, &a, "fakta.0.kata"), "rumah");
    EXPECT_STR(api_ask_at(w, &a, "masih_ada"), "false");
    Str place = api_ask_at(w, &a, "fakta.0.nomor");
    a = web_world_get(
        w, str_c(w->arena, str_format(w->arena, "/api/v1/fakta?setelah=%.*s",
                                      STR_ARG(place))));
    EXPECT_STR(api_ask_at(w, &a, "fakta.0.jenis"), "cuti");
    EXPECT_STR(api_ask_at(w, &a, "fakta.0.tersegel"), "(none)");
    EXPECT_STR(api_ask_at(w, &a, "fakta.0.kata"), "(none)");
    EXPECT(str_find(a.body, STR("ginjal"), 0) == SIZE_MAX);
    EXPECT(str_find(a.body, STR("sakit"), 0) == SIZE_MAX);
    web_world_close(w);
}

/* In the order of the fields of a fact. */
FACT(the_feed_tells_of_requests_and_cases_not_what_was_written)
{
    static const struct {
        const char *as, *kind, *fields;
    } rows[] = {
        {"A", "izin ke luar daerah", "mulai=2020-08-08;sampai=2020-08-09"},
        {"A", "izin ke kantor", "mulai=2020-08-06;sampai=2020-08-06"},
        {"A", "dinas luar",
         "prioritas=Sebabnya;urgensi=Sebabnya;hal=Sebabnya;mulai=2020-08-06;"
         "sampai=2020-08-06"},
        {"P0", "klarifikasi", "kata=tanya"},
        {"A", "keberatan", "kata=jadwal"},
        {"A", "pesan", ""},
    };
    WebWorld *w = web_world_open("aliran-isi");
    for (size_t i = 0; i < COUNT(rows); i++)
        (void)web_world_say(
            w, rows[i].as, rows[i].kind,
            web_world_line(w, "pegawai=A;isi=Sebabnya;%s", rows[i].fields));
    web_world_as(w, "P0");
    WebAnswer a = web_world_get(w, "/api/v1/fakta");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].kind);
        EXPECT_HAS(a.body,
                   web_world_line(w, "\"jenis\": \"%s\"", rows[i].kind));
    }
    EXPECT_LACKS(a.body, "Sebabnya");
    web_world_close(w);
}

FACT(the_feed_tells_the_words_of_the_work)
{
    WebWorld *w = web_world_open("aliran-kerja");
    (void)web_world_say(w, "A", "laporan", "pegawai=A;isi=Tujuh berkas");
    (void)web_world_say(w, "A", "masuk",
                        "pegawai=A;kata=rumah;isi=Anak saya demam");
    web_world_as(w, "P0");
    WebAnswer a = web_world_get(w, "/api/v1/fakta");
    EXPECT_HAS(a.body, "Tujuh berkas");
    EXPECT_LACKS(a.body, "demam");
    web_world_close(w);
}

/* ---- saying ---------------------------------------------------------------
 */

FACT(a_fact_is_kept_once_with_its_receipt)
{
    WebWorld *w = web_world_open("fakta");
    web_world_as(w, "A");
    Str body = str_format(w->arena,
                          "{\"id\":\"%s\",\"jenis\":\"masuk\","
                          "\"pegawai\":\"A\",\"kata\":\"rumah\"}",
                          id_n(1));
    WebAnswer a = say(w, body);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "id"), id_n(1));
    EXPECT_INT((int64_t)api_ask_at(w, &a, "segel").len, 64);
    WebAnswer again = say(w, body);
    EXPECT_INT(again.status, 200);
    EXPECT_STR(api_ask_at(w, &again, "nomor"), api_ask_at(w, &a, "nomor"));
    EXPECT_STR(api_ask_at(w, &again, "segel"), api_ask_at(w, &a, "segel"));
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 1);
    EXPECT_STR(web_world_last(w, "masuk").actor, "A");
    WebAnswer other =
        say(w, str_format(w->arena,
                          "{\"id\":\"%s\",\"jenis\":\"masuk\","
                          "\"pegawai\":\"A\",\"kata\":\"kantor\"}",
                          id_n(1)));
    EXPECT_INT(other.status, 409);
    web_world_close(w);
}

#define SAID "{\"jenis\":\"masuk\",\"pegawai\":\"A\",\"kata\":\"rumah\""

static const struct {
    const char *body;
    int status;
    const char *said;
} refused[] = {
    {"", 400, "JSON"},
    {"[]", 400, "objek"},
    {"{\"jenis\":\"masuk\"", 400, "baris 1"},
    {"{\"pegawai\":\"A\"}", 400, "jenis"},
    {"{\"jenis\":\"apa\"}", 400, "jenis"},
    {SAID ",\"kata\":\"kantor\"}", 400, "JSON"},
    {SAID ",\"warna\":\"merah\"}", 400, "warna"},
    {SAID ",\"pelaku\":\"H\"}", 400, "pelaku"},
    {SAID ",\"tersegel\":\"x\"}", 400, "tersegel"},
    {SAID ",\"diterima\":\"2020-08-04T00:00:00Z\"}", 400, "diterima"},
    {SAID ",\"saluran\":\"sistem\"}", 400, "saluran"},
    {SAID ",\"saluran\":\"perangkat bersama\"}", 400, "saluran"},
    {SAID ",\"isi\":{\"a\":1}}", 400, "isi"},
    {SAID ",\"isi\":1.5}", 400, "isi"},
    {SAID ",\"isi\":\"a\\u0000b\"}", 400, "JSON"},
    {SAID ",\"isi\":[[[[[[[[[[]]]]]]]]]]}", 400, "bersarang"},
    {SAID ",\"hari\":\"kemarin\"}", 400, "hari"},
    {SAID ",\"id\":\"1\"}", 400, "id"},
    {SAID ",\"jumlah\":3}", 400, "jumlah"},
    {SAID ",\"saat\":\"1970-01-01T00:00:00Z\"}", 400, "2000"},
    {"{\"jenis\":\"masuk\",\"pegawai\":\"E\",\"kata\":\"rumah\"}", 403,
     "berwenang"},
    /* Whoever may not say it learns no unit by guessing. */
    {"{\"jenis\":\"masuk\",\"pegawai\":\"E\",\"kata\":\"rumah\","
     "\"unit\":\"upt\"}",
     403, "berwenang"},
    {"{\"jenis\":\"masuk\",\"pegawai\":\"XX\",\"kata\":\"rumah\"}", 400, "XX"},
    {"{\"jenis\":\"jadwal terbit\",\"hal\":\"x\"}", 400, "tangan"},
};

FACT(what_is_no_fact_is_refused_and_nothing_is_kept)
{
    WebWorld *w = web_world_open("tolak");
    web_world_as(w, "A");
    size_t before = web_world_kept(w, NULL);
    for (size_t i = 0; i < COUNT(refused); i++) {
        ROW("%s", refused[i].body);
        WebAnswer a = say(w, str_of(refused[i].body));
        EXPECT_INT(a.status, refused[i].status);
        EXPECT_STR(a.type, "application/problem+json");
        EXPECT_STR(api_ask_at(w, &a, "title"),
                   refused[i].status == 403 ? "Forbidden" : "Bad Request");
        EXPECT_HAS(api_ask_at(w, &a, "detail"), refused[i].said);
    }
    EXPECT_INT((int64_t)web_world_kept(w, NULL), (int64_t)before);
    web_world_close(w);
}

/* Quoted, it is cut; JSON holds no half of a letter. */
FACT(a_long_name_that_nobody_knows_is_refused_in_whole_letters)
{
    WebWorld *w = web_world_open("panjang");
    const char *letters = "éééééééééééééééééééééééééééééééééééé";
    for (int i = 1; i <= 2; i++) {
        ROW("%d", i);
        const char *name = web_world_line(w, "%.*s%s", i, "xx", letters);
        web_world_as(w, NULL);
        WebAnswer open =
            web_world_get(w, web_world_line(w, "/api/v1/loket?%s=1", name));
        EXPECT_INT(open.status, 422);
        EXPECT_HAS(open.body, "éé: isian ini tidak dikenal");
        web_world_as(w, "A");
        const char *body =
            web_world_line(w, "{\"jenis\": \"masuk\", \"%s\": 1}", name);
        WebAnswer said = say(w, str_of(body));
        EXPECT_INT(said.status, 400);
        EXPECT_HAS(said.body, "isian ini tidak dikenal");
        EXPECT_INT((int64_t)str_utf8_fault(said.body), (int64_t)SIZE_MAX);
    }
    web_world_close(w);
}

FACT(a_body_that_is_too_large_is_refused)
{
    WebWorld *w = web_world_open("besar");
    web_world_as(w, "A");
    Buf body = buf_in(w->arena);
    buf_c(&body, SAID ",\"isi\":\"");
    for (int i = 0; i < 65536; i++)
        buf_char(&body, 'a');
    buf_c(&body, "\"}");
    EXPECT_INT(say(w, buf_str(&body)).status, 413);
    web_world_close(w);
}

FACT(the_scheme_of_a_token_is_of_any_case)
{
    static const struct {
        const char *scheme;
        int status;
    } cases[] = {
        {"Bearer ", 200},   {"bearer ", 200}, {"BEARER ", 200},
        {"Bearer   ", 200}, {"Bearer", 401},  {"Basic ", 401},
        {"Bearers ", 401},  {"", 401},
    };
    WebWorld *w = web_world_open("skema");
    Str token = token_of(w, "lihat unit");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].scheme);
        HttpRequest request =
            program_as(w, HTTP_GET, "/api/v1/saya", cases[i].scheme, token);
        EXPECT_INT(web_world_ask(w, &request).status, cases[i].status);
    }
    web_world_close(w);
}

FACT(a_session_must_show_its_key_and_a_token_its_use_case)
{
    WebWorld *w = web_world_open("kunci");
    Str body = STR(SAID "}");
    web_world_as(w, "A");
    HttpRequest request =
        web_world_request(w, HTTP_POST, "/api/v1/fakta", NULL);
    request.body = body;
    EXPECT_INT(web_world_ask(w, &request).status, 409);
    web_world_as(w, NULL);
    WebAnswer unknown = send(w, "/api/v1/fakta", STR("tk_x"), body);
    EXPECT_INT(unknown.status, 401);
    EXPECT_STR(api_ask_at(w, &unknown, "status"), "401");
    EXPECT_STR(api_ask_at(w, &unknown, "title"), "Unauthorized");
    EXPECT_HAS(api_ask_at(w, &unknown, "detail"), "token layanan");
    Str token = token_of(w, "lihat unit");
    WebAnswer a = send(w, "/api/v1/fakta", token, body);
    EXPECT_INT(a.status, 403);
    EXPECT_STR(api_ask_at(w, &a, "title"), "Forbidden");
    EXPECT_HAS(api_ask_at(w, &a, "detail"), "token layanan");
    EXPECT_INT(send(w, "/api/v1/kehadiran", token, STR("[]")).status, 403);
    EXPECT_INT(ask(w, "/api/v1/pantau", token).status, 403);
    EXPECT_INT(ask(w, "/api/v1/unit/dinas", token).status, 200);
    a = ask(w, "/api/v1/saya", token);
    EXPECT_STR(api_ask_at(w, &a, "token.kewenangan.0"), "lihat unit");
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    web_world_close(w);
}

/* A reports "Tabel", which K1 approves; its id. */
static const char *approved_report(WebWorld *w)
{
    const char *id = web_world_say(w, "A", "laporan", "pegawai=A;isi=Tabel");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=terima", id));
    return id;
}

static Str report(WebWorld *w, int n, const char *more)
{
    return str_format(w->arena,
                      "{\"id\":\"%s\",\"jenis\":\"laporan\",\"pegawai\":"
                      "\"A\",\"isi\":\"Peta\"%s}",
                      id_n(n), more);
}

FACT(a_report_of_a_program_asks_before_it_replaces_an_approved_one)
{
    WebWorld *w = web_world_open("disetujui");
    const char *old = approved_report(w);
    web_world_as(w, "A");
    WebAnswer a = say(w, report(w, 1, ""));
    EXPECT_INT(a.status, 400);
    EXPECT_STR(a.type, "application/problem+json");
    EXPECT_STR(api_ask_at(w, &a, "tetap"), old);
    EXPECT_STR(api_ask_at(w, &a, "disetujui"), "Tabel");
    EXPECT_HAS(api_ask_at(w, &a, "detail"),
               "laporan 4 Agustus 2020 sudah disetujui: “Tabel”");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    a = say(w, report(w, 1, ",\"tetap\":\"x\""));
    EXPECT_INT(a.status, 400);
    EXPECT_HAS(api_ask_at(w, &a, "detail"), "tetap");
    const char *seen = web_world_line(w, ",\"tetap\":\"%s\"", old);
    EXPECT_INT(say(w, report(w, 1, seen)).status, 201);
    EXPECT_INT(say(w, report(w, 1, seen)).status, 200);
    EXPECT_INT(say(w, report(w, 1, "")).status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

/* It may write of A, whose days it may not read. */
FACT(a_token_that_may_not_look_is_asked_without_the_text)
{
    WebWorld *w = web_world_open_odd("tanpa-isi");
    const char *old = approved_report(w);
    Str blind = token_made_by(w, "B", "laporan", "laporan");
    Str seeing = token_made_by(w, "B", "semua", "laporan|lihat pegawai");
    Str body = report(w, 1, ",\"saluran\":\"petugas\"");
    WebAnswer a = send(w, "/api/v1/fakta", blind, body);
    EXPECT_INT(a.status, 400);
    EXPECT_STR(api_ask_at(w, &a, "tetap"), old);
    EXPECT_STR(api_ask_at(w, &a, "disetujui"), "…");
    EXPECT_LACKS(a.body, "Tabel");
    a = send(w, "/api/v1/fakta", seeing, body);
    EXPECT_STR(api_ask_at(w, &a, "disetujui"), "Tabel");
    web_world_close(w);
}

/* Nobody is asked what would be refused anyhow. */
FACT(a_report_of_a_day_that_is_over_is_refused_unasked)
{
    WebWorld *w = web_world_open("lewat");
    const char *old = approved_report(w);
    const char *seen = web_world_line(w, ",\"tetap\":\"%s\"", old);
    web_world_at(w, "2020-08-05", "08.00");
    web_world_as(w, "A");
    WebAnswer a = say(w, report(w, 1, ",\"hari\":\"2020-08-04\""));
    api_ask_expect_problem(w, &a, 400, "hari itu sudah lewat");
    ROW("what stands is not mended");
    a = say(w, report(w, 1,
                      web_world_line(w,
                                     ",\"hari\":\"2020-08-04\","
                                     "\"tentang\":\"%s\"%s",
                                     old, seen)));
    api_ask_expect_problem(w, &a, 400, "tidak ada lagi yang perlu diperbaiki");
    ROW("a clerk may note it later, and is asked");
    web_world_as(w, "B");
    const char *paper = ",\"hari\":\"2020-08-04\",\"saluran\":\"kertas\"";
    a = say(w, report(w, 2, paper));
    api_ask_expect_problem(w, &a, 400, "sudah disetujui");
    a = say(w, report(w, 2, web_world_line(w, "%s%s", paper, seen)));
    EXPECT_INT(a.status, 201);
    web_world_close(w);
}

/* Whoever may not report for them is not told what was approved. */
FACT(an_approved_report_is_told_to_nobody_else)
{
    WebWorld *w = web_world_open("orang-lain");
    (void)approved_report(w);
    web_world_as(w, "E");
    WebAnswer a = say(w, report(w, 1, ""));
    EXPECT_INT(a.status, 403);
    EXPECT_LACKS(a.body, "Tabel");
    web_world_as(w, "B"); /* the clerk asks and is asked */
    a = say(w, report(w, 2, ",\"saluran\":\"petugas\""));
    EXPECT_INT(a.status, 400);
    EXPECT_STR(api_ask_at(w, &a, "disetujui"), "Tabel");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    web_world_close(w);
}

/* "perangkat:pintu" is shared in s1, by register/kewenangan.csv. */
FACT(a_token_of_a_shared_device_says_what_devices_may_of_its_unit)
{
    static const struct {
        const char *body;
        int status;
    } cases[] = {
        {SAID "}", 201},
        {SAID ",\"saluran\":\"perangkat bersama\"}", 201},
        {SAID ",\"saluran\":\"web\"}", 400},
        {"{\"jenis\":\"masuk\",\"pegawai\":\"E\",\"kata\":\"rumah\"}", 403},
        {"{\"jenis\":\"isyarat\",\"pegawai\":\"A\","
         "\"kata\":\"perangkat\"}",
         201},
        {"{\"jenis\":\"isyarat\",\"pegawai\":\"E\","
         "\"kata\":\"perangkat\"}",
         403},
        {"{\"jenis\":\"laporan\",\"pegawai\":\"A\",\"isi\":\"x\"}", 403},
        {SAID ",\"tetap\":\"0192f3cc-3b57-76a2-b90d-84fe07a1c6d5\"}", 400},
    };
    WebWorld *w = web_world_open("bersama");
    Str token = token_named(w, "perangkat:pintu", "presensi|sistem|laporan");
    Str person = token_of(w, "presensi|sistem");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].body);
        Str body = str_of(cases[i].body);
        EXPECT_INT(send(w, "/api/v1/fakta", token, body).status,
                   cases[i].status);
    }
    EXPECT_INT(send(w, "/api/v1/fakta", person, str_of(cases[4].body)).status,
               403);
    /* elsewhere it would be its maker */
    EXPECT_INT(send(w, "/api/v1/kehadiran", token, STR("[]")).status, 403);
    EXPECT_INT(ask(w, "/api/v1/edaran?tgl=2020-08-04", token).status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 2);
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 1);
    Fact signal = web_world_last(w, "isyarat");
    EXPECT_STR(signal.actor, "perangkat:pintu");
    EXPECT_INT(signal.channel, CHANNEL_DEVICE);
    EXPECT_STR(web_world_last(w, "masuk").actor, "perangkat:pintu");
    web_world_close(w);
}

FACT(a_signal_is_about_a_check_in_of_its_person_and_day)
{
    WebWorld *w = web_world_open("isyarat-tentang");
    Str token = token_named(w, "perangkat:pintu", "sistem");
    const char *in = web_world_say(w, "A", "masuk", "pegawai=A;kata=kantor");
    const char *out = web_world_say(w, "A", "pulang", "pegawai=A;kata=kantor");
    const struct {
        const char *about, *who, *more;
        int status;
    } cases[] = {
        {in, "A", "", 201},
        {out, "A", "", 400},
        {in, "B", "", 400},
        {in, "A", ",\"hari\":\"2020-08-03\"", 400},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%zu", i);
        Str body = str_format(w->arena,
                              "{\"jenis\":\"isyarat\",\"pegawai\":\"%s\","
                              "\"kata\":\"perangkat\",\"tentang\":\"%s\"%s}",
                              cases[i].who, cases[i].about, cases[i].more);
        EXPECT_INT(send(w, "/api/v1/fakta", token, body).status,
                   cases[i].status);
    }
    EXPECT_INT((int64_t)web_world_kept(w, "isyarat"), 1);
    web_world_close(w);
}

FACT(a_token_takes_the_name_of_a_shared_device_only_where_the_register_does)
{
    static const char *const names[] = {"perangkat:lain", "perangkat:Pintu",
                                        "perangkat:"};
    WebWorld *w = web_world_open("bersama-nama");
    web_world_as(w, "P1");
    EXPECT_HAS(web_world_get(w, "/token").body, "“perangkat:”");
    for (size_t i = 0; i < COUNT(names); i++) {
        ROW("%s", names[i]);
        WebAnswer a = web_world_post(
            w, "/token",
            web_world_line(w, "nama=%s&hari=9&kewenangan=presensi", names[i]));
        EXPECT_INT(a.status, 422);
        EXPECT_HAS(a.body, "tidak ada di register/kewenangan.csv");
        EXPECT_LACKS(a.body, "tk_");
    }
    WebAnswer made = web_world_post(
        w, "/token", "nama=perangkat:pintu&hari=9&kewenangan=presensi");
    EXPECT_INT(made.status, 200);
    EXPECT_HAS(made.body, "tk_");
    web_world_close(w);
}

FACT(a_key_of_the_header_is_the_id_of_the_fact)
{
    WebWorld *w = web_world_open("kunci-ulang");
    Str token = token_of(w, "status daerah");
    Str body = STR("{\"jenis\":\"status daerah\",\"hal\":\"zona merah\","
                   "\"isi\":\"SK 1\",\"mulai\":\"2020-08-05\","
                   "\"sampai\":\"2020-08-09\",\"saluran\":\"web\"}");
    WebAnswer a = send_with(w, "/api/v1/fakta", token, body, id_n(5));
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "id"), id_n(5));
    EXPECT_INT(send_with(w, "/api/v1/fakta", token, body, id_n(5)).status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "status daerah"), 1);
    EXPECT_STR(web_world_last(w, "status daerah").actor, "P1");
    EXPECT_INT(send_with(w, "/api/v1/fakta", token, body, "abc").status, 400);
    Str own = str_format(w->arena, "{\"id\":\"%s\",%.*s", id_n(5),
                         STR_ARG(str_slice(body, 1, body.len)));
    EXPECT_INT(send_with(w, "/api/v1/fakta", token, own, id_n(5)).status, 200);
    a = send_with(w, "/api/v1/fakta", token, own, id_n(6));
    api_ask_expect_problem(w, &a, 400, "harus sama");
    EXPECT_INT((int64_t)web_world_kept(w, "status daerah"), 1);
    web_world_close(w);
}

/* A form of data with that key; A's own session is listed, but not ended. */
FACT(a_key_of_the_header_is_that_of_a_form_too)
{
    WebWorld *w = web_world_open("kunci-formulir");
    web_world_as(w, "H");
    const char *target = "/api/v1/unit/s2/buka";
    HttpRequest request =
        web_world_request(w, HTTP_POST, target, "mulai=2020-08-12");
    api_ask_header(w, &request, "idempotency-key", str_of("abc"));
    WebAnswer a = web_world_ask(w, &request);
    api_ask_expect_problem(w, &a, 422, "");
    EXPECT_HAS(a.body, "id: bentuknya tidak dikenal");
    request =
        web_world_request(w, HTTP_POST, target,
                          web_world_line(w, "mulai=2020-08-12&id=%s", id_n(5)));
    api_ask_header(w, &request, "idempotency-key", str_of(id_n(6)));
    a = web_world_ask(w, &request);
    api_ask_expect_problem(w, &a, 400, "harus sama");
    web_world_close(w);
}

FACT(a_body_of_no_kind_that_is_read_is_refused_by_its_type)
{
    static const struct {
        const char *target, *type, *body;
        int status;
    } cases[] = {
        {"/api/v1/fakta", "text/plain", "{}", 415},
        {"/api/v1/fakta", "application/jsonx", "{}", 415},
        {"/api/v1/fakta", "", "{}", 415},
        {"/api/v1/fakta", "application/json", "{}", 400},
        {"/api/v1/kehadiran", "application/xml", "[]", 415},
        {"/api/v1/rekap/tutup", "application/json-patch+json", "[]", 415},
        {"/api/v1/rekap/tutup", "application/json", "{}", 422},
        {"/masuk", "application/json", "{}", 415},
        {"/masuk", "text/plain", "nama=x", 415},
    };
    WebWorld *w = web_world_open("jenis-isi");
    web_world_as(w, "H");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s to %s", cases[i].type, cases[i].target);
        HttpRequest request =
            web_world_request(w, HTTP_POST, cases[i].target, NULL);
        request.type = str_of(cases[i].type);
        request.body = str_of(cases[i].body);
        api_ask_header(w, &request, "x-kunci",
                       session_form_token(w->arena, &w->in.session));
        EXPECT_INT(web_world_ask(w, &request).status, cases[i].status);
    }
    HttpRequest form =
        web_world_request(w, HTTP_POST, "/api/v1/fakta", "jenis=masuk");
    WebAnswer a = web_world_ask(w, &form);
    api_ask_expect_problem(w, &a, 415, "application/json");
    web_world_close(w);
}

FACT(a_fact_holds_nothing_that_nobody_sees)
{
    WebWorld *w = web_world_open("tak-terlihat");
    Str token = token_of(w, "status daerah");
    Str body = STR("{\"jenis\":\"status daerah\",\"hal\":\"zona merah\","
                   "\"isi\":\"SK \\u202e1\",\"mulai\":\"2020-08-05\","
                   "\"sampai\":\"2020-08-09\",\"saluran\":\"web\"}");
    WebAnswer a = send_with(w, "/api/v1/fakta", token, body, id_n(5));
    api_ask_expect_problem(w, &a, 400, "isi: isi teks tanpa karakter");
    EXPECT_INT((int64_t)web_world_kept(w, "status daerah"), 0);
    web_world_close(w);
}

/* ---- presence -------------------------------------------------------------
 */

/* P1 becomes clerk of all units, too: as docs/api.md asks of whoever makes the
 * token of an attendance program. */
static void make_clerk(WebWorld *w, const char *name)
{
    Err err = {0};
    LoadFolder from = {0};
    Loaded loaded = {0};
    Date day;
    const char *folder =
        file_path(w->arena, harness_folder(),
                  str_c(w->arena, str_format(w->arena, "%s-asal", name)));
    CHECK(file_write(file_path(w->arena, folder, "register/kewenangan.csv"),
                     STR("orang,peran,unit,mulai,sampai\n"
                         "P1,administrator,,2020-01-01,\n"
                         "P1,petugas unit,kota,2020-01-01,\n"),
                     &err));
    bool fine = load_read(w->arena, folder, &from, &err) &&
                date_of(2020, 8, 4, &day) &&
                load_write(w->store, &from, day, &loaded, &err);
    EXPECT_STR(err.text, "");
    CHECK(fine);
    web_world_at(w, "2020-08-04", "16.30");
}

#define AT "\"saat\":\"2020-08-04T07:2"

static const char presence[] =
    "[{\"orang\":\"A\"," AT "1:05+08:00\",\"jenis\":\"masuk\","
    "\"tempat\":\"kantor\"},"
    "{\"nip\":\"196605311993121000\"," AT "2:05+08:00\",\"jenis\":\"masuk\","
    "\"tempat\":\"kantor\"},"
    "{\"nomor_lokal\":\"lokal-G\",\"saat\":\"2020-08-04T08:00:00Z\","
    "\"jenis\":\"pulang\"},"
    "{\"orang\":\"XX\"," AT "3:05+08:00\",\"jenis\":\"masuk\","
    "\"tempat\":\"kantor\"},"
    "{\"orang\":\"B\",\"saat\":\"2020-08-04 07:21\",\"jenis\":\"masuk\"},"
    "{\"orang\":\"B\",\"nip\":\"1\"," AT "4:05+08:00\",\"jenis\":\"masuk\"},"
    "{\"orang\":\"P1\"," AT "5:05+08:00\",\"jenis\":\"masuk\","
    "\"tempat\":\"kantor\"},7]";

FACT(presence_of_another_program_is_kept_item_by_item_and_once)
{
    WebWorld *w = web_world_open("kehadiran");
    make_clerk(w, "kehadiran");
    Str token = token_of(w, "presensi");
    WebAnswer a = send(w, "/api/v1/kehadiran", token, str_of(presence));
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "tercatat"), "3");
    EXPECT_STR(api_ask_at(w, &a, "ditolak"), "5");
    EXPECT_STR(api_ask_at(w, &a, "butir.0.hasil"), "tercatat");
    EXPECT_STR(api_ask_at(w, &a, "butir.3.status"), "404");
    EXPECT_HAS(api_ask_at(w, &a, "butir.4.masalah"), "saat");
    EXPECT_HAS(api_ask_at(w, &a, "butir.5.masalah"), "salah satu");
    EXPECT_HAS(api_ask_at(w, &a, "butir.7.masalah"), "objek");
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 2);
    Fact last = web_world_last(w, "masuk");
    EXPECT_STR(last.person, "H");
    EXPECT_INT(last.channel, CHANNEL_IMPORT);
    EXPECT_INT(fact_minute(&last), 7 * 60 + 22);
    a = send(w, "/api/v1/kehadiran", token, str_of(presence));
    EXPECT_STR(api_ask_at(w, &a, "tercatat"), "0");
    EXPECT_STR(api_ask_at(w, &a, "sudah_ada"), "3");
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 2);
    web_world_close(w);
}

/* What an item lacks, by the name that it has here. */
static const struct {
    const char *item, *said;
} items_wrong[] = {
    {"{\"orang\":\"A\"," AT "1:05+08:00\",\"jenis\":\"masuk\"}",
     "tempat: kantor"},
    {"{\"orang\":\"A\"," AT
     "1:05+08:00\",\"jenis\":\"pulang\",\"tempat\":\"x\"}",
     "tempat: kantor"},
    {"{\"orang\":\"A\",\"saat\":\"1970-01-01T00:00:00Z\","
     "\"jenis\":\"masuk\",\"tempat\":\"kantor\"}",
     "saat: saat dengan selisih zona antara tahun 2000"},
    {"{\"orang\":\"A\"," AT "1:05+08:00\",\"tempat\":\"kantor\"}",
     "jenis: masuk"},
};

FACT(presence_that_lacks_something_is_told_what_by_its_name)
{
    WebWorld *w = web_world_open("kehadiran-kurang");
    make_clerk(w, "kehadiran-kurang");
    Str token = token_of(w, "presensi");
    for (size_t i = 0; i < COUNT(items_wrong); i++) {
        ROW("%s", items_wrong[i].item);
        WebAnswer a = send(w, "/api/v1/kehadiran", token,
                           str_format(w->arena, "[%s]", items_wrong[i].item));
        EXPECT_STR(api_ask_at(w, &a, "butir.0.status"), "400");
        EXPECT_HAS(api_ask_at(w, &a, "butir.0.masalah"), items_wrong[i].said);
    }
    web_world_close(w);
}

FACT(presence_needs_a_clerk_who_is_an_administrator)
{
    WebWorld *w = web_world_open("kehadiran-tolak");
    Str token = token_of(w, "presensi");
    WebAnswer a = send(w, "/api/v1/kehadiran", token, str_of(presence));
    EXPECT_STR(api_ask_at(w, &a, "butir.0.status"), "403");
    EXPECT_STR(api_ask_at(w, &a, "tercatat"), "0");
    EXPECT_INT(send(w, "/api/v1/kehadiran", token, STR("{}")).status, 400);
    Buf many = buf_in(w->arena);
    buf_c(&many, "[1");
    for (int i = 0; i < 1000; i++)
        buf_c(&many, ",1");
    buf_c(&many, "]");
    EXPECT_INT(send(w, "/api/v1/kehadiran", token, buf_str(&many)).status, 413);
    web_world_close(w);
}

/* ---- the description ------------------------------------------------------
 */

static void expect_described(const WebWorld *w, const json_t *root)
{
    static const char *const methods[] = {"get", "post", "put", "delete"};
    size_t rows = 0, told = 0;
    const json_t *paths = json_object_get(root, "paths");
    for (size_t t = 0; t < w->door.table_count; t++) {
        for (size_t i = 0; i < w->door.tables[t].count; i++) {
            const Route *route = &w->door.tables[t].at[i];
            if (!route->data) continue;
            ROW("%s %s", methods[route->method], route->path);
            const json_t *row = json_object_get(
                json_object_get(paths, route->path), methods[route->method]);
            EXPECT(row != NULL);
            EXPECT_STR(json_string_value(json_object_get(row, "summary")),
                       route->title);
            EXPECT(route->method != HTTP_GET ||
                   json_array_size(json_object_get(row, "parameters")) ==
                       route->fields.count);
            EXPECT_INT(
                (int64_t)json_array_size(json_object_get(row, "security")),
                route->permit.kind == PERMIT_ANYBODY ? 0
                : route->in_person                   ? 1
                                                     : 2);
            rows++;
        }
    }
    const char *path;
    json_t *at;
    json_object_foreach((json_t *)(uintptr_t)paths, path, at) told +=
        json_object_size(at);
    EXPECT_INT((int64_t)told, (int64_t)rows);
    EXPECT(rows >= 15);
}

FACT(the_description_is_made_of_every_route_of_data)
{
    WebWorld *w = web_world_open("uraian");
    WebAnswer a = ask(w, "/api/v1/openapi.json", STR(""));
    EXPECT_INT(a.status, 200);
    json_t *root =
        json_loadb(a.body.ptr, a.body.len, JSON_REJECT_DUPLICATES, NULL);
    EXPECT_STR(api_ask_at(w, &a, "openapi"), "3.1.0");
    expect_described(w, root);
    json_decref(root);
    web_world_close(w);
}

/* ---- the calendar ---------------------------------------------------------
 */

/* The secret name in the page that was made. */
static const char *feed_in(WebWorld *w, const WebAnswer *page)
{
    Str mark = STR("/kalender/");
    size_t at = str_find(page->body, STR("http://localhost/kalender/"), 0);
    CHECK(at != SIZE_MAX);
    at = str_find(page->body, mark, at);
    size_t end = str_find(page->body, STR(".ics"), at);
    return str_c(w->arena, str_slice(page->body, at, end + 4));
}

FACT(a_calendar_has_an_event_a_day_of_the_plan)
{
    WebWorld *w = web_world_open("kalender");
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/kalender");
    EXPECT_INT(page.status, 200);
    EXPECT_HAS(page.body, "<h1>Hari kerja saya di kalender</h1>");
    page = web_world_post(w, "/kalender", "");
    EXPECT_INT(page.status, 200);
    const char *feed = feed_in(w, &page);
    WebAnswer a = ask(w, feed, STR(""));
    EXPECT_INT(a.status, 200);
    EXPECT_STR(a.type, "text/calendar; charset=utf-8");
    EXPECT(str_starts(a.body, STR("BEGIN:VCALENDAR\r\n")));
    EXPECT_HAS(a.body, "UID:A-2020-08-04@contoh\r\n");
    EXPECT_HAS(a.body, "DTSTART;VALUE=DATE:20200804\r\n");
    EXPECT_HAS(a.body, "DTEND;VALUE=DATE:20200805\r\n");
    EXPECT_HAS(a.body, "SUMMARY:Rumah\r\n");
    EXPECT_HAS(a.body, "SEQUENCE:1\r\n");
    EXPECT_HAS(a.body, "DTSTAMP:20200802T");
    EXPECT_HAS(a.body, "X-WR-TIMEZONE:Asia/Makassar\r\n");
    EXPECT(str_find(a.body, STR("20200802@"), 0) == SIZE_MAX);
    EXPECT_STR(ask(w, feed, STR("")).body, a.body);
    web_world_close(w);
}

FACT(a_changed_day_of_the_calendar_rises_and_keeps_its_name)
{
    WebWorld *w = web_world_open("kalender-ubah");
    web_world_as(w, "A");
    WebAnswer page = web_world_post(w, "/kalender", "");
    const char *feed = feed_in(w, &page);
    (void)web_world_say(w, "K1", "cuti",
                        "pegawai=A;kata=cuti;mulai=2020-08-06;"
                        "sampai=2020-08-06");
    WebAnswer a = ask(w, feed, STR(""));
    size_t at = str_find(a.body, STR("UID:A-2020-08-06@contoh"), 0);
    EXPECT(at != SIZE_MAX);
    EXPECT_HAS(str_slice(a.body, at, at + 160), "SEQUENCE:2\r\n");
    EXPECT_HAS(str_slice(a.body, at, at + 240), "SUMMARY:Cuti\r\n");
    web_world_close(w);
}

FACT(a_new_address_of_a_calendar_ends_the_old_one)
{
    WebWorld *w = web_world_open("kalender-baru");
    web_world_as(w, "A");
    WebAnswer page = web_world_post(w, "/kalender", "");
    const char *old = feed_in(w, &page);
    EXPECT_INT(ask(w, old, STR("")).status, 200);
    page = web_world_post(w, "/kalender", "");
    const char *fresh = feed_in(w, &page);
    EXPECT_INT(ask(w, old, STR("")).status, 404);
    EXPECT_INT(ask(w, fresh, STR("")).status, 200);
    EXPECT_INT(web_world_post(w, "/kalender/akhiri", "ya=ya").status, 303);
    EXPECT_INT(ask(w, fresh, STR("")).status, 404);
    EXPECT_INT(ask(w, "/kalender/apa.ics", STR("")).status, 404);
    page = web_world_get(w, "/kalender");
    EXPECT_HAS(page.body, "Anda belum mempunyai alamat kalender.");
    web_world_as(w, NULL);
    EXPECT_INT(web_world_get(w, "/kalender").status, 303);
    web_world_close(w);
}

/* ---- for the machine ------------------------------------------------------
 */

FACT(health_is_told_to_anybody_and_metrics_to_this_machine)
{
    WebWorld *w = web_world_open("sehat");
    WebAnswer a = ask(w, "/health", STR(""));
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "status"), "ok");
    EXPECT_STR(api_ask_at(w, &a, "governments"), "1");
    HttpRequest request = program(w, HTTP_GET, "/metrics", STR(""));
    a = web_world_ask(w, &request);
    EXPECT_INT(a.status, 200);
    EXPECT_HAS(a.body, "tatakerja_snapshot_number{government=\"contoh\"} ");
    request.peer = STR("");
    EXPECT_INT(web_world_ask(w, &request).status, 200);
    request.peer = STR("10.1.2.3");
    EXPECT_INT(web_world_ask(w, &request).status, 403);
    request.peer = STR("127.0.0.1");
    api_ask_header(w, &request, "x-forwarded-for", STR("127.0.0.1"));
    EXPECT_INT(web_world_ask(w, &request).status, 403);
    w->door.house_count = 0;
    a = ask(w, "/health", STR(""));
    EXPECT_INT(a.status, 503);
    w->door.house_count = 1;
    web_world_close(w);
}
