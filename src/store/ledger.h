/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ledger.h - where the journal of each government stands, in the scribe's
 * hands: the next number, the head of its chain, its clock.
 *
 * `received` never goes back: a record's is the later of now and one
 * microsecond after the record before.  The chain is kept in blocks of
 * LEDGER_BLOCK records, the head of each signed.
 */
#pragma once

#include "base/vec.h"
#include "store/db.h"
#include "store/key.h"

enum { LEDGER_BLOCK = 256 };

typedef struct {
    Str code;
    int64_t gov;
    Zone zone;
    uint64_t number; /* of the newest record; 0: none yet */
    Instant received;
    Digest head;
    bool early;   /* a correction may have cancelled a fact yet to come */
    bool touched; /* its head is not in the database yet */
} Ledger;

typedef VEC(Ledger) Ledgers;

/* 1 to 64 letters, digits, '-', '_' and '.': a code goes into file names. */
MUST_USE bool ledger_code(Str code, Err *err);

/* All of them; texts in the arena. */
MUST_USE bool ledger_load(Db *db, Arena *arena, Ledgers *out, Err *err);
/* The government's small number; *found false when there is none. */
MUST_USE bool ledger_find(Db *db, Str code, int64_t *gov, bool *found,
                          Err *err);

const Ledger *ledger_named(const Ledgers *ledgers, Str code); /* or NULL */
/* The government's ledger, made (in the database too) when it is new; the
 * pointer holds until the next call. */
MUST_USE bool ledger_of(Db *db, Arena *arena, Ledgers *ledgers, Str code,
                        Ledger **out, Err *err);

/* The instant at which the next record is received. */
Instant ledger_received(const Ledger *ledger, Instant now);
/* The place of a record in the chain; a full block is signed and kept. */
MUST_USE bool ledger_append(Db *db, const JournalKeys *keys, Ledger *ledger,
                            const ChainLink *link, Err *err);
/* Keep, signed, the head of every ledger that is touched. */
MUST_USE bool ledger_save(Db *db, const JournalKeys *keys, Ledgers *ledgers,
                          Err *err);
MUST_USE bool ledger_zone(Db *db, Ledger *ledger, Zone zone, Err *err);

/* A unit that no fact has named yet gets its number; "", no unit, has 0. */
MUST_USE bool ledger_unit(Db *db, int64_t gov, Str code, Err *err);

/* The block in which a record lies. */
int64_t ledger_block(uint64_t number);
