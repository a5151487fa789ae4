/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_fill.h - use case: a draft made by the program: the days to come of a
 * unit as a pattern of groups, or the exact roster, would have them.
 *
 * The roster of the whole government is solved so that every rule holds; of it
 * the unit's cells are laid into the draft, where they differ from what is
 * published.
 */
#pragma once

#include "app/draft_change.h"

typedef enum {
    DRAFT_FILL_FREE, /* as even as the letters allow */
    DRAFT_FILL_DAYS, /* groups on alternate days */
    DRAFT_FILL_WEEKS /* groups on alternate weeks */
} DraftFillKind;

typedef struct {
    DraftFillKind kind;
    uint32_t groups; /* 2 to PATTERN_GROUPS; not of FREE */
    bool keep_hand;  /* cells fixed by hand, and those of the draft, stay */
} DraftFill;

/* *said is set, by Lang, when there is no such roster (ERR_CLASH): the smallest
 * clash, or why no groups can be formed. */
MUST_USE bool draft_fill(Arena *arena, LiveView *view, const DraftWish *wish,
                         const DraftFill *fill, Draft *draft, DraftDone *out,
                         Err *err);
