/* SPDX-License-Identifier: Apache-2.0 */
/*
 * audit.h - belief only after checking again.
 *
 * Nothing here knows how rosters are made.  Problem level: an Answer is
 * checked against the Problem and its certificate.  Plan level: a Plan is
 * checked against letters and register, and no Problem is looked at, so that
 * a mistake in putting the question shows as well.
 */
#pragma once

#include "circular/law.h"
#include "plan/capline.h"
#include "plan/plan.h"

/*
 * audit_answer - SOLVED: every bound holds, presence and fairness are what
 * the answer says, and the labels prove that no feasible answer is better.
 * CLASH: the cut is violated.  ERR_INPUT with the first fault otherwise, or
 * ERR_LIMIT when a sum overflows; faults name row, node or post and day by
 * their indices in the problem.  The problem itself is taken on trust: it
 * must be sound (problem_sound).
 * O(rows * days + qualified * days + size), one pass for each kind of vertex.
 */
MUST_USE bool audit_answer(const Problem *problem, const Answer *answer,
                           Arena *scratch, Err *err);

/* What was counted in a plan. */
typedef struct {
    uint64_t open;    /* cells that the letters leave to the roster */
    int64_t seats;    /* of those, in the office */
    int64_t fairness; /* over everybody with such a cell: the square of all
                         office days of the period */
    uint64_t spare;   /* of the seats, those that floors alone bound and that
                         neither floor nor counter would miss: as the letters
                         leave them at home, nobody had to be called */
    uint64_t missed;  /* officers wanting at counters, whom no plan can give */
    const CapLine *caps; /* each cap in each unit where it counts somebody */
    size_t cap_count;
} PlanCount;

/*
 * audit_plan - the plan keeps every hard rule of the letters:
 *
 *   - it holds everybody on every day of its window, as known on its day, and
 *     its seed is that of the letters;
 *   - a cell that the law settles has the law's letter; an open cell is office
 *     or home; the reason of every cell says step, clause, what stands beside
 *     it and the thing that the law gives (in the office to serve: the unit, or
 *     a counter that is open and has the person among its officers);
 *   - every cap holds in every unit on every day.  At most: the number of the
 *     letter, not under its floor; it yields to those whom the law itself puts
 *     there and, where a clause lets it be exceeded, to the counters' need;
 *     those called to the office take nobody's turn, they come on top.
 *     At least: as many, of those whom the law does not keep elsewhere; and
 *     whom nothing but a floor bounds and no other rule has at home is there;
 *   - each counter and field post has its officers, each officer one counter
 *     a day, as far as those that are free to come suffice.
 *
 * Bounds on a person's days in a week or month hold too.  That no plan is
 * better is for audit_answer to say. ERR_INPUT with the first fault by person
 * or unit, day and clause. O(days * people * (clauses + 1)).
 */
MUST_USE bool audit_plan(const Plan *plan, const Corpus *corpus, Arena *scratch,
                         PlanCount *out, Err *err);

/* What was counted of shifts. */
typedef struct {
    uint64_t given; /* person-days in some shift */
    uint32_t
        uneven;    /* people whose shifts of the period differ by more than 1 */
    uint32_t most; /* by how much at most */
} ShiftCount;

/*
 * audit_shifts - `shifts` has a number for each cell of the plan: 1, 2, ... in
 * the order of the letter; 0: none.  Whoever a clause that sets shifts means
 * and whom the plan had in the office when the day began (calls left out) has
 * one of them, nobody else has any; in each unit kerja their sizes differ by at
 * most one each day; and, where its people stay the same ones, no exchange of
 * two people on a day would have been fairer to both by the days before.
 * ERR_INPUT with the first fault.  O(days * people * people of a unit).
 */
MUST_USE bool audit_shifts(const Plan *plan, const Corpus *corpus,
                           const uint8_t *shifts, Arena *scratch,
                           ShiftCount *out, Err *err);
