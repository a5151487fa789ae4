/* SPDX-License-Identifier: Apache-2.0 */
#include "app/swap.h"

#include <stdlib.h>

typedef VEC(SwapOffer) Found;

/* ---- one exchange ------------------------------------------------------ */

/* Both are free that day, one in the office and the other at home. */
static bool is_exchange(const SwapBoard *b, const SwapWish *wish,
                        const SwapOffer *offer, uint32_t day)
{
    return plan_cell(&b->plan, offer->asks, day) !=
               plan_cell(&b->plan, offer->with, day) &&
           swap_is_free(b, wish, offer->asks, day) &&
           swap_is_free(b, wish, offer->with, day);
}

/* On E the two are the other way round than on D. */
static bool gives_back(const SwapBoard *b, const SwapWish *wish,
                       const SwapOffer *offer, uint32_t day)
{
    return day != offer->day && date_before(wish->now, b->plan.days[day]) &&
           plan_cell(&b->plan, offer->asks, day) !=
               plan_cell(&b->plan, offer->asks, offer->day) &&
           is_exchange(b, wish, offer, day);
}

bool swap_is_possible(SwapBoard *board, const SwapWish *wish,
                      const SwapOffer *offer)
{
    if (!is_exchange(board, wish, offer, offer->day) ||
        !swap_day_holds(board, offer, offer->day) ||
        !swap_bounds_hold(board, offer))
        return false;
    if (offer->back == NO_INDEX) return swap_is_fair(board, offer);
    return gives_back(board, wish, offer, offer->back) &&
           swap_day_holds(board, offer, offer->back);
}

/* ---- the second day ---------------------------------------------------- */

static bool returns_on(SwapBoard *b, const SwapWish *wish, SwapOffer *offer,
                       uint32_t day)
{
    if (!gives_back(b, wish, offer, day)) return false;
    offer->back = day;
    if (swap_bounds_hold(b, offer) && swap_day_holds(b, offer, day))
        return true;
    offer->back = NO_INDEX;
    return false;
}

/* The nearest E: a day before D at each distance, then the day after. */
static bool find_return(SwapBoard *b, const SwapWish *wish, SwapOffer *offer)
{
    uint32_t days = b->plan.day_count;
    for (uint32_t far = 1; far < days; far++) {
        if (offer->day >= far && returns_on(b, wish, offer, offer->day - far))
            return true;
        if (offer->day + far < days &&
            returns_on(b, wish, offer, offer->day + far))
            return true;
    }
    return false;
}

/* ---- colleagues -------------------------------------------------------- */

static SwapKin kin_of(const Register *r, PersonId a, PersonId b)
{
    UnitId one = r->people[a.index].unit;
    UnitId two = r->people[b.index].unit;
    if (one.index == two.index) return SWAP_SECTION;
    UnitId home = r->work_unit_of[one.index];
    return home.index != NO_INDEX &&
                   home.index == r->work_unit_of[two.index].index
               ? SWAP_UNIT
               : SWAP_OTHER;
}

static void consider(SwapBoard *b, const SwapWish *wish, SwapOffer offer,
                     Found *found)
{
    if (!is_exchange(b, wish, &offer, offer.day) ||
        !swap_day_holds(b, &offer, offer.day))
        return;
    if (!find_return(b, wish, &offer) &&
        (!swap_bounds_hold(b, &offer) || !swap_is_fair(b, &offer)))
        return;
    offer.kin = kin_of(b->corpus.r, offer.asks, offer.with);
    VEC_PUSH(b->office->arena, found, offer);
}

/* ---- their order ------------------------------------------------------- */

typedef struct {
    SwapOffer offer;
    uint32_t far; /* from D to E; NO_INDEX: no E */
    Str code;
} Ranked;

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *x = a;
    const Ranked *y = b;
    if (x->offer.kin != y->offer.kin)
        return x->offer.kin < y->offer.kin ? -1 : 1;
    if (x->far != y->far) return x->far < y->far ? -1 : 1;
    return str_order(x->code, y->code);
}

static uint32_t distance(const SwapOffer *offer)
{
    if (offer->back == NO_INDEX) return NO_INDEX;
    return offer->back > offer->day ? offer->back - offer->day
                                    : offer->day - offer->back;
}

static void take_best(SwapBoard *b, const Found *found, SwapOffers *out)
{
    Ranked *rows = NEW(b->office->arena, Ranked, found->count + 1);
    for (size_t i = 0; i < found->count; i++) {
        const SwapOffer *offer = &found->at[i];
        Str code = b->corpus.r->people[offer->with.index].code;
        rows[i] = (Ranked){*offer, distance(offer), code};
    }
    qsort(rows, found->count, sizeof *rows, compare_ranked);
    *out = (SwapOffers){.possible = (uint32_t)found->count};
    for (size_t i = 0; i < found->count && i < SWAPS_MOST; i++) {
        out->at[i] = rows[i].offer;
        swap_say(b, &out->at[i]);
        out->count++;
    }
}

bool offer_swaps(SwapBoard *board, const SwapWish *wish, SwapOffers *out,
                 Err *err)
{
    Found found = {0};
    if (!swap_is_askable(board, wish, err)) return false;
    SwapOffer offer = {
        .asks = wish->person,
        .day = plan_day(&board->plan, wish->day),
        .back = NO_INDEX,
    };
    for (uint32_t p = 0; p < board->plan.person_count; p++) {
        offer.with = (PersonId){p};
        if (p != wish->person.index) consider(board, wish, offer, &found);
    }
    take_best(board, &found, out);
    return true;
}

/* ---- applying ---------------------------------------------------------- */

static bool refuse_stale(SwapBoard *b, Err *err)
{
    return office_refuse(b->office, "tukar-08",
                         STR("pertukaran ini tidak atau tidak lagi mungkin; "
                             "lihat lagi pertukaran yang ditawarkan"),
                         STR("this swap is not, or no longer, possible; look "
                             "again at the swaps on offer"),
                         err);
}

bool swap_apply(SwapBoard *board, const SwapWish *wish, const SwapOffer *offer,
                Plan *out, Err *err)
{
    SeatMove moves[4];
    Plan plan = {0};
    Arena *arena = board->office->arena;
    bool returns = offer->back != NO_INDEX;
    if (!swap_is_askable(board, wish, err)) return false;
    if (offer->asks.index != wish->person.index ||
        offer->day != plan_day(&board->plan, wish->day) ||
        offer->with.index >= board->plan.person_count ||
        (returns && offer->back >= board->plan.day_count) ||
        !swap_is_possible(board, wish, offer))
        return refuse_stale(board, err);
    swap_moves(board, offer, offer->day, moves);
    if (returns) swap_moves(board, offer, offer->back, moves + 2);
    if (!seating_moved(arena, &board->seating, moves, returns ? 4 : 2, &plan,
                       err) ||
        !seating_day_holds(arena, &board->corpus, &plan, offer->day, err) ||
        (returns &&
         !seating_day_holds(arena, &board->corpus, &plan, offer->back, err)))
        return false;
    *out = plan;
    return true;
}
