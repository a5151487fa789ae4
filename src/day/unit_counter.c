/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_part.h"

/* Counters and task forces: docs/day.md, sections 5.5 and 5.6. */

/* ---- who serves --------------------------------------------------------- */

enum { NEEDED, READY, THERE, OPENS, CLOSES };

static bool is_ready(const UnitMaking *m, PersonId person, bool field,
                     const UnitSeen *seen)
{
    char place = field ? PLACED_FIELD : PLACED_OFFICE;
    return person_is_active(m->r, person, m->day) && seen->works &&
           (seen->expected == place || seen->expected == PLACED_USUAL);
}

/* Whoever works as usual owes no check-in and is taken to be there. */
static bool is_there(bool ready, bool field, const UnitSeen *seen)
{
    if (seen->where == PLACED_OFFICE) return true;
    if (seen->where == PLACED_FIELD) return field;
    return ready && seen->expected == PLACED_USUAL && seen->where == '?';
}

static void count_officer(UnitMaking *m, PersonId person, bool field,
                          UnitLine *line)
{
    const UnitSeen *seen = unit_thread_seen(m, person);
    bool ready = is_ready(m, person, field, seen);
    line->numbers[READY] += ready;
    line->numbers[THERE] += is_there(ready, field, seen);
}

static void count_listed(UnitMaking *m, Str list, bool field, UnitLine *line)
{
    Str code;
    line->numbers[NEEDED] = unit_thread_items(list);
    while (str_next(&list, '|', &code)) {
        uint32_t person = map_find(&m->r->person_codes, str_trim(code));
        if (person != NO_INDEX)
            count_officer(m, (PersonId){person}, field, line);
    }
}

static void count_officers(UnitMaking *m, const Counter *counter,
                           const Entry *said, UnitLine *line)
{
    bool field = counter->kind == COUNTER_FIELD;
    if (said != NULL && said->fact->list.len > 0) {
        count_listed(m, said->fact->list, field, line);
        return;
    }
    line->numbers[NEEDED] = counter->need;
    for (size_t i = 0; i < counter->staff_count; i++)
        count_officer(m, counter->staff[i], field, line);
}

/* ---- one counter -------------------------------------------------------- */

static UnitOutcome outcome_of(const UnitMaking *m, const UnitLine *line)
{
    Judge clock = {.view = m->view, .sheet = m->sheet};
    const int32_t *n = line->numbers;
    if (n[THERE] >= n[NEEDED]) return UNIT_SERVED;
    if (judge_before(&clock, n[OPENS]))
        return n[READY] >= n[NEEDED] ? UNIT_READY : UNIT_SHORT;
    if (judge_down(&clock, n[OPENS] - HOUR, n[OPENS])) return UNIT_UNKNOWN;
    return n[THERE] == 0 ? UNIT_UNSERVED : UNIT_SHORT;
}

/* "layanan ... wajib tetap berjalan" */
static bool keeps_serving(const Clause *clause)
{
    const Sentence *s = clause->sentence;
    return s->pred == PRED_DO && s->verb == VERB_RUN &&
           clause->strength == STRENGTH_MUST &&
           (duty_names(s->who, THING_SERVICE) ||
            duty_names(s->who, THING_PUBLIC_SERVICE));
}

static void tell_open(UnitMaking *m, UnitLine line, const Entry *said)
{
    const Counter *counter = &m->r->counters[line.thing];
    Cited cited = {0};
    cite_entry(&cited, said);
    unit_thread_cite(&line, cited);
    count_officers(m, counter, said, &line);
    line.numbers[OPENS] = counter->opens;
    line.numbers[CLOSES] = counter->closes;
    if (said != NULL && said->fact->from >= 0)
        line.numbers[OPENS] = said->fact->from;
    if (said != NULL && said->fact->to >= 0)
        line.numbers[CLOSES] = said->fact->to;
    line.by = unit_thread_first(m, keeps_serving, line.unit);
    unit_thread_set(&line, outcome_of(m, &line));
    if (line.outcome == UNIT_UNSERVED && line.by.index == NO_INDEX)
        line.colour = COLOUR_NOTED;
    unit_thread_add(m, line);
}

static const Entry *last_said(const Judge *thread, const Counter *counter)
{
    const Entry *e, *last = NULL;
    for (uint32_t at = 0; (e = judge_entry(thread, FACT_COUNTER, &at));) {
        if (str_is(e->fact->thing, counter->code)) last = e;
    }
    return last;
}

static bool opens_by_itself(const UnitMaking *m, const Counter *counter)
{
    const Unit *unit = &m->r->units[counter->unit.index];
    return (counter->weekdays >> date_weekday(m->day) & 1) != 0 &&
           calendar_works(m->corpus->calendar, unit->week, m->day,
                          m->corpus->known);
}

static void tell_counter(UnitMaking *m, UnitId unit, const Judge *thread,
                         uint32_t at)
{
    const Counter *counter = &m->r->counters[at];
    const Entry *said = last_said(thread, counter);
    UnitLine line = unit_thread_line(UNIT_TOPIC_COUNTER, UNIT_SHUT, unit);
    bool shut = said != NULL && entry_says(said, "tutup");
    bool closed = unit_thread_closed(m, unit, &line.by);
    Cited cited = {0};
    line.thing = at;
    if (shut) cite_entry(&cited, said);
    unit_thread_cite(&line, cited);
    if (said == NULL && !opens_by_itself(m, counter)) return;
    if (closed || shut)
        unit_thread_add(m, line);
    else
        tell_open(m, line, said);
}

void unit_counter_lines(UnitMaking *m, UnitId unit)
{
    Judge thread = unit_thread_of(m, unit);
    for (uint32_t i = 0; i < m->r->counter_count; i++) {
        const Counter *counter = &m->r->counters[i];
        if (m->r->work_unit_of[counter->unit.index].index == unit.index &&
            window_has(counter->window, m->day))
            tell_counter(m, unit, &thread, i);
    }
}

/* ---- task forces -------------------------------------------------------- */

static bool forms_team(const Clause *clause)
{
    const Sentence *s = clause->sentence;
    return s->pred == PRED_DO && s->verb == VERB_FORM &&
           duty_names(s->object, THING_TASK_FORCE);
}

static const Entry *last_team(const Judge *thread)
{
    const Entry *e, *last = NULL;
    for (uint32_t at = 0; (e = judge_entry(thread, FACT_TEAM, &at));)
        last = e;
    return last;
}

/* Of the unit kerja, else of the nearest node above that has any. */
static const Entry *team_of(const UnitMaking *m, UnitId unit)
{
    Judge own = unit_thread_of(m, unit);
    const Entry *found = last_team(&own);
    unit = m->r->units[unit.index].parent;
    while (found == NULL && unit.index != NO_INDEX) {
        Judge above = unit_thread_node(m, unit, m->day);
        found = last_team(&above);
        unit = m->r->units[unit.index].parent;
    }
    return found;
}

void unit_counter_team(UnitMaking *m, UnitId unit)
{
    const Entry *team = team_of(m, unit);
    ClauseId by = unit_thread_first(m, forms_team, unit);
    if (team == NULL && by.index == NO_INDEX) return;
    UnitLine line = unit_thread_line(
        UNIT_TOPIC_TEAM, team == NULL ? UNIT_NONE : UNIT_NAMED, unit);
    Cited cited = {0};
    cite_entry(&cited, team);
    unit_thread_cite(&line, cited);
    line.by = by;
    if (team != NULL) line.numbers[0] = unit_thread_items(team->fact->list);
    unit_thread_add(m, line);
}
