/* SPDX-License-Identifier: Apache-2.0 */
/*
 * day.c - a person's day and month, and who asks.
 */
#include "api/api.h"
#include "app/my_month.h"

static const FieldRule day_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,  .most = 64},
    {"tgl",       N_("Day"),               FIELD_DATE,          .needed = true},
};
static const FieldRule month_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,     .most = 64},
    {"bulan",       N_("Month"),             FIELD_MONTH,      .needed = true},
};

/* ---- where, and why -------------------------------------------------------
 */

static void put_place(Json *json, const Visit *v, const MyDay *day)
{
    json_truth(json, "bertugas", day->serves);
    api_letter(json, day->letter, day->bare);
    json_text(json, "rencana", (Str){&day->planned, 1});
    json_truth(json, "tanpa_jadwal", day->bare);
    json_text(json, "langkah", step_code(day->directive.step));
    json_truth(json, "wajib", day->strength == STRENGTH_MUST);
    api_clause(json, "dasar", v, day->by);
    json_open(json, "jam_kerja", '{');
    api_minute(json, "mulai", day->begins);
    api_minute(json, "selesai", day->ends);
    api_minute(json, "batas_masuk", day->check_in_due);
    if (day->shift.number == 0)
        json_none(json, "gelombang");
    else
        json_number(json, "gelombang", day->shift.number);
    json_close(json);
}

static const char *bearing_word(Bearing bearing)
{
    switch (bearing) {
    case BEARING_APPLIED: return "berlaku";
    case BEARING_NOT: return "tidak kena";
    case BEARING_FACT: return "keadaan";
    }
    return "keadaan";
}

static void put_why(Json *json, const MyWhy *why)
{
    json_open(json, "mengapa", '[');
    for (size_t i = 0; i < why->text.step_count; i++) {
        const ExplainStep *step = &why->text.steps[i];
        json_open(json, NULL, '{');
        json_text(json, "sifat", str_of(bearing_word(step->bearing)));
        api_word(json, "dasar", step->cite);
        json_text(json, "kalimat", step->text);
        json_close(json);
    }
    json_close(json);
    api_word(json, "catatan", why->text.note);
    if (why->plan == NULL)
        json_none(json, "versi_jadwal");
    else
        json_number(json, "versi_jadwal", why->version);
}

/* ---- what is known --------------------------------------------------------
 */

Str api_report_word(MyReportState state)
{
    switch (state) {
    case MY_REPORT_NOT_OWED: return STR("tidak diminta");
    case MY_REPORT_NONE: return STR("belum ada");
    case MY_REPORT_SENT: return STR("menunggu tinjauan");
    case MY_REPORT_RETURNED: return STR("dikembalikan");
    case MY_REPORT_ACCEPTED: return STR("diterima");
    }
    return STR("belum ada");
}

static void put_report(Json *json, const MyReport *report)
{
    json_open(json, "laporan", '{');
    json_text(json, "keadaan", api_report_word(report->state));
    json_truth(json, "terlambat", report->late);
    api_minute(json, "batas", report->due);
    api_fact_short(json, "terakhir", report->report, report->minute);
    json_close(json);
}

static void put_presence(Json *json, const MyDay *day)
{
    json_open(json, "presensi", '{');
    api_fact_short(json, "masuk", day->in, day->in_minute);
    api_word(json, "kata", day->in == NULL ? STR("") : day->in_word);
    api_fact_short(json, "pulang", day->out, day->out_minute);
    json_close(json);
}

/* What each is about is told where it is asked; here that it is. */
static void put_facts(Json *json, const MyVerdict *verdict, PersonId person,
                      Date day)
{
    Thread thread = daybook_person(verdict->book, person, day);
    json_open(json, "fakta", '[');
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        json_open(json, NULL, '{');
        api_id(json, "id", e->fact->id);
        json_text(json, "jenis", fact_kind_word(e->fact->kind, LANG_ID));
        json_text(json, "saluran", channel_word(e->fact->channel, LANG_ID));
        api_minute(json, "jam", e->minute);
        json_truth(json, "dicoret", e->struck);
        json_close(json);
    }
    json_close(json);
}

void api_finding(Json *json, const Visit *v, const Finding *f)
{
    json_open(json, NULL, '{');
    json_text(json, "kewajiban", duty_word(f->duty, LANG_ID));
    json_text(json, "hasil", outcome_word(f->outcome, LANG_ID));
    json_text(json, "warna", colour_word(finding_colour(f), LANG_ID));
    api_clause(json, "dasar", v, f->by);
    json_number(json, "menit", f->minutes);
    json_open(json, "fakta", '[');
    for (size_t i = 0; i < FINDING_FACTS; i++) {
        if (!fact_id_none(f->facts[i])) api_id(json, NULL, f->facts[i]);
    }
    json_close(json);
    json_close(json);
}

static void put_findings(Json *json, const Visit *v, const Verdict *verdict)
{
    json_open(json, "temuan", '[');
    for (uint32_t i = 0; i < verdict->count; i++)
        api_finding(json, v, &verdict->findings[i]);
    json_close(json);
}

static void show_day(Visit *v)
{
    Err err = {0};
    MyDay day;
    MyWhy why;
    MyVerdict verdict;
    Date date = visit_field(v, "tgl")->date;
    if (!my_day(v->arena, v->view, v->about, date, &day, &err) ||
        !my_why(v->arena, v->view, v->about, date, v->lang, &why, &err) ||
        !my_verdict(v->arena, v->view, v->about, date, &verdict, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    api_date(&json, "hari", date);
    api_instant(&json, "saat", day.now);
    put_place(&json, v, &day);
    put_why(&json, &why);
    put_presence(&json, &day);
    put_report(&json, &day.report);
    put_facts(&json, &verdict, v->about, date);
    put_findings(&json, v, &day.verdict);
    api_close(v, &json);
}

/* ---- a month --------------------------------------------------------------
 */

static void put_sums(Json *json, const MyMonth *month)
{
    const struct {
        const char *name;
        uint32_t days;
    } sums[] = {
        {"kantor",       month->office },
        {"rumah",        month->home   },
        {"lapangan",     month->field  },
        {"cuti",         month->leave  },
        {"dinas_luar",   month->trip   },
        {"ditutup",      month->closed },
        {"biasa",        month->usual  },
        {"libur",        month->off    },
        {"tanpa_jadwal", month->bare   },
        {"berubah",      month->changed},
    };
    json_open(json, "jumlah", '{');
    for (size_t i = 0; i < COUNT(sums); i++)
        json_number(json, sums[i].name, sums[i].days);
    json_close(json);
}

static void put_cells(Json *json, const MyMonth *month)
{
    json_open(json, "hari", '[');
    for (uint32_t i = 0; i < month->count; i++) {
        const MyCell *cell = &month->cells[i];
        json_open(json, NULL, '{');
        api_date(json, "tgl", cell->day);
        api_letter(json, cell->letter, cell->bare);
        json_truth(json, "hari_kerja", cell->works);
        json_truth(json, "tanpa_jadwal", cell->bare);
        json_truth(json, "berubah", cell->changed);
        json_truth(json, "sebagian", cell->part);
        json_text(json, "langkah", step_code(cell->step));
        json_close(json);
    }
    json_close(json);
}

static void show_month(Visit *v)
{
    Err err = {0};
    MyMonth *month = NEW(v->arena, MyMonth, 1);
    const FieldValue *asked = visit_field(v, "bulan");
    Civil first = date_civil(asked->days.first);
    if (!my_month(v->view, v->about, first.year, first.month, month, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    json_text(&json, "bulan", asked->text);
    put_cells(&json, month);
    put_sums(&json, month);
    api_close(v, &json);
}

/* ---- who asks -------------------------------------------------------------
 */

static void put_token(Json *json, const Visit *v)
{
    if (!v->service) {
        json_none(json, "token");
        return;
    }
    json_open(json, "token", '{');
    json_text(json, "nama", v->token.name);
    api_instant(json, "sampai", v->token.until);
    json_open(json, "kewenangan", '[');
    for (int use = 0; use < ACCESS_COUNT; use++) {
        if (token_may(&v->token, (AccessCase)use))
            json_text(json, NULL, str_of(access_row((AccessCase)use)->word));
    }
    json_close(json);
    json_close(json);
}

/* What a change by a session shows in X-Kunci; a token shows none. */
static void put_key(Json *json, const Visit *v)
{
    Arena *arena = json->out->arena;
    api_word(json, "kunci",
             v->service ? STR("") : session_form_token(arena, &v->session));
}

static void show_self(Visit *v)
{
    const Register *r = &v->view->office->r;
    Json json = api_open(v);
    json_text(&json, "pemda", v->government);
    json_text(&json, "nama_pemda", v->view->office->government.name);
    json_text(&json, "zona", zone_name(v->view->office->government.zone));
    api_date(&json, "hari", v->today);
    api_instant(&json, "saat", v->now);
    api_person(&json, "orang", v, v->person);
    api_unit(&json, "unit", v, r->people[v->person.index].unit);
    put_token(&json, v);
    put_key(&json, v);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/hari/{orang}/{tgl}", MAY_OF_PERSON(SEE_PERSON),
               ROUTE_FIELDS(day_fields), show_day, "A person's day"),
    ROUTE_DATA(GET, "/api/v1/bulan/{orang}/{bulan}", MAY_OF_PERSON(SEE_PERSON),
               ROUTE_FIELDS(month_fields), show_month, "A person's month"),
    ROUTE_DATA(GET, "/api/v1/saya", SIGNED_IN, NO_FIELDS, show_self,
               "Who asks, and with what"),
};

const RouteTable api_day_routes = {routes, COUNT(routes)};
