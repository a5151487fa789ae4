/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_staff.c - one's own day: presence, schedule, reports, tasks.  Kota
 * Contoh on Tuesday 4 August 2020, 08.00 (web_world.h).
 */
#include "harness.h"
#include "web_entry.h"
#include "web_world.h"

static const char *with_id(WebWorld *w, const char *rest)
{
    return str_c(w->arena,
                 str_format(w->arena, "id=%s%s", web_world_id(w), rest));
}

static bool holds(const WebAnswer *answer, const char *text)
{
    return str_find(answer->body, str_of(text), 0) != SIZE_MAX;
}

static void expect_page(WebWorld *w, const char *path, const char *part)
{
    ROW("%s", path);
    WebAnswer answer = web_world_get(w, path);
    EXPECT_INT(answer.status, 200);
    web_world_expect_page(&answer);
    EXPECT_HAS(answer.body, part);
}

/* ---- the day -------------------------------------------------------------
 */

FACT(the_sentence_of_the_day_is_that_of_the_plan_in_both_languages)
{
    static const struct {
        const char *person, *id, *en;
    } cases[] = {
        {"A", "Bekerja di rumah",  "Work at home"      },
        {"D", "Bekerja di kantor", "Work at the office"},
        {"C", "Selamat cuti",      "On leave"          },
    };
    WebWorld *w = web_world_open("kalimat");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].person);
        web_world_as(w, cases[i].person);
        w->lang = "id";
        WebAnswer id = web_world_get(w, "/");
        w->lang = "en";
        WebAnswer en = web_world_get(w, "/");
        web_world_expect_page(&id);
        web_world_expect_page(&en);
        EXPECT_HAS(id.body, cases[i].id);
        EXPECT_HAS(en.body, cases[i].en);
        EXPECT_INT(holds(&id, "Catat hadir"), cases[i].person[0] != 'C');
    }
    web_world_close(w);
}

FACT(nobody_sees_a_day_without_signing_in)
{
    WebWorld *w = web_world_open("tamu");
    WebAnswer answer = web_world_get(w, "/laporan");
    EXPECT_INT(answer.status, 303);
    EXPECT_HAS(answer.to, "/masuk?ke=%2Flaporan");
    answer = web_world_post(w, "/hadir", "kata=kantor");
    EXPECT_INT(answer.status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    web_world_close(w);
}

FACT(days_without_work_or_plan_say_so_and_ask_for_nothing)
{
    static const struct {
        const char *day, *says;
    } cases[] = {
        {"2020-08-08", "Tidak perlu mencatat hadir"   },
        {"2020-08-17", "Hari libur"                   },
        {"2020-09-02", "Tidak ada surat yang mengubah"},
    };
    WebWorld *w = web_world_open("libur");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].day);
        web_world_at(w, cases[i].day, "08.00");
        web_world_as(w, "A");
        WebAnswer answer = web_world_get(w, "/");
        EXPECT_HAS(answer.body, cases[i].says);
        EXPECT(!holds(&answer, "Catat hadir"));
    }
    web_world_close(w);
}

/* ---- presence ------------------------------------------------------------
 */

FACT(one_tap_checks_in_and_twice_is_once)
{
    WebWorld *w = web_world_open("hadir");
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/");
    Str id = web_world_value(&page, "id", 0);
    const char *form = web_world_line(w, "id=%.*s&kata=rumah", STR_ARG(id));
    for (int i = 0; i < 2; i++) {
        WebAnswer answer = web_world_post(w, "/hadir", form);
        EXPECT_INT(answer.status, 303);
        EXPECT_STR(answer.to, "/?sudah=hadir");
        EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 1);
    }
    Fact fact = web_world_last(w, "masuk");
    EXPECT_STR(fact.person, "A");
    EXPECT_STR(fact.word, "rumah");
    page = web_world_get(w, "/?sudah=hadir");
    EXPECT_HAS(page.body, "<b>Hadir 08.0");
    EXPECT_HAS(page.body, "Tercatat di rumah.");
    EXPECT(!holds(&page, "Catat hadir"));
    expect_page(w, "/hadir", "Jam server");
    web_world_close(w);
}

/* Milliseconds of a phone's clock that is so many hours ahead of the world's,
 * so many minutes ago. */
static long long phone_ms(WebWorld *w, int hours, int minutes_ago)
{
    Instant now = live_now(w->house.live);
    return (now.us / 1000) + (long long)hours * 3600000 -
           (long long)minutes_ago * 60000;
}

FACT(a_phone_says_when_it_was_however_wrong_its_clock_is)
{
    static const int hours[] = {0, 1, -30, 24 * 365 * 6};
    WebWorld *w = web_world_open("ponsel");
    for (size_t i = 0; i < COUNT(hours); i++) {
        ROW("%d", hours[i]);
        web_world_as(w, i % 2 == 0 ? "A" : "D");
        const char *rest =
            web_world_line(w, "&kata=kantor&saat=%lld&dikirim=%lld",
                           phone_ms(w, hours[i], 20), phone_ms(w, hours[i], 0));
        EXPECT_INT(web_world_post(w, "/hadir", with_id(w, rest)).status, 303);
        Fact fact = web_world_last(w, "masuk");
        EXPECT_INT(date_civil(fact.day).day, 4);
        EXPECT(fact_minute(&fact) >= 459 && fact_minute(&fact) <= 461);
    }
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), COUNT(hours));
    web_world_close(w);
}

/* As a phone's outbox sends it (kirim.js). */
static WebAnswer from_outbox(WebWorld *w, const char *path, const char *form)
{
    HttpRequest request = web_world_request(w, HTTP_POST, path, form);
    HttpPair *headers = NEW(w->arena, HttpPair, request.headers.count + 1);
    for (size_t i = 0; i < request.headers.count; i++)
        headers[i] = request.headers.at[i];
    headers[request.headers.count] = (HttpPair){STR("x-kotak"), STR("1")};
    request.headers = (HttpPairs){headers, request.headers.count + 1};
    return web_world_ask(w, &request);
}

FACT(the_outbox_of_a_phone_is_told_as_data_where_to_go_on_or_why_not)
{
    WebWorld *w = web_world_open("kotak");
    web_world_as(w, "A");
    WebAnswer answer = from_outbox(w, "/hadir", with_id(w, "&kata=rumah"));
    EXPECT_INT(answer.status, 200);
    EXPECT_HAS(answer.body, "\"ke\": \"/?sudah=hadir\"");
    answer = from_outbox(w, "/laporan/tulis", with_id(w, "&isi="));
    EXPECT_INT(answer.status, 400);
    EXPECT_HAS(answer.type, "problem+json");
    answer = from_outbox(w, "/laporan/tulis", "id=x&isi=Selesai");
    EXPECT_INT(answer.status, 422);
    EXPECT_HAS(answer.type, "problem+json");
    web_world_close(w);
}

FACT(a_form_is_refused_without_its_token_its_id_or_a_known_place)
{
    static const struct {
        const char *form;
        int status;
    } cases[] = {
        {"kata=kantor",                                        422},
        {"id=bukan&kata=kantor",                               422},
        {"id=0173b6c4-8eac-7d3a-b6ca-0d56d61a5a3e&kata=pasar", 422},
        {"id=0173b6c4-8eac-7d3a-b6ca-0d56d61a5a3e&orang=B",    422},
    };
    WebWorld *w = web_world_open("isian");
    web_world_as(w, "A");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].form);
        WebAnswer answer = web_world_post(w, "/hadir", cases[i].form);
        EXPECT_INT(answer.status, cases[i].status);
    }
    HttpRequest other = web_world_request(w, HTTP_POST, "/hadir", "kunci=x");
    other.form.count = 0;
    EXPECT_INT(web_world_ask(w, &other).status, 409);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    web_world_close(w);
}

FACT(being_late_says_by_how_much_and_takes_a_reason)
{
    WebWorld *w = web_world_open("telat");
    web_world_at(w, "2020-08-05", "07.55");
    web_world_as(w, "A");
    (void)web_world_post(w, "/hadir", with_id(w, "&kata=kantor"));
    WebAnswer page = web_world_get(w, "/?sudah=hadir");
    EXPECT_HAS(page.body, ", lewat 2");
    EXPECT_HAS(page.body, "Tambah alasan?");
    page = web_world_get(w, "/hadir");
    Str about = web_world_value(&page, "tentang", 0);
    const char *rest =
        web_world_line(w, "&tentang=%.*s&alasan=jalan+banjir", STR_ARG(about));
    const char *form = with_id(w, rest);
    EXPECT_INT(web_world_post(w, "/hadir/alasan", form).status, 303);
    EXPECT_INT(web_world_post(w, "/hadir/alasan", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "pesan"), 1);
    EXPECT_STR(web_world_last(w, "pesan").text, "jalan banjir");
    EXPECT(fact_id_is(web_world_last(w, "pesan").about,
                      web_world_last(w, "masuk").id));
    web_world_close(w);
}

FACT(ones_own_record_is_corrected_on_its_day_with_a_reason)
{
    WebWorld *w = web_world_open("koreksi");
    web_world_as(w, "A");
    (void)web_world_post(w, "/hadir", with_id(w, "&kata=kantor"));
    WebAnswer page = web_world_get(w, "/hadir");
    Str about = web_world_value(&page, "tentang", 0);
    const char *bad =
        web_world_line(w, "&tentang=%.*s&kata=jam&isi=keliru", STR_ARG(about));
    const char *good = web_world_line(
        w, "&tentang=%.*s&kata=tempat&tempat=rumah&isi=keliru", STR_ARG(about));
    WebAnswer answer = web_world_post(w, "/hadir/koreksi", with_id(w, bad));
    EXPECT_INT(answer.status, 422);
    EXPECT_HAS(answer.body, "Isi tempat atau jam yang benar.");
    EXPECT_INT(web_world_post(w, "/hadir/koreksi", with_id(w, good)).status,
               303);
    EXPECT_INT((int64_t)web_world_kept(w, "koreksi"), 1);
    expect_page(w, "/hadir", "Di rumah");
    web_world_close(w);
}

/* ---- schedule ------------------------------------------------------------
 */

FACT(the_month_counts_its_days_and_each_day_says_why)
{
    WebWorld *w = web_world_open("bulan");
    web_world_as(w, "A");
    expect_page(w, "/jadwal/saya", "Kantor 8");
    expect_page(w, "/jadwal/saya?bulan=2020-08", "Rumah 9");
    expect_page(w, "/jadwal/saya?bulan=2020-09", "September 2020");
    expect_page(w, "/jadwal/saya/2020-08-06",
                ">Aturan 1 ayat (2) SE 1/SE/2020");
    expect_page(w, "/jadwal/saya/2020-08-06", "Versi 1: diterbitkan");
    expect_page(w, "/jadwal/saya/2020-08-06", "/tukar?tanggal=2020-08-06");
    EXPECT_INT(web_world_get(w, "/jadwal/saya?bulan=agustus").status, 422);
    EXPECT_INT(web_world_get(w, "/jadwal/saya/2020-13-01").status, 422);
    web_world_close(w);
}

/* D and K1 are in the office of s1 on the first Tuesday. */
FACT(a_day_in_a_shift_says_its_hours_and_the_month_its_number)
{
    WebWorld *w = web_world_open_rules(
        "gelombang",
        "\naturan 4 \"gelombang\"\n"
        "(1) Pegawai di kantor wajib bekerja dalam 2 gelombang pukul "
        "07.30-12.00 dan pukul 12.00-16.00.\n");
    web_world_as(w, "D");
    expect_page(w, "/", "07.30–12.00");
    expect_page(w, "/", "gelombang 1 dari 2");
    expect_page(w, "/", "menurut aturan 4 ayat (1) SE 1/SE/2020");
    expect_page(w, "/jadwal/saya", ">K1<");
    expect_page(w, "/jadwal/saya", ">K2<");
    expect_page(w, "/jadwal/saya", ", gelombang 1");
    expect_page(w, "/jadwal/saya", "Angka di belakang huruf ialah gelombang");
    web_world_as(w, "K1");
    expect_page(w, "/", "12.00–16.00");
    expect_page(w, "/tim", " · gelombang 1");
    web_world_close(w);
}

FACT(a_day_that_was_changed_is_marked_and_names_its_version)
{
    WebWorld *w = web_world_open("pindah");
    (void)web_world_say(w, "K1", "panggilan",
                        "pegawai=A;mulai=2020-08-06;sampai=2020-08-06;"
                        "dari=09.00;isi=Rapat");
    web_world_as(w, "A");
    expect_page(w, "/jadwal/saya", "1 hari berubah sejak diterbitkan.");
    expect_page(w, "/jadwal/saya",
                "Dipanggil ke kantor, berubah sejak diterbitkan");
    expect_page(w, "/jadwal/saya/2020-08-06", "Versi 2: Rumah → Kantor");
    expect_page(w, "/jadwal/saya/2020-08-06",
                "Demikian sejak 4 Agt 08.00; jadwal kini versi 2.");
    expect_page(w, "/jadwal/saya/2020-08-05",
                "Demikian sejak 2 Agt 10.00; jadwal kini versi 2.");
    web_world_close(w);
}

/* ---- tasks and reports ---------------------------------------------------
 */

FACT(a_ticked_task_stands_in_the_report_that_two_taps_send)
{
    WebWorld *w = web_world_open("laporan");
    const char *task =
        web_world_say(w, "K1", "tugas", "pegawai=A;isi=Rekap <b>harga</b>");
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/");
    EXPECT_HAS(page.body, "Selesai: Rekap &lt;b&gt;harga&lt;/b&gt;");
    const char *path = web_world_line(w, "/tugas/%s", task);
    const char *form = with_id(w, "&ke=/");
    EXPECT_STR(web_world_post(w, path, form).to, "/?sudah=tugas");
    EXPECT_STR(web_world_post(w, path, form).to, "/?sudah=tugas");
    EXPECT_INT((int64_t)web_world_kept(w, "tugas selesai"), 1);
    page = web_world_get(w, "/laporan/tulis");
    EXPECT_HAS(page.body, ">\nRekap &lt;b&gt;harga&lt;/b&gt;</textarea>");
    Str id = web_world_value(&page, "id", 0);
    form =
        web_world_line(w, "id=%.*s&isi=Rekap+harga%%0ADua&bukti=", STR_ARG(id));
    EXPECT_STR(web_world_post(w, "/laporan/tulis", form).to,
               "/laporan/2020-08-04?sudah=laporan");
    EXPECT_INT(web_world_post(w, "/laporan/tulis", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    expect_page(w, "/laporan/2020-08-04", "<li>Dua</li>");
    expect_page(w, "/laporan/2020-08-04", "1. Rekap harga\n2. Dua\n");
    expect_page(w, "/laporan", "Terkirim");
    web_world_close(w);
}

FACT(an_empty_report_is_refused_with_what_to_do)
{
    WebWorld *w = web_world_open("kosong");
    web_world_as(w, "A");
    WebAnswer answer = web_world_post(w, "/laporan/tulis", with_id(w, "&isi="));
    EXPECT_INT(answer.status, 422);
    EXPECT_HAS(answer.body, "Tulis paling sedikit satu hasil kerja.");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 0);
    web_world_close(w);
}

FACT(a_report_that_is_late_is_taken_and_marked)
{
    WebWorld *w = web_world_open("malam");
    web_world_at(w, "2020-08-04", "21.00");
    web_world_as(w, "A");
    expect_page(w, "/laporan/tulis", "ditandai terlambat");
    (void)web_world_post(w, "/laporan/tulis", with_id(w, "&isi=Selesai"));
    expect_page(w, "/laporan/2020-08-04", "sesudah batas 20.00");
    expect_page(w, "/laporan", "terlambat");
    web_world_close(w);
}

/* The last report of the user A is sent back. */
static void send_back(WebWorld *w)
{
    char id[FACT_ID_TEXT];
    Fact report = web_world_last(w, "laporan");
    Str fields = str_format(
        w->arena, "pegawai=A;tentang=%s;kata=kembalikan;isi=Mohon dirinci",
        fact_id_text(report.id, id));
    (void)web_world_say(w, "K1", "tinjauan", str_c(w->arena, fields));
}

FACT(a_report_that_was_sent_back_is_mended_today_and_answered_later)
{
    WebWorld *w = web_world_open("kembali");
    web_world_as(w, "A");
    (void)web_world_post(w, "/laporan/tulis", with_id(w, "&isi=Selesai"));
    send_back(w);
    expect_page(w, "/", "Perbaiki laporan");
    expect_page(w, "/laporan/tulis", "Mohon dirinci");
    (void)web_world_post(w, "/laporan/tulis", with_id(w, "&isi=Rinci"));
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    send_back(w);
    web_world_at(w, "2020-08-05", "07.00");
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/laporan/2020-08-04");
    Str about = web_world_value(&page, "tentang", 0);
    const char *rest =
        web_world_line(w, "&tentang=%.*s&jawaban=Sudah", STR_ARG(about));
    EXPECT_INT(
        web_world_post(w, "/laporan/2020-08-04", with_id(w, rest)).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "pesan"), 1);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

/* ---- a report that was approved ------------------------------------------
 */

/* The last report of the user A is approved. */
static void approve(WebWorld *w)
{
    char id[FACT_ID_TEXT];
    Fact report = web_world_last(w, "laporan");
    Str fields = str_format(w->arena, "pegawai=A;tentang=%s;kata=terima",
                            fact_id_text(report.id, id));
    (void)web_world_say(w, "K1", "tinjauan", str_c(w->arena, fields));
    web_world_as(w, "A");
}

/* A reports "Tabel" and "Peta", which K1 approves: the form that A sent. */
static const char *approved(WebWorld *w)
{
    web_world_as(w, "A");
    const char *form = with_id(w, "&isi=Tabel%0APeta");
    EXPECT_INT(web_world_post(w, "/laporan/tulis", form).status, 303);
    approve(w);
    return form;
}

FACT(an_approved_report_is_put_aside_by_who_read_of_it)
{
    WebWorld *w = web_world_open("disetujui");
    (void)approved(w);
    char id[FACT_ID_TEXT];
    Str old = str_copy(
        w->arena, str_of(fact_id_text(web_world_last(w, "laporan").id, id)));
    const char *form = with_id(w, "&isi=Ketikan+baru");
    WebAnswer page = web_world_post(w, "/laporan/tulis", form);
    EXPECT_INT(page.status, 422);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Laporan 4 Agustus 2020 sudah disetujui: “Tabel; "
                          "Peta”; kirim lagi yang ini untuk menggantikannya");
    EXPECT_HAS(page.body, "Ketikan baru</textarea>");
    EXPECT_STR(web_world_value(&page, "tetap", 0), str_c(w->arena, old));
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    form = web_world_line(w, "%s&tetap=%.*s", form, STR_ARG(old));
    EXPECT_INT(web_world_post(w, "/laporan/tulis", form).status, 303);
    EXPECT_STR(web_world_last(w, "laporan").text, "Ketikan baru");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

FACT(the_outbox_is_told_in_both_languages_which_approved_report_it_would_hide)
{
    static const struct {
        const char *lang, *says;
    } cases[] = {
        {"id", "laporan 4 Agustus 2020 sudah disetujui: “Tabel; Peta”"   },
        {"en", "the report of 4 August 2020 was approved already: “Tabel; "},
    };
    WebWorld *w = web_world_open("ditahan");
    (void)approved(w);
    char id[FACT_ID_TEXT];
    FactId old = web_world_last(w, "laporan").id;
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].lang);
        w->lang = cases[i].lang;
        WebAnswer answer =
            from_outbox(w, "/laporan/tulis", with_id(w, "&isi=Baru"));
        EXPECT_INT(answer.status, 400);
        EXPECT_HAS(answer.body, cases[i].says);
        EXPECT_STR(web_entry_header(&answer, "x-tetap"), fact_id_text(old, id));
    }
    WebAnswer empty = from_outbox(w, "/laporan/tulis", with_id(w, "&isi="));
    EXPECT_STR(web_entry_header(&empty, "x-tetap"), "");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    web_world_close(w);
}

/* Sent back, and approved while its writer mends it. */
static WebAnswer mended(WebWorld *w, Str about, const char *more)
{
    const char *form =
        web_world_line(w, "&tentang=%.*s&isi=Rinci%s", STR_ARG(about), more);
    return web_world_post(w, "/laporan/2020-08-04/perbaiki", with_id(w, form));
}

FACT(a_report_that_is_being_mended_asks_when_it_was_approved_meanwhile)
{
    WebWorld *w = web_world_open("sambil");
    web_world_as(w, "A");
    (void)web_world_post(w, "/laporan/tulis", with_id(w, "&isi=Selesai"));
    send_back(w);
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/laporan/tulis");
    Str about = web_world_value(&page, "tentang", 0);
    approve(w);
    page = mended(w, about, "");
    EXPECT_INT(page.status, 422);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Laporan 4 Agustus 2020 sudah disetujui: “Selesai”; "
                          "kirim lagi");
    EXPECT_HAS(page.body, "Rinci</textarea>");
    EXPECT_STR(web_world_value(&page, "tentang", 0), str_c(w->arena, about));
    Str seen = web_world_value(&page, "tetap", 0);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    page = mended(w, about, web_world_line(w, "&tetap=%.*s", STR_ARG(seen)));
    EXPECT_INT(page.status, 303);
    EXPECT_STR(web_world_last(w, "laporan").text, "Rinci");
    web_world_close(w);
}

FACT(of_a_day_that_is_over_an_approved_report_needs_no_mending)
{
    WebWorld *w = web_world_open("lewat");
    web_world_as(w, "A");
    (void)web_world_post(w, "/laporan/tulis", with_id(w, "&isi=Selesai"));
    send_back(w);
    web_world_at(w, "2020-08-05", "07.00");
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/laporan/2020-08-04");
    Str about = web_world_value(&page, "tentang", 0);
    approve(w);
    const char *seen = web_world_line(w, "&tetap=%.*s", STR_ARG(about));
    for (int i = 0; i < 2; i++) {
        page = mended(w, about, i == 0 ? "" : seen);
        EXPECT_INT(page.status, 422);
        EXPECT_HAS(page.body, "sudah disetujui: “Selesai”; tidak ada lagi yang "
                              "perlu diperbaiki");
        EXPECT_HAS(page.body, "Rinci</textarea>");
    }
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    web_world_close(w);
}

FACT(what_the_server_has_already_is_taken_again_after_an_approval)
{
    WebWorld *w = web_world_open("terulang");
    web_world_as(w, "A");
    const char *first = with_id(w, "&isi=Lama");
    EXPECT_INT(web_world_post(w, "/laporan/tulis", first).status, 303);
    const char *second = approved(w);
    EXPECT_INT(web_world_post(w, "/laporan/tulis", second).status, 303);
    EXPECT_INT(from_outbox(w, "/laporan/tulis", first).status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

/* What was seen was another one. */
FACT(an_approval_that_came_since_is_told_anew)
{
    WebWorld *w = web_world_open("berganti");
    (void)approved(w);
    char id[FACT_ID_TEXT];
    const char *seen =
        web_world_line(w, "&isi=Dua&tetap=%s",
                       fact_id_text(web_world_last(w, "laporan").id, id));
    EXPECT_INT(web_world_post(w, "/laporan/tulis", with_id(w, seen)).status,
               303);
    approve(w);
    WebAnswer page = web_world_post(w, "/laporan/tulis", with_id(w, seen));
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "sudah disetujui: “Dua”");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

FACT(the_approved_report_of_the_day_that_is_sent_counts_not_that_of_today)
{
    WebWorld *w = web_world_open("kemarin");
    (void)approved(w);
    web_world_at(w, "2020-08-05", "07.00");
    web_world_as(w, "A");
    const char *late = web_world_line(w, "&isi=Susulan&saat=%lld&dikirim=%lld",
                                      phone_ms(w, 0, 720), phone_ms(w, 0, 0));
    WebAnswer answer = from_outbox(w, "/laporan/tulis", with_id(w, late));
    EXPECT_INT(answer.status, 400);
    EXPECT_HAS(answer.body, "laporan 4 Agustus 2020 sudah disetujui");
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 1);
    const char *now = web_world_line(w, "&isi=Hari+ini&saat=%lld&dikirim=%lld",
                                     phone_ms(w, 0, 1), phone_ms(w, 0, 0));
    answer = from_outbox(w, "/laporan/tulis", with_id(w, now));
    EXPECT_INT(answer.status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

FACT(what_was_written_before_the_approved_report_takes_no_place)
{
    WebWorld *w = web_world_open("terdahulu");
    (void)approved(w);
    FactId old = web_world_last(w, "laporan").id;
    const char *late =
        web_world_line(w, "&isi=Terdahulu&saat=%lld&dikirim=%lld",
                       phone_ms(w, 0, 60), phone_ms(w, 0, 0));
    WebAnswer answer = from_outbox(w, "/laporan/tulis", with_id(w, late));
    EXPECT_INT(answer.status, 200);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    WebAnswer page = web_world_get(w, "/laporan/tulis");
    char id[FACT_ID_TEXT];
    Str seen = web_world_value(&page, "tetap", 0);
    EXPECT_STR(seen, fact_id_text(old, id));
    web_world_close(w);
}

FACT(the_form_says_that_the_report_of_today_was_approved)
{
    WebWorld *w = web_world_open("terbuka");
    web_world_as(w, "A");
    WebAnswer before = web_world_get(w, "/laporan/tulis");
    EXPECT(!holds(&before, "Sudah disetujui"));
    (void)approved(w);
    WebAnswer page = web_world_get(w, "/laporan/tulis");
    EXPECT_HAS(page.body, "Sudah disetujui");
    EXPECT_HAS(page.body, "Yang Anda kirim menggantikannya");
    Str id = web_world_value(&page, "id", 0);
    Str seen = web_world_value(&page, "tetap", 0);
    const char *form =
        web_world_line(w, "id=%.*s&tetap=%.*s&isi=Tabel%%0APeta%%0AFoto",
                       STR_ARG(id), STR_ARG(seen));
    EXPECT_INT(web_world_post(w, "/laporan/tulis", form).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "laporan"), 2);
    web_world_close(w);
}

FACT(a_long_report_is_quoted_in_part_between_its_letters)
{
    WebWorld *w = web_world_open("panjang");
    web_world_as(w, "A");
    Buf text = buf_in(w->arena);
    for (int i = 0; i < 200; i++)
        buf_put(&text, STR("%C3%A9"));
    const char *form = web_world_line(w, "&isi=x%.*s", STR_ARG(buf_str(&text)));
    (void)web_world_post(w, "/laporan/tulis", with_id(w, form));
    approve(w);
    WebAnswer answer =
        from_outbox(w, "/laporan/tulis", with_id(w, "&isi=Baru"));
    EXPECT_HAS(answer.body, "éé…”; kirim lagi");
    EXPECT(answer.body.len < 700);
    EXPECT_INT((int64_t)str_utf8_fault(answer.body), (int64_t)SIZE_MAX);
    web_world_close(w);
}

FACT(the_progress_of_a_task_is_noted_and_taken_back)
{
    WebWorld *w = web_world_open("tugas");
    Str task = str_of(web_world_say(w, "K1", "tugas", "pegawai=A;isi=Rekap"));
    const char *path = web_world_line(w, "/tugas/%.*s", STR_ARG(task));
    web_world_as(w, "A");
    expect_page(w, "/tugas", "Belum selesai");
    EXPECT_INT(web_world_post(w, path, with_id(w, "&jumlah=101")).status, 422);
    EXPECT_STR(web_world_post(w, path, with_id(w, "&jumlah=50")).to,
               "/tugas?sudah=maju");
    expect_page(w, "/tugas", "50% selesai");
    EXPECT_INT(
        web_world_post(w, web_world_line(w, "/tugas/%.*s/urung", STR_ARG(task)),
                       with_id(w, ""))
            .status,
        303);
    EXPECT_INT((int64_t)web_world_kept(w, "koreksi"), 1);
    web_world_as(w, "B");
    EXPECT_INT(web_world_get(w, path).status, 404);
    EXPECT_INT(web_world_post(w, path, with_id(w, "")).status, 404);
    EXPECT_INT((int64_t)web_world_kept(w, "tugas selesai"), 1);
    web_world_close(w);
}
