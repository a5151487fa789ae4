/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account.c - somebody else's account: what was done to it, its sessions, its
 * second step, whether it administrates.
 *
 * All of it by the session of who may: a service token decides nowhere who may
 * come in (accounts.c, tokens.c), and sees nowhere from where somebody does.
 */
#include "api/accounts.h"
#include "api/api.h"
#include "app/account_history.h"
#include "door/accounts.h"
#include "door/asked.h"

#define PERSON                                                      \
    {                                                               \
        .name = "orang", .label = N_("Person"), .kind = FIELD_CODE, \
        .needed = true, .most = ASKED_CODE                          \
    }

static const FieldRule person_fields[] = {PERSON};
static const FieldRule step_fields[] = {PERSON, ASKED_ID};
static const FieldRule session_fields[] = {
    PERSON,
    {"sesi", N_("Session"), FIELD_CODE, .needed = true, .most = 60},
};

/* ---- the account ----------------------------------------------------------
 */

static void put_deeds(Json *json, const Visit *v, const AccountDeed *deeds,
                      size_t count)
{
    json_open(json, "riwayat", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        api_instant(json, "saat", deeds[i].at);
        json_text(json, "kata", deeds[i].word);
        api_word(json, "isi", deeds[i].text);
        api_coded(json, "oleh", v, deeds[i].actor);
        json_close(json);
    }
    json_close(json);
}

static Str masked(const Visit *v)
{
    Str nip = v->view->office->r.people[v->about.index].nip;
    return nip.len == 0 ? nip : nip_masked(v->arena, nip);
}

/* As it is by now; what changed it answers so, too. */
static void show(Visit *v)
{
    Err err = {0};
    Account account;
    AccountDeed deeds[ACCOUNT_HISTORY];
    size_t count = 0;
    if (!accounts_read(v, &account)) return;
    if (!account_history(v->arena, &v->world, v->government, account.person,
                         deeds, &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_account(&json, v, &account);
    api_word(&json, "nip", masked(v));
    put_deeds(&json, v, deeds, count);
    api_close(v, &json);
}

/* ---- sessions -------------------------------------------------------------
 */

void api_sessions(Json *json, const Visit *v, const Session *all, size_t count)
{
    json_open(json, "sesi", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "id", all[i].id);
        json_text(json, "peramban", all[i].label);
        api_instant(json, "dibuka", all[i].opened);
        api_instant(json, "terlihat", all[i].seen);
        json_truth(json, "ini", str_is(all[i].id, v->session.id));
        json_close(json);
    }
    json_close(json);
}

static void show_sessions(Visit *v)
{
    Err err = {0};
    Session *all = NULL;
    size_t count = 0;
    if (!session_list(v->arena, &v->world, v->government,
                      visit_field(v, "orang")->text, &all, &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    api_sessions(&json, v, all, count);
    api_close(v, &json);
}

static void answer(Visit *v, bool done, const Err *err)
{
    if (done)
        show(v);
    else
        visit_refuse(v, err);
}

static void end_session(Visit *v)
{
    Err err = {0};
    SessionAct act = accounts_sessions(v);
    answer(v,
           session_end_one(v->arena, &v->world, &act,
                           visit_field(v, "sesi")->text, &err),
           &err);
}

static void end_sessions(Visit *v)
{
    Err err = {0};
    SessionAct act = accounts_sessions(v);
    answer(v, session_end_all(v->arena, &v->world, &act, &err), &err);
}

/* ---- steps ----------------------------------------------------------------
 */

static void take_codes(Visit *v)
{
    Err err = {0};
    AccountAct act = accounts_step(v);
    answer(v, invite_no_codes(v->arena, &v->world, &act, &err), &err);
}

static void make_admin(Visit *v)
{
    Err err = {0};
    answer(v, accounts_admin(v, true, &err), &err);
}

static void take_admin(Visit *v)
{
    Err err = {0};
    answer(v, accounts_admin(v, false, &err), &err);
}

static const Route routes[] = {
    ROUTE_IN_PERSON(GET, "/api/v1/akun/{orang}", MAY_OF_PERSON(INVITE),
                    ROUTE_FIELDS(person_fields), show,
                    "Somebody's account, and what was done to it"),
    ROUTE_IN_PERSON(GET, "/api/v1/akun/{orang}/sesi",
                    MAY_OF_PERSON(ACCOUNT_STOP), ROUTE_FIELDS(person_fields),
                    show_sessions, "Where somebody is signed in"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/sesi/akhiri",
                    MAY_OF_PERSON(ACCOUNT_STOP), ROUTE_FIELDS(session_fields),
                    end_session, "End a session of somebody's"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/sesi/akhiri/semua",
                    MAY_OF_PERSON(ACCOUNT_STOP), ROUTE_FIELDS(person_fields),
                    end_sessions, "End all sessions of somebody's"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/tanpa-kode",
                    MAY_OF_PERSON(ACCOUNT_ADMIN), ROUTE_FIELDS(step_fields),
                    take_codes, "Take somebody's second step off"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/administrator",
                    MAY_OF_PERSON(ACCOUNT_ADMIN), ROUTE_FIELDS(step_fields),
                    make_admin, "Make somebody administrator"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/bukan-administrator",
                    MAY_OF_PERSON(ACCOUNT_ADMIN), ROUTE_FIELDS(step_fields),
                    take_admin, "Somebody is administrator no more"),
};

const RouteTable api_one_account_routes = {routes, COUNT(routes)};
