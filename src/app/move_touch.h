/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_touch.h - whom an event touches, and on which days of a plan.
 */
#pragma once

#include "app/move_event.h"
#include "plan/change.h"
#include "plan/plan.h"
#include "roster/replan_demand.h"

/*
 * move_touch - nobody else, and no other day, can have another place by law.
 *
 * A recall: the person, on its days.  Leave and return: the person and all who
 * hold a post with them (who acts counts while the holder is away), on its
 * days, or from the return on.  Closure and reopening: the staff of the unit
 * kerja, on the days on which the unit is shut by one law and not by the
 * other, or by another rule.
 */
ReplanTouched move_touch(Arena *arena, const Corpus *before,
                         const Corpus *after, const Plan *plan,
                         const MoveEvent *event);

/* Those touched, and those whose seats or duties the answer changes:
 * ascending, each once.  O(people + duties). */
const uint32_t *move_touch_all(Arena *arena, const ReplanTouched *touched,
                               const PlanChange *change,
                               const ChangeAnswer *answer, uint32_t people,
                               size_t *count);
