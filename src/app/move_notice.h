/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_notice.h - who has to be told of a move.
 */
#pragma once

#include "app/move_plan.h"

/* From the changed cells: those whose they are, their superiors on those days,
 * and where a cell was or becomes "unit closed" everybody who serves in the
 * unit kerja on that day.  By person.  O(people + cells * depth of units). */
void move_notice(Arena *arena, const Register *r, MovedPlan *moved);
