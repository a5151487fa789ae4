/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_head.c - H1 and H6: the unit today, and calling people to the
 * office.  Kota Contoh, see web_world.h: H heads dinas, K1 s1 in it, U0 the
 * UPTD below it; each unit kerja has a cap of half its people.
 */
#include "harness.h"
#include "web_world.h"

/* ---- H6 ------------------------------------------------------------------ */

static WebAnswer call(WebWorld *w, const char *who, const char *more)
{
    return web_world_post(
        w, "/panggil",
        web_world_line(w,
                       "id=%s&unit=dinas&orang=%s&mulai=2020-08-04&isi=Rapat%s",
                       web_world_id(w), who, more));
}

FACT(a_call_is_weighed_against_the_cap_that_counts_who_is_called)
{
    WebWorld *w = web_world_open("cap");
    web_world_as(w, "H");
    WebAnswer asked = call(w, "A", "&langkah=periksa");
    web_world_expect_page(&asked);
    EXPECT_HAS(asked.body, "4 Agustus 2020, Dinas Contoh: sekarang 5 orang "
                           "dijadwalkan di kantor, menjadi 6, paling banyak 5");
    EXPECT_HAS(asked.body, "6 di kantor, batas 5. Tetap panggil?");
    EXPECT_HAS(asked.body, "name=\"alasan\"");
    WebAnswer below = call(w, "U1", "&langkah=periksa");
    EXPECT_HAS(below.body, "UPTD Contoh: sekarang 2 orang dijadwalkan di "
                           "kantor, menjadi 3, paling banyak 2");
    WebAnswer there = call(w, "F", "&langkah=periksa");
    EXPECT_HAS(there.body, "tidak menambah orang di kantor");
    EXPECT_LACKS(there.body, "name=\"alasan\"");
    w->lang = "en";
    WebAnswer english = call(w, "A", "&langkah=periksa");
    EXPECT_HAS(english.body, "6 at the office, at most 5. Call all the same?");
    web_world_close(w);
}

FACT(a_call_above_the_cap_wants_its_reason_and_keeps_it)
{
    WebWorld *w = web_world_open("reason");
    web_world_as(w, "H");
    WebAnswer without = call(w, "A", "&langkah=kirim");
    EXPECT_INT(without.status, 422);
    EXPECT_HAS(without.body, "Mengapa melewati batas: wajib diisi");
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    WebAnswer with = call(w, "A", "&langkah=kirim&alasan=Audit+hari+ini");
    EXPECT_INT(with.status, 303);
    EXPECT_STR(web_world_last(w, "panggilan").thing, "Audit hari ini");
    WebAnswer unit = web_world_get(w, "/unit?unit=dinas");
    EXPECT_HAS(unit.body, "Melewati batas karena: Audit hari ini");
    web_world_close(w);
}

FACT(a_list_with_somebody_who_is_not_theirs_calls_nobody)
{
    WebWorld *w = web_world_open("notmine");
    web_world_as(w, "H");
    WebAnswer refused = call(w, "A&orang=O1", "&langkah=kirim&alasan=Audit");
    EXPECT_INT(refused.status, 403);
    web_world_expect_page(&refused);
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    EXPECT_INT(call(w, "A&orang=A", "&langkah=kirim&alasan=Audit").status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 1);
    web_world_close(w);
}

/* H may call F of s2, and calls from s1: its cap would be weighed, not theirs.
 */
FACT(a_call_from_a_unit_calls_nobody_of_another)
{
    WebWorld *w = web_world_open("beyond");
    web_world_as(w, "H");
    WebAnswer refused = web_world_post(
        w, "/panggil",
        web_world_line(w,
                       "id=%s&unit=s1&orang=A&orang=F&mulai=2020-08-04"
                       "&isi=Rapat&alasan=Audit&langkah=kirim",
                       web_world_id(w)));
    EXPECT_INT(refused.status, 422);
    web_world_expect_page(&refused);
    EXPECT_HAS(refused.body, "panggil dari unit kerjanya sendiri");
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    web_world_close(w);
}

FACT(a_name_given_twice_is_shown_once)
{
    WebWorld *w = web_world_open("named-twice");
    web_world_as(w, "H");
    WebAnswer asked = call(w, "A&orang=A", "&langkah=periksa");
    static const char field[] = "name=\"orang\" value=\"A\"";
    size_t first = str_find(asked.body, str_of(field), 0);
    EXPECT(first != SIZE_MAX);
    EXPECT(str_find(asked.body, str_of(field), first + 1) == SIZE_MAX);
    web_world_close(w);
}

/* From the roster's table: who is marked there, and the day. */
FACT(a_call_begins_with_those_who_were_marked)
{
    WebWorld *w = web_world_open("marked");
    web_world_as(w, "H");
    WebAnswer form = web_world_get(
        w, "/panggil?unit=dinas&mulai=2020-08-05&orang=B&cari=zzz");
    web_world_expect_page(&form);
    EXPECT_HAS(form.body, "value=\"2020-08-05\"");
    EXPECT_HAS(form.body, "value=\"B\" checked");
    EXPECT_LACKS(form.body, "value=\"A\"");
    web_world_close(w);
}

/* D is at home on the 4th, A and B are at the office. */
FACT(a_call_offers_those_at_home_first)
{
    WebWorld *w = web_world_open("home-first");
    web_world_as(w, "H");
    WebAnswer form = web_world_get(w, "/panggil?unit=dinas");
    web_world_expect_page(&form);
    size_t office = str_find(form.body, STR(" · Kantor"), 0);
    EXPECT(office != SIZE_MAX);
    EXPECT(str_find(form.body, STR(" · Rumah"), 0) < office);
    EXPECT(str_find(form.body, STR(" · Rumah"), office) == SIZE_MAX);
    web_world_close(w);
}

FACT(a_day_without_a_plan_counts_nobody_in_the_table)
{
    WebWorld *w = web_world_open_unplanned("table-bare");
    web_world_as(w, "H");
    WebAnswer table = web_world_get(w, "/jadwal/2020-08?unit=dinas");
    web_world_expect_page(&table);
    EXPECT_HAS(table.body, "title=\"Jadwal belum ada\">–</td>");
    web_world_close(w);
}

FACT(the_unit_today_says_what_waits_even_when_nothing_does)
{
    WebWorld *w = web_world_open("waits");
    web_world_as(w, "H");
    WebAnswer unit = web_world_get(w, "/unit?unit=dinas");
    EXPECT_HAS(unit.body, "Tidak ada permintaan.");
    EXPECT_HAS(unit.body, "<h2>Loket</h2>");
    EXPECT_HAS(unit.body, "cukup petugas");
    web_world_close(w);
}

FACT(nobody_calls_themself)
{
    WebWorld *w = web_world_open("self");
    web_world_as(w, "H");
    WebAnswer form = web_world_get(w, "/panggil?unit=dinas");
    web_world_expect_page(&form);
    EXPECT_HAS(form.body, "name=\"orang\" value=\"K1\"");
    EXPECT_LACKS(form.body, "name=\"orang\" value=\"H\"");
    WebAnswer both = web_world_post(
        w, "/panggil",
        web_world_line(w,
                       "id=%s&unit=dinas&orang=F&orang=H&mulai=2020-08-04"
                       "&isi=Rapat&langkah=kirim",
                       web_world_id(w)));
    EXPECT_INT(both.status, 422);
    EXPECT_HAS(both.body, "Anda tidak dapat memanggil diri sendiri");
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    web_world_close(w);
}

/* U4 is on leave on the 4th: it is said of whom, at the first look, and of the
 * others nobody is called. */
FACT(a_list_with_somebody_on_leave_calls_nobody)
{
    static const char *const steps[] = {"periksa", "kirim"};
    WebWorld *w = web_world_open("on-leave");
    (void)web_world_say(w, "U0", "cuti",
                        "pegawai=U4;kata=cuti;mulai=2020-08-04;"
                        "sampai=2020-08-05");
    web_world_as(w, "H");
    for (size_t i = 0; i < COUNT(steps); i++) {
        ROW("%s", steps[i]);
        const char *more =
            web_world_line(w, "&alasan=Audit&langkah=%s", steps[i]);
        WebAnswer list = call(w, "F&orang=U4&orang=A", more);
        EXPECT_INT(list.status, 422);
        EXPECT_HAS(list.body, "Ucok: pegawai itu sedang cuti atau dinas luar; "
                              "pilih orang lain atau hari lain");
        EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    }
    w->lang = "en";
    EXPECT_HAS(call(w, "U4", "&langkah=periksa").body,
               "Ucok: that person is on leave or on a trip");
    EXPECT_INT(call(w, "F&orang=A", "&alasan=Audit&langkah=kirim").status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 2);
    web_world_close(w);
}

/* A form that was sent, and is sent again with one more; or with other words.
 */
FACT(a_call_sent_again_calls_nobody_twice)
{
    WebWorld *w = web_world_open("call-again");
    web_world_as(w, "H");
    const char *form = web_world_line(
        w, "id=%s&unit=dinas&mulai=2020-08-04&alasan=Audit&langkah=kirim",
        web_world_id(w));
    const char *one = web_world_line(w, "%s&isi=Rapat&orang=A", form);
    EXPECT_INT(web_world_post(w, "/panggil", one).status, 303);
    EXPECT_INT(web_world_post(w, "/panggil", one).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 1);
    const char *more = web_world_line(w, "%s&orang=F", one);
    EXPECT_INT(web_world_post(w, "/panggil", more).status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 2);
    const char *other = web_world_line(w, "%s&isi=Apel&orang=A&orang=E", form);
    EXPECT_INT(web_world_post(w, "/panggil", other).status, 409);
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 2);
    web_world_close(w);
}

/* ---- H1, and B2 beside it ------------------------------------------------ */

FACT(the_parts_of_a_unit_make_up_its_people)
{
    static const char all[] =
        "15 pegawai bersama semua unit di bawahnya: 7 dijadwalkan di kantor, 7 "
        "di rumah, 0 di lapangan, 1 cuti atau dinas luar, 0 tanpa tempat kerja "
        "hari ini.";
    WebWorld *w = web_world_open("whole");
    (void)web_world_say(w, "H", "masuk", "pegawai=H;kata=kantor");
    web_world_as(w, "H");
    WebAnswer unit = web_world_get(w, "/unit?unit=dinas");
    web_world_expect_page(&unit);
    EXPECT_HAS(unit.body, "<b>1 dari 10</b> pegawai Dinas Contoh di kantor, "
                          "batas 5; dijadwalkan 5.");
    EXPECT_HAS(unit.body, all);
    web_world_as(w, "P1");
    WebAnswer board = web_world_get(w, "/pantau/unit/dinas");
    web_world_expect_page(&board);
    EXPECT_HAS(board.body, all);
    web_world_close(w);
}

/* H is in, and P1, who is expected at home, where nobody has to check in. */
FACT(above_agencies_a_row_each_stands_for_their_people)
{
    WebWorld *w = web_world_open("above");
    (void)web_world_say(w, "H", "masuk", "pegawai=H;kata=kantor");
    (void)web_world_say(w, "P1", "masuk", "pegawai=P1;kata=kantor");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/unit?unit=kota");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<b>2 dari 19</b> pegawai yang dihitung dalam "
                          "batas ada di kantor, paling banyak 9; 1 dari 9 "
                          "yang wajib presensi sudah mencatatnya.");
    EXPECT_HAS(page.body, "href=\"/unit?unit=dinas\"");
    EXPECT_HAS(page.body, "href=\"/unit?unit=bkd\"");
    ROW("their names stand on the page of the agency");
    EXPECT_LACKS(page.body, "belum mencatat hadir");
    EXPECT_LACKS(page.body, "Pegawai A");
    web_world_close(w);
}

static Date day_of(const char *text)
{
    Date day;
    Err err = {0};
    EXPECT(date_parse(str_of(text), &day, &err));
    return day;
}

/* From the evening of the 4th until now. */
static void fall_silent(WebWorld *w)
{
    Err err = {0};
    Date evening = day_of("2020-08-04");
    Instant last = zone_instant(ZONE_WITA, evening, 20 * 60);
    Instant again = zone_instant(ZONE_WITA, date_plus(evening, 1), 8 * 60);
    EXPECT(store_beat(w->store, last, &err));
    EXPECT(store_beat(w->store, again, &err));
}

FACT(while_our_server_was_down_nobody_should_have_checked_in)
{
    static const char *const pages[] = {"/unit?unit=dinas",
                                        "/pantau/unit/dinas"};
    WebWorld *w = web_world_open("down");
    fall_silent(w);
    web_world_at(w, "2020-08-05", "09.00");
    for (size_t i = 0; i < COUNT(pages); i++) {
        ROW("%s", pages[i]);
        web_world_as(w, i == 0 ? "H" : "P1");
        WebAnswer page = web_world_get(w, pages[i]);
        web_world_expect_page(&page);
        EXPECT_HAS(page.body, "orang tidak diketahui hadir atau tidak");
        if (i > 0) EXPECT_HAS(page.body, "<li>0 orang seharusnya sudah hadir");
        EXPECT_LACKS(page.body, "belum mencatat hadir</h2>");
    }
    web_world_close(w);
}

/* Of the people of a superior as of the unit's. */
FACT(while_our_server_was_down_nobody_of_a_team_is_silent)
{
    WebWorld *w = web_world_open("team-down");
    web_world_at(w, "2020-08-04", "09.00");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tim");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Belum ada kabar");
    EXPECT_LACKS(page.body, "tidak diketahui hadir atau tidak");
    fall_silent(w);
    web_world_at(w, "2020-08-05", "09.00");
    web_world_as(w, "K1");
    page = web_world_get(w, "/tim");
    EXPECT_HAS(page.body, "orang tidak diketahui hadir atau tidak");
    EXPECT_HAS(page.body, "Tidak diketahui: server kami mati");
    EXPECT_LACKS(page.body, "Belum ada kabar");
    web_world_close(w);
}

/* ---- who may not --------------------------------------------------------- */

FACT(who_may_not_is_spoken_to_and_told_the_date_in_words)
{
    WebWorld *w = web_world_open("you");
    web_world_as(w, "A");
    WebAnswer page = web_world_get(w, "/unit?unit=dinas");
    EXPECT_INT(page.status, 403);
    EXPECT_HAS(page.body, "Anda tidak berwenang ");
    EXPECT_HAS(page.body, " pada 4 Agustus 2020; yang berwenang: ");
    w->lang = "en";
    WebAnswer english = web_world_get(w, "/unit?unit=dinas");
    EXPECT_HAS(english.body, "You may not ");
    EXPECT_HAS(english.body, " on 4 August 2020; who may: ");
    web_world_close(w);
}

/* ---- what is wanting, by the label that is shown ------------------------- */

FACT(a_fault_has_the_words_of_its_label)
{
    static const char *const rows[][3] = {
        {"/izin/keluar",    "",              "Untuk apa: wajib diisi"},
        {"/keberatan/baru", "&jenis=jadwal",
         "Seharusnya bagaimana: wajib diisi"                         },
    };
    WebWorld *w = web_world_open("label");
    web_world_as(w, "A");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i][0]);
        const char *form =
            web_world_line(w, "id=%s%s", web_world_id(w), rows[i][1]);
        WebAnswer page = web_world_post(w, rows[i][0], form);
        EXPECT_INT(page.status, 422);
        EXPECT_HAS(page.body, rows[i][2]);
    }
    web_world_close(w);
}

/* ---- S4 and S5 ----------------------------------------------------------- */

FACT(a_superior_sees_tasks_and_exceptions_of_a_person_and_can_call)
{
    WebWorld *w = web_world_open("person");
    (void)web_world_say(w, "K1", "hubungi",
                        "pegawai=A;isi=Mohon kabar;kata=telepon");
    (void)web_world_say(w, "K1", "tugas",
                        "pegawai=A;isi=Susun rekap;mulai=2020-08-04;"
                        "sampai=2020-08-06");
    (void)web_world_say(w, "A", "izin keluar", "pegawai=A;kata=lain;isi=Bank");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/tim/A");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<b>Susun rekap</b> <span class=\"mut\">sampai 6 "
                          "Agt, selesai 0%</span>");
    EXPECT_HAS(page.body, "<b>Izin keluar rumah</b>");
    EXPECT_HAS(page.body, "action=\"/tim/A/hubungi\"");
    web_world_as(w, "A");
    WebAnswer own = web_world_get(w, "/tim/A");
    EXPECT_LACKS(own.body, "/hubungi");
    web_world_close(w);
}

FACT(one_of_the_last_tasks_can_be_given_again)
{
    WebWorld *w = web_world_open("again");
    web_world_as(w, "K1");
    WebAnswer none = web_world_get(w, "/tugas/baru");
    EXPECT_LACKS(none.body, "tugas terakhir");
    (void)web_world_say(w, "K1", "tugas",
                        "pegawai=A;isi=Susun rekap;mulai=2020-08-04;"
                        "sampai=2020-08-06");
    (void)web_world_say(w, "K1", "tugas",
                        "pegawai=B;isi=Susun rekap;mulai=2020-08-04;"
                        "sampai=2020-08-06");
    WebAnswer page = web_world_get(w, "/tugas/baru");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Berikan lagi salah satu tugas terakhir");
    EXPECT_HAS(page.body, "&amp;isi=Susun%20rekap\">Susun rekap</a>");
    EXPECT_LACKS(page.body, "Mohon kabar"); /* a call is no task */
    WebAnswer again = web_world_get(w, "/tugas/baru?orang=B&isi=Susun%20rekap");
    web_world_expect_page(&again);
    EXPECT_HAS(again.body, "value=\"Susun rekap\"");
    EXPECT_HAS(again.body, "value=\"B\" checked");
    web_world_close(w);
}

/* ---- the wide navigation ------------------------------------------------- */

/* On a wide screen instead of the tabs: what each of them has. */
FACT(own_pages_have_the_wide_navigation_for_everybody)
{
    static const char *const pages[] = {"/", "/jadwal/saya"};
    static const char *const people[] = {"A", "H"};
    WebWorld *w = web_world_open("wide");
    for (size_t i = 0; i < COUNT(pages) * COUNT(people); i++) {
        const char *who = people[i % COUNT(people)], *at = pages[i / 2];
        ROW("%s %s", who, at);
        web_world_as(w, who);
        WebAnswer page = web_world_get(w, at);
        web_world_expect_page(&page);
        EXPECT_HAS(page.body, "<div class=\"hp luas\">");
        EXPECT_HAS(page.body, "<nav class=\"nav lebar\" aria-label=\"Utama");
        EXPECT_HAS(page.body, "<nav class=\"tabs\" aria-label=\"Utama");
        EXPECT_HAS(page.body, "<li><a href=\"/laporan\">Laporan saya</a>");
        if (who[0] == 'H')
            EXPECT_HAS(page.body, "href=\"/tim\"");
        else
            EXPECT_LACKS(page.body, "href=\"/tim\"");
    }
    web_world_close(w);
}

/* A page that has no tab: the wide navigation names it, and the last tab is
 * where one finds it. */
FACT(one_sees_where_one_is_in_either_navigation)
{
    WebWorld *w = web_world_open("where");
    web_world_as(w, "K1");
    WebAnswer page = web_world_get(w, "/klarifikasi");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "href=\"/klarifikasi\" aria-current=\"page\">");
    EXPECT_HAS(page.body, "<a href=\"/lainnya\" aria-current=\"page\"><svg");
    page = web_world_get(w, "/laporan");
    EXPECT_HAS(page.body, "<a href=\"/laporan\" aria-current=\"page\"><svg");
    EXPECT_LACKS(page.body, "href=\"/lainnya\" aria-current");
    web_world_close(w);
}

/* ---- H8: seven days of counters ------------------------------------------ */

FACT(counters_of_seven_days_say_who_is_there_and_which_days_are_closed)
{
    WebWorld *w = web_world_open("week");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/unit/loket?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<h2>Tujuh hari menurut jadwal</h2>");
    EXPECT_HAS(page.body, "Sel 4 Agt</b><p><b>1 di kantor</b>, paling "
                          "sedikit 1</p><details><summary>Siapa</summary>"
                          "<ul><li>Uli</li></ul>");
    EXPECT_HAS(page.body, "<li class=\"mut\"><b>Sab 8 Agt</b><p>Tidak buka");
    EXPECT_HAS(page.body, "Sen 10 Agt</b><p><b>");
    EXPECT_LACKS(page.body, "11 Agt");
    EXPECT_LACKS(page.body, "Kurang petugas");
    w->lang = "en";
    WebAnswer english = web_world_get(w, "/unit/loket?unit=dinas");
    EXPECT_HAS(english.body, "Tue 4 Aug</b><p><b>1 at the office</b>, at least "
                             "1</p>");
    web_world_close(w);
}

FACT(a_counter_below_its_minimum_is_red_and_names_who_could_be_moved)
{
    static const char *const officers[] = {"U1", "U2", "U3", "U4"};
    WebWorld *w = web_world_open("short");
    for (size_t i = 0; i < COUNT(officers); i++)
        (void)web_world_say(
            w, "U0", "penyimpangan",
            web_world_line(w,
                           "pegawai=%s;mulai=2020-08-06;sampai=2020-08-06;"
                           "kata=rumah;isi=Ruang diperbaiki",
                           officers[i]));
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/unit/loket?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<li class=\"bad\"><b>Kam 6 Agt</b><p><b>0 di "
                          "kantor</b>, paling sedikit 1</p>");
    EXPECT_HAS(page.body, "Di rumah hari itu, dapat dipindahkan:");
    EXPECT_HAS(page.body,
               "<a href=\"/jadwal/2020-08/U3/2020-08-06?unit=dinas\">Udin");
    WebAnswer cell =
        web_world_get(w, "/jadwal/2020-08/U3/2020-08-06?unit=dinas");
    web_world_expect_page(&cell);
    web_world_close(w);
}

/* Today nobody's cell changes any more: officers at home are called. */
FACT(a_counter_short_today_offers_to_call)
{
    WebWorld *w = web_world_open("call-officer");
    (void)web_world_say(w, "U0", "penyimpangan",
                        "pegawai=U2;mulai=2020-08-04;sampai=2020-08-04;"
                        "kata=rumah;isi=Ruang diperbaiki");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/unit/loket?unit=dinas");
    EXPECT_HAS(page.body, "Di rumah, dapat dipanggil ke kantor:");
    EXPECT_HAS(page.body, "href=\"/panggil?unit=dinas&amp;orang=U1&amp;"
                          "mulai=2020-08-04\">Umar");
    WebAnswer bare = web_world_get(w, "/unit/loket?unit=bkd");
    EXPECT_LACKS(bare.body, "Tujuh hari");
    web_world_close(w);
}

/* What the unit says of today counts for today, in both lists. */
FACT(a_counter_shut_today_says_so_and_keeps_its_hours)
{
    WebWorld *w = web_world_open("shut-today");
    (void)web_world_say(w, "U0", "loket", "unit=upt;hal=L1;kata=tutup");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/unit/loket?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, ": ditutup hari ini oleh unit; pada hari lain buka "
                          "08.00–14.00</p>");
    EXPECT_HAS(page.body, "Sel 4 Agt</b><p>Tutup hari ini</p>");
    EXPECT_HAS(page.body, "Rab 5 Agt</b><p><b>");
    EXPECT_HAS(page.body, "value=\"buka\"");
    (void)web_world_say(w, "H", "penutupan",
                        "unit=upt;mulai=2020-08-05;sampai=2020-08-05;"
                        "kata=perintah");
    web_world_at(w, "2020-08-05", "08.30");
    web_world_as(w, "H");
    page = web_world_get(w, "/unit/loket?unit=dinas");
    EXPECT_HAS(page.body, ": tutup, karena unit ditutup</p>");
    EXPECT_LACKS(page.body, "value=\"buka\"");
    web_world_close(w);
}

FACT(officers_of_a_counter_in_the_field_are_not_said_to_be_at_the_office)
{
    WebWorld *w = web_world_open_reached("week-field");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/unit/loket?unit=dinas");
    EXPECT_HAS(page.body, "Sen 10 Agt</b><p><b>2 bertugas</b>, paling "
                          "sedikit 1</p>");
    web_world_close(w);
}

FACT(days_without_a_plan_are_not_said_to_be_short)
{
    WebWorld *w = web_world_open_unplanned("week-bare");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/unit/loket?unit=dinas");
    EXPECT_HAS(page.body, "Rab 5 Agt</b><p>Jadwal belum ada");
    EXPECT_LACKS(page.body, "<li class=\"bad\">");
    web_world_close(w);
}
