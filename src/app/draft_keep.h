/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_keep.h - drafts as kept records: "UNIT|2020-08" says version and how
 * many parts there are, "UNIT|2020-08|1" and so on hold the text in pieces,
 * each behind the version that it is of.
 */
#pragma once

#include "app/draft.h"

/*
 * draft_open - the draft of a unit's month as it is kept; version 0 when there
 * is none.  Read while somebody writes, it is one version or the other.
 */
MUST_USE bool draft_open(Arena *arena, const LiveView *view, UnitId unit,
                         Window month, Draft *out, Err *err);

/* What brings the kept records to where the draft stands; a draft without
 * cells and steps is taken away. */
typedef struct {
    const KeepPut *at;
    uint32_t count;
} DraftKeeps;

DraftKeeps draft_keeps(const Draft *draft, const Register *r);

/* Of a draft that is to go. */
DraftKeeps draft_keeps_none(const Draft *draft, const Register *r);

/* Is the version that is kept still the one that was read?  For the guard of
 * an intent (its context is a DraftSeen); ERR_STALE when it is not. */
typedef struct {
    Arena *arena;
    Str government, key;
    uint32_t version;
} DraftSeen;

DraftSeen draft_seen(Arena *arena, const LiveView *view, const Draft *draft,
                     uint32_t version);
bool draft_seen_holds(Store *store, void *seen, Err *err);
