/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_plan.c - a unit's month as other programs read it: the
 * same as the pages show.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

#include <string.h>

#define MONTH "/api/v1/jadwal/2020-08"
#define PAGE  "/jadwal/2020-08"

/* ---- reading --------------------------------------------------------------
 */

FACT(cells_are_those_of_the_page)
{
    WebWorld *w = web_world_open("apisel");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, PAGE "?unit=s1");
    WebAnswer rows = web_world_get(w, MONTH "/sel?unit=s1");
    EXPECT_INT(rows.status, 200);
    for (int p = 0; p < 5; p++) {
        const char *code =
            api_ask_text(w, &rows, web_world_line(w, "pegawai.%d.kode", p));
        const char *letters =
            api_ask_text(w, &rows, web_world_line(w, "pegawai.%d.huruf", p));
        ROW("%s", code);
        EXPECT_INT((int64_t)strlen(letters), 31);
        for (int d = 3; d <= 28 && letters[d - 1] != '-'; d++)
            EXPECT_INT(letters[d - 1], web_world_letter(w, &page, code, d));
    }
    EXPECT_STR(api_ask_text(w, &rows, "pegawai.5"), "(none)");
    EXPECT_STR(api_ask_text(w, &rows, "berikut"), "null");
    EXPECT(str_find(rows.body, STR("197806032006031000"), 0) == SIZE_MAX);
    Str first = api_ask_at(w, &rows, "pegawai.0.kode");
    Str second = api_ask_at(w, &rows, "pegawai.1.kode");
    rows = web_world_get(w, web_world_line(w, MONTH "/sel?unit=s1&setelah=%.*s",
                                           STR_ARG(first)));
    EXPECT_STR(api_ask_text(w, &rows, "pegawai.0.kode"),
               str_c(w->arena, second));
    rows = web_world_get(w, MONTH "/sel?unit=s1&setelah=E");
    api_ask_expect_problem(w, &rows, 409, "setelah");
    web_world_close(w);
}

FACT(a_month_tells_caps_rules_and_the_version_that_holds)
{
    WebWorld *w = web_world_open("apikeadaan");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, MONTH "/keadaan?unit=dinas");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_text(w, &a, "jadwal.versi"), "1");
    EXPECT_STR(api_ask_text(w, &a, "jadwal.mulai"), "2020-08-03");
    EXPECT_STR(api_ask_text(w, &a, "versi"), "0");
    EXPECT_STR(api_ask_text(w, &a, "hari.3.tgl"), "2020-08-04");
    EXPECT_STR(api_ask_text(w, &a, "hari.3.dapat_diubah"), "false");
    EXPECT_STR(api_ask_text(w, &a, "hari.4.dapat_diubah"), "true");
    EXPECT_STR(api_ask_text(w, &a, "batas.0.dasar"), "1/SE/2020#1(2)");
    EXPECT_STR(api_ask_text(w, &a, "aturan.0.jenis"), "batas");
    EXPECT_STR(api_ask_text(w, &a, "aturan.0.keadaan"), "ditepati");
    EXPECT_HAS(api_ask_at(w, &a, "aturan.0.kalimat"), "50%");
    EXPECT_STR(api_ask_text(w, &a, "loket.0.kode"), "L1");
    EXPECT_STR(api_ask_text(w, &a, "loket.0.hari.0.kebutuhan"), "1");
    WebAnswer page = web_world_get(w, PAGE "?unit=dinas");
    EXPECT_HAS(page.body,
               web_world_line(w, "%s dari %s dalam",
                              api_ask_text(w, &a, "keadilan.dalam_satu_hari"),
                              api_ask_text(w, &a, "keadilan.pegawai")));
    a = web_world_get(w, "/api/v1/jadwal/2020-10/keadaan?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "jadwal"), "null");
    web_world_as(w, "B"); /* the clerk sees what holds, and no draft */
    a = web_world_get(w, MONTH "/keadaan?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "versi"), "null");
    web_world_close(w);
}

FACT(a_draft_is_seen_by_who_may_change_it_and_by_nobody_else)
{
    WebWorld *w = web_world_open("apikonsep");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, MONTH "/sel?unit=s1");
    char before = web_world_letter(
        w, &(WebAnswer){.body = web_world_get(w, PAGE "?unit=dinas").body}, "A",
        10);
    char to = before == 'K' ? 'R' : 'K';
    EXPECT_INT(web_world_post(w, PAGE "/sel",
                              web_world_line(w,
                                             "unit=dinas&versi=0&aksi=ubah&"
                                             "sel=A.2020-08-10.%c",
                                             to))
                   .status,
               303);
    a = web_world_get(w, MONTH "/konsep?unit=dinas");
    EXPECT(!str_is(api_ask_at(w, &a, "versi"), STR("0")));
    EXPECT_STR(api_ask_text(w, &a, "sel.0.orang.kode"), "A");
    EXPECT_STR(api_ask_text(w, &a, "sel.0.tgl"), "2020-08-10");
    EXPECT_INT(api_ask_text(w, &a, "sel.0.huruf")[0], to);
    EXPECT_STR(api_ask_text(w, &a, "dapat_diurungkan"), "true");
    a = web_world_get(w, MONTH "/sel?unit=s1&setelah=K1");
    EXPECT_STR(api_ask_text(w, &a, "pegawai.0.kode"), "A");
    EXPECT_INT(api_ask_text(w, &a, "pegawai.0.huruf")[9], to);
    EXPECT_INT(api_ask_text(w, &a, "pegawai.0.huruf_terbit")[9], before);
    EXPECT_STR(api_ask_text(w, &a, "pegawai.0.dalam_konsep.0"), "2020-08-10");
    web_world_as(w, "B");
    a = web_world_get(w, MONTH "/sel?unit=s1&setelah=K1");
    EXPECT_INT(api_ask_text(w, &a, "pegawai.0.huruf")[9], before);
    EXPECT_STR(api_ask_text(w, &a, "pegawai.0.dalam_konsep"), "[]");
    web_world_close(w);
}

FACT(what_publishing_comes_to_is_told_before)
{
    WebWorld *w = web_world_open("apiperiksa");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, MONTH "/periksa?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "dapat_diterbitkan"),
               "false"); /* nothing in it */
    WebAnswer page = web_world_get(w, PAGE "?unit=dinas");
    char to = web_world_letter(w, &page, "A", 10) == 'K' ? 'R' : 'K';
    a = web_world_get(w, web_world_line(w,
                                        MONTH
                                        "/periksa?unit=dinas&sel=A.2020-08-10."
                                        "%c",
                                        to));
    EXPECT_STR(api_ask_text(w, &a, "dapat_diterbitkan"), "true");
    EXPECT_STR(api_ask_text(w, &a, "hari_ditetapkan"), "1");
    EXPECT_STR(api_ask_text(w, &a, "berubah.0.orang.kode"), "A");
    EXPECT_INT(api_ask_text(w, &a, "berubah.0.menjadi")[0], to);
    EXPECT_STR(api_ask_text(w, &a, "berubah.0.dari_konsep"), "true");
    a = web_world_get(w, MONTH "/konsep?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "versi"), "0"); /* nothing was kept */
    EXPECT_INT(web_world_post(w, PAGE "/sel", API_ASK_ALL_IN).status, 303);
    a = web_world_get(w, MONTH "/periksa?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "dapat_diterbitkan"), "false");
    EXPECT_HAS(api_ask_at(w, &a, "tidak_cocok.0.kalimat"), "aturan 1 ayat (2)");
    page = web_world_get(w, PAGE "/terbitkan?unit=dinas");
    EXPECT_HAS(page.body, api_ask_text(w, &a, "tidak_cocok.0.kalimat"));
    web_world_close(w);
}

FACT(ways_to_mend_a_day_are_those_of_the_page)
{
    WebWorld *w = web_world_open("apiusul");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, MONTH "/usul?unit=dinas&tgl=2020-08-24");
    EXPECT_STR(api_ask_text(w, &a, "rusak"), "[]");
    EXPECT_INT(web_world_post(w, PAGE "/sel", API_ASK_ALL_IN).status, 303);
    a = web_world_get(w, MONTH "/usul?unit=dinas&tgl=2020-08-24");
    EXPECT_STR(api_ask_text(w, &a, "rusak.0.jenis"), "batas");
    EXPECT_STR(api_ask_text(w, &a, "rusak.0.dasar"), "1/SE/2020#1(2)");
    WebAnswer page = web_world_get(w, PAGE "/usul?unit=dinas&tgl=2020-08-24");
    EXPECT_HAS(page.body, api_ask_text(w, &a, "rusak.0.kalimat"));
    EXPECT_HAS(
        page.body,
        str_c(w->arena,
              str_slice(api_ask_at(w, &a, "rusak.0.jalan.0.kalimat"), 1, 60)));
    EXPECT_STR(api_ask_text(w, &a, "rusak.0.jalan.0.pindah.0.tgl"),
               "2020-08-24");
    a = web_world_get(w, MONTH "/keadaan?unit=dinas");
    EXPECT_STR(api_ask_text(w, &a, "aturan.0.keadaan"), "dilanggar");
    EXPECT_STR(api_ask_text(w, &a, "aturan.0.hari_dilanggar_konsep"),
               "[\"2020-08-24\"]");
    web_world_close(w);
}

FACT(a_month_is_refused_as_on_the_page)
{
    static const struct {
        const char *who, *target;
        int status;
    } rows[] = {
        {NULL, MONTH "/keadaan?unit=dinas",                     401},
        {"A",  MONTH "/keadaan?unit=dinas",                     403},
        {"A",  MONTH "/sel?unit=dinas",                         403},
        {"K1", MONTH "/sel?unit=dinas",                         403},
        {"K1", MONTH "/sel?unit=s1",                            200},
        {"H",  MONTH "/sel?unit=bkd",                           403},
        {"H",  MONTH "/sel?unit=tidakada",                      404},
        {"H",  "/api/v1/jadwal/2020-13/sel?unit=dinas",         422},
        {"B",  MONTH "/konsep?unit=dinas",                      403},
        {"B",  MONTH "/periksa?unit=dinas",                     403},
        {"H",  MONTH "/periksa?unit=dinas&sel=A.2020-08-32.K",  400},
        {"H",  MONTH "/periksa?unit=dinas&sel=XX.2020-08-30.K", 400},
        {"B",  MONTH "/usul?unit=dinas&tgl=2020-08-24",         200},
        {"H",  MONTH "/usul?unit=dinas&tgl=2020-09-24",         404},
        {"H",  MONTH "/usul?unit=dinas",                        422},
    };
    WebWorld *w = web_world_open("apijadwaltolak");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].target);
        web_world_as(w, rows[i].who);
        WebAnswer a = web_world_get(w, rows[i].target);
        EXPECT_INT(a.status, rows[i].status);
        EXPECT_STR(a.type, a.status == 200 ? "application/json"
                                           : "application/problem+json");
    }
    web_world_close(w);
}

/* ---- the annex ------------------------------------------------------------
 */

FACT(the_annex_as_a_spreadsheet_is_the_one_of_the_page)
{
    WebWorld *w = web_world_open("apilampiran");
    web_world_as(w, "H");
    WebAnswer page =
        web_world_get(w, "/jadwal/2020-08/lampiran.xlsx?unit=dinas");
    WebAnswer a =
        web_world_get(w, "/api/v1/jadwal/2020-08/lampiran.xlsx?unit=dinas");
    EXPECT_INT(a.status, 200);
    EXPECT_HAS(a.type, "spreadsheetml.sheet");
    EXPECT(a.body.len > 1000 && str_is(a.body, page.body));
    EXPECT_STR(a.answer->cache, "no-store");
    ROW("of a month without a plan, a unit that is not there, a month of none");
    a = web_world_get(w, "/api/v1/jadwal/2020-09/lampiran.xlsx?unit=dinas");
    api_ask_expect_problem(w, &a, 404, "belum ada jadwal");
    a = web_world_get(w, "/api/v1/jadwal/2020-08/lampiran.xlsx?unit=entah");
    EXPECT_INT(a.status, 404);
    a = web_world_get(w, "/api/v1/jadwal/2020-13/lampiran.xlsx?unit=dinas");
    EXPECT_INT(a.status, 422);
    ROW("by who may not see the unit");
    web_world_as(w, "A");
    a = web_world_get(w, "/api/v1/jadwal/2020-08/lampiran.xlsx?unit=dinas");
    api_ask_expect_problem(w, &a, 403, "kepala unit");
    web_world_close(w);
}
