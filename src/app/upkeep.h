/* SPDX-License-Identifier: Apache-2.0 */
/*
 * upkeep.h - what a server does by itself, day by day: sessions that ended
 * long since are taken away, and facts whose time is over are erased
 * (retain.h), by "sistem".
 *
 * Nobody else can: while a server serves a data directory, no command writes
 * to it.  Sessions are tidied at the start and on each new day; facts are
 * erased first an hour after the start, so that a copy can be looked at without
 * losing what it was kept for, then on each new day.  A thread of its own does
 * it; requests go on meanwhile.  Whatever fails is logged and tried again the
 * next day.
 */
#pragma once

#include "app/account.h"
#include "app/live.h"
#include "app/retain.h"

/* A data directory that is served. */
typedef struct {
    Live *live;
    Accounts *accounts;
} UpkeepHouse;

typedef struct Upkeep Upkeep;

/* The houses are copied; what they name must outlive it.  NULL when there is
 * no thread to be had. */
Upkeep *upkeep_open(const UpkeepHouse *houses, size_t count);
void upkeep_close(Upkeep *upkeep); /* NULL is fine; waits for what is begun */

/* ---- the parts, for one house ------------------------------------------- */

/* What was done last; all zero: nothing yet. */
typedef struct {
    Date tidied, erased; /* on that day of the house's clock */
} UpkeepDone;

/* What is due by now: on that day, so many seconds after the start. */
typedef struct {
    bool tidy, erase;
} UpkeepDue;
UpkeepDue upkeep_due(const UpkeepDone *done, Date today, int64_t seconds);

/* *count: sessions taken away, of all governments. */
MUST_USE bool upkeep_tidy(const UpkeepHouse *house, size_t *count, Err *err);

/* *count: facts erased, of all governments. */
MUST_USE bool upkeep_erase(const UpkeepHouse *house, uint64_t *count, Err *err);
