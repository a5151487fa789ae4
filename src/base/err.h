/* SPDX-License-Identifier: Apache-2.0 */
/*
 * err.h - how a function says "I could not".
 *
 * A function that can fail returns bool and takes Err *err last.
 *   true   every out parameter is set, *err is untouched;
 *   false  *err says why, no out parameter has been touched.
 * Only the place that detects a failure says FAIL(); callers above it may
 * add a line of context with err_in(), then return false in their turn.
 */
#pragma once

#include "base/base.h"

/* name, exit code of the program, HTTP status, what it means */
#define ERR_KINDS(X)                                       \
    X(NONE, 0, 200, "no error")                            \
    X(INPUT, 1, 400, "the input is not well formed")       \
    X(USAGE, 2, 400, "the command was not understood")     \
    X(DENIED, 1, 403, "not permitted")                     \
    X(ABSENT, 1, 404, "not found")                         \
    X(STALE, 3, 409, "changed by somebody else meanwhile") \
    X(LIMIT, 1, 413, "larger than the limit")              \
    X(CLASH, 4, 422, "no roster exists")                   \
    X(BUSY, 3, 503, "no time for it now: once more later") \
    X(FULL, 3, 507, "no room left to store it")            \
    X(IO, 3, 500, "storage or network failed")

typedef enum {
#define X(name, code, http, text) ERR_##name,
    ERR_KINDS(X)
#undef X
} ErrKind;

typedef struct {
    ErrKind kind;
    const char *file; /* C file and line that detected it */
    int line;
    char text[400]; /* one sentence for a person, innermost first; UTF-8 */
    char id[400];   /* the same in Indonesian, where somebody wrote it */
} Err;

/* Record a failure and return false, so that `return FAIL(...)` reads well. */
#define FAIL(err, kind, ...) \
    err_set_at((err), (kind), __FILE__, __LINE__, __VA_ARGS__)

bool err_set_at(Err *err, ErrKind kind, const char *file, int line,
                const char *fmt, ...) PRINTF_LIKE(5, 6);

/* Say it in Indonesian too.  Returns false, as FAIL does. */
bool err_id(Err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Append " while <doing what>" to a recorded failure.  Returns false. */
bool err_in(Err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The HTTP status, and the exit code, a failure of this kind turns into. */
int err_http(ErrKind kind);
int err_exit(ErrKind kind);
