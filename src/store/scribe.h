/*
 * scribe.h - the one thread that writes.
 *
 * It takes all that waits, up to SCRIBE_BATCH, into one transaction, commits
 * once, and answers then and only then.  A refused intent is rolled back
 * alone.  A sender alone is served at once; under load the next batch gathers
 * while one is being synced.  Those who wait wake each other, as a tree, so
 * that the scribe goes on at once.
 */
#pragma once

#include "store/commit.h"

#include <semaphore.h>

enum { SCRIBE_BATCH = 1024, SCRIBE_PATIENCE_SECONDS = 10 };

typedef struct Scribe Scribe;
typedef struct Pending Pending;

/* What a sender puts into the queue; it lives with the sender, who waits. */
struct Pending {
    Pending *next;
    Pending *wakes[2];    /* who is woken by this one */
    const Intent *intent; /* or NULL: a beat */
    const Prepared *prepared;
    Instant beat;
    bool stopping;
    bool taken, refused, fine; /* of the scribe */
    Entry entry;
    Receipt receipt;
    Err err;
    sem_t answered;
};

MUST_USE bool scribe_open(Store *store, Db *db, Scribe **out, Err *err);
/* Writes what waits, then ends its thread and closes its connection. */
void scribe_close(Scribe *scribe);

/*
 * scribe_serve - queue it and wait for the answer; false with *err.
 *
 * After SCRIBE_PATIENCE_SECONDS in the queue untaken: ERR_LIMIT, nothing was
 * written.  Once taken it is answered, whatever that takes.
 */
MUST_USE bool scribe_serve(Scribe *scribe, Pending *pending, Err *err);

/* The connection with the open transaction, when called from within a guard;
 * else NULL. */
Db *scribe_view(Scribe *scribe);
/* Has this store been told that we are here, and not yet that we go? */
bool scribe_has_beaten(Scribe *scribe);
