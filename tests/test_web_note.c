/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_note.c - a clerk or a superior writes down what others said by
 * telephone, by WhatsApp or on paper.  Kota Contoh, see web_world.h: it is
 * Tuesday 4 August 2020, 08.00; B is clerk of dinas, K1 the superior of A to D.
 */
#include "day/fact.h"
#include "harness.h"
#include "web_world.h"

#include <string.h>

static bool says(const WebAnswer *page, const char *part)
{
    return str_find(page->body, str_of(part), 0) != SIZE_MAX;
}

/* A row of the paper list: person, came, left, place. */
static const char *row(WebWorld *w, const char *who, const char *came,
                       const char *left, const char *place)
{
    return web_world_line(w, "&orang=%s&jam=%s&pulang=%s&kata=%s", who, came,
                          left, place);
}

static const char *list(WebWorld *w, const char *id, const char *day,
                        const char *channel, const char *rows)
{
    return web_world_line(w, "id=%s&hari=%s&saluran=%s&isi=daftar+lantai+2%s",
                          id, day, channel, rows);
}

static const char *joined(WebWorld *w, const char *one, const char *two)
{
    return web_world_line(w, "%s%s", one, two);
}

FACT(only_who_notes_for_somebody_has_the_page)
{
    static const struct {
        const char *who;
        int status;
    } rows[] = {
        {"A",  403},
        {"B",  200},
        {"K1", 200},
        {"P1", 403},
        {"O1", 403}
    };
    WebWorld *w = web_world_open("note-may");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].who);
        web_world_as(w, rows[i].who);
        EXPECT_INT(web_world_get(w, "/catat").status, rows[i].status);
    }
    web_world_as(w, "B");
    EXPECT_INT(web_world_get(w, "/catat/A").status, 200);
    EXPECT_INT(web_world_get(w, "/catat/P0").status, 403);
    EXPECT_INT(web_world_get(w, "/catat/B").status, 403);
    web_world_close(w);
}

FACT(the_navigation_of_a_clerk_leads_there)
{
    WebWorld *w = web_world_open("note-nav");
    web_world_as(w, "B");
    WebAnswer more = web_world_get(w, "/lainnya");
    EXPECT_HAS(more.body, "href=\"/catat\"");
    web_world_as(w, "A");
    more = web_world_get(w, "/lainnya");
    EXPECT(!says(&more, "href=\"/catat\""));
    web_world_close(w);
}

/* Everybody below the unit but the clerk; a superior sees their own people. */
FACT(the_list_holds_whom_one_may_note_for)
{
    WebWorld *w = web_world_open("note-list");
    web_world_as(w, "B");
    WebAnswer page = web_world_get(w, "/catat");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "value=\"U4\"");
    EXPECT_HAS(page.body, "Dedi &lt;script&gt;");
    EXPECT(!says(&page, "name=\"orang\" value=\"B\""));
    EXPECT(!says(&page, "name=\"orang\" value=\"P0\""));
    EXPECT_HAS(page.body, "<b>14 dari 14</b>");
    web_world_as(w, "K1");
    page = web_world_get(w, "/catat");
    EXPECT_HAS(page.body, "name=\"orang\" value=\"A\"");
    EXPECT(!says(&page, "name=\"orang\" value=\"E\""));
    web_world_as(w, "B");
    page = web_world_get(w, "/catat?cari=umar");
    EXPECT_HAS(page.body, "name=\"orang\" value=\"U1\"");
    EXPECT(!says(&page, "name=\"orang\" value=\"U2\""));
    w->lang = "en";
    page = web_world_get(w, "/catat");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "By telephone");
    web_world_close(w);
}

FACT(a_paper_list_is_kept_at_once_with_channel_actor_and_both_clocks)
{
    WebWorld *w = web_world_open("note-paper");
    const char *id = web_world_id(w);
    web_world_as(w, "B");
    const char *rows = joined(w, row(w, "D", "7.20", "", "kantor"),
                              joined(w, row(w, "A", "", "", "rumah"),
                                     row(w, "F", "0731", "07.55", "lapangan")));
    const char *form = list(w, id, "2020-08-04", "kertas", rows);
    WebAnswer done = web_world_post(w, "/catat", form);
    EXPECT_INT(done.status, 303);
    EXPECT_STR(done.to, "/catat?hari=2020-08-04&dicatat=3");
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 2);
    EXPECT_INT((int64_t)web_world_kept(w, "pulang"), 1);
    Fact in = web_world_last(w, "masuk");
    EXPECT_STR(in.person, "F");
    EXPECT_STR(in.actor, "B");
    EXPECT_STR(in.word, "lapangan");
    EXPECT_STR(in.text, "daftar lantai 2");
    EXPECT_INT(in.channel, CHANNEL_PAPER);
    EXPECT_INT(fact_minute(&in), 7 * 60 + 31);
    EXPECT_INT(zone_minute(in.zone, in.received), 480);
    ROW("sent twice, it is kept once");
    EXPECT_INT(web_world_post(w, "/catat", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 2);
    ROW("it stands there, and is not asked for again");
    WebAnswer page = web_world_get(w, "/catat?hari=2020-08-04&dicatat=3");
    EXPECT_HAS(page.body, "3 catatan tersimpan.");
    EXPECT_HAS(page.body, "<b>12 dari 14</b>");
    EXPECT_HAS(page.body, "</small>07.20<input type=\"hidden\" name=\"jam\"");
    web_world_as(w, "F");
    page = web_world_get(w, "/hadir");
    EXPECT_HAS(page.body, "kertas");
    EXPECT_HAS(page.body, "Budi");
    web_world_close(w);
}

/* Day, channel, rows; and what is said. */
static const struct {
    const char *day, *channel, *who, *came, *left, *said;
} faulty[] = {
    {"2020-08-04", "kertas", "A",  "7.75",  "",     "Tulis sebagai jam dan menit"},
    {"2020-08-04", "kertas", "A",  "tujuh", "",     "Tulis sebagai jam dan menit"},
    {"2020-08-04", "kertas", "A",  "09.00", "",     "Jam itu belum tiba"         },
    {"2020-08-03", "kertas", "A",  "09.00", "8.59", "Jam pulang tidak mungkin"   },
    {"2020-08-04", "kertas", "A",  "",      "",     "Isi paling sedikit satu jam"},
    {"2020-08-05", "kertas", "A",  "07.00", "",     "Hari itu belum tiba"        },
    {"2020-08-04", "web",    "A",  "07.00", "",     "Saluran"                    },
    {"2020-08-04", "kertas", "P0", "07.00", "",
     "B tidak berwenang mencatat masuk dan pulang"                               },
};

FACT(what_cannot_be_is_refused_in_clear_words_and_nothing_is_kept)
{
    WebWorld *w = web_world_open("note-faulty");
    web_world_as(w, "B");
    for (size_t i = 0; i < COUNT(faulty); i++) {
        ROW("%s %s %s %s", faulty[i].day, faulty[i].who, faulty[i].came,
            faulty[i].left);
        const char *form = list(
            w, web_world_id(w), faulty[i].day, faulty[i].channel,
            row(w, faulty[i].who, faulty[i].came, faulty[i].left, "kantor"));
        WebAnswer page = web_world_post(w, "/catat", form);
        EXPECT_INT(page.status >= 400 && page.status < 500, 1);
        EXPECT_HAS(page.body, faulty[i].said);
        EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    }
    ROW("what was typed stands there again");
    WebAnswer page =
        web_world_post(w, "/catat",
                       list(w, web_world_id(w), "2020-08-04", "telepon",
                            joined(w, row(w, "A", "07.10", "", "rumah"),
                                   row(w, "D", "x", "", "kantor"))));
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "name=\"jam\" value=\"07.10\"");
    EXPECT_HAS(page.body, "name=\"jam\" value=\"x\"");
    EXPECT_HAS(page.body, "value=\"telepon\" checked");
    web_world_close(w);
}

FACT(rows_that_are_refused_do_not_hold_up_the_others)
{
    WebWorld *w = web_world_open("note-some");
    web_world_as(w, "K1");
    const char *form = list(w, web_world_id(w), "2020-08-03", "kertas",
                            joined(w, row(w, "E", "07.10", "", "kantor"),
                                   row(w, "A", "07.12", "16.00", "kantor")));
    WebAnswer page = web_world_post(w, "/catat", form);
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "2 catatan tersimpan.");
    EXPECT_HAS(page.body, "Sebagian baris ditolak");
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 1);
    EXPECT_INT((int64_t)web_world_kept(w, "pulang"), 1);
    web_world_close(w);
}

/* ---- one person -----------------------------------------------------------
 */

static WebAnswer note(WebWorld *w, const char *who, const char *channel,
                      const char *what, const char *rest)
{
    return web_world_post(
        w, web_world_line(w, "/catat/%s", who),
        web_world_line(w, "id=%s&hari=2020-08-04&saluran=%s&apa=%s&%s",
                       web_world_id(w), channel, what, rest));
}

FACT(a_report_by_telephone_is_typed_by_the_clerk)
{
    WebWorld *w = web_world_open("note-report");
    web_world_as(w, "B");
    WebAnswer page = web_world_get(w, "/catat/A?hari=2020-08-04");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "value=\"laporan\"");
    WebAnswer done = note(w, "A", "telepon", "laporan",
                          "jam=07.45&isi=surat+dibalas%0Aarsip+disusun");
    EXPECT_STR(done.to, "/catat/A?hari=2020-08-04&sudah=catat");
    Fact report = web_world_last(w, "laporan");
    EXPECT_STR(report.text, "surat dibalas\narsip disusun");
    EXPECT_STR(report.actor, "B");
    EXPECT_STR(report.person, "A");
    EXPECT_INT(report.channel, CHANNEL_PHONE);
    EXPECT_INT(fact_minute(&report), 7 * 60 + 45);
    page = web_world_get(w, "/catat/A?hari=2020-08-04&sudah=catat");
    EXPECT_HAS(page.body, "07.45 · telepon, dicatat 08.00 oleh Budi");
    web_world_close(w);
}

FACT(a_noted_report_asks_before_it_replaces_an_approved_one)
{
    WebWorld *w = web_world_open("note-approved");
    const char *old = web_world_say(w, "A", "laporan", "pegawai=A;isi=Tabel");
    (void)web_world_say(
        w, "K1", "tinjauan",
        web_world_line(w, "pegawai=A;tentang=%s;kata=terima", old));
    web_world_at(w, "2020-08-04", "08.10");
    web_world_as(w, "B");
    EXPECT_LACKS(web_world_get(w, "/catat/A").body, "name=\"tetap\"");
    WebAnswer asked =
        note(w, "A", "telepon", "laporan", "jam=08.05&isi=arsip+disusun");
    EXPECT_INT(asked.status, 422);
    EXPECT_HAS(asked.body, "sudah disetujui: “Tabel”");
    EXPECT_HAS(asked.body, "arsip disusun</textarea>");
    EXPECT_HAS(asked.body,
               web_world_line(w, "name=\"tetap\" value=\"%s\"", old));
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    WebAnswer done =
        note(w, "A", "telepon", "laporan",
             web_world_line(w, "jam=08.05&isi=arsip+disusun&tetap=%s", old));
    EXPECT_INT(done.status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

FACT(a_message_by_whatsapp_is_passed_on_with_its_own_time)
{
    WebWorld *w = web_world_open("note-whatsapp");
    web_world_as(w, "K1");
    EXPECT_INT(
        note(w, "A", "WhatsApp", "laporan", "jam=06.50&isi=selesai").status,
        303);
    Fact report = web_world_last(w, "laporan");
    EXPECT_INT(report.channel, CHANNEL_WHATSAPP);
    EXPECT_INT(fact_minute(&report), 6 * 60 + 50);
    EXPECT_STR(report.actor, "K1");
    web_world_close(w);
}

FACT(a_call_is_answered_and_a_recall_acknowledged_for_somebody)
{
    WebWorld *w = web_world_open("note-call");
    const char *call =
        web_world_say(w, "K1", "hubungi", "pegawai=A;kata=telepon");
    const char *recall = web_world_say(
        w, "K1", "panggilan",
        "pegawai=A;mulai=2020-08-05;sampai=2020-08-05;isi=rapat mendadak");
    web_world_at(w, "2020-08-04", "08.10");
    web_world_as(w, "B");
    WebAnswer page = web_world_get(w, "/catat/A");
    EXPECT_HAS(page.body, web_world_line(w, "value=\"jawab:%s\"", call));
    EXPECT_HAS(page.body, web_world_line(w, "value=\"siap:%s\"", recall));
    EXPECT_HAS(page.body, "rapat mendadak");
    EXPECT_INT(note(w, "A", "telepon", web_world_line(w, "jawab:%s", call),
                    "jam=08.05&isi=")
                   .status,
               303);
    EXPECT_INT(note(w, "A", "petugas", web_world_line(w, "tidak:%s", recall),
                    "jam=08.06&isi=")
                   .status,
               422);
    EXPECT_INT(note(w, "A", "petugas", web_world_line(w, "tidak:%s", recall),
                    "jam=08.06&isi=anak+sakit")
                   .status,
               303);
    Fact ack = web_world_last(w, "terima panggilan");
    EXPECT_STR(ack.word, "tidak dapat");
    EXPECT_INT(fact_minute(&ack), 8 * 60 + 6);
    page = web_world_get(w, "/catat/A");
    EXPECT(!says(&page, "value=\"jawab:"));
    EXPECT(!says(&page, "value=\"siap:"));
    web_world_close(w);
}

static const struct {
    const char *what, *rest, *said;
} wrong[] = {
    {"laporan",                                    "jam=07.00&isi=",  "Tulis apa yang disampaikan"},
    {"laporan",                                    "jam=08.30&isi=x", "Jam itu belum tiba"        },
    {"laporan",                                    "jam=nanti&isi=x", "Tulis jamnya sebagai jam"  },
    {"entah",                                      "jam=07.00&isi=x", "Pilih apa yang dicatat"    },
    {"jawab:bukan",                                "jam=07.00&isi=x", "Pilih apa yang dicatat"    },
    {"jawab:0192f3c1-0000-7000-8000-000000000000", "jam=07.00&isi=x",
     "tidak ada"                                                                                  },
};

FACT(what_is_wrong_of_one_person_is_said)
{
    WebWorld *w = web_world_open("note-wrong");
    web_world_as(w, "B");
    size_t before = web_world_kept(w, NULL);
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("%s %s", wrong[i].what, wrong[i].rest);
        WebAnswer page = note(w, "A", "telepon", wrong[i].what, wrong[i].rest);
        EXPECT(page.status >= 400 && page.status < 500);
        EXPECT_HAS(page.body, wrong[i].said);
        EXPECT_INT((int64_t)web_world_kept(w, NULL), (int64_t)before);
    }
    web_world_close(w);
}
