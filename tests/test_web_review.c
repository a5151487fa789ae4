/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_review.c - the queue of a superior, reminders, and tasks given.
 * Kota Contoh, see web_world.h: A and B work at home on 4 August and owe a
 * report; K1 is their superior.
 */
#include "harness.h"
#include "web_world.h"

static WebAnswer review(WebWorld *w, const char *report, const char *rest)
{
    return web_world_post(w, "/tinjau",
                          web_world_line(w, "id=%s&laporan=%s&berikut=&%s",
                                         web_world_id(w), report, rest));
}

/* A has sent one by 16.00, and K1 sits before it. */
static WebWorld *one_waits(const char *name, const char **report)
{
    WebWorld *w = web_world_open(name);
    web_world_at(w, "2020-08-04", "16.00");
    *report = web_world_say(w, "A", "laporan",
                            "pegawai=A;isi=Menyusun daftar dua belas pasar");
    web_world_as(w, "K1");
    return w;
}

FACT(a_report_without_the_note_it_goes_back_with_stays_open)
{
    const char *report = NULL;
    WebWorld *w = one_waits("review-note", &report);
    WebAnswer page = review(w, report, "kata=kembalikan&isi=");
    EXPECT_INT(page.status, 422);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Isi: tulis apa yang perlu diperbaiki.");
    EXPECT_HAS(page.body, "<li>Menyusun daftar dua belas pasar</li>");
    EXPECT_INT((int64_t)web_world_kept(w, "tinjauan"), 0);
    web_world_close(w);
}

FACT(a_wrong_clock_of_a_phone_is_told_beside_the_report)
{
    const char *report = NULL;
    WebWorld *w = one_waits("review-clock", &report);
    WebAnswer page = web_world_get(w, "/tinjau");
    EXPECT_LACKS(page.body, "Jam ponsel");
    EXPECT_INT(review(w, report, "kata=terima&isi=").status, 303);
    (void)web_world_say(w, "B", "laporan",
                        "pegawai=B;isi=Menyusun;"
                        "saat=2020-08-04T08:12:00.000000Z;"
                        "dikirim=2020-08-04T08:12:00.000000Z");
    page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Jam ponsel 12 menit lebih cepat");
    web_world_close(w);
}

FACT(the_queue_tells_what_was_reviewed_today_and_who_has_sent_nothing)
{
    const char *report = NULL;
    WebWorld *w = one_waits("review-queue", &report);
    WebAnswer page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<b>1 orang</b> belum mengirim laporan hari ini.");
    EXPECT_HAS(page.body, "<span class=\"chip r\">R</span>");
    EXPECT_LACKS(page.body, "Sudah ditinjau hari ini");
    EXPECT_INT(review(w, report, "kata=terima&isi=").status, 303);
    page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Semua laporan sudah ditinjau. Hari ini: <b>1</b> "
                          "disetujui, <b>0</b> dikembalikan.");
    (void)web_world_say(w, "B", "laporan", "pegawai=B;isi=Menyusun");
    page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "1 dari 2 ditinjau hari ini");
    EXPECT_HAS(page.body, "Sudah ditinjau hari ini: 1");
    EXPECT_LACKS(page.body, "belum mengirim laporan");
    web_world_close(w);
}

FACT(nobody_is_said_to_owe_a_report_before_the_page_asks_for_it)
{
    WebWorld *w = web_world_open("review-early");
    web_world_at(w, "2020-08-04", "12.59");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_LACKS(page.body, "belum mengirim laporan");
    web_world_at(w, "2020-08-04", "13.00");
    web_world_as(w, "K1");
    EXPECT_HAS(web_world_get(w, "/tinjau").body, "belum mengirim laporan");
    web_world_close(w);
}

FACT(the_tasks_done_on_the_day_of_a_report_stand_beside_its_text)
{
    const char *report = NULL;
    WebWorld *w = one_waits("review-done", &report);
    EXPECT_LACKS(web_world_get(w, "/tinjau").body, "Tugas hari itu");
    const char *task =
        web_world_say(w, "K1", "tugas",
                      "pegawai=A;isi=Rekap pasar;mulai=2020-08-04;"
                      "sampai=2020-08-07");
    (void)web_world_say(w, "K1", "tugas",
                        "pegawai=A;isi=Belum mulai;mulai=2020-08-04;"
                        "sampai=2020-08-07");
    (void)web_world_say(
        w, "A", "tugas selesai",
        web_world_line(w, "pegawai=A;tentang=%s;jumlah=50", task));
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Tugas hari itu");
    EXPECT_HAS(page.body,
               "<li>Rekap pasar <span class=\"mut\">50% selesai</span></li>");
    EXPECT_LACKS(page.body, "Belum mulai");
    EXPECT_HAS(page.body, "data-tanda=\"Ditandai\"");
    web_world_close(w);
}

FACT(who_has_sent_nothing_is_reminded_once_however_often_it_is_sent)
{
    WebWorld *w = web_world_open("review-remind");
    web_world_at(w, "2020-08-04", "16.00");
    web_world_as(w, "K1");
    const char *form = web_world_line(w, "id=%s", web_world_id(w));
    for (int i = 0; i < 2; i++) {
        WebAnswer sent = web_world_post(w, "/tinjau/ingatkan", form);
        EXPECT_STR(sent.to, "/tinjau?sudah=ingat");
        EXPECT_INT((int64_t)web_world_kept(w, "hubungi"), 2);
    }
    EXPECT_HAS(web_world_get(w, "/tinjau?sudah=ingat").body,
               "Mereka sudah diingatkan.");
    web_world_as(w, "A");
    EXPECT_HAS(web_world_get(w, "/").body,
               "Laporan hari ini belum terkirim. Mohon dikirim.");
    ROW("who is nobody's superior reminds nobody");
    EXPECT_INT(web_world_post(w, "/tinjau/ingatkan",
                              web_world_line(w, "id=%s", web_world_id(w)))
                   .status,
               303);
    EXPECT_INT((int64_t)web_world_kept(w, "hubungi"), 2);
    web_world_close(w);
}

FACT(of_several_what_was_answered_meanwhile_is_left_out_and_that_is_said)
{
    const char *report = NULL;
    WebWorld *w = one_waits("review-many", &report);
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=terima", report));
    WebAnswer sent = web_world_post(
        w, "/tinjau/setujui",
        web_world_line(w, "id=%s&laporan=%s", web_world_id(w), report));
    EXPECT_STR(sent.to, "/tinjau?sudah=sebagian");
    EXPECT_INT((int64_t)web_world_kept(w, "tinjauan"), 1);
    EXPECT_HAS(web_world_get(w, "/tinjau?sudah=sebagian").body, "tidak ikut");
    EXPECT_HAS(web_world_get(w, "/tinjau/setujui").body,
               "Tidak ada laporan yang bisa disetujui bersama-sama.");
    web_world_close(w);
}

FACT(of_several_those_to_be_read_alone_are_counted)
{
    const char *report = NULL;
    WebWorld *w = one_waits("review-alone", &report);
    EXPECT_LACKS(web_world_get(w, "/tinjau/setujui").body, "dibaca satu per");
    (void)web_world_say(w, "B", "laporan", "pegawai=B;isi=ok");
    WebAnswer page = web_world_get(w, "/tinjau/setujui");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Masih ada 1 laporan yang terlambat, sangat pendek");
    EXPECT_HAS(page.body, report);
    web_world_close(w);
}

FACT(a_task_that_is_over_before_it_begins_is_refused_beside_its_form)
{
    WebWorld *w = web_world_open("review-task");
    web_world_as(w, "K1");
    WebAnswer page = web_world_post(
        w, "/tugas/baru",
        web_world_line(w, "id=%s&orang=A&isi=Rekap&sampai=2020-08-03",
                       web_world_id(w)));
    EXPECT_INT(page.status, 422);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Sampai: pilih hari ini atau sesudahnya.");
    EXPECT_HAS(page.body, "value=\"2020-08-03\"");
    EXPECT_INT((int64_t)web_world_kept(w, "tugas"), 0);
    web_world_close(w);
}

static WebAnswer assign(WebWorld *w, const char *rest)
{
    return web_world_post(
        w, "/tugas/baru",
        web_world_line(w, "id=%s&isi=Sapu&%s", web_world_id(w), rest));
}

/* 4 August 2020 is a Tuesday. */
FACT(a_task_that_repeats_is_one_task_for_each_of_its_days)
{
    static const struct {
        const char *days;
        int64_t tasks;
        const char *why; /* words of the refusal, or NULL */
    } cases[] = {
        {"sampai=2020-08-10",                              1,  NULL       },
        {"sampai=2020-08-10&ulang=sekali",                 1,  NULL       },
        {"sampai=2020-08-10&ulang=kerja",                  5,  NULL       },
        {"sampai=2020-08-17&ulang=pekan",                  2,  NULL       },
        {"sampai=2020-08-18&ulang=pekan",                  3,  NULL       },
        {"mulai=2020-08-08&sampai=2020-08-09&ulang=kerja", 0,  "tidak ada"},
        {"sampai=2020-09-30&ulang=kerja",                  0,  "20 kali"  },
        {"sampai=2020-08-03&ulang=kerja",                  0,  "hari ini" },
        {"sampai=2020-12-15&ulang=pekan",                  20, NULL       },
        {"sampai=2020-12-22&ulang=pekan",                  0,  "20 kali"  },
    };
    WebWorld *w = web_world_open("review-repeats");
    web_world_as(w, "K1");
    int64_t before = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].days);
        WebAnswer a = assign(w, web_world_line(w, "orang=A&%s", cases[i].days));
        EXPECT_INT(a.status, cases[i].why == NULL ? 303 : 422);
        if (cases[i].why != NULL) EXPECT_HAS(a.body, cases[i].why);
        int64_t now = (int64_t)web_world_kept(w, "tugas");
        EXPECT_INT(now - before, cases[i].tasks);
        before = now;
    }
    web_world_close(w);
}

/* Ucok is of another unit, and whoever guesses his code is not told his name.
 */
FACT(a_task_is_given_to_all_who_are_named_or_to_nobody)
{
    WebWorld *w = web_world_open("review-task-all");
    web_world_as(w, "K1");
    WebAnswer page = assign(w, "orang=A&orang=U4&sampai=2020-08-05");
    EXPECT_INT(page.status, 403);
    EXPECT_HAS(page.body, "tidak berwenang memberi tugas");
    EXPECT_LACKS(page.body, "Ucok");
    ROW("days the wrong way round");
    page = assign(w, "orang=U4&mulai=2020-08-06&sampai=2020-08-05");
    EXPECT_HAS(page.body, "isi hari pertama lalu hari terakhir");
    EXPECT_LACKS(page.body, "Ucok");
    ROW("all of them, and once");
    EXPECT_INT((int64_t)web_world_kept(w, "tugas"), 0);
    page = assign(w, "orang=A&orang=A&sampai=2020-08-05");
    EXPECT_INT(page.status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "tugas"), 1);
    web_world_close(w);
}

FACT(a_form_of_a_task_that_repeats_gives_it_once_however_often_it_is_sent)
{
    WebWorld *w = web_world_open("review-repeats-once");
    web_world_as(w, "K1");
    const char *form = web_world_line(
        w, "id=%s&isi=Sapu&orang=A&orang=B&sampai=2020-08-06&ulang=kerja",
        web_world_id(w));
    for (int i = 0; i < 2; i++) {
        EXPECT_INT(web_world_post(w, "/tugas/baru", form).status, 303);
        EXPECT_INT((int64_t)web_world_kept(w, "tugas"), 6);
    }
    web_world_close(w);
}
