/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_staff_asks.c - what one is asked and asks for: recalls, calls,
 * permits, swaps, objections, news.  Kota Contoh on Tuesday 4 August 2020,
 * 08.00 (web_world.h).
 */
#include "harness.h"
#include "web_world.h"

static const char *with_id(WebWorld *w, const char *rest)
{
    return web_world_line(w, "id=%s%s", web_world_id(w), rest);
}

static bool holds(const WebAnswer *answer, const char *text)
{
    return str_find(answer->body, str_of(text), 0) != SIZE_MAX;
}

static WebAnswer expect_page(WebWorld *w, const char *path, const char *part)
{
    ROW("%s", path);
    WebAnswer answer = web_world_get(w, path);
    EXPECT_INT(answer.status, 200);
    web_world_expect_page(&answer);
    EXPECT_HAS(answer.body, part);
    return answer;
}

/* Sent twice, it is kept once; where one is sent to. */
static Str post_twice(WebWorld *w, const char *path, const char *rest,
                      const char *kind)
{
    const char *form = with_id(w, rest);
    size_t before = web_world_kept(w, kind);
    WebAnswer first = web_world_post(w, path, form);
    WebAnswer again = web_world_post(w, path, form);
    EXPECT_INT(first.status, 303);
    EXPECT_STR(again.to, first.to);
    EXPECT_INT((int64_t)(web_world_kept(w, kind) - before), 1);
    return first.to;
}

/* The page that one was sent to, without what was done. */
static const char *place_of(WebWorld *w, Str to)
{
    return str_c(w->arena, str_slice(to, 0, str_find(to, STR("?"), 0)));
}

/* ---- recalls and calls ---------------------------------------------------
 */

static const char recall_of_thursday[] =
    "pegawai=A;mulai=2020-08-06;sampai=2020-08-06;dari=09.00;isi=Rapat harga.";

FACT(a_recall_is_acknowledged_with_one_tap_and_then_waits_for_the_day)
{
    WebWorld *w = web_world_open("panggil");
    const char *id = web_world_say(w, "K1", "panggilan", recall_of_thursday);
    const char *path = web_world_line(w, "/panggilan/%s", id);
    web_world_as(w, "A");
    expect_page(w, "/", "Dipanggil ke kantor Kamis, 6 Agustus 2020, 09.00");
    expect_page(w, "/", "Catat hadir");
    expect_page(w, path, "Rapat harga.");
    EXPECT_STR(post_twice(w, path, "&kata=siap", "terima panggilan"),
               "/?sudah=siap");
    WebAnswer page = expect_page(w, "/", "Dipanggil ke kantor: 6 Agt");
    EXPECT(!holds(&page, "Saya tahu"));
    page = expect_page(w, path, "Anda menjawab siap datang");
    EXPECT(!holds(&page, "Saya sudah tiba"));
    web_world_at(w, "2020-08-06", "08.50");
    web_world_as(w, "A");
    expect_page(w, path, "Saya sudah tiba");
    EXPECT_HAS(post_twice(w, web_world_line(w, "%s/tiba", path), "", "tiba"),
               "?sudah=tiba");
    web_world_at(w, "2020-08-07", "08.00");
    web_world_as(w, "A");
    expect_page(w, path, "Panggilan ini sudah lewat.");
    web_world_close(w);
}

FACT(who_cannot_come_says_so)
{
    WebWorld *w = web_world_open("tidak");
    const char *id = web_world_say(w, "K1", "panggilan", recall_of_thursday);
    const char *path = web_world_line(w, "/panggilan/%s", id);
    web_world_as(w, "A");
    EXPECT_INT(web_world_post(w, path, with_id(w, "&kata=mungkin")).status,
               422);
    Str to =
        post_twice(w, path, "&kata=tidak+dapat&isi=Sidang", "terima panggilan");
    EXPECT_HAS(to, "?sudah=tidak-dapat");
    expect_page(w, path, "Anda menjawab tidak dapat datang");
    web_world_close(w);
}

FACT(the_records_of_others_are_not_there)
{
    WebWorld *w = web_world_open("lain");
    const char *recall =
        web_world_say(w, "K1", "panggilan", recall_of_thursday);
    const char *call = web_world_say(w, "K1", "hubungi", "pegawai=A");
    const char *const paths[] = {
        web_world_line(w, "/panggilan/%s", recall),
        web_world_line(w, "/jawab/%s", call),
        web_world_line(w, "/izin/%s", recall),
        web_world_line(w, "/tukar/%s", recall),
        web_world_line(w, "/tugas/%s", recall),
    };
    web_world_as(w, "B");
    for (size_t i = 0; i < COUNT(paths); i++) {
        ROW("%s", paths[i]);
        EXPECT_INT(web_world_get(w, paths[i]).status, 404);
    }
    WebAnswer answer = web_world_post(w, paths[0], with_id(w, "&kata=siap"));
    EXPECT_INT(answer.status, 404);
    EXPECT_INT((int64_t)web_world_kept(w, "terima panggilan"), 0);
    web_world_close(w);
}

FACT(a_call_shows_its_clock_and_is_answered_with_one_tap)
{
    WebWorld *w = web_world_open("hubungi");
    const char *id =
        web_world_say(w, "K1", "hubungi", "pegawai=A;isi=Mohon <i>kabar</i>");
    const char *path = web_world_line(w, "/jawab/%s", id);
    web_world_as(w, "A");
    WebAnswer page = expect_page(w, "/", "Kartika menghubungi Anda");
    EXPECT_HAS(page.body, "Mohon &lt;i&gt;kabar&lt;/i&gt;");
    EXPECT_HAS(page.body, "Jawab paling lambat 08.1");
    EXPECT_STR(post_twice(w, path, "", "jawab"), "/?sudah=jawab");
    page = web_world_get(w, "/");
    EXPECT(!holds(&page, "menghubungi Anda"));
    expect_page(w, path, "Dijawab");
    web_world_close(w);
}

/* ---- permits -------------------------------------------------------------
 */

FACT(permits_are_asked_for_and_show_who_decides)
{
    static const struct {
        const char *path, *form, *kind, *says;
    } cases[] = {
        {"/izin/keluar", "&kata=pangan&dari=10.00&hingga=11.00", "izin keluar",
         "Diperbolehkan aturan"},
        {"/izin/luar-daerah", "&mulai=2020-08-11&isi=Keluarga",
         "izin ke luar daerah", "Diputus oleh Kartika"},
        {"/izin/kantor", "&mulai=2020-08-11&sampai=2020-08-11&isi=Berkas",
         "izin ke kantor", "Menunggu putusan"},
        {"/izin/dinas",
         "&mulai=2020-08-12&hal=Samarinda&isi=Rapat&prioritas=Anggaran&"
         "urgensi=Batas+waktu",
         "dinas luar", "Samarinda"},
    };
    WebWorld *w = web_world_open("izin");
    web_world_as(w, "A");
    for (size_t i = 0; i < COUNT(cases); i++) {
        expect_page(w, cases[i].path, "<form method=\"post\"");
        Str to = post_twice(w, cases[i].path, cases[i].form, cases[i].kind);
        EXPECT_HAS(to, "?sudah=diminta");
        expect_page(w, place_of(w, to), cases[i].says);
    }
    expect_page(w, "/izin", "Izin ke luar daerah");
    web_world_close(w);
}

FACT(a_permit_that_is_not_whole_is_shown_again_with_what_was_typed)
{
    WebWorld *w = web_world_open("belum");
    web_world_as(w, "A");
    WebAnswer answer =
        web_world_post(w, "/izin/dinas",
                       with_id(w, "&mulai=2020-08-12&hal=Samarinda&isi=Rapat"));
    EXPECT_INT(answer.status, 422);
    web_world_expect_page(&answer);
    EXPECT_HAS(answer.body, "prioritas");
    EXPECT_HAS(answer.body, "value=\"Samarinda\"");
    answer = web_world_post(w, "/izin/kantor", with_id(w, "&mulai=besok"));
    EXPECT_INT(answer.status, 422);
    EXPECT_HAS(answer.body, "aria-invalid=\"true\"");
    EXPECT_INT((int64_t)web_world_kept(w, "dinas luar"), 0);
    web_world_close(w);
}

FACT(who_is_out_comes_back_and_a_request_is_taken_back_on_its_day)
{
    WebWorld *w = web_world_open("kembali");
    web_world_as(w, "A");
    Str to = post_twice(w, "/izin/keluar", "&kata=kesehatan", "izin keluar");
    const char *path = place_of(w, to);
    expect_page(w, "/", "Saya sudah kembali");
    (void)post_twice(w, web_world_line(w, "%s/selesai", path), "", "selesai");
    expect_page(w, path, "Selesai 4 Agt");
    to = post_twice(w, "/izin/kantor", "&mulai=2020-08-11&isi=Berkas",
                    "izin ke kantor");
    path = place_of(w, to);
    expect_page(w, path, "Tarik permohonan");
    (void)post_twice(w, web_world_line(w, "%s/tarik", path), "", "koreksi");
    expect_page(w, path, "Ditarik");
    web_world_close(w);
}

/* ---- swaps ---------------------------------------------------------------
 */

/* The n-th link of a page that begins so, as an address. */
static const char *link_of(WebWorld *w, const WebAnswer *page,
                           const char *begin)
{
    Buf out = buf_in(w->arena);
    size_t at = str_find(page->body, str_of(begin), 0);
    CHECK(at != SIZE_MAX);
    size_t end = str_find(page->body, STR("\""), at);
    Str rest = str_slice(page->body, at, end), part = {0};
    while (str_next(&rest, '&', &part)) {
        if (str_starts(part, STR("amp;"))) part = str_slice(part, 4, part.len);
        if (out.len > 0) buf_char(&out, '&');
        buf_put(&out, part);
    }
    return str_c(w->arena, buf_str(&out));
}

static const char *swap_form(WebWorld *w, const WebAnswer *check)
{
    Str day = web_world_value(check, "tanggal", 0);
    Str back = web_world_value(check, "kembali", 0);
    Str with = web_world_value(check, "dengan", 0);
    return web_world_line(w, "&tanggal=%.*s&kembali=%.*s&dengan=%.*s&isi=",
                          STR_ARG(day), STR_ARG(back), STR_ARG(with));
}

FACT(a_swap_is_offered_checked_asked_and_answered)
{
    WebWorld *w = web_world_open("tukar");
    web_world_as(w, "A");
    expect_page(w, "/tukar", "/tukar?tanggal=2020-08-05");
    WebAnswer page =
        expect_page(w, "/tukar?tanggal=2020-08-07", "Kantor → Rumah");
    page =
        expect_page(w, link_of(w, &page, "/tukar/periksa?"), "Sesudah ditukar");
    EXPECT(!holds(&page, "<script>"));
    Str with = web_world_value(&page, "dengan", 0);
    Str to = post_twice(w, "/tukar", swap_form(w, &page), "tukar hari");
    const char *path = place_of(w, to);
    expect_page(w, path, "Menunggu rekan");
    ROW("who decides sees two days exchanged, and for whom it waits");
    web_world_as(w, "H");
    page = expect_page(w, "/permintaan?unit=dinas",
                       "Diputus setelah rekannya setuju.");
    EXPECT_HAS(page.body, "Jumat, 7 Agustus 2020: Ani dari Kantor ke Rumah, ");
    EXPECT_HAS(page.body, "Jumlah pegawai unit di kantor tetap. Batas dan "
                          "loket terpenuhi saat diajukan");
    EXPECT_LACKS(page.body, "Yang ini diputus orang lain.");
    web_world_as(w, str_c(w->arena, with));
    expect_page(w, "/", "Ani mengajak Anda bertukar hari");
    expect_page(w, path, "Menunggu jawaban Anda");
    EXPECT_HAS(post_twice(w, web_world_line(w, "%s/jawab", path),
                          "&kata=setuju", "jawab"),
               "?sudah=jawab");
    web_world_as(w, "A");
    expect_page(w, path, "Menunggu putusan");
    expect_page(w, "/tukar", "Menunggu putusan");
    web_world_close(w);
}

FACT(a_day_that_cannot_be_swapped_says_why)
{
    static const struct {
        const char *person, *day, *says;
    } cases[] = {
        {"A", "2020-08-04", "sudah berjalan atau lewat"},
        {"A", "2020-10-01", "belum ada jadwal terbit"},
        {"C", "2020-08-06", "Hari ini tidak dapat"},
    };
    WebWorld *w = web_world_open("tetap");
    for (size_t i = 0; i < COUNT(cases); i++) {
        web_world_as(w, cases[i].person);
        const char *path = web_world_line(w, "/tukar?tanggal=%s", cases[i].day);
        expect_page(w, path, cases[i].says);
    }
    const char *bad = "&tanggal=2020-08-07&dengan=H&isi=";
    WebAnswer answer = web_world_post(w, "/tukar", with_id(w, bad));
    EXPECT_INT(answer.status, 422);
    EXPECT_INT((int64_t)web_world_kept(w, "tukar hari"), 0);
    web_world_close(w);
}

/* ---- objections and news -------------------------------------------------
 */

FACT(an_objection_has_a_number_and_somebody_who_answers)
{
    WebWorld *w = web_world_open("keberatan");
    web_world_as(w, "A");
    expect_page(w, "/keberatan", "Belum ada keberatan.");
    expect_page(w, "/keberatan/baru?tanggal=2020-08-03",
                "value=\"2020-08-03\"");
    Str to = post_twice(w, "/keberatan/baru",
                        "&jenis=data&tanggal=2020-08-03&isi=Unit+keliru",
                        "keberatan");
    EXPECT_STR(to, "/keberatan?sudah=dikirim");
    Fact fact = web_world_last(w, "keberatan");
    EXPECT_STR(fact.text, "Data pegawai, 3 Agustus 2020: Unit keliru");
    EXPECT_STR(fact.word, "data");
    WebAnswer page = expect_page(w, "/keberatan", "badan kepegawaian.");
    EXPECT_LACKS(page.body, "Kartika, ");
    EXPECT_HAS(page.body, "paling lambat 7 Agt 08.0");
    EXPECT_INT(
        web_world_post(w, "/keberatan/baru", with_id(w, "&isi=x")).status, 422);
    (void)post_twice(w, "/keberatan/baru", "&jenis=jadwal&isi=Giliran",
                     "keberatan");
    expect_page(w, "/keberatan", "Dijawab oleh Kartika");
    web_world_close(w);
}

/* Who objects is promised an answer with a reason. */
FACT(an_objection_is_refused_with_a_reason_alone)
{
    WebWorld *w = web_world_open("tolak");
    const char *id =
        web_world_say(w, "A", "keberatan", "pegawai=A;isi=Jadwal: keliru");
    web_world_as(w, "H");
    expect_page(w, "/permintaan?unit=dinas", "Alasan (wajib bila ditolak)");
    const char *form = web_world_line(w, "&permohonan=%s&kata=tolak&isi=", id);
    WebAnswer answer = web_world_post(w, "/permintaan", with_id(w, form));
    EXPECT_INT(answer.status, 400);
    EXPECT_HAS(answer.body, "tulis alasannya");
    EXPECT_INT((int64_t)web_world_kept(w, "jawaban keberatan"), 0);
    form = web_world_line(w, "&permohonan=%s&kata=tolak&isi=Giliran+rata", id);
    EXPECT_INT(web_world_post(w, "/permintaan", with_id(w, form)).status, 303);
    EXPECT_STR(web_world_last(w, "jawaban keberatan").text, "Giliran rata");
    web_world_close(w);
}

FACT(news_are_read_one_by_one_or_all_at_once)
{
    WebWorld *w = web_world_open("berita");
    const char *notice =
        web_world_say(w, "H", "pengumuman", "unit=dinas;isi=Apel <b>Senin</b>");
    (void)web_world_say(w, "K1", "panggilan", recall_of_thursday);
    web_world_as(w, "A");
    WebAnswer page =
        expect_page(w, "/pemberitahuan", "Apel &lt;b&gt;Senin&lt;/b&gt;");
    EXPECT_HAS(page.body, "versi 2");
    EXPECT_HAS(page.body, "Kamis, 6 Agustus 2020");
    const char *rest = web_world_line(w, "&nomor=%s", notice);
    (void)post_twice(w, "/pemberitahuan", rest, "dibaca");
    page = web_world_get(w, "/pemberitahuan");
    EXPECT_HAS(page.body, "Tandai semua sudah dibaca");
    Str one = web_world_value(&page, "nomor", 0);
    Str two = web_world_value(&page, "nomor", 1);
    const char *form = with_id(w, web_world_line(w, "&nomor=%.*s&nomor=%.*s",
                                                 STR_ARG(one), STR_ARG(two)));
    EXPECT_INT(web_world_post(w, "/pemberitahuan", form).status, 303);
    EXPECT_INT(web_world_post(w, "/pemberitahuan", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "dibaca"), 3);
    expect_page(w, "/pemberitahuan", "Tidak ada yang baru.");
    page = web_world_get(w, "/");
    EXPECT(!holds(&page, "Pemberitahuan"));
    web_world_close(w);
}

FACT(the_list_of_the_rest_holds_what_there_is_and_the_way_out)
{
    WebWorld *w = web_world_open("lainnya");
    web_world_as(w, "A");
    WebAnswer page = expect_page(w, "/lainnya", "href=\"/keberatan\"");
    EXPECT_HAS(page.body, "action=\"/keluar\"");
    EXPECT_HAS(page.body, "?bahasa=en");
    EXPECT(!holds(&page, "Menurut jabatan Anda"));
    w->lang = "en";
    expect_page(w, "/lainnya", "Swap a day");
    web_world_close(w);
}

/* ---- a person's month ---------------------------------------------------- */

/* A person whose line ends elsewhere can be given no task by who looks on. */
FACT(a_superior_gives_a_task_from_a_persons_month)
{
    WebWorld *w = web_world_open("bulan-orang");
    web_world_as(w, "K1");
    expect_page(w, "/tim/A", "href=\"/tugas/baru?orang=A\"");
    expect_page(w, "/tim/A", "<span class=\"chip kata k\">Kantor</span>");
    web_world_as(w, "H");
    WebAnswer above = expect_page(w, "/tim/A", "Agustus 2020");
    EXPECT(!holds(&above, "/tugas/baru"));
    web_world_close(w);
}
