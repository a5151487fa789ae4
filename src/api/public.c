/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public.c - what anybody may know: counters, and letters in force.
 */
#include "api/api.h"
#include "app/letter_view.h"
#include "app/public_counters.h"

static const FieldRule letter_fields[] = {
    {"tgl", N_("Day"), FIELD_DATE, .needed = false},
};

static const char *state_word(CounterState state)
{
    switch (state) {
    case COUNTER_OPEN: return "buka";
    case COUNTER_SOON: return "belum buka";
    case COUNTER_OVER: return "sudah tutup";
    case COUNTER_DAY_OFF: return "libur";
    case COUNTER_CLOSED: return "unit ditutup";
    case COUNTER_SHUT: return "tutup hari ini";
    }
    return "tutup hari ini";
}

/* The place as "-1.27,116.83", as in geo: (RFC 5870). */
static void put_reach(Json *json, const CounterReach *reach)
{
    Str documents = reach->documents;
    Str document;
    api_word(json, "telepon", reach->phone);
    api_word(json, "alamat", reach->address);
    json_open(json, "syarat", '[');
    while (reach_next_document(&documents, &document))
        json_text(json, NULL, document);
    json_close(json);
    api_word(json, "titik", reach->point);
    api_word(json, "daring", reach->online);
}

static void put_counter(Json *json, const Visit *v, const PublicCounter *c)
{
    json_open(json, NULL, '{');
    json_text(json, "kode", c->counter->code);
    json_text(json, "nama", c->counter->name);
    api_unit(json, "unit", v, c->counter->unit);
    json_text(json, "keadaan", str_of(state_word(c->today.state)));
    api_minute(json, "buka", c->today.opens);
    api_minute(json, "tutup", c->today.closes);
    api_clause(json, "dasar", v,
               c->today.state == COUNTER_CLOSED ? c->today.by : NO_CLAUSE);
    api_date(json, "buka_lagi", c->next);
    api_minute(json, "buka_lagi_jam",
               date_is(c->next, DATE_NEVER) ? -1 : c->next_opens);
    put_reach(json, &c->counter->reach);
    json_close(json);
}

static void show_counters(Visit *v)
{
    Err err = {0};
    PublicCounters counters;
    if (!public_counters(v->arena, v->view, &counters, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_instant(&json, "saat", counters.at);
    json_number(&json, "buka", (int64_t)counters.open);
    json_open(&json, "loket", '[');
    for (size_t i = 0; i < counters.count; i++)
        put_counter(&json, v, &counters.counters[i]);
    json_close(&json);
    api_close(v, &json);
}

static void put_clauses(Json *json, const Visit *v, const PublicLetter *letter)
{
    json_open(json, "aturan", '[');
    for (uint32_t i = 0; i < letter->clause_count; i++) {
        ClauseId id = letter->clauses[i];
        json_open(json, NULL, '{');
        api_clause(json, "dasar", v, id);
        json_text(json, "kalimat",
                  public_clause(v->arena, v->view, id, v->lang));
        json_close(json);
    }
    json_close(json);
}

static void show_letters(Visit *v)
{
    const PublicLetter *letters = NULL;
    size_t count = 0;
    const FieldValue *asked = visit_field(v, "tgl");
    Date day = asked->given ? asked->date : v->today;
    public_letters(v->arena, v->view, day, &letters, &count);
    Json json = api_open(v);
    api_date(&json, "hari", day);
    json_open(&json, "edaran", '[');
    for (size_t i = 0; i < count; i++) {
        const PublicLetter *letter = &letters[i];
        json_open(&json, NULL, '{');
        json_text(&json, "nomor",
                  v->view->corpus->letters[letter->letter].cite);
        json_text(&json, "alamat",
                  letter_view_path(v->arena, v->view->corpus, letter->letter));
        api_date(&json, "mulai", letter->window.first);
        api_date(&json, "sampai", letter->window.last);
        put_clauses(&json, v, letter);
        json_close(&json);
    }
    json_close(&json);
    api_close(v, &json);
}

/* Nothing is public where no government is kept. */
static bool is_there(Visit *v)
{
    if (v->has_government) return true;
    visit_refuse_with(v, ERR_ABSENT, "belum ada pemerintah daerah di sini",
                      "no government is kept here yet");
    return false;
}

static void open_counters(Visit *v)
{
    if (is_there(v)) show_counters(v);
}

static void open_letters(Visit *v)
{
    if (is_there(v)) show_letters(v);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/loket", ANYBODY, NO_FIELDS, open_counters,
               "Counters, open or not"),
    ROUTE_DATA(GET, "/api/v1/edaran", ANYBODY, ROUTE_FIELDS(letter_fields),
               open_letters, "Letters in force on a day"),
};

const RouteTable api_public_routes = {routes, COUNT(routes)};
