/* SPDX-License-Identifier: Apache-2.0 */
/*
 * follow_part.h - between the rooms of follow_plan.
 *
 *   follow_plan.c    what has happened is followed
 *   follow_cause.c   what a version follows
 *   follow_swaps.c   swaps that were agreed, or taken back
 *   follow_pins.c    days that were fixed or swapped
 *   follow_write.c   a version is published
 *   undo_plan.c      a version is taken back
 */
#pragma once

#include "app/follow_plan.h"
#include "base/vec.h"

typedef struct {
    const RecordWorld *world;
    const FollowWish *wish;
    Arena *arena; /* of the office */
    PublishedList plans;
    DataFacts facts; /* those that move plans, fix days, publish */
    VEC(Followed) list;
} Following;

/* Plans and facts, and may the actor publish? */
MUST_USE bool follow_open(const RecordWorld *world, const FollowWish *wish,
                          Following *out, Err *err);

/* The day from which turns of the plan may change. */
Date follow_first(const Following *f, const Published *published);

/* Does the day belong to the plan? */
bool follow_owns(const Following *f, const Published *published, Date day);

/* Moving facts since the last version of the plan. */
Str follow_since(const Following *f, const Published *published);

const Fact *follow_fact(const Following *f, FactId id);

/* Fixed days and swapped days of the plan, from out->now on. */
void follow_pins(const Following *f, const Published *published, MoveWish *out);

/* Swaps agreed that the plan does not have yet, and those it still has though
 * they were taken back; *published moves on. */
MUST_USE bool follow_swaps(Following *f, Published *published, Err *err);

/* Who has to be told of a move: of days that belong to the plan. */
void follow_told(const Following *f, const Published *published,
                 const Plan *after, PlanMove *move);

/*
 * follow_write - publish followed->move as the next version of the plan;
 * *published moves on.  A version that somebody else published meanwhile:
 * ERR_STALE.
 */
MUST_USE bool follow_write(Following *f, Published *published,
                           const Plan *after, Followed *followed, Err *err);
