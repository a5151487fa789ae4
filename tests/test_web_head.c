/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_head.c - H1 and H6: the unit today, and calling people to the
 * office.  Kota Contoh, see web_world.h: H heads dinas, K1 s1 in it, U0 the
 * UPTD below it; each unit kerja has a cap of half its people.
 */
#include "harness.h"
#include "web_world.h"

static bool has(const WebAnswer *a, const char *part)
{
    return str_find(a->body, str_of(part), 0) != SIZE_MAX;
}

/* ---- H6 ------------------------------------------------------------------ */

static WebAnswer call(WebWorld *w, const char *who, const char *more)
{
    return web_world_post(
        w, "/panggil",
        web_world_line(w, "id=%s&unit=dinas&orang=%s&mulai=2020-08-04&isi=Rapat%s",
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
    EXPECT(!has(&there, "name=\"alasan\""));
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

FACT(nobody_calls_themself)
{
    WebWorld *w = web_world_open("self");
    web_world_as(w, "H");
    WebAnswer form = web_world_get(w, "/panggil?unit=dinas");
    web_world_expect_page(&form);
    EXPECT(has(&form, "name=\"orang\" value=\"K1\""));
    EXPECT(!has(&form, "name=\"orang\" value=\"H\""));
    WebAnswer both = web_world_post(
        w, "/panggil",
        web_world_line(w, "id=%s&unit=dinas&orang=F&orang=H&mulai=2020-08-04"
                          "&isi=Rapat&langkah=kirim",
                       web_world_id(w)));
    EXPECT_INT(both.status, 422);
    EXPECT_HAS(both.body, "Anda tidak dapat memanggil diri sendiri");
    EXPECT_INT((int64_t)web_world_kept(w, "panggilan"), 0);
    web_world_close(w);
}
