/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plan_offer.h"

#include "app/offer_repairs.h"
#include "app/swap_days.h"

enum { REPAIRS_SHOWN = 3, SWAPS_SHOWN = 8 };

/* ---- swaps -----------------------------------------------------------------
 */

/* How the swap is asked for, in the words of `record`. */
static void put_swap(const Call *call, const SwapBoard *board,
                     const SwapOffer *offer, Buf *out)
{
    char one[DATE_TEXT], two[DATE_TEXT];
    const Plan *plan = &board->plan;
    Date first = plan->days[offer->day];
    Date last = offer->back == NO_INDEX ? first : plan->days[offer->back];
    Str with = board->office->r.people[offer->with.index].code;
    if (date_before(last, first)) {
        Date swap = first;
        first = last;
        last = swap;
    }
    buf_format(out, "  %.*s\n", STR_ARG(offer->said[call->lang]));
    say_format(out, call->lang,
               "    minta: \"tukar hari\" hal=%.*s mulai=%s sampai=%s\n",
               "    ask: \"tukar hari\" hal=%.*s mulai=%s sampai=%s\n",
               STR_ARG(with), date_iso(first, one), date_iso(last, two));
}

int plan_offer_swaps(const Call *call, Office *office,
                     const Published *published, PersonId person, Date day,
                     Date now)
{
    SwapBoard *board = NEW(call->arena, SwapBoard, 1);
    SwapOffers *offers = NEW(call->arena, SwapOffers, 1);
    SwapWish wish = {.person = person, .day = day, .now = now};
    Err err = {0};
    Buf out = buf_in(call->arena);
    if (!swap_days_board(office, &published->plan, date_plus(now, 1), board,
                         &err) ||
        !offer_swaps(board, &wish, offers, &err))
        return say_refusal(call, office, &err);
    say_format(&out, call->lang, "%u rekan dapat diajak bertukar; terdekat:\n",
               "%u colleagues could swap; the nearest:\n", offers->possible);
    for (uint32_t i = 0; i < offers->count && i < SWAPS_SHOWN; i++)
        put_swap(call, board, &offers->at[i], &out);
    return say_result(call, &out, EXIT_DONE);
}

/* ---- repairs ---------------------------------------------------------------
 */

static bool put_broken(const Call *call, RepairBoard *board,
                       const Broken *broken, Buf *out, Err *err)
{
    Repairs *repairs = NEW(call->arena, Repairs, 1);
    if (!offer_repairs(board, broken, repairs, err)) return false;
    buf_format(out, "%.*s\n", STR_ARG(broken->said[call->lang]));
    for (uint32_t i = 0; i < repairs->count && i < REPAIRS_SHOWN; i++)
        buf_format(out, "  %u. %.*s\n", i + 1,
                   STR_ARG(repairs->at[i].said[call->lang]));
    return true;
}

int plan_offer_repairs(const Call *call, Office *office,
                       const Published *published, Date day)
{
    RepairBoard *board = NEW(call->arena, RepairBoard, 1);
    Broken *broken = NEW(call->arena, Broken, BROKEN_MOST);
    Err err = {0};
    Buf out = buf_in(call->arena);
    if (!repair_board_open(office, &published->plan, DATE_NEVER, day, board,
                           &err))
        return say_refusal(call, office, &err);
    uint32_t count = repair_find(board, broken);
    if (count == 0)
        say_format(&out, call->lang, "Tidak ada yang rusak pada hari itu.\n",
                   "Nothing is broken on that day.\n");
    for (uint32_t i = 0; i < count; i++) {
        if (!put_broken(call, board, &broken[i], &out, &err))
            return say_refusal(call, office, &err);
    }
    return say_result(call, &out, count == 0 ? EXIT_DONE : EXIT_INPUT);
}
