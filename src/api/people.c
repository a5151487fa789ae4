/* SPDX-License-Identifier: Apache-2.0 */
/*
 * people.c - people by page, their cells of a month, a superior's team.
 *
 * A page ends with a cursor, so that a government of twelve thousand is read
 * in answers of a bounded size.
 */
#include "api/api.h"
#include "app/my_month.h"
#include "app/team_day.h"

static const FieldRule people_fields[] = {
    {"unit",    N_("Unit"),                      FIELD_CODE, .most = 64},
    {"cari",    N_("Part of a name, or a code"), FIELD_LINE, .most = 60},
    {"setelah", N_("After whom"),                FIELD_CODE, .most = 64},
};
static const FieldRule plan_fields[] = {
    {"bulan",   N_("Month"),      FIELD_MONTH, .needed = true},
    {"unit",    N_("Unit"),       FIELD_CODE,  .most = 64    },
    {"setelah", N_("After whom"), FIELD_CODE,  .most = 64    },
};

/* ---- a page of people -----------------------------------------------------
 */

typedef struct {
    PersonId at[API_PAGE];
    size_t count;
    bool more;
} PeoplePage;

/* A folded part of the name, or the whole of a code; empty: anybody. */
static bool is_named(const Visit *v, const Person *person, Str part)
{
    if (part.len == 0) return true;
    return str_find(str_fold(v->arena, person->name), part, 0) != SIZE_MAX ||
           str_is(str_fold(v->arena, person->code), part) ||
           str_is(str_fold(v->arena, person->local), part);
}

/* Of the unit and all below it, in service on some of these days. */
static void take_page(const Visit *v, Window days, uint32_t from, Str part,
                      PeoplePage *out)
{
    const Register *r = &v->view->office->r;
    *out = (PeoplePage){.count = 0};
    for (uint32_t i = from; i < r->person_count; i++) {
        if (!unit_is_under(r, r->people[i].unit, v->unit) ||
            !window_meets(r->people[i].window, days) ||
            !is_named(v, &r->people[i], part))
            continue;
        out->more = out->count == API_PAGE;
        if (out->more) return;
        out->at[out->count++] = (PersonId){i};
    }
}

static void put_next(Json *json, const Visit *v, const PeoplePage *page)
{
    PersonId last = page->count == 0 ? NO_PERSON : page->at[page->count - 1];
    api_next(json, v, last, page->more);
}

static void put_one(Json *json, const Visit *v, PersonId id)
{
    const Register *r = &v->view->office->r;
    const Person *person = &r->people[id.index];
    json_open(json, NULL, '{');
    json_text(json, "kode", person->code);
    json_text(json, "nama", person->name);
    api_word(json, "nip", nip_masked(v->arena, person->nip));
    json_text(json, "jenis", staff_kind_word(person->kind));
    api_word(json, "jabatan", person->title);
    json_text(json, "unit", r->units[person->unit.index].code);
    json_truth(json, "bertugas", person_is_active(r, id, v->today));
    json_close(json);
}

static void show_people(Visit *v)
{
    uint32_t from = 0;
    PeoplePage *page = NEW(v->arena, PeoplePage, 1);
    if (!api_cursor(v, &from)) return;
    take_page(v, (Window){v->today, DATE_NEVER}, from,
              str_fold(v->arena, visit_field(v, "cari")->text), page);
    Json json = api_open(v);
    api_unit(&json, "unit", v, v->unit);
    json_open(&json, "pegawai", '[');
    for (size_t i = 0; i < page->count; i++)
        put_one(&json, v, page->at[i]);
    json_close(&json);
    put_next(&json, v, page);
    api_close(v, &json);
}

/* ---- cells ----------------------------------------------------------------
 */

static bool put_cells(Json *json, Visit *v, PersonId id, Window days, Err *err)
{
    MyCell cells[31];
    char letters[31];
    int32_t count = window_days(days);
    if (!my_cells(v->view, id, days, cells, err)) return false;
    for (int32_t d = 0; d < count; d++)
        letters[d] = cells[d].letter;
    json_open(json, NULL, '{');
    json_text(json, "kode", v->view->office->r.people[id.index].code);
    json_text(json, "huruf", (Str){letters, (size_t)count});
    json_close(json);
    return true;
}

static void put_days(Json *json, Window days)
{
    json_open(json, "hari", '[');
    for (int32_t d = 0; d < window_days(days); d++)
        api_date(json, NULL, date_plus(days.first, d));
    json_close(json);
}

static void show_plan(Visit *v)
{
    Err err = {0};
    uint32_t from = 0;
    PeoplePage *page = NEW(v->arena, PeoplePage, 1);
    const FieldValue *month = visit_field(v, "bulan");
    if (!api_cursor(v, &from)) return;
    take_page(v, month->days, from, STR(""), page);
    Json json = api_open(v);
    api_unit(&json, "unit", v, v->unit);
    json_text(&json, "bulan", month->text);
    put_days(&json, month->days);
    json_open(&json, "pegawai", '[');
    for (size_t i = 0; i < page->count; i++) {
        if (put_cells(&json, v, page->at[i], month->days, &err)) continue;
        v->answer->body.len = 0;
        visit_refuse(v, &err);
        return;
    }
    json_close(&json);
    put_next(&json, v, page);
    api_close(v, &json);
}

/* ---- a team ---------------------------------------------------------------
 */

static void put_member(Json *json, const Visit *v, const TeamMember *m)
{
    json_open(json, NULL, '{');
    api_person(json, "orang", v, m->person);
    api_letter(json, m->letter, false);
    json_truth(json, "hari_kerja", m->works);
    json_truth(json, "tanpa_kabar", m->silent);
    api_minute(json, "masuk", m->in == NULL ? -1 : m->in_minute);
    api_minute(json, "pulang", m->out == NULL ? -1 : m->out_minute);
    json_number(json, "tugas", (int64_t)m->task_count);
    json_number(json, "tugas_terbuka", (int64_t)m->tasks_open);
    api_fact_short(json, "laporan", m->report.report, m->report.minute);
    json_close(json);
}

static void put_waiting(Json *json, const Visit *v, const TeamDay *team)
{
    json_open(json, "menunggu_tinjauan", '[');
    for (size_t i = 0; i < team->report_count; i++) {
        const TeamReport *report = &team->reports[i];
        json_open(json, NULL, '{');
        api_id(json, "id", report->report->id);
        api_person(json, "orang", v, report->person);
        api_date(json, "hari", report->day);
        json_truth(json, "terlambat", report->late);
        json_close(json);
    }
    json_close(json);
    json_number(json, "permintaan_menunggu", (int64_t)team->request_count);
    json_number(json, "panggilan_menunggu", (int64_t)team->call_count);
}

static void show_team(Visit *v)
{
    Err err = {0};
    TeamDay team;
    if (!team_day(v->arena, v->view, v->person, &team, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_person(&json, "atasan", v, v->person);
    api_date(&json, "hari", team.day);
    json_open(&json, "bawahan", '[');
    for (size_t i = 0; i < team.member_count; i++)
        put_member(&json, v, &team.members[i]);
    json_close(&json);
    put_waiting(&json, v, &team);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/pegawai", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(people_fields), show_people,
               "People of a unit and all below it"),
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(plan_fields), show_plan,
               "Cells of a month, of a unit and all below it"),
    ROUTE_DATA(GET, "/api/v1/tim", MAY_OF_SELF(SEE_PERSON), NO_FIELDS,
               show_team, "A superior's team today"),
};

const RouteTable api_people_routes = {routes, COUNT(routes)};
