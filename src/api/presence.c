/* SPDX-License-Identifier: Apache-2.0 */
/*
 * presence.c - check-ins from the attendance program that an office has.
 *
 * Each item is a fact of its own, by the channel "impor", and has its own
 * answer.  The id of an item that has none is made of person, kind and instant:
 * the same file sent twice is one.  Whoever made the token must be an
 * administrator (the channel) and clerk of the people's unit (access.def).
 */
#include "api/api.h"
#include "api/presence_json.h"
#include "door/problem.h"

/* ---- whom -----------------------------------------------------------------
 */

static bool find_person(const Visit *v, const ApiPresence *item, Str *code)
{
    const Register *r = &v->view->office->r;
    uint32_t index = NO_INDEX;
    if (item->code.len > 0)
        index = map_find(&r->person_codes, item->code);
    else if (item->nip.len > 0)
        index = map_find(&r->nips, nip_bare(v->arena, item->nip));
    else
        index = map_find(&r->locals, item->local);
    if (index >= r->person_count) return false;
    *code = r->people[index].code;
    return true;
}

static FactId id_of(const Visit *v, const Fact *fact)
{
    Str what = str_format(
        v->arena, "kehadiran|%.*s|%.*s|%lld", STR_ARG(fact->person),
        STR_ARG(fact_kind_word(fact->kind, LANG_ID)), (long long)fact->at.us);
    return data_id_after(fact_id_of(fact->at, 0, 0), what);
}

/* ---- one ------------------------------------------------------------------
 */

static bool record_item(Visit *v, ApiPresence *item, Recorded *done, Err *err)
{
    Fact *fact = &item->fact;
    if (item->wrong.kind != ERR_NONE) return *err = item->wrong, false;
    if (!find_person(v, item, &fact->person)) {
        (void)FAIL(err, ERR_ABSENT, "there is no such person");
        return err_id(err, "pegawai itu tidak ada");
    }
    if (fact_id_none(fact->id)) fact->id = id_of(v, fact);
    fact->actor = v->actor;
    fact->channel = CHANNEL_IMPORT;
    fact->zone = v->view->office->government.zone;
    return live_record(v->live, v->government, v->arena, fact, STR(""), done,
                       err);
}

typedef struct {
    size_t kept, again, refused;
} Sums;

static void put_item(Visit *v, Json *json, ApiPresence *item, Sums *sums)
{
    Err err = {0};
    Recorded done = {0};
    bool fine = record_item(v, item, &done, &err);
    bool again = fine && done.receipt.again;
    json_open(json, NULL, '{');
    json_text(json, "hasil",
              !fine   ? STR("ditolak")
              : again ? STR("sudah ada")
                      : STR("tercatat"));
    if (fine) {
        api_id(json, "id", done.receipt.id);
        json_number(json, "nomor", (int64_t)done.receipt.number);
        api_instant(json, "diterima", done.receipt.received);
    } else {
        json_number(json, "status", err_http(err.kind));
        json_text(json, "masalah", problem_said(&err, v->lang));
        problem_cause(v, &err);
    }
    json_close(json);
    sums->kept += fine && !again;
    sums->again += again;
    sums->refused += !fine;
}

/* ---- all ------------------------------------------------------------------
 */

static bool token_holds(Visit *v)
{
    if (!v->service || token_may(&v->token, ACCESS_PRESENCE)) return true;
    visit_refuse_with(v, ERR_DENIED,
                      "token layanan itu tidak memuat kewenangan presensi",
                      "the service token does not hold the use case presensi");
    return false;
}

static void take_all(Visit *v)
{
    Err err = {0};
    Sums sums = {0};
    ApiPresence *items = NULL;
    size_t count = 0;
    if (!token_holds(v)) return;
    if (!api_presence_read(v->arena, v->request->body, &items, &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_open(&json, "butir", '[');
    for (size_t i = 0; i < count; i++)
        put_item(v, &json, &items[i], &sums);
    json_close(&json);
    json_number(&json, "tercatat", (int64_t)sums.kept);
    json_number(&json, "sudah_ada", (int64_t)sums.again);
    json_number(&json, "ditolak", (int64_t)sums.refused);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(POST, "/api/v1/kehadiran", SIGNED_IN, NO_FIELDS, take_all,
               "Take presence from another program"),
};

const RouteTable api_presence_routes = {routes, COUNT(routes)};
