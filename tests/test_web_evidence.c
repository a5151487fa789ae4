/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_evidence.c - photos and files with a report, through the door.  Kota
 * Contoh, see web_world.h: A works at home on 4 August, K1 is the superior, B
 * the clerk of the unit, E is of another.
 */
#include "day/evidence.h"
#include "harness.h"
#include "picture.h"
#include "web_world.h"

#include <string.h>

static bool says(const WebAnswer *page, const char *part)
{
    return str_find(page->body, str_of(part), 0) != SIZE_MAX;
}

typedef struct {
    HttpFile at[5];
    size_t count;
} Files;

static void add(Files *files, const char *name, Str body)
{
    files->at[files->count++] =
        (HttpFile){STR("berkas"), str_of(name), STR("image/jpeg"), body};
}

static WebAnswer send(WebWorld *w, const char *path, const char *form,
                      const Files *files)
{
    HttpRequest request = web_world_request(w, HTTP_POST, path, form);
    request.type = STR("multipart/form-data");
    request.files = files->at;
    request.file_count = files->count;
    return web_world_ask(w, &request);
}

static WebAnswer report(WebWorld *w, const Files *files)
{
    return send(w, "/laporan/tulis",
                web_world_line(w, "id=%s&isi=Selesai&bukti=", web_world_id(w)),
                files);
}

static Evidence evidence_of_last(WebWorld *w)
{
    return evidence_read(web_world_last(w, "laporan").evidence);
}

/* The address of the n-th file in a page. */
static const char *link_in(WebWorld *w, const WebAnswer *page, int n)
{
    size_t at = 0;
    do {
        at = str_find(page->body, STR("href=\"/bukti/"), at + 1);
        if (!EXPECT(at != SIZE_MAX)) return "/";
    } while (n-- > 0);
    at += strlen("href=\"");
    size_t end = str_find(page->body, STR("\""), at);
    return str_c(w->arena, str_slice(page->body, at, end));
}

static Str header(const WebAnswer *answer, const char *name, int n)
{
    for (size_t i = 0; i < answer->answer->headers.count; i++) {
        const HttpPair *pair = &answer->answer->headers.at[i];
        if (str_folded_is(pair->name, str_of(name)) && n-- == 0)
            return pair->value;
    }
    return STR("");
}

FACT(a_photo_goes_with_the_report_without_where_it_was_taken)
{
    WebWorld *w = web_world_open("evidence");
    Files files = {0};
    add(&files, "IMG_0001.jpg", picture_jpeg(w->arena, true));
    web_world_as(w, "A");
    WebAnswer form = web_world_get(w, "/laporan/tulis");
    web_world_expect_page(&form);
    EXPECT_HAS(form.body, "enctype=\"multipart/form-data\"");
    EXPECT_HAS(form.body, "type=\"file\"");
    EXPECT_HAS(form.body, "/aset/foto.");
    EXPECT_STR(report(w, &files).to, "/laporan/2020-08-04?sudah=laporan");
    EXPECT_INT((int64_t)evidence_of_last(w).count, 1);

    ROW("A6 lists it");
    WebAnswer page = web_world_get(w, "/laporan");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "berkas: 1");
    page = web_world_get(w, "/laporan/2020-08-04");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, ">Berkas 1 (JPEG)</a>");
    EXPECT(!says(&page, "berkas:"));

    ROW("and gives it back clean");
    WebAnswer file = web_world_get(w, link_in(w, &page, 0));
    EXPECT_INT(file.status, 200);
    EXPECT_STR(file.type, "image/jpeg");
    EXPECT_STR(file.body, picture_jpeg(w->arena, false));
    web_world_close(w);
}

FACT(a_file_is_shown_in_a_sandbox_and_kept_by_no_cache)
{
    WebWorld *w = web_world_open("evidence-head");
    Files files = {0};
    add(&files, "a.png", picture_png(w->arena, true));
    add(&files, "b.pdf", picture_pdf());
    web_world_as(w, "A");
    EXPECT_INT(report(w, &files).status, 303);
    WebAnswer page = web_world_get(w, "/laporan/2020-08-04");
    WebAnswer png = web_world_get(w, link_in(w, &page, 0));
    WebAnswer pdf = web_world_get(w, link_in(w, &page, 1));
    const WebAnswer *both[] = {&png, &pdf};
    for (size_t i = 0; i < COUNT(both); i++) {
        ROW("file %zu", i);
        EXPECT_INT(both[i]->status, 200);
        EXPECT_STR(header(both[i], "content-security-policy", 1),
                   "default-src 'none'; sandbox");
        EXPECT_STR(header(both[i], "x-content-type-options", 0), "nosniff");
        EXPECT_STR(both[i]->answer->cache, "no-store");
    }
    EXPECT_STR(png.type, "image/png");
    EXPECT_STR(pdf.type, "application/pdf");
    EXPECT_HAS(header(&pdf, "content-disposition", 0), "attachment; ");
    web_world_close(w);
}

FACT(who_may_see_the_report_may_see_its_files_and_nobody_else)
{
    static const struct {
        const char *who;
        int status;
    } rows[] = {
        {"A", 200}, {"K1", 200}, {"H", 200},  {"B", 200},  {"P0", 200},
        {"C", 403}, {"E", 403},  {"K2", 403}, {"O1", 403}, {NULL, 303},
    };
    WebWorld *w = web_world_open("evidence-may");
    Files files = {0};
    add(&files, "a.jpg", picture_jpeg(w->arena, false));
    web_world_as(w, "A");
    EXPECT_INT(report(w, &files).status, 303);
    WebAnswer page = web_world_get(w, "/laporan/2020-08-04");
    const char *path = link_in(w, &page, 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].who == NULL ? "nobody" : rows[i].who);
        web_world_as(w, rows[i].who);
        EXPECT_INT(web_world_get(w, path).status, rows[i].status);
    }
    ROW("under another's name it is not there");
    web_world_as(w, "E");
    const char *mine =
        web_world_line(w, "/bukti/E%s", path + strlen("/bukti/A"));
    EXPECT_INT(web_world_get(w, mine).status, 404);
    web_world_close(w);
}

FACT(what_is_not_taken_is_said_and_nothing_is_kept)
{
    WebWorld *w = web_world_open("evidence-no");
    Str jpeg = picture_jpeg(w->arena, false);
    char *large = NEW(w->arena, char, (5 << 20) + 1);
    memcpy(large, "\xff\xd8\xff", 3);
    const struct {
        const char *what;
        Str body;
        size_t count;
        int status;
        const char *why;
    } rows[] = {
        {"a page named as a photo", STR("<!doctype html><script>1</script>"), 1,
         422, "Hanya gambar (JPEG, PNG) dan berkas PDF yang diterima."},
        {"cut off", str_slice(jpeg, 0, jpeg.len - 4), 1, 422,
         "Berkas JPEG itu terpotong atau rusak."},
        {"too large", (Str){large, (5 << 20) + 1}, 1, 422,
         "lebih besar dari 5 MB"},
        {"four", jpeg, 4, 422, "Paling banyak 3 berkas pada satu laporan."},
    };
    web_world_as(w, "A");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].what);
        Files files = {0};
        for (size_t k = 0; k < rows[i].count; k++)
            add(&files, "foto.jpg", rows[i].body);
        WebAnswer page = report(w, &files);
        EXPECT_INT(page.status, rows[i].status);
        EXPECT_HAS(page.body, rows[i].why);
        EXPECT_HAS(page.body, ">\nSelesai</textarea>");
        web_world_expect_page(&page);
    }
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 0);
    ROW("a file that was never handed in");
    Files none = {0};
    WebAnswer page =
        send(w, "/laporan/tulis",
             web_world_line(w, "id=%s&isi=Selesai&bukti=berkas%%3A%064d.jpg",
                            web_world_id(w), 0),
             &none);
    EXPECT_INT(page.status, 404);
    EXPECT_HAS(page.body, "menyebut berkas yang tidak ada");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 0);
    web_world_close(w);
}

FACT(a_report_that_is_added_to_keeps_the_files_that_stay_ticked)
{
    WebWorld *w = web_world_open("evidence-kept");
    Files files = {0};
    add(&files, "a.jpg", picture_jpeg(w->arena, false));
    add(&files, "b.png", picture_png(w->arena, false));
    web_world_as(w, "A");
    EXPECT_INT(report(w, &files).status, 303);
    Evidence first = evidence_of_last(w);
    WebAnswer form = web_world_get(w, "/laporan/tulis");
    web_world_expect_page(&form);
    Str before = web_world_value(&form, "dari", 0);
    EXPECT_STR(web_world_value(&form, "simpan", 1), first.files[1]);
    Files more = {0};
    add(&more, "c.pdf", picture_pdf());
    WebAnswer sent =
        send(w, "/laporan/tulis",
             web_world_line(w,
                            "id=%s&isi=Lagi&dari=%.*s&simpan=%.*s&bukti="
                            "https%%3A%%2F%%2Fexample.go.id%%2Fa",
                            web_world_id(w), STR_ARG(before),
                            STR_ARG(first.files[1])),
             &more);
    EXPECT_INT(sent.status, 303);
    Evidence second = evidence_of_last(w);
    EXPECT_INT((int64_t)second.count, 2);
    EXPECT_STR(second.files[0], first.files[1]);
    EXPECT_STR(second.address, "https://example.go.id/a");
    WebAnswer page = web_world_get(w, "/laporan/2020-08-04");
    EXPECT_STR(web_world_get(w, link_in(w, &page, 0)).body,
               picture_png(w->arena, false));
    ROW("nobody keeps a file of another's report");
    web_world_as(w, "F");
    sent = send(w, "/laporan/tulis",
                web_world_line(w, "id=%s&isi=Lagi&dari=%.*s&simpan=%.*s",
                               web_world_id(w), STR_ARG(before),
                               STR_ARG(first.files[1])),
                &files);
    EXPECT_INT(sent.status, 404);
    web_world_close(w);
}

FACT(the_superior_opens_it_from_the_review)
{
    WebWorld *w = web_world_open("evidence-review");
    Files files = {0};
    add(&files, "a.jpg", picture_jpeg(w->arena, true));
    web_world_as(w, "A");
    EXPECT_INT(report(w, &files).status, 303);
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<kbd aria-hidden=\"true\">O</kbd>");
    EXPECT_INT(web_world_get(w, link_in(w, &page, 0)).status, 200);
    web_world_close(w);
}

FACT(the_outbox_sends_the_same_photo_twice_and_it_is_one_report)
{
    static HttpPair headers[32];
    WebWorld *w = web_world_open("evidence-outbox");
    Files files = {0};
    add(&files, "blob", picture_jpeg(w->arena, true));
    web_world_as(w, "A");
    const char *form = web_world_line(w, "id=%s&isi=Selesai", web_world_id(w));
    for (int i = 0; i < 2; i++) {
        ROW("sending %d", i);
        HttpRequest request =
            web_world_request(w, HTTP_POST, "/laporan/tulis", form);
        CHECK(request.headers.count + 1 < COUNT(headers));
        memcpy(headers, request.headers.at,
               request.headers.count * sizeof headers[0]);
        headers[request.headers.count] = (HttpPair){STR("x-kotak"), STR("1")};
        request.headers = (HttpPairs){headers, request.headers.count + 1};
        request.files = files.at;
        request.file_count = files.count;
        WebAnswer answer = web_world_ask(w, &request);
        EXPECT_INT(answer.status, 200);
        EXPECT_HAS(answer.body,
                   "\"ke\": \"/laporan/2020-08-04?sudah=laporan\"");
    }
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    EXPECT_INT((int64_t)evidence_of_last(w).count, 1);
    web_world_close(w);
}
