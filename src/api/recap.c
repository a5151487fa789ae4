/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap.c - recaps: which are asked for and which were closed, the rows of one,
 * and its reports as e-Kinerja takes them.
 */
#include "api/recap.h"

enum { AROUND = 62 };

#define K(name) (UINT64_C(1) << (FACT_##name))

static const FieldRule list_fields[] = {
    ASKED_UNIT,
    {"setelah", N_("Page mark"), FIELD_ID, .needed = false},
};
static const FieldRule row_fields[] = {
    ASKED_UNIT_NEEDED,
    ASKED_DAYS,
    {"setelah", N_("Page mark"), FIELD_CODE, .most = API_CODE},
};
static const FieldRule report_fields[] = {
    ASKED_UNIT_NEEDED,
    ASKED_DAYS,
    {"setelah", N_("After which row"), FIELD_NUMBER, .needed = false},
};

/* ---- what is asked for ----------------------------------------------------
 */

RecapMade *api_recap_asked(Visit *v, UnitId unit)
{
    Err err = {0};
    Window days;
    RecapMade *made = NEW(v->arena, RecapMade, 1);
    if (!asked_days(v, &days)) return NULL;
    if (recap_now(v->arena, v->view, unit, days, made, &err)) return made;
    visit_refuse(v, &err);
    return NULL;
}

void api_recap_put_days(Json *json, const Visit *v, const RecapMade *made)
{
    api_unit(json, "unit", v, made->unit);
    api_date(json, "mulai", made->recap.window.first);
    api_date(json, "sampai", made->recap.window.last);
}

void api_recap_put_closing(Json *json, const RecapMade *made)
{
    const RecapClosing *closing = &made->closing;
    if (closing->version == 0) {
        json_none(json, "penutupan");
        return;
    }
    json_open(json, "penutupan", '{');
    api_id(json, "id", closing->id);
    json_number(json, "versi", closing->version);
    api_instant(json, "ditutup", closing->at);
    api_instant(json, "diterima", closing->received);
    json_text(json, "sidik", closing->hash);
    json_truth(json, "masih_sama", make_recap_stands(made));
    json_close(json);
}

/* ---- the list -------------------------------------------------------------
 */

static void put_asked(Json *json, const Visit *v)
{
    RecapPeriods asked = recap_periods(
        v->arena, v->view->corpus,
        (Window){date_plus(v->today, -AROUND), date_plus(v->today, AROUND)});
    json_open(json, "diminta", '[');
    for (size_t i = 0; i < asked.count; i++) {
        const RecapPeriod *period = &asked.at[i];
        json_open(json, NULL, '{');
        json_text(json, "masa", recap_span_word(period->span, LANG_ID));
        api_date(json, "mulai", period->window.first);
        api_date(json, "sampai", period->window.last);
        api_clause(json, "dasar", v, period->by);
        json_close(json);
    }
    json_close(json);
}

/* Of the unit or below it, and of a unit that the visitor may see. */
static bool is_shown(Visit *v, const Fact *fact)
{
    const Register *r = &v->view->office->r;
    uint32_t unit = map_find(&r->unit_codes, fact->unit);
    return unit != NO_INDEX && unit_is_under(r, (UnitId){unit}, v->unit) &&
           visit_may(v, ACCESS_SEE_UNIT, NO_PERSON, (UnitId){unit}, NULL);
}

static void put_closed(Json *json, const Visit *v, const Fact *fact)
{
    uint32_t unit = map_find(&v->view->office->r.unit_codes, fact->unit);
    json_open(json, NULL, '{');
    api_id(json, "id", fact->id);
    api_unit(json, "unit", v, (UnitId){unit});
    api_date(json, "mulai", fact->days.first);
    api_date(json, "sampai", fact->days.last);
    json_number(json, "versi", fact->number);
    api_instant(json, "ditutup", fact->received);
    json_text(json, "sidik", fact->evidence);
    json_close(json);
}

/* Where the page begins, counted down from the newest. */
static bool take_mark(Visit *v, const LiveFacts *all, size_t *from)
{
    const FieldValue *after = visit_field(v, "setelah");
    *from = all->count;
    if (!after->given) return true;
    for (size_t i = all->count; i-- > 0;) {
        if (!fact_id_is(all->at[i]->id, after->id)) continue;
        *from = i;
        return true;
    }
    api_cursor_stale(v);
    return false;
}

static void put_closings(Json *json, Visit *v, const LiveFacts *all,
                         size_t from)
{
    size_t count = 0;
    const Fact *last = NULL;
    bool more = false;
    json_open(json, "ditutup", '[');
    for (size_t i = from; i-- > 0 && !more;) {
        if (!is_shown(v, all->at[i])) continue;
        more = count == API_PAGE;
        if (more) continue;
        last = all->at[i];
        put_closed(json, v, last);
        count++;
    }
    json_close(json);
    if (more && last != NULL)
        api_id(json, "berikut", last->id);
    else
        json_none(json, "berikut");
}

static void show_list(Visit *v)
{
    size_t from = 0;
    LiveFacts all = live_facts_kinds(v->view, v->arena, K(RECAP));
    if (!take_mark(v, &all, &from)) return;
    Json json = api_open(v);
    api_unit(&json, "unit", v, v->unit);
    put_asked(&json, v);
    put_closings(&json, v, &all, from);
    api_close(v, &json);
}

/* ---- rows -----------------------------------------------------------------
 */

static void put_sums(Json *json, const RecapUnit *all)
{
    json_open(json, "jumlah", '{');
    json_number(json, "pegawai", all->people);
    for (int c = 0; c < RECAP_COLUMNS; c++)
        json_number(json,
                    str_c(json->out->arena, recap_column_name((RecapColumn)c)),
                    all->counts[c]);
    json_close(json);
}

static void put_holes(Json *json, const Recap *recap)
{
    json_open(json, "gangguan", '[');
    for (size_t i = 0; i < recap->hole_count; i++) {
        json_open(json, NULL, '{');
        api_date(json, "hari", recap->holes[i].day);
        json_number(json, "menit", recap->holes[i].minutes);
        json_number(json, "temuan_tidak_diketahui", recap->holes[i].unknown);
        json_close(json);
    }
    json_close(json);
}

static void put_head(Json *json, const Visit *v, const RecapMade *made)
{
    const RecapUnit *all = recap_government(&made->recap);
    bool open = !date_before(made->recap.window.last, v->today) ||
                all->counts[RECAP_PENDING] > 0;
    api_recap_put_days(json, v, made);
    json_truth(json, "sementara", open);
    json_truth(json, "dihapus", made->erased);
    json_text(json, "sidik", str_of(made->hash));
    api_recap_put_closing(json, made);
    put_sums(json, all);
    put_holes(json, &made->recap);
}

static void put_row(Json *json, const Visit *v, const RecapTable *table,
                    const RecapRow *row)
{
    const Register *r = &v->view->office->r;
    uint32_t person = map_find(&r->person_codes, row->code);
    json_open(json, NULL, '{');
    json_text(json, "kode", row->code);
    api_word(json, "nama",
             person == NO_INDEX ? STR("") : r->people[person].name);
    for (int c = 0; c < RECAP_COLUMNS; c++)
        json_number(json, str_c(v->arena, recap_column_name((RecapColumn)c)),
                    row->counts[c]);
    for (uint32_t m = 0; m < table->more_count; m++)
        json_number(json, str_c(v->arena, table->more[m]), row->more[m]);
    json_close(json);
}

/* Rows stand by code: the page goes on behind the code that was told last. */
static void put_rows(Json *json, const Visit *v, const RecapTable *table)
{
    size_t at = 0, put = 0;
    const FieldValue *after = visit_field(v, "setelah");
    while (after->given && at < table->count &&
           str_order(table->rows[at].code, after->text) <= 0)
        at++;
    json_open(json, "baris", '[');
    for (; at < table->count && put < API_PAGE; at++, put++)
        put_row(json, v, table, &table->rows[at]);
    json_close(json);
    if (at < table->count)
        json_text(json, "berikut", table->rows[at - 1].code);
    else
        json_none(json, "berikut");
}

static void show_rows(Visit *v)
{
    RecapMade *made = api_recap_asked(v, v->unit);
    if (made == NULL) return;
    Json json = api_open(v);
    put_head(&json, v, made);
    put_rows(&json, v, &made->table);
    api_close(v, &json);
}

/* ---- e-Kinerja ------------------------------------------------------------
 */

static void put_report(Json *json, const Visit *v, const RecapReport *report)
{
    json_open(json, NULL, '{');
    api_person(json, "orang", v, report->person);
    api_date(json, "tanggal", report->day);
    api_word(json, "rencana", report->plan);
    api_word(json, "uraian", report->text);
    if (report->number == FACT_NO_NUMBER)
        json_none(json, "jumlah");
    else
        json_number(json, "jumlah", report->number);
    api_word(json, "satuan", report->measure);
    api_word(json, "bukti", report->evidence);
    json_text(json, "keadaan", recap_state_word(report->state, LANG_ID));
    json_close(json);
}

static void show_reports(Visit *v)
{
    RecapMade *made = api_recap_asked(v, v->unit);
    size_t from = (size_t)visit_field(v, "setelah")->number;
    if (made == NULL) return;
    RecapReports all = make_recap_reports(made);
    size_t end = from + API_PAGE < all.count ? from + API_PAGE : all.count;
    Json json = api_open(v);
    api_recap_put_days(&json, v, made);
    json_open(&json, "laporan", '[');
    for (size_t i = from; i < end; i++)
        put_report(&json, v, &all.at[i]);
    json_close(&json);
    if (end < all.count)
        json_number(&json, "berikut", (int64_t)end);
    else
        json_none(&json, "berikut");
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/rekap", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(list_fields), show_list,
               "Recaps that are asked for, and those that were closed"),
    ROUTE_DATA(GET, "/api/v1/rekap/baris", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(row_fields), show_rows, "A recap, a row a person"),
    ROUTE_DATA(GET, "/api/v1/rekap/kinerja", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(report_fields), show_reports,
               "Reports of some days, as e-Kinerja takes them"),
};

const RouteTable api_recap_routes = {routes, COUNT(routes)};
