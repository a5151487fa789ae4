/* SPDX-License-Identifier: Apache-2.0 */
/*
 * roster_file.h - a roster as a file, in the form that its ending asks for.
 *
 *   .csv .tsv   the plan, with its certificate beside it
 *   .xlsx       a sheet of everybody and one of the agencies
 *   .html       an overview, with a page for each agency in a folder beside it
 */
#pragma once

#include "cli/say.h"
#include "cli/summary.h"

/* Is there a form for this ending? */
bool roster_file_known(const char *path);

/* What stands at the path, and beside it, is replaced; ERR_IO. */
MUST_USE bool roster_file_write(const Call *call, const Summary *summary,
                                const char *path, Err *err);
