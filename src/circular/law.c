/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/law_day.h"

/*
 * A LawDay gathers what holds on one day; law_person then walks the steps in
 * their order and stops at the first that decides.  Nothing is kept between
 * people, so any number may be asked in any order.
 */

enum { DAY_END = 1440 };

/* ---- gathering the day ----------------------------------------------------
 */

LawHours law_letter_hours(const CorpusLetter *letter, Date day)
{
    bool begins = letter->starts_at > 0 && date_is(letter->starts_on, day);
    bool ends = letter->ends_at >= 0 && date_is(letter->ends_on, day);
    return (LawHours){(int16_t)(begins ? letter->starts_at : -1),
                      (int16_t)(ends ? letter->ends_at : -1)};
}

LawHours law_clause_hours(const Clause *clause, Date day)
{
    bool begins = clause->starts_at > 0 && date_is(clause->window.first, day);
    bool ends = clause->ends_at >= 0 && date_is(clause->window.last, day);
    return (LawHours){(int16_t)(begins ? clause->starts_at : -1),
                      (int16_t)(ends ? clause->ends_at : -1)};
}

/* Of the letter and the clause: what begins later and ends sooner. */
static LawHours hours_of(const LawDay *d, const Clause *clause)
{
    LawHours own = law_clause_hours(clause, d->day);
    LawHours all = law_letter_hours(&d->c->letters[clause->letter], d->day);
    if (own.from > all.from) all.from = own.from;
    if (own.to >= 0 && (all.to < 0 || own.to < all.to)) all.to = own.to;
    return all;
}

/* Of a day that turns: is what has these hours in force in this half? */
static bool in_half(const LawDay *d, LawHours hours)
{
    if (d->turn < 0) return true;
    return d->late ? !(hours.to >= 0 && hours.to <= d->settled)
                   : !(hours.from >= 0 && hours.from >= d->turn);
}

/* Does the clause say where people are, or only what they owe there? */
static bool places(const Clause *clause)
{
    switch (clause->act) {
    case ACT_PLACE:
    case ACT_REST:
    case ACT_CAP:
    case ACT_DAYS:
    case ACT_EXEMPT:
    case ACT_EXCUSE:
    case ACT_EXCEED:
    case ACT_RELIEF: return true;
    case ACT_DELEGATE:
    case ACT_CLOSE:
    case ACT_MEAN:
    case ACT_DUTY:
    case ACT_STATE:
    case ACT_FOLLOW:
    case ACT_RECORD:
    case ACT_CASES: return false;
    }
    return false;
}

/* The first beginning within the day and the last, and the first end. */
typedef struct {
    int16_t begins, settled, ends;
} Turns;

static Turns turns_of(const LawDay *d, bool placing)
{
    const Corpus *c = d->c;
    Turns t = {-1, -1, -1};
    for (uint32_t i = 0; i < c->clause_count; i++) {
        if (!clause_holds(c, (ClauseId){i}, d->day) ||
            (placing && !places(&c->clauses[i])))
            continue;
        LawHours hours = hours_of(d, &c->clauses[i]);
        if (hours.from >= 0 && (t.begins < 0 || hours.from < t.begins))
            t.begins = hours.from;
        if (hours.from > t.settled) t.settled = hours.from;
        if (hours.to >= 0 && (t.ends < 0 || hours.to < t.ends))
            t.ends = hours.to;
    }
    return t;
}

/*
 * The minute at which the day turns: the first at which a clause begins that
 * places people, else the first at which one ends; where none does, the same of
 * the others.  Where one begins, the day is that of the half behind, else that
 * of the half before.  The half behind is the law after the last beginning.
 */
static void find_turn(LawDay *d)
{
    Turns t = turns_of(d, true);
    if (t.begins < 0 && t.ends < 0) t = turns_of(d, false);
    d->late = t.begins >= 0;
    d->turn = (int16_t)(d->late ? t.begins : t.ends);
    d->settled = (int16_t)(d->late ? t.settled : t.ends);
}

static void gather_clauses(LawDay *d)
{
    const Corpus *c = d->c;
    d->clauses = NEW(d->arena, ClauseId, c->clause_count + 1);
    for (uint32_t i = 0; i < c->clause_count; i++) {
        ClauseId id = {i};
        if (clause_holds(c, id, d->day) &&
            in_half(d, hours_of(d, &c->clauses[i])))
            d->clauses[d->clause_count++] = id;
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
    d->trips = NEW(d->arena, uint32_t, r->event_count + 1);
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *event = &r->events[i];
        bool calls = event->kind == EVENT_RECALL ||
                     event->kind == EVENT_MEETING || event->kind == EVENT_VISIT;
        if (!window_has(event->window, d->day) ||
            date_before(d->c->known, event->known))
            continue;
        if (event->kind == EVENT_TRIP) d->trips[d->trip_count++] = i;
        if (calls)
            d->events[d->event_count++] = (struct Finding){i, event->person};
    }
}

static LawDay *open_day(Arena *arena, const Corpus *corpus, Date day)
{
    LawDay *d = NEW(arena, LawDay, 1);
    d->arena = arena;
    d->c = corpus;
    d->day = day;
    find_turn(d);
    return d;
}

static void gather(LawDay *d)
{
    Arena *arena = d->arena;
    const Corpus *corpus = d->c;
    Date day = d->day;
    d->levels = levels_on(arena, corpus->r, day);
    for (uint8_t week = 5; week <= 7; week++) {
        d->works[week] =
            calendar_works(corpus->calendar, week, day, corpus->known);
    }
    gather_clauses(d);
    gather_events(d);
}

LawDay *law_day(Arena *arena, const Corpus *corpus, Date day)
{
    LawDay *d = open_day(arena, corpus, day);
    gather(d);
    if (d->turn < 0) return d;
    LawDay *other = open_day(arena, corpus, day);
    other->late = !d->late;
    gather(other);
    d->other = other;
    return d;
}

const ClauseId *law_clauses(const LawDay *day, uint32_t *count)
{
    *count = day->clause_count;
    return day->clauses;
}

const ClauseId *law_clauses_of_both(Arena *arena, const LawDay *day,
                                    uint32_t *count)
{
    const LawDay *other = day->other;
    if (other == NULL) return law_clauses(day, count);
    uint32_t one = day->clause_count, two = other->clause_count;
    ClauseId *all = NEW(arena, ClauseId, (size_t)one + two + 1);
    *count = 0;
    for (uint32_t i = 0, k = 0; i < one || k < two;) {
        uint32_t a = i < one ? day->clauses[i].index : NO_INDEX;
        uint32_t b = k < two ? other->clauses[k].index : NO_INDEX;
        i += a <= b;
        k += b <= a;
        all[(*count)++].index = a < b ? a : b;
    }
    return all;
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

View view_of(const LawDay *d, PersonId id, Directive *out)
{
    const Register *r = d->c->r;
    return (View){d, id, &r->people[id.index],
                  profile_on(r, &d->levels, id, d->day), out};
}

Profile law_profile(const LawDay *day, PersonId person)
{
    return profile_on(day->c->r, &day->levels, person, day->day);
}

/* ---- the whole --------------------------------------------------------- */

/* A meeting or visit for some hours: the office for those hours. */
static void add_part(View *v)
{
    uint32_t event = view_called(v, true);
    bool there = v->out->letter == PLACED_OFFICE ||
                 v->out->step < STEP_RECALL; /* closed, off, ill, away */
    if (event == NO_INDEX || there) return;
    const Event *e = &v->day->c->r->events[event];
    v->out->part = PLACED_OFFICE;
    v->out->part_from = e->from;
    v->out->part_to = e->to;
    v->out->part_event = event;
}

/* The place in the other half of the day, where a letter begins or ends within
 * it; a turn is not parted. */
static void add_half(View *v)
{
    const LawDay *d = v->day;
    Directive half = *v->out;
    if (d->other == NULL || v->out->part != 0 || v->out->step <= STEP_RECALL)
        return;
    half.by = half.cap = half.rest = NO_CLAUSE;
    half.tied = false;
    View other = view_of(d->other, v->id, &half);
    view_decide(&other);
    if (half.letter == v->out->letter || half.letter == PLACED_OPEN) return;
    v->out->part = half.letter;
    v->out->part_by = half.by;
    v->out->part_from = (int16_t)(d->late ? 0 : d->turn);
    v->out->part_to = (int16_t)(d->late ? d->turn : DAY_END);
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

/* The cap that counts somebody who is in by another step. */
static void note_cap(View *v)
{
    const LawDay *d = v->day;
    if (v->out->letter != PLACED_OFFICE || v->out->tied) return;
    for (uint32_t i = 0; i < d->of_count[ACT_CAP]; i++) {
        if (view_cap_unit(v, d->of[ACT_CAP][i]).index == NO_INDEX) continue;
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
                     .part_by = NO_CLAUSE,
                     .thing = NO_INDEX,
                     .extended_by = NO_INDEX,
                     .part_event = NO_INDEX};
    View v = view_of(day, person, &out);
    if (!person_is_active(day->c->r, person, day->day)) {
        out.letter = PLACED_NONE;
        out.step = STEP_DAY_OFF;
        return out;
    }
    view_decide(&v);
    add_part(&v);
    add_half(&v);
    note_cap(&v);
    note_extension(&v);
    return out;
}
