/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sheet.h - a roster as a spreadsheet (XLSX).
 *
 * One sheet of everybody, with coloured letters and a frozen head, and one of
 * the agencies.  Codes and NIPs are text cells; no cell is ever a formula.
 */
#pragma once

#include "cli/say.h"
#include "cli/summary.h"

/* ERR_IO when the file cannot be written. */
MUST_USE bool sheet_write(const Call *call, const Summary *summary,
                          const char *path, Err *err);
