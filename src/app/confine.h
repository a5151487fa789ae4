/* SPDX-License-Identifier: Apache-2.0 */
/*
 * confine.h - untrusted files are opened by a child that can do nothing else.
 *
 * The child has no file to open or to write, 1 GiB of memory, 20 seconds, and
 * a list of system calls that ends at memory and the pipe to us.  What it
 * sends back is text, which is parsed here like any other.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

/*
 * confine_sheet - the first sheet of a spreadsheet as a CSV text, its rows on
 * the lines that they have in the sheet.  ERR_INPUT or ERR_LIMIT with what
 * xlsx_read said, or when the child came to an untimely end.
 */
MUST_USE bool confine_sheet(Arena *arena, Str xlsx, Str *csv, Err *err);
