/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_all.c - the plan of the whole government: which days of a month have
 * none, and publishing these.
 */
#include "api/plan.h"
#include "app/publish_month.h"

enum { SETTLE_SECONDS = 8 };

static const FieldRule show_fields[] = {ASKED_MONTH};
static const FieldRule publish_fields[] = {ASKED_MONTH, ASKED_ID};

static Window month_of(const Visit *v)
{
    return visit_field(v, "bulan")->days;
}

/* "mulai" and "sampai", null where every day has a plan. */
static void put_days(Json *json, Window days)
{
    json_open(json, "tanpa_jadwal", '{');
    if (window_is_empty(days)) {
        json_none(json, "mulai");
        json_none(json, "sampai");
    } else {
        api_days(json, days);
    }
    json_close(json);
}

static void show(Visit *v)
{
    Json json = api_open(v);
    put_days(&json, publish_month_days(v->arena, v->view, month_of(v)));
    api_close(v, &json);
}

/* The rules that clash, in words; nothing is published. */
static void refuse_clash(Visit *v, const MonthPublished *done)
{
    Err err = {0};
    (void)FAIL(&err, ERR_CLASH, "no roster keeps these rules together: %.*s",
               STR_ARG(done->said[LANG_EN]));
    (void)err_id(&err,
                 "tidak ada roster yang menepati aturan ini bersama: %.*s",
                 STR_ARG(done->said[LANG_ID]));
    visit_refuse(v, &err);
}

static void put_published(Visit *v, const MonthPublished *done, bool settled)
{
    v->answer->status = done->again ? 200 : 201;
    Json json = api_open(v);
    api_id(&json, "id", done->id);
    json_truth(&json, "sudah_ada", done->again);
    api_instant(&json, "diterima", done->received);
    api_days(&json, done->days);
    json_truth(&json, "jadwal_sudah_mengikuti", settled);
    api_close(v, &json);
}

static void publish(Visit *v)
{
    Err err = {0};
    MonthPublished done;
    PublishWish wish = {v->actor, v->today, visit_field(v, "id")->id,
                        visit_channel(v)};
    if (!publish_month(v->arena, v->view, month_of(v), &wish, &done, &err))
        visit_refuse(v, &err);
    else if (!done.solved)
        refuse_clash(v, &done);
    else
        put_published(v, &done,
                      live_settle(v->live, v->government, SETTLE_SECONDS));
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/pemda", MAY_OF_GOVERNMENT(PUBLISH),
               ROUTE_FIELDS(show_fields), show,
               "Days to come of the month without a plan"),
    ROUTE_DATA(POST, "/api/v1/jadwal/{bulan}/pemda", MAY_OF_GOVERNMENT(PUBLISH),
               ROUTE_FIELDS(publish_fields), publish,
               "Build and publish the plan of the government"),
};

const RouteTable api_plan_all_routes = {routes, COUNT(routes)};
