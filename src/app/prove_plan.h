/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prove_plan.h - use case: belief in a plan, after both proofs.
 *
 * The auditor counts the whole plan again from letters and register, without
 * the question that the roster was asked; then it checks answer and
 * certificate against that question; and both must have counted the caps
 * alike.
 */
#pragma once

#include "audit/audit.h"
#include "roster/demand.h"

/* False, with the auditor's sentence in *err, when anything is not so. */
MUST_USE bool prove_plan(Arena *scratch, const Demand *demand,
                         const Answer *answer, const Plan *plan, Err *err);

/* The auditor's sentence in both languages, by Lang. */
void prove_plan_said(Arena *arena, const Err *err, Str said[2]);
