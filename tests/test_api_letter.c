/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_letter.c - letters and annexes as other programs read them.  Kota
 * Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "app/annex_code.h"
#include "app/load.h"
#include "base/file.h"
#include "harness.h"

static const char amendment[] = "surat edaran 2/SE/2020\n"
                                "tentang \"Perubahan\"\n"
                                "penerbit Wali Kota Contoh\n"
                                "ditetapkan 3 Agustus 2020\n"
                                "mengubah surat edaran 1/SE/2020\n\n"
                                "aturan 1 ayat (2) diubah menjadi:\n"
                                "(2) Pegawai lainnya boleh di rumah.\n";

/* A second letter becomes known on the 3rd. */
static void amend(WebWorld *w, const char *name)
{
    Err err = {0};
    LoadFolder from = {0};
    Loaded loaded = {0};
    Date day;
    const char *folder = file_path(w->arena, harness_folder(),
                                   web_world_line(w, "%s-asal", name));
    CHECK(file_write(file_path(w->arena, folder, "letters/2-se-2020.edaran"),
                     str_of(amendment), &err));
    bool fine = load_read(w->arena, folder, &from, &err) &&
                date_of(2020, 8, 4, &day) &&
                load_write(w->store, &from, day, &loaded, &err);
    EXPECT_STR(err.text, "");
    CHECK(fine);
    web_world_at(w, "2020-08-04", "16.30");
}

FACT(letters_of_a_day_are_told_with_their_clauses)
{
    WebWorld *w = web_world_open("apiedaran");
    WebAnswer a = web_world_get(w, "/api/v1/edaran?tgl=2020-08-10");
    EXPECT_STR(api_ask_at(w, &a, "hari"), "2020-08-10");
    EXPECT_STR(api_ask_at(w, &a, "edaran.0.nomor"), "1/SE/2020");
    EXPECT_STR(api_ask_at(w, &a, "edaran.0.alamat"), "1-se-2020");
    a = web_world_get(w, "/api/v1/edaran?tgl=2019-08-10");
    EXPECT_STR(api_ask_at(w, &a, "edaran"), "[]");
    a = web_world_get(w, "/api/v1/edaran?tgl=kemarin");
    EXPECT_INT(a.status, 422);
    web_world_close(w);
}

FACT(a_letter_says_its_state_and_each_sentence_as_the_page_does)
{
    WebWorld *w = web_world_open("apisurat");
    WebAnswer a = web_world_get(w, "/api/v1/edaran/1-se-2020");
    WebAnswer page = web_world_get(w, "/edaran/1-se-2020");
    EXPECT_STR(api_ask_at(w, &a, "nomor"), "1/SE/2020");
    EXPECT_STR(api_ask_at(w, &a, "keadaan"), "berlaku");
    EXPECT_STR(api_ask_at(w, &a, "dicabut_oleh"), "null");
    EXPECT_STR(api_ask_at(w, &a, "perubahan"), "[]");
    EXPECT_STR(api_ask_at(w, &a, "aturan.1.dasar"), "1/SE/2020#1(2)");
    EXPECT_HAS(page.body,
               str_c(w->arena, api_ask_at(w, &a, "aturan.1.kalimat")));
    a = web_world_get(w, "/api/v1/edaran/1-se-2020?bahasa=en");
    EXPECT_HAS(api_ask_at(w, &a, "aturan.1.kalimat"), "at most 50%");
    a = web_world_get(w, "/api/v1/edaran/9-se-2020");
    api_ask_expect_problem(w, &a, 404, "edaran itu tidak ada");
    web_world_close(w);
}

FACT(an_amendment_tells_the_wording_before_and_after)
{
    WebWorld *w = web_world_open("apiubah");
    amend(w, "apiubah");
    WebAnswer a = web_world_get(w, "/api/v1/edaran/2-se-2020");
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "mengubah"), "1/SE/2020");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.0.jenis"), "diubah");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.0.aturan"), "1");
    EXPECT_STR(api_ask_at(w, &a, "perubahan.0.ayat"), "2");
    EXPECT_HAS(api_ask_at(w, &a, "perubahan.0.semula.0"), "50%");
    EXPECT_HAS(api_ask_at(w, &a, "perubahan.0.menjadi.0"), "boleh di rumah");
    web_world_close(w);
}

/* The code of a unit's annex of August. */
static Str code_of(WebWorld *w, const char *unit)
{
    Err err = {0};
    LiveView view;
    CHECK(live_take(w->house.live, STR("contoh"), &view, &err));
    AnnexOf of = {.plan = &view.plans->at[0], .version = 1};
    EXPECT(date_of(2020, 8, 1, &of.month));
    of.unit.index = map_find(&view.office->r.unit_codes, str_of(unit));
    Str code = annex_code(w->arena, view.office, &of);
    live_give(&view);
    return code;
}

FACT(an_annex_is_genuine_until_its_plan_moves_and_a_slip_is_told)
{
    WebWorld *w = web_world_open("apicek");
    Str code = code_of(w, "s1");
    const char *target = web_world_line(w, "/api/v1/cek/%.*s", STR_ARG(code));
    WebAnswer a = web_world_get(w, target);
    EXPECT_INT(a.status, 200);
    EXPECT_STR(api_ask_at(w, &a, "asli"), "true");
    EXPECT_STR(api_ask_at(w, &a, "keadaan"), "terakhir");
    EXPECT_STR(api_ask_at(w, &a, "unit.kode"), "s1");
    EXPECT_STR(api_ask_at(w, &a, "versi"), "1");
    (void)web_world_say(w, "K1", "cuti",
                        "pegawai=A;kata=sakit;mulai=2020-08-06;"
                        "sampai=2020-08-07");
    a = web_world_get(w, target);
    EXPECT_STR(api_ask_at(w, &a, "keadaan"), "sudah berubah");
    EXPECT(str_find(a.body, STR("sakit"), 0) == SIZE_MAX);
    char *wrong = (char *)(uintptr_t)str_c(w->arena, str_of(target));
    wrong[13] = wrong[13] == '2' ? '3' : '2';
    a = web_world_get(w, wrong);
    api_ask_expect_problem(w, &a, 404, "satu huruf keliru");
    web_world_close(w);
}
