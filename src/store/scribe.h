/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scribe.h - the one thread that writes.
 *
 * It takes all that waits, up to QUEUE_BATCH, into one transaction, commits
 * once, and answers then and only then.  A refused intent is rolled back
 * alone.  A sender alone is served at once; under load the next batch gathers
 * while one is being synced.
 */
#pragma once

#include "store/queue.h"

typedef struct Scribe Scribe;

MUST_USE bool scribe_open(Store *store, Db *db, Scribe **out, Err *err);
/* Writes what waits, then ends its thread and closes its connection. */
void scribe_close(Scribe *scribe);

/*
 * scribe_serve - queue it and wait for the answer; false with *err.
 *
 * After QUEUE_PATIENCE_SECONDS in the queue untaken: ERR_BUSY, nothing was
 * written.  Once taken it is answered, whatever that takes.
 */
MUST_USE bool scribe_serve(Scribe *scribe, Pending *pending, Err *err);

/* The same without waiting: its `done` is called once, by the scribe's thread,
 * when the answer is in it. */
void scribe_send(Scribe *scribe, Pending *pending);
/* Out of the queue again, answered with ERR_BUSY: `done` is not called.  False
 * when the scribe has it: then it is. */
bool scribe_withdraw(Scribe *scribe, Pending *pending);

/* The connection with the open transaction, when called from within a guard;
 * else NULL. */
Db *scribe_view(Scribe *scribe);
/* Nobody writes at the moment: what its connection remembers of the file is let
 * go, on its own thread. */
void scribe_rest(Scribe *scribe);
/* Has this store been told that we are here, and not yet that we go? */
bool scribe_has_beaten(Scribe *scribe);
