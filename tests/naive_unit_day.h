/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_day.h - a unit's day, from docs/day.md, section 5, alone.
 *
 * A second evaluator beside src/day/unit_*: it scans the whole list of facts
 * for every question and shares with the first only the types and the law.
 */
#pragma once

#include "day/unit_day.h"
#include "naive_day.h"

/* What it allocates beside the lines is of no use afterwards. */
UnitDay naive_unit_day(Arena *arena, const NaiveView *view, UnitAsk ask);
