/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_closing.c - a unit is closed by another program: what follows is
 * told first, as on the page.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

#define KEY  "0192f3c1-8a4b-7000-8000-0000000000c1"
#define KEY2 "0192f3c1-8a4b-7000-8000-00000000f0c2"
#define DAYS "\"mulai\":\"2020-08-05\",\"sampai\":\"2020-08-07\""
#define UPT  "/api/v1/unit/upt/tutup"

FACT(what_closing_comes_to_is_what_the_page_says)
{
    WebWorld *w = web_world_open("apitutupunit");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, UPT "?mulai=2020-08-05&sampai=2020-08-07");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "akibat.pegawai_bekerja_di_tempat_lain"), "5");
    EXPECT_STR(api_ask_at(w, &a, "akibat.pegawai_sudah_di_rumah"), "0");
    EXPECT_STR(api_ask_at(w, &a, "akibat.loket_ditutup"), "1");
    EXPECT_STR(api_ask_at(w, &a, "akibat.rapat_dipindah"), "0");
    WebAnswer page = web_world_post(
        w, "/unit/tutup",
        web_world_line(w,
                       "id=%s&unit=upt&mulai=2020-08-05&sampai=2020-08-07&"
                       "kata=kasus&langkah=periksa",
                       web_world_id(w)));
    EXPECT_HAS(page.body, "5 pegawai");
    EXPECT_HAS(page.body, "tanpa keterangan lain");
    EXPECT_INT((int64_t)web_world_kept(w, "penutupan"), 0);
    web_world_close(w);
}

static WebAnswer look(WebWorld *w, const char *days, const char *text)
{
    return web_world_post(
        w, "/unit/tutup",
        web_world_line(w,
                       "id=%s&unit=upt&%s&kata=perintah&isi=%s&langkah=periksa",
                       web_world_id(w), days, text));
}

/* 8 and 9 August are a weekend. */
FACT(closing_comes_to_those_who_would_work_and_its_days_have_an_order)
{
    WebWorld *w = web_world_open("tutupakhirpekan");
    web_world_as(w, "H");
    WebAnswer page =
        look(w, "mulai=2020-08-08&sampai=2020-08-09", "Ke+kantor+camat");
    EXPECT_INT(page.status, 200);
    EXPECT_HAS(page.body, "0 pegawai yang sedianya bekerja di tempat tugas");
    EXPECT_HAS(page.body, "0 loket ditutup");
    EXPECT_HAS(page.body, "Masyarakat diberi tahu: Ke kantor camat");
    page = look(w, "mulai=2020-08-08&sampai=2020-08-10", "");
    EXPECT_HAS(page.body, "2 pegawai yang sedianya bekerja di tempat tugas");
    EXPECT_HAS(page.body, "1 loket ditutup");
    page = look(w, "mulai=2020-08-07&sampai=2020-08-05", "Ke+kantor+camat");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "ari terakhir mendahului hari pertama");
    EXPECT_HAS(page.body, "value=\"Ke kantor camat\"");
    web_world_close(w);
}

/* On one day half of the unit is at home by the roster: a closure by order
 * moves the others alone.  For a case the rule closes three days, and in these
 * everybody would have come once. */
FACT(whoever_is_at_home_anyhow_is_told_apart_and_a_rule_may_close_longer)
{
    WebWorld *w = web_world_open("tutupdirumah");
    web_world_as(w, "H");
    WebAnswer page = look(w, "mulai=2020-08-05&sampai=2020-08-05", "");
    EXPECT_HAS(page.body, "<b>Rabu, 5 Agustus 2020</b>");
    EXPECT_HAS(page.body, "2 pegawai yang sedianya bekerja di tempat tugas");
    EXPECT_HAS(page.body, "3 pegawai pada hari-hari itu memang bekerja dari "
                          "rumah.");
    EXPECT_LACKS(page.body, "lebih lama daripada yang diisi");
    WebAnswer a =
        web_world_get(w, UPT "?mulai=2020-08-05&sampai=2020-08-05&kata=kasus");
    EXPECT_STR(api_ask_at(w, &a, "sampai"), "2020-08-05");
    EXPECT_STR(api_ask_at(w, &a, "akibat.sampai"), "2020-08-07");
    EXPECT_STR(api_ask_at(w, &a, "akibat.pegawai_bekerja_di_tempat_lain"), "5");
    EXPECT_HAS(api_ask_at(w, &a, "akibat.aturan"), "(6)");
    web_world_close(w);
}

/* A seksi is a part of its dinas, of which alone letters speak. */
FACT(a_part_of_a_unit_kerja_is_not_closed)
{
    WebWorld *w = web_world_open("tutupseksi");
    web_world_as(w, "H");
    WebAnswer a = api_ask_keyed(w, "/api/v1/unit/s1/tutup",
                                "{" DAYS ",\"kata\":\"kasus\"}", KEY);
    EXPECT_INT(a.status, 400);
    EXPECT_HAS(a.body, "bagian dari Dinas Contoh");
    a = web_world_get(w, "/api/v1/unit/s1/tutup?mulai=2020-08-05"
                         "&sampai=2020-08-07");
    EXPECT_INT(a.status, 400);
    a = web_world_post(
        w, "/unit/tutup",
        web_world_line(w,
                       "id=%s&unit=s1&mulai=2020-08-05&sampai=2020-08-07&"
                       "kata=kasus&langkah=periksa",
                       web_world_id(w)));
    EXPECT_HAS(a.body, "agian dari Dinas Contoh");
    EXPECT_INT((int64_t)web_world_kept(w, "penutupan"), 0);
    web_world_close(w);
}

FACT(a_unit_is_closed_once_and_opened_again)
{
    WebWorld *w = web_world_open("apibuka");
    web_world_as(w, "H");
    WebAnswer a = api_ask_keyed(w, UPT, "{" DAYS ",\"kata\":\"kasus\"}", KEY);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "id"), KEY);
    WebAnswer again =
        api_ask_keyed(w, UPT, "{" DAYS ",\"kata\":\"kasus\"}", KEY);
    EXPECT_INT(again.status, 200);
    EXPECT_STR(api_ask_at(w, &again, "nomor"),
               str_c(w->arena, api_ask_at(w, &a, "nomor")));
    a = api_ask_keyed(w, UPT, "{" DAYS ",\"kata\":\"perintah\"}", KEY);
    EXPECT_INT(a.status, 409);
    a = web_world_get(w, "/api/v1/hari/U1/2020-08-06");
    EXPECT_STR(api_ask_at(w, &a, "huruf"), "X");
    a = api_ask_keyed(w, "/api/v1/unit/upt/buka",
                      "{\"mulai\":\"2020-08-06\",\"sampai\":\"2020-08-07\"}",
                      KEY2);
    EXPECT_INT(a.status, 201);
    a = web_world_get(w, "/api/v1/hari/U1/2020-08-06");
    EXPECT(!str_is(api_ask_at(w, &a, "huruf"), STR("X")));
    web_world_close(w);
}

FACT(of_a_case_nothing_more_is_said_and_only_who_may_closes)
{
    static const struct {
        const char *who, *body;
        int status;
    } rows[] = {
        {"H",  "{" DAYS ",\"kata\":\"kasus\",\"isi\":\"Budi sakit\"}", 400},
        {"A",  "{" DAYS ",\"kata\":\"kasus\"}",                        403},
        {"U0", "{\"mulai\":\"2020-08-05\",\"kata\":\"kasus\"}",        422},
        {"U0", "{" DAYS ",\"kata\":\"bosan\"}",                        422},
        {"H",  "{" DAYS ",\"kata\":\"kasus\",\"jumlah\":0}",           422},
        {"H",  "{" DAYS ",\"kata\":\"perintah\",\"jumlah\":2}",        400},
    };
    WebWorld *w = web_world_open("apitutuptolak");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].body);
        web_world_as(w, rows[i].who);
        WebAnswer a = api_ask_keyed(w, UPT, rows[i].body, KEY);
        EXPECT_INT(a.status, rows[i].status);
        EXPECT_STR(a.type, "application/problem+json");
    }
    EXPECT_INT((int64_t)web_world_kept(w, "penutupan"), 0);
    web_world_close(w);
}
