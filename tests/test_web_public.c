/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages for anybody: counters, letters, the check of an annex, help.
 */
#include "app/annex_code.h"
#include "harness.h"
#include "web_world.h"

static Str text_of(const WebAnswer *answer)
{
    return answer->body;
}

static bool says(const WebAnswer *answer, const char *text)
{
    return str_find(answer->body, str_of(text), 0) != SIZE_MAX;
}

/* ---- every page, in both languages ----------------------------------------
 */

static const char *const pages[] = {
    "/loket",
    "/loket/upt/L1",
    "/edaran",
    "/edaran/1-se-2020",
    "/edaran/1-se-2020?naskah=en",
    "/cek",
    "/bantuan",
    "/privasi",
    "/aksesibilitas",
};

FACT(public_pages_are_whole_in_both_languages)
{
    WebWorld *w = web_world_open("public-pages");
    static const char *const langs[] = {"id", "en"};
    for (size_t l = 0; l < COUNT(langs); l++) {
        w->lang = langs[l];
        for (size_t i = 0; i < COUNT(pages); i++) {
            ROW("%s %s", langs[l], pages[i]);
            WebAnswer answer = web_world_get(w, pages[i]);
            EXPECT_INT(answer.status, 200);
            web_world_expect_page(&answer);
        }
    }
    web_world_close(w);
}

/* What a search engine shows of a page; empty: it does not say. */
static Str about_of(const WebAnswer *answer)
{
    Str mark = STR("<meta name=\"description\" content=\"");
    size_t at = str_find(answer->body, mark, 0);
    if (at == SIZE_MAX) return STR("");
    size_t end = str_find(answer->body, STR("\""), at + mark.len);
    return str_slice(answer->body, at + mark.len, end);
}

FACT(public_pages_say_in_both_languages_what_they_are_about)
{
    WebWorld *w = web_world_open("public-about");
    for (size_t i = 0; i <= COUNT(pages); i++) {
        const char *path = i < COUNT(pages) ? pages[i] : "/masuk";
        ROW("%s", path);
        w->lang = "id";
        WebAnswer id = web_world_get(w, path);
        w->lang = "en";
        WebAnswer en = web_world_get(w, path);
        EXPECT(about_of(&id).len > 40 && about_of(&en).len > 40);
        EXPECT(!str_is(about_of(&id), about_of(&en)));
    }
    web_world_close(w);
}

FACT(public_pages_are_there_for_who_is_signed_in_too)
{
    WebWorld *w = web_world_open("public-signed");
    web_world_as(w, "A");
    for (size_t i = 0; i < COUNT(pages); i++) {
        ROW("%s", pages[i]);
        WebAnswer answer = web_world_get(w, pages[i]);
        EXPECT_INT(answer.status, 200);
        web_world_expect_page(&answer);
    }
    web_world_close(w);
}

/* ---- counters -------------------------------------------------------------
 */

FACT(the_counter_is_open_in_its_hours)
{
    WebWorld *w = web_world_open("public-open");
    WebAnswer at_eight = web_world_get(w, "/loket");
    EXPECT_HAS(text_of(&at_eight), "<b>1</b> dari <b>1</b> loket buka");
    EXPECT_HAS(text_of(&at_eight), "Loket Utama");
    EXPECT_HAS(text_of(&at_eight), "sampai 14.00");
    web_world_at(w, "2020-08-04", "14.30");
    WebAnswer later = web_world_get(w, "/loket");
    EXPECT_HAS(text_of(&later), "<b>0</b> dari <b>1</b> loket buka");
    EXPECT_HAS(text_of(&later), "Buka Rabu, 5 Agustus 2020, 08.00");
    web_world_at(w, "2020-08-08", "09.00");
    WebAnswer saturday = web_world_get(w, "/loket");
    EXPECT_HAS(text_of(&saturday), "Tutup hari ini");
    EXPECT_HAS(text_of(&saturday), "Buka Senin, 10 Agustus 2020, 08.00");
    web_world_close(w);
}

FACT(a_search_narrows_the_list)
{
    WebWorld *w = web_world_open("public-search");
    WebAnswer found = web_world_get(w, "/loket?q=uTaMa");
    WebAnswer none = web_world_get(w, "/loket?q=paspor");
    WebAnswer odd = web_world_get(w, "/loket?q=%22%3E%3Cscript%3E");
    EXPECT(says(&found, "Loket Utama"));
    EXPECT(!says(&none, "Loket Utama"));
    EXPECT_HAS(text_of(&none), "Tidak ada loket yang cocok");
    EXPECT(!says(&odd, "<script>"));
    EXPECT_INT(web_world_get(w, "/loket?saring=apa").status, 422);
    web_world_at(w, "2020-08-04", "15.00");
    WebAnswer open = web_world_get(w, "/loket?saring=buka");
    EXPECT(!says(&open, "Loket Utama"));
    web_world_close(w);
}

FACT(the_other_language_keeps_what_was_asked_for)
{
    WebWorld *w = web_world_open("public-language");
    WebAnswer page = web_world_get(w, "/loket?q=a%26b&sudah=x");
    EXPECT_HAS(text_of(&page), "href=\"?bahasa=en&amp;q=a%26b\"");
    web_world_close(w);
}

FACT(a_closed_unit_tells_until_when_and_names_nobody)
{
    WebWorld *w = web_world_open("public-closed");
    (void)web_world_say(w, "H", "penutupan",
                        "unit=upt;mulai=2020-08-04;sampai=2020-08-06;"
                        "kata=kasus");
    WebAnswer list = web_world_get(w, "/loket");
    WebAnswer one = web_world_get(w, "/loket/upt/L1");
    EXPECT_HAS(text_of(&list), "Ditutup");
    EXPECT_HAS(text_of(&one), "sampai dengan Kamis, 6 Agustus 2020");
    EXPECT_HAS(text_of(&one), "aturan 3 ayat (6) SE 1/SE/2020");
    EXPECT(!says(&one, "Hadi"));
    EXPECT(!says(&one, "Umar"));
    EXPECT(!says(&one, "kasus"));
    web_world_close(w);
}

FACT(a_counter_that_is_not_there_is_said_to_be_absent)
{
    WebWorld *w = web_world_open("public-absent");
    EXPECT_INT(web_world_get(w, "/loket/upt/L9").status, 404);
    EXPECT_INT(web_world_get(w, "/loket/s1/L1").status, 404);
    web_world_close(w);
}

FACT(a_counter_says_how_to_reach_it)
{
    WebWorld *w = web_world_open_reached("public-reached");
    WebAnswer one = web_world_get(w, "/loket/upt/L1");
    web_world_expect_page(&one);
    EXPECT_HAS(text_of(&one), "<a class=\"btn big\" href=\"tel:+62542000001\">"
                              "Telepon +62 542 000001</a>");
    EXPECT_HAS(text_of(&one), "Jalan &lt;Contoh&gt; No. 1, Contoh");
    EXPECT_HAS(text_of(&one), "<a href=\"geo:-1.27,116.83\">Lihat di peta</a>");
    EXPECT_HAS(text_of(&one), "<li>KTP</li><li>Kartu Keluarga</li>");
    EXPECT_HAS(text_of(&one),
               "href=\"https://contoh.invalid/l1?a=1&amp;b=2\">");
    w->lang = "en";
    WebAnswer english = web_world_get(w, "/loket/upt/L1");
    web_world_expect_page(&english);
    EXPECT_HAS(text_of(&english), "Call +62 542 000001");
    EXPECT_HAS(text_of(&english), "What to bring");
    web_world_close(w);
}

static size_t times(Str text, const char *what)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(text, str_of(what), at)) != SIZE_MAX;
         at++)
        count++;
    return count;
}

FACT(a_counter_that_does_not_say_shows_nothing_of_it)
{
    WebWorld *w = web_world_open_reached("public-unreached");
    static const char *const never[] = {"tel:", "geo:", "Alamat",
                                        "Tanpa datang", "Yang perlu dibawa"};
    WebAnswer list = web_world_get(w, "/loket");
    WebAnswer two = web_world_get(w, "/loket/upt/L2");
    web_world_expect_page(&list);
    EXPECT_INT((int64_t)times(list.body, "Bisa daring"), 1);
    EXPECT_INT(two.status, 200);
    for (size_t i = 0; i < COUNT(never); i++) {
        ROW("%s", never[i]);
        EXPECT(!says(&two, never[i]));
    }
    web_world_close(w);
}

/* ---- letters --------------------------------------------------------------
 */

FACT(letters_in_force_and_ended_are_told_apart)
{
    WebWorld *w = web_world_open("public-letters");
    WebAnswer now = web_world_get(w, "/edaran");
    EXPECT_HAS(text_of(&now), "SE 1/SE/2020");
    EXPECT_HAS(text_of(&now), "Berlaku 3 Agustus 2020 sampai 28 Agustus 2020");
    EXPECT(!says(&now, "Sudah berakhir"));
    web_world_at(w, "2020-08-29", "09.00");
    WebAnswer later = web_world_get(w, "/edaran");
    EXPECT_HAS(text_of(&later), "Sudah berakhir");
    web_world_close(w);
}

/* On the 4th the letter of the 10th has changed nothing yet. */
FACT(what_a_letter_will_change_is_not_told_as_if_it_had)
{
    WebWorld *w = web_world_open_prolonged("public-prolonged");
    WebAnswer page = web_world_get(w, "/edaran");
    EXPECT_HAS(text_of(&page), "Berlaku 3 Agustus 2020 sampai 4 September "
                               "2020, menurut perubahan yang baru akan "
                               "berlaku. Akan diubah dengan ");
    EXPECT_HAS(text_of(&page), "mulai 10 Agustus 2020.");
    EXPECT(!says(&page, "Diubah dengan"));
    page = web_world_get(w, "/edaran/2-se-2020");
    EXPECT_HAS(text_of(&page), "Yang akan diubah pada ");
    web_world_at(w, "2020-08-10", "09.00");
    page = web_world_get(w, "/edaran");
    EXPECT_HAS(text_of(&page), "sampai 4 September 2020. Diubah dengan ");
    EXPECT(!says(&page, "kan diubah"));
    page = web_world_get(w, "/edaran/2-se-2020");
    EXPECT_HAS(text_of(&page), "Yang diubah pada ");
    web_world_close(w);
}

FACT(a_letter_is_read_in_short_and_as_printed)
{
    WebWorld *w = web_world_open("public-letter");
    WebAnswer page = web_world_get(w, "/edaran/1-se-2020");
    EXPECT_HAS(text_of(&page), "Singkatnya");
    EXPECT_HAS(text_of(&page), "aturan 1 ayat (2)");
    EXPECT_HAS(text_of(&page), "Selebihnya wajib di rumah, bergilir.");
    WebAnswer english = web_world_get(w, "/edaran/1-se-2020?naskah=en");
    EXPECT_HAS(text_of(&english), "<div class=\"naskah\" lang=\"en\">");
    EXPECT_HAS(text_of(&english), "circular 1/SE/2020");
    EXPECT_INT(web_world_get(w, "/edaran/2-se-2020").status, 404);
    web_world_close(w);
}

FACT(the_text_of_a_letter_is_a_file)
{
    WebWorld *w = web_world_open("public-file");
    WebAnswer file = web_world_get(w, "/edaran/1-se-2020/berkas");
    EXPECT_INT(file.status, 200);
    EXPECT_STR(file.type, "text/plain; charset=utf-8");
    EXPECT(str_starts(file.body, STR("surat edaran 1/SE/2020\n")));
    web_world_close(w);
}

/* ---- the check of an annex ------------------------------------------------
 */

static Str code_of(WebWorld *w, uint32_t version)
{
    Err err = {0};
    LiveView view;
    EXPECT(live_take(w->house.live, STR("contoh"), &view, &err));
    AnnexOf of = {.plan = &view.plans->at[0], .version = version};
    EXPECT(date_of(2020, 8, 1, &of.month));
    of.unit.index = map_find(&view.office->r.unit_codes, STR("s1"));
    Str code = annex_code(w->arena, view.office, &of);
    live_give(&view);
    return code;
}

static WebAnswer check(WebWorld *w, Str code)
{
    return web_world_get(
        w, str_c(w->arena, str_format(w->arena, "/cek/%.*s", STR_ARG(code))));
}

FACT(a_printed_annex_is_genuine_until_its_plan_moves)
{
    WebWorld *w = web_world_open("public-annex");
    Str code = code_of(w, 1);
    WebAnswer genuine = check(w, code);
    EXPECT_INT(genuine.status, 200);
    web_world_expect_page(&genuine);
    EXPECT_HAS(text_of(&genuine), "Asli, versi 1, diterbitkan 2 Agustus 2020");
    EXPECT_HAS(text_of(&genuine), "Ini versi terakhir.");
    EXPECT_HAS(text_of(&genuine), "Seksi Satu");
    EXPECT(!says(&genuine, "Ani"));
    static const char *const days[] = {"2020-08-11", "2020-08-12"};
    for (size_t i = 0; i < COUNT(days); i++) {
        const char *fields =
            str_c(w->arena,
                  str_format(w->arena, "pegawai=A;mulai=%s;sampai=%s;isi=rapat",
                             days[i], days[i]));
        (void)web_world_say(w, "H", "panggilan", fields);
    }
    WebAnswer older = check(w, code);
    EXPECT_HAS(text_of(&older), "Bukan versi terakhir.");
    web_world_close(w);
}

FACT(an_unknown_code_is_said_to_be_unknown)
{
    WebWorld *w = web_world_open("public-unknown");
    WebAnswer none = check(w, STR("0000-0000-0000"));
    WebAnswer few = web_world_get(w, "/cek/abc");
    EXPECT_INT(few.status, 404);
    EXPECT_HAS(few.body, "dua belas huruf dan angka; yang Anda ketik 3.");
    WebAnswer odd = web_world_get(w, "/cek/%3Cscript%3E");
    EXPECT_INT(none.status, 404);
    EXPECT_HAS(text_of(&none),
               "Kode ini tidak dikenal. Periksa huruf dan angkanya.");
    web_world_expect_page(&odd);
    WebAnswer asked = web_world_get(w, "/cek?kode=k7qd%203mxa");
    EXPECT_INT(asked.status, 303);
    EXPECT_STR(asked.to, "/cek/k7qd%203mxa");
    web_world_close(w);
}

/* ---- help -----------------------------------------------------------------
 */

FACT(help_tells_who_may_what_and_what_is_kept)
{
    WebWorld *w = web_world_open("public-help");
    WebAnswer help = web_world_get(w, "/bantuan");
    EXPECT_HAS(text_of(&help), "href=\"/loket\"");
    EXPECT_HAS(text_of(&help), "Mengundang pegawai dan menyetel ulang");
    EXPECT(!says(&help, "/masuk/percobaan"));
    EXPECT_HAS(text_of(&help), "Badan Kepegawaian Contoh");
    EXPECT(!says(&help, "Kartika"));
    web_world_as(w, "A");
    WebAnswer mine = web_world_get(w, "/bantuan");
    EXPECT_HAS(text_of(&mine), "Kartika"); /* the superior */
    WebAnswer kept = web_world_get(w, "/privasi");
    EXPECT_HAS(text_of(&kept), "365 hari");
    EXPECT_HAS(text_of(&kept), "laporan");
    web_world_close(w);
}
