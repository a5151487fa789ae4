/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_board.c - B1 and B3: the day of every agency, reminders, people of
 * a day.  Kota Contoh, see web_world.h; P1 acts for the personnel board.
 */
#include "harness.h"
#include "web_world.h"

static size_t times(Str text, const char *part)
{
    size_t count = 0, at = 0;
    Str what = str_of(part);
    while ((at = str_find(text, what, at)) != SIZE_MAX) {
        count++;
        at += what.len;
    }
    return count;
}

/* ---- B1 ------------------------------------------------------------------ */

FACT(only_the_personnel_board_monitors)
{
    static const char *const pages[] = {
        "/pantau",    "/pantau.csv",    "/pantau/ingatkan",
        "/kehadiran", "/kehadiran.csv", "/kehadiran/saring",
    };
    WebWorld *w = web_world_open("may");
    for (size_t i = 0; i < COUNT(pages); i++) {
        ROW("%s", pages[i]);
        web_world_as(w, "H");
        EXPECT_INT(web_world_get(w, pages[i]).status, 403);
        web_world_as(w, "P1");
        EXPECT_INT(web_world_get(w, pages[i]).status, 200);
        web_world_as(w, "P0"); /* heads the board */
        EXPECT_INT(web_world_get(w, pages[i]).status, 200);
        web_world_as(w, NULL);
        EXPECT_INT(web_world_get(w, pages[i]).status, 303);
    }
    web_world_close(w);
}

FACT(the_day_is_one_paragraph_with_its_numbers)
{
    WebWorld *w = web_world_open("lead");
    web_world_as(w, "P1");
    WebAnswer early = web_world_get(w, "/pantau");
    web_world_expect_page(&early);
    EXPECT_HAS(early.body, "Selasa, 4 Agustus 2020");
    EXPECT_HAS(early.body, "1/SE/2020");
    EXPECT_HAS(early.body, "<b>0 sudah hadir</b>");
    EXPECT_HAS(early.body, "unit perlu perhatian");
    (void)web_world_say(w, "K1", "masuk", "pegawai=K1;kata=kantor");
    WebAnswer later = web_world_get(w, "/pantau");
    EXPECT_HAS(later.body, "<b>1 sudah hadir</b>");
    w->lang = "en";
    WebAnswer english = web_world_get(w, "/pantau");
    web_world_expect_page(&english);
    EXPECT_HAS(english.body, "<b>1 have checked in</b>");
    EXPECT_HAS(english.body, "<html lang=\"en\">");
    web_world_close(w);
}

/* The first bar of the row of dinas: how many are in. */
static Str presence_bar(WebWorld *w)
{
    WebAnswer page = web_world_get(w, "/pantau");
    size_t at = str_find(page.body, STR("href=\"/pantau/unit/dinas\""), 0);
    CHECK(at != SIZE_MAX);
    return str_slice(page.body, at, str_find(page.body, STR("</svg>"), at));
}

/* Before the hour nobody is late: the bar of those who are in is no warning.
 * Two hours later it is. */
FACT(few_check_ins_warn_when_they_are_due)
{
    WebWorld *w = web_world_open("few");
    web_world_as(w, "P1");
    (void)web_world_say(w, "K1", "masuk", "pegawai=K1;kata=kantor");
    Str before = presence_bar(w);
    web_world_at(w, "2020-08-04", "11.00");
    web_world_as(w, "P1");
    EXPECT_HAS(before, "<rect class=\"b\"");
    EXPECT_HAS(presence_bar(w), "<rect class=\"lo\"");
    web_world_close(w);
}

FACT(a_day_to_come_is_refused_and_one_before_is_shown)
{
    WebWorld *w = web_world_open("days");
    web_world_as(w, "P1");
    EXPECT_INT(web_world_get(w, "/pantau?hari=2020-08-05").status, 400);
    EXPECT_INT(web_world_get(w, "/pantau?hari=kemarin").status, 422);
    WebAnswer before = web_world_get(w, "/pantau?hari=2020-08-03");
    web_world_expect_page(&before);
    EXPECT_HAS(before.body, "Senin, 3 Agustus 2020");
    EXPECT_LACKS(before.body, "/pantau/ingatkan\">Kirim"); /* of today alone */
    web_world_close(w);
}

static void check_in(WebWorld *w, const char *person)
{
    Str fields = str_format(w->arena, "pegawai=%s;kata=kantor", person);
    (void)web_world_say(w, person, "masuk", str_c(w->arena, fields));
}

/* Where a unit stands in the ledger. */
static size_t row_of(const WebAnswer *page, const char *unit)
{
    size_t ledger = str_find(page->body, STR("<tbody>"), 0);
    return str_find(page->body, str_of(unit), ledger);
}

FACT(agencies_that_need_a_hand_stand_first_and_say_why)
{
    WebWorld *w = web_world_open("ledger");
    web_world_as(w, "P1");
    check_in(w, "P0");
    check_in(w, "O0");
    WebAnswer page = web_world_get(w, "/pantau");
    EXPECT(row_of(&page, "/unit/dinas") < row_of(&page, "/unit/bkd"));
    EXPECT_HAS(page.body, "Belum ada yang hadir dari 7 pegawai");
    EXPECT_HAS(page.body, "class=\"fl am\"");
    EXPECT(times(page.body, "role=\"img\"") >= 3);
    web_world_close(w);
}

FACT(more_than_may_be_there_is_red_and_has_its_next_step)
{
    WebWorld *w = web_world_open("over");
    web_world_as(w, "P1");
    check_in(w, "P0");
    check_in(w, "P1");
    WebAnswer page = web_world_get(w, "/pantau");
    EXPECT_HAS(page.body, "<tr class=\"fl\"><th scope=\"row\"><a "
                          "href=\"/pantau/unit/bkd\">");
    EXPECT_HAS(page.body, "2 orang di kantor, paling banyak 1");
    EXPECT_HAS(page.body, "href=\"/pantau/unit/bkd/perbaikan\">Minta "
                          "perbaikan jadwal");
    web_world_close(w);
}

FACT(the_ledger_is_a_table_for_a_spreadsheet_too)
{
    WebWorld *w = web_world_open("csv");
    web_world_as(w, "P1");
    WebAnswer csv = web_world_get(w, "/pantau.csv");
    EXPECT_STR(csv.type, "text/csv; charset=utf-8");
    EXPECT(str_starts(csv.body, STR("kode,unit,pegawai,")));
    EXPECT_HAS(csv.body, "dinas,Dinas Contoh,15,");
    EXPECT_INT((int64_t)times(csv.body, "\n"), 4);
    web_world_close(w);
}

/* ---- reminders ----------------------------------------------------------- */

FACT(a_reminder_is_seen_sent_once_and_read_by_the_unit)
{
    WebWorld *w = web_world_open("remind");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/pantau/ingatkan");
    web_world_expect_page(&page);
    Str line = web_world_value(&page, "unit", 0);
    EXPECT(str_starts(line, STR("dinas ")));
    EXPECT_HAS(line, "Mohon dipastikan");
    Str id = web_world_value(&page, "id", 0);
    const char *form = str_c(
        w->arena,
        str_format(w->arena,
                   "id=%.*s&unit=dinas+Belum+ada+yang+hadir.&isi=Terima+kasih",
                   STR_ARG(id)));
    WebAnswer sent = web_world_post(w, "/pantau/ingatkan", form);
    EXPECT_INT(sent.status, 303);
    EXPECT_STR(sent.to, "/pantau?sudah=ingat");
    sent = web_world_post(w, "/pantau/ingatkan", form);
    EXPECT_INT(sent.status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "pengumuman"), 1);
    Fact notice = web_world_last(w, "pengumuman");
    EXPECT_STR(notice.unit, "dinas");
    EXPECT_STR(notice.actor, "P1");
    EXPECT_STR(notice.text, "Belum ada yang hadir.\nTerima kasih");
    WebAnswer done = web_world_get(w, "/pantau?sudah=ingat");
    EXPECT_HAS(done.body, "role=\"status\">Terkirim 08.0");
    web_world_close(w);
}

FACT(a_reminder_without_a_unit_or_to_none_that_is_there_is_refused)
{
    WebWorld *w = web_world_open("nounit");
    web_world_as(w, "P1");
    const char *id = web_world_id(w);
    const char *none = str_c(w->arena, str_format(w->arena, "id=%s", id));
    const char *wrong =
        str_c(w->arena, str_format(w->arena, "id=%s&unit=bukan+ada", id));
    EXPECT_INT(web_world_post(w, "/pantau/ingatkan", none).status, 422);
    EXPECT_INT(web_world_post(w, "/pantau/ingatkan", wrong).status, 400);
    EXPECT_INT((int64_t)web_world_kept(w, "pengumuman"), 0);
    web_world_as(w, "H");
    EXPECT_INT(web_world_post(w, "/pantau/ingatkan", wrong).status, 403);
    web_world_close(w);
}

/* ---- B3 ------------------------------------------------------------------ */

FACT(people_are_found_by_place_presence_report_unit_and_name)
{
    static const struct {
        const char *query;
        const char *there, *gone; /* names */
    } rows[] = {
        {"",                      ">Kartika<", NULL       },
        {"?hadir=hadir",          ">Kartika<", ">Fani<"   },
        {"?hadir=belum",          ">Fani<",    ">Kartika<"},
        {"?hadir=tanpa",          ">Eka<",     ">Kartika<"},
        {"?huruf=C",              ">Cici<",    ">Kartika<"},
        {"?unit=s2",              ">Fani<",    ">Kartika<"},
        {"?unit=dinas&nama=kart", ">Kartika<", ">Fani<"   },
        {"?laporan=belum",        ">Eka<",     ">Fani<"   },
    };
    WebWorld *w = web_world_open("people");
    (void)web_world_say(w, "K1", "masuk", "pegawai=K1;kata=kantor");
    web_world_as(w, "P1");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].query);
        Str target = str_format(w->arena, "/kehadiran%s", rows[i].query);
        WebAnswer page = web_world_get(w, str_c(w->arena, target));
        web_world_expect_page(&page);
        EXPECT_HAS(page.body, rows[i].there);
        if (rows[i].gone != NULL) EXPECT_LACKS(page.body, rows[i].gone);
    }
    web_world_close(w);
}

FACT(nobody_found_says_what_to_do_and_wrong_filters_are_refused)
{
    WebWorld *w = web_world_open("nobody");
    web_world_as(w, "P1");
    WebAnswer none = web_world_get(w, "/kehadiran?nama=zzz");
    EXPECT_HAS(none.body, "Tidak ada yang cocok. Kurangi saringan.");
    EXPECT_INT(web_world_get(w, "/kehadiran?unit=tiada").status, 404);
    EXPECT_INT(web_world_get(w, "/kehadiran?huruf=Z").status, 422);
    EXPECT_INT(web_world_get(w, "/kehadiran?fbclid=1").status, 200);
    web_world_close(w);
}

FACT(names_from_outside_are_text_and_numbers_are_masked)
{
    WebWorld *w = web_world_open("outside");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/kehadiran");
    EXPECT_HAS(page.body, "Dedi &lt;script&gt;alert(1)&lt;/script&gt;");
    EXPECT_LACKS(page.body, "<script>alert");
    EXPECT_LACKS(page.body, "197806032006031000");
    EXPECT_HAS(page.body, "197806 ****** * 000");
    WebAnswer csv = web_world_get(w, "/kehadiran.csv?unit=s1");
    EXPECT_HAS(csv.body, "A,Ani,Seksi Satu,R,");
    EXPECT_LACKS(csv.body, "197806032006031000");
    web_world_close(w);
}

/* ---- B2 ------------------------------------------------------------------ */

FACT(a_unit_tells_its_numbers_its_days_its_plan_and_its_head)
{
    WebWorld *w = web_world_open("unit");
    web_world_as(w, "P1");
    check_in(w, "H");
    WebAnswer page = web_world_get(w, "/pantau/unit/dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<h1>Dinas Contoh</h1>");
    EXPECT_HAS(page.body, "<b>1 dari");
    EXPECT_HAS(page.body, "href=\"/pegawai/H\">Hadi, S.E.</a>");
    EXPECT_HAS(page.body, "Batas hari ini");
    EXPECT_HAS(page.body, "3–28 Agt");
    EXPECT_HAS(page.body, "href=\"/pantau/unit/dinas/perbaikan\"");
    EXPECT_INT(web_world_get(w, "/pantau/unit/tiada").status, 404);
    web_world_as(w, "H");
    EXPECT_INT(web_world_get(w, "/pantau/unit/dinas").status, 403);
    web_world_close(w);
}

FACT(a_mended_plan_is_asked_for_once_by_a_notice_to_the_unit)
{
    WebWorld *w = web_world_open("mend");
    web_world_as(w, "P1");
    check_in(w, "P0");
    check_in(w, "P1");
    WebAnswer page = web_world_get(w, "/pantau/unit/bkd/perbaikan");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Badan Kepegawaian Contoh: 2 hadir, 1 terjadwal, "
                          "paling banyak 1.");
    const char *form =
        str_c(w->arena, str_format(w->arena, "id=%s&isi=Mohon+diperbaiki.",
                                   web_world_id(w)));
    WebAnswer sent = web_world_post(w, "/pantau/unit/bkd/perbaikan", form);
    EXPECT_STR(sent.to, "/pantau/unit/bkd?sudah=minta");
    EXPECT_INT(web_world_post(w, "/pantau/unit/bkd/perbaikan", form).status,
               303);
    EXPECT_INT((int64_t)web_world_kept(w, "pengumuman"), 1);
    EXPECT_STR(web_world_last(w, "pengumuman").text, "Mohon diperbaiki.");
    page = web_world_get(w, "/pantau/unit/bkd?sudah=minta");
    EXPECT_HAS(page.body, "Terkirim 08.0");
    web_world_as(w, "A");
    EXPECT_INT(web_world_post(w, "/pantau/unit/bkd/perbaikan", form).status,
               403);
    web_world_close(w);
}

/* ---- what is to be asked ------------------------------------------------- */

FACT(who_did_not_come_is_asked_about_and_nobody_else)
{
    WebWorld *w = web_world_open("absent");
    (void)web_world_say(w, "D", "masuk", "pegawai=D;kata=rumah");
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "P1");
    WebAnswer board = web_world_get(w, "/pantau");
    EXPECT_HAS(board.body, "/tidak-sesuai?hari=2020-08-04&amp;jenis=absen");
    WebAnswer list =
        web_world_get(w, "/tidak-sesuai?hari=2020-08-04&jenis=absen");
    web_world_expect_page(&list);
    EXPECT_HAS(list.body, ">Fani</a>");
    EXPECT_LACKS(list.body, ">Dedi "); /* came, to another place */
    EXPECT_LACKS(list.body, ">Ani</a>");
    web_world_close(w);
}

/* ---- objections to data of the register ---------------------------------- */

static WebAnswer say_yes(WebWorld *w, const char *objection)
{
    return web_world_post(
        w, "/permintaan",
        web_world_line(w, "id=%s&permohonan=%s&kata=setuju&isi=Diperbaiki",
                       web_world_id(w), objection));
}

/* Whoever keeps the register answers, of every unit; its clock is counted. */
FACT(an_objection_to_data_reaches_the_board_and_only_the_board_answers)
{
    WebWorld *w = web_world_open("data-objection");
    const char *id = web_world_say(w, "A", "keberatan",
                                   "pegawai=A;kata=data;isi=Unit saya keliru");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/permintaan?unit=dinas");
    EXPECT_HAS(page.body, "Unit saya keliru");
    EXPECT_HAS(page.body, "Badan kepegawaian yang menjawab");
    EXPECT_LACKS(page.body, "value=\"setuju\"");
    EXPECT_INT(say_yes(w, id).status, 400);
    EXPECT_INT((int64_t)web_world_kept(w, "jawaban keberatan"), 0);
    web_world_as(w, "P1");
    page = web_world_get(w, "/pantau");
    EXPECT_HAS(page.body, "1 keberatan atas data pegawai menunggu");
    EXPECT_HAS(page.body, "paling lambat 7 Agt 08.0");
    page = web_world_get(w, "/permintaan");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Unit saya keliru");
    EXPECT_HAS(page.body, "Data pribadi diperbaiki paling lambat 7 Agt 08.0");
    web_world_at(w, "2020-08-10", "08.00");
    web_world_as(w, "P1");
    page = web_world_get(w, "/permintaan");
    EXPECT_HAS(page.body, "seharusnya sudah diperbaiki 7 Agt");
    EXPECT_INT(say_yes(w, id).status, 303);
    EXPECT_LACKS(web_world_get(w, "/pantau").body, "keberatan atas data");
    web_world_close(w);
}

FACT(other_objections_stay_with_the_line)
{
    WebWorld *w = web_world_open("other-objection");
    (void)web_world_say(w, "A", "keberatan",
                        "pegawai=A;kata=jadwal;isi=Giliran saya keliru");
    web_world_as(w, "P1");
    EXPECT_LACKS(web_world_get(w, "/pantau").body, "keberatan atas data");
    EXPECT_LACKS(web_world_get(w, "/permintaan").body, "Giliran saya keliru");
    web_world_close(w);
}

/* Uli is missing where all others have come: no unit to be helped, and in the
 * list behind the number. */
FACT(who_has_not_checked_in_is_counted_as_they_are_listed)
{
    static const char *const came[] = {"H", "K1", "D", "F", "G", "U0"};
    WebWorld *w = web_world_open("counted");
    for (size_t i = 0; i < COUNT(came); i++)
        check_in(w, came[i]);
    web_world_at(w, "2020-08-04", "10.00");
    web_world_as(w, "P1");
    WebAnswer board = web_world_get(w, "/pantau");
    WebAnswer list = web_world_get(w, "/kehadiran?hari=2020-08-04&hadir=belum");
    EXPECT_HAS(board.body, "3 orang belum mencatat hadir");
    EXPECT_HAS(list.body, "3 orang");
    EXPECT_HAS(list.body, ">Uli</a>");
    EXPECT_HAS(board.body, "di bawah 80 %");
    web_world_close(w);
}
