/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_list.c - docs/day.md, section 5.1: people, threads, clauses.
 */
#include "naive_unit_parts.h"

/* ---- whose day ------------------------------------------------------------
 */

bool naive_unit_serves(const NaiveUnit *u, PersonId person)
{
    return person_is_active(u->r, person, u->date);
}

bool naive_unit_works(const NaiveUnit *u, PersonId person)
{
    return naive_unit_serves(u, person) && law_works(u->view->day, person);
}

static bool is_below(const Register *r, UnitId unit, UnitId above)
{
    while (unit.index != NO_INDEX && unit.index != above.index)
        unit = r->units[unit.index].parent;
    return unit.index != NO_INDEX;
}

/* The nearest unit kerja at or above. */
static UnitId unit_kerja(const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX && !r->units[unit.index].work_unit)
        unit = r->units[unit.index].parent;
    return unit;
}

UnitId naive_unit_of(const NaiveUnit *u, PersonId person)
{
    return unit_kerja(u->r, u->r->people[person.index].unit);
}

bool naive_unit_asked(const NaiveUnit *u, PersonId person)
{
    UnitId unit = u->r->people[person.index].unit;
    if (!naive_unit_serves(u, person)) return false;
    if (u->ask.unit.index == NO_INDEX)
        return person_superior(u->r, person, u->date).index ==
               u->ask.superior.index;
    return u->ask.below ? is_below(u->r, unit, u->ask.unit)
                        : unit_kerja(u->r, unit).index == u->ask.unit.index;
}

bool naive_unit_has(const NaiveUnit *u, UnitId unit)
{
    const Unit *row = &u->r->units[unit.index];
    if (u->ask.unit.index == NO_INDEX || !row->work_unit ||
        !window_has(row->window, u->date))
        return false;
    return u->ask.below ? is_below(u->r, unit, u->ask.unit)
                        : unit.index == u->ask.unit.index;
}

const Verdict *naive_unit_verdict(NaiveUnit *u, PersonId person)
{
    if (u->verdicts[person.index] == NULL) {
        Verdict *v = NEW(u->arena, Verdict, 1);
        naive_verdict(u->arena, u->view, person, v);
        u->verdicts[person.index] = v;
    }
    return u->verdicts[person.index];
}

/* ---- the list -------------------------------------------------------------
 */

static UnitId unit_coded(const NaiveUnit *u, Str code)
{
    for (uint32_t i = 0; i < u->r->unit_count; i++) {
        if (str_is(u->r->units[i].code, code)) return (UnitId){i};
    }
    return NO_UNIT;
}

bool naive_unit_node(const NaiveUnit *u, const Told *t, FactKind kind,
                     UnitId node, Date day)
{
    return t->fact->kind == kind && !t->out && t->person.len == 0 &&
           unit_coded(u, t->unit).index == node.index &&
           window_has(t->days, day);
}

bool naive_unit_told(const NaiveUnit *u, const Told *t, FactKind kind,
                     UnitId unit)
{
    UnitId of = unit_coded(u, t->unit);
    return t->fact->kind == kind && of.index != NO_INDEX &&
           unit_kerja(u->r, of).index == unit.index &&
           naive_unit_node(u, t, kind, of, u->date);
}

bool naive_unit_own(const NaiveUnit *u, const Told *t, FactKind kind,
                    PersonId person, Date day)
{
    return t->fact->kind == kind && !t->out && window_has(t->days, day) &&
           str_is(t->person, u->r->people[person.index].code);
}

const Told *naive_unit_decision(const NaiveUnit *u, const Told *about,
                                UnitId unit, PersonId person, Date day)
{
    for (size_t i = u->count; i > 0; i--) {
        const Told *t = &u->told[i - 1];
        bool here = person.index == NO_INDEX
                        ? naive_unit_told(u, t, FACT_DECISION, unit)
                        : naive_unit_own(u, t, FACT_DECISION, person, day);
        if (here && fact_id_is(t->fact->about, about->fact->id)) return t;
    }
    return NULL;
}

bool naive_unit_now_before(const NaiveUnit *u, int minute)
{
    return u->view->now.us < zone_instant(u->view->zone, u->date, minute).us;
}

bool naive_unit_down(const NaiveUnit *u, int from, int to)
{
    Naive n = {
        .view = u->view, .date = u->date, .told = u->told, .count = u->count};
    return naive_down(&n, from, to);
}

int32_t naive_unit_items(Str list)
{
    int32_t items = 0;
    bool any = false;
    for (size_t i = 0; i <= list.len; i++) {
        bool ends = i == list.len || list.ptr[i] == '|';
        items += ends && any;
        any = !ends && (any || list.ptr[i] != ' ');
    }
    return items;
}

/* ---- what is gone ---------------------------------------------------------
 */

static bool takes_away(const NaiveUnit *u, const Fact *erased,
                       const UnitLine *line)
{
    PersonId person = {map_find(&u->r->person_codes, erased->person)};
    if (erased->person.len == 0) {
        UnitId of = unit_coded(u, erased->unit);
        if (of.index == NO_INDEX) return false;
        if (line->unit.index == NO_INDEX)
            return is_below(u->r, u->r->people[line->person.index].unit, of);
        return is_below(u->r, of, line->unit) || is_below(u->r, line->unit, of);
    }
    if (person.index == NO_INDEX) return false;
    if (line->unit.index == NO_INDEX) return person.index == line->person.index;
    return naive_unit_asked(u, person) &&
           is_below(u->r, u->r->people[person.index].unit, line->unit);
}

static bool can_change(UnitOutcome outcome)
{
    switch ((int)outcome) {
    case UNIT_EXCEEDED:
    case UNIT_OVER:
    case UNIT_SHORT:
    case UNIT_UNSERVED:
    case UNIT_NONE:
    case UNIT_NO_REASON:
    case UNIT_UNAPPROVED:
    case UNIT_TOO_MANY: return true;
    default: return false;
    }
}

void naive_unit_forget(NaiveUnit *u)
{
    for (size_t i = 0; i < u->line_count; i++) {
        for (size_t k = 0; k < u->count; k++) {
            const Fact *f = u->told[k].fact;
            UnitLine *line = &u->lines[i];
            if (f->kind != FACT_ERASE || !window_has(f->days, u->date) ||
                !can_change(line->outcome) || !takes_away(u, f, line))
                continue;
            line->outcome = UNIT_GONE;
            line->colour = COLOUR_UNKNOWN;
        }
    }
}

/* ---- clauses --------------------------------------------------------------
 */

bool naive_unit_reached_by(const NaiveUnit *u, ClauseId id, PersonId person)
{
    Naive n = {.view = u->view,
               .corpus = u->corpus,
               .r = u->r,
               .id = person,
               .person = &u->r->people[person.index],
               .date = u->date,
               .profile = law_profile(u->view->day, person)};
    return naive_reached(&n, id);
}

bool naive_unit_reaches(const NaiveUnit *u, ClauseId id, UnitId unit)
{
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        PersonId person = {p};
        if (naive_unit_asked(u, person) &&
            (unit.index == NO_INDEX ||
             naive_unit_of(u, person).index == unit.index) &&
            naive_unit_reached_by(u, id, person))
            return true;
    }
    return false;
}

ClauseId naive_unit_clause(const NaiveUnit *u, NaiveUnitAsks *asks, UnitId unit)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(u->corpus, all[i]);
        if (asks(clause->sentence, clause->strength) &&
            naive_unit_reaches(u, all[i], unit))
            return all[i];
    }
    return NO_CLAUSE;
}

/* ---- lines ----------------------------------------------------------------
 */

UnitLine *naive_unit_say(NaiveUnit *u, UnitTopic topic, UnitOutcome outcome,
                         Colour colour, ClauseId by, UnitId unit)
{
    CHECK(u->line_count < NAIVE_LINES);
    UnitLine *line = &u->lines[u->line_count++];
    *line = (UnitLine){.topic = topic,
                       .outcome = outcome,
                       .colour = colour,
                       .by = by,
                       .unit = unit,
                       .person = NO_PERSON,
                       .thing = NO_INDEX};
    return line;
}

static void cite_id(UnitLine *line, FactId id)
{
    for (size_t i = 0; i < UNIT_FACTS; i++) {
        if (!fact_id_none(line->facts[i])) continue;
        line->facts[i] = id;
        return;
    }
}

void naive_unit_cite(UnitLine *line, const Told *told)
{
    if (told == NULL) return;
    cite_id(line, told->fact->id);
    if (told->corrected_by != NULL) cite_id(line, told->corrected_by->id);
}
