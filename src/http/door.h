/* SPDX-License-Identifier: Apache-2.0 */
/*
 * door.h - what all threads of a server share.
 *
 * The wish never changes once the first thread runs; the rest is atomic or has
 * a lock.
 */
#pragma once

#include "http/budget.h"
#include "http/counts.h"
#include "http/server.h"

#include <pthread.h>

enum { DOOR_PEERS = 1 << 14 };

typedef struct {
    HttpWish wish; /* with its defaults */
    Counts counts;
    atomic_uint_least64_t numbers; /* of requests, given so far */
    atomic_bool closing;
    atomic_int_least64_t
        close_by_ns; /* when clients are no longer waited for */

    /* Connections by a hash of the peer.  Two peers may share a count; nobody
     * can choose with whom. */
    unsigned char secret[BUDGET_SECRET];
    atomic_uint peers[DOOR_PEERS];

    pthread_mutex_t lock; /* of the budget */
    Budget *budget;
} Door;

void door_init(Door *door, Arena *arena, const HttpWish *wish, bool local);
void door_done(Door *door);

/* Another connection of that peer; false, and none, if it has its share. */
MUST_USE bool door_admit(Door *door, Str peer);
void door_leave(Door *door, Str peer);

/* May that peer ask once more, now? */
MUST_USE bool door_allows(Door *door, Str peer, int64_t now_ns);

/* Room for so many more bytes of bodies; false, and none, past the limit. */
MUST_USE bool door_hold(Door *door, size_t bytes);
void door_release(Door *door, size_t bytes);
