/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

/* What a plan tells of an absence: its letter, not why.  The kinds (sick,
 * maternity) and the names of marks are of the register and stay there. */
static Str word_of_absence(AbsenceKind kind)
{
    bool trip = absence_letter(kind) == PLACED_TRIP;
    return absence_kind_word(trip ? ABSENCE_DINAS_LUAR : ABSENCE_CUTI);
}

static Str code_of_thing(const Making *m, const Directive *d)
{
    const Corpus *c = m->corpus;
    const Register *r = c->r;
    switch (d->step) {
    case STEP_CLOSURE: return r->units[c->closures[d->thing].unit.index].code;
    case STEP_ABSENCE:
        return word_of_absence(d->thing == NO_INDEX
                                   ? ABSENCE_DINAS_LUAR
                                   : r->absences[d->thing].kind);
    case STEP_RECALL: return event_kind_word(r->events[d->thing].kind);
    case STEP_HEALTH:
    case STEP_DAY_OFF:
    case STEP_EXEMPT:
    case STEP_DECISION:
    case STEP_MUST:
    case STEP_TURN:
    case STEP_MAY:
    case STEP_REST:
    case STEP_NO_RULE:
    case STEP_COUNT: return (Str){"", 0};
    }
    return (Str){"", 0};
}

static Str letter_cite_of(const Making *m, uint32_t letter)
{
    return letter == NO_INDEX ? (Str){"", 0} : m->corpus->letters[letter].cite;
}

static Str clause_cite(const Making *m, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0}
                                : corpus_clause(m->corpus, id)->cite;
}

uint16_t demand_reason(Making *m, const Reason *reason)
{
    Str step = step_code(reason->step);
    Str key = str_format(m->arena, "%.*s\x1f%.*s\x1f%.*s\x1f%.*s",
                         STR_ARG(step), STR_ARG(reason->rule),
                         STR_ARG(reason->other), STR_ARG(reason->thing));
    uint32_t known = map_find(&m->reason_of, key);
    if (known != NO_INDEX) return (uint16_t)known;
    CHECK(m->reasons.count < UINT16_MAX);
    uint32_t fresh = (uint32_t)m->reasons.count;
    VEC_PUSH(m->arena, &m->reasons, *reason);
    (void)map_put(&m->reason_of, key, fresh);
    return (uint16_t)fresh;
}

static Reason reason_of(const Making *m, const Directive *d)
{
    return (Reason){d->step, clause_cite(m, d->by),
                    letter_cite_of(m, d->extended_by), code_of_thing(m, d)};
}

/* Two directives that give the same reason, without making its text. */
static bool is_same_reason(const Directive *a, const Directive *b)
{
    return a->step == b->step && a->by.index == b->by.index &&
           a->extended_by == b->extended_by && a->thing == b->thing &&
           a->letter == b->letter;
}

static uint16_t open_of(Making *m, const Directive *d, UnitId unit)
{
    for (size_t i = m->opens.count; i-- > 0;) {
        const OpenReason *open = &m->opens.at[i];
        if (open->cap.index == d->cap.index &&
            open->rest.index == d->rest.index &&
            open->unit.index == unit.index &&
            open->extended_by == d->extended_by &&
            open->otherwise == d->otherwise)
            return (uint16_t)i;
    }
    CHECK(m->opens.count < UINT16_MAX);
    VEC_PUSH(
        m->arena, &m->opens,
        ((OpenReason){d->cap, d->rest, unit, d->extended_by, d->otherwise}));
    return (uint16_t)(m->opens.count - 1);
}

bool demand_stays(const Making *m, uint32_t person, uint32_t day)
{
    size_t cell = demand_cell(m, person, day);
    return m->out->cells[cell] == PLACED_OPEN &&
           m->opens.at[m->out->reasons[cell]].otherwise == PLACED_OFFICE;
}

bool demand_owes(const Making *m, uint32_t person, uint32_t day)
{
    size_t cell = demand_cell(m, person, day);
    return m->out->cells[cell] == PLACED_OPEN &&
           demand_open_owes(m->corpus, &m->opens.at[m->out->reasons[cell]]);
}

/* ---- a cell -------------------------------------------------------------- */

static void note_tie(const DemandDay *day, PersonId person, const Directive *d)
{
    Making *m = day->m;
    if (m->tie.tied || !d->tied) return;
    m->tie = *d;
    m->tied_person = person;
    m->tied_day = m->days[day->day];
}

static uint16_t settled_by(DemandDay *day, const Directive *d)
{
    if (!is_same_reason(d, &day->last) || day->last_reason == UINT16_MAX) {
        Reason reason = reason_of(day->m, d);
        day->last = *d;
        day->last_reason = demand_reason(day->m, &reason);
    }
    return day->last_reason;
}

void demand_day_set(DemandDay *day, PersonId person, const Directive *d)
{
    Making *m = day->m;
    size_t cell = demand_cell(m, person.index, day->day);
    m->out->cells[cell] = d->letter;
    m->out->reasons[cell] =
        d->letter == PLACED_OPEN
            ? open_of(m, d, law_cap_unit(day->law, d->cap, person))
            : settled_by(day, d);
    note_tie(day, person, d);
    demand_week_note(day, person);
}

/* ---- counts -------------------------------------------------------------- */

typedef struct {
    PersonId person;
    Profile profile;
    const Directive *said;
    int32_t sign;
} Counted;

static void count_settled(CapDay *count, const Cap *cap, const Counted *who)
{
    if (!demand_in_place(cap, who->said->letter)) return;
    if (who->said->step == STEP_RECALL)
        count->called += who->sign;
    else
        count->forced += who->sign;
}

static bool is_owing(const Corpus *c, const Directive *said)
{
    return said->letter == PLACED_OPEN &&
           corpus_clause(c, said->cap)->act == ACT_DAYS;
}

/* One cap: is the person in its base, and how does it count? */
static void count_cap(const DemandDay *day, ClauseId id, const Counted *who)
{
    Making *m = day->m;
    const Corpus *c = m->corpus;
    const Cap *cap = &corpus_clause(c, id)->cap;
    UnitId level = law_level_unit(day->law, id, who->person);
    if (level.index == NO_INDEX) return;
    bool counted = law_cap_unit(day->law, id, who->person).index != NO_INDEX;
    bool in_base = selection_has(cap->base, c->r, &who->profile, who->person,
                                 m->days[day->day], c->known) != PICK_NOT;
    Line *line = demand_line(m, id, level);
    CapDay *count = &line->days[day->day];
    count->base += in_base ? who->sign : 0;
    count->works |= law_works(day->law, who->person);
    if (is_owing(m->corpus, who->said)) return;
    if (who->said->letter == PLACED_OPEN) {
        line->strangers[day->day] += counted ? 0 : who->sign;
        count->free += counted ? who->sign : 0;
    } else if (counted) {
        count_settled(count, cap, who);
    }
}

void demand_day_count(const DemandDay *day, PersonId person, const Directive *d,
                      int32_t sign)
{
    const Making *m = day->m;
    if (is_owing(m->corpus, d)) m->owed[day->day] += sign;
    if (day->cap_count == 0 ||
        !person_is_active(m->corpus->r, person, m->days[day->day]))
        return;
    Counted who = {person, law_profile(day->law, person), d, sign};
    for (uint32_t i = 0; i < day->cap_count; i++)
        count_cap(day, day->caps[i], &who);
}

/* ---- all of them --------------------------------------------------------- */

DemandDay demand_day_open(Making *m, uint32_t day, Arena *scratch)
{
    DemandDay made = {.m = m, .day = day, .last_reason = UINT16_MAX};
    uint32_t count = 0;
    made.law = law_day(scratch, m->corpus, m->days[day]);
    const ClauseId *all = law_clauses(made.law, &count);
    ClauseId *caps = NEW(scratch, ClauseId, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(m->corpus, all[i])->act == ACT_CAP)
            caps[made.cap_count++] = all[i];
    }
    made.caps = caps;
    return made;
}

static void walk_day(Making *m, uint32_t number, Arena *scratch)
{
    DemandDay day = demand_day_open(m, number, scratch);
    for (uint32_t p = 0; p < m->corpus->r->person_count; p++) {
        PersonId person = {p};
        Directive d = law_person(day.law, person);
        demand_day_set(&day, person, &d);
        demand_day_count(&day, person, &d, 1);
    }
}

void demand_cells(Making *m)
{
    for (uint32_t day = 0; day < m->day_count; day++) {
        Arena *scratch = arena_open(1U << 16);
        walk_day(m, day, scratch);
        arena_close(scratch);
    }
}
