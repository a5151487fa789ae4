/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cli_run.h - the program as a user calls it, each call in its own process.
 */
#pragma once

#include "base/str.h"

typedef struct {
    int code;
    Str out, err;
} Ran;

/*
 * The words of the line, parted by single blanks; "~" is a blank in a word,
 * and "@" at its start the folder of the test.
 */
Ran cli_run(const char *line);

/* The same of a line made as printf makes it, of less than 512 bytes. */
Ran cli_runf(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* Until the end of the test. */
Arena *cli_memory(void);

/* A file of the test's folder: its path, what it holds (nothing when it is not
 * there), and writing it. */
const char *cli_path(const char *name);
Str cli_content(const char *name);
void cli_put(const char *name, const char *text);
