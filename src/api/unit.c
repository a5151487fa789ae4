/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit.c - a unit as its head sees it now, and every agency at a glance.
 */
#include "api/requests.h"
#include "app/monitor_unit.h"
#include "app/unit_now.h"

static const FieldRule unit_fields[] = {
    {"unit", N_("Unit"), FIELD_CODE, .needed = true, .most = 64},
};

/* ---- a unit ---------------------------------------------------------------
 */

static void put_sums(Json *json, const UnitNow *now)
{
    json_truth(json, "diatur", now->ruled);
    json_number(json, "pegawai", now->people);
    json_number(json, "kantor_menurut_jadwal", now->expected);
    json_number(json, "kantor_hadir", now->there);
    json_number(json, "rumah_menurut_jadwal", now->home);
    json_number(json, "rumah_hadir", now->home_there);
    json_number(json, "tidak_bekerja", now->away);
    json_open(json, "laporan", '{');
    api_date(json, "hari", now->before);
    json_number(json, "diminta", now->owed);
    json_number(json, "masuk", now->in);
    json_number(json, "ditinjau", now->reviewed);
    json_number(json, "belum_ada", now->missing);
    json_close(json);
}

static void put_caps(Json *json, const Visit *v, const UnitNow *now)
{
    json_open(json, "batas", '[');
    for (size_t i = 0; i < now->cap_count; i++) {
        const UnitCap *cap = &now->caps[i];
        json_open(json, NULL, '{');
        api_clause(json, "dasar", v, cap->cap);
        api_unit(json, "unit", v, cap->unit);
        json_number(json, "dari", cap->base);
        json_number(json, "batas", cap->limit);
        json_number(json, "menurut_jadwal", cap->expected);
        json_number(json, "hadir", cap->there);
        json_truth(json, "melampaui", cap->over);
        json_close(json);
    }
    json_close(json);
}

static void put_counters(Json *json, const Visit *v, const UnitNow *now)
{
    json_open(json, "loket", '[');
    for (size_t i = 0; i < now->counter_count; i++) {
        const UnitCounter *c = &now->counters[i];
        json_open(json, NULL, '{');
        json_text(json, "kode", c->counter->code);
        json_text(json, "nama", c->counter->name);
        json_text(json, "keadaan", unit_day_outcome(c->outcome, LANG_ID));
        api_clause(json, "dasar", v, c->by);
        json_number(json, "kebutuhan", c->need);
        json_number(json, "siap", c->ready);
        json_number(json, "hadir", c->there);
        json_close(json);
    }
    json_close(json);
}

static void put_absent(Json *json, const Visit *v, const UnitNow *now)
{
    json_open(json, "belum_masuk", '[');
    for (size_t i = 0; i < now->absent_count; i++) {
        json_open(json, NULL, '{');
        api_person(json, "orang", v, now->absent[i].person);
        api_letter(json, now->absent[i].letter, false);
        api_minute(json, "batas", now->absent[i].due);
        json_truth(json, "terlambat", now->absent[i].late);
        json_close(json);
    }
    json_close(json);
}

static void put_lines(Json *json, const Visit *v, const UnitNow *now)
{
    json_open(json, "baris", '[');
    for (size_t i = 0; i < now->line_count; i++) {
        const UnitLine *line = &now->lines[i];
        json_open(json, NULL, '{');
        json_text(json, "hal", unit_day_topic(line->topic, LANG_ID));
        json_text(json, "hasil", unit_day_outcome(line->outcome, LANG_ID));
        json_text(json, "warna", colour_word(line->colour, LANG_ID));
        api_clause(json, "dasar", v, line->by);
        api_unit(json, "unit", v, line->unit);
        api_person(json, "orang", v, line->person);
        json_close(json);
    }
    json_close(json);
}

static void show_unit(Visit *v)
{
    Err err = {0};
    UnitNow now;
    UnitAsked asked = {v->unit, v->person, UNIT_NOW_ALL};
    if (!unit_now(v->arena, v->view, &asked, &now, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_unit(&json, "unit", v, now.unit);
    api_date(&json, "hari", now.day);
    put_sums(&json, &now);
    put_caps(&json, v, &now);
    put_counters(&json, v, &now);
    put_absent(&json, v, &now);
    api_requests_put(&json, v, &now);
    put_lines(&json, v, &now);
    api_close(v, &json);
}

/* ---- all agencies ---------------------------------------------------------
 */

static void put_agency(Json *json, const char *name, const Visit *v,
                       const MonitorAgency *a)
{
    const struct {
        const char *name;
        int32_t n;
    } sums[] = {
        {"pegawai",         a->people    },
        {"kantor",          a->office    },
        {"rumah",           a->home      },
        {"lapangan",        a->field     },
        {"tidak_bekerja",   a->away      },
        {"libur",           a->off       },
        {"tanpa_jadwal",    a->bare      },
        {"dijadwalkan",     a->scheduled },
        {"masuk",           a->checked_in},
        {"masuk_kantor",    a->in_office },
        {"unit_melampaui",  a->over      },
        {"laporan_diminta", a->owed      },
        {"laporan",         a->reported  },
        {"ditinjau",        a->reviewed  },
    };
    json_open(json, name, '{');
    api_unit(json, "perangkat_daerah", v, a->agency);
    for (size_t i = 0; i < COUNT(sums); i++)
        json_number(json, sums[i].name, sums[i].n);
    if (a->limit < 0)
        json_none(json, "batas_kantor");
    else
        json_number(json, "batas_kantor", a->limit);
    json_text(json, "perlu", monitor_need_word(a->need, LANG_ID));
    json_close(json);
}

static void show_monitor(Visit *v)
{
    Err err = {0};
    Monitor monitor;
    if (!monitor_make(v->arena, v->view, v->today, &monitor, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_date(&json, "hari", monitor.day);
    api_date(&json, "hari_sebelum", monitor.before);
    put_agency(&json, "jumlah", v, &monitor.total);
    json_open(&json, "perangkat_daerah", '[');
    for (size_t i = 0; i < monitor.count; i++)
        put_agency(&json, NULL, v, &monitor.agencies[i]);
    json_close(&json);
    api_close(v, &json);
}

/* ---- one agency -----------------------------------------------------------
 */

/* Of a day of which nothing was recorded, who came is not known. */
static void put_unit_day(Json *json, const MonitorUnitDay *day)
{
    bool known = day->checked_in > 0 || day->reported > 0;
    const struct {
        const char *name;
        int32_t n;
    } sums[] = {
        {"masuk",          day->checked_in},
        {"laporan",        day->reported  },
        {"ditinjau",       day->reviewed  },
        {"kantor",         day->capped    },
        {"unit_melampaui", day->over      },
    };
    json_open(json, NULL, '{');
    api_date(json, "hari", day->day);
    json_number(json, "pegawai", day->people);
    json_number(json, "dijadwalkan", day->scheduled);
    if (day->limit < 0)
        json_none(json, "batas_kantor");
    else
        json_number(json, "batas_kantor", day->limit);
    for (size_t i = 0; i < COUNT(sums); i++) {
        if (known)
            json_number(json, sums[i].name, sums[i].n);
        else
            json_none(json, sums[i].name);
    }
    json_close(json);
}

static void put_shut(Json *json, const Visit *v, const UnitNow *now)
{
    json_open(json, "ditutup", '[');
    for (size_t i = 0; i < now->shut_count; i++) {
        json_open(json, NULL, '{');
        api_unit(json, "unit", v, now->shut[i].unit);
        api_days(json, now->shut[i].days);
        json_close(json);
    }
    json_close(json);
}

static void put_state(Json *json, const Visit *v, const UnitNow *now)
{
    size_t late = 0;
    for (size_t i = 0; i < now->absent_count; i++)
        late += now->absent[i].late;
    api_person(json, "kepala", v,
               unit_head(&v->view->office->r, v->unit, v->today));
    json_number(json, "terlambat_masuk", (int64_t)late);
    json_number(json, "permintaan_menunggu", (int64_t)now->request_count);
    put_shut(json, v, now);
}

static void show_agency(Visit *v)
{
    Err err = {0};
    UnitNow now;
    MonitorUnit days;
    UnitAsked asked = {v->unit, NO_PERSON, UNIT_NOW_ALL};
    if (!unit_now(v->arena, v->view, &asked, &now, &err) ||
        !monitor_unit(v->arena, v->view, v->unit, v->today, &days, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_unit(&json, "unit", v, v->unit);
    put_sums(&json, &now);
    put_caps(&json, v, &now);
    put_state(&json, v, &now);
    api_unit(&json, "perangkat_daerah", v, days.agency);
    json_open(&json, "hari", '[');
    for (uint32_t i = 0; i < days.count; i++)
        put_unit_day(&json, &days.days[i]);
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/unit/{unit}", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(unit_fields), show_unit, "A unit now"),
    ROUTE_DATA(GET, "/api/v1/pantau", MAY_OF_GOVERNMENT(MONITOR), NO_FIELDS,
               show_monitor, "Every agency at a glance"),
    ROUTE_DATA(GET, "/api/v1/pantau/unit/{unit}", MAY_OF_UNIT(MONITOR),
               ROUTE_FIELDS(unit_fields), show_agency,
               "A unit, and its agency's last working days"),
};

const RouteTable api_unit_routes = {routes, COUNT(routes)};
