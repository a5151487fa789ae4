/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tally.h - what has been seen of each person-day, and how many people of a
 * unit: kept exactly, with each fact, in its transaction.
 *
 * A person-day's mask has the bit of every fact about it that counts and is
 * not cancelled (by a correction "batal", whether that came before or after);
 * its unit is that of the newest such fact that names one.  A tally counts
 * the person-days of a unit that have a bit.  Both depend only on what the
 * journal holds.
 */
#pragma once

#include "store/ledger.h"
#include "store/row.h"

/* The Seen that a fact adds to its person-day, or -1. */
int tally_bit(FactKind kind, Str word);

/* In whose transaction; ledger->early is kept too. */
typedef struct {
    Db *db;
    Arena *tmp;
    const RowCodec *codec;
    Ledger *ledger;
} Tallying;

/* The fact `number` has just been written. */
MUST_USE bool tally_take(const Tallying *t, const Fact *fact, uint64_t number,
                         Err *err);

/* The fact `number`, as it was, has just been erased. */
MUST_USE bool tally_untake(const Tallying *t, const Fact *fact, uint64_t number,
                           Err *err);

/* Is the fact cancelled? */
MUST_USE bool tally_cancelled(Db *db, int64_t gov, FactId id, bool *out,
                              Err *err);
