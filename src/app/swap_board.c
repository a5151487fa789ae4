/* SPDX-License-Identifier: Apache-2.0 */
#include "app/swap.h"

/* ---- opening ----------------------------------------------------------- */

static bool refuse_changed(Office *office, Err *err)
{
    return office_refuse(
        office, "tukar-04",
        STR("edaran, register, atau kalender sudah berubah sejak jadwal ini "
            "disusun; susun jadwal lagi sebelum bertukar hari"),
        STR("letters, register or calendar have changed since this plan was "
            "made; make the roster again before swapping days"),
        err);
}

static bool refuse_broken(Office *office, const Err *why, Err *err)
{
    const char *id = why->id[0] != '\0' ? why->id : why->text;
    return office_refuse(
        office, "tukar-06",
        str_format(office->arena,
                   "jadwal ini sudah melanggar aturan, jadi tidak ada yang "
                   "dapat bertukar: %s",
                   id),
        str_format(office->arena,
                   "this plan breaks a rule already, so nobody can swap: %s",
                   why->text),
        err);
}

/* Cells in turn: the auditor has found that their reasons say so. */
static const uint8_t *open_cells(Arena *arena, const Plan *plan)
{
    size_t cells = (size_t)plan->person_count * plan->day_count;
    uint8_t *open = NEW(arena, uint8_t, cells + 1);
    for (size_t i = 0; i < cells; i++)
        open[i] = plan->reason[plan->reasons[i]].step == STEP_TURN;
    return open;
}

static void count_days(SwapBoard *b, Arena *arena)
{
    const Plan *plan = &b->plan;
    b->office_days = NEW(arena, int32_t, plan->person_count + 1);
    b->turns = NEW(arena, int32_t, plan->person_count + 1);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        for (uint32_t d = 0; d < plan->day_count; d++) {
            b->office_days[p] +=
                plan_cell(plan, (PersonId){p}, d) == PLACED_OFFICE;
            b->turns[p] += seating_is_open(&b->seating, (PersonId){p}, d);
        }
    }
}

bool swap_board_open(Office *office, const Plan *plan, SwapBoard *out, Err *err)
{
    Arena *arena = office->arena;
    PlanCount count = {0};
    Err why = {0};
    SwapBoard board = {.office = office, .plan = *plan};
    if (!office_law(office, plan->known, &board.corpus, err)) return false;
    if (plan->digest != demand_digest(&board.corpus))
        return refuse_changed(office, err);
    *out = board; /* the seating keeps pointers to corpus and plan */
    if (!audit_plan(&out->plan, &out->corpus, arena, &count, &why))
        return refuse_broken(office, &why, err);
    out->seating =
        seating_make(arena, &out->corpus, &out->plan, open_cells(arena, plan),
                     count.caps, count.cap_count);
    count_days(out, arena);
    for (uint32_t d = 0; d < plan->day_count; d++)
        (void)seating_law(&out->seating, d);
    return true;
}

void swap_board_bind(SwapBoard *board, const Demand *demand)
{
    uint32_t people = board->plan.person_count;
    board->demand = demand;
    board->row_of = NEW(board->office->arena, uint32_t, people + 1);
    for (uint32_t p = 0; p < people; p++)
        board->row_of[p] = NO_INDEX;
    for (uint32_t i = 0; i < demand->problem.row_count; i++)
        board->row_of[demand->problem.rows[i].person.index] = i;
}

/* ---- cells ------------------------------------------------------------- */

bool swap_is_pinned(const SwapBoard *board, const SwapWish *wish,
                    PersonId person, uint32_t day)
{
    Date date = board->plan.days[day];
    for (size_t i = 0; i < wish->pin_count; i++) {
        if (wish->pins[i].person.index == person.index &&
            date_is(wish->pins[i].day, date))
            return true;
    }
    return false;
}

bool swap_is_free(const SwapBoard *board, const SwapWish *wish, PersonId person,
                  uint32_t day)
{
    return seating_is_open(&board->seating, person, day) &&
           !swap_is_pinned(board, wish, person, day);
}

bool swap_is_askable(SwapBoard *board, const SwapWish *wish, Err *err)
{
    uint32_t day = plan_day(&board->plan, wish->day);
    if (day == NO_INDEX) return swap_refuse_day(board, wish, err);
    if (!date_before(wish->now, wish->day))
        return swap_refuse_past(board, wish, err);
    if (wish->person.index >= board->plan.person_count ||
        !person_is_active(board->corpus.r, wish->person, wish->day))
        return swap_refuse_person(board, wish, err);
    if (!seating_is_open(&board->seating, wish->person, day))
        return swap_refuse_fixed(board, wish, err);
    if (swap_is_pinned(board, wish, wish->person, day))
        return swap_refuse_pinned(board, wish, err);
    return true;
}

/* ---- what an exchange does --------------------------------------------- */

void swap_moves(const SwapBoard *board, const SwapOffer *offer, uint32_t day,
                SeatMove out[2])
{
    char asks = plan_cell(&board->plan, offer->asks, day);
    char with = plan_cell(&board->plan, offer->with, day);
    out[0] = (SeatMove){offer->asks, day, with};
    out[1] = (SeatMove){offer->with, day, asks};
}

bool swap_day_holds(SwapBoard *board, const SwapOffer *offer, uint32_t day)
{
    SeatMove moves[2];
    SeatToll toll[2];
    swap_moves(board, offer, day, moves);
    seating_toll(&board->seating, moves, 2, toll);
    return toll[1].over <= toll[0].over && toll[1].under <= toll[0].under &&
           toll[1].missing <= toll[0].missing;
}

/* The days of the row in the office, D and E turned over. */
static uint64_t days_after(const SwapBoard *board, const SwapOffer *offer,
                           PersonId person)
{
    uint64_t office = 0;
    for (uint32_t d = 0; d < board->plan.day_count; d++) {
        uint32_t at = board->demand->problem_day[d];
        bool in = plan_cell(&board->plan, person, d) == PLACED_OFFICE;
        if (d == offer->day || d == offer->back) in = !in;
        if (at != NO_INDEX && in) office |= UINT64_C(1) << at;
    }
    return office;
}

static bool row_holds(const SwapBoard *board, const SwapOffer *offer,
                      PersonId person)
{
    uint32_t at = board->row_of[person.index];
    if (at == NO_INDEX) return true;
    const ProblemRow *row = &board->demand->problem.rows[at];
    uint64_t office = days_after(board, offer, person) & (row->must | row->may);
    for (uint32_t i = 0; i < row->bound_count; i++) {
        const RowBound *bound = &row->bounds[i];
        int32_t days = __builtin_popcountll(office & bound->days);
        if (days < bound->least || days > bound->most) return false;
    }
    return true;
}

bool swap_bounds_hold(const SwapBoard *board, const SwapOffer *offer)
{
    return board->demand == NULL || (row_holds(board, offer, offer->asks) &&
                                     row_holds(board, offer, offer->with));
}

/* ---- fairness ---------------------------------------------------------- */

/* Colleagues: under the same cap in the same unit, with as many turns. */
typedef struct {
    ClauseId cap;
    uint32_t unit;
    int32_t turns;
} Peers;

static Peers peers_of(SwapBoard *board, PersonId person, uint32_t day)
{
    const LawDay *law = seating_law(&board->seating, day);
    ClauseId cap = law_person(law, person).cap;
    UnitId unit = law_level_unit(law, cap, person);
    return (Peers){cap, unit.index, board->turns[person.index]};
}

static int32_t days_with(const SwapBoard *board, const SwapOffer *offer,
                         uint32_t person)
{
    int32_t by =
        plan_cell(&board->plan, offer->asks, offer->day) == PLACED_OFFICE ? -1
                                                                          : 1;
    int32_t days = board->office_days[person];
    if (person == offer->asks.index) days += by;
    if (person == offer->with.index) days -= by;
    return days;
}

/* Is everybody among the peers within a day of this person, after? */
static bool peers_are_near(SwapBoard *board, const SwapOffer *offer,
                           PersonId person)
{
    const Register *r = board->corpus.r;
    Peers peers = peers_of(board, person, offer->day);
    int32_t own = days_with(board, offer, person.index);
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (board->turns[p] != peers.turns) continue;
        UnitId unit =
            cap_level_unit(&board->corpus, peers.cap, r->people[p].unit);
        int32_t apart = days_with(board, offer, p) - own;
        if (unit.index == peers.unit && (apart < -1 || apart > 1)) return false;
    }
    return true;
}

bool swap_is_fair(SwapBoard *board, const SwapOffer *offer)
{
    return peers_are_near(board, offer, offer->asks) &&
           peers_are_near(board, offer, offer->with);
}
