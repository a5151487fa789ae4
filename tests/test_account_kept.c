/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_account_kept.c - accounts and what they lie in: a full disk, copies,
 * weaker passwords of old, erasure, and what a person is told of it.
 */
#include "account_world.h"
#include "app/about.h"
#include "app/account_erase.h"
#include "app/retain.h"
#include "base/file.h"
#include "harness.h"
#include "store_vfs.h"

#include <sodium.h>

/* ---- a full disk ----------------------------------------------------------
 */

FACT(a_full_disk_keeps_nobody_out)
{
    StoreVfs *vfs = store_vfs_open("crowded");
    AccountLand *l = account_land("crowded", false);
    AppWorld *w = l->app;
    SignedIn in = {0}, full = {0}, other = {0};
    Err err = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str token = account_land_make(l, w->person, account_good[0]);
    Str secret = account_land_codes(l, token, account_good[0], &in, recovery);
    (void)account_land_make(l, w->mate, account_good[1]);
    account_land_on(l, "crowded");
    account_land_pass(l, 60);
    EXPECT_INT(account_land_level(l, token), -1); /* a reader is open */
    store_vfs_arm(vfs, (StoreVfsFault){
                           .kind = VFS_NO_ROOM, .call = 1, .on_and_on = true});
    ROW("with the password");
    EXPECT(account_land_in(l, account_land_nip(l, w->mate), account_good[1],
                           &other, &err));
    EXPECT_INT(account_land_level(l, other.token), SESSION_FULL);
    ROW("with a code, which still counts once");
    EXPECT(account_land_in(l, account_land_nip(l, w->person), account_good[0],
                           &in, &err));
    Str code = account_land_code(l, secret, 0);
    EXPECT(sign_in_code(l->arena, &l->world, in.token, code, &full, &err));
    EXPECT_INT(account_land_level(l, full.token), SESSION_FULL);
    EXPECT(!sign_in_code(l->arena, &l->world, in.token, code, &full, &err));
    ROW("a wrong password is told as such, and waits");
    EXPECT(
        !account_land_in(l, account_land_nip(l, w->mate), "salah", &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(
        !account_land_in(l, account_land_nip(l, w->mate), "salah", &in, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    ROW("what must be kept is refused");
    EXPECT(
        !account_own_name(l->arena, &l->world, other.token, STR("siti"), &err));
    EXPECT_INT(err.kind, ERR_FULL);
    EXPECT(!store_failed(l->store));
    account_land_close(l);
    store_vfs_close(vfs);
}

/* ---- passwords of old ------------------------------------------------------
 */

FACT(a_weakly_kept_password_is_kept_anew_at_sign_in)
{
    AccountLand *l = account_land("weak", false);
    AppWorld *w = l->app;
    char weak[crypto_pwhash_STRBYTES];
    Str body = {0};
    bool found = false;
    Receipt receipt;
    SignedIn in = {0};
    Err err = {0};
    Str password = str_of(account_good[0]);
    CHECK(crypto_pwhash_str_alg(weak, password.ptr, password.len, 1, 8 << 20,
                                crypto_pwhash_ALG_ARGON2ID13) == 0);
    KeepPut put = {STR("akun"), w->person,
                   str_format(l->arena, "sandi=%s\n", weak)};
    Intent intent = {
        .government = STR("paser"), .keeps = &put, .keep_count = 1};
    CHECK(store_write(l->store, &intent, &receipt, &err));
    for (int i = 0; i < 2; i++) {
        EXPECT(account_land_in(l, account_land_nip(l, w->person),
                               account_good[0], &in, &err));
        EXPECT(store_kept(l->store, l->arena, STR("paser"), STR("akun"),
                          w->person, &body, &found, &err));
        EXPECT_HAS(body, "$m=19456,t=2,p=1$");
    }
    account_land_close(l);
}

/* ---- copies
 * ------------------------------------------------------------------- */

FACT(a_restored_copy_has_accounts_only_with_its_keys_and_never_sessions)
{
    AccountLand *l = account_land("copies", false);
    AppWorld *w = l->app;
    SignedIn in = {0};
    Err err = {0};
    InviteSlip slip = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str token = account_land_make(l, w->person, account_good[0]);
    Str secret = account_land_codes(l, token, account_good[0], &in, recovery);
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->mate,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    account_land_pass(l, 60);
    for (int keys = 0; keys < 2; keys++) {
        ROW(keys == 0 ? "without keys" : "with keys");
        const char *copy = file_path(l->arena, harness_folder(),
                                     keys == 0 ? "copy0" : "copy1");
        const char *back = file_path(l->arena, harness_folder(),
                                     keys == 0 ? "back0" : "back1");
        EXPECT(store_backup(l->store, copy, keys == 1, &err));
        EXPECT(store_restore(copy, back, &err));
        AccountLand other = *l;
        StoreWish wish = {.folder = back, .write = true};
        CHECK(store_open(&wish, &other.store, &err));
        other.accounts = accounts_open(other.store, &(AccountsWish){0});
        other.world.accounts = other.accounts;
        InviteSlip none = {0};
        bool found = false;
        EXPECT_INT(account_land_level(&other, in.token), -1);
        EXPECT(invite_find(l->arena, &other.world, slip.code, &none, &found,
                           &err));
        EXPECT(!found);
        SignedIn again = {0}, full = {0};
        bool came = account_land_in(&other, account_land_nip(l, w->person),
                                    account_good[0], &again, &err);
        EXPECT(came == (keys == 1));
        if (came)
            EXPECT(sign_in_code(l->arena, &other.world, again.token,
                                account_land_code(&other, secret, 0), &full,
                                &err));
        accounts_close(other.accounts);
        store_close(other.store);
    }
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    account_land_close(l);
}

/* ---- erasure
 * ----------------------------------------------------------------- */

FACT(an_erased_account_leaves_nothing)
{
    AccountLand *l = account_land("erase", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    InviteSlip slip = {0};
    Str token = account_land_make(l, w->person, account_good[0]);
    EXPECT(account_own_name(l->arena, &l->world, token, STR("kenari.kecil"),
                            &err));
    EXPECT(!account_land_in(l, STR("kenari.kecil"), "salah", &in, &err));
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT(account_erase(l->arena, l->store, STR("paser"), w->person, &err));
    EXPECT(account_erase(l->arena, l->store, STR("paser"), w->person, &err));
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_NONE);
    account_land_again(l, false);
    EXPECT_INT(account_land_level(l, token), -1);
    account_land_pass(l, 10);
    EXPECT(
        !account_land_in(l, STR("kenari.kecil"), account_good[0], &in, &err));
    Str bytes = {0};
    const char *path = file_path(l->arena, w->folder, "tata-kerja.db");
    account_land_again(l, false);
    CHECK(file_read(l->arena, path, 256 << 20, &bytes, &err));
    EXPECT(str_find(bytes, STR("kenari.kecil"), 0) == SIZE_MAX);
    account_land_close(l);
}

FACT(accounts_of_people_who_left_go_after_ninety_days)
{
    AccountLand *l = account_land("left", false);
    AppWorld *w = l->app;
    Err err = {0};
    uint64_t count = 0;
    Office changed = *l->office;
    RecordWorld world = w->record;
    Person *people = NEW(l->arena, Person, l->office->r.person_count);
    for (uint32_t i = 0; i < l->office->r.person_count; i++)
        people[i] = l->office->r.people[i];
    uint32_t index = map_find(&l->office->r.person_codes, w->person);
    people[index].window.last = w->record.today;
    changed.r.people = people;
    world.office = &changed;
    (void)account_land_make(l, w->person, account_good[0]);
    (void)account_land_make(l, w->mate, account_good[1]);
    world.today = date_plus(w->record.today, ACCOUNT_LEFT_DAYS);
    EXPECT(account_retain(l->arena, &world, false, &count, &err) && count == 0);
    world.today = date_plus(world.today, 1);
    EXPECT(account_retain(l->arena, &world, true, &count, &err) && count == 1);
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_OPEN);
    Retained done = {0};
    EXPECT(retain_run(l->arena, &world, &(RetainWish){.actor = STR("sistem")},
                      &done, &err));
    EXPECT_INT((int64_t)done.accounts, 1);
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_NONE);
    EXPECT_INT(account_land_of(l, w->mate).state, ACCOUNT_OPEN);
    account_land_close(l);
}

/* ---- told
 * -------------------------------------------------------------------- */

FACT(a_person_is_told_of_the_account_and_no_secret)
{
    AccountLand *l = account_land("told", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    About about = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Buf text = buf_in(l->arena), json = buf_in(l->arena);
    EXPECT(
        about_person(l->arena, &w->record, w->person, w->person, &about, &err));
    EXPECT(!about.account.there);
    Str token = account_land_make(l, w->person, account_good[0]);
    Str secret = account_land_codes(l, token, account_good[0], &in, recovery);
    EXPECT(
        about_person(l->arena, &w->record, w->person, w->person, &about, &err));
    about_text(&about, LANG_ID, &text);
    EXPECT(about_json(&about, &json));
    EXPECT_HAS(buf_str(&text), "Akun: 1\n  keadaan: aktif; dibuat: 2020-07-30; "
                               "sandi_diganti: 2020-07-30; terakhir_masuk: "
                               "2020-07-30; langkah_kedua: ya; sesi: 1\n");
    EXPECT_HAS(buf_str(&json), "\"keadaan\": \"aktif\"");
    Str secrets[] = {str_of(account_good[0]),
                     token,
                     in.token,
                     secret,
                     recovery[0],
                     STR("argon2")};
    for (size_t i = 0; i < COUNT(secrets); i++) {
        ROW("secret %zu", i);
        EXPECT(str_find(buf_str(&text), secrets[i], 0) == SIZE_MAX);
        EXPECT(str_find(buf_str(&json), secrets[i], 0) == SIZE_MAX);
    }
    account_land_close(l);
}
