/* SPDX-License-Identifier: Apache-2.0 */
/*
 * row.h - how a fact lies in a row: words as small numbers, what is not said
 * as NULL, instants as differences (schema_0001.def).
 */
#pragma once

#include "day/fact.h"
#include "store/db.h"

enum { TERM_MOST = 63, ROW_FIELDS = 28 };

/* The numbers of the words of one list: a kind's, a channel's, a zone's. */
typedef struct {
    uint8_t number[TERM_MOST]; /* of a member; TERM_MOST: has none */
    uint8_t member[TERM_MOST]; /* of a number; TERM_MOST: not known to us */
} TermList;

typedef struct {
    TermList kind, channel, zone;
    Column column[ROW_FIELDS]; /* of the fields of a fact, in their order */
} RowCodec;

/*
 * row_codec - read the numbers that words have here; a writer gives numbers
 * to new words (in a transaction of its own).
 */
MUST_USE bool row_codec(Db *db, RowCodec *out, Err *err);

/* The kinds' bits as bits of the numbers in rows. */
uint64_t row_kinds(const RowCodec *codec, uint64_t kinds);

/* Bind every field of the fact that the question takes. */
void row_put_fact(Statement *q, const RowCodec *codec, const Fact *fact);
/* Does it say anything that lies in fact_rest? */
bool row_has_rest(const Fact *fact);

/* When the record was received: an erased one has that too; false: damaged. */
bool row_received(const Statement *q, Instant *out);

/* An erased record has no kind any more. */
bool row_erased(const Statement *q);

/*
 * row_fact - the row as a fact, texts in the arena; ERR_IO when no fact could
 * have been written so: the record is damaged.
 */
MUST_USE bool row_fact(Arena *arena, const Statement *q, const RowCodec *codec,
                       Fact *out, Err *err);

/* The kind alone; false when it is none of ours. */
bool row_kind(const Statement *q, const RowCodec *codec, FactKind *out);
