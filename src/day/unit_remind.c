/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_part.h"

/* Reminders: docs/day.md, section 5.13. */

enum {
    EVALUATE_WITHIN = 7, /* days before the end of a letter */
    NOTICE_BACK = 13,    /* days in which a changed basis is told again */
    TRIP_BACK = 3        /* days after a trip */
};

static UnitLine reminder(UnitOutcome outcome)
{
    return unit_thread_line(UNIT_TOPIC_REMINDER, outcome, NO_UNIT);
}

/* ---- letters ------------------------------------------------------------ */

static bool letter_reaches(const UnitMaking *m, uint32_t letter)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(m->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(m->corpus, all[i])->letter == letter &&
            unit_thread_reached(m, all[i], NO_UNIT))
            return true;
    }
    return false;
}

/* The last day of the stretch that holds the day. */
static Date ends_on(const CorpusLetter *letter, Date day)
{
    for (uint32_t i = 0; i < letter->window_count; i++) {
        if (window_has(letter->windows[i], day)) return letter->windows[i].last;
    }
    return DATE_NEVER;
}

static void tell_evaluation(UnitMaking *m, uint32_t letter)
{
    Date last = ends_on(&m->corpus->letters[letter], m->day);
    if (date_is(last, DATE_NEVER)) return;
    int32_t left = last.days - m->day.days;
    if (left > EVALUATE_WITHIN || !letter_reaches(m, letter)) return;
    UnitLine line = reminder(UNIT_EVALUATE);
    line.thing = letter;
    line.numbers[0] = left;
    unit_thread_add(m, line);
}

/* ---- what a letter is based on ------------------------------------------ */

static bool is_based_on(const CorpusLetter *letter, Str number)
{
    for (uint32_t i = 0; i < letter->tree->relation_count; i++) {
        const Relation *relation = &letter->tree->relations[i];
        if (relation->kind == RELATION_BASED && number.len > 0 &&
            str_folded_is(relation->to.number, number))
            return true;
    }
    return false;
}

static void tell_basis(UnitMaking *m, const Entry *notice)
{
    for (uint32_t i = 0; i < m->corpus->letter_count; i++) {
        const CorpusLetter *letter = &m->corpus->letters[i];
        Cited cited = {0};
        if (!letter_holds(letter, m->day) ||
            !is_based_on(letter, notice->fact->thing))
            continue;
        UnitLine line = reminder(UNIT_BASIS);
        line.thing = i;
        cite_entry(&cited, notice);
        unit_thread_cite(&line, cited);
        unit_thread_add(m, line);
    }
}

static void tell_notices(UnitMaking *m, UnitId unit)
{
    const Entry *e;
    for (int32_t back = NOTICE_BACK; back >= 0; back--) {
        Judge j = unit_thread_node(m, unit, date_plus(m->day, -back));
        for (uint32_t at = 0; (e = judge_entry(&j, FACT_NOTICE, &at));)
            tell_basis(m, e);
    }
}

/* ---- trips -------------------------------------------------------------- */

static bool limits_trips(const Clause *clause)
{
    const Sentence *s = clause->sentence;
    return s->pred == PRED_STATE && s->verb == STATE_LIMITED &&
           duty_names(s->who, THING_TRAVEL);
}

static bool has_reported(const UnitMaking *m, PersonId person, int32_t back)
{
    for (; back >= 0; back--) {
        Judge j = unit_thread_person(m, person, date_plus(m->day, -back));
        if (judge_first(&j, FACT_REPORT) != NULL) return true;
    }
    return false;
}

static void tell_trip(UnitMaking *m, PersonId person, int32_t back)
{
    Date last = date_plus(m->day, -back);
    Judge j = unit_thread_person(m, person, last);
    const Entry *trip = unit_thread_trip(&j, last);
    Cited cited = {0};
    if (trip == NULL || has_reported(m, person, back)) return;
    UnitLine line = reminder(UNIT_TRIP_REPORT);
    line.person = person;
    line.by = unit_thread_first_for(m, limits_trips, person);
    line.numbers[0] = back;
    cite_entry(&cited, trip);
    unit_thread_cite(&line, cited);
    unit_thread_add(m, line);
}

/* ---- all ---------------------------------------------------------------- */

static UnitId asked_unit(const UnitMaking *m)
{
    return m->ask.unit.index != NO_INDEX
               ? m->ask.unit
               : m->r->people[m->ask.superior.index].unit;
}

void unit_remind_lines(UnitMaking *m)
{
    for (uint32_t i = 0; i < m->corpus->letter_count; i++) {
        if (letter_holds(&m->corpus->letters[i], m->day)) tell_evaluation(m, i);
    }
    for (UnitId u = asked_unit(m); u.index != NO_INDEX;
         u = m->r->units[u.index].parent)
        tell_notices(m, u);
    for (uint32_t i = 0; i < m->people_count; i++) {
        for (int32_t back = TRIP_BACK; back > 0; back--)
            tell_trip(m, m->people[i], back);
    }
}
