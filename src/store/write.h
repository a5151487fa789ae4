/* SPDX-License-Identifier: Apache-2.0 */
/*
 * write.h - one intent, inside the scribe's transaction: known already,
 * refused, or written.
 */
#pragma once

#include "store/document.h"
#include "store/ledger.h"
#include "store/row.h"

/* What the scribe holds while a transaction is open. */
typedef struct {
    Db *db;
    Arena *perm; /* for the codes of new governments */
    Arena *tmp;  /* of this batch, or of a stretch of it */
    Arena *batch;
    const RowCodec *codec;
    const JournalKeys *keys;
    Ledgers *ledgers;
    Instant now;
    Store *store;             /* for guards */
    bool erased;              /* something was: the log is to be emptied soon */
    bool gap;                 /* an outage was noted, on whichever days */
    bool dirty;               /* this intent has written something */
    bool saved;               /* and there is a savepoint to go back to */
    VEC(const char *) doomed; /* files that go once it is committed */
} Writing;

/* What a Receipt is made of, once the commit is done. */
typedef struct {
    FactId id;
    uint64_t number;
    Instant received;
    Digest commitment;
    bool again;
} Entry;

/* What needs no database: codes, facts, documents.  By any thread. */
MUST_USE bool write_check(const Intent *intent, Err *err);
/* And what of its facts' commitments can be made before: one a fact, in the
 * arena.  By any thread. */
const Prepared *write_prepare(Arena *arena, const Intent *intent);

/*
 * write_intent - whole or, after the caller has rolled back, not at all.
 *
 * store_write says what is refused.  What may be refused when a part of it is
 * written already (several facts, a feed, an ERASE) is written behind a
 * savepoint, which w->saved says; an intent of one fact is refused before
 * anything is.
 */
MUST_USE bool write_intent(Writing *w, const Intent *intent,
                           const Prepared *prepared, Entry *out, Err *err);

/* Is all of it here (*again, and *out of its first fact) or nothing of it?
 * ERR_STALE: a part of it, or another claim under one of its ids. */
MUST_USE bool write_known(Writing *w, int64_t gov, const Intent *intent,
                          bool *again, Entry *out, Err *err);
/* ERR_STALE: the id is that of another claim; returns false. */
bool write_taken(const FactId *id, Err *err);

/* A stored record's commitment: kept when erased, else made anew from its
 * row (q stands on it), the fact read from it and its documents. */
MUST_USE bool write_commitment(Db *db, Arena *tmp, int64_t gov,
                               const Statement *q, const Fact *fact,
                               Digest *out, Err *err);

/* Destroy the record that an ERASE names (erase.c). */
MUST_USE bool write_erasure(Writing *w, Ledger *ledger, FactId about, Err *err);
