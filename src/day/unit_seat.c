/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_notice.h"
#include "day/unit_part.h"

/* Closures, caps, people: docs/day.md, sections 5.2 to 5.4. */

enum { CLOSURE_SOUGHT = 31 /* days before, in which it may have been said */ };

/* ---- closures ----------------------------------------------------------- */

/* Does the fact begin with a run of the unit that holds the day? */
static bool begins_run(const UnitMaking *m, UnitId unit, Date first)
{
    for (uint32_t i = 0; i < m->corpus->closure_count; i++) {
        const Closure *run = &m->corpus->closures[i];
        if (run->unit.index == unit.index && window_has(run->window, m->day) &&
            date_is(run->window.first, first))
            return true;
    }
    return false;
}

static Cited closed_by(const UnitMaking *m, UnitId unit)
{
    const Entry *e, *last = NULL;
    Cited cited = {0};
    for (int32_t back = CLOSURE_SOUGHT; back >= 0; back--) {
        Judge j = unit_thread_node(m, unit, date_plus(m->day, -back));
        for (uint32_t at = 0; (e = judge_entry(&j, FACT_CLOSURE, &at));) {
            if (begins_run(m, unit, e->fact->days.first)) last = e;
        }
    }
    cite_entry(&cited, last);
    return cited;
}

void unit_seat_closure(UnitMaking *m, UnitId unit)
{
    ClauseId by = NO_CLAUSE;
    if (!unit_thread_closed(m, unit, &by)) return;
    Window days = unit_notice_days(m->corpus, unit, m->day);
    UnitLine line = unit_thread_line(UNIT_TOPIC_CLOSURE, UNIT_CLOSED, unit);
    line.by = by;
    line.numbers[0] = m->day.days - days.first.days + 1;
    line.numbers[1] = days.last.days - days.first.days + 1;
    unit_thread_cite(&line, closed_by(m, unit));
    unit_thread_add(m, line);
}

/* ---- caps --------------------------------------------------------------- */

static bool caps_office(const Clause *clause)
{
    return clause->act == ACT_CAP && clause->cap.office && !clause->cap.home &&
           clause->cap.compare != AT_LEAST;
}

static bool is_in_base(const UnitMaking *m, const Selection *base,
                       PersonId person)
{
    if (base == NULL) return true;
    Profile profile = law_profile(m->law, person);
    return selection_has(base, m->r, &profile, person, m->day,
                         m->corpus->known) != PICK_NOT;
}

enum { BASE, STATED, EXPECTED, THERE, CALLED };

static void count_person(UnitMaking *m, ClauseId cap, PersonId person,
                         UnitLine *line, bool *works)
{
    if (law_level_unit(m->law, cap, person).index != line->unit.index ||
        !person_is_active(m->r, person, m->day))
        return;
    const Selection *base = corpus_clause(m->corpus, cap)->cap.base;
    const UnitSeen *seen = unit_thread_seen(m, person);
    line->numbers[BASE] += is_in_base(m, base, person);
    *works |= seen->works;
    if (!seen->works ||
        law_cap_unit(m->law, cap, person).index != line->unit.index)
        return;
    line->numbers[EXPECTED] += seen->expected == PLACED_OFFICE;
    line->numbers[THERE] += seen->where == PLACED_OFFICE;
    line->numbers[CALLED] += seen->called;
}

static UnitOutcome outcome_of_cap(const int32_t *numbers)
{
    if (numbers[THERE] > numbers[STATED] && numbers[THERE] > numbers[EXPECTED])
        return UNIT_EXCEEDED;
    return numbers[EXPECTED] > numbers[STATED] ? UNIT_OVER : UNIT_WITHIN;
}

static void tell_cap(UnitMaking *m, ClauseId cap, UnitId unit)
{
    const Cap *says = &corpus_clause(m->corpus, cap)->cap;
    UnitLine line = unit_thread_line(UNIT_TOPIC_CAP, UNIT_WITHIN, unit);
    bool works = false;
    for (uint32_t p = 0; p < m->r->person_count; p++)
        count_person(m, cap, (PersonId){p}, &line, &works);
    if (!works) return;
    line.numbers[STATED] = cap_number(says, line.numbers[BASE]);
    if (line.numbers[STATED] < says->floor_number)
        line.numbers[STATED] = says->floor_number;
    unit_thread_set(&line, outcome_of_cap(line.numbers));
    line.by = cap;
    unit_thread_add(m, line);
}

static bool told_before(const UnitMaking *m, ClauseId cap, UnitId unit)
{
    for (size_t i = 0; i < m->lines.count; i++) {
        const UnitLine *line = &m->lines.at[i];
        if (line->topic == UNIT_TOPIC_CAP && line->by.index == cap.index &&
            line->unit.index == unit.index)
            return true;
    }
    return false;
}

void unit_seat_caps(UnitMaking *m)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(m->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!caps_office(corpus_clause(m->corpus, all[i]))) continue;
        for (uint32_t u = 0; u < m->unit_count; u++) {
            UnitId unit = cap_level_unit(m->corpus, all[i], m->units[u]);
            if (unit.index != NO_INDEX && !told_before(m, all[i], unit))
                tell_cap(m, all[i], unit);
        }
    }
}

/* ---- people ------------------------------------------------------------- */

void unit_seat_people(UnitMaking *m)
{
    UnitLine line =
        unit_thread_line(UNIT_TOPIC_PEOPLE, UNIT_COUNTED, m->ask.unit);
    line.numbers[0] = (int32_t)m->people_count;
    for (uint32_t i = 0; i < m->people_count; i++) {
        const UnitSeen *seen = unit_thread_seen(m, m->people[i]);
        if (!seen->works) continue;
        line.numbers[1] += seen->expected == PLACED_OFFICE;
        line.numbers[2] += seen->where == PLACED_OFFICE;
        line.numbers[3] +=
            seen->expected == PLACED_HOME || seen->expected == PLACED_CLOSED;
        line.numbers[4] += seen->where == PLACED_HOME;
    }
    unit_thread_add(m, line);
}
