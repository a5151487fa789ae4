/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_change.h - use case: a head changes cells of a month's draft.
 *
 * Only days to come, only people over whom the actor may (access case
 * DEVIATE).  A fixed day stands only where the law leaves the day to the
 * roster; a deviation, with its reason, wherever somebody is expected in the
 * office, at home or in the field.  What is not possible is refused cell by
 * cell, with the rule; the others are changed.
 */
#pragma once

#include "app/draft_keep.h"

typedef enum {
    DRAFT_CHANGED,  /* kept; perhaps some cells were refused */
    DRAFT_SAME,     /* nothing to change */
    DRAFT_OVERTAKEN /* somebody else changed the draft since the version that
                       was seen: nothing is changed, `others` tells what */
} DraftOutcome;

typedef struct {
    DraftCell cell;
    Str said[2]; /* by Lang: why not */
} DraftRefusal;

typedef struct {
    DraftOutcome outcome;
    VEC(DraftRefusal) refused;
    VEC(DraftCell) others; /* cells of somebody else, as they stand */
    Str other;             /* who, by code; the last of them */
} DraftDone;

typedef struct {
    UnitId unit;
    Window month;
    Str actor;
    Channel channel;
    bool sees;     /* `seen` is given */
    uint32_t seen; /* the version that the actor has seen */
} DraftWish;

typedef struct {
    const DraftCell *at;
    size_t count;
} DraftCells;

/*
 * draft_change - lay cells into the draft and keep it.  *draft is as it stands
 * then, whatever the outcome.  A cell that comes to what is published is taken
 * out of the draft.
 */
MUST_USE bool draft_change(Arena *arena, const LiveView *view,
                           const DraftWish *wish, DraftCells cells,
                           Draft *draft, DraftDone *out, Err *err);

/* The actor's last step back, or up again. */
MUST_USE bool draft_turn_back(Arena *arena, const LiveView *view,
                              const DraftWish *wish, bool redo, Draft *draft,
                              DraftDone *out, Err *err);

/* Throw it away. */
MUST_USE bool draft_discard(Arena *arena, const LiveView *view,
                            const DraftWish *wish, Err *err);

/* ---- may a cell be so? --------------------------------------------------- */

typedef struct {
    Arena *arena;
    const LiveView *view;
    Window month;
    Str actor;
    LawDay *law[DRAFT_DAYS];     /* made when first asked for */
    const Fact *const *recorded; /* fixed days and deviations that stand */
    size_t recorded_count;
    PersonId asked; /* of whom it was asked last whether they are the actor's */
    bool theirs;
} DraftLaw;

DraftLaw draft_law(Arena *arena, const LiveView *view, Window month, Str actor);
const LawDay *draft_law_day(DraftLaw *law, Date day);

/* The place that holds now: of a deviation that was recorded, else the law's,
 * else the plan's, else (no plan holds the day) where it was fixed; '-' none.
 */
char draft_now(DraftLaw *law, PersonId person, Date day);

/* May the actor set days of the person at all? */
bool draft_is_theirs(DraftLaw *law, PersonId person);

/* May the actor have the cell so?  False: said[] is why not. */
bool draft_allows(DraftLaw *law, const DraftCell *cell, Str said[2]);
