/* SPDX-License-Identifier: Apache-2.0 */
/*
 * moved_world.h - a whole government whose plan is published, for tests of
 * what happens to it.
 */
#pragma once

#include "app/move_session.h"
#include "base/rand.h"

typedef struct {
    Arena *arena;
    Office office;
    RosterMade made;
    Plan plan; /* as published */
} MovedWorld;

Date moved_date(const char *text); /* "2020-08-03" */

/* Four weeks of balikpapan, three of kotim; solved and proved, or the tests
 * end here. */
MovedWorld *moved_balikpapan(Arena *arena);
MovedWorld *moved_kotim(Arena *arena);

typedef MovedWorld *MovedOpen(Arena *arena);

/* move_plan; expects that it is put and proved. */
MovedPlan *moved_by(MovedWorld *w, const Plan *before, Date now,
                    const PlanPin *pins, size_t count);

/* The event, then the move; expects that only listed cells differ, none of
 * them past, and that undoing gives the old files. */
MovedPlan *moved_after(MovedWorld *w, const Plan *before,
                       const MoveEvent *event);

bool moved_same_cells(const Plan *a, const Plan *b);
bool moved_same_files(MovedWorld *w, const Plan *a, const Plan *b);
bool moved_undo_gives_back(MovedWorld *w, const Plan *before,
                           const MovedPlan *m);
bool moved_only_listed(const Plan *before, const MovedPlan *m, Date now);

/* Changed cells that the roster made, not the event. */
size_t moved_consequences(const MovedPlan *m);

/* What somebody is told for; zeroes: nothing. */
PlanTold moved_notice_of(const MovedPlan *m, uint32_t person);

/* The first person from `from` on whose cell on the day has the letter, by
 * turn; CHECKs that there is one. */
uint32_t moved_in_turn(const Plan *plan, uint32_t from, uint32_t day,
                       char letter);

/* Any kind of event, about anybody, from that day of the plan on. */
MoveEvent moved_any_event(const MovedWorld *w, Rand *rand, uint32_t day);
