/*
 * recap_part.h - the workshop of recap.c and its rooms.
 *
 *   recap.c         days and people, and their sums
 *   recap_cap.c     caps, day by day
 *   recap_hole.c    outages of ours, day by day
 *   recap_column.c  names of columns
 */
#pragma once

#include "base/vec.h"
#include "day/recap.h"

typedef struct {
    Arena *arena;
    const RecapFrom *from;
    const Register *r;
    Recap *out;
    uint8_t *served;
    int32_t *counts;
    RecapUnit *units[RECAP_LEVELS];
    VEC(RecapCap) over;
    VEC(RecapHole) holes;
} Recapping;

/* One day being counted; memory of its own. */
typedef struct {
    Recapping *all;
    Arena *tmp;
    const LawDay *law;
    DutySheet sheet;
    char *where; /* per person: of the verdict */
    int64_t unknown;
} RecapDay;

/* The unit that is counted, and where a level adds a person of `own` up: not
 * above it. */
UnitId recap_unit(const Recapping *all);
UnitId recap_added_in(const Recapping *all, RecapLevel level, UnitId own);

/* Count the caps of a day whose people are counted. */
void recap_cap_count(RecapDay *day);

/* The hole of a day, if there is one. */
void recap_hole_count(RecapDay *day);
