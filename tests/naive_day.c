/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day.c - docs/day.md, section 3, and the verdict as a whole.
 */
#include "naive_day_parts.h"

/* ---- findings ------------------------------------------------------------ */

Finding *naive_say(Naive *n, DutyKind duty, Outcome outcome, ClauseId by,
                   Strength strength)
{
    Verdict *v = n->out;
    v->more |= v->count == FINDINGS_MOST;
    Finding *f = v->more ? &n->beyond : &v->findings[v->count++];
    *f = (Finding){
        .duty = duty, .outcome = outcome, .strength = strength, .by = by};
    return f;
}

Finding *naive_say_of(Naive *n, DutyKind duty, Outcome outcome, ClauseId by)
{
    return naive_say(n, duty, outcome, by,
                     corpus_clause(n->corpus, by)->strength);
}

static void cite_id(Finding *finding, FactId id)
{
    for (size_t i = 0; i < FINDING_FACTS; i++) {
        if (!fact_id_none(finding->facts[i])) continue;
        finding->facts[i] = id;
        return;
    }
}

void naive_cite(Finding *finding, const Told *told)
{
    if (told == NULL) return;
    cite_id(finding, told->fact->id);
    if (told->corrected_by != NULL) cite_id(finding, told->corrected_by->id);
}

/* Docs/day.md, section 4.11: what says that something was done stands. */
static bool holds_without(Outcome o)
{
    static const Outcome standing[] = {OUTCOME_PRESENT,
                                       OUTCOME_WITH_LEAVE,
                                       OUTCOME_UNKNOWN,
                                       OUTCOME_GONE,
                                       OUTCOME_PENDING,
                                       OUTCOME_OTHER_CHANNEL,
                                       OUTCOME_DEVIATION,
                                       OUTCOME_IN,
                                       OUTCOME_ACCEPTED,
                                       OUTCOME_REVIEWED,
                                       OUTCOME_ANSWERED,
                                       OUTCOME_OBEYED,
                                       OUTCOME_ALLOWED,
                                       OUTCOME_READ,
                                       OUTCOME_KEPT,
                                       OUTCOME_DONE,
                                       OUTCOME_REACHED,
                                       OUTCOME_OBJECTED,
                                       OUTCOME_OBJECTION_ANSWERED,
                                       OUTCOME_QUESTION};
    for (size_t i = 0; i < COUNT(standing); i++) {
        if (standing[i] == o) return true;
    }
    return false;
}

void naive_forget(Naive *n, uint32_t from, const Fact *erased)
{
    for (uint32_t i = from; erased != NULL && i < n->out->count; i++) {
        Finding *f = &n->out->findings[i];
        if (holds_without(f->outcome)) continue;
        *f = (Finding){.duty = f->duty,
                       .outcome = OUTCOME_GONE,
                       .strength = f->strength,
                       .by = f->by,
                       .facts = {erased->id}};
    }
}

/* ---- where the person is expected ---------------------------------------- */

static Strength strength_of(const Naive *n, ClauseId by)
{
    if (by.index == NO_INDEX) return STRENGTH_MUST;
    Strength s = corpus_clause(n->corpus, by)->strength;
    bool may = s == STRENGTH_MAY || s == STRENGTH_ENTITLED;
    return may ? STRENGTH_MAY : STRENGTH_MUST;
}

static char planned_cell(const Naive *n)
{
    const Plan *plan = n->view->plan;
    for (uint32_t d = 0; plan != NULL && d < plan->day_count; d++) {
        if (date_is(plan->days[d], n->date)) return plan_cell(plan, n->id, d);
    }
    return PLACED_NONE;
}

/* The letter, the clause and its strength, from the law and the plan. */
static Cell cell_of(Naive *n)
{
    Directive d = law_person(n->view->day, n->id);
    n->letter = d.letter;
    if (d.letter != PLACED_OPEN)
        return (Cell){d.by, strength_of(n, d.by), NULL, d.step == STEP_RECALL};
    n->letter = planned_cell(n);
    if (n->letter == PLACED_HOME && d.rest.index != NO_INDEX)
        return (Cell){d.rest, strength_of(n, d.rest), NULL, false};
    return (Cell){d.cap, STRENGTH_MUST, NULL, false};
}

/* The last deviation of the day of the person, or of the unit itself. */
static const Told *deviation_of(const Naive *n, Str unit)
{
    for (size_t i = n->count; i > 0; i--) {
        const Told *t = &n->told[i - 1];
        if (t->fact->kind != FACT_DEVIATION || t->out ||
            !window_has(t->days, n->date))
            continue;
        if (unit.len == 0 ? str_is(t->person, n->person->code)
                          : t->person.len == 0 && str_is(t->unit, unit))
            return t;
    }
    return NULL;
}

static const Told *deviation(const Naive *n)
{
    const Told *found = deviation_of(n, STR(""));
    UnitId unit = n->person->unit;
    while (found == NULL && unit.index != NO_INDEX) {
        found = deviation_of(n, n->r->units[unit.index].code);
        unit = n->r->units[unit.index].parent;
    }
    return found;
}

static void deviate(Naive *n, Cell *cell)
{
    bool can = n->letter == PLACED_OFFICE || n->letter == PLACED_HOME ||
               n->letter == PLACED_FIELD;
    cell->deviation = can ? deviation(n) : NULL;
    if (cell->deviation == NULL) return;
    bool office = str_is(cell->deviation->word, STR("kantor"));
    n->letter = office ? PLACED_OFFICE : PLACED_HOME;
    cell->strength = STRENGTH_MAY;
    cell->called = cell->called && office;
}

/* ---- the whole ------------------------------------------------------------
 */

static bool is_judged(const Naive *n)
{
    return person_is_active(n->r, n->id, n->date) &&
           law_works(n->view->day, n->id) &&
           (n->letter == PLACED_OFFICE || n->letter == PLACED_HOME ||
            n->letter == PLACED_FIELD || n->letter == PLACED_CLOSED);
}

/* The hours of a shift stay those of the day, wherever a head sends them. */
static void take_shift(Arena *scratch, Naive *n, const Cell *cell)
{
    int begins = 0, ends = 0;
    n->hours = naive_hours(n);
    if (n->letter != PLACED_OFFICE || cell->called ||
        !naive_shift(scratch, n, &begins, &ends))
        return;
    n->in_shift = true;
    n->hours.begins = (int16_t)begins;
    n->hours.ends = n->hours.ends_friday = (int16_t)ends;
}

static void judge(Naive *n, const Cell *cell)
{
    for (size_t i = 0; i < n->count; i++) {
        n->recalled |= naive_here(n, &n->told[i], FACT_RECALL);
    }
    naive_presence(n, cell);
    naive_checks(n);
    naive_reports(n);
    naive_reviews(n);
    naive_calls(n);
    naive_recalls(n);
    naive_stay(n);
    naive_travel(n);
    naive_rest(n);
    naive_targets(n);
    naive_objections(n);
    naive_forget(n, 0, naive_erased(n, n->date));
}

void naive_verdict(Arena *scratch, const NaiveView *view, PersonId person,
                   Verdict *out)
{
    const Corpus *c = view->law->corpus;
    Naive n = {.view = view,
               .corpus = c,
               .r = c->r,
               .id = person,
               .person = &c->r->people[person.index],
               .date = law_date(view->day),
               .profile = law_profile(view->day, person),
               .out = out};
    *out = (Verdict){.person = person, .day = n.date, .where = '?'};
    n.told = naive_told(scratch, view, &n.count);
    Cell cell = cell_of(&n);
    out->planned = n.letter;
    take_shift(scratch, &n, &cell);
    deviate(&n, &cell);
    out->expected = n.letter;
    if (n.letter == PLACED_LEAVE && law_works(view->day, person))
        naive_leave(&n);
    if (is_judged(&n))
        judge(&n, &cell);
    else if (n.letter == PLACED_USUAL)
        out->where = naive_place(&n);
}
