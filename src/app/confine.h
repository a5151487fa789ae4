/* SPDX-License-Identifier: Apache-2.0 */
/*
 * confine.h - untrusted files are opened by a child that can do nothing else.
 *
 * The child has nothing open but the pipe to us and cannot open anything (by
 * Landlock too, where the kernel has it), 1 GiB of memory beside what it was
 * born with, 20 seconds, and a list of system calls that ends at memory and
 * that pipe.  It is a copy of us, and could read what we remember; but what it
 * sends back is parsed here like anything else.
 *
 * Tables as text (CSV) are read where they are put in: the child could hand on
 * no other text than a CSV, which would be read here all the same.
 */
#pragma once

#include "app/clean_file.h"

/*
 * confine_sheet - the first sheet of a spreadsheet as a CSV text, its rows on
 * the lines that they have in the sheet.  ERR_INPUT or ERR_LIMIT with what
 * xlsx_read said, or when the child came to an untimely end.
 */
MUST_USE bool confine_sheet(Arena *arena, Str xlsx, Str *csv, Err *err);

/* clean_file of what somebody handed in; never longer than it was.  ERR_INPUT
 * as clean_file said, ERR_LIMIT as above.  A fork: 2 ms, and 2 more
 * for each 100 MB that the process holds. */
MUST_USE bool confine_file(Arena *arena, Str bytes, CleanFile *out, Err *err);

/* From here on the process opens no file by its name; false where the kernel
 * has no Landlock. */
bool confine_files(void);

/* From here on the process is that child, and has nothing open but `pipe`;
 * false when it cannot be (it must end then). */
MUST_USE bool confine(int pipe);
