/* SPDX-License-Identifier: Apache-2.0 */
/*
 * swap.h - the workshop of offer_swaps.c and its rooms.
 *
 *   swap_board.c   the board opened; may this person's cell be swapped at all?
 *   offer_swaps.c  colleagues, second days, order
 *   swap_words.c   sentences, and why a cell is fixed
 */
#pragma once

#include "app/offer_swaps.h"

/* Is the cell left to the roster and not pinned? */
bool swap_is_free(const SwapBoard *board, const SwapWish *wish, PersonId person,
                  uint32_t day);
bool swap_is_pinned(const SwapBoard *board, const SwapWish *wish,
                    PersonId person, uint32_t day);

/* May the wish be asked at all?  Else refused, with the reason. */
MUST_USE bool swap_is_askable(SwapBoard *board, const SwapWish *wish, Err *err);

/* The two moves of the exchange on a day. */
void swap_moves(const SwapBoard *board, const SwapOffer *offer, uint32_t day,
                SeatMove out[2]);

/* Do the exchange's moves on one day keep caps and counters? */
bool swap_day_holds(SwapBoard *board, const SwapOffer *offer, uint32_t day);

/* Do the bounds of both rows hold, of all days that change? */
bool swap_bounds_hold(const SwapBoard *board, const SwapOffer *offer);

/* Of a swap without E: nobody is more than a day from colleagues. */
bool swap_is_fair(SwapBoard *board, const SwapOffer *offer);

/* May the two exchange D (and E, if given) as the wish stands? */
bool swap_is_possible(SwapBoard *board, const SwapWish *wish,
                      const SwapOffer *offer);

/* The sentence of an offer; what fixes a cell. */
void swap_say(SwapBoard *board, SwapOffer *offer);
bool swap_refuse_fixed(SwapBoard *board, const SwapWish *wish, Err *err);
bool swap_refuse_pinned(SwapBoard *board, const SwapWish *wish, Err *err);
bool swap_refuse_day(SwapBoard *board, const SwapWish *wish, Err *err);
bool swap_refuse_past(SwapBoard *board, const SwapWish *wish, Err *err);
bool swap_refuse_person(SwapBoard *board, const SwapWish *wish, Err *err);
