/* SPDX-License-Identifier: Apache-2.0 */
/*
 * change.h - a published plan meets an event: the question and its answer.
 *
 * The problem already holds the event: its bounds, rows and posts are those of
 * law and register as they are now.  Beside it stands what was published, row
 * by row, and which days are history.  All is pure data.
 *
 * FROZEN days happened as they were published, whatever the rules now say:
 *
 *   - the row's seats and duties of those days are those published;
 *   - no bound of a node and no need of a post is asked of those days;
 *   - they count for fairness, as everything past does;
 *   - a window of a row that has some of them is asked of its other days
 *     alone, and of what is left of its bounds.  With h seats published on its
 *     frozen days, s seats that it can take on the others and m that it must,
 *         least' = min(s, max(0, least - h)),  most' = max(m, most - h):
 *     what can no longer be made good is forgiven.  Windows without frozen
 *     days are asked as they stand.
 *
 * CHANGED counts the row-days that are not frozen, on which the row has a seat
 * (must or may), of which the published plan told the row office or home
 * (`told`), and on which the answer says the other.  A day of which it told
 * neither (leave that was cancelled, a unit that opens again) is new to the
 * row whatever happens, and counts as no change.
 *
 * Objective, in strict order: feasible; fewest changed; presence highest;
 * fairness, the sum over rows of (offset + seats)^2, lowest.  Who serves which
 * post is no part of it: duties stay as published where the seats allow.
 *
 * SOLVED.  The network is that of certificate.h for the days that are left,
 * rows having the seats of frozen days in their offset.  Labels are triples,
 * added by parts and ordered lexicographically, and costs are (changed,
 * presence, fairness):
 *
 *   T -> S             (0, -1, 0)
 *   S -> row i         t-th seat (0, 0, 2(offset + t) - 1)
 *   stem -> seat (i,d) (0, 0, 0) where not told, (-1, 0, 0) where the row was
 *                      in the office, (1, 0, 0) where it was at home
 *
 * and the law of certificate.h must hold for every arc.  The costs of a plan
 * then sum to its totals but for a constant.  A CLASH is the cut of
 * certificate.h in the network of the days that are left.
 */
#pragma once

#include "plan/certificate.h"

typedef struct {
    const Problem *problem; /* after the event */
    const uint64_t *before; /* per row: published days in the office; also of
                               days on which the row has no seat now */
    const uint64_t *told;   /* per row: published days in the office or at
                               home; has all of `before` */
    const PostDuty *duties; /* published, of rows and posts that still are; by
                               row, then day; those of `before` days only */
    size_t duty_count;
    uint64_t frozen; /* days of the problem that are history */
} PlanChange;

typedef struct {
    int32_t changed, presence;
    int64_t fairness;
} ChangeLabel;

typedef struct {
    AnswerKind kind;
    size_t vertex_count;       /* as vertex_map(problem) has it */
    const ChangeLabel *labels; /* SOLVED: vertex_count */
    const uint8_t *side;       /* CLASH: vertex_count of 0 or 1 */
    const uint64_t *seat_side; /* CLASH: row_count */

    /* SOLVED only. */
    const uint64_t *office; /* row_count; frozen days included */
    const PostDuty *duties; /* by row, then day; frozen days included */
    size_t duty_count;
    int64_t changed;
    int64_t presence; /* seats of `office` */
    int64_t fairness; /* sum of (offset + seats)^2 */
} ChangeAnswer;
