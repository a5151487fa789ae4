/* SPDX-License-Identifier: Apache-2.0 */
#include "day/duty_clause.h"

/* ---- who ---------------------------------------------------------------- */

static bool placed_at(Where placed, char letter)
{
    switch (placed) {
    case WHERE_OFFICE: return letter == PLACED_OFFICE;
    case WHERE_HOME: return letter == PLACED_HOME || letter == PLACED_CLOSED;
    case WHERE_FIELD: return letter == PLACED_FIELD;
    case WHERE_NONE:
    case WHERE_ANY: return true;
    case WHERE_LEAVE: break;
    }
    return false;
}

bool duty_owed(const Duty *duty, char letter, bool recalled)
{
    return placed_at(duty->placed, letter) && (!duty->called || recalled);
}

static void ask_all(const LawDay *law, DutySheet *s)
{
    LawAsk asks[DUTIES_MOST];
    for (uint32_t i = 0; i < s->duty_count; i++)
        asks[i] = (LawAsk){s->duties[i].by, s->duties[i].who};
    for (uint32_t p = 0; p < s->corpus->r->person_count; p++)
        s->owed[p] = law_means_bits(law, asks, s->duty_count, (PersonId){p});
}

/* ---- where -------------------------------------------------------------- */

static Strength strength_of(const Corpus *c, ClauseId by)
{
    if (by.index == NO_INDEX) return STRENGTH_MUST;
    Strength said = corpus_clause(c, by)->strength;
    return said == STRENGTH_MAY || said == STRENGTH_ENTITLED ? STRENGTH_MAY
                                                             : STRENGTH_MUST;
}

/* The roster's part: a seat is the cap's, home is the rest's. */
static void take_turn(const Corpus *c, const Directive *d, char cell,
                      Expected *e)
{
    e->letter = cell;
    bool rests = cell == PLACED_HOME && d->rest.index != NO_INDEX;
    e->by = rests ? d->rest : d->cap;
    e->strength = rests ? strength_of(c, d->rest) : STRENGTH_MUST;
}

static char planned_cell(const Plan *plan, PersonId person, uint32_t day)
{
    if (day == NO_INDEX) return PLACED_NONE;
    return plan_cell(plan, person, day);
}

/* Called for some hours is no other place: facts tell of that. */
static void take_part(const Directive *d, Expected *e)
{
    if (d->part == 0 || d->part_event != NO_INDEX || d->part == e->letter)
        return;
    e->part = d->part;
    e->part_from = d->part_from;
    e->part_to = d->part_to;
}

/* Leave of one's own choice only: nobody puts off an illness. */
static void take_leave(const LawDay *law, PersonId person, const Directive *d,
                       Expected *e)
{
    const Register *r = law_corpus(law)->r;
    e->leave = NO_CLAUSE;
    if (d->letter != PLACED_LEAVE || d->thing == NO_INDEX ||
        r->absences[d->thing].kind != ABSENCE_CUTI)
        return;
    (void)law_leave(law, person, &e->leave);
    e->urgent = r->absences[d->thing].urgent;
}

static Expected expected_of(const LawDay *law, const DutySheet *s,
                            PersonId person, const Plan *plan, uint32_t day)
{
    const Register *r = s->corpus->r;
    Directive d = law_person(law, person);
    Expected e = {
        .letter = d.letter,
        .by = d.by,
        .strength = strength_of(s->corpus, d.by),
        .works = person_is_active(r, person, s->day) && law_works(law, person),
        .recalled = d.step == STEP_RECALL,
        .spared = person_mark(r, person, s->day, MARK_NO_RECALL,
                              s->corpus->known) != NULL,
        .week = r->units[r->people[person.index].unit.index].week,
        .begins = s->hours.begins,
        .ends = s->hours.ends,
    };
    if (date_weekday(s->day) == FRIDAY) e.ends = s->hours.ends_friday;
    if (d.letter == PLACED_OPEN)
        take_turn(s->corpus, &d, planned_cell(plan, person, day), &e);
    take_part(&d, &e);
    take_leave(law, person, &d, &e);
    return e;
}

/* Of the clauses about working hours that reach the person the first; one of a
 * time that others declare (Ramadan) goes before. */
static void take_hours(const LawDay *law, const DutyHours *hours,
                       PersonId person, Expected *e)
{
    bool taken = false;
    for (uint32_t i = 0; i < hours->count; i++) {
        const Clause *by = corpus_clause(law_corpus(law), hours->at[i].by);
        if (taken && !by->under_status) continue;
        LawAsk ask = {hours->at[i].by, NULL};
        if (law_means_bits(law, &ask, 1, person) == 0) continue;
        e->begins = hours->at[i].begins;
        e->ends = hours->at[i].ends;
        taken = true;
        if (by->under_status) return;
    }
}

/* Whoever came to the office otherwise than the day began has none: who was
 * called, or is back from leave. */
static void take_shift(const Shift *shift, Expected *e)
{
    bool there = e->letter == PLACED_OFFICE || e->letter == PLACED_USUAL;
    if (shift->number == 0 || !there || e->recalled) return;
    e->shift = *shift;
    e->begins = shift->begins;
    e->ends = shift->ends;
}

/* ---- the sheet ---------------------------------------------------------- */

bool duty_sheet_make(Arena *arena, const LawDay *law, const Plan *plan,
                     DayHours day_hours, DutySheet *out, Err *err)
{
    const Corpus *c = law_corpus(law);
    uint32_t people = c->r->person_count;
    DutySheet s = {
        .day = law_date(law),
        .corpus = c,
        .hours = day_hours,
        .duties = NEW(arena, Duty, DUTIES_MOST),
        .owed = NEW(arena, uint64_t, people + 1),
        .expected = NEW(arena, Expected, people + 1),
    };
    DutyHours hours = {0};
    if (!duty_clauses(arena, law, &s, &hours, err)) return false;
    ask_all(law, &s);
    uint32_t at = plan == NULL ? NO_INDEX : plan_day(plan, s.day);
    const Shift *shifts = shift_day(arena, law, plan);
    for (uint32_t p = 0; p < people; p++) {
        s.expected[p] = expected_of(law, &s, (PersonId){p}, plan, at);
        take_hours(law, &hours, (PersonId){p}, &s.expected[p]);
        if (shifts != NULL) take_shift(&shifts[p], &s.expected[p]);
    }
    *out = s;
    return true;
}

Str duty_word(DutyKind kind, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [DUTY_##name] = {word, english},
        DUTIES(X)
#undef X
    };
    CHECK((size_t)kind < COUNT(words));
    return str_of(words[kind][lang == LANG_EN]);
}
