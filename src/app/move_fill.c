/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_fill.h"

#include <string.h>

/* ---- reasons ----------------------------------------------------------- */

static Str text_of(const MoveFill *f, const Reason *reason)
{
    Str step = step_code(reason->step);
    return str_format(f->q->arena, "%.*s\x1f%.*s\x1f%.*s\x1f%.*s",
                      STR_ARG(step), STR_ARG(reason->rule),
                      STR_ARG(reason->other), STR_ARG(reason->thing));
}

static uint16_t index_of(MoveFill *f, const Reason *reason)
{
    Str text = text_of(f, reason);
    uint32_t known = map_find(&f->index, text);
    if (known != NO_INDEX) return (uint16_t)known;
    CHECK(f->reasons.count < UINT16_MAX);
    uint16_t fresh = (uint16_t)f->reasons.count;
    VEC_PUSH(f->q->arena, &f->reasons, *reason);
    VEC_PUSH(f->q->arena, &f->first, fresh);
    (void)map_put(&f->index, text, fresh);
    return fresh;
}

/* Of two that say the same the plan before may have both. */
static void take_reasons(MoveFill *f)
{
    const Plan *plan = f->q->before;
    f->index = map_in(f->q->arena);
    for (uint32_t k = 0; k < plan->reason_count; k++) {
        Str text = text_of(f, &plan->reason[k]);
        uint32_t known = map_find(&f->index, text);
        if (known == NO_INDEX) (void)map_put(&f->index, text, k);
        VEC_PUSH(f->q->arena, &f->reasons, plan->reason[k]);
        VEC_PUSH(f->q->arena, &f->first,
                 (uint16_t)(known == NO_INDEX ? k : known));
    }
}

static Str cite_of(const MoveFill *f, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0}
                                : corpus_clause(f->q->demand->corpus, id)->cite;
}

/* As demand_plan makes them. */
static uint16_t in_reason(MoveFill *f, uint16_t open)
{
    const OpenReason *why = &f->q->demand->opens[open];
    const Register *r = f->q->demand->corpus->r;
    Reason reason = {
        .step = STEP_TURN,
        .rule = cite_of(f, why->cap),
        .other = {"", 0},
        .thing = r->units[why->unit.index].code
    };
    if (f->in_by[open] == UINT16_MAX) f->in_by[open] = index_of(f, &reason);
    return f->in_by[open];
}

static uint16_t out_reason(MoveFill *f, uint16_t open)
{
    const OpenReason *why = &f->q->demand->opens[open];
    const Register *r = f->q->demand->corpus->r;
    Str cap = cite_of(f, why->cap), rest = cite_of(f, why->rest);
    Reason reason = {
        .step = STEP_TURN,
        .rule = rest.len > 0 ? rest : cap,
        .other = rest.len > 0 ? cap : (Str){"", 0},
        .thing = r->units[why->unit.index].code
    };
    if (f->out_by[open] == UINT16_MAX) f->out_by[open] = index_of(f, &reason);
    return f->out_by[open];
}

static uint16_t counter_reason(MoveFill *f, uint16_t open, uint32_t post)
{
    const Demand *d = f->q->demand;
    uint32_t counter = d->problem.posts[post].counter.index;
    uint16_t *slot = &f->at_counter[(size_t)counter * d->open_count + open];
    Reason reason = {
        .step = STEP_TURN,
        .rule = cite_of(f, d->opens[open].cap),
        .other = {"", 0},
        .thing = d->corpus->r->counters[counter].code
    };
    if (*slot == UINT16_MAX) *slot = index_of(f, &reason);
    return *slot;
}

static uint16_t settled_reason(MoveFill *f, uint16_t reason)
{
    if (f->settled[reason] == UINT16_MAX)
        f->settled[reason] = index_of(f, &f->q->demand->plan.reason[reason]);
    return f->settled[reason];
}

/* ---- opening ----------------------------------------------------------- */

static uint16_t *unasked(Arena *arena, size_t count)
{
    uint16_t *out = NEW(arena, uint16_t, count + 1);
    memset(out, 0xff, (count + 1) * sizeof *out);
    return out;
}

static void copy_plan(MoveFill *f)
{
    const Plan *plan = f->q->before;
    size_t cells = (size_t)plan->person_count * plan->day_count;
    f->cells = NEW(f->q->arena, char, cells + 1);
    f->cell_reasons = NEW(f->q->arena, uint16_t, cells + 1);
    if (cells == 0) return;
    memcpy(f->cells, plan->cells, cells);
    memcpy(f->cell_reasons, plan->reasons, cells * sizeof *plan->reasons);
}

static void find_duties(MoveFill *f)
{
    uint32_t rows = f->q->problem.row_count;
    size_t at = 0;
    f->first_duty = NEW(f->q->arena, size_t, (size_t)rows + 1);
    for (uint32_t i = 0; i < rows; i++) {
        while (at < f->answer->duty_count && f->answer->duties[at].row < i)
            at++;
        f->first_duty[i] = at;
    }
}

MoveFill move_fill(const MoveQuestion *q, const ChangeAnswer *answer,
                   const MoveRoom *room)
{
    const Demand *d = q->demand;
    size_t counters = d->corpus->r->counter_count;
    MoveFill f = {
        .q = q,
        .answer = answer,
        .settled = unasked(q->arena, d->plan.reason_count),
        .in_by = unasked(q->arena, d->open_count),
        .out_by = unasked(q->arena, d->open_count),
        .at_counter = unasked(q->arena, counters * d->open_count),
    };
    take_reasons(&f);
    if (room == NULL) {
        copy_plan(&f);
    } else {
        f.cells = room->cells;
        f.cell_reasons = room->reasons;
    }
    find_duties(&f);
    return f;
}

/* ---- filling ----------------------------------------------------------- */

/* The post that the row serves, or NO_INDEX. */
static uint32_t served(const MoveFill *f, uint32_t row, uint32_t at)
{
    const ChangeAnswer *a = f->answer;
    for (size_t k = f->first_duty[row];
         k < a->duty_count && a->duties[k].row == row; k++) {
        if (a->duties[k].day == at) return a->duties[k].post;
    }
    return NO_INDEX;
}

typedef struct {
    char letter;
    uint16_t reason;
} Filled;

static Filled fill_open(MoveFill *f, uint32_t person, uint32_t day,
                        uint16_t open)
{
    uint32_t row = f->q->row_of[person];
    uint32_t at = f->q->demand->problem_day[day];
    CHECK(row != NO_INDEX && at != NO_INDEX);
    if ((f->answer->office[row] >> at & 1) == 0)
        return (Filled){PLACED_HOME, out_reason(f, open)};
    uint32_t post = served(f, row, at);
    return (Filled){PLACED_OFFICE, post != NO_INDEX
                                       ? counter_reason(f, open, post)
                                       : in_reason(f, open)};
}

static bool is_pinned(uint32_t person, Date day, const PlanPin *pins,
                      size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (pins[k].person.index == person && date_is(pins[k].day, day))
            return true;
    }
    return false;
}

/* Was another letter never possible? */
static bool is_forced(char from, char law)
{
    bool was_turn = from == PLACED_OFFICE || from == PLACED_HOME;
    return law != PLACED_OPEN || !was_turn;
}

static void put_cell(MoveFill *f, uint32_t person, uint32_t day, Filled now,
                     bool forced)
{
    size_t cell = (size_t)person * f->q->before->day_count + day;
    char from = f->cells[cell];
    uint16_t was = f->cell_reasons[cell];
    if (f->first.at[was] == f->first.at[now.reason]) now.reason = was;
    if (now.letter == from && now.reason == was) return;
    VEC_PUSH(f->q->arena, &f->undo, ((UndoCell){{person}, day, from, was}));
    if (now.letter != from)
        VEC_PUSH(f->q->arena, &f->moved,
                 ((MovedCell){{person}, day, from, now.letter, forced}));
    f->cells[cell] = now.letter;
    f->cell_reasons[cell] = now.reason;
}

/* On days under way turns stay as they are; what is settled is written. */
static void fill_settled(MoveFill *f, uint32_t person, uint32_t day)
{
    const Plan *law = &f->q->demand->plan;
    size_t cell = (size_t)person * law->day_count + day;
    char letter = law->cells[cell];
    if (letter == PLACED_OPEN || letter == f->cells[cell]) return;
    Filled now = {letter, settled_reason(f, law->reasons[cell])};
    put_cell(f, person, day, now, true);
}

static void fill_day(MoveFill *f, uint32_t person, uint32_t day,
                     const MoveWish *wish)
{
    const Plan *law = &f->q->demand->plan;
    size_t cell = (size_t)person * law->day_count + day;
    char letter = law->cells[cell];
    uint16_t reason = law->reasons[cell];
    Filled now = letter == PLACED_OPEN
                     ? fill_open(f, person, day, reason)
                     : (Filled){letter, settled_reason(f, reason)};
    bool forced =
        is_forced(f->cells[cell], letter) ||
        is_pinned(person, law->days[day], wish->pins, wish->pin_count);
    put_cell(f, person, day, now, forced);
}

void move_fill_person(MoveFill *f, uint32_t person, const MoveWish *wish)
{
    uint32_t first = f->q->first_day, settled = wish->settled_days;
    for (uint32_t day = settled < first ? first - settled : 0; day < first;
         day++)
        fill_settled(f, person, day);
    for (uint32_t day = first; day < f->q->demand->plan.day_count; day++)
        fill_day(f, person, day, wish);
}

void move_fill_end(MoveFill *f, MovedPlan *out)
{
    const Plan *before = f->q->before;
    out->plan = *before;
    out->plan.known = f->q->demand->plan.known;
    out->plan.digest = f->q->demand->plan.digest;
    out->plan.seed = f->q->demand->plan.seed;
    out->plan.cells = f->cells;
    out->plan.reasons = f->cell_reasons;
    out->plan.reason = f->reasons.at;
    out->plan.reason_count = (uint32_t)f->reasons.count;
    out->changed = f->answer->changed;
    out->presence = f->answer->presence;
    out->fairness = f->answer->fairness;
    out->cells = f->moved.at;
    out->cell_count = f->moved.count;
    out->dropped = f->q->dropped.at;
    out->dropped_count = f->q->dropped.count;
    out->undo = (MoveUndo){
        .cells = f->undo.at,
        .cell_count = f->undo.count,
        .known = before->known,
        .reason_count = before->reason_count,
        .digest = before->digest,
        .seed = before->seed,
    };
}
