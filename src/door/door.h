/* SPDX-License-Identifier: Apache-2.0 */
/*
 * door.h - from a request to its handler: session, token, permission, fields.
 *
 * Pages (web/) and data (api/) stand behind the same door, each with its table
 * of routes.
 */
#pragma once

#include "door/visit.h"
#include "http/server.h"

typedef struct Pace Pace;     /* door/pace.h */
typedef struct Recent Recent; /* door/recent.h */

/* Show a problem as a page; the status is set already. */
typedef void DoorProblem(Visit *visit, const Err *err);

/* A data directory that is served: most often the only one. */
struct DoorHouse {
    Store *store;
    Live *live;
    Accounts *accounts;
};

struct Door {
    const DoorHouse *houses;
    size_t house_count;
    const RouteTable *tables;
    size_t table_count;
    DoorProblem *problem;
    Pace *pace; /* how fast passwords may be tried; NULL: as fast as one can */
    Recent *recent;       /* pages of this minute; NULL: none are kept */
    unsigned patience_ms; /* with the scribe, of what is said; 0: 10 s */
    bool demo; /* a demonstration: people who do not exist may be tried on */
    Str demo_password;  /* of them all, in this process */
    HttpServer *server; /* for /metrics; set once it listens */
};

/* An HttpHandler; the context is a Door. */
void door_handle(void *door, const HttpRequest *request, HttpAnswer *answer);

/* An HttpAtOnce, to sessions that are in memory: pages of this minute that are
 * kept (door/recent.h), and what is said in one fact (door/saying.h); all else
 * is door_handle's. */
HttpAtOnceSays door_at_once(void *door, const HttpRequest *request,
                            HttpAnswer *answer, HttpWait *wait);
