/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

/*
 * From seats to cells.  Reasons of decided cells are made once per open
 * reason: in by turn (or to serve at a counter), or left over by the cap.
 */

typedef struct {
    Arena *arena;
    Demand *d;
    VEC(Reason) reasons;
    uint16_t *in_by, *out_by; /* per OpenReason */
    uint16_t *at_counter;     /* per counter * OpenReason; UINT16_MAX: none */
    const uint32_t *duty_of;  /* cells of the problem -> counter + 1 */
} Filling;

static Str cite_of(const Demand *d, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0}
                                : corpus_clause(d->corpus, id)->cite;
}

static uint16_t add_reason(Filling *f, Reason reason)
{
    CHECK(f->reasons.count < UINT16_MAX);
    VEC_PUSH(f->arena, &f->reasons, reason);
    return (uint16_t)(f->reasons.count - 1);
}

static void open_reasons(Filling *f)
{
    const Demand *d = f->d;
    const Register *r = d->corpus->r;
    for (uint32_t i = 0; i < d->plan.reason_count; i++) {
        (void)add_reason(f, d->plan.reason[i]);
    }
    f->in_by = NEW(f->arena, uint16_t, d->open_count + 1);
    f->out_by = NEW(f->arena, uint16_t, d->open_count + 1);
    for (uint32_t i = 0; i < d->open_count; i++) {
        const OpenReason *open = &d->opens[i];
        Str cap = cite_of(d, open->cap);
        Str rest = cite_of(d, open->rest);
        Str unit = r->units[open->unit.index].code;
        f->in_by[i] = add_reason(f, (Reason){
                                        STEP_TURN, cap, {"", 0},
                                          unit
        });
        f->out_by[i] =
            add_reason(f, (Reason){
                              STEP_TURN, rest.len > 0 ? rest : cap,
                              rest.len > 0 ? cap : (Str){"", 0},
                                    unit
        });
    }
}

/* In to serve at a counter: the reason names the counter instead. */
static uint16_t counter_reason(Filling *f, uint32_t counter, uint16_t open)
{
    const Demand *d = f->d;
    uint16_t *slot = &f->at_counter[(size_t)counter * d->open_count + open];
    if (*slot == UINT16_MAX)
        *slot = add_reason(f, (Reason){
                                  STEP_TURN,
                                  cite_of(d, d->opens[open].cap),
                                  {"", 0},
                                  d->corpus->r->counters[counter].code
        });
    return *slot;
}

static void index_duties(Filling *f, const Answer *answer)
{
    const Demand *d = f->d;
    const Problem *p = &d->problem;
    size_t slots = (size_t)d->corpus->r->counter_count * d->open_count;
    uint32_t *duty =
        NEW(f->arena, uint32_t, (size_t)p->row_count * p->day_count + 1);
    for (size_t i = 0; i < answer->duty_count; i++) {
        const PostDuty *serve = &answer->duties[i];
        duty[(size_t)serve->row * p->day_count + serve->day] =
            p->posts[serve->post].counter.index + 1;
    }
    f->duty_of = duty;
    f->at_counter = NEW(f->arena, uint16_t, slots + 1);
    for (size_t i = 0; i < slots; i++) {
        f->at_counter[i] = UINT16_MAX;
    }
}

/* A cell in turn got its letter: one more for every cap of that day that
 * counts the unit's staff, in that place. */
static void count_in(Demand *d, UnitId unit, uint32_t day, char letter)
{
    const Corpus *c = d->corpus;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        ClauseId id = {i};
        if (c->clauses[i].act != ACT_CAP ||
            !demand_in_place(&c->clauses[i].cap, letter) ||
            !clause_holds(c, id, d->plan.days[day]))
            continue;
        UnitId level = cap_level_unit(c, id, unit);
        if (level.index == NO_INDEX) continue;
        uint32_t line = d->cap_at[(size_t)i * c->r->unit_count + level.index];
        CapDay *at = line == NO_INDEX ? NULL : &d->caps[line].days[day];
        if (at != NULL && at->free > 0) at->in++; /* else they are of another */
    }
}

static void fill_row(Filling *f, uint32_t row, uint64_t office)
{
    Demand *d = f->d;
    uint32_t person = d->problem.rows[row].person.index;
    UnitId unit = d->corpus->r->people[person].unit;
    size_t base = (size_t)person * d->plan.day_count;
    char *cells = d->cells + base;
    uint16_t *reasons = d->reasons + base;
    for (uint32_t day = 0; day < d->plan.day_count; day++) {
        uint32_t at = d->problem_day[day];
        if (cells[day] != PLACED_OPEN) continue;
        uint16_t open = reasons[day];
        bool in = (office >> at & 1) != 0;
        uint32_t duty = f->duty_of[(size_t)row * d->problem.day_count + at];
        cells[day] = in ? PLACED_OFFICE : PLACED_HOME;
        if (!demand_open_owes(d->corpus, &d->opens[open]))
            count_in(d, unit, day, cells[day]);
        reasons[day] = !in        ? f->out_by[open]
                       : duty > 0 ? counter_reason(f, duty - 1, open)
                                  : f->in_by[open];
    }
}

/* The cap lines count who is in their place: the forced, the called, and whom
 * the roster puts there. */
static void count_forced(Demand *d)
{
    for (uint32_t l = 0; l < d->cap_count; l++) {
        CapDay *days = d->caps[l].days;
        for (uint32_t day = 0; day < d->plan.day_count; day++) {
            days[day].in = days[day].forced + days[day].called;
        }
    }
}

void demand_plan(Arena *arena, Demand *demand, const Answer *answer)
{
    Filling f = {.arena = arena, .d = demand};
    open_reasons(&f);
    index_duties(&f, answer);
    count_forced(demand);
    for (uint32_t row = 0; row < demand->problem.row_count; row++) {
        fill_row(&f, row, answer->office[row]);
    }
    demand->plan.reason = f.reasons.at;
    demand->plan.reason_count = (uint32_t)f.reasons.count;
}

void demand_count(Demand *demand, const Plan *plan)
{
    const Register *r = demand->corpus->r;
    count_forced(demand);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        for (uint32_t day = 0; day < plan->day_count; day++) {
            PersonId person = {p};
            size_t cell = (size_t)p * plan->day_count + day;
            if (demand->cells[cell] == PLACED_OPEN &&
                !demand_open_owes(demand->corpus,
                                  &demand->opens[demand->reasons[cell]]))
                count_in(demand, r->people[p].unit, day,
                         plan_cell(plan, person, day));
        }
    }
}
