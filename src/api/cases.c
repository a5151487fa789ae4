/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cases.c - what is to be asked about people's days, and what was asked.
 *
 * What was written to and fro is read on the page of the case: it may say why
 * somebody was away.
 */
#include "api/board_part.h"
#include "app/clarify.h"
#include "app/monitor.h"

static const FieldRule deviation_fields[] = {
    {"hari",    N_("Day"),        FIELD_DATE,   .needed = false            },
    {"unit",    N_("Unit"),       FIELD_CODE,   .most = API_CODE           },
    {"jenis",   N_("About"),      FIELD_CHOICE, .choices = PEOPLE_FIND_ASKS},
    {"setelah", N_("After whom"), FIELD_CODE,   .most = API_CODE           },
};
static const FieldRule case_fields[] = {
    {"keadaan", N_("State"),              FIELD_CHOICE,
     .choices = "ditanyakan|dijawab|selesai"                           },
    {"setelah", N_("After which record"), FIELD_ID,     .needed = false},
};

/* ---- deviations -----------------------------------------------------------
 */

static bool is_asked(const Finding *f)
{
    return finding_colour(f) == COLOUR_BREACH || f->outcome == OUTCOME_QUESTION;
}

static bool put_deviation(Json *json, Visit *v, const PeopleRow *row, Date day,
                          const Clarifications *asked, Err *err)
{
    MyVerdict *of = NEW(v->arena, MyVerdict, 1);
    const Clarification *matter = clarify_find(asked, row->person, day);
    if (!my_verdict(v->arena, v->view, row->person, day, of, err)) return false;
    json_open(json, NULL, '{');
    api_person(json, "orang", v, row->person);
    json_text(json, "keadaan",
              clarify_state_word(matter == NULL ? CLARIFY_NONE : matter->state,
                                 LANG_ID));
    json_open(json, "temuan", '[');
    for (uint32_t i = 0; i < of->verdict.count; i++) {
        if (is_asked(&of->verdict.findings[i]))
            api_finding(json, v, &of->verdict.findings[i]);
    }
    json_close(json);
    json_close(json);
    return true;
}

/* The last working day, where none is given: today is not over. */
static Date last_day(const Visit *v)
{
    Date before = v->today;
    if (monitor_working_days(v->view->corpus, v->today, &before, 1) == 0)
        before = date_plus(v->today, -1);
    return before;
}

static void choose(const Visit *v, UnitId within, const PeopleDay *day,
                   uint32_t from, BoardRows *out)
{
    const Register *r = &v->view->office->r;
    Str kind = visit_field(v, "jenis")->text;
    for (size_t i = 0; i < day->count; i++) {
        const PeopleRow *row = &day->rows[i];
        UnitId theirs = r->people[row->person.index].unit;
        if (people_find_asks(kind, row) &&
            (within.index == NO_INDEX || unit_is_under(r, theirs, within)))
            board_row_take(out, row, from);
    }
}

static bool put_deviations(Json *json, Visit *v, const BoardRows *rows,
                           Date day, Err *err)
{
    Clarifications asked = clarify_all(v->arena, v->view);
    json_open(json, "pegawai", '[');
    for (size_t i = 0; i < rows->count; i++) {
        if (!put_deviation(json, v, rows->at[i], day, &asked, err))
            return false;
    }
    json_close(json);
    return true;
}

static void show_deviations(Visit *v)
{
    Err err = {0};
    Date date;
    UnitId unit;
    uint32_t from = 0;
    PeopleDay day;
    BoardRows *rows = NEW(v->arena, BoardRows, 1);
    if (!board_day_of(v, last_day(v), &date) || !asked_unit(v, &unit) ||
        !api_cursor(v, &from))
        return;
    if (!people_day(v->arena, v->view, date, &day, &err)) {
        visit_refuse(v, &err);
        return;
    }
    choose(v, unit, &day, from, rows);
    Json json = api_open(v);
    api_date(&json, "hari", date);
    if (!put_deviations(&json, v, rows, date, &err)) {
        v->answer->body.len = 0;
        visit_refuse(v, &err);
        return;
    }
    board_rows_end(&json, v, rows);
    api_close(v, &json);
}

/* ---- clarifications -------------------------------------------------------
 */

static const Fact *last_of(const Clarification *c)
{
    return c->log[c->count - 1];
}

static void put_case(Json *json, const Visit *v, const Clarification *c)
{
    const Fact *last = last_of(c);
    json_open(json, NULL, '{');
    api_person(json, "orang", v, c->person);
    api_date(json, "hari", c->day);
    json_text(json, "keadaan", clarify_state_word(c->state, LANG_ID));
    json_number(json, "catatan", (int64_t)c->count);
    json_open(json, "terakhir", '{');
    api_id(json, "id", last->id);
    json_text(json, "kata", last->word);
    api_coded(json, "oleh", v, last->actor);
    api_instant(json, "saat", fact_when(last));
    json_close(json);
    json_close(json);
}

/* Behind the case whose last word has that id: a new word moves its case to the
 * front, and the mark holds no more. */
static bool begin_of(Visit *v, const Clarifications *all, size_t *from)
{
    const FieldValue *after = visit_field(v, "setelah");
    *from = 0;
    if (!after->given) return true;
    while (*from < all->count &&
           !fact_id_is(last_of(&all->at[*from])->id, after->id))
        ++*from;
    if (++*from <= all->count) return true;
    api_cursor_stale(v);
    return false;
}

static bool has_state(const Visit *v, const Clarification *c)
{
    Str asked = visit_field(v, "keadaan")->text;
    return asked.len == 0 ||
           str_is(asked, clarify_state_word(c->state, LANG_ID));
}

static void put_cases(Json *json, const Visit *v, const Clarifications *all,
                      size_t from)
{
    size_t put = 0;
    const Clarification *last = NULL, *over = NULL;
    json_open(json, "perkara", '[');
    for (size_t i = from; i < all->count && over == NULL; i++) {
        if (!has_state(v, &all->at[i])) continue;
        if (put == API_PAGE) {
            over = &all->at[i];
            continue;
        }
        last = &all->at[i];
        put_case(json, v, last);
        put++;
    }
    json_close(json);
    if (over == NULL)
        json_none(json, "berikut");
    else
        api_id(json, "berikut", last_of(last)->id);
}

static void show_cases(Visit *v)
{
    size_t from = 0;
    Clarifications all = clarify_all(v->arena, v->view);
    if (!begin_of(v, &all, &from)) return;
    Json json = api_open(v);
    json_number(&json, "ditanyakan", (int64_t)all.asked);
    json_number(&json, "dijawab", (int64_t)all.answered);
    put_cases(&json, v, &all, from);
    api_close(v, &json);
}

static void show_waiting(Visit *v)
{
    Clarifications mine = clarify_waiting(v->arena, v->view, v->about);
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    json_open(&json, "perkara", '[');
    for (size_t i = 0; i < mine.count; i++)
        put_case(&json, v, &mine.at[i]);
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/tidak-sesuai", MAY_OF_GOVERNMENT(MONITOR),
               ROUTE_FIELDS(deviation_fields), show_deviations,
               "Whose day is to be asked about"),
    ROUTE_DATA(GET, "/api/v1/klarifikasi", MAY_OF_GOVERNMENT(MONITOR),
               ROUTE_FIELDS(case_fields), show_cases,
               "What was asked about people's days"),
    ROUTE_DATA(GET, "/api/v1/saya/klarifikasi", MAY_OF_SELF(SEE_PERSON),
               NO_FIELDS, show_waiting, "Questions that wait for one's answer"),
};

const RouteTable api_case_routes = {routes, COUNT(routes)};
