/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_publish.h - use case: a draft is looked at, then becomes facts.
 *
 * A fixed cell becomes a fact PIN, a deviation a fact DEVIATION; all of them,
 * and the end of the draft, are one intent: whole or not at all.  The
 * published plan then follows (follow_plan.h) with the fewest further changes.
 * What will come of that is told beforehand by the same solver.
 */
#pragma once

#include "app/draft_change.h"
#include "app/offer_repairs.h"

/* A cell that will change, of the draft or as a consequence. */
typedef struct {
    PersonId person;
    Date day;
    char from, to;
    bool own; /* in the draft */
} DraftMove;

/* A fixed cell with which no plan keeps the rules. */
typedef struct {
    DraftCell cell;
    Str said[2]; /* by Lang: the rules against it */
} DraftBad;

typedef struct {
    VEC(DraftMove) moves;
    VEC(DraftBad) bad;      /* then nothing may be published */
    VEC(DraftCell) asides;  /* deviations, with reasons */
    VEC(DraftCell) lapsed;  /* that cannot hold any more: left out */
    size_t pins;            /* fixed cells */
    size_t bare;            /* of those, on days that no plan holds yet */
    size_t told;            /* people who will be told of their days */
    bool clash;             /* no plan keeps the rules even without the draft */
    const RosterMade *made; /* of the clash */
    Repairs ways;           /* out of it, cheapest first */
    Plan plan;              /* that is moved, as it will be; of `of` */
    const Published *of;    /* NULL: nothing moves */
} DraftTry;

/* O(people * days), and what replan_solve searches; once for each published
 * plan that has cells of the draft. */
MUST_USE bool draft_try(Arena *arena, LiveView *view, const Draft *draft,
                        Str actor, DraftTry *out, Err *err);

typedef struct {
    Instant received;
    uint32_t pins, asides; /* facts written */
    bool again;            /* it was published before */
} DraftPublished;

/*
 * draft_publish - `id` names what is published: sent twice, it is once.
 * ERR_STALE when the draft was changed since the version that was seen, or
 * the id is another fact's;
 * ERR_ABSENT when there is nothing to publish.  Cells of people over whom the
 * actor may not, and what cannot hold any more, are left out; the former stay
 * in the draft.  Whether a plan keeps the rules is for draft_try to say.
 */
MUST_USE bool draft_publish(Arena *arena, LiveView *view, const DraftWish *wish,
                            FactId id, DraftPublished *out, Err *err);

/* The facts that publishing would write, and what is left out. */
typedef struct {
    VEC(Fact) facts;
    VEC(DraftCell) fixed, asides, lapsed, others;
} DraftFacts;

DraftFacts draft_facts(Arena *arena, const LiveView *view, const Draft *draft,
                       Str actor, FactId id);
