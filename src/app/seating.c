/* SPDX-License-Identifier: Apache-2.0 */
#include "app/seating.h"

#include <string.h>

static uint32_t *caps_by_place(Arena *arena, const Corpus *corpus,
                               const CapLine *caps, size_t count)
{
    size_t units = corpus->r->unit_count;
    size_t slots = units * corpus->clause_count;
    uint32_t *at = NEW(arena, uint32_t, slots + 1);
    for (size_t i = 0; i < slots; i++)
        at[i] = NO_INDEX;
    for (size_t l = 0; l < count; l++)
        at[caps[l].clause * units + caps[l].unit.index] = (uint32_t)l;
    return at;
}

/* Number everybody who is qualified at some counter. */
static uint32_t *officers_of(Arena *arena, const Register *r, uint32_t *count)
{
    uint32_t *officer = NEW(arena, uint32_t, r->person_count + 1);
    *count = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        officer[p] = NO_INDEX;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (size_t i = 0; i < r->counters[c].staff_count; i++) {
            uint32_t person = r->counters[c].staff[i].index;
            if (officer[person] == NO_INDEX) officer[person] = (*count)++;
        }
    }
    return officer;
}

Seating seating_make(Arena *arena, const Corpus *corpus, const Plan *plan,
                     const uint8_t *open, const CapLine *caps, size_t cap_count)
{
    const Register *r = corpus->r;
    uint32_t officers = 0;
    size_t touches = (size_t)SEAT_MOVES * corpus->clause_count;
    Seating s = {
        .arena = arena,
        .corpus = corpus,
        .plan = plan,
        .open = open,
        .caps = caps,
        .cap_at = caps_by_place(arena, corpus, caps, cap_count),
        .law = NEW(arena, LawDay *, plan->day_count + 1),
        .opens =
            NEW(arena, uint8_t, (size_t)plan->day_count * r->counter_count + 1),
        .missing = NEW(arena, int32_t, plan->day_count + 1),
        .officer = officers_of(arena, r, &officers),
        .served = NEW(arena, int32_t, r->counter_count + 1),
        .asked = NEW(arena, uint32_t, r->counter_count + 1),
        .touched = NEW(arena, struct SeatTouch, touches + 1),
    };
    s.serving = NEW(arena, uint32_t, officers + 1);
    return s;
}

const LawDay *seating_law(Seating *s, uint32_t day)
{
    if (s->law[day] != NULL) return s->law[day];
    const Register *r = s->corpus->r;
    s->law[day] = law_day(s->arena, s->corpus, s->plan->days[day]);
    RuleDay rule = {.plan = s->plan,
                    .corpus = s->corpus,
                    .law = s->law[day],
                    .date = s->plan->days[day],
                    .day = day};
    uint8_t *opens = s->opens + (size_t)day * r->counter_count;
    for (uint32_t c = 0; c < r->counter_count; c++)
        opens[c] = counter_rule_opens(&rule, &r->counters[c]);
    s->missing[day] = seating_missing(s, day, NULL, 0);
    return s->law[day];
}

/* ---- caps -------------------------------------------------------------- */

const CapLine *seating_line(Seating *s, ClauseId cap, PersonId person,
                            uint32_t day)
{
    UnitId unit = law_cap_unit(seating_law(s, day), cap, person);
    if (unit.index == NO_INDEX) return NULL;
    size_t units = s->corpus->r->unit_count;
    uint32_t at = s->cap_at[cap.index * units + unit.index];
    return at == NO_INDEX ? NULL : &s->caps[at];
}

/* With `by` more in the place; as the auditor counts (audit/cap_rule.c). */
static int32_t over_of(const Cap *cap, const CapDay *day, int32_t by)
{
    int32_t most =
        (day->stated > day->forced ? day->stated : day->forced) + day->need;
    int32_t over = day->in + by - day->called - most;
    return cap->compare != AT_LEAST && over > 0 ? over : 0;
}

static int32_t under_of(const Cap *cap, const CapDay *day, int32_t by)
{
    int32_t able = day->forced + day->called + day->free;
    int32_t least = cap_number(cap, day->base);
    int32_t under = (least < able ? least : able) - (day->in + by);
    return cap->compare != AT_MOST && under > 0 ? under : 0;
}

int32_t seating_over(const Seating *s, const CapLine *line, uint32_t day)
{
    return over_of(&s->corpus->clauses[line->clause].cap, &line->days[day], 0);
}

/* What the move does to the number that the cap counts. */
static int32_t change_of(const Seating *s, const Cap *cap, const SeatMove *move)
{
    char now = plan_cell(s->plan, move->person, move->day);
    bool was = (cap->office && now == PLACED_OFFICE) ||
               (cap->home && now == PLACED_HOME);
    bool will = (cap->office && move->to == PLACED_OFFICE) ||
                (cap->home && move->to == PLACED_HOME);
    return (int32_t)will - (int32_t)was;
}

static size_t touch(Seating *s, size_t count, uint32_t line, int32_t by)
{
    for (size_t i = 0; i < count; i++) {
        if (s->touched[i].line != line) continue;
        s->touched[i].by += by;
        return count;
    }
    s->touched[count] = (struct SeatTouch){line, by};
    return count + 1;
}

/* The caps that the moves touch, each once; how many. */
static size_t touch_all(Seating *s, const SeatMove *moves, size_t count)
{
    uint32_t clauses = 0;
    size_t touched = 0;
    const LawDay *law = seating_law(s, moves[0].day);
    const ClauseId *all = law_clauses(law, &clauses);
    for (uint32_t i = 0; i < clauses; i++) {
        const Clause *clause = corpus_clause(s->corpus, all[i]);
        for (size_t m = 0; m < count && clause->act == ACT_CAP; m++) {
            int32_t by = change_of(s, &clause->cap, &moves[m]);
            const CapLine *line =
                seating_line(s, all[i], moves[m].person, moves[m].day);
            if (line != NULL)
                touched = touch(s, touched, (uint32_t)(line - s->caps), by);
        }
    }
    return touched;
}

void seating_toll(Seating *s, const SeatMove *moves, size_t count,
                  SeatToll toll[2])
{
    CHECK(count > 0 && count <= SEAT_MOVES);
    uint32_t day = moves[0].day;
    size_t touched = touch_all(s, moves, count);
    bool officers = false;
    toll[0] = toll[1] = (SeatToll){.missing = s->missing[day]};
    for (size_t i = 0; i < touched; i++) {
        const CapLine *line = &s->caps[s->touched[i].line];
        const Cap *cap = &s->corpus->clauses[line->clause].cap;
        for (int32_t after = 0; after < 2; after++) {
            int32_t by = after * s->touched[i].by;
            toll[after].over += over_of(cap, &line->days[day], by);
            toll[after].under += under_of(cap, &line->days[day], by);
        }
    }
    for (size_t m = 0; m < count; m++)
        officers |= s->officer[moves[m].person.index] != NO_INDEX;
    if (officers) toll[1].missing = seating_missing(s, day, moves, count);
}

/* ---- the moved plan ---------------------------------------------------- */

/* In to serve where the mover is qualified; else no counter. */
static Str counter_for(Seating *s, const SeatMove *move)
{
    const Register *r = s->corpus->r;
    const uint8_t *opens = s->opens + (size_t)move->day * r->counter_count;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        if (!opens[c] || s->officer[move->person.index] == NO_INDEX ||
            s->serving[s->officer[move->person.index]] != c)
            continue;
        return r->counters[c].code;
    }
    return (Str){"", 0};
}

static Str cite_of(const Corpus *corpus, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0}
                                : corpus_clause(corpus, id)->cite;
}

/* A turn: in by the cap, or left over by it (see audit/reason_rule.c). */
static Reason reason_of(Seating *s, const SeatMove *move, Str counter)
{
    const Corpus *c = s->corpus;
    const LawDay *law = seating_law(s, move->day);
    Directive said = law_person(law, move->person);
    UnitId unit = law_cap_unit(law, said.cap, move->person);
    bool over = move->to == PLACED_HOME && said.rest.index != NO_INDEX;
    Str cap = cite_of(c, said.cap);
    Str code =
        unit.index == NO_INDEX ? (Str){"", 0} : c->r->units[unit.index].code;
    return (Reason){
        .step = STEP_TURN,
        .rule = over ? cite_of(c, said.rest) : cap,
        .other = over ? cap : (Str){"", 0},
        .thing = counter.len > 0 ? counter : code,
    };
}

static bool reasons_are_same(const Reason *a, const Reason *b)
{
    return a->step == b->step && str_is(a->rule, b->rule) &&
           str_is(a->other, b->other) && str_is(a->thing, b->thing);
}

/* The reason's place in the plan's, put behind them when it is new. */
static bool find_reason(Reason *all, Plan *plan, Reason reason, uint16_t *at,
                        Err *err)
{
    uint32_t i = 0;
    while (i < plan->reason_count && !reasons_are_same(&all[i], &reason))
        i++;
    if (i > UINT16_MAX) {
        (void)FAIL(err, ERR_LIMIT, "the plan has more than %d reasons",
                   UINT16_MAX + 1);
        return err_id(err, "alasan dalam jadwal lebih dari %d", UINT16_MAX + 1);
    }
    if (i == plan->reason_count) all[plan->reason_count++] = reason;
    *at = (uint16_t)i;
    return true;
}

/* The moves of the same day, as the matching wants them. */
static size_t moves_of_day(const SeatMove *moves, size_t count, uint32_t day,
                           SeatMove *out)
{
    size_t n = 0;
    for (size_t m = 0; m < count; m++) {
        if (moves[m].day == day) out[n++] = moves[m];
    }
    return n;
}

static Str thing_after(Seating *s, const SeatMove *moves, size_t count,
                       const SeatMove *move)
{
    SeatMove same[SEAT_MOVES];
    if (move->to != PLACED_OFFICE) return (Str){"", 0};
    size_t n = moves_of_day(moves, count, move->day, same);
    (void)seating_missing(s, move->day, same, n);
    return counter_for(s, move);
}

bool seating_moved(Arena *arena, Seating *s, const SeatMove *moves,
                   size_t count, Plan *out, Err *err)
{
    CHECK(count <= SEAT_MOVES);
    Plan plan = *s->plan;
    size_t cells = (size_t)plan.person_count * plan.day_count;
    char *letters = NEW(arena, char, cells + 1);
    uint16_t *reasons = NEW(arena, uint16_t, cells + 1);
    Reason *reason = NEW(arena, Reason, plan.reason_count + count);
    memcpy(letters, plan.cells, cells);
    memcpy(reasons, plan.reasons, cells * sizeof *reasons);
    memcpy(reason, plan.reason, plan.reason_count * sizeof *reason);
    for (size_t m = 0; m < count; m++) {
        size_t at =
            (size_t)moves[m].person.index * plan.day_count + moves[m].day;
        Str counter = thing_after(s, moves, count, &moves[m]);
        letters[at] = moves[m].to;
        if (!find_reason(reason, &plan, reason_of(s, &moves[m], counter),
                         &reasons[at], err))
            return false;
    }
    plan.cells = letters;
    plan.reasons = reasons;
    plan.reason = reason;
    *out = plan;
    return true;
}

bool seating_day_holds(Arena *scratch, const Corpus *corpus, const Plan *plan,
                       uint32_t day, Err *err)
{
    Plan one = *plan;
    PlanCount count = {0};
    char *cells = NEW(scratch, char, plan->person_count + 1);
    uint16_t *reasons = NEW(scratch, uint16_t, plan->person_count + 1);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        size_t at = (size_t)p * plan->day_count + day;
        cells[p] = plan->cells[at];
        reasons[p] = plan->reasons[at];
    }
    one.window = (Window){plan->days[day], plan->days[day]};
    one.days = &plan->days[day];
    one.day_count = 1;
    one.cells = cells;
    one.reasons = reasons;
    return audit_plan(&one, corpus, scratch, &count, err);
}
