/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_part.h - the workshop of recap.c and its rooms.
 *
 *   recap.c               days and people, and their sums
 *   recap_cap.c           caps, day by day
 *   recap_hole.c          outages of ours, day by day
 *   recap_follow.c        what follows from days: hours, cuts, steps
 *   recap_follow_table.c  the same in a table
 *   recap_column.c        names of columns
 */
#pragma once

#include "base/vec.h"
#include "day/recap_table.h"

typedef struct {
    Arena *arena;
    const RecapFrom *from;
    const Register *r;
    Recap *out;
    uint8_t *served;
    int32_t *counts;
    RecapUnit *units[RECAP_LEVELS];
    RecapFollow *follows;
    uint32_t follow_count;
    RecapFollowed *followed;
    uint8_t *follow_days;
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
    LawAsk *asks; /* a follow each, of those that hold on the day */
    uint32_t *asked, ask_count;
} RecapDay;

/* The unit that is counted, and where a level adds a person of `own` up: not
 * above it. */
UnitId recap_unit(const Recapping *all);
UnitId recap_added_in(const Recapping *all, RecapLevel level, UnitId own);

/* The clauses by which something follows in the window; ERR_LIMIT past
 * RECAP_FOLLOWS_MOST. */
enum { RECAP_FOLLOWS_MOST = 64 };
MUST_USE bool recap_follow_find(Recapping *all, Err *err);

/* Those that hold on the day; then what each makes of a person's verdict. */
void recap_follow_open(RecapDay *day);
void recap_follow_count(RecapDay *day, const Verdict *v);

/* The sums that a kept table has, in the stead of those counted anew. */
void recap_follow_restore(Arena *arena, const RecapTable *kept, Recap *recap);

/* The name of one of its three numbers in a table: "jam_diakui_x100 SE#1(2)".
 */
Str recap_follow_name(Arena *arena, const Recap *recap, uint32_t follow,
                      uint32_t number);

/* Count the caps of a day whose people are counted. */
void recap_cap_count(RecapDay *day);

/* The hole of a day, if there is one. */
void recap_hole_count(RecapDay *day);
