/* SPDX-License-Identifier: Apache-2.0 */
/*
 * change_proof.h - labels that prove a feasible moved plan the best.
 */
#pragma once

#include "audit/flow.h"
#include "plan/change.h"

/*
 * change_proof_holds - every arc of the days that are left keeps the law of
 * certificate.h with the costs of change.h, labels of seats being chosen here.
 * `net` and `answer` are of the days that are left, the answer is feasible and
 * `flow` is its count.  ERR_INPUT with the first arc that could carry more or
 * less to advantage, ERR_LIMIT when label and cost overflow.
 */
MUST_USE bool change_proof_holds(const Network *net, const PlanChange *change,
                                 const Answer *answer, const Flow *flow,
                                 const ChangeLabel *labels, Err *err);
