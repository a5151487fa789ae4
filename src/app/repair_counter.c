/* SPDX-License-Identifier: Apache-2.0 */
#include "app/repair.h"

/*
 * A counter short of officers.  Somebody qualified, for it or for one whose
 * officer can then move to it, comes: under the cap, in exchange for somebody
 * who stays at home, above the cap, or by a call on top of the turns.  Each is
 * repeated until nobody is wanting, or nobody is left.
 */

enum { CALL_CHOICES = 3 };

typedef struct {
    Repairing *r;
    RepairKind kind;
    bool borrows; /* only people of other units; else only the counter's own */
    const PersonId *shunned;
    size_t shun_count;
} Search;

static UnitId work_unit(const RepairBoard *b, UnitId unit)
{
    return b->corpus.r->work_unit_of[unit.index];
}

static bool is_of_unit(const Repairing *r, PersonId person)
{
    UnitId own = r->board->corpus.r->people[person.index].unit;
    return work_unit(r->board, own).index ==
           work_unit(r->board, r->broken->unit).index;
}

static bool is_moved(const Repair *repair, PersonId person)
{
    for (uint32_t m = 0; m < repair->move_count; m++) {
        if (repair->moves[m].person.index == person.index) return true;
    }
    return false;
}

static bool is_shunned(const Search *s, PersonId person)
{
    for (size_t i = 0; i < s->shun_count; i++) {
        if (s->shunned[i].index == person.index) return true;
    }
    return false;
}

/* At home by a permission, the rest or a turn, and not marked against calls. */
static bool may_be_called(Repairing *r, PersonId person)
{
    RepairBoard *b = r->board;
    Date date = b->demand.plan.days[b->day];
    Directive said = repair_said(b, person);
    bool home = plan_cell(&b->demand.plan, person, b->day) == PLACED_HOME;
    bool step = said.step == STEP_MAY || said.step == STEP_REST ||
                said.step == STEP_TURN;
    return home && step &&
           person_mark(b->corpus.r, person, date, MARK_NO_RECALL,
                       b->corpus.known) == NULL;
}

static bool is_candidate(const Search *s, const Repair *repair, PersonId person)
{
    Repairing *r = s->r;
    if (is_moved(repair, person) || is_shunned(s, person) ||
        r->board->seating.officer[person.index] == NO_INDEX)
        return false;
    if (s->kind == REPAIR_RECALL) return may_be_called(r, person);
    return is_of_unit(r, person) != s->borrows &&
           repair_is_free(r->board, person, r->board->day, PLACED_HOME);
}

static void toll_of(Repairing *r, Repair *repair, SeatToll toll[2])
{
    seating_toll(&r->board->seating, repair->moves, repair->move_count, toll);
}

/* Does some cap of the day count both, by their units? */
static bool share_cap(const RepairBoard *b, PersonId one, PersonId two)
{
    const Corpus *c = &b->corpus;
    Date date = b->demand.plan.days[b->day];
    UnitId of_one = c->r->people[one.index].unit;
    UnitId of_two = c->r->people[two.index].unit;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        if (c->clauses[i].act != ACT_CAP ||
            !clause_holds(c, (ClauseId){i}, date))
            continue;
        UnitId unit = cap_level_unit(c, (ClauseId){i}, of_one);
        if (unit.index != NO_INDEX &&
            unit.index == cap_level_unit(c, (ClauseId){i}, of_two).index)
            return true;
    }
    return false;
}

/* Somebody who can stay at home for the newcomer: nothing gets worse than
 * `allowed`, and whoever came most often stays. */
static bool add_leaver(Repairing *r, Repair *repair, const SeatToll *allowed)
{
    RepairBoard *b = r->board;
    PersonId best = NO_PERSON;
    uint32_t at = repair->move_count;
    PersonId newcomer = repair->moves[at - 1].person;
    if (at == SEAT_MOVES) return false;
    repair->move_count++;
    for (uint32_t p = 0; p < b->corpus.r->person_count; p++) {
        PersonId person = {p};
        SeatToll toll[2];
        repair->moves[at] = (SeatMove){NO_PERSON, b->day, PLACED_HOME};
        if (!repair_is_free(b, person, b->day, PLACED_OFFICE) ||
            is_moved(repair, person) || !share_cap(b, newcomer, person) ||
            (best.index != NO_INDEX && !repair_prefers(b, person, best, true)))
            continue;
        repair->moves[at].person = person;
        toll_of(r, repair, toll);
        bool holds = toll[1].over <= toll[0].over &&
                     toll[1].under <= toll[0].under &&
                     toll[1].missing <= allowed->missing;
        if (holds) best = person;
    }
    repair->moves[at].person = best;
    if (best.index == NO_INDEX) repair->move_count--;
    return best.index != NO_INDEX;
}

/* With the newcomer: does the kind hold?  May add somebody who leaves. */
static bool kind_holds(const Search *s, Repair *repair, int32_t missing)
{
    SeatToll toll[2];
    toll_of(s->r, repair, toll);
    if (toll[1].missing >= missing) return false;
    bool fits = toll[1].over <= toll[0].over;
    if (s->kind == REPAIR_CALL_IN) return fits;
    if (s->kind == REPAIR_EXCHANGE)
        return !fits && add_leaver(s->r, repair, &toll[1]);
    if (s->kind == REPAIR_EXCEED) return !fits;
    return true;
}

/* Fairer, or as fair and earlier by code. */
static bool is_cheaper(const RepairBoard *b, const Repair *one,
                       const Repair *two, uint32_t at)
{
    const Person *people = b->corpus.r->people;
    if (one->price.squares != two->price.squares)
        return one->price.squares < two->price.squares;
    return str_order(people[one->moves[at].person.index].code,
                     people[two->moves[at].person.index].code) < 0;
}

/* One officer more, the fairest; false when nobody can come in this way. */
static bool add_officer(const Search *s, Repair *repair, int32_t missing)
{
    RepairBoard *b = s->r->board;
    Repair best = *repair;
    uint32_t at = repair->move_count;
    if (at == SEAT_MOVES) return false;
    for (uint32_t p = 0; p < b->corpus.r->person_count; p++) {
        PersonId person = {p};
        Repair tried = *repair;
        if (!is_candidate(s, repair, person)) continue;
        tried.moves[tried.move_count++] =
            (SeatMove){person, b->day, PLACED_OFFICE};
        if (!kind_holds(s, &tried, missing)) continue;
        repair_price_moves(b, &tried);
        if (best.move_count == at || is_cheaper(b, &tried, &best, at))
            best = tried;
    }
    *repair = best;
    return best.move_count > at;
}

/* The excess that the repair makes, to be shown; what is still wanting. */
static void price_of(Repairing *r, Repair *repair, int32_t wanted)
{
    SeatToll toll[2];
    toll_of(r, repair, toll);
    repair_price_moves(r->board, repair);
    repair->price.over =
        toll[1].over > toll[0].over ? toll[1].over - toll[0].over : 0;
    repair->price.wanting =
        toll[1].missing > wanted ? toll[1].missing - wanted : 0;
}

/* Down to what the other counters lack; true when anybody could come. */
static bool find_way(const Search *s, Repair *repair)
{
    Repairing *r = s->r;
    int32_t missing = r->board->seating.missing[r->board->day];
    int32_t wanted = missing - r->broken->by;
    while (missing > wanted && add_officer(s, repair, missing)) {
        SeatToll toll[2];
        toll_of(r, repair, toll);
        missing = toll[1].missing;
    }
    if (repair->move_count == 0) return false;
    price_of(r, repair, wanted);
    return true;
}

/* Up to three different officers to begin with. */
static void offer_kind(Repairing *r, RepairKind kind, bool borrows, size_t most)
{
    PersonId chosen[CALL_CHOICES];
    for (size_t k = 0; k < most; k++) {
        Search s = {r, kind, borrows, chosen, k};
        Repair repair = repair_of(borrows ? REPAIR_BORROW : kind);
        if (!find_way(&s, &repair)) return;
        chosen[k] = repair.moves[0].person;
        repair_add(r, repair);
    }
}

/* In the office that day, of the counter's unit, and no officer yet. */
static void offer_appointment(Repairing *r)
{
    RepairBoard *b = r->board;
    Repair repair = repair_of(REPAIR_APPOINT);
    for (uint32_t p = 0; p < b->corpus.r->person_count; p++) {
        PersonId person = {p};
        if (b->seating.officer[p] != NO_INDEX || !is_of_unit(r, person) ||
            plan_cell(&b->demand.plan, person, b->day) != PLACED_OFFICE)
            continue;
        if (repair.person.index == NO_INDEX ||
            repair_prefers(b, person, repair.person, false))
            repair.person = person;
    }
    repair.price.rules = 1;
    repair.price.wanting = r->broken->by - 1;
    if (repair.person.index != NO_INDEX) repair_add(r, repair);
}

void repair_counter(Repairing *r)
{
    Repair shorten = repair_of(REPAIR_SHORTEN);
    Repair lower = repair_of(REPAIR_LOWER_NEED);
    shorten.price.wanting = r->broken->by;
    lower.price.rules = r->broken->by;
    offer_kind(r, REPAIR_CALL_IN, false, CALL_CHOICES);
    offer_kind(r, REPAIR_EXCHANGE, false, CALL_CHOICES);
    offer_kind(r, REPAIR_CALL_IN, true, 1);
    offer_kind(r, REPAIR_EXCHANGE, true, 1);
    offer_kind(r, REPAIR_EXCEED, false, 1);
    offer_kind(r, REPAIR_RECALL, false, 1);
    offer_appointment(r);
    repair_add(r, shorten);
    repair_add(r, lower);
}
