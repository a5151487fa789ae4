/* SPDX-License-Identifier: Apache-2.0 */
/*
 * superior.c - what waits for a superior, and the tasks that they have given.
 */
#include "api/api.h"
#include "app/team_day.h"

static bool read_team(Visit *v, TeamDay *out)
{
    Err err = {0};
    if (team_day(v->arena, v->view, v->about, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

static void put_text(Json *json, const char *name, const Fact *fact)
{
    api_word(json, name, fact == NULL ? STR("") : fact->text);
}

static void put_report(Json *json, const Visit *v, const TeamReport *report)
{
    const Fact *f = report->report;
    json_open(json, NULL, '{');
    api_id(json, "id", f->id);
    api_person(json, "orang", v, report->person);
    api_date(json, "hari", report->day);
    api_instant(json, "dikirim", fact_when(f));
    json_truth(json, "terlambat", report->late);
    json_truth(json, "diperbaiki", report->again);
    json_truth(json, "pendek", report->short_text);
    json_truth(json, "sama", report->same);
    json_text(json, "isi", f->text);
    api_evidence(json, v, f);
    put_text(json, "catatan", report->note);
    put_text(json, "jawaban", report->message);
    json_close(json);
}

static void show_reviews(Visit *v)
{
    TeamDay team;
    if (!read_team(v, &team)) return;
    Json json = api_open(v);
    api_person(&json, "atasan", v, v->about);
    json_open(&json, "laporan", '[');
    for (size_t i = 0; i < team.report_count; i++)
        put_report(&json, v, &team.reports[i]);
    json_close(&json);
    api_close(v, &json);
}

/* ---- tasks ----------------------------------------------------------------
 */

/* Those that they gave themselves: others above may have given some too. */
static bool put_tasks(Json *json, Visit *v, PersonId person, Err *err)
{
    MyDay *day = NEW(v->arena, MyDay, 1);
    if (!my_day(v->arena, v->view, person, v->today, day, err)) return false;
    for (size_t i = 0; i < day->task_count; i++) {
        if (str_is(day->tasks[i].task->actor, v->actor))
            api_task(json, v, &day->tasks[i]);
    }
    return true;
}

static void show_tasks(Visit *v)
{
    Err err = {0};
    TeamDay team;
    if (!read_team(v, &team)) return;
    Json json = api_open(v);
    api_person(&json, "atasan", v, v->about);
    json_open(&json, "tugas", '[');
    for (size_t i = 0; i < team.member_count; i++) {
        if (put_tasks(&json, v, team.members[i].person, &err)) continue;
        v->answer->body.len = 0;
        visit_refuse(v, &err);
        return;
    }
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/tim/tinjauan", MAY_OF_SELF(SEE_PERSON), NO_FIELDS,
               show_reviews, "Reports that wait for a superior's review"),
    ROUTE_DATA(GET, "/api/v1/tim/tugas", MAY_OF_SELF(SEE_PERSON), NO_FIELDS,
               show_tasks, "Tasks that a superior has given"),
};

const RouteTable api_superior_routes = {routes, COUNT(routes)};
