/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One's own account, those of others, service tokens.
 */
#include "door/stage.h"
#include "harness.h"
#include "web_entry.h"

/* ---- one's own account ------------------------------------------------------
 */

FACT(an_objection_sent_twice_is_one)
{
    WebWorld *w = web_world_open("sign-objection");
    (void)web_entry_enter(w, "A");
    WebAnswer form = web_world_get(w, "/profil/atasan");
    EXPECT_HAS(form.body, "Kartika");
    const char *fields = web_entry_joined(
        w, "isi=Atasan+saya+Kasim&id=", web_world_value(&form, "id", 0), "");
    EXPECT_STR(web_world_post(w, "/profil/atasan", fields).to,
               "/profil?sudah=atasan");
    EXPECT_STR(web_world_post(w, "/profil/atasan", fields).to,
               "/profil?sudah=atasan");
    EXPECT_INT((int64_t)web_world_kept(w, "keberatan"), 1);
    EXPECT_STR(web_world_last(w, "keberatan").text,
               "Data pegawai, atasan langsung: Atasan saya Kasim");
    WebAnswer told = web_world_get(w, "/profil?sudah=atasan");
    EXPECT_HAS(told.body, "sudah diteruskan");
    EXPECT_INT(web_world_post(w, "/profil/atasan", "isi=").status, 422);
    web_world_close(w);
}

FACT(a_password_is_changed_by_who_knows_it)
{
    WebWorld *w = web_world_open("sign-change");
    (void)web_entry_enter(w, "A");
    WebAnswer wrong = web_world_post(
        w, "/profil/sandi", "lama=bukan+ini&sandi=teh+sore+di+pelabuhan");
    EXPECT_INT(wrong.status, 403);
    EXPECT_HAS(wrong.body, "Kata sandi tidak cocok.");
    web_world_close(w);
}

FACT(a_user_name_is_taken_and_told)
{
    WebWorld *w = web_world_open("sign-name");
    (void)web_entry_enter(w, "A");
    EXPECT_STR(web_world_post(w, "/profil/nama", "nama=ani.satu").to,
               "/profil?sudah=nama");
    WebAnswer profile = web_world_get(w, "/profil");
    EXPECT_HAS(profile.body, "ani.satu");
    EXPECT_INT(web_world_post(w, "/profil/nama", "nama=A").status, 422);
    web_world_as(w, NULL);
    WebAnswer in = web_world_post(w, "/masuk", "nama=ani.satu&" GOOD);
    EXPECT_STR(in.to, "/");
    web_world_close(w);
}

/* D of the register has no NIP. */
FACT(a_profile_speaks_of_the_number_that_one_has)
{
    WebWorld *w = web_world_open("sign-number");
    (void)web_entry_enter(w, "D");
    WebAnswer profile = web_world_get(w, "/profil");
    web_world_expect_page(&profile);
    EXPECT_HAS(profile.body, "Anda masuk dengan nomor lokal");
    EXPECT_LACKS(profile.body, "NIP");
    WebAnswer name = web_world_get(w, "/profil/nama");
    web_world_expect_page(&name);
    EXPECT_HAS(name.body, "Nomor lokal Anda tetap dapat dipakai.");
    EXPECT_LACKS(name.body, "NIP");
    (void)web_entry_enter(w, "A");
    profile = web_world_get(w, "/profil");
    EXPECT_HAS(profile.body, "Anda masuk dengan NIP");
    name = web_world_get(w, "/profil/nama");
    EXPECT_HAS(name.body, "NIP Anda tetap dapat dipakai.");
    web_world_close(w);
}

/* N of the register has neither. */
FACT(who_has_no_number_keeps_their_user_name)
{
    WebWorld *w = web_world_open_odd("sign-bare");
    (void)web_entry_enter(w, "N");
    EXPECT_INT(web_world_post(w, "/profil/nama", "nama=nina").status, 303);
    WebAnswer gone = web_world_post(w, "/profil/nama", "nama=");
    EXPECT_INT(gone.status, 422);
    EXPECT_HAS(gone.body, "tanpa nama pengguna Anda tidak dapat masuk lagi");
    EXPECT_INT(web_world_post(w, "/profil/nama", "nama=nina.dua").status, 303);
    (void)web_entry_enter(w, "D");
    EXPECT_INT(web_world_post(w, "/profil/nama", "nama=dedi").status, 303);
    EXPECT_INT(web_world_post(w, "/profil/nama", "nama=").status, 303);
    web_world_close(w);
}

/* Only into people who are made up does one step without a password. */
FACT(a_government_that_is_no_demonstration_has_no_stage)
{
    Err err = {0};
    WebWorld *w = web_world_open("sign-stage");
    Str password = stage_password(w->arena);
    EXPECT(stage_set(&w->house, password, &err));
    web_world_close(w);
    w = web_world_open_odd("sign-real");
    size_t before = web_world_kept(w, "akun");
    EXPECT(!stage_set(&w->house, password, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(str_of(err.id), "'contoh' bukan peragaan");
    EXPECT_INT((int64_t)web_world_kept(w, "akun"), (int64_t)before);
    web_world_close(w);
}

FACT(a_session_is_listed_and_ended)
{
    WebWorld *w = web_world_open("sign-sessions");
    (void)web_entry_enter(w, "A");
    Str first = w->in.token;
    w->in = (SignedIn){0};
    WebAnswer in = web_world_post(w, "/masuk", "nama=lokal-A&" GOOD);
    EXPECT(web_entry_take(w, &in));
    WebAnswer profile = web_world_get(w, "/profil");
    Str other = web_world_value(&profile, "sesi", 0);
    EXPECT_STR(web_world_post(w, "/profil/sesi",
                              web_entry_joined(w, "sesi=", other, ""))
                   .to,
               "/profil?sudah=sesi");
    w->in.token = first;
    EXPECT_STR(web_world_get(w, "/profil").to, "/masuk?ke=%2Fprofil");
    web_world_close(w);
}

FACT(an_account_of_a_demonstration_stays_as_it_is)
{
    WebWorld *w = web_world_open("sign-demo");
    web_world_as(w, "A");
    WebAnswer answer = web_world_post(
        w, "/profil/sandi", "lama=apa+saja&sandi=teh+sore+di+pelabuhan");
    EXPECT_INT(answer.status, 403);
    EXPECT_HAS(answer.body, "Akun peragaan tidak diubah");
    EXPECT_INT(web_world_post(w, "/profil/kode", GOOD).status, 403);
    EXPECT_INT(web_world_post(w, "/profil/nama", "nama=coba").status, 403);
    web_world_close(w);
}

/* ---- those of others
 * --------------------------------------------------------- */

static const struct {
    const char *as, *method, *path;
    int status;
} rights[] = {
    {"A",  "GET",  "/akun/C",               403},
    {"A",  "POST", "/akun/C/slip",          403},
    {"A",  "GET",  "/token",                403},
    {"A",  "GET",  "/akun",                 403},
    {"B",  "GET",  "/akun/A",               200}, /* clerk of the agency */
    {"B",  "GET",  "/akun/P0",              403},
    {"B",  "POST", "/akun/A/henti",         403},
    {"H",  "GET",  "/akun/A",               200},
    {"H",  "POST", "/akun/A/tanpa-kode",    403},
    {"H",  "POST", "/akun/A/administrator", 403},
    {"P1", "GET",  "/akun/A",               200},
    {"P1", "GET",  "/akun",                 200},
    {"P1", "GET",  "/token",                200},
    {"P1", "GET",  "/akun/tidak-ada",       404},
};

FACT(accounts_of_others_are_for_those_who_may)
{
    WebWorld *w = web_world_open("sign-rights");
    for (size_t i = 0; i < COUNT(rights); i++) {
        ROW("%s %s %s", rights[i].as, rights[i].method, rights[i].path);
        web_world_as(w, rights[i].as);
        bool post = str_is(str_of(rights[i].method), STR("POST"));
        bool slip = str_ends(str_of(rights[i].path), STR("/slip"));
        const char *form =
            slip ? "" : web_entry_joined(w, "id=", str_of(web_world_id(w)), "");
        WebAnswer answer = post ? web_world_post(w, rights[i].path, form)
                                : web_world_get(w, rights[i].path);
        EXPECT_INT(answer.status, rights[i].status);
        if (answer.status == 200) web_world_expect_page(&answer);
    }
    web_world_as(w, NULL);
    EXPECT_STR(web_world_get(w, "/akun").to, "/masuk?ke=%2Fakun");
    web_world_close(w);
}

/* Whoever may look at the account sees who made which slip, and when. */
FACT(what_was_done_to_an_account_is_told_the_newest_first)
{
    WebWorld *w = web_world_open("sign-history");
    (void)web_entry_enter(w, "A");
    web_world_as(w, "P1");
    EXPECT_INT(web_world_post(w, "/akun/A/slip", "").status, 200);
    WebAnswer page = web_world_get(w, "/akun/A");
    web_world_expect_page(&page);
    size_t reset = str_find(page.body, STR("Slip kata sandi baru dibuat"), 0);
    size_t first = str_find(page.body, STR("Masuk pertama dengan slip"), 0);
    EXPECT(reset != SIZE_MAX && first != SIZE_MAX && reset < first);
    EXPECT_HAS(page.body, ", oleh Pandu</span></li>");
    page = web_world_get(w, "/akun/B");
    EXPECT_HAS(page.body, "Belum ada.");
    web_world_close(w);
}

FACT(a_stopped_account_is_out_at_once)
{
    WebWorld *w = web_world_open("sign-stop");
    (void)web_entry_enter(w, "A");
    SignedIn hers = w->in;
    web_world_as(w, "P1");
    const char *form = web_entry_joined(w, "id=", str_of(web_world_id(w)), "");
    EXPECT_STR(web_world_post(w, "/akun/A/henti", form).to,
               "/akun/A?sudah=henti");
    WebAnswer page = web_world_get(w, "/akun/A?sudah=henti");
    EXPECT_HAS(page.body, "dihentikan");
    w->in = hers;
    EXPECT_STR(web_world_get(w, "/profil").to, "/masuk?ke=%2Fprofil");
    web_world_close(w);
}

FACT(the_list_is_searched_and_shows_no_number)
{
    WebWorld *w = web_world_open("sign-list");
    web_world_as(w, "P1");
    WebAnswer all = web_world_get(w, "/akun");
    EXPECT_HAS(all.body, "Kartika");
    EXPECT(!web_entry_says(&all, "197806032006031000"));
    WebAnswer some = web_world_get(w, "/akun?q=kartika&keadaan=belum");
    EXPECT_HAS(some.body, "Kartika");
    EXPECT(!web_entry_says(&some, "Kasim"));
    WebAnswer one = web_world_get(w, "/akun/A");
    EXPECT_HAS(one.body, "197806 ****** * 000");
    web_world_close(w);
}

/* ---- service tokens
 * ---------------------------------------------------------- */

FACT(a_token_is_told_once_and_ended)
{
    WebWorld *w = web_world_open("sign-token");
    web_world_as(w, "P1");
    WebAnswer made = web_world_post(
        w, "/token",
        "nama=absensi&kewenangan=presensi&kewenangan=laporan&hari=30");
    EXPECT_INT(made.status, 200);
    web_world_expect_page(&made);
    Str secret = web_entry_secret(&made);
    EXPECT(str_starts(secret, STR("tk_")));
    WebAnswer list = web_world_get(w, "/token");
    EXPECT_HAS(list.body, "absensi");
    EXPECT(str_find(list.body, secret, 0) == SIZE_MAX);
    EXPECT_INT(web_world_post(w, "/token", "nama=x&hari=30").status, 422);
    EXPECT_INT(
        web_world_post(w, "/token", "nama=x&kewenangan=terbang&hari=30").status,
        422);
    size_t at = str_find(list.body, STR("action=\"/token/"), 0) + 8;
    Str path = str_slice(list.body, at, str_find(list.body, STR("\""), at));
    EXPECT_STR(web_world_post(w, str_c(w->arena, path), "").to,
               "/token?sudah=akhir");
    WebAnswer after = web_world_get(w, "/token");
    EXPECT_HAS(after.body, "Belum ada token.");
    web_world_close(w);
}
