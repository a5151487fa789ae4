/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_session.h - a plan kept in memory, so that an event moves it at once.
 *
 * The same answers as move_plan, byte for byte, but only those are asked anew
 * whom the event touches: the person (and who stands in for their posts), or
 * the staff of the unit kerja; and only cells that can differ are written.
 *
 *     MoveSession *s = move_session_open(&office, &plan, &err);
 *     const MovedPlan *moved = NULL;
 *     if (move_session_apply(s, &event, &wish, &moved, &err)) ...
 *     move_session_close(s);
 *
 * Letters, calendar, people, posts and marks must stay what they are while it
 * is open; whoever changes them opens another.  An event is put into the
 * office's register by the session.
 */
#pragma once

#include "app/move_event.h"
#include "app/move_plan.h"

typedef struct MoveSession MoveSession;

/*
 * move_session_open - everybody is asked once.  NULL: *err as move_plan has
 * it, or the plan is one "as known on" a day (ERR_INPUT).  The plan is borrowed
 * until the first event that moves it; the office as long as the session is
 * open.  O(people * days).
 */
MoveSession *move_session_open(Office *office, const Plan *plan, Err *err);
void move_session_close(MoveSession *session); /* NULL is fine */

/*
 * move_session_apply - the event (NULL: none, the pins alone), and all pins
 * that are in force.  True: the answer in *out, which holds until the call
 * after the next one.  A clash is an answer too; it, and false, leave plan and
 * register as they were.  `verified` means here that the answer to the change
 * is proved; the letters' rules are asked by move_session_audit.
 *
 * O(people + nodes * days + what replan_solve searches), and the person-days
 * touched.  What it keeps of an event is an event's or absence's tables.
 */
MUST_USE bool move_session_apply(MoveSession *session, const MoveEvent *event,
                                 const MoveWish *wish, const MovedPlan **out,
                                 Err *err);

/* The plan of the moment. */
const Plan *move_session_plan(const MoveSession *session);

/* Every rule of the letters holds in the plan from that day on: the whole
 * review, for when there is time.  False with its sentence in *err. */
MUST_USE bool move_session_audit(MoveSession *session, Date from, Err *err);
