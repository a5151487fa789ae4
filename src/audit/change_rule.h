/* SPDX-License-Identifier: Apache-2.0 */
/*
 * change_rule.h - a moved plan is as it should be, and none moves less.
 *
 * Knows nothing of how it was found: only plan/change.h and the answer.
 */
#pragma once

#include "plan/change.h"

/*
 * change_rule_holds - SOLVED: frozen days are as published; every bound holds
 * on the other days; changed, presence and fairness are what the answer says;
 * and the labels prove that no answer is better.  CLASH: the cut is violated
 * by the days that are left.  ERR_INPUT with the first fault otherwise (row,
 * node or post and day by their indices), ERR_LIMIT when a sum overflows.
 *
 * The change is taken on trust: its problem is sound, its published duties are
 * in order.  O(rows * days + qualified * days + size).
 */
MUST_USE bool change_rule_holds(const PlanChange *change,
                                const ChangeAnswer *answer, Arena *scratch,
                                Err *err);
