#include "circular/law.h"

/*
 * A LawDay gathers what holds on one day; law_person then walks the steps in
 * their order and stops at the first that decides.  Nothing is kept between
 * people, so any number may be asked in any order.
 */

struct LawDay {
    Arena *arena;
    const Corpus *c;
    Date day;
    Levels levels;
    bool works[8]; /* by week: 5, 6, 7 */
    ClauseId *clauses;
    uint32_t clause_count;
    ClauseId *of[ACT_CASES]; /* the clauses of the day by act */
    uint32_t of_count[ACT_CASES];
    struct Finding {
        uint32_t event;
        PersonId person;
    } * events; /* those of the day, by person */
    uint32_t event_count;
};

/* One person on the day, as the steps see it. */
typedef struct {
    const LawDay *day;
    PersonId id;
    const Person *person;
    Profile profile;
    Directive *out;
} View;

/* ---- gathering the day ----------------------------------------------------
 */

static void gather_clauses(LawDay *d)
{
    const Corpus *c = d->c;
    d->clauses = NEW(d->arena, ClauseId, c->clause_count + 1);
    for (uint32_t i = 0; i < c->clause_count; i++) {
        ClauseId id = {i};
        if (clause_holds(c, id, d->day)) d->clauses[d->clause_count++] = id;
    }
    for (int act = 0; act < ACT_CASES; act++) {
        d->of[act] = NEW(d->arena, ClauseId, d->clause_count + 1);
        for (uint32_t i = 0; i < d->clause_count; i++) {
            if ((int)corpus_clause(c, d->clauses[i])->act == act)
                d->of[act][d->of_count[act]++] = d->clauses[i];
        }
    }
}

static void gather_events(LawDay *d)
{
    const Register *r = d->c->r;
    d->events = NEW(d->arena, struct Finding, r->event_count + 1);
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *event = &r->events[i];
        bool calls = event->kind == EVENT_RECALL ||
                     event->kind == EVENT_MEETING || event->kind == EVENT_VISIT;
        if (!calls || !window_has(event->window, d->day) ||
            date_before(d->c->known, event->known))
            continue;
        d->events[d->event_count++] = (struct Finding){i, event->person};
    }
}

LawDay *law_day(Arena *arena, const Corpus *corpus, Date day)
{
    LawDay *d = NEW(arena, LawDay, 1);
    d->arena = arena;
    d->c = corpus;
    d->day = day;
    d->levels = levels_on(arena, corpus->r, day);
    for (uint8_t week = 5; week <= 7; week++) {
        d->works[week] =
            calendar_works(corpus->calendar, week, day, corpus->known);
    }
    gather_clauses(d);
    gather_events(d);
    return d;
}

const ClauseId *law_clauses(const LawDay *day, uint32_t *count)
{
    *count = day->clause_count;
    return day->clauses;
}

Date law_date(const LawDay *day)
{
    return day->day;
}

const Corpus *law_corpus(const LawDay *day)
{
    return day->c;
}

bool law_works(const LawDay *day, PersonId person)
{
    const Register *r = day->c->r;
    return day->works[r->units[r->people[person.index].unit.index].week];
}

static View view_of(const LawDay *d, PersonId id, Directive *out)
{
    const Register *r = d->c->r;
    return (View){d, id, &r->people[id.index],
                  profile_on(r, &d->levels, id, d->day), out};
}

Profile law_profile(const LawDay *day, PersonId person)
{
    return profile_on(day->c->r, &day->levels, person, day->day);
}

/* ---- whom a clause means ----------------------------------------------------
 */

static Picked has(const View *v, const Selection *s)
{
    return selection_has(s, v->day->c->r, &v->profile, v->id, v->day->day,
                         v->day->c->known);
}

static bool unit_fits(const Clause *clause, const Person *person)
{
    return clause->act == ACT_CAP || clause->level == LEVEL_UNITS ||
           clause->units == NULL || clause->units[person->unit.index];
}

static Picked means(const View *v, ClauseId id)
{
    const Clause *clause = corpus_clause(v->day->c, id);
    if (clause->who == NULL || !unit_fits(clause, v->person)) return PICK_NOT;
    return has(v, clause->who);
}

static bool has_target(const Clause *clause, ClauseId target)
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
        if (has_target(corpus_clause(d->c, id), target) &&
            means(v, id) != PICK_NOT)
            return true;
    }
    return false;
}

/* Excused from the clause, or placed by a derogation from it. */
static bool is_lifted(const View *v, ClauseId id)
{
    return lifted_by(v, ACT_EXCUSE, id) || lifted_by(v, ACT_PLACE, id);
}

static bool is_exempt(const View *v, uint32_t letter, ClauseId *by)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_EXEMPT]; i++) {
        ClauseId id = d->of[ACT_EXEMPT][i];
        if (corpus_clause(d->c, id)->letter != letter ||
            means(v, id) == PICK_NOT || is_lifted(v, id))
            continue;
        *by = id;
        return true;
    }
    return false;
}

static bool is_covered(const View *v, uint32_t letter)
{
    return has(v, v->day->c->letters[letter].covering) != PICK_NOT;
}

/* The letter speaks to the person: covered and not exempt. */
static bool letter_reaches(const View *v, uint32_t letter)
{
    ClauseId by = NO_CLAUSE;
    return is_covered(v, letter) && !is_exempt(v, letter, &by);
}

bool law_exempt(const LawDay *day, uint32_t letter, PersonId person,
                ClauseId *by)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    return is_exempt(&v, letter, by);
}

bool law_means(const LawDay *day, ClauseId clause, PersonId person)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    return person_is_active(day->c->r, person, day->day) &&
           means(&v, clause) != PICK_NOT &&
           letter_reaches(&v, corpus_clause(day->c, clause)->letter) &&
           !is_lifted(&v, clause);
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
    if (clause->date_count > 0 || clause->weekdays != 0)
        return (Window){day, day};
    for (uint32_t w = 0; w < letter->window_count; w++) {
        if (window_has(letter->windows[w], day))
            return window_meet(clause->window, letter->windows[w]);
    }
    return clause->window;
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

/* ---- the steps --------------------------------------------------------- */

static char placed_at(Where where)
{
    switch (where) {
    case WHERE_OFFICE: return PLACED_OFFICE;
    case WHERE_FIELD: return PLACED_FIELD;
    case WHERE_HOME:
    case WHERE_ANY: return PLACED_HOME;
    case WHERE_LEAVE: return PLACED_LEAVE;
    case WHERE_NONE: return PLACED_USUAL;
    }
    return PLACED_USUAL;
}

/* "dilarang di kantor" is "wajib di rumah", and the other way round. */
static char placed_by(const Clause *clause)
{
    if (clause->strength != STRENGTH_MUST_NOT) return placed_at(clause->where);
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
    return !law_works(v->day, v->id) &&
           settle(v, STEP_DAY_OFF, PLACED_NONE, NO_CLAUSE);
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

static bool step_absence(View *v)
{
    const Register *r = v->day->c->r;
    const Absence *absence =
        person_absence(r, v->id, v->day->day, v->day->c->known);
    if (absence == NULL) return false;
    v->out->thing = (uint32_t)(absence - r->absences);
    return settle(v, STEP_ABSENCE, absence_letter(absence->kind), NO_CLAUSE);
}

/* The first event of the day that calls the person; whole days only or parts
 * only.  A meeting or visit counts when somebody approved it. */
static uint32_t calling_event(const View *v, bool part)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->event_count; i++) {
        const Event *event = &d->c->r->events[d->events[i].event];
        bool approved =
            event->kind == EVENT_RECALL || event->approved_by.len > 0;
        if (d->events[i].person.index == v->id.index && approved &&
            (event->from >= 0) == part)
            return d->events[i].event;
    }
    return NO_INDEX;
}

static bool step_recall(View *v)
{
    uint32_t event = calling_event(v, false);
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
        if (wanted(v, clause, means(v, id)) &&
            letter_reaches(v, clause->letter) && !is_lifted(v, id))
            contend(v, step, id);
    }
    return v->out->by.index != NO_INDEX;
}

/* ---- caps -------------------------------------------------------------- */

static UnitId nearest_named(const Register *r, const uint8_t *units,
                            UnitId unit)
{
    while (unit.index != NO_INDEX && !units[unit.index]) {
        unit = r->units[unit.index].parent;
    }
    return unit;
}

static UnitId level_unit(const Register *r, const Clause *clause, UnitId unit)
{
    switch (clause->level) {
    case LEVEL_AGENCY: return r->agency_of[unit.index];
    case LEVEL_WORK_UNIT: return r->work_unit_of[unit.index];
    case LEVEL_UNITS: return nearest_named(r, clause->units, unit);
    case LEVEL_NONE:
        return clause->units != NULL && !clause->units[unit.index]
                   ? NO_UNIT
                   : r->preorder[0];
    }
    return NO_UNIT;
}

static UnitId cap_unit(const View *v, ClauseId id)
{
    const Clause *clause = corpus_clause(v->day->c, id);
    if (!letter_reaches(v, clause->letter) || is_lifted(v, id) ||
        has(v, clause->cap.counted) == PICK_NOT)
        return NO_UNIT;
    return level_unit(v->day->c->r, clause, v->person->unit);
}

UnitId law_cap_unit(const LawDay *day, ClauseId cap, PersonId person)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    return cap_unit(&v, cap);
}

UnitId cap_level_unit(const Corpus *corpus, ClauseId cap, UnitId unit)
{
    return level_unit(corpus->r, corpus_clause(corpus, cap), unit);
}

UnitId law_level_unit(const LawDay *day, ClauseId cap, PersonId person)
{
    const Register *r = day->c->r;
    return level_unit(r, corpus_clause(day->c, cap),
                      r->people[person.index].unit);
}

/* The clause that places those whom the cap leaves over. */
static ClauseId rest_of(const LawDay *d, ClauseId cap)
{
    for (uint32_t i = 0; i < d->of_count[ACT_REST]; i++) {
        if (has_target(corpus_clause(d->c, d->of[ACT_REST][i]), cap))
            return d->of[ACT_REST][i];
    }
    return NO_CLAUSE;
}

static bool step_turn(View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_CAP]; i++) {
        ClauseId id = d->of[ACT_CAP][i];
        if (cap_unit(v, id).index == NO_INDEX) continue;
        v->out->cap = id;
        v->out->rest = rest_of(d, id);
        return settle(v, STEP_TURN, PLACED_OPEN, NO_CLAUSE);
    }
    return false;
}

static bool step_exempt(View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_EXEMPT]; i++) {
        uint32_t letter = corpus_clause(d->c, d->of[ACT_EXEMPT][i])->letter;
        ClauseId by = NO_CLAUSE;
        if (!is_covered(v, letter) || !is_exempt(v, letter, &by)) continue;
        return settle(v, STEP_EXEMPT, PLACED_USUAL, by);
    }
    return false;
}

/* ---- the whole --------------------------------------------------------- */

/* A meeting or visit for some hours: the office for those hours. */
static void add_part(View *v)
{
    uint32_t event = calling_event(v, true);
    bool there = v->out->letter == PLACED_OFFICE ||
                 v->out->step < STEP_RECALL; /* closed, off, ill, away */
    if (event == NO_INDEX || there) return;
    const Event *e = &v->day->c->r->events[event];
    v->out->part = PLACED_OFFICE;
    v->out->part_from = e->from;
    v->out->part_to = e->to;
    v->out->part_event = event;
}

/* Whose change of dates brought the day into force? */
static void note_extension(View *v)
{
    const Corpus *c = v->day->c;
    ClauseId by = v->out->by.index != NO_INDEX ? v->out->by : v->out->cap;
    if (by.index == NO_INDEX) return;
    const CorpusLetter *letter = &c->letters[corpus_clause(c, by)->letter];
    if (letter->extended_by != NO_INDEX &&
        !window_has(letter->original, v->day->day))
        v->out->extended_by = letter->extended_by;
}

static void decide(View *v)
{
    if (step_closure(v) || step_day_off(v) || step_health(v) ||
        step_absence(v) || step_recall(v) ||
        step_place(v, STEP_DECISION, wants_decision) ||
        step_place(v, STEP_MUST, wants_must) || step_turn(v) ||
        step_place(v, STEP_MAY, wants_may) ||
        step_place(v, STEP_REST, wants_rest) || step_exempt(v))
        return;
    settle(v, STEP_NO_RULE, PLACED_USUAL, NO_CLAUSE);
}

/* The cap that counts somebody who is in by another step. */
static void note_cap(View *v)
{
    const LawDay *d = v->day;
    if (v->out->letter != PLACED_OFFICE || v->out->tied) return;
    for (uint32_t i = 0; i < d->of_count[ACT_CAP]; i++) {
        if (cap_unit(v, d->of[ACT_CAP][i]).index == NO_INDEX) continue;
        v->out->cap = d->of[ACT_CAP][i];
        return;
    }
}

Directive law_person(const LawDay *day, PersonId person)
{
    Directive out = {.letter = PLACED_USUAL,
                     .step = STEP_NO_RULE,
                     .by = NO_CLAUSE,
                     .cap = NO_CLAUSE,
                     .rest = NO_CLAUSE,
                     .thing = NO_INDEX,
                     .extended_by = NO_INDEX,
                     .part_event = NO_INDEX};
    View v = view_of(day, person, &out);
    if (!person_is_active(day->c->r, person, day->day)) {
        out.letter = PLACED_NONE;
        out.step = STEP_DAY_OFF;
        return out;
    }
    decide(&v);
    add_part(&v);
    note_cap(&v);
    note_extension(&v);
    return out;
}

int32_t cap_number(const Cap *cap, int32_t base)
{
    if (!cap->share) return cap->number;
    int64_t part = (int64_t)base * cap->number;
    int64_t whole = 10000; /* hundredths of a percent */
    return (int32_t)(cap->rounding == ROUND_UP ? (part + whole - 1) / whole
                                               : part / whole);
}
