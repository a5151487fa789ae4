#include "circular/law_day.h"

/*
 * A LawDay gathers what holds on one day; law_person then walks the steps in
 * their order and stops at the first that decides.  Nothing is kept between
 * people, so any number may be asked in any order.
 */

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
    note_cap(&v);
    note_extension(&v);
    return out;
}
