/* SPDX-License-Identifier: Apache-2.0 */
/*
 * optimal.h - labels that prove a feasible answer the best.
 */
#pragma once

#include "audit/flow.h"

/*
 * optimal_proved - every arc of the network keeps the law of certificate.h,
 * labels of seats being chosen here.  The answer is feasible and `flow` is its
 * count.  ERR_INPUT with the first arc that could carry more or less to
 * advantage, ERR_LIMIT when label and cost overflow.
 */
MUST_USE bool optimal_proved(const Network *net, const Answer *answer,
                             const Flow *flow, Err *err);
