/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_mend.c - a report that was sent back, after its day: handed in
 * again or answered, and read by the superior beside the one before.  Kota
 * Contoh, see web_world.h: A works at home on 4 August, K1 is the superior.
 */
#include "app/my_day.h"
#include "harness.h"
#include "web_world.h"

static bool says(const WebAnswer *page, const char *part)
{
    return str_find(page->body, str_of(part), 0) != SIZE_MAX;
}

/* Sent on the 4th at 16.00, sent back that evening; it is the 5th, 09.00. */
static WebWorld *sent_back(const char *name, const char **report)
{
    WebWorld *w = web_world_open(name);
    web_world_at(w, "2020-08-04", "16.00");
    *report = web_world_say(w, "A", "laporan", "pegawai=A;isi=Selesai");
    web_world_at(w, "2020-08-04", "18.00");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=kembalikan;isi=Rinci lagi",
                       *report));
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "A");
    return w;
}

static WebAnswer mend(WebWorld *w, const char *day, const char *about,
                      const char *text)
{
    return web_world_post(w, web_world_line(w, "/laporan/%s/perbaiki", day),
                          web_world_line(w, "id=%s&tentang=%s&isi=%s&bukti=",
                                         web_world_id(w), about, text));
}

static Outcome report_of(WebWorld *w, const char *who, int day, int32_t *late)
{
    Err err = {0};
    LiveView view;
    MyVerdict judged;
    Outcome outcome = OUTCOME_NONE;
    Date on = {0};
    EXPECT(date_of(2020, 8, day, &on));
    CHECK(live_take(w->house.live, STR("contoh"), &view, &err));
    PersonId person = {map_find(&view.office->r.person_codes, str_of(who))};
    EXPECT(my_verdict(w->arena, &view, person, on, &judged, &err));
    for (uint32_t i = 0; i < judged.verdict.count; i++) {
        const Finding *f = &judged.verdict.findings[i];
        if (f->duty != DUTY_REPORT || outcome != OUTCOME_NONE) continue;
        outcome = f->outcome;
        *late = f->minutes;
    }
    live_give(&view);
    return outcome;
}

FACT(a_report_is_handed_in_again_after_its_day_and_is_not_late_by_that)
{
    int32_t late = 0;
    const char *report = NULL;
    WebWorld *w = sent_back("mend", &report);
    WebAnswer page = web_world_get(w, "/laporan/2020-08-04");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "action=\"/laporan/2020-08-04/perbaiki\"");
    EXPECT_HAS(page.body, ">\nSelesai</textarea>");
    EXPECT_INT(report_of(w, "A", 4, &late), OUTCOME_RETURNED);
    WebAnswer done = mend(w, "2020-08-04", report, "Surat+A%0ASurat+B");
    EXPECT_STR(done.to, "/laporan/2020-08-04?sudah=perbaiki");
    Fact fact = web_world_last(w, "laporan");
    EXPECT_STR(fact.text, "Surat A\nSurat B");
    EXPECT_INT(date_civil(fact.day).day, 4);
    EXPECT_INT(report_of(w, "A", 4, &late), OUTCOME_IN);
    page = web_world_get(w, "/laporan/2020-08-04?sudah=perbaiki");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Terkirim 5 Agt 09.0");
    EXPECT_HAS(page.body, "dihitung dari pengiriman yang pertama");
    EXPECT(!says(&page, "/perbaiki"));
    ROW("that of today is still owed");
    EXPECT(report_of(w, "A", 5, &late) != OUTCOME_IN);
    web_world_close(w);
}

FACT(one_that_was_late_stays_as_late_as_it_was)
{
    int32_t late = 0;
    WebWorld *w = web_world_open("mend-late");
    web_world_at(w, "2020-08-04", "20.30");
    const char *report =
        web_world_say(w, "A", "laporan", "pegawai=A;isi=Selesai");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=kembalikan;isi=Rinci",
                       report));
    web_world_at(w, "2020-08-06", "09.00");
    web_world_as(w, "A");
    EXPECT_INT(mend(w, "2020-08-04", report, "Rinci+sekali").status, 303);
    EXPECT_INT(report_of(w, "A", 4, &late), OUTCOME_LATE);
    EXPECT_INT(late, 30);
    web_world_close(w);
}

FACT(the_superior_reads_both_versions_and_the_note_between_them)
{
    int32_t late = 0;
    const char *report = NULL;
    WebWorld *w = sent_back("mend-review", &report);
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tinjau");
    EXPECT(!says(&page, "Ani"));
    web_world_as(w, "A");
    EXPECT_INT(mend(w, "2020-08-04", report, "Surat+A").status, 303);
    web_world_as(w, "K1");
    page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<h3>Sebelumnya <span class=\"xs mut\">16.00</span>"
                          "</h3><ul class=\"isi-l\"><li>Selesai</li></ul>");
    EXPECT_HAS(page.body, "<li>Surat A</li>");
    EXPECT_HAS(page.body, "<blockquote>Rinci lagi</blockquote>");
    EXPECT_HAS(page.body, "Sudah diperbaiki");
    EXPECT(!says(&page, "href=\"/tinjau/setujui\""));
    Str last = web_world_value(&page, "laporan", 0);
    WebAnswer done = web_world_post(
        w, "/tinjau",
        web_world_line(w, "id=%s&laporan=%.*s&kata=terima&isi=&berikut=",
                       web_world_id(w), STR_ARG(last)));
    EXPECT_INT(done.status, 303);
    EXPECT_INT(report_of(w, "A", 4, &late), OUTCOME_ACCEPTED);
    web_world_close(w);
}

FACT(an_answer_alone_brings_the_report_back_before_the_superior)
{
    const char *report = NULL;
    WebWorld *w = sent_back("mend-answer", &report);
    WebAnswer done =
        web_world_post(w, "/laporan/2020-08-04",
                       web_world_line(w, "id=%s&tentang=%s&jawaban=Sudah+rinci",
                                      web_world_id(w), report));
    EXPECT_STR(done.to, "/laporan/2020-08-04?sudah=jawab");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tinjau");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<blockquote>Rinci lagi</blockquote>");
    EXPECT_HAS(page.body, "<blockquote>Sudah rinci</blockquote>");
    EXPECT_HAS(page.body, "<li>Selesai</li>");
    ROW("what is said of it again closes it");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=terima", report));
    page = web_world_get(w, "/tinjau");
    EXPECT(!says(&page, "Sudah rinci"));
    web_world_close(w);
}

FACT(the_list_has_what_was_sent_back_first)
{
    const char *report = NULL;
    WebWorld *w = sent_back("mend-first", &report);
    WebAnswer page = web_world_get(w, "/laporan");
    web_world_expect_page(&page);
    size_t old = str_find(page.body, STR("/laporan/2020-08-04"), 0);
    size_t today = str_find(page.body, STR("/laporan/2020-08-05"), 0);
    EXPECT(old != SIZE_MAX && (today == SIZE_MAX || old < today));
    web_world_close(w);
}

FACT(only_what_was_sent_back_is_taken_after_its_day)
{
    const char *report = NULL;
    WebWorld *w = sent_back("mend-only", &report);
    ROW("of another day than the one it names");
    EXPECT_INT(mend(w, "2020-08-03", report, "x").status, 422);
    ROW("by somebody else");
    web_world_as(w, "C");
    EXPECT_INT(mend(w, "2020-08-04", report, "x").status, 422);
    ROW("the word to mend it was taken back");
    Fact review = web_world_last(w, "tinjauan");
    char id[FACT_ID_TEXT];
    web_world_at(w, "2020-08-05", "09.10");
    (void)web_world_say(w, "H", "koreksi",
                        web_world_line(w,
                                       "pegawai=A;tentang=%s;kata=batal;"
                                       "isi=keliru",
                                       fact_id_text(review.id, id)));
    web_world_as(w, "A");
    WebAnswer page = mend(w, "2020-08-04", report, "x");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "Hari itu sudah lewat");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    web_world_close(w);
}
