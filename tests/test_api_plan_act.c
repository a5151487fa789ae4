/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_plan_act.c - a unit's draft changed, made and published by other
 * programs.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

#define MONTH "/api/v1/jadwal/2020-08"
#define PAGE  "/jadwal/2020-08"

/* The letter that A does not have on the 10th. */
static char other(WebWorld *w)
{
    WebAnswer page = web_world_get(w, PAGE "?unit=dinas");
    return web_world_letter(w, &page, "A", 10) == 'K' ? 'R' : 'K';
}

static WebAnswer change(WebWorld *w, const char *cells)
{
    return api_ask_post(w, MONTH "/sel",
                        web_world_line(w,
                                       "{\"unit\":\"dinas\",\"aksi\":\"ubah\","
                                       "\"sel\":[%s]}",
                                       cells));
}

static char now_of(WebWorld *w)
{
    WebAnswer page = web_world_get(w, PAGE "?unit=dinas");
    return web_world_letter(w, &page, "A", 10);
}

FACT(cells_are_changed_taken_back_and_thrown_away)
{
    WebWorld *w = web_world_open("apiubahsel");
    web_world_as(w, "H");
    char to = other(w), before = to == 'K' ? 'R' : 'K';
    WebAnswer a = change(w, web_world_line(w, "\"A.2020-08-10.%c\"", to));
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_text(w, &a, "hasil"), "diubah");
    EXPECT_STR(api_ask_text(w, &a, "sel_konsep"), "1");
    EXPECT_STR(api_ask_text(w, &a, "ditolak"), "[]");
    EXPECT_INT(now_of(w), to);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 0);
    a = api_ask_post(w, MONTH "/sel",
                     "{\"unit\":\"dinas\",\"aksi\":\"urung\"}");
    EXPECT_STR(api_ask_text(w, &a, "sel_konsep"), "0");
    EXPECT_INT(now_of(w), before);
    a = api_ask_post(w, MONTH "/sel",
                     "{\"unit\":\"dinas\",\"aksi\":\"ulang\"}");
    EXPECT_INT(now_of(w), to);
    a = api_ask_post(w, MONTH "/sel",
                     "{\"unit\":\"dinas\",\"aksi\":\"buang\"}");
    EXPECT_INT(a.status, 200);
    EXPECT_INT(now_of(w), before);
    web_world_close(w);
}

FACT(of_a_block_what_can_be_changed_is_changed_and_the_rest_is_told)
{
    WebWorld *w = web_world_open("apiblok");
    web_world_as(w, "H");
    WebAnswer a =
        change(w, web_world_line(w, "\"H.2020-08-10.R\",\"A.2020-08-10.%c\"",
                                 other(w)));
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_text(w, &a, "sel_konsep"), "1");
    EXPECT_STR(api_ask_text(w, &a, "ditolak.0.orang.kode"), "H");
    EXPECT_HAS(api_ask_at(w, &a, "ditolak.0.kalimat"), "aturan 1 ayat (1)");
    web_world_close(w);
}

FACT(what_cannot_be_changed_is_refused_with_why)
{
    static const struct {
        const char *as, *body;
        int status;
        const char *why;
    } rows[] = {
        {"H",
         "{\"aksi\":\"ubah\",\"unit\":\"dinas\",\"sel\":[\"A.2020-08-04.K\"]}", 422, "sudah berjalan" },
        {"H",
         "{\"aksi\":\"ubah\",\"unit\":\"dinas\",\"sel\":[\"C.2020-08-06.K\"]}", 422, "cuti atau dinas"},
        {"H",
         "{\"aksi\":\"ubah\",\"unit\":\"dinas\",\"sel\":\"A.2020-08-32.K\"}",   400, "tidak dikenal"  },
        {"B",
         "{\"aksi\":\"ubah\",\"unit\":\"dinas\",\"sel\":\"A.2020-08-10.K\"}",   403, "berwenang"      },
        {"H", "{\"aksi\":\"entah\",\"unit\":\"dinas\"}",                        422, "aksi"           },
        {"H", "{\"unit\":\"dinas\"}",                                           422, "aksi"           },
        {"H", "{\"aksi\":\"urung\",\"unit\":\"dinas\",\"lain\":1}",             422,
         "lain"                                                                                       },
        {"H", "{\"aksi\":\"urung\",\"unit\":1.5}",                              400, "unit"           },
        {"H", "{\"aksi\":\"urung\",\"sel\":[[\"a\"]]}",                         400, "objek JSON"     },
        {"H", "{\"aksi\":\"urung\",\"aksi\":\"ulang\"}",                        400, "objek JSON"     },
        {"H", "[]",                                                             400, "objek JSON"     },
        {"H", "",                                                               400, "objek JSON"     },
    };
    WebWorld *w = web_world_open("apitolaksel");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].body);
        web_world_as(w, rows[i].as);
        WebAnswer a = api_ask_post(w, MONTH "/sel", rows[i].body);
        EXPECT_INT(a.status, rows[i].status);
        EXPECT_STR(a.type, "application/problem+json");
        EXPECT_HAS(a.body, rows[i].why);
    }
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, MONTH "/konsep?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "versi"), "0");
    web_world_close(w);
}

FACT(who_saw_an_older_draft_is_told_and_changes_nothing)
{
    WebWorld *w = web_world_open("apididahului");
    web_world_as(w, "H");
    char to = other(w);
    EXPECT_INT(change(w, web_world_line(w, "\"A.2020-08-10.%c\"", to)).status,
               200);
    web_world_as(w, "K1");
    WebAnswer a = api_ask_post(w, MONTH "/sel",
                               "{\"unit\":\"s1\",\"versi\":7,\"aksi\":\"ubah\","
                               "\"sel\":[\"A.2020-08-10.-\"]}");
    api_ask_expect_problem(w, &a, 409, "konsep");
    web_world_as(w, "H");
    EXPECT_INT(now_of(w), to);
    web_world_close(w);
}

#define KEY "0192f3c1-8a4b-7000-8000-0000000000a1"

static const char *publishing(WebWorld *w)
{
    WebAnswer a = web_world_get(w, MONTH "/konsep?unit=dinas");
    return web_world_line(w, "{\"unit\":\"dinas\",\"versi\":%s}",
                          api_ask_text(w, &a, "versi"));
}

FACT(a_draft_is_published_once_by_its_key)
{
    WebWorld *w = web_world_open("apiterbit");
    web_world_as(w, "H");
    char to = other(w);
    (void)change(w, web_world_line(w, "\"A.2020-08-10.%c\"", to));
    const char *body = publishing(w);
    WebAnswer a = api_ask_post(w, MONTH "/terbitkan", body);
    EXPECT_INT(a.status, 422); /* no key, no id */
    a = api_ask_keyed(w, MONTH "/terbitkan", "{\"unit\":\"dinas\",\"versi\":3}",
                      KEY);
    api_ask_expect_problem(w, &a, 409, "");
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 0);
    a = api_ask_keyed(w, MONTH "/terbitkan", body, KEY);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_text(w, &a, "id"), KEY);
    EXPECT_STR(api_ask_text(w, &a, "hari_ditetapkan"), "1");
    EXPECT_STR(api_ask_text(w, &a, "jadwal_sudah_mengikuti"), "true");
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 1);
    Str received = api_ask_at(w, &a, "diterima");
    a = api_ask_keyed(w, MONTH "/terbitkan", body, KEY);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "diterima"), str_c(w->arena, received));
    EXPECT_STR(api_ask_text(w, &a, "sudah_ada"), "true");
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 1);
    ROW("the key of another fact");
    a = api_ask_keyed(w, MONTH "/terbitkan", body,
                      web_world_say(w, "H", "masuk", "pegawai=H;kata=kantor"));
    api_ask_expect_problem(w, &a, 409, "");
    a = web_world_get(w, MONTH "/keadaan?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "jadwal.versi"), "2");
    EXPECT_INT(now_of(w), to);
    web_world_close(w);
}

FACT(what_goes_with_no_plan_is_not_published)
{
    WebWorld *w = web_world_open("apitakcocok");
    web_world_as(w, "H");
    EXPECT_INT(web_world_post(w, PAGE "/sel", API_ASK_ALL_IN).status, 303);
    size_t before = web_world_kept(w, NULL);
    WebAnswer a = api_ask_keyed(w, MONTH "/terbitkan", publishing(w), KEY);
    api_ask_expect_problem(w, &a, 422, "penyimpangan");
    EXPECT_INT((int64_t)web_world_kept(w, NULL), (int64_t)before);
    web_world_close(w);
}

FACT(a_built_roster_is_a_draft)
{
    WebWorld *w = web_world_open("apisusun");
    web_world_as(w, "H");
    WebAnswer a = api_ask_post(w, MONTH "/susun",
                               "{\"unit\":\"dinas\",\"pola\":\"minggu\","
                               "\"kelompok\":3,\"tetap\":true}");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_text(w, &a, "hasil"), "diubah");
    EXPECT(!str_is(api_ask_at(w, &a, "sel_konsep"), STR("0")));
    WebAnswer draft = web_world_get(w, MONTH "/konsep?unit=dinas");
    EXPECT_STR(api_ask_text(w, &draft, "versi"), api_ask_text(w, &a, "versi"));
    a = api_ask_post(w, MONTH "/susun",
                     "{\"unit\":\"dinas\",\"pola\":\"minggu\",\"kelompok\":9}");
    EXPECT_INT(a.status, 422);
    EXPECT_HAS(a.body, "kelompok");
    web_world_close(w);
}

FACT(a_cell_of_no_such_person_day_or_letter_is_refused)
{
    static const char *const cells[] = {"A.2020-08-27.X", "A.2020-02-30.K",
                                        "Z9.2020-08-27.K", "2020-08-27.K"};
    WebWorld *w = web_world_open("api-sel");
    web_world_as(w, "H");
    for (size_t i = 0; i < COUNT(cells); i++) {
        ROW("%s", cells[i]);
        WebAnswer answer =
            api_ask_post(w, MONTH "/sel",
                         web_world_line(w,
                                        "{\"unit\":\"dinas\",\"aksi\":\"ubah\","
                                        "\"sel\":[\"%s\"]}",
                                        cells[i]));
        api_ask_expect_problem(w, &answer, answer.status, "tidak dikenal");
        EXPECT(answer.status == 400 || answer.status == 422);
    }
    web_world_close(w);
}
