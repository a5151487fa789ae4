/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_act.c - a recap is closed, and received by the personnel board.
 */
#include "api/recap.h"
#include "door/recaps.h"

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

static void close_of(Visit *v, UnitId unit)
{
    Err err = {0};
    Fact before;
    RecapClosed closed;
    RecapMade *made = NULL;
    bool done = false;
    if (!recaps_done(v, FACT_RECAP, &before, &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    if (done) {
        put_again(v, &before);
        return;
    }
    if ((made = api_recap_asked(v, unit)) == NULL) return;
    if (recaps_close(v, made, &closed, &err))
        put_done(v, made->table.unit, made->recap.window, closed.version,
                 closed.receipt.received, false);
    else
        visit_refuse(v, &err);
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

static void receive(Visit *v)
{
    Err err = {0};
    Fact before;
    Receipt receipt;
    UnitId unit;
    Window days;
    bool done = false;
    if (!asked_unit(v, &unit) || !asked_days(v, &days)) return;
    if (!recaps_done(v, FACT_RECEIPT, &before, &done, &err) ||
        (!done && !recaps_receive(v, unit, days, &receipt, &err)))
        visit_refuse(v, &err);
    else if (done)
        put_again(v, &before);
    else
        put_done(v, v->view->office->r.units[unit.index].code, days,
                 visit_field(v, "versi")->number, receipt.received, false);
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
