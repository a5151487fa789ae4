/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crowd.h - clients at a door: so many connections, each asks, waits for its
 * whole answer, and asks the next thing that nobody has asked yet.
 *
 * One thread, epoll.  Requests are whole texts, made before the clock starts;
 * of answers the status and the length are kept.
 */
#pragma once

#include "base/str.h"

typedef struct {
    Str address; /* "127.0.0.1:8180" or "unix:/path" */
    unsigned connections;
    const Str *requests;
    size_t count;
    size_t all; /* asked in turns until so many are answered; 0: count */
} CrowdWish;

typedef struct {
    double seconds;   /* from the first byte to the last */
    double *ms;       /* by request: until its last byte was here */
    uint16_t *status; /* by request; 0: no answer */
    size_t answered;
    uint64_t bytes; /* of answers */
} Crowd;

/* Memory is the arena's.  A connection that breaks asks no more; what nobody
 * is left to ask has the status 0.  False: it could not be connected. */
bool crowd_run(Arena *arena, const CrowdWish *wish, Crowd *out);

/* How many have that status. */
size_t crowd_count(const Crowd *crowd, unsigned status);

/* The value below which so many of a hundred lie; sorts a copy. */
double crowd_percentile(Arena *arena, const Crowd *crowd, double percent);

/* One request on a connection of its own, and its whole answer; "" if none. */
Str crowd_ask(Arena *arena, Str address, Str request);
