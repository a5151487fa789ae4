/*
 * audit.h - belief only after checking again.
 *
 * Nothing here knows how rosters are made.  Problem level: an Answer is
 * checked against the Problem and its certificate.
 */
#pragma once

#include "plan/certificate.h"

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
