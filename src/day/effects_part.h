/* SPDX-License-Identifier: Apache-2.0 */
/*
 * effects_part.h - the workshop of effects.c and its room.
 *
 *   effects.c       the rows of the register that facts stand for
 *   effects_said.c  facts as corrections and decisions have left them
 */
#pragma once

#include "day/effects.h"

/* A fact as it stands after corrections (docs/day.md, section 2). */
typedef struct {
    const Fact *fact;
    Str word;
    bool corrected, out;
} Said;

typedef struct {
    Said *by_id;     /* each fact once */
    Said **by_about; /* then in the order of the thread */
    size_t count;
} AllSaid;

AllSaid effects_gather(Arena *arena, const Fact *facts, size_t count);

/* The last fact of the kind about the id that stands; or NULL. */
const Said *effects_last_about(const AllSaid *all, FactKind kind, FactId id);

/* The last decision about the request, when it is `setuju`; else NULL. */
const Said *effects_approval(const AllSaid *all, FactId id);
