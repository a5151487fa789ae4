/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_head.c - what waits for the word of a head, and the plan of the
 * whole government, for another program.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

FACT(what_waits_for_a_decision_is_listed_without_its_reason)
{
    WebWorld *w = web_world_open("apiminta");
    const char *id = web_world_say(w, "A", "izin keluar",
                                   "pegawai=A;isi=Menjemput anak;kata=lain");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, "/api/v1/permintaan?unit=dinas");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "unit.kode"), "dinas");
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.id"), id);
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.jenis"), "izin keluar");
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.mulai"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.keadaan"), "menunggu putusan");
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.boleh_diputus"), "true");
    EXPECT_LACKS(a.body, "Menjemput");
    ROW("decided, it waits no longer");
    (void)web_world_say(
        w, "H", "putusan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=setuju", id));
    a = web_world_get(w, "/api/v1/permintaan?unit=dinas");
    EXPECT_STR(api_ask_at(w, &a, "permintaan.0.id"), "(none)");
    ROW("to others it is not told");
    web_world_as(w, "A");
    EXPECT_INT(web_world_get(w, "/api/v1/permintaan?unit=dinas").status, 403);
    web_world_close(w);
}

FACT(the_plan_of_the_government_is_published_once)
{
    WebWorld *w = web_world_open_unplanned("apipemda");
    web_world_as(w, "P1");
    WebAnswer a = web_world_get(w, "/api/v1/jadwal/2020-08/pemda");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "tanpa_jadwal.mulai"), "2020-08-05");
    EXPECT_STR(api_ask_at(w, &a, "tanpa_jadwal.sampai"), "2020-08-28");
    const char *body = web_world_line(w, "{\"id\":\"%s\"}", web_world_id(w));
    a = api_ask_post(w, "/api/v1/jadwal/2020-08/pemda", body);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "mulai"), "2020-08-05");
    EXPECT_STR(api_ask_at(w, &a, "jadwal_sudah_mengikuti"), "true");
    EXPECT_INT((int64_t)web_world_kept(w, "jadwal terbit"), 1);
    ROW("sent again");
    a = api_ask_post(w, "/api/v1/jadwal/2020-08/pemda", body);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "sudah_ada"), "true");
    EXPECT_INT((int64_t)web_world_kept(w, "jadwal terbit"), 1);
    ROW("the id of another fact");
    const char *other = web_world_say(w, "H", "masuk", "pegawai=H;kata=kantor");
    a = api_ask_post(w, "/api/v1/jadwal/2020-08/pemda",
                     web_world_line(w, "{\"id\":\"%s\"}", other));
    EXPECT_INT(a.status, 409);
    ROW("nothing is left to publish");
    a = web_world_get(w, "/api/v1/jadwal/2020-08/pemda");
    EXPECT_STR(api_ask_at(w, &a, "tanpa_jadwal.mulai"), "null");
    a = api_ask_post(w, "/api/v1/jadwal/2020-08/pemda",
                     web_world_line(w, "{\"id\":\"%s\"}", web_world_id(w)));
    EXPECT_INT(a.status, 404);
    ROW("a head of one agency may not");
    web_world_as(w, "H");
    EXPECT_INT(web_world_get(w, "/api/v1/jadwal/2020-08/pemda").status, 403);
    web_world_close(w);
}

/* As the page weighs it (test_web_head.c). */
FACT(a_call_tells_what_it_does_to_the_cap_before_it_is_said)
{
#define CALL "/api/v1/unit/dinas/panggil?mulai=2020-08-04&orang="
    WebWorld *w = web_world_open("apipanggil");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, CALL "A");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "melewati_batas"), "true");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.tgl"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.bertambah"), "1");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.batas.0.unit.kode"), "dinas");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.batas.0.sekarang"), "5");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.batas.0.menjadi"), "6");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.batas.0.batas"), "5");
    a = web_world_get(w, CALL "F&sampai=2020-08-05");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.bertambah"), "0");
    EXPECT_STR(api_ask_at(w, &a, "hari.1.tgl"), "2020-08-05");
    EXPECT_STR(api_ask_at(w, &a, "hari.2"), "(none)");
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    ROW("whoever asks, and nobody");
    a = web_world_get(w, CALL "H");
    api_ask_expect_problem(w, &a, 400, "memanggil diri sendiri");
    a = web_world_get(w, CALL "tiada");
    api_ask_expect_problem(w, &a, 400, "'tiada'");
    ROW("once each, and days the right way round");
    a = web_world_get(w, CALL "A&orang=A");
    EXPECT_STR(api_ask_at(w, &a, "hari.0.bertambah"), "1");
    a = web_world_get(w, CALL "A&sampai=2020-08-03");
    api_ask_expect_problem(w, &a, 400, "mendahului hari pertama");
    ROW("of whom they may not call, not even where they are");
    a = web_world_get(w, CALL "A&orang=O1");
    EXPECT_INT(a.status, 403);
    EXPECT_LACKS(a.body, "bertambah");
    web_world_as(w, "A");
    EXPECT_INT(web_world_get(w, CALL "B").status, 403);
    web_world_close(w);
#undef CALL
}
