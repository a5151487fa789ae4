/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_join.h - several plans as one, and a part of one.
 */
#pragma once

#include "plan/plan.h"

/*
 * plan_join - the days of the window, each as the plan of `of` has it that
 * belongs to it (per day of the window; NULL: none, and the day is left out).
 * False when no day is held.  Where all days are of one plan it is given back
 * as it is; else digest, seed and `known` are those of the last day's.  All are
 * of one register.  O(plans * days + people * days).
 */
bool plan_join(Arena *arena, const Plan *const *of, Window window, Plan *out);

/* The plan from that day of it on, in memory of its own; first < day_count.
 * O(people * days). */
Plan plan_from(Arena *arena, const Plan *plan, uint32_t first);
