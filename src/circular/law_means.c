/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/law_day.h"

/* ---- whom a clause means ----------------------------------------------------
 */

Picked view_has(const View *v, const Selection *s)
{
    return selection_has(s, v->day->c->r, &v->profile, v->id, v->day->day,
                         v->day->c->known);
}

/* On the units of the frame ("pada setiap kelurahan"), or below them. */
static bool unit_fits(const View *v, const Clause *clause)
{
    UnitId unit = v->person->unit;
    if (!clause_among(clause, unit)) return false;
    if (clause->act == ACT_CAP || clause->units == NULL) return true;
    if (clause->level == LEVEL_UNITS)
        unit = law_nearest_named(v->day->c->r, clause->units, unit);
    return unit.index != NO_INDEX && clause->units[unit.index];
}

Picked view_means(const View *v, ClauseId id)
{
    const Clause *clause = corpus_clause(v->day->c, id);
    if (clause->who == NULL || !unit_fits(v, clause)) return PICK_NOT;
    return view_has(v, clause->who);
}

bool view_has_target(const Clause *clause, ClauseId target)
{
    for (uint32_t i = 0; i < clause->target_count; i++) {
        if (clause->targets[i].index == target.index) return true;
    }
    return false;
}

/* Some clause of this act that has the target means the person. */
static bool lifted_by(const View *v, Act act, ClauseId target)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[act]; i++) {
        ClauseId id = d->of[act][i];
        if (view_has_target(corpus_clause(d->c, id), target) &&
            view_means(v, id) != PICK_NOT)
            return true;
    }
    return false;
}

/* Counted by a bound that derogates from the clause: that bound is theirs. */
bool view_rebound(const View *v, ClauseId target)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_CAP]; i++) {
        ClauseId id = d->of[ACT_CAP][i];
        const Clause *clause = corpus_clause(d->c, id);
        if (view_has_target(clause, target) &&
            cap_level_unit(d->c, id, v->person->unit).index != NO_INDEX &&
            view_has(v, clause->cap.counted) != PICK_NOT &&
            view_reached(v, clause->letter))
            return true;
    }
    return false;
}

/* Excused from the clause, or placed or bound by a derogation from it. */
bool view_lifted(const View *v, ClauseId id)
{
    return lifted_by(v, ACT_EXCUSE, id) || lifted_by(v, ACT_PLACE, id) ||
           lifted_by(v, ACT_DAYS, id) || view_rebound(v, id);
}

bool view_exempt(const View *v, uint32_t letter, ClauseId *by)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_EXEMPT]; i++) {
        ClauseId id = d->of[ACT_EXEMPT][i];
        if (corpus_clause(d->c, id)->letter != letter ||
            view_means(v, id) == PICK_NOT || view_lifted(v, id))
            continue;
        *by = id;
        return true;
    }
    return false;
}

bool view_covered(const View *v, uint32_t letter)
{
    return view_has(v, v->day->c->letters[letter].covering) != PICK_NOT;
}

/* The letter speaks to the person: covered and not exempt. */
bool view_reached(const View *v, uint32_t letter)
{
    ClauseId by = NO_CLAUSE;
    return view_covered(v, letter) && !view_exempt(v, letter, &by);
}

bool law_exempt(const LawDay *day, uint32_t letter, PersonId person,
                ClauseId *by)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    return view_exempt(&v, letter, by);
}

bool law_means(const LawDay *day, ClauseId clause, PersonId person)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    return person_is_active(day->c->r, person, day->day) &&
           view_means(&v, clause) != PICK_NOT &&
           view_reached(&v, corpus_clause(day->c, clause)->letter) &&
           !view_lifted(&v, clause);
}

static bool ask_holds(const View *v, const LawAsk *ask)
{
    const Clause *clause = corpus_clause(v->day->c, ask->clause);
    return unit_fits(v, clause) && !view_lifted(v, ask->clause) &&
           (ask->who == NULL || view_has(v, ask->who) != PICK_NOT);
}

uint64_t law_means_bits(const LawDay *day, const LawAsk *asks, uint32_t count,
                        PersonId person)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    uint32_t letter = NO_INDEX;
    bool reached = false;
    uint64_t bits = 0;
    CHECK(count <= 64);
    if (!person_is_active(day->c->r, person, day->day)) return 0;
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(day->c, asks[i].clause);
        if (clause->letter != letter)
            reached = view_reached(&v, letter = clause->letter);
        if (reached && ask_holds(&v, &asks[i])) bits |= UINT64_C(1) << i;
    }
    return bits;
}

/* ---- which of two clauses wins ----------------------------------------- */

/* Is everybody whom `a` means that day meant by `b`, but not the reverse? */
static bool subject_is_narrower(const LawDay *d, ClauseId a, ClauseId b)
{
    bool b_has_more = false;
    for (uint32_t p = 0; p < d->c->r->person_count; p++) {
        bool in_a = law_means(d, a, (PersonId){p});
        bool in_b = law_means(d, b, (PersonId){p});
        if (in_a && !in_b) return false;
        b_has_more |= in_b && !in_a;
    }
    return b_has_more;
}

static Window window_of(const Corpus *c, ClauseId id, Date day)
{
    const Clause *clause = corpus_clause(c, id);
    const CorpusLetter *letter = &c->letters[clause->letter];
    Window own = clause->window;
    if (clause->date_count > 0 || clause->weekdays != 0)
        return (Window){day, day};
    for (uint32_t i = 0; i < clause->span_count; i++) {
        if (window_has(clause->spans[i], day))
            own = window_meet(own, clause->spans[i]);
    }
    for (uint32_t w = 0; w < letter->window_count; w++) {
        if (window_has(letter->windows[w], day))
            return window_meet(own, letter->windows[w]);
    }
    return own;
}

static bool window_is_narrower(Window a, Window b)
{
    bool inside =
        !date_before(a.first, b.first) && !date_before(b.last, a.last);
    return inside && !(date_is(a.first, b.first) && date_is(a.last, b.last));
}

bool law_beats(const LawDay *day, ClauseId a, ClauseId b)
{
    const Corpus *c = day->c;
    if (subject_is_narrower(day, a, b)) return true;
    if (subject_is_narrower(day, b, a)) return false;
    Window wa = window_of(c, a, day->day);
    Window wb = window_of(c, b, day->day);
    if (window_is_narrower(wa, wb)) return true;
    if (window_is_narrower(wb, wa)) return false;
    return date_before(c->letters[corpus_clause(c, b)->letter].known,
                       c->letters[corpus_clause(c, a)->letter].known);
}
