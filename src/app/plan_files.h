/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_files.h - a plan as two files: the table, and what proves it beside it.
 *
 * "out/kotim.csv" has its certificate in "out/kotim.cert"; so has a .tsv.
 */
#pragma once

#include "app/office.h"
#include "plan/plan.h"

/* The path of the certificate of a table's path. */
const char *plan_files_cert(Arena *arena, const char *path);

/* Both, for this office (ERR_INPUT for another ending); *answer holds labels
 * and duties (see plan_read). */
MUST_USE bool plan_files_read(Office *office, const char *path, Plan *plan,
                              Answer *answer, Err *err);
