/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_leave.c - a superior notes leave, and that somebody is back.  Kota
 * Contoh, see web_world.h: it is Tuesday 4 August 2020, 08.00; K1 is the
 * superior of A, C is on leave by the register.
 */
#include "day/fact.h"
#include "harness.h"
#include "web_world.h"

static WebAnswer note(WebWorld *w, const char *first, const char *last)
{
    return web_world_post(
        w, "/cuti/A",
        web_world_line(w, "id=%s&kata=cuti&mulai=%s&sampai=%s&urgensi=",
                       web_world_id(w), first, last));
}

FACT(leave_that_is_noted_is_in_the_roster)
{
    WebWorld *w = web_world_open("leave");
    web_world_as(w, "K1");
    EXPECT_HAS(web_world_get(w, "/tim/A").body, "href=\"/cuti/A\"");
    EXPECT_HAS(web_world_get(w, "/jadwal/2020-08/A/2020-08-03").body,
               "/cuti/A?mulai=2020-08-03"); /* a day that is over */
    EXPECT_HAS(web_world_get(w, "/jadwal/2020-08/A").body, "href=\"/cuti/A\"");
    WebAnswer page = web_world_get(w, "/cuti/A");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Belum ada cuti yang dicatat");
    EXPECT_STR(note(w, "2020-08-10", "2020-08-12").to, "/cuti/A?sudah=cuti");
    Fact fact = web_world_last(w, "cuti");
    EXPECT_STR(fact.person, "A");
    EXPECT_STR(fact.actor, "K1");
    page = web_world_get(w, "/cuti/A?sudah=cuti");
    EXPECT_HAS(page.body, "10–12 Agt");
    EXPECT_HAS(page.body, "oleh Kartika");
    EXPECT_LACKS(page.body, "Hari ini sudah kembali");
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    web_world_as(w, "A");
    EXPECT_HAS(web_world_get(w, "/jadwal/saya/2020-08-11").body, "Cuti");
    web_world_as(w, "K1");
    EXPECT_HAS(web_world_get(w, "/jadwal/2020-08/A/2020-08-11").body,
               "2020 <span class=\"chip c\">");
    EXPECT_HAS(web_world_get(w, "/cuti/A?bahasa=en").body, "maternity leave");
    web_world_close(w);
}

FACT(leave_is_noted_by_the_line_and_never_by_oneself)
{
    static const struct {
        const char *who;
        int status;
    } rows[] = {
        {"K1", 200},
        {"H",  200},
        {"P1", 200},
        {"A",  403},
        {"B",  403},
        {"K2", 403},
    };
    WebWorld *w = web_world_open("leave-may");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].who);
        web_world_as(w, rows[i].who);
        EXPECT_INT(web_world_get(w, "/cuti/A").status, rows[i].status);
    }
    web_world_close(w);
}

FACT(a_cell_leads_to_what_its_draft_cannot_hold)
{
    WebWorld *w = web_world_open("leave-cell");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/jadwal/2020-08/A/2020-08-11");
    EXPECT_HAS(page.body, "href=\"/cuti/A?mulai=2020-08-11\"");
    EXPECT_HAS(page.body, "href=\"/permintaan\"");
    EXPECT_HAS(page.body,
               "/panggil?unit=s1&amp;orang=A&amp;mulai=2020-08-11\"");
    EXPECT_HAS(web_world_get(w, "/cuti/A?mulai=2020-08-11").body,
               "value=\"2020-08-11\"");
    page = web_world_get(w, "/panggil?unit=s1&orang=A&mulai=2020-08-11");
    EXPECT_INT(page.status, 200);
    EXPECT_HAS(page.body, "value=\"A\" checked");
    EXPECT_LACKS(web_world_get(w, "/jadwal/2020-08/A/2020-08-03").body,
                 "/panggil?unit=s1&amp;orang"); /* it is over */
    web_world_as(w, "A");
    page = web_world_get(w, "/jadwal/2020-08/A/2020-08-11");
    EXPECT_INT(page.status, 200);
    EXPECT_LACKS(page.body, "/cuti/A");
    web_world_close(w);
}

FACT(leave_that_cannot_be_is_refused_with_what_was_typed)
{
    WebWorld *w = web_world_open("leave-wrong");
    web_world_as(w, "K1");
    WebAnswer page = note(w, "2020-08-12", "2020-08-10");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "ari terakhir mendahului hari pertama");
    EXPECT_HAS(page.body, "value=\"2020-08-12\"");
    page = note(w, "2020-07-06", "2020-07-08");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "paling lama 7 hari");
    EXPECT_INT((int64_t)web_world_kept(w, "cuti"), 0);
    web_world_close(w);
}

/* A letter takes leave of one's own choice for urgent reasons alone. */
FACT(leave_for_an_urgent_reason_says_it_where_a_letter_asks)
{
    WebWorld *w = web_world_open_rules(
        "leave-urgent", "\naturan 4 \"cuti\"\n"
                        "(1) Cuti dibatasi untuk hal mendesak.\n");
    web_world_as(w, "K1");
    WebAnswer page = note(w, "2020-08-10", "2020-08-12");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "aturan 4 ayat (1) SE 1/SE/2020; isi urgensi");
    EXPECT_HAS(page.body, "value=\"2020-08-12\"");
    EXPECT_INT((int64_t)web_world_kept(w, "cuti"), 0);
    page = web_world_post(
        w, "/cuti/A",
        web_world_line(w,
                       "id=%s&kata=cuti&mulai=2020-08-10&sampai=2020-08-12&"
                       "urgensi=Ibu+dirawat",
                       web_world_id(w)));
    EXPECT_STR(page.to, "/cuti/A?sudah=cuti");
    EXPECT_STR(web_world_last(w, "cuti").urgency, "Ibu dirawat");
    web_world_close(w);
}

FACT(who_is_back_has_their_days_again)
{
    WebWorld *w = web_world_open("leave-back");
    web_world_as(w, "K1");
    EXPECT_INT(note(w, "2020-08-04", "2020-08-06").status, 303);
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    web_world_at(w, "2020-08-05", "07.00");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/cuti/A");
    EXPECT_HAS(page.body, "action=\"/cuti/A/kembali\"");
    EXPECT_HAS(web_world_get(w, "/jadwal/2020-08/A/2020-08-06").body,
               "2020 <span class=\"chip c\">");
    Fact leave = web_world_last(w, "cuti");
    char id[FACT_ID_TEXT];
    const char *form = web_world_line(w, "id=%s&tentang=%s", web_world_id(w),
                                      fact_id_text(leave.id, id));
    EXPECT_STR(web_world_post(w, "/cuti/A/kembali", form).to,
               "/cuti/A?sudah=kembali");
    page = web_world_get(w, "/cuti/A");
    EXPECT_HAS(page.body, "Kembali bekerja Rabu, 5 Agustus 2020");
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    EXPECT_LACKS(web_world_get(w, "/jadwal/2020-08/A/2020-08-06").body,
                 "2020 <span class=\"chip c\">");
    EXPECT_LACKS(page.body, "action=\"/cuti/A/kembali\"");
    web_world_close(w);
}

FACT(leave_of_the_register_stands_beside_it)
{
    WebWorld *w = web_world_open("leave-register");
    web_world_as(w, "K1");
    EXPECT_HAS(web_world_get(w, "/cuti/C").body, "Di register: cuti, 4–7 Agt.");
    web_world_close(w);
}
