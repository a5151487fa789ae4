/* SPDX-License-Identifier: Apache-2.0 */
/*
 * offer_swaps.h - use case: which swaps can a person ask for on a day?
 *
 * A swap exchanges office and home of two people on a day D and gives it back
 * on a second day E of the same plan, so that both keep their number of office
 * days; both days lie after `now`.  Where no second day fits there is a swap
 * without one: it changes the balance of both by one day and is offered only
 * if fairness still holds, that is, if afterwards nobody is more than one day
 * apart from any colleague with as many days in turn under the same cap.
 *
 * Only what breaks nothing is offered: each of the cells is left to the roster
 * by the law (no must, leave, trip, closure, recall, decision) and not pinned;
 * every cap holds at every node on both days; the counters have as many
 * officers as before, by matching; bounds on a person's days hold.
 *
 * One offer a colleague, with the nearest day E (the earlier of two): those of
 * the same section first, then of the same unit kerja, then the nearest E,
 * those without E last, then by code.
 */
#pragma once

#include "app/office.h"
#include "app/seating.h"
#include "roster/demand.h"

enum { SWAPS_MOST = 20 };

/* A published plan beside its law: opened once, asked many times. */
typedef struct {
    Office *office;
    Corpus corpus;
    Plan plan;
    Seating seating;
    int32_t *office_days; /* per person */
    int32_t *turns;       /* per person: days left to the roster */
    /* Rows that may carry bounds on a person's days, or NULL; see
     * swap_board_bind. */
    const Demand *demand;
    uint32_t *row_of;
} SwapBoard;

/*
 * swap_board_open - false when letters, register or calendar are not those of
 * the plan (tukar-04), or when the plan breaks a rule of them (tukar-06; the
 * auditor's sentence).  O(days * people * (clauses + 1)), as audit_plan.
 */
MUST_USE bool swap_board_open(Office *office, const Plan *plan, SwapBoard *out,
                              Err *err);

/* Keep to the bounds of the question's rows as well; borrowed. */
void swap_board_bind(SwapBoard *board, const Demand *demand);

/* Somebody's day that the head has pinned. */
typedef struct {
    PersonId person;
    Date day;
} SwapPin;

typedef struct {
    PersonId person; /* who asks */
    Date day;        /* D */
    Date now;        /* D and E are later than this day */
    const SwapPin *pins;
    size_t pin_count;
} SwapWish;

typedef enum { SWAP_SECTION, SWAP_UNIT, SWAP_OTHER } SwapKin;

typedef struct {
    PersonId asks, with;
    uint32_t day;  /* D, of the plan */
    uint32_t back; /* E, of the plan; NO_INDEX: none, the balance changes */
    SwapKin kin;
    Str said[2]; /* by Lang: what is exchanged and why it is possible */
} SwapOffer;

typedef struct {
    SwapOffer at[SWAPS_MOST];
    uint32_t count;
    uint32_t possible; /* colleagues who could be asked, offered or not */
} SwapOffers;

/*
 * offer_swaps - refused with the rule when the person's own cell is fixed
 * (tukar-01), when the day lies outside the plan (tukar-02), is not after now
 * (tukar-03), the person does not serve (tukar-05), or the cell is pinned
 * (tukar-07).  No offer at all is an answer, not a failure.
 *
 * O(people + candidates * (days + caps)), candidates being those whose cell on
 * D is open and the other way round.
 */
MUST_USE bool offer_swaps(SwapBoard *board, const SwapWish *wish,
                          SwapOffers *out, Err *err);

/*
 * swap_apply - the plan after the swap: four cells changed, or two, and judged
 * by audit/ on the days that change.  Refused (tukar-08) when the swap is not,
 * or no longer, possible.  *out shares what did not change with the board.
 */
MUST_USE bool swap_apply(SwapBoard *board, const SwapWish *wish,
                         const SwapOffer *offer, Plan *out, Err *err);
