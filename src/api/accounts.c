/* SPDX-License-Identifier: Apache-2.0 */
/*
 * accounts.c - accounts for whoever may invite: the list, a slip, an end.
 *
 * No secret is read back: the code of a slip is told once, to who made it.
 */
#include "api/accounts.h"

#include "api/api.h"
#include "door/accounts.h"

static const FieldRule list_fields[] = {
    {"q",       N_("Name"),       FIELD_LINE,   .most = 80      },
    {"keadaan", N_("State"),      FIELD_CHOICE,
     .choices = "semua|belum ada|diundang|aktif|dihentikan"     },
    {"setelah", N_("After whom"), FIELD_CODE,   .most = API_CODE},
};
static const FieldRule invite_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,        .most = API_CODE},
    {"nama",       N_("User name"),              FIELD_LINE,   .most = 30},
};
static const FieldRule stop_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,   .most = API_CODE},
    {"id",       N_("Record"),                FIELD_ID,        .needed = true},
};

/* ---- the list -------------------------------------------------------------
 */

static const Person *person_of(const Visit *v, Str code)
{
    const Register *r = &v->view->office->r;
    uint32_t index = map_find(&r->person_codes, code);
    return index == NO_INDEX ? NULL : &r->people[index];
}

void api_account(Json *json, const Visit *v, const Account *account)
{
    const Person *p = person_of(v, account->person);
    CHECK(p != NULL);
    api_coded(json, "orang", v, account->person);
    json_text(json, "unit", v->view->office->r.units[p->unit.index].code);
    json_text(json, "keadaan", account_state_word(account->state, LANG_ID));
    api_word(json, "nama", account->name);
    json_truth(json, "langkah_kedua", account->codes);
    json_truth(json, "administrator", account->admin);
    api_instant(json, "slip_sampai",
                account->slip ? account->until : (Instant){0});
    api_instant(json, "terakhir_masuk", account->entered);
}

static bool is_wanted(const Visit *v, const Account *account, Str part)
{
    const Person *p = person_of(v, account->person);
    Str state = visit_field(v, "keadaan")->text;
    if (p == NULL) return false;
    if (state.len > 0 && !str_is(state, STR("semua")) &&
        !str_is(state, account_state_word(account->state, LANG_ID)))
        return false;
    return part.len == 0 || str_is(p->nip, part) || str_is(p->local, part) ||
           str_find(str_fold(v->arena, p->name), part, 0) != SIZE_MAX ||
           str_find(str_fold(v->arena, account->name), part, 0) != SIZE_MAX;
}

/* In the order of the register, as the cursor is. */
static void put_accounts(Json *json, const Visit *v, const Account *all,
                         size_t count, uint32_t from)
{
    const Map *codes = &v->view->office->r.person_codes;
    size_t put = 0;
    PersonId last = NO_PERSON;
    bool more = false;
    Str part = str_fold(v->arena, visit_field(v, "q")->text);
    json_open(json, "akun", '[');
    for (size_t i = 0; i < count && !more; i++) {
        PersonId person = {map_find(codes, all[i].person)};
        if (person.index < from || !is_wanted(v, &all[i], part)) continue;
        more = put == API_PAGE;
        if (more) continue;
        json_open(json, NULL, '{');
        api_account(json, v, &all[i]);
        json_close(json);
        last = person;
        put++;
    }
    json_close(json);
    api_next(json, v, last, more);
}

/* Whom a token's maker may invite, a token that holds that use case may see. */
static bool token_holds(Visit *v, AccessCase use)
{
    if (!v->service || token_may(&v->token, use)) return true;
    visit_refuse_with(v, ERR_DENIED,
                      "token layanan itu tidak memuat kewenangan ini",
                      "the service token does not hold that use case");
    return false;
}

static void show_accounts(Visit *v)
{
    Err err = {0};
    Account *all = NULL;
    size_t count = 0;
    uint32_t from = 0;
    if (!token_holds(v, ACCESS_INVITE) || !api_cursor(v, &from)) return;
    if (!account_list(v->arena, &v->world, v->government, v->actor, &all,
                      &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    put_accounts(&json, v, all, count, from);
    api_close(v, &json);
}

/* ---- a slip, and an end ---------------------------------------------------
 */

/* Asked twice, it is two slips, of which the second counts. */
static void invite(Visit *v)
{
    Err err = {0};
    InviteSlip slip;
    AccountAct act = accounts_act(v);
    act.name = visit_field(v, "nama")->text;
    if (!invite_person(v->arena, &v->world, &act, &slip, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->status = 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_coded(&json, "orang", v, slip.person);
    json_text(&json, "kode", slip.code);
    json_text(&json, "alamat", slip.path);
    api_instant(&json, "sampai", slip.until);
    json_truth(&json, "lagi", slip.again);
    api_close(v, &json);
}

static void stop(Visit *v)
{
    Err err = {0};
    Account account;
    AccountAct act = accounts_step(v);
    if (!invite_stop(v->arena, &v->world, &act, &err)) {
        visit_refuse(v, &err);
        return;
    }
    if (!accounts_read(v, &account)) return;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    json_text(&json, "keadaan", account_state_word(account.state, LANG_ID));
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/akun", SIGNED_IN, ROUTE_FIELDS(list_fields),
               show_accounts, "Accounts of whom one may invite"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/slip", MAY_OF_PERSON(INVITE),
                    ROUTE_FIELDS(invite_fields), invite, "A slip for somebody"),
    ROUTE_IN_PERSON(POST, "/api/v1/akun/{orang}/henti",
                    MAY_OF_PERSON(ACCOUNT_STOP), ROUTE_FIELDS(stop_fields),
                    stop, "Stop somebody's account"),
};

const RouteTable api_account_routes = {routes, COUNT(routes)};
