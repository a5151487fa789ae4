/* SPDX-License-Identifier: Apache-2.0 */
/*
 * retain.h - use case: facts whose time is over are erased, with proof.
 *
 * A fact's letter is each that is in force on its day (on the last of its
 * days); its time runs from the latest end of these, or from the day itself
 * when no letter is in force.  Under a letter without an end nothing is
 * erased.  How many days a kind is kept stands in retain.def.  Each erasure is
 * a fact ERASE; the chain still verifies.
 *
 * It says of whose days the record was, where verdicts rest on such, and not
 * of which kind it was: that somebody had a mark, or was ill, is gone too.
 * Accounts of people who have left go too (account_erase.h).
 * What answers a record is of that record's days (docs/day.md, section 2).
 */
#pragma once

#include "app/record.h"

/* Days that facts of this kind are kept; -1: always. */
int retain_days(FactKind kind);
/* Why facts of this kind are always kept; NULL: they are not. */
const char *retain_why_kept(FactKind kind);

typedef struct {
    Str actor;
    bool dry; /* only look: nothing is erased */
} RetainWish;

typedef struct {
    uint64_t looked_at;
    uint64_t over;                     /* erased, or (dry) to be erased */
    uint64_t by_kind[FACT_KIND_COUNT]; /* of those */
    uint64_t accounts; /* of people who have left, erased too (or to be) */
} Retained;

/*
 * retain_run - as of world->today, by the actor (ERR_DENIED unless an
 * administrator or the system).  Goes in pieces, each whole and so small
 * that whoever writes meanwhile waits well under a second; a second run does
 * what is left, and then nothing.
 */
MUST_USE bool retain_run(Arena *arena, const RecordWorld *world,
                         const RetainWish *wish, Retained *out, Err *err);
