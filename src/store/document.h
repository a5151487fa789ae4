/* SPDX-License-Identifier: Apache-2.0 */
/*
 * document.h - documents by version, as facts brought them.
 */
#pragma once

#include "store/commitment.h"
#include "store/db.h"
#include "store/store.h"

enum { DOCUMENT_KIND_MOST = 60, DOCUMENT_NAME_MOST = 400 };
enum { DOCUMENT_BODY_MOST = 256 << 20 };

/* ERR_INPUT when kind, name or day cannot be kept; ERR_LIMIT: too large. */
MUST_USE bool document_check(const DocumentPut *put, Err *err);

/* What a fact brings, and the digests that it gets (room for `count`). */
typedef struct {
    const Fact *by;
    const DocumentPut *puts;
    uint32_t count;
    Digest *digests;
} DocumentsBrought;

/* Write the next version of each, and their digests. */
MUST_USE bool document_write(Db *db, int64_t gov,
                             const DocumentsBrought *brought, Err *err);

/* The digests of what a fact brought, from what is stored now; *rows counts. */
MUST_USE bool document_digests(Db *db, Arena *tmp, int64_t gov, FactId by,
                               Digest **out, size_t *rows, Err *err);

/* Are these the documents that the fact brought, in this order? */
MUST_USE bool document_same(Db *db, int64_t gov, FactId by,
                            const DocumentPut *puts, uint32_t count, bool *same,
                            Err *err);

MUST_USE bool document_erase(Db *db, int64_t gov, FactId by, Err *err);
