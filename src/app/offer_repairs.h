/* SPDX-License-Identifier: Apache-2.0 */
/*
 * offer_repairs.h - use case: what is broken on a day, and ways to mend it.
 *
 * A plan may be broken by an event that came after it (leave, a closure, a
 * call) or by a hand.  It is laid over the law as it is now: what the law
 * settles is as the law says, what it leaves open is as the plan has it.  Then
 * a unit may stand above its cap, or a counter lack officers; and when no
 * roster exists at all, the smallest clash says why (roster/clash.h).
 *
 * Each repair is computed, with the people who move, and has a price:
 *
 *     over    people above a rule, to be shown upwards with a reason
 *     wanting officers wanting at a counter
 *     rules   bounds or lists to be changed, in people (a cap raised by one)
 *     cells   of the plan that change
 *     squares change of the sum of squared office days (fairness)
 *
 * The cheapest comes first: by over and wanting together, then rules, then
 * cells, then squares, then the kind and the people's codes.
 */
#pragma once

#include "app/make_roster.h"
#include "app/seating.h"

typedef enum { BROKEN_CAP, BROKEN_COUNTER } BrokenKind;

typedef struct {
    BrokenKind kind;
    uint32_t day; /* of the plan */
    ClauseId cap; /* CAP */
    UnitId unit;  /* where the cap counts; the counter's unit */
    uint32_t counter;
    int32_t by; /* people above the cap; officers wanting */
    Str said[2];
} Broken;

enum { BROKEN_MOST = 64, REPAIRS_MOST = 16 };

/* name: what is done */
#define REPAIR_KINDS(X)                                                \
    X(SEND_HOME, "people in turn stay at home")                        \
    X(MOVE_DAY, "somebody's turn goes to a later day")                 \
    X(CALL_IN, "a qualified colleague takes a turn under the cap")     \
    X(EXCHANGE, "they come, and somebody else stays at home")          \
    X(BORROW, "as the two before, with somebody of another unit")      \
    X(RECALL, "they are called, on top of the turns")                  \
    X(EXCEED, "the cap is exceeded, with a reason, and shown upwards") \
    X(SHORTEN, "the counter opens with fewer officers, or shorter")    \
    X(APPOINT, "somebody in the office is made an officer")            \
    X(LOWER_NEED, "the counter's need is lowered")                     \
    X(RAISE_CAP, "the cap is raised")                                  \
    X(LOWER_FLOOR, "the least number is lowered")                      \
    X(EXEMPT, "people are exempted")

typedef enum {
#define X(name, says) REPAIR_##name,
    REPAIR_KINDS(X)
#undef X
} RepairKind;

typedef struct {
    int32_t over, wanting;
    int64_t rules;
    int32_t cells;
    int64_t squares;
} RepairPrice;

typedef struct {
    RepairKind kind;
    RepairPrice price;
    SeatMove moves[SEAT_MOVES]; /* of the plan; RECALL: by an event */
    uint32_t move_count;
    PersonId person; /* APPOINT: who; else NO_PERSON */
    uint32_t demand; /* of a clash: which of its demands; else NO_INDEX */
    Str said[2];     /* by Lang: what is done, and the price */
} Repair;

typedef struct {
    Repair at[REPAIRS_MOST]; /* cheapest first */
    uint32_t count;
} Repairs;

/* The plan over the law of today, ready for one day. */
typedef struct {
    Office *office;
    Corpus corpus;
    Demand demand; /* its plan is the one that is looked at */
    uint8_t *open;
    int32_t *office_days; /* per person */
    uint8_t *counted;     /* per day: cap lines stand as the cells */
    Seating seating;
    uint32_t day; /* of the plan */
} RepairBoard;

/*
 * repair_board_open - ERR_INPUT when the plan is of another register
 * (perbaikan-01) or the day is not in it (perbaikan-02); else what demand_make
 * refuses.  O(days * people), as demand_make.
 */
MUST_USE bool repair_board_open(Office *office, const Plan *plan, Date known,
                                Date day, RepairBoard *out, Err *err);

/* All that is broken on the board's day: caps by clause and unit, then
 * counters; the first BROKEN_MOST.  Returns how many were put out. */
uint32_t repair_find(RepairBoard *board, Broken out[BROKEN_MOST]);

/*
 * offer_repairs - at least three of them; perbaikan-03 when nothing of the
 * kind is broken.  O(officers^2 * caps + people * caps).
 */
MUST_USE bool offer_repairs(RepairBoard *board, const Broken *broken,
                            Repairs *out, Err *err);

/* The plan after the repair's moves (RECALL: perbaikan-04; it needs an event,
 * not a change of the plan). */
MUST_USE bool repair_apply(RepairBoard *board, const Repair *repair, Plan *out,
                           Err *err);

/* The ways out of a clash, priced alike; perbaikan-05 when it has none. */
MUST_USE bool repair_clash(Office *office, const RosterMade *made, Repairs *out,
                           Err *err);
