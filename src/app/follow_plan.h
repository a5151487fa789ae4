/* SPDX-License-Identifier: Apache-2.0 */
/*
 * follow_plan.h - use case: published plans follow what has happened.
 *
 * Recalls, leave and returns, closures and reopenings, statuses, marks, visits
 * and trips that were granted, letters that were enacted, a changed register,
 * fixed days, swaps that were agreed or taken back: whatever came since, each
 * published plan that has days left is moved to where the letters now want it,
 * with the fewest changes (move_plan.h), and the move is published as its next
 * version together with who has to be told, and what it follows.
 *
 * Turns change from tomorrow on, and never on days that an earlier version
 * already took as begun.  Today is under way: what the law settles of it is
 * written (somebody called, a unit shut), nobody else's turn; days past stay
 * as they were published.  Days that a head has fixed (what was said last of
 * one holds) and days that were swapped are kept as long as the letters leave
 * them open.
 */
#pragma once

#include "app/move_plan.h"
#include "app/published.h"
#include "app/record.h"

/* To whom a version is put down. */
typedef struct {
    Str actor; /* "sistem", or who ordered it */
    FactId id; /* ids of the facts PUBLISH are made of it */
} FollowWish;

typedef enum {
    FOLLOW_SAME,    /* nothing to move */
    FOLLOW_MOVED,   /* a new version is published */
    FOLLOW_CLASH,   /* no plan keeps the rules: moved->made.clash; it stays */
    FOLLOW_REFUSED, /* a swap that is not possible any more: `why`.  A version
                       without cells is published, so that both are told */
    FOLLOW_BARE     /* days of the letters that no plan holds */
} FollowKind;

typedef struct {
    FollowKind kind;
    Window days;            /* of the plan; BARE: the days */
    uint32_t version;       /* that it stands at now */
    PlanMove move;          /* MOVED, REFUSED */
    const MovedPlan *moved; /* of SAME, MOVED and CLASH; NULL for a swap */
    Receipt receipt;        /* MOVED, REFUSED */
    Err why;
} Followed;

typedef struct {
    const Followed *at;
    size_t count;
} FollowedList;

/*
 * follow_plan - every published plan with days from today on; none: an empty
 * list.  world->office must be as known now, after the facts.
 *
 * ERR_DENIED when the actor may not publish; ERR_STALE when somebody moved the
 * plan meanwhile (open the office again and ask once more); ERR_INPUT when the
 * auditor does not believe a move (it is not published), or as move_plan and
 * store_write.  Versions written before the fault stay published.
 */
MUST_USE bool follow_plan(const RecordWorld *world, const FollowWish *wish,
                          FollowedList *out, Err *err);

/* May a fact of the kind move a plan? */
bool follow_moves(FactKind kind);

/* Ids of the facts that a version follows, parted by blanks, at most
 * FOLLOW_CAUSES; so many of them are read, *all are there. */
enum { FOLLOW_CAUSES = 40 };
size_t follow_causes(Str cause, FactId out[FOLLOW_CAUSES]);
