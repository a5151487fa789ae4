/* SPDX-License-Identifier: Apache-2.0 */
/*
 * change_left.h - the change without its history: what is still to be asked.
 */
#pragma once

#include "audit/network.h"
#include "plan/change.h"

/* The problem of the days that are not frozen: plan/change.h.  O(size). */
Problem change_left(const PlanChange *change, Arena *scratch);

/*
 * change_left_answer - the answer to that problem that lies in a SOLVED answer
 * to the change.  ERR_INPUT when a frozen day is not as it was published.
 */
MUST_USE bool change_left_answer(const PlanChange *change,
                                 const ChangeAnswer *answer, Arena *scratch,
                                 Answer *out, Err *err);
