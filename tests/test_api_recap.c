/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_recap.c - recaps as other programs read them: the same numbers as
 * the files of the page.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

#include <stdlib.h>

#define DAYS "mulai=2020-08-03&sampai=2020-08-04"

static Str cell_of(Str line, size_t column)
{
    Str one = STR("");
    for (size_t i = 0; i <= column; i++) {
        if (!str_next(&line, ',', &one)) return STR("");
    }
    return one;
}

static size_t cells_of(Str line)
{
    size_t count = 0;
    for (Str one; str_next(&line, ',', &one);)
        count++;
    return count;
}

/* The line of the file whose first cell is the code. */
static Str line_of(Str file, Str code)
{
    for (Str line; str_next(&file, '\n', &line);) {
        if (str_is(cell_of(line, 0), code)) return line;
    }
    return STR("");
}

enum { FIRST_COLUMN = 5, PEOPLE = 15 };

/* Every number of every person is that of the file; a name may have a comma. */
static void expect_same(WebWorld *w, const WebAnswer *rows, Str file)
{
    Str head = {0};
    Str rest = file;
    EXPECT(str_next(&rest, '\n', &head));
    for (int p = 0; p < PEOPLE; p++) {
        const char *row = web_world_line(w, "baris.%d", p);
        Str code = api_ask_at(w, rows, web_world_line(w, "%s.kode", row));
        Str line = line_of(file, code);
        ROW("%.*s", STR_ARG(code));
        size_t shift = cells_of(line) - cells_of(head);
        EXPECT(line.len > 0);
        for (size_t c = FIRST_COLUMN; cell_of(head, c).len > 0; c++) {
            Str name = str_trim(cell_of(head, c));
            EXPECT_STR(
                api_ask_at(w, rows,
                           web_world_line(w, "%s.%.*s", row, STR_ARG(name))),
                str_c(w->arena, str_trim(cell_of(line, c + shift))));
        }
    }
}

FACT(rows_hold_what_the_file_of_the_page_holds)
{
    WebWorld *w = web_world_wednesday("apibaris");
    web_world_as(w, "H");
    WebAnswer rows = web_world_get(w, "/api/v1/rekap/baris?unit=dinas&" DAYS);
    WebAnswer file =
        web_world_get(w, "/rekap/berkas?unit=dinas&bentuk=rekap.csv&" DAYS);
    EXPECT_INT(rows.status, 200);
    expect_same(w, &rows, file.body);
    WebAnswer page = web_world_get(w, "/rekap?unit=dinas&" DAYS);
    EXPECT_HAS(page.body, str_c(w->arena, api_ask_at(w, &rows, "sidik")));
    EXPECT_STR(api_ask_at(w, &rows, "penutupan"), "null");
    EXPECT_STR(api_ask_at(w, &rows, "sementara"), "true");
    EXPECT_HAS(page.body, "<h2>Sementara</h2>");
    EXPECT_STR(api_ask_at(w, &rows, "berikut"), "null");
    EXPECT(str_find(rows.body, STR("197806032006031000"), 0) == SIZE_MAX);
    web_world_close(w);
}

FACT(rows_go_on_behind_the_code_that_was_told_last)
{
    WebWorld *w = web_world_wednesday("apilanjut");
    web_world_as(w, "H");
    WebAnswer rows =
        web_world_get(w, "/api/v1/rekap/baris?unit=dinas&setelah=B&" DAYS);
    EXPECT_STR(api_ask_at(w, &rows, "baris.0.kode"), "C");
    rows = web_world_get(w, "/api/v1/rekap/baris?unit=dinas&setelah=zz&" DAYS);
    EXPECT_STR(api_ask_at(w, &rows, "baris"), "[]");
    web_world_close(w);
}

FACT(a_recap_of_more_than_a_page_is_told_in_pages)
{
    WebWorld *w = web_world_open_wide("apilebar", 210);
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "H");
    WebAnswer rows = web_world_get(w, "/api/v1/rekap/baris?unit=dinas&" DAYS);
    Str next = api_ask_at(w, &rows, "berikut");
    EXPECT_STR(api_ask_at(w, &rows, "baris.199.kode"), str_c(w->arena, next));
    EXPECT_STR(api_ask_at(w, &rows, "baris.200"), "(none)");
    WebAnswer more = web_world_get(
        w,
        web_world_line(w, "/api/v1/rekap/baris?unit=dinas&setelah=%.*s&" DAYS,
                       STR_ARG(next)));
    EXPECT_STR(api_ask_at(w, &more, "baris.24.kode"), "W99");
    EXPECT_STR(api_ask_at(w, &more, "baris.25"), "(none)");
    EXPECT_STR(api_ask_at(w, &more, "berikut"), "null");
    web_world_close(w);
}

FACT(reports_are_those_of_the_sheet_for_e_kinerja)
{
    WebWorld *w = web_world_wednesday("apikinerja");
    web_world_as(w, "H");
    WebAnswer rows = web_world_get(w, "/api/v1/rekap/kinerja?unit=dinas&" DAYS);
    WebAnswer file =
        web_world_get(w, "/rekap/berkas?unit=dinas&bentuk=kinerja.csv&" DAYS);
    EXPECT_STR(api_ask_at(w, &rows, "laporan.0.orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &rows, "laporan.0.tanggal"), "2020-08-04");
    EXPECT_STR(api_ask_at(w, &rows, "laporan.0.uraian"), "surat masuk dibalas");
    EXPECT_STR(api_ask_at(w, &rows, "laporan.0.keadaan"), "dilaporkan");
    EXPECT_STR(api_ask_at(w, &rows, "laporan.1"), "(none)");
    EXPECT_HAS(file.body, "2020-08-04,,surat masuk dibalas,,,,dilaporkan");
    rows = web_world_get(w, "/api/v1/rekap/kinerja?unit=dinas&setelah=1&" DAYS);
    EXPECT_STR(api_ask_at(w, &rows, "laporan"), "[]");
    web_world_close(w);
}

FACT(the_list_tells_what_is_asked_for_and_what_was_closed)
{
    WebWorld *w = web_world_open_rules(
        "apidaftar", "\naturan 4 \"rekap\"\n(1) Perangkat daerah wajib "
                     "menyampaikan rekap kepada bkd setiap minggu.\n");
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "H");
    EXPECT_INT(web_world_post(
                   w, "/rekap/tutup",
                   web_world_line(w, "id=%s&unit=dinas&" DAYS, web_world_id(w)))
                   .status,
               303);
    WebAnswer list = web_world_get(w, "/api/v1/rekap?unit=dinas");
    EXPECT_STR(api_ask_at(w, &list, "diminta.0.masa"), "mingguan");
    EXPECT_STR(api_ask_at(w, &list, "diminta.0.dasar"), "1/SE/2020#4(1)");
    EXPECT_STR(api_ask_at(w, &list, "ditutup.0.unit.kode"), "dinas");
    EXPECT_STR(api_ask_at(w, &list, "ditutup.0.mulai"), "2020-08-03");
    EXPECT_STR(api_ask_at(w, &list, "ditutup.0.versi"), "1");
    EXPECT_STR(api_ask_at(w, &list, "berikut"), "null");
    WebAnswer rows = web_world_get(w, "/api/v1/rekap/baris?unit=dinas&" DAYS);
    EXPECT_STR(api_ask_at(w, &rows, "penutupan.sidik"),
               str_c(w->arena, api_ask_at(w, &list, "ditutup.0.sidik")));
    EXPECT_STR(api_ask_at(w, &rows, "penutupan.masih_sama"), "true");
    EXPECT_STR(api_ask_at(w, &rows, "penutupan.diterima"), "null");
    list = web_world_get(w, "/api/v1/rekap?unit=s1");
    EXPECT_STR(api_ask_at(w, &list, "ditutup"), "[]");
    web_world_close(w);
}

FACT(a_recap_is_refused_as_on_the_page)
{
    static const struct {
        const char *who, *target;
        int status;
    } rows[] = {
        {NULL, "/api/v1/rekap/baris?unit=s1&" DAYS,                              401},
        {"A",  "/api/v1/rekap?unit=s1",                                          403},
        {"A",  "/api/v1/rekap/baris?unit=s1&" DAYS,                              403},
        {"H",  "/api/v1/rekap/baris?unit=bkd&" DAYS,                             403},
        {"B",  "/api/v1/rekap/baris?unit=s1&" DAYS,                              200},
        {"H",  "/api/v1/rekap/baris?unit=s1",                                    422},
        {"H",  "/api/v1/rekap/baris?unit=xx&" DAYS,                              404},
        {"H",  "/api/v1/rekap/baris?unit=s1&mulai=2020-08-04&sampai=2020-08-03",
         400                                                                        },
        {"H",  "/api/v1/rekap/baris?unit=s1&mulai=2019-01-01&sampai=2020-08-03",
         413                                                                        },
        {"H",  "/api/v1/rekap/kinerja?unit=bkd&" DAYS,                           403},
        {"H",
         "/api/v1/rekap?unit=s1&setelah="
         "0192f3c1-8a4b-7000-8000-000000000001",                                 409},
    };
    WebWorld *w = web_world_wednesday("apirekaptolak");
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

/* ---- closing and receiving ------------------------------------------------
 */

#define FIRST "0192f3c1-8a4b-7000-8000-0000000000b1"
#define OTHER "0192f3c1-8a4b-7000-8000-0000000000b2"

static const char closing[] =
    "{\"unit\":\"dinas\",\"mulai\":\"2020-08-03\",\"sampai\":\"2020-08-04\"}";
static const char receiving[] =
    "{\"unit\":\"dinas\",\"versi\":1,\"mulai\":\"2020-08-03\","
    "\"sampai\":\"2020-08-04\"}";

FACT(a_recap_is_closed_and_received_once_by_its_key)
{
    WebWorld *w = web_world_wednesday("apitutup");
    web_world_as(w, "H");
    WebAnswer a = api_ask_keyed(w, "/api/v1/rekap/tutup", closing, FIRST);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "versi"), "1");
    EXPECT_STR(api_ask_at(w, &a, "unit"), "dinas");
    WebAnswer again = api_ask_keyed(w, "/api/v1/rekap/tutup", closing, FIRST);
    EXPECT_INT(again.status, 200);
    EXPECT_STR(api_ask_at(w, &again, "diterima"),
               str_c(w->arena, api_ask_at(w, &a, "diterima")));
    a = api_ask_keyed(w, "/api/v1/rekap/tutup", closing, OTHER);
    EXPECT_INT(a.status, 409); /* with these numbers already */
    EXPECT_INT((int64_t)web_world_kept(w, "rekap ditutup"), 1);
    WebAnswer rows = web_world_get(w, "/api/v1/rekap/baris?unit=dinas&" DAYS);
    EXPECT_STR(api_ask_at(w, &rows, "penutupan.versi"), "1");
    a = api_ask_keyed(w, "/api/v1/rekap/terima", receiving, OTHER);
    EXPECT_INT(a.status, 403);
    web_world_as(w, "P0");
    a = api_ask_keyed(w, "/api/v1/rekap/terima", receiving, FIRST);
    api_ask_expect_problem(w, &a, 409, "catatan lain");
    a = api_ask_keyed(w, "/api/v1/rekap/terima", receiving, OTHER);
    EXPECT_INT(a.status, 201);
    a = api_ask_keyed(w, "/api/v1/rekap/terima", receiving, OTHER);
    EXPECT_INT(a.status, 200);
    rows = web_world_get(w, "/api/v1/rekap/baris?unit=dinas&" DAYS);
    EXPECT(!str_is(api_ask_at(w, &rows, "penutupan.diterima"), STR("null")));
    web_world_close(w);
}

FACT(a_recap_that_is_not_over_is_not_closed)
{
    WebWorld *w = web_world_wednesday("apibelum");
    web_world_as(w, "H");
    WebAnswer a = api_ask_keyed(w, "/api/v1/rekap/tutup",
                                "{\"unit\":\"dinas\",\"mulai\":\"2020-08-03\","
                                "\"sampai\":\"2020-08-07\"}",
                                FIRST);
    EXPECT_INT(a.status, 400);
    a = api_ask_post(w, "/api/v1/rekap/tutup", closing);
    EXPECT_INT(a.status, 422); /* no key, no id */
    EXPECT_INT((int64_t)web_world_kept(w, "rekap ditutup"), 0);
    web_world_as(w, "P0");
    a = api_ask_keyed(w, "/api/v1/rekap/tutup/seluruh",
                      "{\"mulai\":\"2020-08-03\",\"sampai\":\"2020-08-04\"}",
                      FIRST);
    EXPECT_INT(a.status, 201);
    EXPECT_STR(api_ask_at(w, &a, "unit"), "kota");
    a = api_ask_keyed(w, "/api/v1/rekap/terima", receiving, OTHER);
    EXPECT_INT(a.status, 404); /* of dinas none was closed */
    web_world_close(w);
}
