/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_act.c - a recap is closed, and received by the personnel board.
 */
#include "api/recap.h"
#include "app/close_recap.h"
#include "app/receive_recap.h"

static const FieldRule close_fields[] = {ASKED_ID, ASKED_DAYS,
                                         ASKED_UNIT_NEEDED};
static const FieldRule close_all_fields[] = {ASKED_ID, ASKED_DAYS};
static const FieldRule receive_fields[] = {
    ASKED_ID,
    ASKED_DAYS,
    ASKED_UNIT_NEEDED,
    {.name = "versi",
      .label = N_("Version"),
      .kind = FIELD_NUMBER,
      .needed = true,
      .least = 1,
      .most = 100000},
};

/* Sent twice, it was done once; *out is that fact. */
static bool was_done(Visit *v, FactKind kind, Fact *out, bool *done)
{
    Err err = {0};
    *out = fact_blank(kind);
    if (!store_fact(live_store(v->live), v->arena, v->government,
                    visit_field(v, "id")->id, out, done, &err))
        return visit_refuse(v, &err), false;
    if (!*done || out->kind == kind) return true;
    visit_refuse_with(v, ERR_STALE, "id: itu nama catatan lain",
                      "id: that is the name of another record");
    return false;
}

static void put_done(Visit *v, Str unit, Window days, int32_t version,
                     Instant at, bool again)
{
    v->answer->status = again ? 200 : 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_id(&json, "id", visit_field(v, "id")->id);
    json_text(&json, "unit", unit);
    api_date(&json, "mulai", days.first);
    api_date(&json, "sampai", days.last);
    json_number(&json, "versi", version);
    api_instant(&json, "diterima", at);
    json_truth(&json, "sudah_ada", again);
    api_close(v, &json);
}

static void put_again(Visit *v, const Fact *fact)
{
    put_done(v, fact->unit, fact->days, fact->number, fact->received, true);
}

/* ---- closing --------------------------------------------------------------
 */

static bool close_it(Visit *v, const RecapMade *made, RecapClosed *closed)
{
    Err err = {0};
    CloseWish wish = {v->actor, visit_channel(v), v->today,
                      visit_field(v, "id")->id};
    bool good = close_recap(live_store(v->live), made, &wish, closed, &err);
    if (live_wrote(v->live, v->government, good ? &err : &(Err){0}) && good)
        return true;
    visit_refuse(v, &err);
    return false;
}

static void close_of(Visit *v, UnitId unit)
{
    Fact before;
    RecapClosed closed;
    bool done = false;
    if (!was_done(v, FACT_RECAP, &before, &done)) return;
    if (done) {
        put_again(v, &before);
        return;
    }
    RecapMade *made = api_recap_asked(v, unit);
    if (made != NULL && close_it(v, made, &closed))
        put_done(v, made->table.unit, made->recap.window, closed.version,
                 closed.receipt.received, false);
}

static void close_unit(Visit *v)
{
    close_of(v, v->unit);
}

static void close_all(Visit *v)
{
    close_of(v, v->view->office->r.preorder[0]);
}

/* ---- receiving ------------------------------------------------------------
 */

/* Nothing is counted anew: it is the version that was seen. */
static bool receive_it(Visit *v, UnitId unit, Window days, Receipt *receipt)
{
    Err err = {0};
    RecordWorld world = live_world(v->view, v->arena);
    ReceiveWish wish = {
        v->actor,
        visit_channel(v),
        v->today,
        visit_field(v, "id")->id,
        {&world.office->government, world.office->r.units[unit.index].code,
                       days},
        visit_field(v, "versi")->number
    };
    bool good =
        receive_recap(live_store(v->live), world.office, &wish, receipt, &err);
    if (live_wrote(v->live, v->government, good ? &err : &(Err){0}) && good)
        return true;
    visit_refuse(v, &err);
    return false;
}

static void receive(Visit *v)
{
    Fact before;
    Receipt receipt;
    UnitId unit;
    Window days;
    bool done = false;
    if (!asked_unit(v, &unit) || !asked_days(v, &days) ||
        !was_done(v, FACT_RECEIPT, &before, &done))
        return;
    Str code = v->view->office->r.units[unit.index].code;
    if (done)
        put_again(v, &before);
    else if (receive_it(v, unit, days, &receipt))
        put_done(v, code, days, visit_field(v, "versi")->number,
                 receipt.received, false);
}

static const Route routes[] = {
    ROUTE_DATA(POST, "/api/v1/rekap/tutup", MAY_OF_UNIT(RECAP),
               ROUTE_FIELDS(close_fields), close_unit, "Close a recap"),
    ROUTE_DATA(POST, "/api/v1/rekap/tutup/seluruh",
               MAY_OF_GOVERNMENT(RECAP_ALL), ROUTE_FIELDS(close_all_fields),
               close_all, "Close the recap of the whole government"),
    ROUTE_DATA(POST, "/api/v1/rekap/terima", MAY_OF_GOVERNMENT(RECEIVE),
               ROUTE_FIELDS(receive_fields), receive,
               "Receive a recap that was closed"),
};

const RouteTable api_recap_act_routes = {routes, COUNT(routes)};
