/*
 * undo_plan.h - use case: the last version of a published plan is taken back.
 *
 * A version of its own that gives the turns of days from tomorrow on back what
 * the last move took; days past and today stay as they are.  Only what the
 * letters allow as things stand now: while the event itself stands (somebody is
 * still called, a unit still shut) it is refused; take the fact out by a
 * correction, and the plan follows.
 */
#pragma once

#include "app/follow_plan.h"

/*
 * undo_plan - of the newest plan that holds `day`.  ERR_ABSENT: no plan holds
 * it, or nothing has moved it, or no day of it is left; ERR_CLASH with the
 * auditor's sentence: the plan of before breaks a rule now; else as
 * follow_plan.  wish->cause is not used: the cause is the version undone.
 */
MUST_USE bool undo_plan(const RecordWorld *world, const FollowWish *wish,
                        Date day, Followed *out, Err *err);
