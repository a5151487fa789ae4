/* SPDX-License-Identifier: Apache-2.0 */
/*
 * simulate.h - use case: days of a government, made up, through the real use
 * cases (day/imagine.h says how people behave).
 *
 * The folder is loaded as known on the day before; then come the facts of the
 * window, received at the instants at which they would have been: the store's
 * clock is the simulation's.  The data directory must be new, or hold nothing
 * later: what is received never goes back in time.  For demonstrations, tests
 * and measurements.
 */
#pragma once

#include "app/load.h"
#include "day/imagine.h"
#include "plan/plan.h"

typedef struct {
    const LoadFolder *from;
    Window window;
    uint64_t seed;
    Instant until; /* the last day goes on no longer; 0: to its end.  The plan
                      is that of the whole window all the same */
    /* Of each day; NULL and 0: made up, a short one on one day in five. */
    const ImaginedOutage *outages;
    uint32_t outage_count;
} SimulateWish;

typedef struct {
    Date day;
    size_t facts;     /* imagined */
    size_t written;   /* acknowledged */
    size_t refused;   /* by a use case, as it should be */
    size_t lost;      /* check-ins that nobody tried again */
    int outage;       /* minutes in which we were down */
    char closed[64];  /* code of a unit shut that day, or empty */
    char enacted[64]; /* file of a letter enacted that day, or empty */
    size_t versions, moved, told; /* of the plan: published that day, cells
                                     moved, people told */
    size_t clashes;               /* times that nothing kept the rules */
    Err why;                      /* the first refusal */
} SimulatedDay;

typedef bool SimulateEach(void *context, const SimulatedDay *day, Err *err);

/*
 * simulate_days - day by day, `each` after each one.
 *
 * The plan of the window is made from the letters and published first; it
 * follows what happens at once after an order, and at 18.00.  On the first
 * Tuesday at 13.00 a unit has a case and is shut by its head; letters of the
 * folder `usulan` are proposed and enacted on the day that they bear, at the
 * same hour, by two of those who may.  ERR_CLASH when
 * no roster exists, ERR_STALE when the data hold something later.  O(days *
 * (people + facts)).
 */
MUST_USE bool simulate_days(Store *store, const SimulateWish *wish,
                            SimulateEach *each, void *context, Err *err);
