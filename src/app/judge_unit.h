/* SPDX-License-Identifier: Apache-2.0 */
/*
 * judge_unit.h - use case: the day of a unit, asked for by its name, and of
 * somebody's direct subordinates.
 */
#pragma once

#include "app/judge_day.h"
#include "day/unit_day.h"

/*
 * judge_unit - by code, name, short name or alias; a perangkat daerah with all
 * that is below it.  ERR_INPUT in both languages, with the nearest names, when
 * no unit or several are so called, or it does not exist on that day.
 * Lines are of the arena.
 */
MUST_USE bool judge_unit(Arena *arena, const Judged *judged,
                         const Judgement *day, Str name, UnitDay *out,
                         Err *err);

/* The board of a superior; false when nobody is directly under them. */
bool judge_unit_under(Arena *arena, const Judgement *day, PersonId superior,
                      UnitDay *out);
