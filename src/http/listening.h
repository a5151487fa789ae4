/* SPDX-License-Identifier: Apache-2.0 */
/*
 * listening.h - the socket that connections come to.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

typedef struct {
    int fd;
    bool local;       /* a Unix socket: only our own proxy reaches it */
    const char *path; /* of it; NULL otherwise */
    Str address;      /* as told, with the port that was given for ":0" */
} Listening;

/*
 * listening_open - "127.0.0.1:8080", "[::1]:8080" or "unix:/run/tk.sock".
 *
 * ERR_INPUT: no such address, or not the loopback without `anywhere`.  ERR_IO:
 * the world refused, or a living process listens there.  The socket file of a
 * dead one is replaced; the new one has mode 0660.
 */
MUST_USE bool listening_open(Arena *arena, Str where, bool anywhere,
                             Listening *out, Err *err);
void listening_close(Listening *listening);
