/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_part.h - between the rooms of unit_now.
 *
 *   unit_facts.c     the facts of a unit's day, and of the day before
 *   unit_now.c       caps, counters, who is there
 *   unit_requests.c  what waits for a word
 *   unit_recalls.c   who is called, and who has answered
 */
#pragma once

#include "app/access.h"
#include "app/unit_now.h"

/* Facts of the people and units of a day, as a book. */
typedef struct {
    UnitId top;  /* people of everything below it are known: the unit asked
                    for, or one above it in which a cap of it counts */
    Window days; /* of which the people's facts are read */
    const DayBook *book;
    Instant now;
} UnitBook;

MUST_USE bool unit_facts_book(Arena *arena, LiveView *view, UnitId unit,
                              Window days, UnitBook *out, Err *err);

void unit_requests_tell(Arena *arena, LiveView *view, UnitId unit,
                        PersonId head, UnitNow *out);

void unit_recalls_tell(Arena *arena, LiveView *view, UnitId unit, UnitNow *out);
