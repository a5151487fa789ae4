/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_own.c - one's own lists, and a superior's, as other programs read
 * them: what was said, as the pages tell it, and never what for.  Kota Contoh,
 * see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"
#include "web_entry.h"

#include <stdlib.h>

static WebAnswer get_as(WebWorld *w, const char *as, const char *target)
{
    web_world_as(w, as);
    return web_world_get(w, target);
}

/* ---- one's own ------------------------------------------------------------
 */

FACT(tasks_are_told_with_how_far_they_are)
{
    WebWorld *w = web_world_open("apitugas");
    const char *first =
        web_world_say(w, "K1", "tugas",
                      "pegawai=A;isi=Rekap surat;mulai=2020-08-04;"
                      "sampai=2020-08-07");
    const char *done = web_world_say(w, "K1", "tugas", "pegawai=A;isi=Arsip");
    (void)web_world_say(
        w, "A", "tugas selesai",
        web_world_line(w, "pegawai=A;tentang=%s;jumlah=50", first));
    (void)web_world_say(w, "A", "tugas selesai",
                        web_world_line(w, "pegawai=A;tentang=%s", done));
    WebAnswer a = get_as(w, "A", "/api/v1/saya/tugas");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "terbuka"), "1");
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.id"), first);
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.isi"), "Rekap surat");
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.dari.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.sampai"), "2020-08-07");
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.persen"), "50");
    EXPECT_STR(api_ask_at(w, &a, "tugas.1.selesai"), "true");
    EXPECT_STR(api_ask_at(w, &a, "tugas.2"), "(none)");
    a = get_as(w, "K1", "/api/v1/tim/tugas");
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.id"), first);
    EXPECT_STR(api_ask_at(w, &a, "tugas.0.orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "tugas.2"), "(none)");
    a = get_as(w, "H", "/api/v1/tim/tugas");
    EXPECT_STR(api_ask_at(w, &a, "tugas"), "[]");
    web_world_close(w);
}

FACT(a_report_that_was_sent_back_is_told_with_its_note)
{
    WebWorld *w = web_world_open("apilaporan");
    const char *sent = web_world_say(w, "A", "laporan", "pegawai=A;isi=Surat");
    WebAnswer a = get_as(w, "K1", "/api/v1/tim/tinjauan");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.id"), sent);
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.isi"), "Surat");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.pendek"), "true");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.diperbaiki"), "false");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=kembalikan;isi=Berapa?",
                       sent));
    a = get_as(w, "K1", "/api/v1/tim/tinjauan");
    EXPECT_STR(api_ask_at(w, &a, "laporan"), "[]");
    a = get_as(w, "A", "/api/v1/saya/laporan");
    EXPECT_STR(api_ask_at(w, &a, "dikembalikan"), "1");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.hari"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.keadaan"), "dikembalikan");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.terakhir.id"), sent);
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.isi"), "Surat");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.tinjauan.oleh.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.tinjauan.isi"), "Berapa?");
    a = get_as(w, "B", "/api/v1/saya/laporan");
    EXPECT_LACKS(a.body, sent);
    web_world_close(w);
}

FACT(news_says_what_was_read)
{
    WebWorld *w = web_world_open("apikabar");
    const char *id = web_world_say(w, "H", "pengumuman", "unit=dinas;isi=Apel");
    WebAnswer a = get_as(w, "A", "/api/v1/saya/pemberitahuan");
    Str before = api_ask_at(w, &a, "belum_dibaca");
    EXPECT_STR(api_ask_at(w, &a, "pengumuman.0.id"), id);
    EXPECT_STR(api_ask_at(w, &a, "pengumuman.0.unit.kode"), "dinas");
    EXPECT_STR(api_ask_at(w, &a, "pengumuman.0.dibaca"), "false");
    EXPECT_STR(api_ask_at(w, &a, "jadwal.0.versi"), "1");
    EXPECT_STR(api_ask_at(w, &a, "jadwal.0.mulai"), "2020-08-03");
    (void)web_world_say(w, "A", "dibaca",
                        web_world_line(w, "pegawai=A;tentang=%s", id));
    a = get_as(w, "A", "/api/v1/saya/pemberitahuan");
    EXPECT_STR(api_ask_at(w, &a, "pengumuman.0.dibaca"), "true");
    EXPECT_INT(
        strtol(str_c(w->arena, before), NULL, 10) - 1,
        strtol(str_c(w->arena, api_ask_at(w, &a, "belum_dibaca")), NULL, 10));
    web_world_close(w);
}

FACT(a_recall_is_told_with_its_answer_but_not_why_it_cannot_be)
{
    WebWorld *w = web_world_open("apipanggil");
    const char *id =
        web_world_say(w, "K1", "panggilan",
                      "pegawai=A;mulai=2020-08-04;sampai=2020-08-06;"
                      "dari=09.00;hingga=11.00;isi=Rapat");
    const char *call = web_world_say(w, "K1", "hubungi", "pegawai=A");
    WebAnswer a = get_as(w, "A", "/api/v1/saya/panggilan");
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.jawaban"), "null");
    EXPECT_STR(api_ask_at(w, &a, "hubungi.0.id"), call);
    EXPECT_STR(api_ask_at(w, &a, "hubungi.0.dijawab"), "false");
    (void)web_world_say(
        w, "A", "terima panggilan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=tidak dapat;isi=ginjal",
                       id));
    a = get_as(w, "A", "/api/v1/saya/panggilan");
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.id"), id);
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.dari.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.sampai"), "2020-08-06");
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.hingga_jam"), "11.00");
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.jawaban"), "tidak dapat");
    EXPECT_STR(api_ask_at(w, &a, "panggilan.0.tiba"), "null");
    EXPECT_LACKS(a.body, "ginjal");
    web_world_close(w);
}

/* ---- what is asked for ----------------------------------------------------
 */

FACT(a_permit_is_told_with_its_state_and_not_what_for)
{
    WebWorld *w = web_world_open("apiizin");
    const char *out =
        web_world_say(w, "A", "izin keluar",
                      "pegawai=A;kata=kesehatan;dari=10.00;hingga=11.00;"
                      "isi=ginjal");
    const char *visit =
        web_world_say(w, "A", "izin ke kantor",
                      "pegawai=A;mulai=2020-08-11;sampai=2020-08-11;"
                      "isi=ginjal");
    (void)web_world_say(
        w, "K1", "putusan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=setuju", visit));
    WebAnswer a = get_as(w, "A", "/api/v1/saya/permohonan");
    int exit_at =
        str_is(api_ask_at(w, &a, "permohonan.0.id"), str_of(out)) ? 0 : 1;
    const char *exit = web_world_line(w, "permohonan.%d", exit_at);
    const char *other = web_world_line(w, "permohonan.%d", 1 - exit_at);
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "%s.jenis", exit)),
               "izin keluar");
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "%s.dari_jam", exit)),
               "10.00");
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "%s.keadaan", exit)),
               "boleh menurut aturan");
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "%s.id", other)), visit);
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "%s.keadaan", other)),
               "disetujui");
    EXPECT_STR(
        api_ask_at(w, &a, web_world_line(w, "%s.jawaban.oleh.kode", other)),
        "K1");
    EXPECT_LACKS(a.body, "ginjal");
    EXPECT_LACKS(a.body, "kesehatan");
    web_world_close(w);
}

/* The offers are those that the page links to. */
FACT(swaps_are_offered_as_the_page_offers_them)
{
    WebWorld *w = web_world_open("apitukar");
    WebAnswer a = get_as(w, "A", "/api/v1/saya/tukar");
    EXPECT_STR(api_ask_at(w, &a, "tukar"), "[]");
    EXPECT_STR(api_ask_at(w, &a, "tawaran"), "null");
    Str day = api_ask_at(w, &a, "hari_dapat_ditukar.0");
    a = web_world_get(
        w, web_world_line(w, "/api/v1/saya/tukar?tanggal=%.*s", STR_ARG(day)));
    WebAnswer page = web_world_get(
        w, web_world_line(w, "/tukar?tanggal=%.*s&semua=ya", STR_ARG(day)));
    int count = 0;
    for (;; count++) {
        const char *at = web_world_line(w, "tawaran.%d", count);
        if (str_is(api_ask_at(w, &a, at), STR("(none)"))) break;
        Str with = api_ask_at(w, &a, web_world_line(w, "%s.dengan.kode", at));
        Str back = api_ask_at(w, &a, web_world_line(w, "%s.kembali", at));
        if (str_is(back, STR("null"))) back = day;
        EXPECT_HAS(page.body, web_world_line(w, "dengan=%.*s&amp;kembali=%.*s",
                                             STR_ARG(with), STR_ARG(back)));
    }
    EXPECT(count > 0);
    a = web_world_get(w, "/api/v1/saya/tukar?tanggal=2020-08-03");
    EXPECT_INT(a.status, 400);
    EXPECT_STR(a.type, "application/problem+json");
    web_world_close(w);
}

FACT(a_swap_is_told_to_both_with_its_state)
{
    WebWorld *w = web_world_open("apitukar-dua");
    WebAnswer a = get_as(w, "A", "/api/v1/saya/tukar");
    Str day = api_ask_at(w, &a, "hari_dapat_ditukar.0");
    a = web_world_get(
        w, web_world_line(w, "/api/v1/saya/tukar?tanggal=%.*s", STR_ARG(day)));
    Str with = api_ask_at(w, &a, "tawaran.0.dengan.kode");
    Str back = api_ask_at(w, &a, "tawaran.0.kembali");
    if (str_is(back, STR("null"))) back = day;
    WebAnswer sent = web_world_post(
        w, "/tukar",
        web_world_line(w, "id=%s&tanggal=%.*s&dengan=%.*s&kembali=%.*s",
                       web_world_id(w), STR_ARG(day), STR_ARG(with),
                       STR_ARG(back)));
    EXPECT_INT(sent.status, 303);
    a = get_as(w, "A", "/api/v1/saya/tukar");
    EXPECT_STR(api_ask_at(w, &a, "tukar.0.dengan.kode"), str_c(w->arena, with));
    EXPECT_STR(api_ask_at(w, &a, "tukar.0.keadaan"), "menunggu rekan");
    Str id = api_ask_at(w, &a, "tukar.0.id");
    a = get_as(w, str_c(w->arena, with), "/api/v1/saya/tukar");
    EXPECT_STR(api_ask_at(w, &a, "tukar.0.orang.kode"), "A");
    sent =
        web_world_post(w, web_world_line(w, "/tukar/%.*s/jawab", STR_ARG(id)),
                       web_world_line(w, "id=%s&kata=setuju", web_world_id(w)));
    EXPECT_INT(sent.status, 303);
    a = web_world_get(w, "/api/v1/saya/tukar");
    EXPECT_STR(api_ask_at(w, &a, "tukar.0.keadaan"), "menunggu putusan");
    EXPECT_STR(api_ask_at(w, &a, "tukar.0.jawaban.kata"), "setuju");
    web_world_close(w);
}

/* ---- objections -----------------------------------------------------------
 */

/* Who answers and by when, as the page says it; then the answer. */
FACT(an_objection_is_told_with_who_answers_and_what)
{
    WebWorld *w = web_world_open("apikeberatan");
    WebAnswer a = get_as(w, "A", "/api/v1/saya/keberatan");
    EXPECT_STR(api_ask_at(w, &a, "orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "keberatan"), "[]");
    const char *data = web_world_say(w, "A", "keberatan",
                                     "pegawai=A;kata=data;isi=NIP keliru");
    const char *plan =
        web_world_say(w, "A", "keberatan", "pegawai=A;kata=jadwal;isi=Giliran");
    a = get_as(w, "A", "/api/v1/saya/keberatan");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.id"), plan);
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.kata"), "jadwal");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.isi"), "Giliran");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.keadaan"), "menunggu jawaban");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.atasan.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.paling_lambat"), "null");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.1.id"), data);
    EXPECT_STR(api_ask_at(w, &a, "keberatan.1.atasan"), "null");
    EXPECT_HAS(api_ask_at(w, &a, "keberatan.1.paling_lambat"), "2020-08-07T00");
    WebAnswer page = web_world_get(w, "/keberatan");
    EXPECT_HAS(page.body, "Dijawab oleh Kartika");
    EXPECT_HAS(page.body, "paling lambat 7 Agt 08.0");
    ROW("answered");
    (void)web_world_say(
        w, "K1", "jawaban keberatan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=ditolak;isi=Rata", plan));
    (void)web_world_say(
        w, "P0", "jawaban keberatan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=diterima;isi=Ya", data));
    a = get_as(w, "A", "/api/v1/saya/keberatan");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.keadaan"), "ditolak");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.jawaban.oleh.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.0.jawaban.isi"), "Rata");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.1.keadaan"), "diterima");
    EXPECT_STR(api_ask_at(w, &a, "keberatan.1.paling_lambat"), "null");
    web_world_close(w);
}

/* A superior, and a head above, read them where they decide. */
FACT(objections_are_told_to_who_objected_alone)
{
    WebWorld *w = web_world_open("apikeberatan-lain");
    const char *id = web_world_say(w, "A", "keberatan", "pegawai=A;isi=Keliru");
    static const char *const others[] = {"B", "K1", "H", "P0"};
    for (size_t i = 0; i < COUNT(others); i++) {
        ROW("%s", others[i]);
        WebAnswer a = get_as(w, others[i], "/api/v1/saya/keberatan");
        EXPECT_INT(a.status, 200);
        EXPECT_LACKS(a.body, id);
    }
    ROW("nobody");
    EXPECT_INT(get_as(w, NULL, "/api/v1/saya/keberatan").status, 401);
    ROW("a token that does not hold the use case");
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_post(w, "/token", "nama=satu&kewenangan=presensi&hari=30");
    WebAnswer a = api_ask_token(w, HTTP_GET, "/api/v1/saya/keberatan",
                                web_entry_secret(&page));
    api_ask_expect_problem(w, &a, 403, "tidak memuat kewenangan ini");
    web_world_close(w);
}
