/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verdict.h - is there a roster at all?  Without making the best one.
 */
#pragma once

#include "plan/certificate.h"

/*
 * verdict_of - *solvable; when it is not, *clash is the violated cut.  As
 * roster_solve, but it ends as soon as the flow is feasible.
 */
MUST_USE bool verdict_of(Arena *arena, const Problem *problem, bool *solvable,
                         Certificate *clash, Err *err);
