/* SPDX-License-Identifier: Apache-2.0 */
/*
 * requests.c - what waits for the word of a head.  Why it is asked stays here,
 * as everywhere: whoever decides reads it on the page.
 */
#include "api/requests.h"

/* Whose word is waited for. */
static Str state_word(const UnitRequest *q)
{
    bool swap = q->request->kind == FACT_SWAP && q->state != MY_AGREED;
    return swap ? STR("menunggu rekan") : STR("menunggu putusan");
}

/* A token holds its use cases, whatever its maker may. */
static bool may_decide(Visit *v, const UnitRequest *q)
{
    bool objection = q->request->kind == FACT_OBJECTION;
    AccessCase use = objection ? ACCESS_OBJECT_ANSWER : ACCESS_DECIDE;
    return q->may && visit_may(v, use, q->person, q->unit, NULL);
}

static void put_request(Json *json, Visit *v, const UnitRequest *q)
{
    json_open(json, NULL, '{');
    api_id(json, "id", q->request->id);
    json_text(json, "jenis", fact_kind_word(q->request->kind, LANG_ID));
    api_person(json, "orang", v, q->person);
    api_unit(json, "unit", v, q->unit);
    api_instant(json, "diminta", fact_when(q->request));
    api_days(json, fact_days(q->request));
    json_text(json, "keadaan", state_word(q));
    json_truth(json, "boleh_diputus", may_decide(v, q));
    json_close(json);
}

void api_requests_put(Json *json, Visit *v, const UnitNow *now)
{
    json_open(json, "permintaan", '[');
    for (size_t i = 0; i < now->request_count; i++)
        put_request(json, v, &now->requests[i]);
    json_close(json);
}

static void show(Visit *v)
{
    Err err = {0};
    UnitNow now;
    UnitAsked asked = {v->unit, v->person, UNIT_NOW_ASKED};
    if (!unit_now(v->arena, v->view, &asked, &now, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_unit(&json, "unit", v, v->unit);
    api_requests_put(&json, v, &now);
    api_close(v, &json);
}

static const FieldRule fields[] = {ASKED_UNIT};

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/permintaan", MAY_OF_UNIT(DECIDE),
               ROUTE_FIELDS(fields), show, "What waits for a decision"),
};

const RouteTable api_request_routes = {routes, COUNT(routes)};
