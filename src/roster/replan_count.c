/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_demand.h"

/*
 * The arithmetic of demand_cells.c with a sign: what a person-day adds to the
 * lines of the caps it can also take away.
 */

typedef struct {
    ReplanDemand *d;
    const LawDay *law;
    uint32_t day;
    int32_t sign;
} Counting;

/* ---- reasons ----------------------------------------------------------- */

static Str cite_of(const Corpus *c, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0} : corpus_clause(c, id)->cite;
}

static Str absence_word(const Register *r, uint32_t absence)
{
    bool trip = absence == NO_INDEX ||
                absence_letter(r->absences[absence].kind) == PLACED_TRIP;
    return absence_kind_word(trip ? ABSENCE_DINAS_LUAR : ABSENCE_CUTI);
}

static Str thing_of(const Corpus *c, const Directive *said)
{
    if (said->step == STEP_CLOSURE)
        return c->r->units[c->closures[said->thing].unit.index].code;
    if (said->step == STEP_ABSENCE) return absence_word(c->r, said->thing);
    if (said->step == STEP_RECALL)
        return event_kind_word(c->r->events[said->thing].kind);
    return (Str){"", 0};
}

static uint16_t settled_reason(Making *m, const Directive *said)
{
    const Corpus *c = m->corpus;
    bool moved = said->extended_by != NO_INDEX;
    Reason reason = {
        .step = said->step,
        .rule = cite_of(c, said->by),
        .other = moved ? c->letters[said->extended_by].cite : (Str){"", 0},
        .thing = thing_of(c, said),
    };
    return demand_reason(m, &reason);
}

static uint16_t open_reason(Making *m, const Directive *said, UnitId unit)
{
    for (size_t i = m->opens.count; i-- > 0;) {
        const OpenReason *open = &m->opens.at[i];
        if (open->cap.index == said->cap.index &&
            open->rest.index == said->rest.index &&
            open->unit.index == unit.index &&
            open->extended_by == said->extended_by)
            return (uint16_t)i;
    }
    CHECK(m->opens.count < UINT16_MAX);
    VEC_PUSH(m->arena, &m->opens,
             ((OpenReason){said->cap, said->rest, unit, said->extended_by}));
    return (uint16_t)(m->opens.count - 1);
}

static void set_cell(const Counting *c, PersonId person, const Directive *said)
{
    Making *m = &c->d->making;
    size_t cell = demand_cell(m, person.index, c->day);
    m->out->cells[cell] = said->letter;
    m->out->reasons[cell] =
        said->letter == PLACED_OPEN
            ? open_reason(m, said, law_cap_unit(c->law, said->cap, person))
            : settled_reason(m, said);
    if (!said->tied || m->tie.tied) return;
    m->tie = *said;
    m->tied_person = person;
    m->tied_day = m->days[c->day];
}

/* ---- counts ------------------------------------------------------------ */

static void count_settled(const Counting *c, const Line *line,
                          const Clause *clause, const Directive *said)
{
    CapDay *day = &line->days[c->day];
    bool away = said->letter == PLACED_LEAVE || said->letter == PLACED_TRIP;
    if (said->letter == PLACED_OFFICE && said->step == STEP_RECALL)
        day->called += c->sign;
    else if (said->letter == PLACED_OFFICE)
        day->forced += c->sign;
    if (said->letter == PLACED_HOME || (clause->cap.leave && away))
        line->home[c->day] += c->sign;
}

static void count_cap(const Counting *c, ClauseId id, PersonId person,
                      const Profile *profile, const Directive *said)
{
    Making *m = &c->d->making;
    const Corpus *corpus = m->corpus;
    const Clause *clause = corpus_clause(corpus, id);
    UnitId level = law_level_unit(c->law, id, person);
    if (level.index == NO_INDEX) return;
    Line *line = demand_line(m, id, level);
    CapDay *day = &line->days[c->day];
    bool counted = law_cap_unit(c->law, id, person).index != NO_INDEX;
    bool in_base = selection_has(clause->cap.base, corpus->r, profile, person,
                                 m->days[c->day], corpus->known) != PICK_NOT;
    day->base += in_base ? c->sign : 0;
    day->works |= law_works(c->law, person);
    if (said->letter == PLACED_OPEN) {
        line->open[c->day] += counted ? c->sign : 0;
        line->strangers[c->day] += counted ? 0 : c->sign;
        day->free += counted ? c->sign : 0;
    } else if (counted) {
        count_settled(c, line, clause, said);
    }
}

static void count_person(const Counting *c, PersonId person)
{
    const Corpus *corpus = c->d->making.corpus;
    Directive said = law_person(c->law, person);
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(c->law, &count);
    if (c->sign > 0) set_cell(c, person, &said);
    c->d->taken[person.index].known = false;
    if (!person_is_active(corpus->r, person, law_date(c->law))) return;
    Profile profile = law_profile(c->law, person);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(corpus, clauses[i])->act == ACT_CAP)
            count_cap(c, clauses[i], person, &profile, &said);
    }
}

void replan_demand_count(ReplanDemand *d, const ReplanTouched *touched,
                         int32_t sign)
{
    Arena *scratch = arena_open(1U << 16);
    for (uint32_t day = 0; day < d->making.day_count; day++) {
        if (touched->days[day] == 0) continue;
        Counting c = {d,
                      law_day(scratch, d->making.corpus, d->making.days[day]),
                      day, sign};
        for (size_t k = 0; k < touched->people_count; k++)
            count_person(&c, (PersonId){touched->people[k]});
    }
    arena_close(scratch);
}

void replan_demand_turn(ReplanDemand *d, const Corpus *corpus)
{
    d->making.corpus = corpus;
    d->making.tie = (Directive){0};
    d->demand.corpus = corpus;
}
