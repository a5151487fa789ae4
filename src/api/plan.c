/* SPDX-License-Identifier: Apache-2.0 */
#include "api/plan.h"

static const FieldRule month_fields[] = {ASKED_MONTH, ASKED_UNIT};
static const FieldRule cell_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {"setelah", N_("Page mark"), FIELD_CODE, .most = API_CODE},
};

/* ---- opening --------------------------------------------------------------
 */

bool api_plan_open(Visit *v, ApiPlan *out)
{
    Err err = {0};
    Window days = visit_field(v, "bulan")->days;
    if (!draft_open(v->arena, v->view, v->unit, days, &out->draft, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    out->edits = visit_may(v, ACCESS_DEVIATE, NO_PERSON, v->unit, NULL);
    out->month = unit_month(v->arena, v->view, v->unit, days,
                            out->edits ? &out->draft : NULL);
    return true;
}

static void put_published(Json *json, const Published *plan)
{
    if (plan == NULL) {
        json_none(json, "jadwal");
        return;
    }
    json_open(json, "jadwal", '{');
    json_text(json, "nama", plan->name);
    json_number(json, "versi", published_version(plan));
    api_date(json, "mulai", plan->days.first);
    api_date(json, "sampai", plan->days.last);
    api_instant(json, "terbit", published_last(plan)->received);
    json_close(json);
}

void api_plan_put_head(Json *json, const Visit *v, const ApiPlan *plan)
{
    api_unit(json, "unit", v, plan->month.unit);
    json_text(json, "bulan", visit_field(v, "bulan")->text);
    put_published(json, plan->month.plan);
    if (plan->edits)
        json_number(json, "versi", plan->draft.version);
    else
        json_none(json, "versi");
}

void api_plan_put_place(Json *json, const char *name, char letter)
{
    api_word(json, name, letter == PLACED_NONE ? STR("") : (Str){&letter, 1});
}

static Date day_of(const UnitMonth *month, uint32_t day)
{
    return date_plus(month->days.first, (int32_t)day);
}

void api_plan_put_days(Json *json, const char *name, const UnitMonth *month,
                       uint32_t days)
{
    json_open(json, name, '[');
    for (uint32_t d = 0; d < month->day_count; d++) {
        if ((days >> d & 1) != 0) api_date(json, NULL, day_of(month, d));
    }
    json_close(json);
}

/* ---- the month ------------------------------------------------------------
 */

static void put_counts(Json *json, const UnitMonth *month)
{
    json_open(json, "hari", '[');
    for (uint32_t d = 0; d < month->day_count; d++) {
        json_open(json, NULL, '{');
        api_date(json, "tgl", day_of(month, d));
        json_truth(json, "hari_kerja", month->works[d]);
        json_truth(json, "diatur", month->governed[d]);
        json_truth(json, "dapat_diubah", d >= month->ahead);
        json_number(json, "kantor", month->office[d]);
        json_number(json, "kantor_terbit", month->before[d]);
        json_close(json);
    }
    json_close(json);
}

static void put_cap_day(Json *json, Date day, const UnitMonthCapDay *cap)
{
    json_open(json, NULL, '{');
    api_date(json, "tgl", day);
    json_number(json, "dari", cap->base);
    json_number(json, "tertulis", cap->stated);
    json_number(json, "paling_banyak", cap->most);
    json_number(json, "paling_sedikit", cap->least);
    json_number(json, "dipanggil", cap->called);
    json_number(json, "kantor", cap->in);
    json_number(json, "kantor_terbit", cap->before);
    json_truth(json, "melanggar", cap->broken);
    json_close(json);
}

static void put_caps(Json *json, const Visit *v, const UnitMonth *month)
{
    json_open(json, "batas", '[');
    for (uint32_t i = 0; i < month->cap_count; i++) {
        const UnitMonthCap *cap = &month->caps[i];
        json_open(json, NULL, '{');
        api_clause(json, "dasar", v, cap->cap);
        api_unit(json, "unit", v, cap->unit);
        json_open(json, "hari", '[');
        for (uint32_t d = 0; d < month->day_count; d++) {
            if (cap->days[d].counts)
                put_cap_day(json, day_of(month, d), &cap->days[d]);
        }
        json_close(json);
        json_close(json);
    }
    json_close(json);
}

static void put_counter_days(Json *json, const UnitMonth *month,
                             const UnitMonthCounter *counter)
{
    json_open(json, "hari", '[');
    for (uint32_t d = 0; d < month->day_count; d++) {
        const UnitMonthCounterDay *day = &counter->days[d];
        if (!day->open) continue;
        json_open(json, NULL, '{');
        api_date(json, "tgl", day_of(month, d));
        json_number(json, "kebutuhan", day->need);
        json_number(json, "petugas", day->served);
        json_number(json, "petugas_terbit", day->before);
        json_close(json);
    }
    json_close(json);
}

static void put_counters(Json *json, const Visit *v, const UnitMonth *month)
{
    const Register *r = &v->view->office->r;
    json_open(json, "loket", '[');
    for (uint32_t i = 0; i < month->counter_count; i++) {
        const UnitMonthCounter *counter = &month->counters[i];
        json_open(json, NULL, '{');
        json_text(json, "kode", r->counters[counter->counter].code);
        json_text(json, "nama", r->counters[counter->counter].name);
        put_counter_days(json, month, counter);
        json_close(json);
    }
    json_close(json);
}

static void show_month(Visit *v)
{
    ApiPlan *plan = NEW(v->arena, ApiPlan, 1);
    if (!api_plan_open(v, plan)) return;
    Json json = api_open(v);
    api_plan_put_head(&json, v, plan);
    json_number(&json, "tanpa_jadwal", plan->month.bare);
    json_number(&json, "gugur", plan->month.lapsed);
    put_counts(&json, &plan->month);
    put_caps(&json, v, &plan->month);
    put_counters(&json, v, &plan->month);
    api_plan_put_rules(&json, v, &plan->month);
    api_close(v, &json);
}

/* ---- cells ----------------------------------------------------------------
 */

static const struct {
    const char *name;
    uint8_t mark;
} marks[] = {
    {"terbuka",           UNIT_MONTH_OPEN   },
    {"dipanggil",         UNIT_MONTH_CALLED },
    {"bertugas_di_loket", UNIT_MONTH_COUNTER},
    {"ditetapkan",        UNIT_MONTH_FIXED  },
    {"dalam_konsep",      UNIT_MONTH_DRAFT  },
    {"menyimpang",        UNIT_MONTH_ASIDE  },
    {"tanpa_jadwal",      UNIT_MONTH_BARE   },
};

static void put_marks(Json *json, const UnitMonth *month,
                      const UnitMonthRow *row)
{
    for (size_t i = 0; i < COUNT(marks); i++) {
        uint32_t days = 0;
        for (uint32_t d = 0; d < month->day_count; d++)
            days |= (uint32_t)((row->cells[d].marks & marks[i].mark) != 0) << d;
        api_plan_put_days(json, marks[i].name, month, days);
    }
}

static void put_row(Json *json, const Visit *v, const UnitMonth *month,
                    const UnitMonthRow *row)
{
    const Register *r = &v->view->office->r;
    const Person *person = &r->people[row->person.index];
    char now[DRAFT_DAYS], before[DRAFT_DAYS];
    for (uint32_t d = 0; d < month->day_count; d++) {
        now[d] = row->cells[d].letter;
        before[d] = row->cells[d].before;
    }
    json_open(json, NULL, '{');
    json_text(json, "kode", person->code);
    json_text(json, "nama", person->name);
    json_text(json, "unit", r->units[person->unit.index].code);
    json_text(json, "huruf", (Str){now, month->day_count});
    json_text(json, "huruf_terbit", (Str){before, month->day_count});
    json_number(json, "kantor", row->office);
    json_number(json, "kantor_terbit", row->before);
    json_truth(json, "bergiliran", row->in_turn);
    put_marks(json, month, row);
    json_close(json);
}

/* Rows stand by group: the page goes on behind the person that was told last.
 */
static bool take_row(Visit *v, const UnitMonth *month, uint32_t *from)
{
    const FieldValue *after = visit_field(v, "setelah");
    *from = 0;
    if (!after->given) return true;
    uint32_t person = map_find(&v->view->office->r.person_codes, after->text);
    const UnitMonthRow *row =
        person == NO_INDEX ? NULL : unit_month_row(month, (PersonId){person});
    if (row == NULL) return api_cursor_stale(v), false;
    *from = (uint32_t)(row - month->rows) + 1;
    return true;
}

static void show_cells(Visit *v)
{
    uint32_t at = 0, put = 0;
    ApiPlan *plan = NEW(v->arena, ApiPlan, 1);
    if (!api_plan_open(v, plan) || !take_row(v, &plan->month, &at)) return;
    const UnitMonth *month = &plan->month;
    Json json = api_open(v);
    api_plan_put_head(&json, v, plan);
    json_open(&json, "pegawai", '[');
    for (; at < month->row_count && put < API_PAGE; at++, put++)
        put_row(&json, v, month, &month->rows[at]);
    json_close(&json);
    api_next(&json, v, at > 0 ? month->rows[at - 1].person : NO_PERSON,
             at < month->row_count);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/keadaan", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(month_fields), show_month,
               "A unit's month: counts, caps, counters, rules"),
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/sel", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(cell_fields), show_cells,
               "A unit's month: cells, with and without the draft"),
};

const RouteTable api_plan_routes = {routes, COUNT(routes)};
