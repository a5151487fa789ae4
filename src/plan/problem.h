/* SPDX-License-Identifier: Apache-2.0 */
/*
 * problem.h - who may sit in the office on which day: the question.
 *
 * The compiled form of letter and register, without names: a forest of nodes
 * (units that carry a bound), rows (people whose cells are not all settled),
 * posts (counters and field posts with a minimum).  People whose every cell is
 * settled and who serve no post are not rows; their seats were taken off the
 * bounds.  Days are at most 64, so that a row's days are one word.
 *
 * The network that the problem stands for (all flows are integers):
 *
 *   S -> row i                   [0, inf), the t-th seat costs
 *                                2(offset + t) - 1 of fairness; a bound on a
 *                                row's total is the window of all days
 *   row i -> bound (i,w)         [least, most]        windows of days, nested
 *   (innermost) -> seat (i,d)    [1,1] on `must` days, [0,1] on `may` days
 *   seat (i,d) -> post (p,d)     [0,1] if the row is qualified for p
 *   seat (i,d) -> node (n,d)     [0,1], n the row's node
 *   post (p,d) -> node (m,d)     [need, inf), m the post's node
 *   node (n,d) -> parent         [least, most]; a root's parent is T
 *   T -> S                       each seat earns 1 of presence
 *
 * Objective, in strict order: feasible; presence highest; fairness, the sum
 * over rows of (offset + seats)^2, lowest.
 * Invariants: parents come before children; must and may are disjoint; bound
 * windows of one row are laminar (wider ones first) and hold days of the
 * problem only; 0 <= least <= most everywhere (a floor above its own cap is
 * refused by whoever states it: no cut of the network can show it); every
 * array is as long as its count says.
 */
#pragma once

#include "base/buf.h"
#include "base/date.h"
#include "base/err.h"
#include "register/ids.h"

enum { PROBLEM_DAYS = 64 };
#define PROBLEM_FREE INT32_MAX /* no upper bound */

/*
 * Why a bound is there, for the reader of a clash: the clause as an index into
 * the corpus (NO_INDEX: not from a letter) and the number that it limits.
 */
typedef struct {
    uint32_t clause;
    int32_t stated;  /* the bound as the letter gives it, before seats of
                        settled people were taken off */
    int32_t settled; /* seats taken by settled people */
    int32_t base;    /* people of whom a share was taken; 0: a head-count */
} BoundWhy;

typedef struct {
    uint32_t parent; /* index of a node before this one; NO_INDEX: a root */
    UnitId unit;
    const int32_t *least, *most; /* per day: seats of rows in the subtree */
    const BoundWhy *why;         /* per day, of `most` */
    const BoundWhy *why_least;   /* per day, or NULL when least is all 0 */
} ProblemNode;

typedef struct {
    uint64_t days; /* the window, as bits */
    int32_t least, most;
    uint32_t clause;
} RowBound;

typedef struct {
    PersonId person;
    uint32_t node;
    uint64_t must, may; /* bit d: day d of the problem */
    int32_t offset;     /* office days that count for fairness already, >= 0 */
    const RowBound *bounds; /* wider windows first; laminar; may be none */
    uint32_t bound_count;
} ProblemRow;

typedef struct {
    CounterId counter;
    uint32_t node;
    const int32_t *need;  /* per day */
    const uint32_t *rows; /* qualified rows, ascending */
    uint32_t row_count;
} ProblemPost;

typedef struct {
    const Date *days; /* ascending */
    uint32_t day_count;
    const ProblemNode *nodes;
    uint32_t node_count;
    const ProblemRow *rows;
    uint32_t row_count;
    const ProblemPost *posts;
    uint32_t post_count;
    uint64_t seed; /* of the published offset: nobody is always first */
} Problem;

/*
 * problem_sound - the invariants above hold; ERR_INPUT with the first breach
 * otherwise (bounds that are not nested name the row and both windows).
 * O(size).
 */
MUST_USE bool problem_sound(const Problem *problem, Err *err);

/*
 * A documented text form, so that instances from elsewhere can be run and
 * failing ones kept: see problem_file.c for the grammar.  Reading checks
 * problem_sound.
 */
void problem_write(const Problem *problem, Buf *out);
MUST_USE bool problem_read(Arena *arena, Str text, Problem *out, Err *err);
