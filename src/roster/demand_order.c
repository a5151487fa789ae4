/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

#include <stdlib.h>

/*
 * The order in which seats are handed out: people who follow each other come
 * from different parts of their agency, so that no bidang is at home whole.
 *
 * The k-th of n people of a unit stands at (2k + 1) / 2n of it.  From the
 * deepest units upwards, the people below each unit are put in the order of
 * their standing and numbered again: a seksi is spread over its bidang, the
 * bidang over the agency.  O(depth * people log people).
 */

typedef struct {
    uint64_t place; /* in 2^32nds of the unit, so far */
    uint32_t person;
    uint32_t unit; /* of the level that is being spread */
} Standing;

static int compare_standing(const void *a, const void *b)
{
    const Standing *x = a;
    const Standing *y = b;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return x->person < y->person ? -1 : x->person > y->person;
}

static uint32_t depth_of(const Register *r, uint32_t unit)
{
    uint32_t depth = 0;
    for (; r->units[unit].parent.index != NO_INDEX; depth++) {
        unit = r->units[unit].parent.index;
    }
    return depth;
}

/* The unit at or above the person's that lies at most that deep. */
static uint32_t unit_at(const Register *r, const uint32_t *depths,
                        uint32_t person, uint32_t depth)
{
    uint32_t unit = r->people[person].unit.index;
    while (depths[unit] > depth) {
        unit = r->units[unit].parent.index;
    }
    return unit;
}

/* Number the people of each unit of this level in the order they stand. */
static void spread(const Register *r, Standing *order, uint32_t *size,
                   uint32_t *seen)
{
    for (uint32_t u = 0; u < r->unit_count; u++) {
        size[u] = seen[u] = 0;
    }
    for (uint32_t i = 0; i < r->person_count; i++) {
        size[order[i].unit]++;
    }
    for (uint32_t i = 0; i < r->person_count; i++) {
        uint64_t k = seen[order[i].unit]++;
        order[i].place = ((2 * k + 1) << 31) / size[order[i].unit];
    }
    qsort(order, r->person_count, sizeof *order, compare_standing);
}

uint32_t *demand_order(Making *m)
{
    const Register *r = m->corpus->r;
    Standing *order = NEW(m->arena, Standing, r->person_count + 1);
    uint32_t *out = NEW(m->arena, uint32_t, r->person_count + 1);
    uint32_t *size = NEW(m->arena, uint32_t, r->unit_count + 1);
    uint32_t *seen = NEW(m->arena, uint32_t, r->unit_count + 1);
    uint32_t *depths = NEW(m->arena, uint32_t, r->unit_count + 1);
    uint32_t deepest = 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        depths[u] = depth_of(r, u);
        if (depths[u] > deepest) deepest = depths[u];
    }
    for (uint32_t p = 0; p < r->person_count; p++) {
        order[p].person = p;
    }
    for (uint32_t depth = deepest + 1; depth-- > 0;) {
        for (uint32_t i = 0; i < r->person_count; i++) {
            order[i].unit = unit_at(r, depths, order[i].person, depth);
        }
        spread(r, order, size, seen);
    }
    for (uint32_t i = 0; i < r->person_count; i++) {
        out[i] = order[i].person;
    }
    return out;
}
