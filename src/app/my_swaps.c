/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_swaps.h"

#include "app/swap_days.h"
#include "day/effects.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { AHEAD = 28 }; /* days after today that are looked through */

/* ---- days that the head has fixed ----------------------------------------
 */

typedef VEC(SwapPin) Pins;

static void add_pin(Arena *arena, const Register *r, const Fact *pin,
                    const Plan *plan, Pins *out)
{
    uint32_t person = map_find(&r->person_codes, pin->person);
    if (person == NO_INDEX) return;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        if (!window_has(pin->days, plan->days[d])) continue;
        VEC_PUSH(arena, out, ((SwapPin){{person}, plan->days[d]}));
    }
}

static Pins pins_of(Arena *arena, const LiveView *view, const Plan *plan)
{
    Pins pins = {0};
    size_t standing = 0;
    LiveFacts all = live_facts_kinds(view, arena, K(PIN) | K(CORRECTION));
    Fact *facts = NEW(arena, Fact, all.count + 1);
    for (size_t i = 0; i < all.count; i++)
        facts[i] = *all.at[i];
    const Fact *const *fixed =
        effects_standing(arena, facts, all.count, K(PIN), &standing);
    for (size_t i = 0; i < standing; i++)
        add_pin(arena, &view->office->r, fixed[i], plan, &pins);
    return pins;
}

/* ---- offers --------------------------------------------------------------
 */

static bool no_plan(Err *err, Date day)
{
    char text[DATE_TEXT];
    (void)FAIL(err, ERR_INPUT, "no published plan holds %s",
               date_iso(day, text));
    return err_id(err, "belum ada jadwal terbit yang memuat %s", text);
}

static bool has_begun(Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "it has begun or gone by; days after today can be swapped");
    return err_id(err, "sudah berjalan atau lewat; yang dapat ditukar ialah "
                       "hari sesudah hari ini");
}

static MySwap swap_of(const SwapBoard *board, const SwapOffer *offer)
{
    const Plan *plan = &board->plan;
    Date day = plan->days[offer->day];
    Date back = offer->back == NO_INDEX ? day : plan->days[offer->back];
    char mine = plan_cell(plan, offer->asks, offer->day);
    return (MySwap){
        .with = offer->with,
        .mine = mine,
        .day = day,
        .back = back,
        .kin = offer->kin,
        .said = {offer->said[LANG_ID], offer->said[LANG_EN]}
    };
}

static void take_offers(Arena *arena, const SwapBoard *board,
                        const SwapOffers *offers, MySwaps *out)
{
    MySwap *swaps = NEW(arena, MySwap, offers->count + 1);
    for (uint32_t i = 0; i < offers->count; i++)
        swaps[i] = swap_of(board, &offers->at[i]);
    *out = (MySwaps){swaps, offers->count, offers->possible};
}

bool my_swaps(Arena *arena, const LiveView *view, PersonId person, Date day,
              MySwaps *out, Err *err)
{
    const Published *published = published_on(view->plans, day);
    SwapBoard *board = NEW(arena, SwapBoard, 1);
    SwapOffers *offers = NEW(arena, SwapOffers, 1);
    Date today = live_today(view);
    if (!date_before(today, day)) return has_begun(err);
    if (published == NULL) return no_plan(err, day);
    RecordWorld world = live_world(view, arena);
    Pins pins = pins_of(arena, view, &published->plan);
    SwapWish wish = {person, day, today, pins.at, pins.count};
    if (!swap_days_board(world.office, &published->plan, date_plus(today, 1),
                         board, err) ||
        !offer_swaps(board, &wish, offers, err))
        return false;
    take_offers(arena, board, offers, out);
    return true;
}

/* ---- days ----------------------------------------------------------------
 */

static bool is_turn(LiveView *view, PersonId person, Date day)
{
    Err ignored = {0};
    const LiveDay *on = NULL;
    if (published_on(view->plans, day) == NULL ||
        !live_day(view, day, &on, &ignored))
        return false;
    char cell = live_plan_cell(view, person, day);
    return law_person(on->law, person).letter == PLACED_OPEN &&
           (cell == PLACED_OFFICE || cell == PLACED_HOME);
}

size_t my_swap_days(LiveView *view, PersonId person, Date *out, size_t room)
{
    size_t count = 0;
    Date today = live_today(view);
    for (int ahead = 1; ahead <= AHEAD && count < room; ahead++) {
        Date day = date_plus(today, ahead);
        if (is_turn(view, person, day)) out[count++] = day;
    }
    return count;
}
