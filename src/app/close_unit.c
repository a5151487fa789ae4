/* SPDX-License-Identifier: Apache-2.0 */
#include "app/close_unit.h"

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

/* Whoever is on leave or away on a trip stays so. */
static bool would_work(const Closing *c, PersonId person)
{
    for (Date day = c->days.first; !date_before(c->days.last, day);
         day = date_plus(day, 1)) {
        char letter = live_plan_cell(c->view, person, day);
        if (letter != PLACED_LEAVE && letter != PLACED_TRIP &&
            person_is_active(c->r, person, day) &&
            works(c, c->r->people[person.index].unit, day))
            return true;
    }
    return false;
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

static int32_t people_of(const Closing *c, UnitId unit)
{
    int32_t count = 0;
    for (uint32_t p = 0; p < c->r->person_count; p++)
        count += unit_is_under(c->r, c->r->people[p].unit, unit) &&
                 would_work(c, (PersonId){p});
    return count;
}

static int32_t counters_of(const Closing *c, UnitId unit)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < c->r->counter_count; i++)
        count += unit_is_under(c->r, c->r->counters[i].unit, unit) &&
                 would_open(c, &c->r->counters[i]);
    return count;
}

/* Meetings that were called for these days there. */
static size_t meetings_of(Arena *arena, const LiveView *view, UnitId unit,
                          Window days)
{
    LiveFacts facts = live_facts_unit(view, arena, unit);
    size_t count = 0;
    for (size_t i = 0; i < facts.count; i++)
        count += facts.at[i]->kind == FACT_MEETING &&
                 window_meets(facts.at[i]->days, days);
    return count;
}

CloseUnitEffects close_unit_effects(Arena *arena, const LiveView *view,
                                    UnitId unit, Window days)
{
    Closing c = closing_of(view, days);
    return (CloseUnitEffects){people_of(&c, unit), counters_of(&c, unit),
                              meetings_of(arena, view, unit, days)};
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
