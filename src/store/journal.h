/* SPDX-License-Identifier: Apache-2.0 */
/*
 * journal.h - walking a government's chain: every commitment made again from
 * what is stored, every head, every signature.
 */
#pragma once

#include "store/reading.h"

typedef struct {
    const Reading *reading;
    Arena *arena; /* for the sentence of a fault */
    Str government;
    int64_t gov;
    Digest head;
    Instant received;
    uint64_t number; /* the last record that fitted */
    uint64_t records, erased, documents;
    uint64_t fault_at;
    Str fault, fault_id; /* in English, Indonesian; empty: none so far */
    uint64_t stop_at;    /* 0: nowhere */
    Digest head_at_stop; /* the head after that record, once walked */
} Walk;

/* A fault of a record; the first one stays.  Returns false. */
bool journal_fault(Walk *walk, uint64_t number, const char *en, const char *id);

/*
 * journal_block - walk one block and compare its head; false without a fault
 * means that *err says why it could not be read.
 */
MUST_USE bool journal_block(Walk *walk, int64_t block, Err *err);

/* Do seen and tally hold what the facts say?  (journal_tally.c) */
MUST_USE bool journal_tally(Walk *walk, Err *err);
