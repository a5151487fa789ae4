/* SPDX-License-Identifier: Apache-2.0 */
/*
 * instance.h - problems as large as they come, made from a seed.
 *
 * Units of log-normal size under a half or quarter cap, sub-units with caps
 * of their own and a head who is always in, leave of one's own, quarantine,
 * closures, counters with qualified staff, at least one and at most four days
 * a full week.
 */
#pragma once

#include "plan/problem.h"

typedef struct {
    const char *name;
    uint32_t people, units;
    uint32_t largest; /* people of the first unit, all with leave of their
                         own; 0: a unit like the others */
    uint32_t weeks;   /* of five days */
    bool agency_cap;  /* one cap over all units: a single group */
    bool week_bounds;
    bool posts;
} InstanceShape;

Problem instance_of(Arena *arena, InstanceShape shape, uint64_t seed);
