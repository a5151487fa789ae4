/* SPDX-License-Identifier: Apache-2.0 */
/*
 * connection.h - one client, from its first byte to its last.
 *
 *     IDLE -> HEAD -> BODY -> WORKING -> SENDING -> IDLE | LINGERING | closed
 *
 * What it knows is what it has read; the next request of a pipeline waits in
 * `in` until the answer before it has gone, so answers keep the order.
 */
#pragma once

#include "http/exchange.h"
#include "http/peer.h"
#include "http/workers.h"

typedef enum {
    CONNECTION_FREE, /* nobody's */
    CONNECTION_IDLE,
    CONNECTION_HEAD,
    CONNECTION_BODY,
    CONNECTION_WORKING, /* a worker has it, or it is suspended; nothing but
                           `readable` is ours */
    CONNECTION_SENDING,
    CONNECTION_LINGERING /* all is said; the client has yet to close */
} ConnectionStage;

typedef enum {
    STEP_AGAIN,
    STEP_WAIT, /* for the socket, or for a worker */
    STEP_WORK, /* give it to a worker */
    STEP_TURN, /* it has had its turn: others first, then advance it again */
    STEP_CLOSE
} Step;

/* What the thread of the connections brings along. */
typedef struct {
    Door *door;
    Gzip *gzip;
    char *scratch; /* where bytes arrive, of CONNECTION_SCRATCH */
    Buf notes;     /* lines of the log that are not written yet */
    int64_t now_ns;
} Desk;

enum { CONNECTION_SCRATCH = 64 << 10 };

typedef struct {
    Job job; /* first: a worker is given this */
    void *owner;
    int fd;
    ConnectionStage stage;
    bool readable;     /* there may be more to read */
    bool ended;        /* the client has said its last: read on to the end */
    bool queued;       /* it waits for its turn; nothing else may move it */
    unsigned answered; /* in this turn */
    char peer[PEER_TEXT];
    Exchange *exchange;  /* from a whole head to the end of its answer */
    int64_t deadline_ns; /* INT64_MAX while a worker has it; while suspended,
                            when to give up */
    size_t lingered;     /* bytes thrown away */
    /* Bytes that came and are not used yet: in the scratch, or kept. */
    Str in;
    size_t seen; /* as head_end counts */
    Arena *kept;
    char *room;
    size_t room_len;
} Connection;

void connection_begin(Connection *c, int fd, Str peer, const Desk *desk);

/* Go on as far as it goes, or as its turn lasts: any step but AGAIN. */
Step connection_advance(Connection *c, Desk *desk);

/* A worker has done with it, or what it was suspended for is there: AGAIN, it
 * goes on with connection_advance, or WORK. */
Step connection_resume(Connection *c, const Desk *desk);

/* The deadline of a suspended one is past.  True: it is to be resumed; else it
 * will be woken, however late. */
bool connection_give_up(Connection *c);

/* What a worker would have been asked is refused. */
void connection_refuse(Connection *c, const Desk *desk, Refusal why);

/* The deadline is past: 408 where a request was under way, else CLOSE. */
Step connection_expire(Connection *c, Desk *desk);

/* Give back everything; the socket is closed. */
void connection_end(Connection *c, Door *door);
