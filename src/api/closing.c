/* SPDX-License-Identifier: Apache-2.0 */
/*
 * closing.c - a unit is closed for some days, and opened again; first what
 * follows from it.  A case names nobody.
 */
#include "api/api.h"
#include "app/close_unit.h"

enum { SETTLE_SECONDS = 3 };

#define UNIT                                                             \
    {                                                                    \
        "unit", N_("Unit"), FIELD_CODE, .needed = true, .most = API_CODE \
    }
#define DAYS                                                 \
    {"mulai", N_("First day"), FIELD_DATE, .needed = true},  \
    {                                                        \
        "sampai", N_("Last day"), FIELD_DATE, .needed = true \
    }
#define CASES                                                       \
    {                                                               \
        "jumlah", N_("Number of cases"), FIELD_NUMBER, .least = 1,  \
                                                       .most = 1000 \
    }
#define ID                                           \
    {                                                \
        "id", N_("Record"), FIELD_ID, .needed = true \
    }

static const FieldRule ask_fields[] = {
    UNIT,
    DAYS,
    {"kata", N_("Why"), FIELD_CHOICE, .choices = "kasus|perintah"},
    CASES,
};
static const FieldRule close_fields[] = {
    ID,
    UNIT,
    DAYS,
    {"kata", N_("Why"), FIELD_CHOICE,             .needed = true,
      .choices = "kasus|perintah"},
    CASES,
    {"isi",      N_("What the public is told"),           FIELD_LINE, .most = 300},
};
static const FieldRule open_fields[] = {ID, UNIT, DAYS};

static Window days_of(const Visit *v)
{
    return (Window){visit_field(v, "mulai")->date,
                    visit_field(v, "sampai")->date};
}

static void put_effects(Json *json, const Visit *v)
{
    const FieldValue *cases = visit_field(v, "jumlah");
    CloseUnitWish wish = {v->unit, days_of(v), visit_field(v, "kata")->text,
                          cases->given ? (int32_t)cases->number : 0};
    CloseUnitEffects effects = close_unit_effects(v->arena, v->view, &wish);
    json_open(json, "akibat", '{');
    api_date(json, "mulai", effects.days.first);
    api_date(json, "sampai", effects.days.last);
    api_clause(json, "aturan", v, effects.by);
    json_number(json, "pegawai_bekerja_di_tempat_lain", effects.people);
    json_number(json, "pegawai_sudah_di_rumah", effects.home);
    json_number(json, "loket_ditutup", effects.counters);
    json_number(json, "rapat_dipindah", (int64_t)effects.meetings);
    json_close(json);
}

static void put_days(Json *json, const Visit *v)
{
    api_unit(json, "unit", v, v->unit);
    api_date(json, "mulai", days_of(v).first);
    api_date(json, "sampai", days_of(v).last);
}

static void show_effects(Visit *v)
{
    Err err = {0};
    if (!close_unit_is_one(&v->view->office->r, v->unit, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    put_days(&json, v);
    put_effects(&json, v);
    api_close(v, &json);
}

/* ---- the order ------------------------------------------------------------
 */

static void put_done(Visit *v, const Recorded *done, bool settled)
{
    v->answer->status = done->receipt.again ? 200 : 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_id(&json, "id", done->receipt.id);
    json_number(&json, "nomor", (int64_t)done->receipt.number);
    api_instant(&json, "diterima", done->receipt.received);
    put_days(&json, v);
    json_truth(&json, "jadwal_sudah_mengikuti", settled);
    api_close(v, &json);
}

static void order(Visit *v, Fact *fact)
{
    Recorded done;
    fact->unit = v->view->office->r.units[v->unit.index].code;
    fact->days = days_of(v);
    if (!visit_record(v, fact, STR(""), &done)) return;
    put_done(v, &done, live_settle(v->live, v->government, SETTLE_SECONDS));
}

static void close_it(Visit *v)
{
    Err err = {0};
    Fact fact = visit_fact(v, FACT_CLOSURE);
    fact.word = visit_field(v, "kata")->text;
    fact.text = visit_field(v, "isi")->text;
    const FieldValue *cases = visit_field(v, "jumlah");
    if (cases->given) fact.number = cases->number;
    if (close_unit_fits(days_of(v), fact.word, fact.text, &err))
        order(v, &fact);
    else
        visit_refuse(v, &err);
}

static void open_it(Visit *v)
{
    Fact fact = visit_fact(v, FACT_REOPENING);
    order(v, &fact);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/unit/{unit}/tutup", MAY_OF_UNIT(CLOSURE),
               ROUTE_FIELDS(ask_fields), show_effects,
               "What closing a unit comes to"),
    ROUTE_DATA(POST, "/api/v1/unit/{unit}/tutup", MAY_OF_UNIT(CLOSURE),
               ROUTE_FIELDS(close_fields), close_it, "Close a unit"),
    ROUTE_DATA(POST, "/api/v1/unit/{unit}/buka", MAY_OF_UNIT(CLOSURE),
               ROUTE_FIELDS(open_fields), open_it, "Open a unit again"),
};

const RouteTable api_closing_routes = {routes, COUNT(routes)};
