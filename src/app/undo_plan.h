/* SPDX-License-Identifier: Apache-2.0 */
/*
 * undo_plan.h - use case: a version of a published plan is taken back.
 *
 * A version of its own gives those who were moved by an earlier one their turns
 * back, on days that may still change and where nothing has moved them since.
 * Only what the letters allow as things stand now, and no fixed day: while the
 * event itself stands (somebody is still called, a unit still shut, a day still
 * fixed) it is refused; take the fact out by a correction first.
 */
#pragma once

#include "app/follow_plan.h"

typedef struct {
    Date day;         /* of the plan that is meant */
    uint32_t version; /* to take back; 0: the last */
} UndoWish;

/*
 * undo_plan - ERR_ABSENT: no plan holds the day, has such a version, or a day
 * left on which it moved somebody; ERR_CLASH with what stands against it; else
 * as follow_plan.  The version that comes of it follows the one undone.
 */
MUST_USE bool undo_plan(const RecordWorld *world, const FollowWish *wish,
                        const UndoWish *undo, Followed *out, Err *err);
