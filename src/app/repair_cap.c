/* SPDX-License-Identifier: Apache-2.0 */
#include "app/repair.h"

/* A unit above its cap: who stays at home, whose turn goes to another day, or
 * what it is to leave it so. */

enum { HOME_CHOICES = 3 };

static bool is_used(const Repair *repair, PersonId person)
{
    for (uint32_t m = 0; m < repair->move_count; m++) {
        if (repair->moves[m].person.index == person.index) return true;
    }
    return false;
}

static bool is_shunned(const PersonId *shunned, size_t count, PersonId person)
{
    for (size_t i = 0; i < count; i++) {
        if (shunned[i].index == person.index) return true;
    }
    return false;
}

/* With one more staying at home: is the cap nearer, and what else worsens? */
static SeatToll toll_with(Repairing *r, const Repair *repair, PersonId person,
                          SeatToll *before)
{
    SeatMove moves[SEAT_MOVES];
    SeatToll toll[2];
    uint32_t count = repair->move_count;
    for (uint32_t m = 0; m < count; m++)
        moves[m] = repair->moves[m];
    moves[count] = (SeatMove){person, r->board->day, PLACED_HOME};
    seating_toll(&r->board->seating, moves, count + 1, toll);
    *before = toll[0];
    return toll[1];
}

/* In the office by turn, counted by the broken cap, not yet moved. */
static bool may_stay(Repairing *r, const Repair *repair, PersonId person)
{
    RepairBoard *b = r->board;
    if (!repair_is_free(b, person, b->day, PLACED_OFFICE) ||
        is_used(repair, person))
        return false;
    const CapLine *line =
        seating_line(&b->seating, r->broken->cap, person, b->day);
    return line != NULL && line->unit.index == r->broken->unit.index;
}

/* Who has come most often and can stay; the counters must not suffer unless
 * `wanting` is allowed. */
static PersonId choose(Repairing *r, const Repair *repair,
                       const PersonId *shunned, size_t shun_count, bool wanting)
{
    PersonId best = NO_PERSON;
    for (uint32_t p = 0; p < r->board->corpus.r->person_count; p++) {
        PersonId person = {p};
        SeatToll before = {0};
        if (!may_stay(r, repair, person) ||
            is_shunned(shunned, shun_count, person) ||
            (best.index != NO_INDEX &&
             !repair_prefers(r->board, person, best, true)))
            continue;
        SeatToll after = toll_with(r, repair, person, &before);
        if (after.under <= before.under &&
            (wanting || after.missing <= before.missing))
            best = person;
    }
    return best;
}

/* As many as the cap is exceeded by; false when there are not so many. */
static bool send_home(Repairing *r, Repair *repair, const PersonId *shunned,
                      size_t shun_count, bool wanting)
{
    if (r->broken->by >= SEAT_MOVES) return false;
    for (int32_t k = 0; k < r->broken->by; k++) {
        PersonId who = choose(r, repair, shunned, shun_count, wanting);
        if (who.index == NO_INDEX) return false;
        repair->moves[repair->move_count++] =
            (SeatMove){who, r->board->day, PLACED_HOME};
    }
    repair_price_moves(r->board, repair);
    return true;
}

/* Up to three different people where one is enough; else one set of them. */
static void offer_home(Repairing *r, PersonId chosen[HOME_CHOICES],
                       size_t *count)
{
    size_t most = r->broken->by == 1 ? HOME_CHOICES : 1;
    for (*count = 0; *count < most; ++*count) {
        Repair repair = repair_of(REPAIR_SEND_HOME);
        if (!send_home(r, &repair, chosen, *count, false)) return;
        chosen[*count] = repair.moves[0].person;
        repair_add(r, repair);
    }
}

/* Some officers stay at home all the same: their counters open with fewer. */
static void offer_wanting(Repairing *r)
{
    SeatToll toll[2];
    Repair repair = repair_of(REPAIR_SHORTEN);
    if (!send_home(r, &repair, NULL, 0, true)) return;
    seating_toll(&r->board->seating, repair.moves, repair.move_count, toll);
    repair.price.wanting = toll[1].missing - toll[0].missing;
    if (repair.price.wanting > 0) repair_add(r, repair);
}

/* The first later day on which the person can come instead. */
static bool find_day(Repairing *r, PersonId person, SeatMove *out)
{
    RepairBoard *b = r->board;
    for (uint32_t d = b->day + 1; d < b->demand.plan.day_count; d++) {
        SeatToll toll[2];
        SeatMove move = {person, d, PLACED_OFFICE};
        if (!repair_is_free(b, person, d, PLACED_HOME)) continue;
        repair_count_day(b, d);
        seating_toll(&b->seating, &move, 1, toll);
        if (toll[1].over > toll[0].over) continue;
        *out = move;
        return true;
    }
    return false;
}

static void offer_days(Repairing *r, const PersonId *chosen, size_t count)
{
    for (size_t i = 0; i < count && r->broken->by == 1; i++) {
        Repair repair = repair_of(REPAIR_MOVE_DAY);
        repair.moves[0] = (SeatMove){chosen[i], r->board->day, PLACED_HOME};
        if (!find_day(r, chosen[i], &repair.moves[1])) continue;
        repair.move_count = 2;
        repair_price_moves(r->board, &repair);
        repair_add(r, repair);
    }
}

void repair_cap(Repairing *r)
{
    PersonId chosen[HOME_CHOICES];
    size_t count = 0;
    Repair exceed = repair_of(REPAIR_EXCEED);
    Repair raise = repair_of(REPAIR_RAISE_CAP);
    exceed.price.over = r->broken->by;
    raise.price.rules = r->broken->by;
    offer_home(r, chosen, &count);
    offer_days(r, chosen, count);
    if (count == 0) offer_wanting(r);
    repair_add(r, exceed);
    repair_add(r, raise);
}
