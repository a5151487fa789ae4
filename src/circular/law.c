#include "circular/law_day.h"

/*
 * A LawDay gathers what holds on one day; law_person then walks the steps in
 * their order and stops at the first that decides.  Nothing is kept between
 * people, so any number may be asked in any order.
 */

enum { DAY_END = 1440 };

/* ---- gathering the day ----------------------------------------------------
 */

/* Of a day on which a letter begins or ends within the day: is it in force in
 * this half? */
static bool in_half(const LawDay *d, const CorpusLetter *letter)
{
    if (d->turn < 0) return true;
    bool begins = letter->starts_at > 0 && date_is(letter->starts_on, d->day);
    bool ends = letter->ends_at >= 0 && date_is(letter->ends_on, d->day);
    return d->late ? !(ends && letter->ends_at <= d->turn)
                   : !(begins && letter->starts_at >= d->turn);
}

/* The minute at which the day turns: the first at which a letter begins, else
 * the first at which one ends.  Where one begins, the day is that of the half
 * behind, else that of the half before. */
static void find_turn(LawDay *d)
{
    int16_t begins = -1, ends = -1;
    for (uint32_t l = 0; l < d->c->letter_count; l++) {
        const CorpusLetter *letter = &d->c->letters[l];
        if (letter->starts_at > 0 && date_is(letter->starts_on, d->day) &&
            (begins < 0 || letter->starts_at < begins))
            begins = letter->starts_at;
        if (letter->ends_at >= 0 && date_is(letter->ends_on, d->day) &&
            (ends < 0 || letter->ends_at < ends))
            ends = letter->ends_at;
    }
    d->turn = (int16_t)(begins >= 0 ? begins : ends);
    d->late = begins >= 0;
}

static void gather_clauses(LawDay *d)
{
    const Corpus *c = d->c;
    d->clauses = NEW(d->arena, ClauseId, c->clause_count + 1);
    for (uint32_t i = 0; i < c->clause_count; i++) {
        ClauseId id = {i};
        const CorpusLetter *letter = &c->letters[c->clauses[i].letter];
        if (clause_holds(c, id, d->day) && in_half(d, letter))
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
