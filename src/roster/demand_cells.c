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
            open->extended_by == d->extended_by)
            return (uint16_t)i;
    }
    CHECK(m->opens.count < UINT16_MAX);
    VEC_PUSH(m->arena, &m->opens,
             ((OpenReason){d->cap, d->rest, unit, d->extended_by}));
    return (uint16_t)(m->opens.count - 1);
}

/* ---- one day ----------------------------------------------------------------
 */

typedef struct {
    Making *m;
    const LawDay *law;
    uint32_t day;
    const ClauseId *caps;
    uint32_t cap_count;
    Directive last; /* of the person before: reasons repeat */
    uint16_t last_reason;
} Walk;

static void note_tie(Walk *w, PersonId person, const Directive *d)
{
    Making *m = w->m;
    if (m->tie.tied || !d->tied) return;
    m->tie = *d;
    m->tied_person = person;
    m->tied_day = m->days[w->day];
}

static void count_settled(Walk *w, Line *line, UnitId unit, const Directive *d)
{
    const Clause *clause = corpus_clause(w->m->corpus, line->clause);
    bool away = d->letter == PLACED_LEAVE || d->letter == PLACED_TRIP;
    if (unit.index == NO_INDEX) return;
    if (d->letter == PLACED_OFFICE && d->step == STEP_RECALL)
        line->days[w->day].called++;
    else if (d->letter == PLACED_OFFICE)
        line->days[w->day].forced++;
    if (d->letter == PLACED_HOME || (clause->cap.leave && away))
        line->home[w->day]++;
}

/* Every cap of the day: is the person in its base, and how does it count? */
static void count_caps(Walk *w, PersonId person, const Directive *d)
{
    const Register *r = w->m->corpus->r;
    Profile profile = law_profile(w->law, person);
    for (uint32_t i = 0; i < w->cap_count; i++) {
        ClauseId id = w->caps[i];
        const Clause *clause = corpus_clause(w->m->corpus, id);
        UnitId level = law_level_unit(w->law, id, person);
        if (level.index == NO_INDEX) continue;
        Line *line = demand_line(w->m, id, level);
        CapDay *day = &line->days[w->day];
        day->base +=
            selection_has(clause->cap.base, r, &profile, person,
                          w->m->days[w->day], w->m->corpus->known) != PICK_NOT;
        day->works |= law_works(w->law, person);
        if (d->letter == PLACED_OPEN) {
            bool counted = law_cap_unit(w->law, id, person).index != NO_INDEX;
            line->open[w->day] += counted;
            line->strangers[w->day] += !counted;
            day->free += counted;
        } else {
            count_settled(w, line, law_cap_unit(w->law, id, person), d);
        }
    }
}

static void set_cell(Walk *w, PersonId person, const Directive *d)
{
    Making *m = w->m;
    size_t cell = demand_cell(m, person.index, w->day);
    char *cells = m->out->cells;
    uint16_t *reasons = m->out->reasons;
    cells[cell] = d->letter;
    if (d->letter == PLACED_OPEN) {
        UnitId unit = law_cap_unit(w->law, d->cap, person);
        reasons[cell] = open_of(m, d, unit);
        return;
    }
    if (!is_same_reason(d, &w->last) || w->last_reason == UINT16_MAX) {
        Reason reason = reason_of(m, d);
        w->last = *d;
        w->last_reason = demand_reason(m, &reason);
    }
    reasons[cell] = w->last_reason;
}

static void walk_day(Making *m, uint32_t day, Arena *scratch)
{
    Walk w = {.m = m, .day = day, .last_reason = UINT16_MAX};
    uint32_t count = 0;
    w.law = law_day(scratch, m->corpus, m->days[day]);
    const ClauseId *all = law_clauses(w.law, &count);
    ClauseId *caps = NEW(scratch, ClauseId, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(m->corpus, all[i])->act == ACT_CAP)
            caps[w.cap_count++] = all[i];
    }
    w.caps = caps;
    for (uint32_t p = 0; p < m->corpus->r->person_count; p++) {
        PersonId person = {p};
        Directive d = law_person(w.law, person);
        set_cell(&w, person, &d);
        note_tie(&w, person, &d);
        if (w.cap_count > 0 &&
            person_is_active(m->corpus->r, person, m->days[day]))
            count_caps(&w, person, &d);
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
