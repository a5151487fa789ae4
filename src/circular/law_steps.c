/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/law_day.h"

/* ---- the steps --------------------------------------------------------- */

char where_letter(Where where)
{
    static const char letters[] = {
        [WHERE_NONE] = PLACED_USUAL, [WHERE_OFFICE] = PLACED_OFFICE,
        [WHERE_HOME] = PLACED_HOME,  [WHERE_FIELD] = PLACED_FIELD,
        [WHERE_ANY] = PLACED_HOME,   [WHERE_LEAVE] = PLACED_LEAVE,
    };
    return letters[where];
}

/* "dilarang di kantor" is "wajib di rumah", and the other way round. */
static char placed_by(const Clause *clause)
{
    if (clause->strength != STRENGTH_MUST_NOT)
        return where_letter(clause->where);
    return clause->where == WHERE_OFFICE ? PLACED_HOME : PLACED_OFFICE;
}

static bool settle(View *v, Step step, char letter, ClauseId by)
{
    v->out->step = step;
    v->out->letter = letter;
    v->out->by = by;
    return true;
}

bool law_closed(const LawDay *day, UnitId work_unit, uint32_t *closure)
{
    for (uint32_t i = 0; i < day->c->closure_count; i++) {
        const Closure *closed = &day->c->closures[i];
        if (closed->unit.index != work_unit.index ||
            !window_has(closed->window, day->day))
            continue;
        *closure = i;
        return true;
    }
    return false;
}

static bool step_closure(View *v)
{
    const Corpus *c = v->day->c;
    UnitId unit = c->r->work_unit_of[v->person->unit.index];
    uint32_t closure = 0;
    if (!law_closed(v->day, unit, &closure)) return false;
    v->out->thing = closure;
    return settle(v, STEP_CLOSURE, PLACED_CLOSED, c->closures[closure].by);
}

static bool step_day_off(View *v)
{
    if (law_works(v->day, v->id)) return false;
    return settle(v, STEP_DAY_OFF, PLACED_NONE, NO_CLAUSE);
}

static bool step_health(View *v)
{
    const Register *r = v->day->c->r;
    const Mark *mark =
        person_mark(r, v->id, v->day->day, MARK_MUST_HOME, v->day->c->known);
    if (mark == NULL) return false;
    v->out->thing = (uint32_t)(mark - r->marks);
    return settle(v, STEP_HEALTH, PLACED_HOME, NO_CLAUSE);
}

/* A trip asked for and granted: an absence that came as an event. */
static bool step_trip(View *v)
{
    uint32_t event = view_trip(v);
    if (event == NO_INDEX) return false;
    v->out->part_event = event;
    return settle(v, STEP_ABSENCE, PLACED_TRIP, NO_CLAUSE);
}

static bool step_absence(View *v)
{
    const Register *r = v->day->c->r;
    const Absence *absence =
        person_absence(r, v->id, v->day->day, v->day->c->known);
    if (absence == NULL) return false;
    v->out->thing = (uint32_t)(absence - r->absences);
    return settle(v, STEP_ABSENCE, absence_letter(absence->kind), NO_CLAUSE);
}

/* A recall of somebody who is not to be called has no effect; a meeting or
 * visit counts when somebody approved it. */
static bool calls(const View *v, const Event *event)
{
    const Corpus *c = v->day->c;
    if (event->kind != EVENT_RECALL) return event->approved_by.len > 0;
    return person_mark(c->r, v->id, v->day->day, MARK_NO_RECALL, c->known) ==
           NULL;
}

/* The first event of the day that calls the person; whole days only or parts
 * only. */
uint32_t view_called(const View *v, bool part)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->event_count; i++) {
        if (d->events[i].person.index != v->id.index) continue;
        const Event *event = &d->c->r->events[d->events[i].event];
        if ((event->from >= 0) == part && calls(v, event))
            return d->events[i].event;
    }
    return NO_INDEX;
}

static bool step_recall(View *v)
{
    uint32_t event = view_called(v, false);
    if (event == NO_INDEX) return false;
    v->out->thing = event;
    return settle(v, STEP_RECALL, PLACED_OFFICE, NO_CLAUSE);
}

/* Take a clause for the step, unless an earlier one wins; note a tie. */
static void contend(View *v, Step step, ClauseId id)
{
    const Corpus *c = v->day->c;
    Directive *out = v->out;
    char letter = placed_by(corpus_clause(c, id));
    if (out->by.index == NO_INDEX) {
        settle(v, step, letter, id);
    } else if (letter != out->letter) {
        if (law_beats(v->day, id, out->by)) {
            settle(v, step, letter, id);
            out->tied = false;
        } else if (!law_beats(v->day, out->by, id)) {
            out->tied = true;
            out->cap = id;
        }
    }
}

typedef bool Wanted(const View *v, const Clause *clause, Picked picked);

static bool wants_decision(const View *v, const Clause *clause, Picked picked)
{
    return picked != PICK_NOT && v->day->c->letters[clause->letter].decision;
}

static bool wants_must(const View *v, const Clause *clause, Picked picked)
{
    (void)v;
    return picked == PICK_MEANT && (clause->strength == STRENGTH_MUST ||
                                    clause->strength == STRENGTH_MUST_NOT);
}

static bool wants_may(const View *v, const Clause *clause, Picked picked)
{
    (void)v;
    return picked == PICK_MEANT && (clause->strength == STRENGTH_MAY ||
                                    clause->strength == STRENGTH_ENTITLED);
}

static bool wants_rest(const View *v, const Clause *clause, Picked picked)
{
    (void)v;
    return picked == PICK_OTHER && clause->strength != STRENGTH_ADVISED &&
           clause->strength != STRENGTH_NEED_NOT;
}

/* All PLACE clauses that the step wants contend for the day. */
static bool step_place(View *v, Step step, Wanted *wanted)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_PLACE]; i++) {
        ClauseId id = d->of[ACT_PLACE][i];
        const Clause *clause = corpus_clause(d->c, id);
        if (wanted(v, clause, view_means(v, id)) &&
            view_reached(v, clause->letter) && !view_lifted(v, id))
            contend(v, step, id);
    }
    return v->out->by.index != NO_INDEX;
}

/* The place from which the bound derogates: that of those it leaves over. */
static ClauseId derogated_by(const View *v, ClauseId cap)
{
    const Clause *clause = corpus_clause(v->day->c, cap);
    for (uint32_t i = 0; i < clause->target_count; i++) {
        ClauseId id = clause->targets[i];
        if (corpus_clause(v->day->c, id)->act == ACT_PLACE &&
            clause_holds(v->day->c, id, v->day->day) &&
            view_means(v, id) != PICK_NOT)
            return id;
    }
    return NO_CLAUSE;
}

/* The clause that places those whom the cap leaves over. */
static ClauseId rest_of(const View *v, ClauseId cap)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_REST]; i++) {
        const Clause *rest = corpus_clause(d->c, d->of[ACT_REST][i]);
        if (view_has_target(rest, cap) && clause_among(rest, v->person->unit))
            return d->of[ACT_REST][i];
    }
    return derogated_by(v, cap);
}

/* "Di kantor paling sedikit 1 orang": it asks for some, and sends nobody
 * home. */
static bool is_floor(const Clause *clause)
{
    const Cap *cap = &clause->cap;
    return cap->office && !cap->home && !cap->leave && cap->compare == AT_LEAST;
}

/* Where the person is when no bound asks for them; who says so goes to `by`. */
static Directive without_bounds(const View *v)
{
    Directive said = {.letter = PLACED_USUAL, .by = v->out->rest};
    View other = *v;
    other.out = &said;
    if (said.by.index != NO_INDEX)
        said.letter = placed_by(corpus_clause(v->day->c, said.by));
    else if (!step_place(&other, STEP_MAY, wants_may))
        (void)step_place(&other, STEP_REST, wants_rest);
    return said;
}

static bool reaches(const View *v, ClauseId id)
{
    return view_means(v, id) != PICK_NOT &&
           view_reached(v, corpus_clause(v->day->c, id)->letter) &&
           !view_lifted(v, id);
}

/* "Di kantor paling banyak 3 hari kerja setiap minggu" of the person, or so
 * many away from it: the other days are at home, and the roster says which. */
static bool has_days_to_share(const View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_DAYS]; i++) {
        ClauseId id = d->of[ACT_DAYS][i];
        const Cap *cap = &corpus_clause(d->c, id)->cap;
        bool below =
            cap->office ? cap->compare != AT_LEAST : cap->compare != AT_MOST;
        if (below && reaches(v, id)) return true;
    }
    return false;
}

/* Nothing but floors bounds the person: the roster calls those at home by the
 * other rules as far as a floor needs them, and nobody is sent home. */
static bool step_floor(View *v)
{
    Directive said = without_bounds(v);
    bool home = said.letter == PLACED_HOME;
    bool usual = said.letter == PLACED_USUAL || said.letter == PLACED_OFFICE;
    if (said.tied || (!home && !usual)) {
        v->out->cap = v->out->rest = NO_CLAUSE;
        return false;
    }
    if (home || !has_days_to_share(v))
        v->out->otherwise = home ? PLACED_HOME : PLACED_OFFICE;
    if (home) v->out->rest = said.by;
    return settle(v, STEP_TURN, PLACED_OPEN, NO_CLAUSE);
}

static bool step_turn(View *v)
{
    const LawDay *d = v->day;
    ClauseId first = NO_CLAUSE;
    bool floors = true;
    for (uint32_t i = 0; i < d->of_count[ACT_CAP]; i++) {
        ClauseId id = d->of[ACT_CAP][i];
        if (view_cap_unit(v, id).index == NO_INDEX) continue;
        if (first.index == NO_INDEX) first = id;
        floors &= is_floor(corpus_clause(d->c, id));
    }
    if (first.index == NO_INDEX) return false;
    v->out->cap = first;
    v->out->rest = rest_of(v, first);
    return floors ? step_floor(v)
                  : settle(v, STEP_TURN, PLACED_OPEN, NO_CLAUSE);
}

/* Must some of its days be in the office? */
static bool asks_for_days(const Clause *clause)
{
    const Cap *cap = &clause->cap;
    return cap->office ? cap->compare != AT_MOST : cap->compare != AT_LEAST;
}

/* The clause by which the person owes days in the office, or NO_CLAUSE. */
static ClauseId owed_days(const View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_DAYS]; i++) {
        ClauseId id = d->of[ACT_DAYS][i];
        if (asks_for_days(corpus_clause(d->c, id)) && reaches(v, id)) return id;
    }
    return NO_CLAUSE;
}

/* "Boleh di mana saja", and so many days in the office: which they are is the
 * roster's, as nothing else keeps that number. */
static bool step_days(View *v)
{
    ClauseId days = owed_days(v);
    if (days.index == NO_INDEX) return false;
    Directive said = without_bounds(v);
    if (said.tied || said.by.index == NO_INDEX ||
        corpus_clause(v->day->c, said.by)->where != WHERE_ANY)
        return false;
    v->out->cap = days;
    v->out->rest = said.by;
    return settle(v, STEP_TURN, PLACED_OPEN, NO_CLAUSE);
}

/* Excused from a rule of place that would have met them: as usual, and the
 * clause that excuses is cited. */
static bool step_excused(View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_EXCUSE]; i++) {
        ClauseId id = d->of[ACT_EXCUSE][i];
        if (!view_covered(v, corpus_clause(d->c, id)->letter) ||
            view_means(v, id) == PICK_NOT)
            continue;
        return settle(v, STEP_EXEMPT, PLACED_USUAL, id);
    }
    return false;
}

static bool step_exempt(View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_EXEMPT]; i++) {
        uint32_t letter = corpus_clause(d->c, d->of[ACT_EXEMPT][i])->letter;
        ClauseId by = NO_CLAUSE;
        if (!view_covered(v, letter) || !view_exempt(v, letter, &by)) continue;
        return settle(v, STEP_EXEMPT, PLACED_USUAL, by);
    }
    return false;
}

void view_decide(View *v)
{
    if (step_closure(v) || step_day_off(v) || step_health(v) ||
        step_absence(v) || step_trip(v) || step_recall(v) ||
        step_place(v, STEP_DECISION, wants_decision) ||
        step_place(v, STEP_MUST, wants_must) || step_turn(v) || step_days(v) ||
        step_place(v, STEP_MAY, wants_may) ||
        step_place(v, STEP_REST, wants_rest) || step_exempt(v) ||
        step_excused(v))
        return;
    settle(v, STEP_NO_RULE, PLACED_USUAL, NO_CLAUSE);
}
