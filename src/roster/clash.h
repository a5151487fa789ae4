/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clash.h - why no roster exists: the smallest clash and ways out of it.
 *
 * Data only: indices of the problem and numbers, from which sentences are
 * made elsewhere.  A clash is a handful of demands that no roster can meet
 * together; without any one of them a roster of the others exists.
 *
 *   "unit X: cap 17 on each of days 3-7 (clause 2), of which 4 heads (clause
 *   1); 69 person-weeks need a day (clause 5), the caps leave 65: short by 4"
 *
 * has the demands CAP of clause 2 (one bound, five days, amount 65) and
 * LEAST of clause 5 (69 bounds, amount 69), asked 69, left 65.
 */
#pragma once

#include "plan/certificate.h"

/* name, what a bound of the kind says, what one of its ways out is */
#define CLASH_KINDS(X)                                                       \
    X(CAP, "at most so many seats of a node on a day", "raise the cap")      \
    X(FLOOR, "at least so many seats of a node on a day", "lower the floor") \
    X(NEED, "at least so many people at a post on a day", "lower the need")  \
    X(LEAST, "at least so many days of a row in a window", "exempt people")  \
    X(MOST, "at most so many days of a row in a window", "raise the most")   \
    X(MUST, "a row must be in the office on a day", "release people")

typedef enum {
#define X(name, says, way) CLASH_##name,
    CLASH_KINDS(X)
#undef X
} ClashKind;

/* One bound of the cut, its days together. */
typedef struct {
    uint32_t at;    /* node (CAP, FLOOR), post (NEED) or row */
    uint64_t days;  /* the days of it that count; the window of LEAST, MOST */
    int64_t amount; /* its sum over those days */
} ClashBound;

/*
 * What stands or falls together: all CAP, FLOOR, LEAST or MOST of one clause,
 * NEED of one post, all MUST.  CAP and FLOOR of no clause stand node by node;
 * where that and the posts would make more than twelve demands, those of no
 * clause stand together kind by kind.
 */
typedef struct {
    ClashKind kind;
    uint32_t clause; /* NO_INDEX: not from a letter; always so of NEED, MUST */
    const ClashBound *bounds; /* by `at`, then first day */
    uint32_t bound_count;
    uint32_t places; /* different nodes, posts or rows among them */
    uint64_t days;   /* of all of them */
    int64_t amount;  /* sum */

    /* The way out that changes this demand alone, all else as in the clash.
     * By CAP, FLOOR, NEED, MOST: change each bound by `by` on `by_days`; of
     * these, no day can be left out.  By LEAST, MUST: free `by` people, here
     * listed; fewest when the people are alike, else found greedily. */
    int64_t by;
    uint64_t by_days;
    const uint32_t *people; /* rows; LEAST and MUST only */
    int64_t
        cost; /* seats (or needs) changed over all bounds and days; people */
} ClashDemand;

typedef struct {
    const ClashDemand *demands; /* cheapest way out first */
    uint32_t demand_count;
    /* asked = sum of FLOOR, NEED, LEAST and MUST; left = sum of CAP and MOST,
     * and the person-days there are at all.  Short by asked - left > 0. */
    int64_t asked, left;
    int64_t person_days;
} Clash;

/*
 * clash_shrink - from the cut of a CLASH to the smallest clash.  Bounds
 * outside the cut are let go; then demand after demand is let go, and kept
 * only if a roster exists without it.  Costs a solve of one group for each
 * demand and about log(people) + days for each way out.  Other groups may
 * clash as well; solve again after a change.
 */
MUST_USE bool clash_shrink(Arena *arena, const Problem *problem,
                           const Answer *answer, Clash *out, Err *err);
