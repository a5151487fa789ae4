/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Coming in: password and second step, slips, the first administrator.
 */
#include "app/invite.h"
#include "door/pace.h"
#include "harness.h"
#include "web_entry.h"

/* ---- name and password ------------------------------------------------------
 */

FACT(the_page_of_signing_in_helps_those_who_type)
{
    WebWorld *w = web_world_open("sign-page");
    WebAnswer page = web_world_get(w, "/masuk");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "NIP, nomor lokal, atau nama pengguna");
    EXPECT_HAS(page.body, "spasi dalam NIP tidak berpengaruh");
    /* a keypad of digits has no letters, which the latter two have */
    EXPECT(!web_entry_says(&page, "inputmode"));
    EXPECT_HAS(page.body, "autocomplete=\"current-password\"");
    EXPECT_HAS(page.body, "href=\"/bantuan#masuk\"");
    w->lang = "en";
    WebAnswer english = web_world_get(w, "/masuk");
    EXPECT_HAS(english.body, "Password");
    web_world_close(w);
}

FACT(unknown_names_and_wrong_passwords_are_told_the_same)
{
    WebWorld *w = web_world_open("sign-same");
    web_world_as(w, "A");
    web_world_as(w, NULL);
    WebAnswer wrong =
        web_world_post(w, "/masuk", "nama=lokal-A&sandi=bukan+yang+ini");
    WebAnswer unknown =
        web_world_post(w, "/masuk", "nama=siapa-saja&sandi=bukan+yang+ini");
    EXPECT_INT(wrong.status, 403);
    EXPECT_INT(unknown.status, 403);
    EXPECT_HAS(wrong.body,
               "Nomor atau nama itu, atau kata sandinya, tidak cocok.");
    EXPECT_HAS(unknown.body,
               "Nomor atau nama itu, atau kata sandinya, tidak cocok.");
    WebAnswer soon =
        web_world_post(w, "/masuk", "nama=lokal-A&sandi=bukan+yang+ini");
    EXPECT_INT(soon.status, 429);
    EXPECT_HAS(soon.body, "Terlalu banyak percobaan; coba lagi dalam 1 detik.");
    EXPECT(!web_entry_says(&soon, "bukan yang ini"));
    web_world_close(w);
}

FACT(what_is_missing_is_told_at_its_field)
{
    WebWorld *w = web_world_open("sign-missing");
    WebAnswer answer = web_world_post(w, "/masuk", "nama=&sandi=");
    EXPECT_INT(answer.status, 422);
    web_world_expect_page(&answer);
    EXPECT_HAS(answer.body, "href=\"#f-nama\"");
    EXPECT_HAS(answer.body, "href=\"#f-sandi\"");
    web_world_close(w);
}

FACT(tries_from_one_address_are_counted)
{
    WebWorld *w = web_world_open("sign-pace");
    int status = 0;
    WebAnswer last = {0};
    w->door.pace = pace_open();
    for (int i = 0;
         i < 200 && !(status == 429 && web_entry_says(&last, "alamat")); i++) {
        last = web_world_post(w, "/masuk", "nama=siapa&sandi=apa+saja");
        status = last.status;
    }
    EXPECT_INT(status, 429);
    EXPECT(web_entry_header(&last, "retry-after").len > 0);
    EXPECT_HAS(last.body, "Terlalu banyak percobaan dari alamat Anda");
    WebAnswer other = web_world_post(w, "/masuk", "nama=lain&sandi=apa+saja");
    EXPECT(!web_entry_says(&other, "alamat Anda"));
    pace_close(w->door.pace);
    web_world_close(w);
}

static WebAnswer try_from(WebWorld *w, const char *peer)
{
    HttpRequest request =
        web_world_request(w, HTTP_POST, "/masuk", "nama=siapa&sandi=apa+saja");
    request.peer = str_of(peer);
    return web_world_ask(w, &request);
}

/* Whoever has one of them has them all; another network is somebody else. */
FACT(addresses_of_one_network_are_one)
{
    WebWorld *w = web_world_open("sign-network");
    WebAnswer last = {0};
    w->door.pace = pace_open();
    for (int i = 0;
         i < 200 && !(i > 12 && web_entry_says(&last, "dari alamat Anda")); i++)
        last = try_from(w, i % 2 == 0 ? "2001:db8::1" : "2001:db8::2");
    EXPECT_HAS(last.body, "dari alamat Anda");
    WebAnswer other = try_from(w, "2001:db9::1");
    EXPECT(!web_entry_says(&other, "dari alamat Anda"));
    pace_close(w->door.pace);
    web_world_close(w);
}

FACT(one_goes_back_only_to_a_page_of_ours)
{
    WebWorld *w = web_world_open("sign-back");
    (void)web_entry_enter(w, "A");
    WebAnswer there = web_world_get(w, "/masuk?ke=%2Fprofil");
    EXPECT_STR(there.to, "/profil");
    WebAnswer away = web_world_get(w, "/masuk?ke=%2F%2Fjahat.example");
    EXPECT_STR(away.to, "/");
    web_world_close(w);
}

FACT(a_government_may_ask_for_four_kinds_of_characters_and_says_so_first)
{
    WebWorld *w = web_world_open_odd("sign-mixed");
    Str code = web_entry_invite(w, "A");
    const char *path = web_entry_joined(w, "/undangan/", code, "");
    WebAnswer page = web_world_get(w, path);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "dengan huruf besar, huruf kecil, angka dan tanda");
    page = web_world_post(w, path, "sandi=kopi+pagi+di+pelabuhan");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "harus memuat huruf besar");
    EXPECT_INT(web_world_post(w, path, GOOD).status, 303);
    web_world_close(w);
}

/* ---- slips ------------------------------------------------------------------
 */

FACT(a_slip_lets_its_person_in_once)
{
    WebWorld *w = web_world_open("sign-slip");
    size_t before = web_world_kept(w, "akun");
    Str code = web_entry_invite(w, "A");
    EXPECT(web_world_kept(w, "akun") > before);
    const char *path = web_entry_joined(w, "/undangan/", code, "");
    WebAnswer typed =
        web_world_post(w, "/undangan", web_entry_joined(w, "kode=", code, ""));
    EXPECT_STR(typed.to, path);
    WebAnswer whose = web_world_get(w, path);
    web_world_expect_page(&whose);
    EXPECT_HAS(whose.body, "Ani");
    EXPECT_HAS(whose.body, "Seksi Satu");
    EXPECT(!web_entry_says(&whose, "19780603")); /* no number on it */
    WebAnswer shorter = web_world_post(w, path, "sandi=pendek");
    EXPECT_INT(shorter.status, 422);
    EXPECT(!web_entry_says(&shorter, "pendek\""));
    WebAnswer in = web_world_post(w, path, GOOD);
    EXPECT_INT(in.status, 303);
    EXPECT_STR(in.to, "/");
    EXPECT(web_entry_take(w, &in));
    WebAnswer profile = web_world_get(w, "/profil");
    EXPECT_HAS(profile.body, "Ani");
    web_world_as(w, NULL);
    WebAnswer again = web_world_get(w, path);
    EXPECT_INT(again.status, 404);
    EXPECT_HAS(again.body, "minta slip baru");
    web_world_close(w);
}

FACT(a_slip_made_again_counts_instead_of_the_first)
{
    WebWorld *w = web_world_open("sign-slip-again");
    Str first = web_entry_invite(w, "A"), second = web_entry_invite(w, "A");
    EXPECT_INT(
        web_world_get(w, web_entry_joined(w, "/undangan/", first, "")).status,
        404);
    EXPECT_INT(
        web_world_get(w, web_entry_joined(w, "/undangan/", second, "")).status,
        200);
    web_world_close(w);
}

FACT(names_on_slips_are_text)
{
    WebWorld *w = web_world_open("sign-slip-name");
    Str code = web_entry_invite(w, "D");
    WebAnswer whose =
        web_world_get(w, web_entry_joined(w, "/undangan/", code, ""));
    web_world_expect_page(&whose);
    EXPECT_HAS(whose.body, "&lt;script&gt;");
    web_world_close(w);
}

/* ---- the second step --------------------------------------------------------
 */

FACT(a_second_step_is_set_up_asked_for_and_recovered)
{
    WebWorld *w = web_world_open("sign-codes");
    (void)web_entry_enter(w, "A");
    WebAnswer square = web_world_post(w, "/profil/kode", GOOD);
    EXPECT_INT(square.status, 200);
    web_world_expect_page(&square);
    EXPECT_HAS(square.body, "<svg class=\"qr\"");
    EXPECT_STR(square.answer->cache, "no-store");
    Str secret = web_entry_bare(w, web_entry_secret(&square));
    WebAnswer codes = web_world_post(
        w, "/profil/kode/pasti",
        web_entry_joined(w, "kode=", web_entry_code(w, secret, 0), ""));
    EXPECT_INT(codes.status, 200);
    EXPECT_HAS(codes.body, "Simpan kode pemulihan ini");
    EXPECT(web_entry_take(w, &codes));
    size_t at = str_find(codes.body, STR("<ol class=\"pulih\"><li>"), 0) + 22;
    Str recovery =
        str_slice(codes.body, at, str_find(codes.body, STR("</li>"), at));
    WebAnswer out = web_world_post(w, "/keluar", "");
    EXPECT_STR(out.to, "/masuk?sudah=keluar");
    web_world_as(w, NULL);
    WebAnswer first =
        web_world_post(w, "/masuk", "nama=lokal-A&" GOOD "&ke=%2Fprofil");
    EXPECT_STR(first.to, "/masuk/kode?ke=%2Fprofil");
    EXPECT(web_entry_take(w, &first));
    EXPECT_INT(w->in.session.level, SESSION_PASSWORD);
    EXPECT_STR(web_world_get(w, "/profil").to, "/masuk/kode?ke=%2Fprofil");
    WebAnswer second =
        web_world_post(w, "/masuk/kode",
                       web_entry_joined(w, "kode=", recovery, "&ke=%2Fprofil"));
    EXPECT_STR(second.to, "/profil");
    EXPECT(web_entry_take(w, &second));
    WebAnswer profile = web_world_get(w, "/profil");
    EXPECT_HAS(profile.body, "tersisa 9 dari 10");
    web_world_close(w);
}

FACT(a_wrong_code_does_not_show_the_secret_again)
{
    WebWorld *w = web_world_open("sign-codes-wrong");
    (void)web_entry_enter(w, "A");
    WebAnswer square = web_world_post(w, "/profil/kode", GOOD);
    Str secret = web_entry_secret(&square);
    WebAnswer wrong = web_world_post(w, "/profil/kode/pasti", "kode=12");
    EXPECT_INT(wrong.status, 403);
    EXPECT(str_find(wrong.body, secret, 0) == SIZE_MAX);
    EXPECT(!web_entry_says(&wrong, "<svg class=\"qr\""));
    web_world_close(w);
}

/* Slips of the fingers: the right code counts right after them, and guesses
 * wait longer each time; where they wait, the set-up stays. */
FACT(a_right_code_is_taken_right_after_a_wrong_one)
{
    WebWorld *w = web_world_open("sign-codes-slip");
    (void)web_entry_enter(w, "A");
    WebAnswer square = web_world_post(w, "/profil/kode", GOOD);
    Str secret = web_entry_bare(w, web_entry_secret(&square));
    for (int i = 0; i < 2; i++) {
        WebAnswer wrong = web_world_post(w, "/profil/kode/pasti", "kode=12");
        EXPECT_INT(wrong.status, 403);
        EXPECT_HAS(wrong.body, "action=\"/profil/kode/pasti\"");
    }
    const char *right =
        web_entry_joined(w, "kode=", web_entry_code(w, secret, 0), "");
    EXPECT_INT(web_world_post(w, "/profil/kode/pasti", right).status, 200);
    web_world_close(w);
}

FACT(guesses_at_a_set_up_wait_and_it_stays)
{
    WebWorld *w = web_world_open("sign-codes-guess");
    (void)web_entry_enter(w, "A");
    WebAnswer square = web_world_post(w, "/profil/kode", GOOD);
    Str secret = web_entry_bare(w, web_entry_secret(&square));
    for (int i = 0; i < 3; i++)
        EXPECT_INT(web_world_post(w, "/profil/kode/pasti", "kode=12").status,
                   403);
    const char *right =
        web_entry_joined(w, "kode=", web_entry_code(w, secret, 0), "");
    WebAnswer soon = web_world_post(w, "/profil/kode/pasti", right);
    EXPECT_INT(soon.status, 429);
    EXPECT_HAS(soon.body, "coba lagi dalam 1 detik");
    EXPECT_HAS(soon.body, "action=\"/profil/kode/pasti\"");
    WebAnswer again = web_world_post(w, "/profil/kode", GOOD);
    EXPECT_STR(web_entry_bare(w, web_entry_secret(&again)), secret);
    web_world_close(w);
}

FACT(who_must_have_a_second_step_sets_it_up_first)
{
    WebWorld *w = web_world_open("sign-enrol");
    WebAnswer in = web_entry_enter(w, "K1");
    EXPECT_STR(in.to, "/masuk/pasang?ke=%2F");
    EXPECT_STR(web_world_get(w, "/profil").to, "/masuk/kode?ke=%2Fprofil");
    EXPECT_STR(web_world_get(w, "/masuk/kode").to, "/masuk/pasang");
    WebAnswer page = web_world_get(w, "/masuk/pasang");
    web_world_expect_page(&page);
    WebAnswer square = web_world_post(w, "/masuk/pasang", GOOD);
    Str secret = web_entry_bare(w, web_entry_secret(&square));
    WebAnswer codes = web_world_post(
        w, "/masuk/pasang/kode",
        web_entry_joined(w, "kode=", web_entry_code(w, secret, 0), ""));
    EXPECT_INT(codes.status, 200);
    EXPECT(web_entry_take(w, &codes));
    EXPECT_INT(w->in.session.level, SESSION_FULL);
    EXPECT_INT(web_world_get(w, "/profil").status, 200);
    web_world_close(w);
}

/* ---- the first administrator ------------------------------------------------
 */

FACT(the_first_administrator_comes_by_the_code_of_the_server)
{
    Err err = {0};
    Str code = {0};
    bool needed = false;
    LiveView view;
    WebWorld *w = web_world_open("sign-first");
    AccountWorld world = web_entry_accounts(w, &view);
    EXPECT(invite_first_code(w->arena, &world, STR("contoh"), &code, &needed,
                             &err));
    live_give(&view);
    EXPECT(needed);
    WebAnswer page = web_world_get(w, "/awal");
    web_world_expect_page(&page);
    WebAnswer wrong =
        web_world_post(w, "/awal", "kode=AAAA-AAAA&orang=lokal-E&" GOOD);
    EXPECT_INT(wrong.status, 403);
    WebAnswer in = web_world_post(
        w, "/awal",
        web_entry_joined(w, "orang=lokal-E&" GOOD "&kode=", code, ""));
    EXPECT_INT(in.status, 303);
    EXPECT_STR(in.to, "/masuk/pasang?ke=%2F");
    EXPECT(web_entry_take(w, &in));
    WebAnswer square = web_world_post(w, "/masuk/pasang", GOOD);
    Str secret = web_entry_bare(w, web_entry_secret(&square));
    WebAnswer codes = web_world_post(
        w, "/masuk/pasang/kode",
        web_entry_joined(w, "kode=", web_entry_code(w, secret, 0), ""));
    EXPECT(web_entry_take(w, &codes));
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    EXPECT_INT(web_world_get(w, "/token").status, 200); /* administrates now */
    web_world_as(w, NULL);
    WebAnswer later = web_world_get(w, "/awal");
    EXPECT_HAS(later.body, "Sudah ada administrator");
    web_world_close(w);
}

/* ---- inside another app -------------------------------------------------- */

static Str sign_in_page_of(WebWorld *w, const char *agent)
{
    HttpRequest request = web_world_request(w, HTTP_GET, "/masuk", "");
    const HttpPair headers[] = {
        {STR("host"),       STR("tatakerja.example")},
        {STR("user-agent"), str_of(agent)           },
    };
    request.headers = (HttpPairs){headers, COUNT(headers)};
    request.secure = true;
    return web_world_ask(w, &request).body;
}

FACT(who_opens_the_page_inside_a_chat_app_is_offered_chrome)
{
    static const char *const others[] = {
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/124.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; wv) AppleWebKit/537.36", ""};
    WebWorld *w = web_world_open("sign-inside");
    EXPECT_HAS(sign_in_page_of(
                   w,
                   "Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36"
                   " Version/4.0 Chrome/124.0 Mobile Safari/537.36"),
               "href=\"intent://tatakerja.example/masuk#Intent;scheme=https;"
               "package=com.android.chrome;end\"");
    for (size_t i = 0; i < COUNT(others); i++) {
        ROW("%s", others[i]);
        EXPECT_LACKS(sign_in_page_of(w, others[i]), "intent:");
    }
    web_world_close(w);
}
