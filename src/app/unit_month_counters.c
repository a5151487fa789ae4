/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_month_part.h"
#include "audit/rules.h"

/*
 * How many officers the unit's counters have: a matching grown one officer at
 * a time, each counter taking somebody free, or somebody of another counter
 * that finds a substitute (Kuhn 1955).  Officers of counters elsewhere are
 * theirs to give: only the unit's own counters are matched.
 */

void unit_month_find_counters(UnitMonthMaking *m)
{
    UnitMonth *month = m->month;
    month->counters =
        NEW(m->arena, UnitMonthCounter, (size_t)m->r->counter_count + 1);
    for (uint32_t c = 0; c < m->r->counter_count; c++) {
        if (unit_is_under(m->r, m->r->counters[c].unit, month->unit))
            month->counters[month->counter_count++].counter = c;
    }
}

typedef struct {
    UnitMonthMaking *m;
    bool before; /* without the draft */
    Map serving; /* code of an officer -> counter of the month */
    uint8_t *asked;
} Matching;

/* Whoever is of no cap's unit was not asked yet. */
static char letter_of(const Matching *x, PersonId person)
{
    const UnitMonthMaking *m = x->m;
    if (!unit_is_under(m->r, m->r->people[person.index].unit, m->root))
        return live_plan_cell(m->view, person, m->date);
    const char *letters = x->before ? m->before : m->letter;
    return letters[person.index];
}

static bool can_serve(const Matching *x, const Counter *counter,
                      PersonId person)
{
    char letter = letter_of(x, person);
    return letter == PLACED_OFFICE || letter == PLACED_USUAL ||
           (letter == PLACED_FIELD && counter->kind == COUNTER_FIELD);
}

static bool find_officer(Matching *x, uint32_t at)
{
    const Register *r = x->m->r;
    const Counter *counter = &r->counters[x->m->month->counters[at].counter];
    x->asked[at] = 1;
    for (size_t i = 0; i < counter->staff_count; i++) {
        Str code = r->people[counter->staff[i].index].code;
        uint32_t other = map_find(&x->serving, code);
        if (other == at || !can_serve(x, counter, counter->staff[i])) continue;
        if (other != NO_INDEX && (x->asked[other] || !find_officer(x, other)))
            continue;
        (void)map_put(&x->serving, code, at);
        return true;
    }
    return false;
}

static bool finds_one(Matching *x, uint32_t at)
{
    for (uint32_t i = 0; i < x->m->month->counter_count; i++)
        x->asked[i] = 0;
    return find_officer(x, at);
}

static void match(UnitMonthMaking *m, bool before)
{
    UnitMonth *month = m->month;
    Matching x = {m, before, map_in(m->arena),
                  NEW(m->arena, uint8_t, (size_t)month->counter_count + 1)};
    for (uint32_t c = 0; c < month->counter_count; c++) {
        UnitMonthCounterDay *day = &month->counters[c].days[m->day];
        int32_t *served = before ? &day->before : &day->served;
        while (day->open && *served < day->need && finds_one(&x, c))
            ++*served;
    }
}

void unit_month_counters(UnitMonthMaking *m)
{
    RuleDay day = {.corpus = m->corpus, .law = m->law, .date = m->date};
    for (uint32_t c = 0; c < m->month->counter_count; c++) {
        UnitMonthCounter *line = &m->month->counters[c];
        const Counter *counter = &m->r->counters[line->counter];
        line->days[m->day].open = counter_rule_opens(&day, counter);
        line->days[m->day].need = counter->need;
    }
    match(m, true);
    match(m, false);
}
