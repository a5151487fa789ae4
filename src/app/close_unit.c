/* SPDX-License-Identifier: Apache-2.0 */
#include "app/close_unit.h"

#include "circular/closure.h"

enum { DAYS_LOOKED_AT = 62 }; /* longer ones have working days among them */

typedef struct {
    const LiveView *view;
    const Register *r;
    Window days; /* those that are looked at */
} Closing;

static Closing closing_of(const LiveView *view, Window days)
{
    Date last = date_plus(days.first, DAYS_LOOKED_AT - 1);
    if (date_before(last, days.last)) days.last = last;
    return (Closing){view, &view->office->r, days};
}

static bool works(const Closing *c, UnitId unit, Date day)
{
    const Corpus *corpus = c->view->corpus;
    return calendar_works(corpus->calendar, c->r->units[unit.index].week, day,
                          corpus->known);
}

/* Where the plan has somebody on these days. */
typedef enum { NOT_THERE, AT_HOME, AT_WORK } Whereabouts;

/* Whoever is on leave or away on a trip stays so. */
static Whereabouts where_on(const Closing *c, PersonId person, Date day)
{
    char letter = live_plan_cell(c->view, person, day);
    if (letter == PLACED_LEAVE || letter == PLACED_TRIP ||
        !person_is_active(c->r, person, day) ||
        !works(c, c->r->people[person.index].unit, day))
        return NOT_THERE;
    return letter == PLACED_HOME ? AT_HOME : AT_WORK;
}

static Whereabouts where_of(const Closing *c, PersonId person)
{
    Whereabouts most = NOT_THERE;
    for (Date day = c->days.first;
         most != AT_WORK && !date_before(c->days.last, day);
         day = date_plus(day, 1)) {
        Whereabouts one = where_on(c, person, day);
        if (one > most) most = one;
    }
    return most;
}

static bool would_open(const Closing *c, const Counter *counter)
{
    for (Date day = c->days.first; !date_before(c->days.last, day);
         day = date_plus(day, 1)) {
        if (window_has(counter->window, day) &&
            (counter->weekdays >> date_weekday(day) & 1) != 0 &&
            works(c, counter->unit, day))
            return true;
    }
    return false;
}

static bool is_of(const Closing *c, UnitId unit, UnitId closed)
{
    return c->r->work_unit_of[unit.index].index == closed.index;
}

static void count_people(const Closing *c, UnitId unit, CloseUnitEffects *out)
{
    for (uint32_t p = 0; p < c->r->person_count; p++) {
        if (!is_of(c, c->r->people[p].unit, unit)) continue;
        Whereabouts where = where_of(c, (PersonId){p});
        out->people += where == AT_WORK;
        out->home += where == AT_HOME;
    }
}

static int32_t counters_of(const Closing *c, UnitId unit)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < c->r->counter_count; i++)
        count += is_of(c, c->r->counters[i].unit, unit) &&
                 would_open(c, &c->r->counters[i]);
    return count;
}

/* Meetings that were called for these days there, or in a part of it. */
static size_t meetings_of(Arena *arena, const LiveView *view, UnitId unit,
                          Window days)
{
    const Register *r = &view->office->r;
    size_t count = 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (r->work_unit_of[u].index != unit.index) continue;
        LiveFacts facts = live_facts_unit(view, arena, (UnitId){u});
        for (size_t i = 0; i < facts.count; i++)
            count += facts.at[i]->kind == FACT_MEETING &&
                     window_meets(facts.at[i]->days, days);
    }
    return count;
}

/* The order as the law would have it. */
static Event event_of(const CloseUnitWish *wish)
{
    return (Event){.kind = EVENT_CLOSURE,
                   .unit = wish->unit,
                   .person = NO_PERSON,
                   .window = wish->days,
                   .from = -1,
                   .to = -1,
                   .cases = wish->cases,
                   .ordered = str_is(wish->word, STR("perintah"))};
}

CloseUnitEffects close_unit_effects(Arena *arena, const LiveView *view,
                                    const CloseUnitWish *wish)
{
    Event event = event_of(wish);
    Closure closure;
    /* Its last day is given, so that it has one. */
    CHECK(closure_foresee(view->corpus, &event, &closure));
    Closing c = closing_of(view, closure.window);
    CloseUnitEffects out = {.days = closure.window, .by = closure.by};
    count_people(&c, wish->unit, &out);
    out.counters = counters_of(&c, wish->unit);
    out.meetings = meetings_of(arena, view, wish->unit, closure.window);
    return out;
}

bool close_unit_is_one(const Register *r, UnitId unit, Err *err)
{
    UnitId above = r->work_unit_of[unit.index];
    Str name = r->units[unit.index].name;
    if (r->units[unit.index].work_unit) return true;
    if (above.index == NO_INDEX) {
        (void)FAIL(err, ERR_INPUT,
                   "what is closed is a unit kerja; %.*s is none, choose a "
                   "unit kerja below it",
                   STR_ARG(name));
        return err_id(err,
                      "yang ditutup ialah unit kerja; %.*s bukan unit kerja, "
                      "pilih unit kerja di bawahnya",
                      STR_ARG(name));
    }
    Str whole = r->units[above.index].name;
    (void)FAIL(err, ERR_INPUT,
               "what is closed is a unit kerja; %.*s is a part of %.*s, choose "
               "that one",
               STR_ARG(name), STR_ARG(whole));
    return err_id(err,
                  "yang ditutup ialah unit kerja; %.*s bagian dari %.*s, pilih "
                  "itu",
                  STR_ARG(name), STR_ARG(whole));
}

bool close_unit_fits(Window days, Str word, Str text, Err *err)
{
    if (window_is_empty(days)) {
        (void)FAIL(err, ERR_INPUT, "the last day lies before the first day");
        return err_id(err, "hari terakhir mendahului hari pertama");
    }
    if (str_is(word, STR("perintah")) || text.len == 0) return true;
    (void)FAIL(err, ERR_INPUT,
               "with a case the public is told no more than that the unit is "
               "closed: leave the text empty, or choose by order");
    return err_id(err, "tentang kasus, masyarakat hanya diberi tahu bahwa unit "
                       "ditutup: kosongkan isiannya, atau pilih atas perintah");
}
