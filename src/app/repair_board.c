/* SPDX-License-Identifier: Apache-2.0 */
#include "app/repair.h"

/* ---- refusals ---------------------------------------------------------- */

static bool refuse_register(Office *office, Err *err)
{
    return office_refuse(office, "perbaikan-01",
                         STR("jadwal ini bukan dari register pemerintah ini"),
                         STR("this plan is not of this government's register"),
                         err);
}

static bool refuse_day(Office *office, Date day, Err *err)
{
    char text[DATE_TEXT];
    (void)date_iso(day, text);
    return office_refuse(
        office, "perbaikan-02",
        str_format(office->arena, "%s di luar jadwal ini", text),
        str_format(office->arena, "%s lies outside this plan", text), err);
}

/* ---- the plan over the law --------------------------------------------- */

static uint8_t *open_cells(Arena *arena, const Plan *law)
{
    size_t cells = (size_t)law->person_count * law->day_count;
    uint8_t *open = NEW(arena, uint8_t, cells + 1);
    for (size_t i = 0; i < cells; i++)
        open[i] = law->cells[i] == PLACED_OPEN;
    return open;
}

/* The seats that the plan gives to those whom the law leaves open. */
static Answer seats_of(Arena *arena, const Demand *demand, const Plan *plan)
{
    const Problem *p = &demand->problem;
    uint64_t *office = NEW(arena, uint64_t, p->row_count + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t d = 0; d < plan->day_count; d++) {
            uint32_t at = demand->problem_day[d];
            bool in = plan_cell(plan, p->rows[i].person, d) == PLACED_OFFICE;
            if (at != NO_INDEX && in) office[i] |= UINT64_C(1) << at;
        }
        office[i] = p->rows[i].must | (office[i] & p->rows[i].may);
    }
    return (Answer){.office = office};
}

static void count_office_days(RepairBoard *b)
{
    const Plan *plan = &b->demand.plan;
    b->office_days = NEW(b->office->arena, int32_t, plan->person_count + 1);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        for (uint32_t d = 0; d < plan->day_count; d++)
            b->office_days[p] +=
                plan_cell(plan, (PersonId){p}, d) == PLACED_OFFICE;
    }
}

bool repair_board_open(Office *office, const Plan *plan, Date known, Date day,
                       RepairBoard *out, Err *err)
{
    Arena *arena = office->arena;
    RepairBoard board = {.office = office, .day = plan_day(plan, day)};
    if (plan->person_count != office->r.person_count ||
        !str_is(plan->government, office->government.code))
        return refuse_register(office, err);
    if (board.day == NO_INDEX) return refuse_day(office, day, err);
    if (!office_law(office, known, &board.corpus, err)) return false;
    *out = board; /* the demand keeps a pointer to its corpus */
    Demand *demand = &out->demand;
    if (!demand_make(arena, &out->corpus, plan->window, demand, err))
        return false;
    out->open = open_cells(arena, &demand->plan);
    Answer seats = seats_of(arena, demand, plan);
    demand_plan(arena, demand, &seats);
    count_office_days(out);
    out->counted = NEW(arena, uint8_t, plan->day_count + 1);
    out->seating = seating_make(arena, &out->corpus, &demand->plan, out->open,
                                demand->caps, demand->cap_count);
    repair_count_day(out, out->day);
    return true;
}

/* ---- caps of a day, counted -------------------------------------------- */

static void clear_day(RepairBoard *b, uint32_t day)
{
    for (uint32_t l = 0; l < b->demand.cap_count; l++) {
        CapDay *at = &b->demand.caps[l].days[day];
        at->forced = at->called = at->in = at->free = 0;
    }
}

static bool is_in_place(const Cap *cap, char letter)
{
    return (cap->office && letter == PLACED_OFFICE) ||
           (cap->home && letter == PLACED_HOME) ||
           (cap->leave && letter == PLACED_LEAVE);
}

static void count_person(RepairBoard *b, ClauseId id, PersonId person,
                         uint32_t day)
{
    const CapLine *line = seating_line(&b->seating, id, person, day);
    if (line == NULL) return;
    const Cap *cap = &corpus_clause(&b->corpus, id)->cap;
    Directive said = law_person(seating_law(&b->seating, day), person);
    bool fixed = is_in_place(cap, said.letter);
    bool called = fixed && said.step == STEP_RECALL;
    CapDay *at = &line->days[day];
    at->forced += fixed && !called;
    at->called += called;
    at->free += said.letter == PLACED_OPEN;
    at->in += is_in_place(cap, plan_cell(&b->demand.plan, person, day));
}

void repair_count_day(RepairBoard *board, uint32_t day)
{
    uint32_t count = 0;
    const Register *r = board->corpus.r;
    if (board->counted[day]) return;
    const ClauseId *clauses =
        law_clauses(seating_law(&board->seating, day), &count);
    clear_day(board, day);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(&board->corpus, clauses[i])->act != ACT_CAP) continue;
        for (uint32_t p = 0; p < r->person_count; p++) {
            if (person_is_active(r, (PersonId){p},
                                 board->demand.plan.days[day]))
                count_person(board, clauses[i], (PersonId){p}, day);
        }
    }
    board->counted[day] = 1;
}

/* ---- what is broken ---------------------------------------------------- */

static uint32_t put_broken(RepairBoard *b, Broken out[BROKEN_MOST],
                           uint32_t count, Broken broken)
{
    if (count == BROKEN_MOST) return count;
    broken.day = b->day;
    repair_say_broken(b, &broken);
    out[count] = broken;
    return count + 1;
}

static uint32_t find_caps(RepairBoard *board, Broken out[BROKEN_MOST],
                          uint32_t count)
{
    const Seating *s = &board->seating;
    for (uint32_t l = 0; l < board->demand.cap_count; l++) {
        const CapLine *line = &board->demand.caps[l];
        if (!clause_holds(&board->corpus, (ClauseId){line->clause},
                          s->plan->days[board->day]))
            continue;
        int32_t over = seating_over(s, line, board->day);
        if (over > 0)
            count = put_broken(board, out, count,
                               (Broken){.kind = BROKEN_CAP,
                                        .cap = {line->clause},
                                        .unit = line->unit,
                                        .counter = NO_INDEX,
                                        .by = over});
    }
    return count;
}

static uint32_t find_counters(RepairBoard *board, Broken out[BROKEN_MOST],
                              uint32_t count)
{
    const Register *r = board->corpus.r;
    Seating *s = &board->seating;
    (void)seating_missing(s, board->day, NULL, 0);
    const uint8_t *opens = s->opens + (size_t)board->day * r->counter_count;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        int32_t wanting = r->counters[c].need - s->served[c];
        if (opens[c] && wanting > 0)
            count = put_broken(board, out, count,
                               (Broken){.kind = BROKEN_COUNTER,
                                        .cap = NO_CLAUSE,
                                        .unit = r->counters[c].unit,
                                        .counter = c,
                                        .by = wanting});
    }
    return count;
}

uint32_t repair_find(RepairBoard *board, Broken out[BROKEN_MOST])
{
    return find_counters(board, out, find_caps(board, out, 0));
}

/* ---- pieces ------------------------------------------------------------ */

bool repair_is_free(const RepairBoard *board, PersonId person, uint32_t day,
                    char letter)
{
    return seating_is_open(&board->seating, person, day) &&
           plan_cell(&board->demand.plan, person, day) == letter;
}

Directive repair_said(RepairBoard *board, PersonId person)
{
    return law_person(seating_law(&board->seating, board->day), person);
}

Repair repair_of(RepairKind kind)
{
    return (Repair){.kind = kind, .person = NO_PERSON, .demand = NO_INDEX};
}

/* People may be moved on two days: their days are counted once. */
void repair_price_moves(const RepairBoard *board, Repair *repair)
{
    repair->price.cells = (int32_t)repair->move_count;
    repair->price.squares = 0;
    for (uint32_t m = 0; m < repair->move_count; m++) {
        int64_t days = board->office_days[repair->moves[m].person.index];
        int64_t before = days;
        bool first = true;
        for (uint32_t k = 0; k < repair->move_count; k++) {
            const SeatMove *move = &repair->moves[k];
            if (move->person.index != repair->moves[m].person.index) continue;
            first &= k >= m;
            days += move->to == PLACED_OFFICE ? 1 : -1;
        }
        if (first) repair->price.squares += days * days - before * before;
    }
}

bool repair_prefers(const RepairBoard *board, PersonId a, PersonId b, bool most)
{
    int32_t x = board->office_days[a.index];
    int32_t y = board->office_days[b.index];
    if (x != y) return most ? x > y : x < y;
    return str_order(board->corpus.r->people[a.index].code,
                     board->corpus.r->people[b.index].code) < 0;
}

void repair_add(Repairing *r, Repair repair)
{
    repair_say(r, &repair);
    VEC_PUSH(r->board->office->arena, &r->list, repair);
}
