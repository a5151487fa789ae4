/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_mend.h - use case: what is broken on a day of the plan as the draft
 * would have it, and the ways to mend it (offer_repairs.h).
 */
#pragma once

#include "app/draft_change.h"
#include "app/offer_repairs.h"

typedef struct {
    RepairBoard *board; /* NULL: no plan holds the day */
    Broken broken[BROKEN_MOST];
    uint32_t count;
} DraftBroken;

/* Of the whole government; as repair_board_open. */
MUST_USE bool draft_broken(Arena *arena, LiveView *view, const Draft *draft,
                           Date day, DraftBroken *out, Err *err);
