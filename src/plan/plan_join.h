/*
 * plan_join.h - several plans as one, and a part of one.
 */
#pragma once

#include "plan/plan.h"

/*
 * plan_join - the days of the window that some part holds, each as the last
 * part that holds it has it; days of none are left out.  False when no day is
 * held.  A part that holds all the days is given back as it is; else digest,
 * seed and `known` are those of the last part.  All parts are of one register.
 * O(parts * days + people * days).
 */
bool plan_join(Arena *arena, const Plan *const *parts, size_t part_count,
               Window window, Plan *out);

/* The plan from that day of it on, in memory of its own; first < day_count.
 * O(people * days). */
Plan plan_from(Arena *arena, const Plan *plan, uint32_t first);
