/* SPDX-License-Identifier: Apache-2.0 */
/*
 * commitment.h - what the journal chains: digests that bind a record without
 * holding it.  BLAKE2b, 256 bits.
 *
 *   document    = H("dokumen", kind, name, version, known, put, placed,
 *                  H(body))
 *   commitment  = H("catatan", salt, canonical text without `received`,
 *                  received, document...)
 *   head of n   = H("rantai", head of n - 1, n, received, id, commitment)
 *   head of 0   = H("jurnal", government's code)
 *
 * Every part of changing length goes in behind its length.  An erased record
 * leaves its number, received, id and commitment, so the chain can still be
 * walked; without the salt nobody can try texts against the commitment.
 */
#pragma once

#include "day/fact.h"

#include <sodium.h>

enum { DIGEST = 32, SALT = 16 };

typedef struct {
    uint8_t bytes[DIGEST];
} Digest;

typedef struct {
    uint8_t bytes[SALT];
} Salt;

bool commitment_is(const Digest *a, const Digest *b);
Salt commitment_salt(void); /* from the system's random source */

Digest commitment_body(Str body);

typedef struct {
    Str kind, name;
    int64_t version, known, put, placed;
    Digest body;
} DocumentSaid;

Digest commitment_document(const DocumentSaid *said);

/* A commitment of which only `received` and the documents are open: whoever
 * sends a fact makes this, so that the scribe need not. */
typedef struct {
    crypto_generichash_state said; /* first: it asks for 64 bytes' alignment */
    Salt salt;
} Prepared;

/* `tmp` holds the canonical text meanwhile. */
void commitment_prepare(Arena *tmp, const Salt *salt, const Fact *fact,
                        Prepared *out);
Digest commitment_finish(const Prepared *prepared, Instant received,
                         const Digest *documents, size_t count);
/* Both at once. */
Digest commitment_record(Arena *tmp, const Salt *salt, const Fact *fact,
                         const Digest *documents, size_t count);

/* The first two bytes as a small number: what names a record that does not
 * fit (the chain finds it whether or not this does). */
int64_t commitment_mark(const Digest *commitment);

typedef struct {
    uint64_t number;
    Instant received;
    FactId id;
    Digest commitment;
} ChainLink;

Digest commitment_start(Str government);
Digest commitment_next(const Digest *head, const ChainLink *link);
