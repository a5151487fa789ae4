/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_recap.c - B5: recaps are looked at, taken as files, closed once,
 * received.  Kota Contoh, see web_world.h.
 */
#include "harness.h"
#include "web_world.h"

#define DAYS "mulai=2020-08-03&sampai=2020-08-04"

static const char *form_of(WebWorld *w, const char *id, const char *rest)
{
    return str_c(w->arena, str_format(w->arena, "id=%s&%s", id, rest));
}

FACT(a_recap_is_for_who_watches_over_the_unit)
{
    static const struct {
        const char *who, *target;
        int status;
    } rows[] = {
        {"A",  "/rekap",                                       403},
        {"H",  "/rekap",                                       200},
        {"B",  "/rekap?unit=s1&" DAYS,                         200}, /* clerk of dinas */
        {"H",  "/rekap?unit=bkd&" DAYS,                        403},
        {"P1", "/rekap",                                       200},
        {"P1", "/rekap?" DAYS,                                 200},
        {"P1", "/rekap?unit=tiada&" DAYS,                      404},
        {"P1", "/rekap?mulai=2020-08-04&sampai=2020-08-03",    400},
        {"P1", "/rekap?masa=mingguan",                         404}, /* nobody asks */
        {"P1", "/rekap?masa=entah",                            422},
        {"A",  "/rekap/berkas?unit=s1&bentuk=rekap.csv&" DAYS, 403},
        {"O1", "/rekap",                                       403},
    };
    WebWorld *w = web_world_wednesday("mayrecap");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s %s", rows[i].who, rows[i].target);
        web_world_as(w, rows[i].who);
        EXPECT_INT(web_world_get(w, rows[i].target).status, rows[i].status);
    }
    web_world_close(w);
}

/* What cannot be made leaves the form, with what was typed. */
FACT(a_period_that_nobody_asks_for_is_told_beside_the_form)
{
    WebWorld *w = web_world_wednesday("period");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/rekap");
    EXPECT_HAS(page.body, "value=\"hari\" selected");
    page = web_world_get(w, "/rekap?masa=mingguan&hari=2020-08-04&unit=s1");
    EXPECT_INT(page.status, 404);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Tidak ada edaran yang meminta rekap seperti itu");
    EXPECT_HAS(page.body, "value=\"mingguan\" selected");
    EXPECT_HAS(page.body, "value=\"s1\" selected");
    page = web_world_get(w, "/rekap?masa=hari&mulai=2020-08-04");
    EXPECT_INT(page.status, 400);
    EXPECT_HAS(page.body, "Isi hari pertama dan hari terakhir");
    EXPECT_HAS(page.body, "value=\"2020-08-04\"");
    page = web_world_get(w, "/rekap?unit=s1&" DAYS);
    EXPECT_HAS(page.body, "value=\"hari\" selected");
    EXPECT_LACKS(page.body, "10 baris pertama");
    web_world_close(w);
}

FACT(a_recap_tells_its_numbers_and_first_rows)
{
    WebWorld *w = web_world_wednesday("shown");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/rekap?" DAYS);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Rekap 3–4 Agustus 2020");
    EXPECT_HAS(page.body, "19 pegawai");
    EXPECT_HAS(page.body, "laporan 1,");
    EXPECT_HAS(page.body, "Dedi &lt;script&gt;");
    EXPECT_HAS(page.body, "blake2b:");
    EXPECT_HAS(page.body, "Belum ditutup.");
    EXPECT_LACKS(page.body, "197806032006031000");
    w->lang = "en";
    page = web_world_get(w, "/rekap?" DAYS);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "19 people");
    web_world_close(w);
}

/* A's report was accepted on Tuesday, the day of the world. */
FACT(hours_cuts_and_suggestions_are_shown_where_the_letter_has_them)
{
    WebWorld *w = web_world_open_rules(
        "follow",
        "\naturan 4 \"akibat\"\n"
        "(1) Hari di rumah dihitung 8,5 jam, jika laporan diterima.\n"
        "(2) Tunjangan dipotong 0,5%, jika laporan tidak diterima.\n"
        "(3) Pelanggaran aturan 2 dikenai: pertama: \"teguran <lisan>\".\n");
    const char *report =
        web_world_say(w, "A", "laporan", "pegawai=A;isi=surat dibalas");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=terima", report));
    web_world_at(w, "2020-08-06", "09.00");
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_get(w, "/rekap?mulai=2020-08-04&sampai=2020-08-05");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Akibat pada tunjangan, sebagai angka, bukan uang");
    EXPECT_HAS(page.body, "8,50 jam diakui dari 1 hari (4 Agustus 2020) "
                          "[aturan 4 ayat (1) SE 1/SE/2020]");
    EXPECT_HAS(page.body, "Usulan sanksi; yang memutuskan pejabat");
    EXPECT_HAS(page.body, "pertama, &quot;teguran &lt;lisan&gt;&quot;");
    w->lang = "en";
    page = web_world_get(w, "/rekap?mulai=2020-08-04&sampai=2020-08-05");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "8.50 hours credited, days: 1");
    EXPECT_HAS(page.body, "an official decides");
    Str target = STR("/rekap/berkas?unit=kota&mulai=2020-08-04&"
                     "sampai=2020-08-05&bentuk=rekap.html");
    page = web_world_get(w, str_c(w->arena, target));
    EXPECT_HAS(page.body, "Suggested sanctions; an official decides");
    web_world_close(w);
}

FACT(days_that_are_not_over_make_it_one_for_the_time_being)
{
    WebWorld *w = web_world_wednesday("open");
    web_world_as(w, "P1");
    WebAnswer page =
        web_world_get(w, "/rekap?mulai=2020-08-03&sampai=2020-08-07");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<h2>Sementara</h2>");
    EXPECT_HAS(page.body, "5–7 Agt");
    EXPECT_LACKS(page.body, "/rekap/tutup");
    const char *early = form_of(w, web_world_id(w),
                                "unit=kota&mulai=2020-08-03&sampai=2020-08-07");
    EXPECT_INT(web_world_post(w, "/rekap/tutup/seluruh", early).status, 400);
    EXPECT_INT((int64_t)web_world_kept(w, "rekap ditutup"), 0);
    web_world_close(w);
}

FACT(every_form_of_file_is_given)
{
    static const struct {
        const char *form, *type, *part;
    } rows[] = {
        {"rekap.csv",    "text/csv; charset=utf-8",                           "kode,nip,nama,"     },
        {"rekap.xlsx",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"                 },
        {"rekap.html",   "text/html; charset=utf-8",                          "<!doctype html>"    },
        {"rekap.rekap",  "text/plain; charset=utf-8",                         "rekap 1"            },
        {"kinerja.csv",  "text/csv; charset=utf-8",                           "surat masuk dibalas"},
        {"kinerja.xlsx",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"                 },
    };
    WebWorld *w = web_world_wednesday("files");
    web_world_as(w, "H");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].form);
        Str target =
            str_format(w->arena, "/rekap/berkas?unit=dinas&" DAYS "&bentuk=%s",
                       rows[i].form);
        WebAnswer file = web_world_get(w, str_c(w->arena, target));
        EXPECT_INT(file.status, 200);
        EXPECT_STR(file.type, rows[i].type);
        EXPECT_HAS(file.body, rows[i].part);
    }
    EXPECT_INT(
        web_world_get(w, "/rekap/berkas?unit=dinas&" DAYS "&bentuk=rekap.pdf")
            .status,
        422);
    web_world_close(w);
}

FACT(a_recap_is_closed_once_by_its_head_and_received_by_the_board)
{
    WebWorld *w = web_world_wednesday("closed");
    const char *id = web_world_id(w);
    const char *form = form_of(w, id, "unit=dinas&" DAYS);
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/rekap?unit=dinas&" DAYS);
    EXPECT_HAS(page.body, "action=\"/rekap/tutup\"");
    WebAnswer done = web_world_post(w, "/rekap/tutup", form);
    EXPECT_INT(done.status, 303);
    EXPECT_STR(done.to, "/rekap?unit=dinas&" DAYS "&sudah=tutup");
    EXPECT_INT(web_world_post(w, "/rekap/tutup", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "rekap ditutup"), 1);
    const char *again = form_of(w, web_world_id(w), "unit=dinas&" DAYS);
    EXPECT_INT(web_world_post(w, "/rekap/tutup", again).status, 409);
    page = web_world_get(w, "/rekap?unit=dinas&" DAYS "&sudah=tutup");
    EXPECT_HAS(page.body, "Ditutup 09.0");
    EXPECT_HAS(page.body, "Ditutup, versi 1");
    EXPECT_LACKS(page.body, "action=\"/rekap/tutup\"");
    EXPECT_LACKS(page.body, "action=\"/rekap/terima\"");
    web_world_as(w, "P1");
    page = web_world_get(w, "/rekap?unit=dinas&" DAYS);
    EXPECT_HAS(page.body, "action=\"/rekap/terima\"");
    const char *receive =
        form_of(w, web_world_id(w), "unit=dinas&versi=1&" DAYS);
    EXPECT_INT(web_world_post(w, "/rekap/terima", receive).status, 303);
    EXPECT_INT(web_world_post(w, "/rekap/terima", receive).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "rekap diterima"), 1);
    page = web_world_get(w, "/rekap");
    EXPECT_HAS(page.body, "Dinas Contoh, 3–4 Agustus 2020");
    web_world_close(w);
}

FACT(the_name_of_another_record_closes_and_receives_nothing)
{
    WebWorld *w = web_world_wednesday("othername");
    const char *form = form_of(w, web_world_id(w), "unit=dinas&versi=1&" DAYS);
    web_world_as(w, "P1");
    EXPECT_INT(web_world_post(w, "/rekap/terima", form).status, 404);
    web_world_as(w, "H");
    EXPECT_INT(web_world_post(w, "/rekap/tutup", form).status, 303);
    web_world_as(w, "P1");
    EXPECT_INT(web_world_post(w, "/rekap/terima", form).status, 409);
    EXPECT_INT((int64_t)web_world_kept(w, "rekap diterima"), 0);
    web_world_close(w);
}

FACT(who_may_not_close_or_receive_is_refused)
{
    WebWorld *w = web_world_wednesday("mayclose");
    const char *form = form_of(w, web_world_id(w), "unit=dinas&" DAYS);
    const char *all = form_of(w, web_world_id(w), "unit=kota&" DAYS);
    web_world_as(w, "B");
    EXPECT_INT(web_world_post(w, "/rekap/tutup", form).status, 403);
    web_world_as(w, "P1"); /* does not head the unit */
    EXPECT_INT(web_world_post(w, "/rekap/tutup", form).status, 403);
    web_world_as(w, "H");
    EXPECT_INT(web_world_post(w, "/rekap/tutup/seluruh", all).status, 403);
    EXPECT_INT(web_world_post(w, "/rekap/terima", form).status, 403);
    EXPECT_INT((int64_t)web_world_kept(w, "rekap ditutup"), 0);
    web_world_as(w, "P1");
    EXPECT_INT(web_world_post(w, "/rekap/tutup/seluruh", all).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "rekap ditutup"), 1);
    web_world_close(w);
}

/* By two persons, as what a closed recap holds is corrected. */
static void take_out(WebWorld *w, const char *report)
{
    Str proposed = str_format(w->arena,
                              "kata=usul;hal=koreksi;tentang=%s;pegawai=A;"
                              "isi=kata=batal|isi=salah orang",
                              report);
    Str corrected = str_format(
        w->arena, "pegawai=A;tentang=%s;kata=batal;isi=salah orang", report);
    (void)web_world_say(w, "K1", "tanda tangan", str_c(w->arena, proposed));
    (void)web_world_say(w, "H", "koreksi", str_c(w->arena, corrected));
}

FACT(what_changed_since_it_was_closed_is_told_and_then_the_version_before)
{
    WebWorld *w = web_world_open("changed");
    const char *report =
        web_world_say(w, "A", "laporan", "pegawai=A;isi=surat masuk dibalas");
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "H");
    const char *first = form_of(w, web_world_id(w), "unit=dinas&" DAYS);
    EXPECT_INT(web_world_post(w, "/rekap/tutup", first).status, 303);
    take_out(w, report);
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/rekap?unit=dinas&" DAYS);
    EXPECT_HAS(page.body, "Berubah sejak versi 1");
    EXPECT_HAS(page.body, "<b>Ani</b>laporan masuk: 1 menjadi 0");
    const char *second = form_of(w, web_world_id(w), "unit=dinas&" DAYS);
    EXPECT_INT(web_world_post(w, "/rekap/tutup", second).status, 303);
    page = web_world_get(w, "/rekap?unit=dinas&" DAYS);
    EXPECT_HAS(page.body, "Ditutup, versi 2");
    EXPECT_HAS(page.body, "Berbeda dari versi 1");
    EXPECT_HAS(page.body, "<b>Ani</b>laporan masuk: 1 menjadi 0");
    web_world_close(w);
}
