/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_my_rest.c - a person's reports, news of the plan, swaps and closed
 * permits, of Kota Contoh (web_world.h).
 */
#include "app/my_finished.h"
#include "app/my_news.h"
#include "app/my_reports.h"
#include "app/my_swaps.h"
#include "harness.h"
#include "web_world.h"

static Date august(int day)
{
    Date date;
    CHECK(date_of(2020, 8, day, &date));
    return date;
}

static LiveView take(WebWorld *w)
{
    Err err = {0};
    LiveView view;
    CHECK(live_take(w->house.live, STR("contoh"), &view, &err));
    return view;
}

static PersonId person(const LiveView *view, const char *code)
{
    uint32_t at = map_find(&view->office->r.person_codes, str_of(code));
    CHECK(at != NO_INDEX);
    return (PersonId){at};
}

static FactId id_of(const char *text)
{
    FactId id;
    CHECK(fact_id_parse(str_of(text), &id));
    return id;
}

/* ---- reports -------------------------------------------------------------
 */

static MyReports reports_of(WebWorld *w, LiveView *view)
{
    Err err = {0};
    MyReports out = {0};
    if (!EXPECT(my_reports(w->arena, view, person(view, "A"), &out, &err)))
        EXPECT_STR(err.text, "");
    return out;
}

FACT(what_was_sent_back_comes_first_then_the_newest_day)
{
    WebWorld *w = web_world_open("laporan");
    const char *id = web_world_say(w, "A", "laporan", "pegawai=A;isi=Pertama");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=kembalikan;isi=Rinci",
                       id));
    web_world_at(w, "2020-08-06", "21.00");
    LiveView view = take(w);
    MyReports all = reports_of(w, &view);
    EXPECT_INT((int64_t)all.count, 2); /* home on the 4th and the 6th */
    EXPECT_INT((int64_t)all.returned, 1);
    EXPECT_INT((int64_t)all.wanting, 1);
    EXPECT(date_is(all.at[0].day, august(4)));
    EXPECT(all.at[0].report.state == MY_REPORT_RETURNED);
    EXPECT(date_is(all.at[1].day, august(6)));
    EXPECT(all.at[1].report.late);
    live_give(&view);
    web_world_close(w);
}

/* ---- news ----------------------------------------------------------------
 */

static MyNews news_of(WebWorld *w, LiveView *view, const char *code)
{
    Err err = {0};
    MyNews out = {0};
    if (!EXPECT(my_news(w->arena, view, person(view, code), &out, &err)))
        EXPECT_STR(err.text, "");
    return out;
}

FACT(a_version_is_told_to_whom_it_concerns_until_they_have_read_it)
{
    WebWorld *w = web_world_open("berita");
    (void)web_world_say(w, "K1", "panggilan",
                        "pegawai=A;mulai=2020-08-06;sampai=2020-08-06;isi=x");
    LiveView view = take(w);
    MyNews news = news_of(w, &view, "A");
    EXPECT_INT((int64_t)news.unread, 2); /* as published, and version 2 */
    EXPECT_INT(news.at[0].version, 2);
    EXPECT(news.at[0].told.own);
    EXPECT_INT((int64_t)news.at[0].cell_count, 1);
    EXPECT(date_is(news.at[0].cells[0].day, august(6)));
    EXPECT_INT(news.at[0].cells[0].to, 'K');
    EXPECT(news_of(w, &view, "K1").at[0].told.superior);
    EXPECT_INT(news_of(w, &view, "O1").at[0].version, 1);
    char text[FACT_ID_TEXT];
    const char *read = web_world_line(
        w, "pegawai=A;tentang=%s", fact_id_text(news.at[0].publish->id, text));
    live_give(&view);
    (void)web_world_say(w, "A", "dibaca", read);
    view = take(w);
    news = news_of(w, &view, "A");
    EXPECT_INT((int64_t)news.unread, 1);
    EXPECT_INT(news.at[0].version, 1);
    EXPECT(news.at[1].read);
    live_give(&view);
    web_world_close(w);
}

/* ---- swaps ---------------------------------------------------------------
 */

FACT(swaps_are_offered_for_days_of_ones_turn_alone)
{
    WebWorld *w = web_world_open("tukar");
    Err err = {0};
    MySwaps swaps = {0};
    LiveView view = take(w);
    PersonId a = person(&view, "A"), c = person(&view, "C");
    EXPECT(my_swaps(w->arena, &view, a, august(7), &swaps, &err));
    EXPECT(swaps.count > 0 && swaps.possible >= swaps.count);
    EXPECT_INT(swaps.at[0].mine, 'K');
    EXPECT(swaps.at[0].kin == SWAP_SECTION);
    EXPECT(!my_swaps(w->arena, &view, a, august(4), &swaps, &err));
    EXPECT_HAS(err.text, "begun");
    EXPECT(!my_swaps(w->arena, &view, c, august(6), &swaps, &err));
    EXPECT(err.id[0] != '\0');
    Date days[40];
    size_t count = my_swap_days(&view, a, days, COUNT(days));
    EXPECT(count > 0 && date_is(days[0], august(5)));
    EXPECT_INT((int64_t)my_swap_days(&view, person(&view, "H"), days, 40), 0);
    live_give(&view);
    web_world_close(w);
}

FACT(a_day_that_the_head_has_fixed_is_not_swapped)
{
    WebWorld *w = web_world_open("dikunci");
    Err err = {0};
    MySwaps swaps = {0};
    (void)web_world_say(w, "H", "tetap",
                        "pegawai=A;mulai=2020-08-07;sampai=2020-08-07;"
                        "kata=kantor");
    LiveView view = take(w);
    EXPECT(!my_swaps(w->arena, &view, person(&view, "A"), august(7), &swaps,
                     &err));
    EXPECT_HAS(err.text, "pinned");
    live_give(&view);
    web_world_close(w);
}

/* ---- permits -------------------------------------------------------------
 */

FACT(a_permit_is_closed_by_the_word_that_stands)
{
    WebWorld *w = web_world_open("izin");
    const char *exit =
        web_world_say(w, "A", "izin keluar", "pegawai=A;kata=pangan");
    LiveView view = take(w);
    PersonId a = person(&view, "A");
    EXPECT(my_finished(w->arena, &view, a, id_of(exit)) == NULL);
    live_give(&view);
    const char *end = web_world_say(
        w, "A", "selesai", web_world_line(w, "pegawai=A;tentang=%s", exit));
    view = take(w);
    const Fact *found = my_finished(w->arena, &view, a, id_of(exit));
    EXPECT(found != NULL && fact_id_is(found->id, id_of(end)));
    live_give(&view);
    (void)web_world_say(
        w, "A", "koreksi",
        web_world_line(w, "pegawai=A;tentang=%s;kata=batal;isi=keliru", end));
    view = take(w);
    EXPECT(my_finished(w->arena, &view, a, id_of(exit)) == NULL);
    live_give(&view);
    web_world_close(w);
}
