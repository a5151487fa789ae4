/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recall.c - what a call to the office does to the caps, before it is said.
 * The call itself is a fact for each who is called (facts.c).
 */
#include "api/api.h"
#include "door/recalls.h"

static const FieldRule fields[] = {
    {"unit",          N_("Unit"), FIELD_CODE,      .needed = true,               .most = API_CODE},
    {"orang",               N_("Who is called"),                   FIELD_CODE, .needed = true, .many = true},
    {"mulai",   N_("First day"),             FIELD_DATE,                      .needed = true                                },
    {"sampai", N_("Last day"),           FIELD_DATE,.needed = false},
};

static void put_cap(Json *json, const Visit *v, const RecallCap *cap)
{
    json_open(json, NULL, '{');
    api_clause(json, "dasar", v, cap->cap);
    api_unit(json, "unit", v, cap->unit);
    json_number(json, "batas", cap->limit);
    json_number(json, "sekarang", cap->now);
    json_number(json, "menjadi", cap->then);
    json_close(json);
}

static void put_day(Json *json, const Visit *v, const RecallCaps *day)
{
    json_open(json, NULL, '{');
    api_date(json, "tgl", day->day);
    json_number(json, "bertambah", day->added);
    json_truth(json, "melewati_batas", day->over);
    json_open(json, "batas", '[');
    for (size_t i = 0; i < day->count; i++)
        put_cap(json, v, &day->caps[i]);
    json_close(json);
    json_close(json);
}

static void show(Visit *v)
{
    Err err = {0};
    RecallAsk ask;
    RecallEffect *effect = NEW(v->arena, RecallEffect, 1);
    Date last;
    if (!recalls_ask(v, &ask, &last, &err) ||
        !recall_caps_days(v->arena, v->view, &ask, last, effect, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_unit(&json, "unit", v, v->unit);
    json_truth(&json, "melewati_batas", effect->over);
    json_open(&json, "hari", '[');
    for (size_t i = 0; i < effect->count; i++)
        put_day(&json, v, &effect->days[i]);
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/unit/{unit}/panggil", MAY_OF_UNIT(RECALL),
               ROUTE_FIELDS(fields), show,
               "What a call to the office does to the caps"),
};

const RouteTable api_recall_routes = {routes, COUNT(routes)};
