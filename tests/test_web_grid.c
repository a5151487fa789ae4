/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The roster's pages: what they show, what a draft does and does not, what
 * publishing writes.
 */
#include "harness.h"
#include "web/asset.h"
#include "web_world.h"

#include <string.h>

#define MONTH "/jadwal/2020-08"
#define DINAS MONTH "?unit=dinas"

static Str text_of(const WebAnswer *answer)
{
    return answer->body;
}

/* The draft's version that the page shows. */
static const char *version_of(WebWorld *w)
{
    WebAnswer page = web_world_get(w, DINAS);
    Str mark = STR("data-versi=\"");
    size_t at = str_find(page.body, mark, 0);
    CHECK(at != SIZE_MAX);
    size_t end = str_find(page.body, STR("\""), at + mark.len);
    return str_c(w->arena, str_slice(page.body, at + mark.len, end));
}

static WebAnswer change(WebWorld *w, const char *version, const char *cells)
{
    Str form = str_format(w->arena, "unit=dinas&versi=%s&aksi=ubah&%s", version,
                          cells);
    return web_world_post(w, MONTH "/sel", str_c(w->arena, form));
}

static WebAnswer act(WebWorld *w, const char *action)
{
    Str form = str_format(w->arena, "unit=dinas&aksi=%s", action);
    return web_world_post(w, MONTH "/sel", str_c(w->arena, form));
}

static char cell_of(WebWorld *w, const char *person, int day)
{
    WebAnswer page = web_world_get(w, DINAS);
    return web_world_letter(w, &page, person, day);
}

/* ---- looking ------------------------------------------------------------- */

FACT(a_head_sees_the_month_with_its_rules)
{
    WebWorld *w = web_world_open("grid-look");
    web_world_as(w, "H");
    EXPECT_STR(web_world_get(w, "/jadwal").to, DINAS);
    WebAnswer page = web_world_get(w, DINAS);
    EXPECT_INT(page.status, 200);
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "Jadwal kerja Agustus 2020");
    EXPECT_HAS(text_of(&page), "Dinas Contoh");
    EXPECT_HAS(text_of(&page), "Aturan 1 (2) · paling banyak 50% di kantor");
    EXPECT_HAS(text_of(&page), "Aturan 1 (1) · wajib di kantor");
    EXPECT_HAS(text_of(&page), "Loket ada petugasnya");
    EXPECT_HAS(text_of(&page), "Seksi Satu");
    EXPECT_HAS(text_of(&page), "Mengapa");
    EXPECT_HAS(text_of(&page), "Dedi &lt;script&gt;");
    EXPECT_LACKS(page.body, "1966053"); /* no NIP */
    EXPECT_INT(cell_of(w, "C", 4), 'C');
    EXPECT_INT(cell_of(w, "H", 4), 'K');
    web_world_close(w);
}

FACT(the_roster_is_said_in_english_too)
{
    WebWorld *w = web_world_open("grid-english");
    w->lang = "en";
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, DINAS);
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "Rule 1 (2) · at most 50% in the office");
    EXPECT_HAS(text_of(&page), "version 1");
    page = web_world_get(w, MONTH "/A/2020-08-10?unit=dinas");
    EXPECT_HAS(text_of(&page), "Change this day");
    web_world_close(w);
}

/* who, what, status */
static const struct {
    const char *who, *path;
    int status;
} doors[] = {
    {NULL, DINAS,                                   303},
    {"A",  DINAS,                                   403},
    {"B",  DINAS,                                   200}, /* clerk */
    {"P1", DINAS,                                   200},
    {"K1", DINAS,                                   403},
    {"K1", MONTH "?unit=s1",                        200},
    {"H",  MONTH "?unit=bkd",                       403},
    {"H",  MONTH "?unit=tidakada",                  404},
    {"H",  "/jadwal/2020-13?unit=dinas",            422},
    {"H",  MONTH "?unit=dinas&tgl=kemarin",         422},
    {"A",  MONTH "/B",                              403},
    {"K1", MONTH "/A",                              200},
    {"K1", MONTH "/E/2020-08-10",                   403},
    {"H",  MONTH "/A/2020-09-10",                   404},
    {"B",  MONTH "/susun?unit=dinas",               403},
    {"B",  MONTH "/terbitkan?unit=dinas",           403},
    {"P1", MONTH "/terbitkan?unit=dinas",           403},
    {"H",  MONTH "/susun?unit=dinas",               200},
    {"H",  MONTH "/terbitkan?unit=dinas",           200},
    {"H",  MONTH "/usul?unit=dinas&tgl=2020-08-10", 200},
    {"H",  "/jadwal/2020-07?unit=dinas",            200},
    {"H",  "/jadwal/2020-09?unit=dinas",            200},
};

FACT(each_page_asks_who_may)
{
    WebWorld *w = web_world_open("grid-doors");
    for (size_t i = 0; i < COUNT(doors); i++) {
        ROW("%s %s", doors[i].who == NULL ? "-" : doors[i].who, doors[i].path);
        web_world_as(w, doors[i].who);
        WebAnswer page = web_world_get(w, doors[i].path);
        EXPECT_INT(page.status, doors[i].status);
        if (page.status == 200) web_world_expect_page(&page);
    }
    web_world_close(w);
}

FACT(the_plan_of_the_government_is_published_by_who_may)
{
    WebWorld *w = web_world_open("grid-all");
    web_world_as(w, "H");
    EXPECT_INT(web_world_get(w, MONTH "/pemda").status, 403);
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, MONTH "/pemda");
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "sudah terbit");
    size_t before = web_world_kept(w, "jadwal terbit");
    Str form = str_format(w->arena, "id=%s", web_world_id(w));
    EXPECT_INT(web_world_post(w, MONTH "/pemda", str_c(w->arena, form)).status,
               404);
    EXPECT_INT((int64_t)web_world_kept(w, "jadwal terbit"), (int64_t)before);
    web_world_close(w);
}

FACT(staff_without_a_unit_see_their_own_month)
{
    WebWorld *w = web_world_open("grid-own");
    web_world_as(w, "A");
    EXPECT_STR(web_world_get(w, "/jadwal").to, "/jadwal/saya");
    web_world_as(w, "B");
    EXPECT_STR(web_world_get(w, "/jadwal").to, DINAS);
    web_world_close(w);
}

FACT(a_month_without_a_letter_says_so)
{
    WebWorld *w = web_world_open("grid-empty");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/jadwal/2020-09?unit=dinas");
    EXPECT_HAS(text_of(&page), "Belum ada edaran yang menggilir unit ini");
    EXPECT_HAS(text_of(&page), "Jadwal hari-hari ini belum terbit");
    web_world_close(w);
}

FACT(a_month_of_shifts_shows_whose_is_which_to_eyes_and_ears)
{
    static const char *const parts[] = {
        ">K2<", "Angka: gelombang", "1 pukul 07.30–12.00, 2 pukul",
        "Angka di belakang huruf ialah gelombang hari itu.</caption>",
        "<small>Gelombang 1 · "};
    WebWorld *w = web_world_open_rules(
        "grid-shifts",
        "\naturan 4 \"gelombang\"\n"
        "(1) Pegawai di kantor wajib bekerja dalam 2 gelombang pukul "
        "07.30-12.00 dan pukul 12.00-16.00.\n");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, DINAS);
    web_world_expect_page(&page);
    for (size_t i = 0; i < COUNT(parts); i++)
        EXPECT_HAS(text_of(&page), parts[i]);
    EXPECT_INT(cell_of(w, "D", 4), 'K');
    web_world_close(w);
}

/* ---- a draft ------------------------------------------------------------- */

FACT(a_draft_holds_nothing_before_it_is_published)
{
    WebWorld *w = web_world_open("grid-draft");
    web_world_as(w, "H");
    char before = cell_of(w, "A", 10);
    char to = before == 'K' ? 'R' : 'K';
    Str cell = str_format(w->arena, "sel=A.2020-08-10.%c", to);
    WebAnswer answer = change(w, "0", str_c(w->arena, cell));
    EXPECT_INT(answer.status, 303);
    EXPECT_HAS(answer.to, "sudah=diubah");
    EXPECT_INT(cell_of(w, "A", 10), to);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 0);
    EXPECT_HAS(text_of(&(WebAnswer){.body = web_world_get(w, DINAS).body}),
               "Konsep: 1 perubahan.");
    web_world_as(w, "B"); /* the clerk sees what holds */
    EXPECT_INT(cell_of(w, "A", 10), before);
    web_world_as(w, "H");
    EXPECT_HAS(act(w, "urung").to, "sudah=urung");
    EXPECT_INT(cell_of(w, "A", 10), before);
    EXPECT_HAS(act(w, "ulang").to, "sudah=ulang");
    EXPECT_INT(cell_of(w, "A", 10), to);
    EXPECT_HAS(act(w, "buang").to, "sudah=dibuang");
    EXPECT_INT(cell_of(w, "A", 10), before);
    EXPECT_STR(version_of(w), "0");
    web_world_close(w);
}

/* cells of one change, words of the refusal; status */
static const struct {
    const char *as, *cells;
    int status;
    const char *why;
} refusals[] = {
    {"H",  "sel=A.2020-08-04.K",        422, "sudah berjalan"   },
    {"H",  "sel=A.2020-08-03.K",        422, "sudah berjalan"   },
    {"H",  "sel=A.2020-09-03.K",        422, "di luar bulan"    },
    {"H",  "sel=H.2020-08-10.R",        422, "aturan 1 ayat (1)"},
    {"H",  "sel=C.2020-08-06.K",        422, "cuti atau dinas"  },
    {"H",  "sel=A.2020-08-09.K",        422, "bukan hari kerja" },
    {"H",  "sel=P1.2020-08-10.K",       422, "yang Anda kepalai"},
    {"H",  "sel=TIDAKADA.2020-08-10.K", 400, "tidak dikenal"    },
    {"H",  "sel=A.2020-08-32.K",        400, "tidak dikenal"    },
    {"H",  "sel=A.2020-08-10.X",        400, "tidak dikenal"    },
    {"H",  "sel=A",                     400, "tidak dikenal"    },
    {"B",  "sel=A.2020-08-10.K",        403, "wewenang"         },
    {"K1", "sel=A.2020-08-10.K",        403, "wewenang"         },
};

FACT(what_a_rule_settles_is_refused_with_the_rule)
{
    WebWorld *w = web_world_open("grid-refuse");
    for (size_t i = 0; i < COUNT(refusals); i++) {
        ROW("%s %s", refusals[i].as, refusals[i].cells);
        web_world_as(w, refusals[i].as);
        WebAnswer answer = change(w, "0", refusals[i].cells);
        EXPECT_INT(answer.status, refusals[i].status);
        EXPECT_HAS(text_of(&answer), refusals[i].why);
    }
    web_world_as(w, "H");
    EXPECT_STR(version_of(w), "0");
    web_world_close(w);
}

FACT(of_a_block_what_can_be_changed_is_changed)
{
    WebWorld *w = web_world_open("grid-block");
    web_world_as(w, "H");
    char to = cell_of(w, "A", 11) == 'K' ? 'R' : 'K';
    Str cells =
        str_format(w->arena, "sel=H.2020-08-11.R&sel=A.2020-08-11.%c", to);
    WebAnswer answer = change(w, "0", str_c(w->arena, cells));
    EXPECT_INT(answer.status, 200);
    web_world_expect_page(&answer);
    EXPECT_HAS(text_of(&answer), "1 sel tidak diubah:");
    EXPECT_HAS(text_of(&answer), "Konsep: 1 perubahan.");
    web_world_close(w);
}

FACT(who_was_quicker_is_shown_and_asked_about_once)
{
    WebWorld *w = web_world_open("grid-two");
    web_world_as(w, "H");
    char mine = cell_of(w, "B", 12) == 'K' ? 'R' : 'K';
    char theirs = cell_of(w, "A", 12) == 'K' ? 'R' : 'K';
    web_world_as(w, "K1");
    Str form = str_format(
        w->arena, "unit=s1&versi=0&aksi=ubah&sel=A.2020-08-12.%c", theirs);
    EXPECT_INT(web_world_post(w, MONTH "/sel", str_c(w->arena, form)).status,
               303);
    web_world_as(w, "H");
    Str cell = str_format(w->arena, "sel=B.2020-08-12.%c", mine);
    WebAnswer answer = change(w, "0", str_c(w->arena, cell));
    EXPECT_INT(answer.status, 409);
    web_world_expect_page(&answer);
    EXPECT_HAS(text_of(&answer), "Kartika baru saja mengubah 1 sel");
    EXPECT_HAS(text_of(&answer), "lain2");
    EXPECT_HAS(text_of(&answer), "Buat juga perubahan saya");
    answer = change(w, version_of(w), str_c(w->arena, cell));
    EXPECT_INT(answer.status, 303);
    EXPECT_INT(cell_of(w, "A", 12), theirs);
    EXPECT_INT(cell_of(w, "B", 12), mine);
    EXPECT_HAS(act(w, "urung").to, "sudah=urung"); /* one's own alone */
    EXPECT_INT(cell_of(w, "A", 12), theirs);
    web_world_close(w);
}

/* What the module sends and gets. */
static WebAnswer parts_of(WebWorld *w, const char *form)
{
    HttpRequest request = web_world_request(w, HTTP_POST, MONTH "/sel", form);
    HttpPair pairs[8];
    CHECK(request.headers.count < COUNT(pairs));
    memcpy(pairs, request.headers.at, request.headers.count * sizeof pairs[0]);
    pairs[request.headers.count] =
        (HttpPair){STR("accept"), STR("text/html; fragment=kisi")};
    request.headers = (HttpPairs){pairs, request.headers.count + 1};
    return web_world_ask(w, &request);
}

FACT(a_module_gets_the_parts_that_change)
{
    WebWorld *w = web_world_open("grid-parts");
    web_world_as(w, "H");
    WebAnswer answer =
        parts_of(w, "unit=dinas&versi=0&aksi=ubah&sel=A.2020-08-13.K&"
                    "sel=B.2020-08-13.R&orang=A&tgl=2020-08-13");
    EXPECT_INT(answer.status, 200);
    EXPECT_LACKS(answer.body, "<html");
    EXPECT_HAS(text_of(&answer), "id=\"ranc\"");
    EXPECT_HAS(text_of(&answer), "id=\"cek\"");
    EXPECT_HAS(text_of(&answer), "id=\"kepala\"");
    EXPECT_HAS(text_of(&answer), "id=\"panel\"");
    EXPECT_HAS(text_of(&answer), "Kamis, 13 Agustus 2020");
    web_world_close(w);
}

/* The row on the page still shows what was: it comes with the answer, though
 * nothing of it is in the draft any more. */
FACT(a_module_gets_the_row_of_a_cell_that_was_put_back)
{
    WebWorld *w = web_world_open("grid-back");
    web_world_as(w, "H");
    char was = cell_of(w, "A", 10), to = was == 'K' ? 'R' : 'K';
    const char *there =
        web_world_line(w, "unit=dinas&aksi=ubah&sel=A.2020-08-10.%c", to);
    const char *back =
        web_world_line(w, "unit=dinas&aksi=ubah&sel=A.2020-08-10.%c", was);
    const char *const steps[] = {there, back, there, "unit=dinas&aksi=urung"};
    for (size_t i = 0; i < COUNT(steps); i++) {
        ROW("%s", steps[i]);
        WebAnswer answer = parts_of(w, steps[i]);
        EXPECT_INT(answer.status, 200);
        EXPECT_HAS(answer.body, "id=\"p-A\"");
        EXPECT_INT(web_world_letter(w, &answer, "A", 10),
                   i % 2 == 0 ? to : was);
    }
    web_world_close(w);
}

/* ---- without scripts ----------------------------------------------------- */

FACT(a_day_is_changed_on_its_own_page)
{
    WebWorld *w = web_world_open("grid-cell");
    web_world_as(w, "H");
    char before = cell_of(w, "A", 14);
    WebAnswer page = web_world_get(w, MONTH "/A/2020-08-14?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "Ani");
    EXPECT_HAS(text_of(&page), "Hari kantor bulan ini");
    EXPECT_HAS(text_of(&page), "Aturan yang dilanggar");
    const char *form =
        before == 'K' ? "unit=dinas&kata=rumah" : "unit=dinas&kata=kantor";
    WebAnswer answer = web_world_post(w, MONTH "/A/2020-08-14", form);
    EXPECT_INT(answer.status, 303);
    EXPECT(cell_of(w, "A", 14) != before);
    page = web_world_get(w, MONTH "/A/2020-08-14?unit=dinas");
    EXPECT_HAS(text_of(&page), before == 'K'
                                   ? "Konsep: Rumah; yang terbit: Kantor."
                                   : "Konsep: Kantor; yang terbit: Rumah.");
    EXPECT_HAS(text_of(&page), "<p class=\"s\" id=\"akibat\">Akibat");
    answer = web_world_post(w, MONTH "/A/2020-08-14", "unit=dinas&kata=terbit");
    EXPECT_INT(cell_of(w, "A", 14), before);
    answer = web_world_post(w, MONTH "/A/2020-08-14", "unit=dinas&kata=cuti");
    EXPECT_INT(answer.status, 422);
    page = web_world_get(w, MONTH "/A/2020-08-04?unit=dinas");
    EXPECT_HAS(text_of(&page), "Hari ini sudah berjalan atau lewat");
    web_world_close(w);
}

FACT(a_person_is_a_form_of_days)
{
    WebWorld *w = web_world_open("grid-person");
    web_world_as(w, "H");
    char before = cell_of(w, "E", 18);
    WebAnswer page = web_world_get(w, MONTH "/E?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "name=\"h17\"");
    EXPECT_LACKS(page.body, "name=\"h3\""); /* today */
    Str form = str_format(w->arena, "unit=dinas&h17=%c&h18=%c",
                          before == 'K' ? 'R' : 'K', cell_of(w, "E", 19));
    WebAnswer answer = web_world_post(w, MONTH "/E", str_c(w->arena, form));
    EXPECT_INT(answer.status, 303);
    EXPECT(cell_of(w, "E", 18) != before);
    EXPECT_HAS(text_of(&(WebAnswer){.body = web_world_get(w, DINAS).body}),
               "Konsep: 1 perubahan.");
    web_world_close(w);
}

/* ---- publishing ---------------------------------------------------------- */

static WebAnswer publish(WebWorld *w, const char *id)
{
    Str form =
        str_format(w->arena, "unit=dinas&versi=%s&id=%s", version_of(w), id);
    return web_world_post(w, MONTH "/terbitkan", str_c(w->arena, form));
}

FACT(a_published_cell_is_one_fact_and_the_plan_follows)
{
    WebWorld *w = web_world_open("grid-publish");
    web_world_as(w, "H");
    char before = cell_of(w, "A", 27), to = before == 'K' ? 'R' : 'K';
    Str cell = str_format(w->arena, "sel=A.2020-08-27.%c", to);
    EXPECT_INT(change(w, "0", str_c(w->arena, cell)).status, 303);
    WebAnswer page = web_world_get(w, MONTH "/terbitkan?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "Hari yang ditetapkan: <b>1</b>");
    EXPECT_HAS(text_of(&page), "Terbitkan untuk");
    const char *id = web_world_id(w);
    const char *version = version_of(w);
    WebAnswer answer = publish(w, id);
    EXPECT_INT(answer.status, 303);
    EXPECT_HAS(answer.to, "sudah=terbit");
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 1);
    Fact pin = web_world_last(w, "tetap");
    EXPECT_STR(pin.person, "A");
    EXPECT_STR(pin.actor, "H");
    EXPECT_STR(pin.word, to == 'K' ? "kantor" : "rumah");
    Str again = str_format(w->arena, "unit=dinas&versi=%s&id=%s", version, id);
    EXPECT_INT(
        web_world_post(w, MONTH "/terbitkan", str_c(w->arena, again)).status,
        303);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 1);
    EXPECT_STR(version_of(w), "0");
    EXPECT_INT(cell_of(w, "A", 27), to);
    page = web_world_get(w, DINAS "&sudah=terbit");
    EXPECT_HAS(text_of(&page), "Terbit sebagai versi 2");
    web_world_as(w, "B");
    EXPECT_INT(cell_of(w, "A", 27), to); /* the plan itself */
    web_world_close(w);
}

FACT(what_was_fixed_last_of_a_cell_holds)
{
    WebWorld *w = web_world_open("grid-last");
    web_world_as(w, "H");
    char before = cell_of(w, "A", 28), to = before == 'K' ? 'R' : 'K';
    Str there = str_format(w->arena, "sel=A.2020-08-28.%c", to);
    Str back = str_format(w->arena, "sel=A.2020-08-28.%c", before);
    (void)change(w, "0", str_c(w->arena, there));
    EXPECT_INT(publish(w, web_world_id(w)).status, 303);
    EXPECT_INT(cell_of(w, "A", 28), to);
    (void)change(w, "0", str_c(w->arena, back));
    EXPECT_INT(publish(w, web_world_id(w)).status, 303);
    EXPECT_INT(cell_of(w, "A", 28), before);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 2);
    web_world_close(w);
}

FACT(a_stale_version_is_not_published)
{
    WebWorld *w = web_world_open("grid-stale");
    web_world_as(w, "H");
    char to = cell_of(w, "A", 27) == 'K' ? 'R' : 'K';
    Str cell = str_format(w->arena, "sel=A.2020-08-27.%c", to);
    (void)change(w, "0", str_c(w->arena, cell));
    Str form =
        str_format(w->arena, "unit=dinas&versi=1&id=%s", web_world_id(w));
    EXPECT_INT(
        web_world_post(w, MONTH "/terbitkan", str_c(w->arena, form)).status,
        409);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 0);
    act(w, "buang");
    form = str_format(w->arena, "unit=dinas&versi=0&id=%s", web_world_id(w));
    EXPECT_INT(
        web_world_post(w, MONTH "/terbitkan", str_c(w->arena, form)).status,
        404);
    web_world_close(w);
}

/* Everybody of both sections in the office on one day: twice the cap. */
static const char all_in[] =
    "sel=K1.2020-08-24.K&sel=A.2020-08-24.K&sel=B.2020-08-24.K&"
    "sel=C.2020-08-24.K&sel=D.2020-08-24.K&sel=K2.2020-08-24.K&"
    "sel=E.2020-08-24.K&sel=F.2020-08-24.K&sel=G.2020-08-24.K";

FACT(what_goes_with_no_plan_has_no_button_until_it_is_a_deviation)
{
    WebWorld *w = web_world_open("grid-clash");
    web_world_as(w, "H");
    EXPECT_INT(change(w, "0", all_in).status, 303);
    WebAnswer page = web_world_get(w, DINAS);
    EXPECT_HAS(text_of(&page), "1 hari lewat batas");
    page = web_world_get(w, MONTH "/usul?unit=dinas&tgl=2020-08-24");
    EXPECT_HAS(text_of(&page), "di atas batas");
    EXPECT_HAS(text_of(&page), "Masukkan ke konsep");
    page = web_world_get(w, MONTH "/terbitkan?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "tidak cocok dengan jadwal mana pun");
    EXPECT_HAS(text_of(&page), "aturan 1 ayat (2)");
    EXPECT_HAS(text_of(&page), "Catat sebagai penyimpangan");
    EXPECT_LACKS(page.body, "Terbitkan untuk");
    /* exactly those named are recorded as deviations */
    Buf form = buf_in(w->arena);
    buf_format(&form, "unit=dinas&versi=%s&aksi=ubah&alasan=Rapat+anggaran",
               version_of(w));
    Str mark = STR("Catat sebagai penyimpangan");
    size_t end = str_find(page.body, mark, 0);
    size_t from = str_find(page.body, STR("Atau langgar"), 0);
    Str part = str_slice(page.body, from, end);
    Str field = STR("name=\"sel\" value=\"");
    size_t count = 0;
    for (size_t at = 0; (at = str_find(part, field, at)) != SIZE_MAX;) {
        size_t stop = str_find(part, STR("\""), at + field.len);
        buf_c(&form, "&sel=");
        buf_put(&form, str_slice(part, at + field.len, stop));
        at = stop;
        count++;
    }
    EXPECT(count > 0);
    WebAnswer answer =
        web_world_post(w, MONTH "/sel", str_c(w->arena, buf_str(&form)));
    EXPECT_INT(answer.status, 303);
    page = web_world_get(w, MONTH "/terbitkan?unit=dinas");
    EXPECT_HAS(text_of(&page), "Penyimpangan yang dicatat");
    EXPECT_HAS(text_of(&page), "Rapat anggaran");
    EXPECT_HAS(text_of(&page), "Terbitkan");
    EXPECT_LACKS(page.body, "tidak cocok dengan jadwal mana pun");
    EXPECT_HAS(publish(w, web_world_id(w)).to, "sudah=terbit");
    EXPECT_INT((int64_t)web_world_kept(w, "penyimpangan"), (int64_t)count);
    Fact last = web_world_last(w, "penyimpangan");
    EXPECT_STR(last.text, "Rapat anggaran");
    EXPECT_INT(cell_of(w, "A", 24), 'K');
    web_world_close(w);
}

FACT(a_settled_day_deviates_with_a_reason_alone)
{
    WebWorld *w = web_world_open("grid-aside");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, MONTH "/H/2020-08-25?unit=dinas");
    EXPECT_HAS(text_of(&page), "sudah ditetapkan aturan");
    WebAnswer answer =
        web_world_post(w, MONTH "/H/2020-08-25", "unit=dinas&kata=rumah");
    EXPECT_INT(answer.status, 422);
    EXPECT_HAS(text_of(&answer), "aturan 1 ayat (1)");
    answer = web_world_post(w, MONTH "/H/2020-08-25",
                            "unit=dinas&kata=rumah&alasan=Karantina");
    EXPECT_INT(answer.status, 303);
    EXPECT_HAS(publish(w, web_world_id(w)).to, "sudah=terbit");
    EXPECT_INT((int64_t)web_world_kept(w, "penyimpangan"), 1);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 0);
    EXPECT_INT(cell_of(w, "H", 25), 'R');
    ROW("who looks at it is told whose word it is; others not why");
    page = web_world_get(w, MONTH "/H/2020-08-25?unit=dinas");
    EXPECT_HAS(text_of(&page), "Dicatat sebagai penyimpangan oleh ");
    EXPECT_HAS(text_of(&page), ": Karantina</p>");
    web_world_as(w, "P1");
    page = web_world_get(w, MONTH "/H/2020-08-25?unit=dinas");
    EXPECT_HAS(text_of(&page), "Dicatat sebagai penyimpangan oleh ");
    EXPECT_LACKS(text_of(&page), "Karantina");
    web_world_as(w, "H");
    page = web_world_get(w, DINAS);
    EXPECT_HAS(text_of(&page), "1 hari menyimpang");
    answer = web_world_post(w, MONTH "/H/2020-08-25",
                            "unit=dinas&kata=kantor&alasan=Sehat");
    EXPECT_INT(answer.status, 303);
    EXPECT_HAS(publish(w, web_world_id(w)).to, "sudah=terbit");
    EXPECT_INT(cell_of(w, "H", 25), 'K');
    web_world_close(w);
}

FACT(a_section_publishes_its_own_people_alone)
{
    WebWorld *w = web_world_open("grid-section");
    web_world_as(w, "H");
    char e = cell_of(w, "E", 26), a = cell_of(w, "A", 26);
    Str cells = str_format(w->arena, "sel=E.2020-08-26.%c&sel=A.2020-08-26.%c",
                           e == 'K' ? 'R' : 'K', a == 'K' ? 'R' : 'K');
    EXPECT_INT(change(w, "0", str_c(w->arena, cells)).status, 303);
    const char *version = version_of(w);
    web_world_as(w, "K1");
    Str form = str_format(w->arena, "unit=s1&versi=%s&id=%s", version,
                          web_world_id(w));
    EXPECT_INT(
        web_world_post(w, MONTH "/terbitkan", str_c(w->arena, form)).status,
        303);
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 1);
    EXPECT_STR(web_world_last(w, "tetap").person, "A");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, DINAS);
    EXPECT_HAS(text_of(&page), "Konsep: 1 perubahan.");
    EXPECT(cell_of(w, "E", 26) != e);
    web_world_close(w);
}

/* ---- building ------------------------------------------------------------ */

FACT(a_built_roster_is_a_draft)
{
    WebWorld *w = web_world_open("grid-build");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, MONTH "/susun?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(text_of(&page), "badan kepegawaian atau bagian organisasi");
    WebAnswer answer = web_world_post(
        w, MONTH "/susun", "unit=dinas&pola=minggu&kelompok=3&tetap=ya");
    EXPECT_INT(answer.status, 303);
    EXPECT_HAS(answer.to, "sudah=disusun");
    EXPECT_INT((int64_t)web_world_kept(w, "tetap"), 0);
    EXPECT(strcmp(version_of(w), "0") != 0);
    answer =
        web_world_post(w, MONTH "/susun", "unit=dinas&pola=kacau&kelompok=3");
    EXPECT_INT(answer.status, 422);
    answer =
        web_world_post(w, MONTH "/susun", "unit=dinas&pola=hari&kelompok=9");
    EXPECT_INT(answer.status, 422);
    web_world_close(w);
}

/* Of days before a plan nothing is published, and no day is off by it. */
FACT(a_draft_before_any_plan_is_not_laid_against_one)
{
    WebWorld *w = web_world_open_unplanned("grid-before");
    web_world_as(w, "H");
    EXPECT_INT(change(w, "0", "sel=A.2020-08-14.K").status, 303);
    WebAnswer page = web_world_get(w, MONTH "/A/2020-08-14?unit=dinas");
    EXPECT_HAS(text_of(&page), "Konsep: Kantor; belum ada yang terbit.");
    page = web_world_get(w, MONTH "/terbitkan?unit=dinas");
    EXPECT_HAS(text_of(&page), "Hari kantor pegawai bergilir: 0 sampai 1.");
    web_world_close(w);
}

/* One of them is planned: the sum stands, and says that it is none yet. */
FACT(a_day_that_is_planned_for_some_counts_them_and_says_who_is_missing)
{
    WebWorld *w = web_world_open_unplanned("grid-some");
    web_world_as(w, "H");
    WebAnswer before = web_world_get(w, MONTH "?unit=dinas&tgl=2020-08-14");
    EXPECT_LACKS(before.body, "·</td>");
    EXPECT_HAS(before.body, "<h2>Seksi Satu <span>Jadwal belum ada</span>");
    EXPECT_INT(change(w, "0", "sel=A.2020-08-14.K").status, 303);
    WebAnswer page = web_world_get(w, MONTH "?unit=dinas&tgl=2020-08-14");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body,
               "title=\"2 di kantor, batas 7; jadwal 13 orang belum ada\"");
    EXPECT_HAS(page.body, "2·</td>");
    EXPECT_HAS(page.body, "<h2>Seksi Satu <span>1 dari 5 di kantor; jadwal 4 "
                          "orang belum ada</span>");
    EXPECT_HAS(page.body, "<h2>Seksi Dua <span>Jadwal belum ada</span>");
    web_world_close(w);
}

/* "7 sampai 12" of the panel of a month. */
static Str turns_of(const WebAnswer *page)
{
    size_t at = str_find(page->body, STR(" orang, "), 0);
    CHECK(at != SIZE_MAX);
    size_t end = str_find(page->body, STR(" hari"), at);
    return str_slice(page->body, at + strlen(" orang, "), end);
}

FACT(turns_of_now_are_those_without_the_draft)
{
    WebWorld *w = web_world_open("grid-fair");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, DINAS);
    Str now = turns_of(&page);
    Buf cells = buf_in(w->arena);
    for (int day = 5; day <= 28; day++)
        buf_format(&cells, "&sel=A.2020-08-%02d.R", day);
    (void)change(w, "0", str_c(w->arena, buf_str(&cells)) + 1);
    page = web_world_get(w, DINAS);
    EXPECT(!str_is(turns_of(&page), now));
    page = web_world_get(w, MONTH "/terbitkan?unit=dinas");
    EXPECT_HAS(
        text_of(&page),
        str_c(w->arena, str_format(w->arena, "(kini %.*s)", STR_ARG(now))));
    web_world_close(w);
}

FACT(the_module_is_small)
{
    const AssetRow *module = asset_find(STR("kisi.js"));
    EXPECT(module != NULL);
    EXPECT(module->bytes.gzip.len <= 4096);
}
