/* SPDX-License-Identifier: Apache-2.0 */
/*
 * own_account.c - one's own account: name, password, second step, sessions.
 *
 * All of it by the session of the person: who holds a service token neither
 * sees nor changes by what its maker comes in.  What is told only once (the
 * secret, the codes of recovery) lies nowhere to be read back.
 */
#include "api/accounts.h"
#include "api/api.h"
#include "app/account_own.h"
#include "door/pace.h"
#include "door/problem.h"

static const FieldRule name_fields[] = {
    {"nama", N_("User name"), FIELD_LINE, .most = 30},
};
static const FieldRule change_fields[] = {
    {"lama",  N_("Password until now"), FIELD_SECRET, .needed = true,
     .most = 1024                                                                 },
    {"sandi", N_("New password"),       FIELD_SECRET, .needed = true, .most = 1024},
};
static const FieldRule password_fields[] = {
    {"sandi", N_("Password"), FIELD_SECRET, .needed = true, .most = 1024},
};
static const FieldRule code_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .needed = true, .most = 40},
};
static const FieldRule session_fields[] = {
    {"sesi", N_("Session"), FIELD_CODE, .needed = true, .most = 60},
};

/* Whoever tries too fast is told to wait, as on the pages. */
static void refuse(Visit *v, const Err *err)
{
    if (err->kind == ERR_LIMIT)
        problem_often(v, err);
    else
        visit_refuse(v, err);
}

/* ---- the account ----------------------------------------------------------
 */

/* As it is by now; what changed it answers so, too. */
static void show_account(Visit *v)
{
    Err err = {0};
    Account account;
    if (!account_of(v->arena, &v->world, v->government, v->actor, &account,
                    &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    json_text(&json, "keadaan", account_state_word(account.state, LANG_ID));
    api_word(&json, "nama", account.name);
    api_instant(&json, "sandi_diganti", account.changed);
    json_truth(&json, "langkah_kedua", account.codes);
    json_truth(&json, "langkah_kedua_wajib", v->session.strict);
    json_number(&json, "sisa_kode_pemulihan", account.recovery);
    json_truth(&json, "administrator", account.admin);
    api_close(v, &json);
}

static void change_name(Visit *v)
{
    Err err = {0};
    if (visit_is_demo(v)) return;
    if (account_own_name(v->arena, &v->world, v->cookie,
                         visit_field(v, "nama")->text, &err))
        show_account(v);
    else
        refuse(v, &err);
}

/* A new session takes the place of all, this one too: its cookie goes along. */
static void change_password(Visit *v)
{
    Err err = {0};
    SignedIn in;
    if (visit_is_demo(v)) return;
    if (!pace_allows(v, v->actor, &err) ||
        !account_own_password(v->arena, &v->world, v->cookie,
                              visit_field(v, "lama")->text,
                              visit_field(v, "sandi")->text, &in, &err)) {
        refuse(v, &err);
        return;
    }
    visit_keep(v, &in);
    show_account(v);
}

/* ---- the second step ------------------------------------------------------
 */

static void make_secret(Visit *v)
{
    Err err = {0};
    AccountCodes codes;
    if (visit_is_demo(v)) return;
    if (!pace_allows(v, v->actor, &err) ||
        !account_own_codes(v->arena, &v->world, v->cookie,
                           visit_field(v, "sandi")->text, &codes, &err)) {
        refuse(v, &err);
        return;
    }
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_text(&json, "rahasia", codes.secret);
    json_text(&json, "alamat", codes.uri);
    api_close(v, &json);
}

static void put_recovery(Visit *v, const Str recovery[ACCOUNT_RECOVERY])
{
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_open(&json, "kode_pemulihan", '[');
    for (size_t i = 0; i < ACCOUNT_RECOVERY; i++)
        json_text(&json, NULL, recovery[i]);
    json_close(&json);
    api_close(v, &json);
}

static void confirm(Visit *v)
{
    Err err = {0};
    SignedIn in;
    Str recovery[ACCOUNT_RECOVERY];
    if (visit_is_demo(v)) return;
    if (!pace_allows(v, v->actor, &err) ||
        !account_own_confirm(v->arena, &v->world, v->cookie,
                             visit_field(v, "kode")->text, &in, recovery,
                             &err)) {
        refuse(v, &err);
        return;
    }
    visit_keep(v, &in);
    put_recovery(v, recovery);
}

static void make_recovery(Visit *v)
{
    Err err = {0};
    Str recovery[ACCOUNT_RECOVERY];
    if (visit_is_demo(v)) return;
    if (pace_allows(v, v->actor, &err) &&
        account_own_recovery(v->arena, &v->world, v->cookie,
                             visit_field(v, "sandi")->text, recovery, &err))
        put_recovery(v, recovery);
    else
        refuse(v, &err);
}

static void turn_off(Visit *v)
{
    Err err = {0};
    if (visit_is_demo(v)) return;
    if (pace_allows(v, v->actor, &err) &&
        account_own_no_codes(v->arena, &v->world, v->cookie,
                             visit_field(v, "sandi")->text, &err))
        show_account(v);
    else
        refuse(v, &err);
}

/* ---- sessions -------------------------------------------------------------
 */

static void show_sessions(Visit *v)
{
    Err err = {0};
    Session *all = NULL;
    size_t count = 0;
    if (!session_list(v->arena, &v->world, v->government, v->actor, &all,
                      &count, &err)) {
        refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_sessions(&json, v, all, count);
    api_close(v, &json);
}

static SessionAct act_of(const Visit *v)
{
    return (SessionAct){.government = v->government,
                        .actor = v->actor,
                        .person = v->actor,
                        .channel = CHANNEL_WEB};
}

static void put_ended(Visit *v, Str which)
{
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_text(&json, "diakhiri", which);
    api_close(v, &json);
}

static void end_session(Visit *v)
{
    Err err = {0};
    Str id = visit_field(v, "sesi")->text;
    SessionAct act = act_of(v);
    if (session_end_one(v->arena, &v->world, &act, id, &err))
        put_ended(v, id);
    else
        refuse(v, &err);
}

static void end_sessions(Visit *v)
{
    Err err = {0};
    SessionAct act = act_of(v);
    if (!session_end_all(v->arena, &v->world, &act, &err)) {
        refuse(v, &err);
        return;
    }
    visit_leave(v);
    put_ended(v, STR("semua"));
}

static const Route routes[] = {
    ROUTE_IN_PERSON(GET, "/api/v1/saya/akun", MAY_OF_SELF(ACCOUNT), NO_FIELDS,
                    show_account, "One's own account"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/akun/nama", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(name_fields), change_name,
                    "Change one's user name"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/akun/sandi", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(change_fields), change_password,
                    "Change one's password"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/akun/kode", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(password_fields), make_secret,
                    "A secret for a second step"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/akun/kode/pasti", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(code_fields), confirm,
                    "Turn the second step on by a code of its secret"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/akun/pemulihan", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(password_fields), make_recovery,
                    "Make codes of recovery anew"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/akun/tanpa-kode", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(password_fields), turn_off,
                    "Turn one's second step off"),
    ROUTE_IN_PERSON(GET, "/api/v1/saya/sesi", MAY_OF_SELF(ACCOUNT), NO_FIELDS,
                    show_sessions, "Where one is signed in"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/sesi/akhiri", MAY_OF_SELF(ACCOUNT),
                    ROUTE_FIELDS(session_fields), end_session,
                    "End a session of one's own"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/sesi/akhiri/semua",
                    MAY_OF_SELF(ACCOUNT), NO_FIELDS, end_sessions,
                    "End all sessions of one's own, this one too"),
};

const RouteTable api_own_account_routes = {routes, COUNT(routes)};
