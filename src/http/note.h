/* SPDX-License-Identifier: Apache-2.0 */
/*
 * note.h - the line that the log keeps of a request.
 *
 * { "time": "2020-08-03T07:15:00.250Z", "number": 17, "method": "GET",
 *  "path": "/", "status": 200, "ms": 3, "bytes": 5120,
 *  "peer": "10.1.2.0/24"}, in one line; and
 * "refused": "HOST_TWICE" where no handler saw it, "cause": "cannot read '...'
 * (file.c:32)" where it failed inside.  No query, no full address, and of the
 * path what HttpAnswer.noted says.
 * Lines stand in the order in which threads write them, a round of events at a
 * time: `number` and `time` tell the order of the requests.
 */
#pragma once

#include "base/buf.h"
#include "base/zone.h"
#include "http/refuse.h"

#include <stdio.h>

typedef struct {
    uint64_t number;
    Str method, path, peer; /* the whole address; it is masked here */
    Str cause;
    int status;
    int64_t ms;
    size_t bytes;
    Refusal refused;
} Note;

void note_put(Buf *notes, Instant at, const Note *note);

/* In one call, so that lines of several threads never mix; then there are none
 * any more. */
void note_write(Buf *notes, FILE *log);
