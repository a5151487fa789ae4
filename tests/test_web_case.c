/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_case.c - B4: what is to be asked about people's days, asked,
 * answered, noted, closed.  Kota Contoh, see web_world.h.
 */
#include "harness.h"
#include "web_world.h"

#define CASE "/tidak-sesuai/F/2020-08-04"

/* Tuesday is over: K1 came late, F did not come at all, H came in time. */
static WebWorld *on_wednesday(const char *name)
{
    WebWorld *w = web_world_open(name);
    (void)web_world_say(w, "K1", "masuk", "pegawai=K1;kata=kantor");
    web_world_at(w, "2020-08-05", "09.00");
    return w;
}

static WebAnswer say(WebWorld *w, const char *word, const char *text)
{
    Str form = str_format(w->arena, "id=%s&kata=%s&isi=%s", web_world_id(w),
                          word, text);
    return web_world_post(w, CASE, str_c(w->arena, form));
}

FACT(matters_are_questions_by_day_and_kind)
{
    static const struct {
        const char *target, *there, *gone;
    } rows[] = {
        {"/tidak-sesuai",                     ">Fani<",    NULL       },
        {"/tidak-sesuai",                     ">Kartika<", NULL       },
        {"/tidak-sesuai?jenis=hadir",         ">Fani<",    ">Eka<"    },
        {"/tidak-sesuai?jenis=laporan",       ">Eka<",     ">Fani<"   },
        {"/tidak-sesuai?unit=s1",             ">Kartika<", ">Fani<"   },
        {"/tidak-sesuai?unit=s2&jenis=hadir", ">Fani<",    ">Kartika<"},
    };
    WebWorld *w = on_wednesday("questions");
    web_world_as(w, "P1");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s %s", rows[i].target, rows[i].there);
        WebAnswer page = web_world_get(w, rows[i].target);
        web_world_expect_page(&page);
        EXPECT_HAS(page.body, "Selasa, 4 Agustus 2020");
        EXPECT_HAS(page.body, rows[i].there);
        if (rows[i].gone != NULL) EXPECT_LACKS(page.body, rows[i].gone);
    }
    WebAnswer page = web_world_get(w, "/tidak-sesuai?unit=s1&jenis=hadir");
    EXPECT_HAS(page.body, "Tercatat hadir 30 menit sesudah waktunya. Adakah "
                          "sebabnya?");
    page = web_world_get(w, "/tidak-sesuai?unit=s2&jenis=hadir");
    EXPECT_HAS(page.body, "Tidak tercatat hadir. Adakah sebabnya?");
    page = web_world_get(w, "/tidak-sesuai?hari=2020-08-02");
    EXPECT_HAS(page.body, "Tidak ada ketidaksesuaian pada hari itu.");
    web_world_close(w);
}

FACT(only_the_board_looks_through_them_but_those_concerned_see_their_own)
{
    static const struct {
        const char *who, *target;
        int status;
    } rows[] = {
        {"H",  "/tidak-sesuai",                  403},
        {"P1", "/tidak-sesuai",                  200},
        {"P1", CASE,                             200},
        {"F",  CASE,                             200}, /* oneself */
        {"K2", CASE,                             200}, /* the superior */
        {"H",  CASE,                             200}, /* the head above */
        {"E",  CASE,                             403}, /* a colleague */
        {"K1", CASE,                             403}, /* of another section */
        {"P1", "/tidak-sesuai/F/2020-08-06",     404}, /* to come */
        {"P1", "/tidak-sesuai/F/kemarin",        422},
        {"P1", "/tidak-sesuai/tiada/2020-08-04", 404},
    };
    WebWorld *w = on_wednesday("maycase");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s %s", rows[i].who, rows[i].target);
        web_world_as(w, rows[i].who);
        EXPECT_INT(web_world_get(w, rows[i].target).status, rows[i].status);
    }
    web_world_close(w);
}

FACT(a_matter_goes_from_question_over_answer_to_its_end)
{
    WebWorld *w = on_wednesday("matter");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, CASE);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "atasan: Kasim");
    EXPECT_HAS(page.body,
               ">\nTidak tercatat hadir. Adakah sebabnya?</textarea>");
    EXPECT_HAS(page.body, "belum ditanyakan");
    WebAnswer asked = say(w, "tanya", "Adakah+sebabnya%3F");
    EXPECT_INT(asked.status, 303);
    EXPECT_STR(asked.to, CASE "?sudah=tanya");
    EXPECT_INT(say(w, "catatan", "sinyal+sering+hilang").status, 303);
    page = web_world_get(w, "/tidak-sesuai");
    EXPECT_HAS(page.body, "Sudah ditanyakan, belum selesai");

    web_world_as(w, "K2");
    page = web_world_get(w, "/klarifikasi");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "href=\"" CASE "\">Fani</a>");
    page = web_world_get(w, CASE);
    EXPECT_HAS(page.body, "Pandu bertanya");
    EXPECT_LACKS(page.body, "sinyal sering hilang"); /* notes are the board's */
    EXPECT_INT(say(w, "jawab", "Ban+bocor+di+jalan").status, 303);
    page = web_world_get(w, "/klarifikasi");
    EXPECT_HAS(page.body, "Tidak ada yang menunggu jawaban Anda.");

    web_world_as(w, "F");
    page = web_world_get(w, CASE);
    EXPECT_HAS(page.body, "Ban bocor di jalan");
    EXPECT_INT(say(w, "jawab", "Benar").status, 303);

    web_world_as(w, "P1");
    EXPECT_INT(say(w, "selesai", "Diterima").status, 303);
    page = web_world_get(w, CASE);
    EXPECT_HAS(page.body, "<span class=\"tag ok\">selesai</span>");
    EXPECT_HAS(page.body, "sinyal sering hilang");
    EXPECT_INT((int64_t)web_world_kept(w, "klarifikasi"), 5);
    web_world_close(w);
}

FACT(a_word_sent_twice_is_one_and_wrong_ones_are_refused)
{
    WebWorld *w = on_wednesday("twice");
    const char *id = web_world_id(w);
    const char *form = str_c(
        w->arena, str_format(w->arena, "id=%s&kata=tanya&isi=Mengapa%%3F", id));
    const char *empty =
        str_c(w->arena, str_format(w->arena, "id=%s&kata=tanya&isi=", id));
    const char *odd =
        str_c(w->arena, str_format(w->arena, "id=%s&kata=tuduh&isi=x", id));
    web_world_as(w, "P1");
    EXPECT_INT(web_world_post(w, CASE, form).status, 303);
    EXPECT_INT(web_world_post(w, CASE, form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "klarifikasi"), 1);
    WebAnswer again = web_world_post(w, CASE, empty);
    EXPECT_INT(again.status, 422);
    web_world_expect_page(&again);
    EXPECT_HAS(again.body, "aria-invalid=\"true\"");
    EXPECT_HAS(again.body, "value=\"tanya\"");
    EXPECT_INT(web_world_post(w, CASE, odd).status, 422);
    web_world_as(w, "K2"); /* may answer, not ask */
    EXPECT_INT(say(w, "tanya", "x").status, 400);
    web_world_as(w, "E");
    EXPECT_INT(say(w, "jawab", "x").status, 403);
    EXPECT_INT((int64_t)web_world_kept(w, "klarifikasi"), 1);
    web_world_close(w);
}

FACT(what_is_said_from_outside_is_text_and_english_is_there)
{
    WebWorld *w = on_wednesday("english");
    web_world_as(w, "P1");
    EXPECT_INT(say(w, "tanya", "%3Cscript%3Ealert(2)%3C/script%3E").status,
               303);
    w->lang = "en";
    WebAnswer page = web_world_get(w, CASE);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "&lt;script&gt;alert(2)");
    EXPECT_HAS(page.body, "No check-in is noted. Is there a reason?");
    page = web_world_get(w, "/tidak-sesuai");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "to be asked about");
    web_world_close(w);
}

/* Whoever did not come to the office on Tuesday. */
FACT(a_ladder_suggests_a_step_and_decides_nothing)
{
    WebWorld *w = web_world_open_rules(
        "ladder", "\naturan 4 \"sanksi\"\n"
                  "(1) Pelanggaran aturan 1 dikenai: pertama: \"teguran "
                  "<lisan>\"; kedua: \"teguran tertulis\".\n");
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/tidak-sesuai");
    EXPECT_HAS(page.body, "Usulan sanksi; yang memutuskan pejabat");
    EXPECT_HAS(page.body, "Pilih unit untuk melihatnya di sini");
    page = web_world_get(w, "/tidak-sesuai?unit=s2");
    EXPECT_HAS(page.body, "hari=2020-08-04&amp;unit=s2&amp;usulan=ya#usulan");
    EXPECT_LACKS(page.body, "teguran");
    page = web_world_get(w, "/tidak-sesuai?unit=s2&usulan=ya");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<b>Fani</b>");
    EXPECT_HAS(page.body, "1 pelanggaran; usulan, yang memutuskan pejabat: "
                          "pertama, &quot;teguran &lt;lisan&gt;&quot; (4 "
                          "Agustus 2020)");
    EXPECT_HAS(page.body, "aturan 4 ayat (1) SE 1/SE/2020");
    EXPECT_HAS(page.body, "1–4 Agustus 2020");
    page = web_world_get(w, "/tidak-sesuai?unit=s1&usulan=ya");
    EXPECT_LACKS(page.body, "Fani");
    web_world_close(w);
}

FACT(without_a_ladder_nothing_is_suggested)
{
    WebWorld *w = on_wednesday("noladder");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/tidak-sesuai?unit=s2&usulan=ya");
    EXPECT_LACKS(page.body, "Usulan sanksi");
    web_world_close(w);
}
