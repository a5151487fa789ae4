/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_swaps.h - use case: with whom a person can swap a day, of the plan that
 * is published and by the law as it is known now.
 *
 * As offer_swaps.h; in memory of the arena, so that many may ask at once.
 */
#pragma once

#include "app/live.h"
#include "app/offer_swaps.h"

typedef struct {
    PersonId with;
    char mine; /* letter of the one who asks on that day, before */
    Date day;  /* D */
    Date back; /* E; equal to D: none, the balance changes by a day */
    SwapKin kin;
    Str said[2]; /* by Lang */
} MySwap;

typedef struct {
    const MySwap *at; /* the nearest first */
    size_t count;
    uint32_t possible; /* colleagues who could be asked, offered or not */
} MySwaps;

/*
 * my_swaps - ERR_INPUT in both languages with the rule that stands against it:
 * no plan holds the day, it has begun, it is fixed, pinned; else as
 * swap_days_board.  No colleague at all is an answer, not a failure.
 */
MUST_USE bool my_swaps(Arena *arena, const LiveView *view, PersonId person,
                       Date day, MySwaps *out, Err *err);

/* Days that may be asked for: after today, at most `room`, in a plan and left
 * to the roster by it. */
size_t my_swap_days(LiveView *view, PersonId person, Date *out, size_t room);
