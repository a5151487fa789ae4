/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_register.c - tables of the register checked for another program: the
 * same findings as the page's, nothing written, and no word of why somebody is
 * away.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

#include <string.h>

static WebAnswer send_table(WebWorld *w, const char *target, const char *id,
                            const char *table)
{
    HttpFile *file = NEW(w->arena, HttpFile, 1);
    HttpRequest request =
        web_world_request(w, HTTP_POST, target, web_world_line(w, "id=%s", id));
    *file = (HttpFile){STR("berkas"), STR("tabel.csv"), STR("text/csv"),
                       str_of(table)};
    request.type = STR("multipart/form-data");
    request.files = file;
    request.file_count = 1;
    return web_world_ask(w, &request);
}

static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan\n"
    "H,196605311993121000,lokal-H,\"Hadi, S.E.\",PNS,dinas,\n"
    "K1,,lokal-K1,Kartika,PNS,s1,\nK2,,lokal-K2,Kasim,PNS,s2,\n"
    "A,197806032006031000,lokal-A,Ani,PNS,s1,\n"
    "B,,lokal-B,Budi,PNS,s2,Arsiparis\nC,,lokal-C,Cici,PNS,s1,\n"
    "D,,lokal-D,Dedi,PNS,s1,\nE,,lokal-E,Eka,PNS,s2,\n"
    "F,,lokal-F,Fani,PNS,s2,\nU0,,lokal-U0,Usman,PNS,upt,\n"
    "U1,,lokal-U1,Umar,PNS,upt,\nU2,,lokal-U2,Uli,PNS,upt,\n"
    "U3,,lokal-U3,Udin,PNS,upt,\nU4,,lokal-U4,Ucok,PNS,upt,\n"
    "P0,,lokal-P0,Putri,PNS,bkd,\nP1,,lokal-P1,Pandu,PNS,bkd,\n"
    "O0,,lokal-O0,Olga,PNS,orta,\nO1,,lokal-O1,Oki,PNS,orta,\n"
    "Z,,lokal-Z,Zul,PNS,s1,\n";

/* The change of that person; -1: none. */
static int change_of(WebWorld *w, const WebAnswer *a, const char *code,
                     const char *what)
{
    for (int i = 0;; i++) {
        const char *at = web_world_line(w, "perubahan.%d", i);
        if (str_is(api_ask_at(w, a, at), STR("(none)"))) return -1;
        if (str_is(api_ask_at(w, a, web_world_line(w, "%s.kode", at)),
                   str_of(code)) &&
            str_is(api_ask_at(w, a, web_world_line(w, "%s.apa", at)),
                   str_of(what)))
            return i;
    }
}

FACT(sound_tables_are_set_aside_with_what_they_would_change)
{
    WebWorld *w = web_world_open("apiimpor");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    size_t before = web_world_kept(w, NULL);
    WebAnswer a = send_table(w, "/api/v1/impor", id, people);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "baik"), "true");
    EXPECT_STR(api_ask_at(w, &a, "titipan"), id);
    EXPECT_STR(api_ask_at(w, &a, "tabel.0.jenis"), "pegawai");
    EXPECT_STR(api_ask_at(w, &a, "tabel.0.baris"), "19");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.sebelum"), "19");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.baru"), "1");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.hilang"), "1");
    int row = change_of(w, &a, "B", "unit");
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "perubahan.%d.dari", row)),
               "s1");
    EXPECT_STR(
        api_ask_at(w, &a, web_world_line(w, "perubahan.%d.menjadi", row)),
        "s2");
    EXPECT(change_of(w, &a, "Z", "baru") >= 0);
    EXPECT(change_of(w, &a, "G", "hilang") >= 0);
    WebAnswer again =
        web_world_get(w, web_world_line(w, "/api/v1/impor/%s", id));
    EXPECT_STR(again.body, str_c(w->arena, a.body));
    WebAnswer page = web_world_get(w, web_world_line(w, "/impor/%s", id));
    EXPECT_HAS(page.body, "19 menjadi 19: 1 baru, 1 hilang");
    EXPECT_INT((int64_t)web_world_kept(w, NULL), (int64_t)before);
    web_world_as(w, "P0");
    a = web_world_get(w, web_world_line(w, "/api/v1/impor/%s", id));
    EXPECT_INT(a.status, 404);
    web_world_close(w);
}

/* So that what is put in is what somebody has looked at. */
FACT(other_tables_by_the_same_id_are_refused)
{
    WebWorld *w = web_world_open("apiimpor-lain");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    WebAnswer a = send_table(w, "/api/v1/impor", id, people);
    EXPECT_INT(a.status, 200);
    ROW("the same again");
    EXPECT_INT(send_table(w, "/api/v1/impor", id, people).status, 200);
    ROW("others");
    Str fewer = str_slice(str_of(people), 0,
                          str_find(str_of(people), STR("Z,,lokal-Z"), 0));
    const char *others = str_c(w->arena, fewer);
    EXPECT_INT(send_table(w, "/api/v1/impor", id, others).status, 409);
    EXPECT_INT(send_table(w, "/impor", id, others).status, 409);
    WebAnswer kept =
        web_world_get(w, web_world_line(w, "/api/v1/impor/%s", id));
    EXPECT_STR(kept.body, str_c(w->arena, a.body));
    ROW("and once it was put in");
    const char *put_in = web_world_line(w, "/api/v1/impor/%s/masukkan", id);
    EXPECT_INT(api_ask_post(w, put_in, "{}").status, 201);
    EXPECT_INT(send_table(w, "/api/v1/impor", id, people).status, 409);
    web_world_close(w);
}

FACT(what_was_set_aside_is_put_in_once)
{
    WebWorld *w = web_world_open("apiimpor-masuk");
    const char *id = web_world_id(w);
    const char *put_in = web_world_line(w, "/api/v1/impor/%s/masukkan", id);
    web_world_as(w, "P1");
    EXPECT_INT(send_table(w, "/api/v1/impor", id, people).status, 200);
    WebAnswer a = api_ask_post(w, put_in, "{}");
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "sudah_ada"), "false");
    size_t kept = web_world_kept(w, "dokumen");
    EXPECT(kept > 0);
    a = api_ask_post(w, put_in, "{}");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "sudah_ada"), "true");
    EXPECT_INT((int64_t)web_world_kept(w, "dokumen"), (int64_t)kept);
    ROW("the register is the new one");
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    EXPECT_INT(web_world_get(w, "/api/v1/bulan/Z/2020-08").status, 200);
    ROW("what is not set aside is not put in");
    a = api_ask_post(
        w, web_world_line(w, "/api/v1/impor/%s/masukkan", web_world_id(w)),
        "{}");
    EXPECT_INT(a.status, 404);
    web_world_close(w);
}

FACT(what_is_wrong_is_told_with_its_place_and_nothing_is_set_aside)
{
    WebWorld *w = web_world_open("apiimpor-salah");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    WebAnswer a =
        send_table(w, "/api/v1/impor", id,
                   "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan\n"
                   "H,,lokal-H,Hadi,PNS,entah,\n");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "baik"), "false");
    EXPECT_STR(api_ask_at(w, &a, "titipan"), "null");
    EXPECT_HAS(api_ask_at(w, &a, "salah.0.tempat"), "entah");
    EXPECT_INT(
        web_world_get(w, web_world_line(w, "/api/v1/impor/%s", id)).status,
        404);
    web_world_close(w);
}

FACT(tables_of_absences_are_told_without_their_words)
{
    WebWorld *w = web_world_open("apiimpor-cuti");
    web_world_as(w, "P1");
    WebAnswer a = send_table(w, "/api/v1/impor", web_world_id(w),
                             "pegawai,jenis,mulai,sampai,dicatat\n"
                             "D,ginjal,2020-08-20,2020-08-21,2020-08-01\n");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "baik"), "false");
    EXPECT_STR(api_ask_at(w, &a, "salah.0.jumlah"), "1");
    EXPECT(str_find(a.body, STR("ginjal"), 0) == SIZE_MAX);
    web_world_close(w);
}

FACT(no_table_of_ours_and_no_right_are_refused_as_problems)
{
    WebWorld *w = web_world_open("apiimpor-tolak");
    web_world_as(w, "P1");
    WebAnswer a = send_table(w, "/api/v1/impor", web_world_id(w), "a,b\n1,2\n");
    EXPECT_STR(a.type, "application/problem+json");
    EXPECT_INT(a.status, 400);
    a = web_world_post(w, "/api/v1/impor",
                       web_world_line(w, "id=%s", web_world_id(w)));
    api_ask_expect_problem(w, &a, 422, "isian");
    web_world_as(w, "H");
    a = send_table(w, "/api/v1/impor", web_world_id(w), people);
    api_ask_expect_problem(w, &a, 403, "administrator");
    web_world_close(w);
}

/* The table above, and A has another number. */
static const char *another_nip(WebWorld *w)
{
    static const char old[] = "197806032006031000";
    size_t at = str_find(str_of(people), str_of(old), 0);
    return web_world_line(w, "%.*s197806032006031001%s", (int)at, people,
                          people + at + strlen(old));
}

FACT(a_person_is_told_with_posts_superior_and_what_changed)
{
    WebWorld *w = web_world_open("apiorang");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    WebAnswer a = web_world_get(w, "/api/v1/pegawai/H");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "memegang.0.jabatan"), "Kepala Dinas Contoh");
    EXPECT_STR(api_ask_at(w, &a, "nip"), "196605 ****** * 000");
    EXPECT_LACKS(a.body, "196605311993121000");
    a = web_world_get(w, "/api/v1/pegawai/B");
    EXPECT_STR(api_ask_at(w, &a, "atasan.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "kewenangan.0.peran"), "petugas unit");
    EXPECT_STR(api_ask_at(w, &a, "tercatat_sejak"), "2020-08-01");
    EXPECT_STR(api_ask_at(w, &a, "perubahan"), "[]");

    ROW("what a new table changed");
    (void)send_table(w, "/api/v1/impor", id, another_nip(w));
    (void)api_ask_post(w, web_world_line(w, "/api/v1/impor/%s/masukkan", id),
                       "{}");
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    a = web_world_get(w, "/api/v1/pegawai/B");
    EXPECT_STR(api_ask_at(w, &a, "unit.kode"), "s2");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.1.kolom"), "unit");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.1.dari"), "s1");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.1.menjadi"), "s2");
    ROW("a NIP that changed is told masked");
    a = web_world_get(w, "/api/v1/pegawai/A");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.0.kolom"), "nip");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.0.menjadi"), "197806 ****** * 001");
    EXPECT_LACKS(a.body, "197806032006031");
    ROW("to whom the register is not, nobody is told");
    web_world_as(w, "H");
    EXPECT_INT(web_world_get(w, "/api/v1/pegawai/B").status, 403);
    web_world_close(w);
}

FACT(absences_of_a_person_are_told_by_their_letter_alone)
{
    WebWorld *w = web_world_open("apiorang-cuti");
    (void)web_world_say(w, "P1", "cuti",
                        "pegawai=E;mulai=2020-08-04;sampai=2020-08-06;"
                        "kata=sakit");
    web_world_as(w, "P1");
    WebAnswer a = web_world_get(w, "/api/v1/pegawai/E");
    EXPECT_STR(api_ask_at(w, &a, "tidak_hadir.0.huruf"), "C");
    EXPECT_STR(api_ask_at(w, &a, "tidak_hadir.0.sampai"), "2020-08-06");
    EXPECT_LACKS(a.body, "sakit");
    web_world_close(w);
}
