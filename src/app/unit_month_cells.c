/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_month_part.h"

/* ---- deviations that were recorded --------------------------------------- */

static bool is_of_day(const UnitMonthMaking *m, const Fact *fact, FactKind kind)
{
    return fact->kind == kind && window_has(fact->days, m->date);
}

static char letter_of(const Fact *fact)
{
    return str_is(fact->word, STR("kantor")) ? PLACED_OFFICE : PLACED_HOME;
}

/* Of a unit: for everybody below it for whom nothing nearer is said. */
static void lay_unit(UnitMonthMaking *m, const Fact *fact)
{
    uint32_t unit = map_find(&m->r->unit_codes, fact->unit);
    for (uint32_t i = 0; i < m->people_count && unit != NO_INDEX; i++) {
        uint32_t p = m->people[i].index;
        if (unit_is_under(m->r, m->r->people[p].unit, (UnitId){unit}))
            m->aside[p] = letter_of(fact);
    }
}

static uint32_t depth_of(const UnitMonthMaking *m, const Fact *fact)
{
    uint32_t at = map_find(&m->r->unit_codes, fact->unit);
    uint32_t depth = 0;
    for (; at != NO_INDEX; at = m->r->units[at].parent.index)
        depth++;
    return depth;
}

static void lay_pins(UnitMonthMaking *m)
{
    for (uint32_t i = 0; i < m->people_count; i++)
        m->pinned[m->people[i].index] = 0;
    for (size_t i = 0; i < m->fact_count; i++) {
        const Fact *fact = m->facts[i];
        if (!is_of_day(m, fact, FACT_PIN)) continue;
        uint32_t p = map_find(&m->r->person_codes, fact->person);
        if (p != NO_INDEX) m->pinned[p] = letter_of(fact);
    }
}

enum { DEPTHS = 16 };

/* Units from the top down, people last; of the same the later one. */
static void lay_asides(UnitMonthMaking *m)
{
    for (uint32_t i = 0; i < m->people_count; i++)
        m->aside[m->people[i].index] = 0;
    for (uint32_t depth = 1; depth <= DEPTHS; depth++) {
        for (size_t i = 0; i < m->fact_count; i++) {
            const Fact *fact = m->facts[i];
            if (is_of_day(m, fact, FACT_DEVIATION) && fact->person.len == 0 &&
                depth_of(m, fact) == depth)
                lay_unit(m, fact);
        }
    }
    for (size_t i = 0; i < m->fact_count; i++) {
        const Fact *fact = m->facts[i];
        if (!is_of_day(m, fact, FACT_DEVIATION) || fact->person.len == 0)
            continue;
        uint32_t p = map_find(&m->r->person_codes, fact->person);
        if (p != NO_INDEX) m->aside[p] = letter_of(fact);
    }
}

/* ---- letters ------------------------------------------------------------- */

static bool can_deviate(char letter)
{
    return letter == PLACED_OFFICE || letter == PLACED_HOME ||
           letter == PLACED_FIELD;
}

/* The draft's letter, where it can hold. */
static char drafted(const UnitMonthMaking *m, uint32_t person, bool works,
                    char letter)
{
    if (m->draft == NULL || m->day < m->month->ahead) return letter;
    char cell = draft_cell(m->draft, (PersonId){person}, m->date);
    if (cell == DRAFT_NONE) return letter;
    bool holds = draft_is_aside(cell) ? works && can_deviate(letter)
                                      : m->said[person].letter == PLACED_OPEN;
    if (!holds && m->row_of[person] != NO_INDEX) m->month->lapsed++;
    if (!holds) return letter;
    return draft_letter(cell);
}

/* By the plan; where none holds the day, as it was fixed, or not yet. */
static char turn_of(const UnitMonthMaking *m, PersonId person)
{
    char letter = live_plan_cell(m->view, person, m->date);
    if (letter != PLACED_NONE || m->pinned[person.index] == 0) return letter;
    return m->pinned[person.index];
}

/* Where somebody is: by the law, the plan, a deviation, the draft. */
static void ask_person(UnitMonthMaking *m, uint32_t person)
{
    PersonId id = {person};
    bool serves = person_is_active(m->r, id, m->date);
    bool works = serves && law_works(m->law, id);
    Directive d = law_person(m->law, id);
    char letter = d.letter;
    if (letter == PLACED_OPEN) letter = turn_of(m, id);
    if (m->aside[person] != 0 && works && can_deviate(letter))
        letter = m->aside[person];
    if (!serves) letter = PLACED_NONE;
    m->said[person] = d;
    m->before[person] = letter;
    m->letter[person] = letter;
    if (serves) m->letter[person] = drafted(m, person, works, letter);
}

/* ---- cells --------------------------------------------------------------- */

/* Which reasons of the day's plan name a counter: made once a plan. */
static void find_serving(UnitMonthMaking *m)
{
    const Published *p = published_on(m->view->plans, m->date);
    if (p == m->plan) return;
    m->plan = p;
    if (p == NULL) return;
    m->serves = NEW(m->arena, uint8_t, (size_t)p->plan.reason_count + 1);
    for (uint32_t i = 0; i < p->plan.reason_count; i++) {
        const Reason *reason = &p->plan.reason[i];
        for (uint32_t c = 0; c < m->r->counter_count; c++) {
            if (reason->step == STEP_TURN &&
                str_is(reason->thing, m->r->counters[c].code))
                m->serves[i] = 1;
        }
    }
}

static bool serves_counter(const UnitMonthMaking *m, uint32_t person)
{
    if (m->plan == NULL || m->letter[person] != PLACED_OFFICE) return false;
    const Plan *plan = &m->plan->plan;
    size_t at = (size_t)person * plan->day_count + plan_day(plan, m->date);
    return m->serves[plan->reasons[at]] != 0;
}

static uint8_t marks_of(const UnitMonthMaking *m, uint32_t person)
{
    PersonId id = {person};
    const Directive *d = &m->said[person];
    bool open = d->letter == PLACED_OPEN;
    bool serves = person_is_active(m->r, id, m->date);
    char cell = DRAFT_NONE;
    if (m->draft != NULL) cell = draft_cell(m->draft, id, m->date);
    bool changed = m->letter[person] != m->before[person];
    bool aside = (m->aside[person] != 0 && can_deviate(m->before[person])) ||
                 (changed && draft_is_aside(cell));
    unsigned marks = 0;
    if (!serves) return 0;
    if (open) marks |= UNIT_MONTH_OPEN;
    if (law_works(m->law, id)) marks |= UNIT_MONTH_WORKS;
    if (d->step == STEP_RECALL && m->letter[person] == PLACED_OFFICE)
        marks |= UNIT_MONTH_CALLED;
    if (serves_counter(m, person)) marks |= UNIT_MONTH_COUNTER;
    if (changed) marks |= UNIT_MONTH_DRAFT;
    if (aside) marks |= UNIT_MONTH_ASIDE;
    if (open && m->pinned[person] == m->before[person])
        marks |= UNIT_MONTH_FIXED;
    if (open && live_plan_cell(m->view, id, m->date) == PLACED_NONE)
        marks |= UNIT_MONTH_BARE;
    return (uint8_t)marks;
}

/* Neither off, nor away by themselves, nor as usual. */
static bool is_governed(const UnitMonthMaking *m, uint32_t person)
{
    char letter = m->letter[person];
    if (m->said[person].step == STEP_HEALTH) return false;
    return (m->said[person].letter == PLACED_OPEN && letter != PLACED_NONE) ||
           letter == PLACED_OFFICE || letter == PLACED_HOME ||
           letter == PLACED_FIELD || letter == PLACED_CLOSED;
}

static void put_cell(UnitMonthMaking *m, UnitMonthRow *row)
{
    UnitMonth *month = m->month;
    uint32_t person = row->person.index;
    UnitMonthCell cell = {m->letter[person], m->before[person],
                          marks_of(m, person), 0};
    bool in = cell.letter == PLACED_OFFICE, was = cell.before == PLACED_OFFICE;
    row->cells[m->day] = cell;
    row->office += in;
    row->before += was;
    row->in_turn |= (cell.marks & UNIT_MONTH_OPEN) != 0;
    month->office[m->day] += in;
    month->before[m->day] += was;
    month->works[m->day] |= (cell.marks & UNIT_MONTH_WORKS) != 0;
    month->bare +=
        m->day >= month->ahead && (cell.marks & UNIT_MONTH_BARE) != 0;
    month->governed[m->day] |= is_governed(m, person);
    month->ruled |= (cell.marks & UNIT_MONTH_OPEN) != 0;
}

/* Whom a rule has somewhere, and who deviates from it. */
static void note_placed(UnitMonthMaking *m, uint32_t row)
{
    uint32_t person = m->month->rows[row].person.index;
    const Directive *d = &m->said[person];
    if (d->step != STEP_MUST || d->by.index == NO_INDEX) return;
    uint32_t bit = UINT32_C(1) << m->day;
    m->placed[(size_t)d->by.index * m->month->row_count + row] = 1;
    if (m->letter[person] != d->letter) m->placed_bad[d->by.index] |= bit;
    if (m->letter[person] != d->letter && m->before[person] == d->letter)
        m->placed_worse[d->by.index] |= bit;
}

void unit_month_cells(UnitMonthMaking *m)
{
    UnitMonth *month = m->month;
    lay_asides(m);
    lay_pins(m);
    find_serving(m);
    for (uint32_t i = 0; i < m->people_count; i++)
        ask_person(m, m->people[i].index);
    for (uint32_t row = 0; row < month->row_count; row++) {
        put_cell(m, &month->rows[row]);
        note_placed(m, row);
    }
    for (uint32_t g = 0; g < month->group_count; g++) {
        UnitMonthGroup *group = &month->groups[g];
        for (uint32_t i = 0; i < group->count; i++)
            group->office[m->day] +=
                m->letter[month->rows[group->first + i].person.index] ==
                PLACED_OFFICE;
    }
}
