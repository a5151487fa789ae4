/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_report.c - a report with its files, sent by another program; and
 * files of reports and recaps as the pages give them.  Kota Contoh, see
 * web_world.h: A works at home on 4 August, K1 is the superior.
 */
#include "api_ask.h"
#include "harness.h"
#include "picture.h"

#define PATH "/api/v1/saya/laporan"

static WebAnswer send(WebWorld *w, const char *form, HttpFile *files,
                      size_t count)
{
    HttpRequest request = web_world_request(w, HTTP_POST, PATH, form);
    request.type = STR("multipart/form-data");
    request.files = files;
    request.file_count = count;
    return web_world_ask(w, &request);
}

static HttpFile file_of(Str body)
{
    return (HttpFile){STR("berkas"), STR("foto"), STR("image/jpeg"), body};
}

FACT(a_report_comes_with_its_files_and_both_lists_name_them)
{
    WebWorld *w = web_world_open("apilapor");
    HttpFile files[] = {file_of(picture_jpeg(w->arena, true)),
                        file_of(picture_pdf())};
    const char *id = web_world_id(w);
    const char *form =
        web_world_line(w, "id=%s&isi=Selesai&bukti=https://contoh.id/x", id);
    web_world_as(w, "A");
    WebAnswer a = send(w, form, files, COUNT(files));
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "id"), id);
    EXPECT_INT(send(w, form, files, COUNT(files)).status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);

    ROW("the person's own list");
    a = web_world_get(w, PATH);
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.tautan"), "https://contoh.id/x");
    const char *photo = api_ask_text(w, &a, "laporan.0.berkas.0");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.berkas.2"), "(none)");

    ROW("the superior's list, and the file: clean");
    web_world_as(w, "K1");
    a = web_world_get(w, "/api/v1/tim/tinjauan");
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.berkas.0"), photo);
    a = web_world_get(w, photo);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(a.type, "image/jpeg");
    EXPECT_STR(a.body, picture_jpeg(w->arena, false));

    ROW("nobody else's");
    web_world_as(w, "C");
    EXPECT_INT(web_world_get(w, photo).status, 403);
    web_world_as(w, NULL);
    EXPECT_INT(web_world_get(w, photo).status, 401);
    web_world_close(w);
}

FACT(what_a_file_may_not_be_is_a_problem_and_nothing_is_kept)
{
    WebWorld *w = web_world_open("apilapor-salah");
    HttpFile page = file_of(STR("<!doctype html>"));
    web_world_as(w, "A");
    WebAnswer a = send(
        w, web_world_line(w, "id=%s&isi=Selesai", web_world_id(w)), &page, 1);
    api_ask_expect_problem(w, &a, 400, "hanya gambar (JPEG, PNG)");
    ROW("without a text");
    HttpFile photo = file_of(picture_jpeg(w->arena, false));
    a = send(w, web_world_line(w, "id=%s&isi=", web_world_id(w)), &photo, 1);
    EXPECT_INT(a.status, 422);
    EXPECT_STR(api_ask_at(w, &a, "errors.0.field"), "isi");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 0);
    web_world_close(w);
}

FACT(an_approved_report_is_asked_for_first_and_its_files_may_stay)
{
    WebWorld *w = web_world_open("apilapor-tetap");
    HttpFile photo = file_of(picture_jpeg(w->arena, false));
    const char *first = web_world_id(w);
    web_world_as(w, "A");
    (void)send(w, web_world_line(w, "id=%s&isi=Surat", first), &photo, 1);
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=terima", first));
    web_world_as(w, "A");
    const char *form =
        web_world_line(w, "id=%s&isi=Surat+dan+rekap", web_world_id(w));
    WebAnswer a = send(w, form, NULL, 0);
    EXPECT_INT(a.status, 400);
    EXPECT_STR(api_ask_at(w, &a, "tetap"), first);

    a = web_world_get(w, PATH);
    const char *name = api_ask_text(w, &a, "laporan.0.berkas.0");
    Str path = str_of(name);
    name = str_c(w->arena, str_slice(path, path.len - 68, path.len));
    a = send(w,
             web_world_line(w, "%s&tetap=%s&dari=%s&simpan=%s", form, first,
                            first, name),
             NULL, 0);
    EXPECT_INT(a.status, 201);
    a = web_world_get(w, PATH);
    EXPECT_STR(api_ask_at(w, &a, "laporan.0.isi"), "Surat dan rekap");
    EXPECT_HAS(api_ask_at(w, &a, "laporan.0.berkas.0"), name);
    web_world_close(w);
}

FACT(a_day_that_is_over_takes_only_what_was_sent_back)
{
    WebWorld *w = web_world_open("apilapor-hari");
    web_world_as(w, "A");
    WebAnswer a = send(w,
                       web_world_line(w, "id=%s&isi=Surat&tanggal=2020-08-03",
                                      web_world_id(w)),
                       NULL, 0);
    api_ask_expect_problem(w, &a, 400, "hari");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 0);
    web_world_close(w);
}

FACT(a_recap_is_the_file_that_its_page_gives)
{
#define ASKED \
    "/rekap/berkas?unit=dinas&mulai=2020-08-03&sampai=2020-08-04&bentuk="
    static const char *const forms[] = {"rekap.csv",   "rekap.xlsx",
                                        "rekap.html",  "rekap.rekap",
                                        "kinerja.csv", "kinerja.xlsx"};
    WebWorld *w = web_world_open("apirekap-berkas");
    web_world_as(w, "H");
    for (size_t i = 0; i < COUNT(forms); i++) {
        ROW("%s", forms[i]);
        WebAnswer page =
            web_world_get(w, web_world_line(w, ASKED "%s", forms[i]));
        WebAnswer data =
            web_world_get(w, web_world_line(w, "/api/v1" ASKED "%s", forms[i]));
        EXPECT_INT(data.status, 200);
        EXPECT_STR(data.type, str_c(w->arena, page.type));
        EXPECT(data.body.len > 20);
        EXPECT(str_is(data.body, page.body));
    }
    ROW("another form");
    WebAnswer a = web_world_get(w, "/api/v1" ASKED "rekap.pdf");
    EXPECT_INT(a.status, 422);
    EXPECT_STR(api_ask_at(w, &a, "errors.0.field"), "bentuk");
    web_world_close(w);
#undef ASKED
}
