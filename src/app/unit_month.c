/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_month.h"

#include "app/unit_month_part.h"
#include "day/effects.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

Window unit_month_window(Date day)
{
    Civil c = date_civil(day);
    Date first = {0}, next = {0};
    CHECK(date_of(c.year, c.month, 1, &first));
    CHECK(date_of(c.year + c.month / 12, c.month % 12 + 1, 1, &next));
    return (Window){first, date_plus(next, -1)};
}

const UnitMonthRow *unit_month_row(const UnitMonth *month, PersonId person)
{
    for (uint32_t i = 0; i < month->row_count; i++) {
        if (month->rows[i].person.index == person.index) return &month->rows[i];
    }
    return NULL;
}

/* ---- people -------------------------------------------------------------- */

/* What rows are sorted by: the child of the unit, the unit, its heads, then as
 * the register has them. */
typedef struct {
    uint32_t person, group, unit; /* places in the tree */
    bool heads;
} Place;

/* The unit right below `top` that has the unit, or `top` itself. */
static UnitId child_of(const Register *r, UnitId unit, UnitId top)
{
    while (unit.index != top.index &&
           r->units[unit.index].parent.index != top.index)
        unit = r->units[unit.index].parent;
    return unit;
}

static bool serves_within(const Register *r, PersonId person, Window days)
{
    const Person *p = &r->people[person.index];
    return window_meets(p->window, days);
}

static int by_place(const void *a, const void *b)
{
    const Place *x = a, *y = b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (x->unit != y->unit) return x->unit < y->unit ? -1 : 1;
    if (x->heads != y->heads) return x->heads ? -1 : 1;
    return (x->person > y->person) - (x->person < y->person);
}

static Place place_of(const UnitMonthMaking *m, uint32_t person)
{
    const Register *r = m->r;
    UnitId unit = r->people[person].unit;
    UnitId child = child_of(r, unit, m->month->unit);
    PersonId head = unit_head(r, unit, m->month->days.first);
    return (Place){person, r->enter[child.index], r->enter[unit.index],
                   head.index == person};
}

static void add_row(UnitMonthMaking *m, const Place *place)
{
    UnitMonth *month = m->month;
    uint32_t row = month->row_count++;
    UnitId child =
        child_of(m->r, m->r->people[place->person].unit, month->unit);
    m->row_of[place->person] = row;
    month->rows[row].person = (PersonId){place->person};
    UnitMonthGroup *last =
        month->group_count == 0 ? NULL : &month->groups[month->group_count - 1];
    if (last == NULL || last->unit.index != child.index) {
        last = &month->groups[month->group_count++];
        *last = (UnitMonthGroup){.unit = child, .first = row};
    }
    last->count++;
}

static void find_rows(UnitMonthMaking *m)
{
    UnitMonth *month = m->month;
    VEC(Place) places = {0};
    for (uint32_t i = 0; i < m->people_count; i++) {
        uint32_t p = m->people[i].index;
        if (unit_is_under(m->r, m->r->people[p].unit, month->unit))
            VEC_PUSH(m->arena, &places, place_of(m, p));
    }
    if (places.count > 1)
        qsort(places.at, places.count, sizeof places.at[0], by_place);
    month->rows = NEW(m->arena, UnitMonthRow, places.count + 1);
    month->groups = NEW(m->arena, UnitMonthGroup, places.count + 1);
    for (size_t i = 0; i < places.count; i++)
        add_row(m, &places.at[i]);
}

static void find_people(UnitMonthMaking *m)
{
    VEC(PersonId) people = {0};
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        m->row_of[p] = NO_INDEX;
        if (unit_is_under(m->r, m->r->people[p].unit, m->root) &&
            serves_within(m->r, (PersonId){p}, m->month->days))
            VEC_PUSH(m->arena, &people, (PersonId){p});
    }
    m->people = people.at;
    m->people_count = (uint32_t)people.count;
}

/* ---- the month ----------------------------------------------------------- */

/* Of the first day that may still change; else of the last that has one. */
static const Published *plan_of(const LiveView *view, const UnitMonth *month)
{
    const Published *last = NULL;
    for (uint32_t d = 0; d < month->day_count; d++) {
        const Published *p =
            published_on(view->plans, date_plus(month->days.first, (int32_t)d));
        if (p != NULL && d >= month->ahead) return p;
        if (p != NULL) last = p;
    }
    return last;
}

static UnitMonth month_of(Arena *arena, const LiveView *view, UnitId unit,
                          Window days)
{
    Date today = live_today(view);
    UnitMonth month = {.arena = arena, .unit = unit, .days = days};
    month.day_count = (uint32_t)window_days(days);
    CHECK(month.day_count <= DRAFT_DAYS);
    month.today = window_has(days, today)
                      ? (uint32_t)(today.days - days.first.days)
                      : NO_INDEX;
    while (month.ahead < month.day_count &&
           !date_before(today, date_plus(days.first, (int32_t)month.ahead)))
        month.ahead++;
    month.plan = plan_of(view, &month);
    return month;
}

static UnitMonthMaking making_of(Arena *arena, const LiveView *view,
                                 const Draft *draft, UnitMonth *month)
{
    const Register *r = &view->office->r;
    size_t people = (size_t)r->person_count + 1;
    UnitMonthMaking m = {.arena = arena,
                         .view = view,
                         .r = r,
                         .corpus = view->corpus,
                         .draft = draft,
                         .month = month};
    LiveFacts facts =
        live_facts_kinds(view, arena, K(PIN) | K(DEVIATION) | K(CORRECTION));
    VEC(Fact) given = {0};
    for (size_t i = 0; i < facts.count; i++)
        VEC_PUSH(arena, &given, *facts.at[i]);
    m.facts = effects_standing(arena, given.at, given.count,
                               K(PIN) | K(DEVIATION), &m.fact_count);
    month->by_hand = m.facts;
    month->by_hand_count = m.fact_count;
    m.row_of = NEW(arena, uint32_t, people);
    m.said = NEW(arena, Directive, people);
    m.letter = NEW(arena, char, people);
    m.before = NEW(arena, char, people);
    m.aside = NEW(arena, char, people);
    m.pinned = NEW(arena, char, people);
    m.counts = NEW(arena, UnitMonthCount, (size_t)r->unit_count + 1);
    return m;
}

static void make_rooms(UnitMonthMaking *m)
{
    size_t clauses = (size_t)m->corpus->clause_count + 1;
    m->placed = NEW(m->arena, uint8_t, clauses * (m->month->row_count + 1));
    m->placed_bad = NEW(m->arena, uint32_t, clauses);
    m->placed_worse = NEW(m->arena, uint32_t, clauses);
}

UnitMonth unit_month(Arena *arena, const LiveView *view, UnitId unit,
                     Window days, const Draft *draft)
{
    UnitMonth month = month_of(arena, view, unit, days);
    UnitMonthMaking m = making_of(arena, view, draft, &month);
    m.root = unit_month_root(&m);
    find_people(&m);
    find_rows(&m);
    make_rooms(&m);
    unit_month_find_counters(&m);
    for (m.day = 0; m.day < month.day_count; m.day++) {
        m.date = date_plus(days.first, (int32_t)m.day);
        m.law = law_day(arena, m.corpus, m.date);
        unit_month_cells(&m);
        unit_month_shifts(&m);
        unit_month_caps(&m);
        unit_month_counters(&m);
    }
    month.caps = m.caps.at;
    month.cap_count = (uint32_t)m.caps.count;
    unit_month_rules(&m);
    return month;
}

bool unit_month_is_planned(const UnitMonth *month)
{
    bool open = false;
    for (uint32_t i = 0; i < month->row_count; i++) {
        for (uint32_t d = 0; d < month->day_count; d++) {
            unsigned marks = month->rows[i].cells[d].marks;
            if ((marks & UNIT_MONTH_OPEN) == 0) continue;
            if ((marks & UNIT_MONTH_BARE) == 0) return true;
            open = true;
        }
    }
    return !open;
}
