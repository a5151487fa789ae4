/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_day.c - docs/day.md, sections 5.2 to 5.4.
 */
#include "naive_unit_parts.h"

/* ---- 5.2 ------------------------------------------------------------------
 */

/* The law's first run that holds the day. */
bool naive_unit_closed(const NaiveUnit *u, UnitId unit, ClauseId *by)
{
    for (uint32_t i = 0; i < u->corpus->closure_count; i++) {
        const Closure *run = &u->corpus->closures[i];
        if (run->unit.index != unit.index || !window_has(run->window, u->date))
            continue;
        *by = run->by;
        return true;
    }
    return false;
}

static bool is_shut_on(const NaiveUnit *u, UnitId unit, Date day)
{
    for (uint32_t i = 0; i < u->corpus->closure_count; i++) {
        if (u->corpus->closures[i].unit.index == unit.index &&
            window_has(u->corpus->closures[i].window, day))
            return true;
    }
    return false;
}

static const Told *closing(const NaiveUnit *u, UnitId unit)
{
    const Told *last = NULL;
    int32_t last_day = 0;
    for (size_t i = 0; i < u->count; i++) {
        const Told *t = &u->told[i];
        int32_t day = t->days.first.days;
        bool fits = false;
        if (!naive_unit_node(u, t, FACT_CLOSURE, unit, t->days.first) ||
            day > u->date.days || day < u->date.days - 31)
            continue;
        for (uint32_t k = 0; k < u->corpus->closure_count; k++) {
            const Closure *run = &u->corpus->closures[k];
            fits |= run->unit.index == unit.index &&
                    window_has(run->window, u->date) &&
                    date_is(run->window.first, t->fact->days.first);
        }
        if (!fits || (last != NULL && day < last_day)) continue;
        last = t;
        last_day = day;
    }
    return last;
}

static void closures(NaiveUnit *u)
{
    for (uint32_t i = 0; i < u->r->unit_count; i++) {
        UnitId unit = u->r->preorder[i];
        ClauseId by = NO_CLAUSE;
        if (!naive_unit_has(u, unit) || !naive_unit_closed(u, unit, &by))
            continue;
        UnitLine *line = naive_unit_say(u, UNIT_TOPIC_CLOSURE, UNIT_CLOSED,
                                        COLOUR_NOTED, by, unit);
        int32_t before = 0, behind = 0;
        while (is_shut_on(u, unit, date_plus(u->date, -before - 1)))
            before++;
        while (is_shut_on(u, unit, date_plus(u->date, behind + 1)))
            behind++;
        line->numbers[0] = before + 1;
        line->numbers[1] = before + 1 + behind;
        naive_unit_cite(line, closing(u, unit));
    }
}

/* ---- 5.3 ------------------------------------------------------------------
 */

static bool is_based(const NaiveUnit *u, const Cap *cap, PersonId person)
{
    Profile profile = law_profile(u->view->day, person);
    return cap->base == NULL ||
           selection_has(cap->base, u->r, &profile, person, u->date,
                         u->corpus->known) != PICK_NOT;
}

static void cap(NaiveUnit *u, ClauseId id, UnitId unit)
{
    const Cap *says = &corpus_clause(u->corpus, id)->cap;
    int32_t base = 0, expected = 0, there = 0, called = 0;
    bool works = false;
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        PersonId person = {p};
        if (!naive_unit_serves(u, person) ||
            cap_level_unit(u->corpus, id, u->r->people[p].unit).index !=
                unit.index)
            continue;
        base += is_based(u, says, person);
        works |= naive_unit_works(u, person);
        if (!naive_unit_works(u, person) ||
            law_cap_unit(u->view->day, id, person).index != unit.index)
            continue;
        const Verdict *v = naive_unit_verdict(u, person);
        expected += v->expected == 'K';
        there += v->where == 'K';
        called += v->expected == 'K' &&
                  law_person(u->view->day, person).step == STEP_RECALL;
    }
    if (!works) return;
    int32_t most = cap_number(says, base);
    if (most < says->floor_number) most = says->floor_number;
    UnitOutcome outcome = expected > most ? UNIT_OVER : UNIT_WITHIN;
    Colour colour = expected > most ? COLOUR_NOTED : COLOUR_KEPT;
    if (there > most && there > expected) {
        outcome = UNIT_EXCEEDED;
        colour = COLOUR_BREACH;
    }
    UnitLine *line =
        naive_unit_say(u, UNIT_TOPIC_CAP, outcome, colour, id, unit);
    const int32_t all[] = {base, most, expected, there, called};
    for (size_t i = 0; i < COUNT(all); i++)
        line->numbers[i] = all[i];
}

static bool is_said(const NaiveUnit *u, ClauseId id, UnitId unit)
{
    for (size_t i = 0; i < u->line_count; i++) {
        if (u->lines[i].topic == UNIT_TOPIC_CAP &&
            u->lines[i].by.index == id.index &&
            u->lines[i].unit.index == unit.index)
            return true;
    }
    return false;
}

static void caps(NaiveUnit *u)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    for (uint32_t c = 0; c < count; c++) {
        const Clause *clause = corpus_clause(u->corpus, all[c]);
        if (clause->act != ACT_CAP || !clause->cap.office || clause->cap.home ||
            clause->cap.compare == AT_LEAST)
            continue;
        for (uint32_t i = 0; i < u->r->unit_count; i++) {
            if (!naive_unit_has(u, u->r->preorder[i])) continue;
            UnitId unit = cap_level_unit(u->corpus, all[c], u->r->preorder[i]);
            bool new = unit.index != NO_INDEX && !is_said(u, all[c], unit);
            if (new) cap(u, all[c], unit);
        }
    }
}

/* ---- 5.4 ------------------------------------------------------------------
 */

static void people(NaiveUnit *u)
{
    UnitLine *line = naive_unit_say(u, UNIT_TOPIC_PEOPLE, UNIT_COUNTED,
                                    COLOUR_NOTED, NO_CLAUSE, u->ask.unit);
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        PersonId person = {p};
        if (!naive_unit_asked(u, person)) continue;
        line->numbers[0]++;
        if (!naive_unit_works(u, person)) continue;
        const Verdict *v = naive_unit_verdict(u, person);
        line->numbers[1] += v->expected == 'K';
        line->numbers[2] += v->where == 'K';
        line->numbers[3] += v->expected == 'R' || v->expected == 'X';
        line->numbers[4] += v->where == 'R';
    }
}

/* ---- the whole ------------------------------------------------------------
 */

UnitDay naive_unit_day(Arena *arena, const NaiveView *view, UnitAsk ask)
{
    const Corpus *c = view->law->corpus;
    NaiveUnit u = {
        .arena = arena,
        .view = view,
        .corpus = c,
        .r = c->r,
        .date = law_date(view->day),
        .ask = ask,
        .verdicts = NEW(arena, const Verdict *, (size_t)c->r->person_count + 1),
        .lines = NEW(arena, UnitLine, NAIVE_LINES)};
    u.told = naive_told(arena, view, &u.count);
    closures(&u);
    caps(&u);
    people(&u);
    naive_unit_counters(&u);
    naive_unit_teams(&u);
    naive_unit_protocols(&u);
    naive_unit_meetings(&u);
    naive_unit_silent(&u);
    naive_unit_breaches(&u);
    naive_unit_work(&u);
    naive_unit_reviews(&u);
    naive_unit_reminders(&u);
    naive_unit_forget(&u);
    return (UnitDay){ask, u.date, u.lines, u.line_count};
}
