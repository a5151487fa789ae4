/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_unit_day.h - random days of units: counters, meetings, checklists,
 * teams, closures, trips, notices, and the days of some people.
 */
#pragma once

#include "chance_day.h"

enum { CHANCE_UNIT_LANDS = 3 };

/* Small invented lands whose letters together hold all of docs/day.md,
 * section 5; not sound (and said on stdout) when their texts have faults. */
ChanceLand chance_unit_land(Arena *arena, uint32_t number);

/* Facts about units and people of the land; `person` says nothing. */
ChanceDay chance_unit_day(Arena *arena, Rand *rand, const ChanceDate *date);
