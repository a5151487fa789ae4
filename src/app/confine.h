/* SPDX-License-Identifier: Apache-2.0 */
/*
 * confine.h - untrusted files are opened by a child that can do nothing else.
 *
 * The child has nothing open but the pipe to us and cannot open anything, 1 GiB
 * of memory beside what it was born with, 20 seconds, and a list of system
 * calls that ends at memory and that pipe.  It is a copy of us, and could read
 * what we remember; but what it sends back is text, parsed here like any other.
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

/* From here on the process is that child, and has nothing open but `pipe`;
 * false when it cannot be (it must end then). */
MUST_USE bool confine(int pipe);
