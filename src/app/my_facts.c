/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_facts.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { TARGET_BACK = 100 };

/* Of a unit, what bears on the people of it. */
static const uint64_t of_units = K(NOTICE) | K(DEVIATION) | K(RHYTHM) |
                                 K(ERASE) | K(MEETING) | K(DECISION) |
                                 K(CORRECTION) | K(FINISHED);
static const uint64_t of_all = K(OUTAGE) | K(ERASE);

typedef struct {
    Arena *arena;
    LiveView *view;
    Str person;
    Date day;
    Window read; /* days of which the person's facts are read */
    VEC(Fact) facts;
} Gathering;

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Gathering *g = context;
    (void)number;
    (void)err;
    VEC_PUSH(g->arena, &g->facts, *fact);
    return true;
}

static bool read_days(Gathering *g, Window days, uint64_t kinds, Err *err)
{
    FactQuery query = {.government = g->view->office->government.code,
                       .days = days,
                       .person = g->person,
                       .kinds = kinds};
    return store_facts(live_store(g->view->live), g->arena, &query, take, g,
                       err);
}

/* ---- at hand ------------------------------------------------------------ */

static bool is_here(const Gathering *g, FactId id)
{
    for (size_t i = 0; i < g->facts.count; i++) {
        if (fact_id_is(g->facts.at[i].id, id)) return true;
    }
    return false;
}

/* What holds on some day that is read, or answers what is here already: an
 * answer comes behind, and its own day says nothing. */
static bool is_near(const Gathering *g, const Fact *fact)
{
    Window days = fact_days(fact);
    if (fact->kind == FACT_ERASE || fact->kind == FACT_OUTAGE) return true;
    if (fact_follows(fact)) return is_here(g, fact->about);
    return !date_before(days.last, g->read.first) &&
           !date_before(g->day, days.first);
}

static void take_near(Gathering *g, LiveFacts facts, uint64_t kinds)
{
    for (size_t i = 0; i < facts.count; i++) {
        const Fact *fact = facts.at[i];
        if ((kinds >> fact->kind & 1) != 0 && is_near(g, fact))
            VEC_PUSH(g->arena, &g->facts, *fact);
    }
}

static void take_all(Gathering *g, LiveFacts facts)
{
    for (size_t i = 0; i < facts.count; i++)
        VEC_PUSH(g->arena, &g->facts, *facts.at[i]);
}

static void take_units(Gathering *g, PersonId person)
{
    const Register *r = &g->view->office->r;
    UnitId unit = r->people[person.index].unit;
    for (; unit.index != NO_INDEX; unit = r->units[unit.index].parent)
        take_near(g, live_facts_unit(g->view, g->arena, unit), of_units);
}

/* ---- targets ------------------------------------------------------------ */

/* The first day from which a target of the day counts reports. */
static Date counted_from(const Gathering *g)
{
    Date first = g->read.first;
    for (size_t i = 0; i < g->facts.count; i++) {
        const Fact *fact = &g->facts.at[i];
        if (fact->kind == FACT_TARGET && window_has(fact->days, g->day) &&
            date_before(fact->days.first, first))
            first = fact->days.first;
    }
    Date limit = date_plus(g->day, -TARGET_BACK);
    return date_before(first, limit) ? limit : first;
}

static bool read_targets(Gathering *g, Err *err)
{
    Window days = {counted_from(g), date_plus(g->read.first, -1)};
    return window_is_empty(days) ||
           read_days(g, days, K(REPORT) | K(CORRECTION), err);
}

/* ---- what they answer --------------------------------------------------- */

/* An answer belongs where the answered one does: that must be known. */
static bool read_answered(Gathering *g, Err *err)
{
    for (size_t i = 0; i < g->facts.count; i++) {
        Fact answered = {0};
        bool found = false;
        Fact fact = g->facts.at[i];
        if (!fact_follows(&fact) || is_here(g, fact.about)) continue;
        if (!store_fact(live_store(g->view->live), g->arena,
                        g->view->office->government.code, fact.about, &answered,
                        &found, err))
            return false;
        if (found) VEC_PUSH(g->arena, &g->facts, answered);
    }
    return true;
}

/* ---- all ---------------------------------------------------------------- */

/* Nobody knows what came after the day that it is now. */
static Window days_read(const LiveView *view, Date day)
{
    Date last = live_today(view);
    if (date_before(last, day)) last = day;
    return (Window){date_plus(day, -MY_FACTS_BACK), last};
}

bool my_facts(Arena *arena, LiveView *view, PersonId person, Date day,
              DataFacts *out, Err *err)
{
    Gathering g = {.arena = arena,
                   .view = view,
                   .person = view->office->r.people[person.index].code,
                   .day = day,
                   .read = days_read(view, day)};
    take_all(&g, live_facts_person(view, arena, person));
    take_units(&g, person);
    take_all(&g, live_facts_naming(view, arena, person, g.read));
    take_near(&g, live_facts_common(view, arena), of_all);
    if (!read_days(&g, g.read, 0, err) || !read_targets(&g, err) ||
        !read_answered(&g, err))
        return false;
    *out = (DataFacts){g.facts.at, g.facts.count};
    return true;
}
