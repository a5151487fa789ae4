/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_keep.h - a moved plan as the move that is kept of it.
 */
#pragma once

#include "app/move_plan.h"

/*
 * move_keep - from the plan before and the moved one; the caller names version
 * and cause.  Memory of the arena, and of `moved`.  O(cells moved * log).
 */
PlanMove move_keep(Arena *arena, const Plan *before, const MovedPlan *moved,
                   Date first);

/* The same for two plans of the same days: every cell that differs in letter or
 * reason, none of them forced; reasons of `after` begin with those of `before`.
 * Told are whose days change and their superiors.  O(people * days). */
PlanMove move_keep_between(Arena *arena, const Register *r, const Plan *before,
                           const Plan *after, Date first);
