/*
 * follow_part.h - between the rooms of follow_plan.
 *
 *   follow_plan.c    what has happened is followed
 *   follow_swaps.c   swaps that were agreed
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
    DataFacts facts;
    VEC(Followed) list;
} Following;

/* Facts, and may the actor publish? */
MUST_USE bool follow_open(const RecordWorld *world, const FollowWish *wish,
                          Following *out, Err *err);

/* The day on which turns may change. */
Date follow_first(const Following *f);

/* Fixed days and swapped days of the plan, from the first day on. */
void follow_pins(const Following *f, const Published *published, MoveWish *out);

/* Swaps agreed that the plan does not have yet; *published moves on. */
MUST_USE bool follow_swaps(Following *f, Published *published, Err *err);

/*
 * follow_write - publish the move as the next version of the plan; *published
 * moves on.  A version that somebody else published meanwhile: ERR_STALE.
 */
MUST_USE bool follow_write(Following *f, Published *published,
                           const Plan *after, Followed *followed, Err *err);
