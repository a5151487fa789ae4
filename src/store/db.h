/* SPDX-License-Identifier: Apache-2.0 */
/*
 * db.h - a connection as the store uses it, whatever the backend.
 *
 *     AUTO(db_told) Statement *q = db_ask(db, QUERY_SEEN);
 *     db_put_int(q, COLUMN_GOV, gov);
 *     if (!db_next(q, &row, err)) return false;
 *     if (row) mask = db_int(q, COLUMN_MASK, 0);
 *
 * A value that could not be bound fails the next db_next or db_run.  Rows are
 * read by column; asking for a column that a question has not is a defect.
 */
#pragma once

#include "store/store_backend.h"

/* Never NULL: a round inside a round of the same question gets its own. */
Statement *db_ask(Db *db, Query query);
void db_told(Statement **statement);

void db_put(Statement *q, Column column, Value value);
void db_put_int(Statement *q, Column column, int64_t number);
void db_put_text(Statement *q, Column column, Str text); /* empty: stays */
void db_put_bytes(Statement *q, Column column, const void *bytes, size_t len);

/* *row: one stands ready to be read by column. */
MUST_USE bool db_next(Statement *q, bool *row, Err *err);
MUST_USE bool db_run(Statement *q, Err *err); /* no row is expected */

Value db_value(const Statement *q, Column column);
bool db_none(const Statement *q, Column column);
int64_t db_int(const Statement *q, Column column, int64_t otherwise);
Str db_text(const Statement *q, Column column); /* until the next step */
/* Exactly `len` bytes into `out`; false when the column holds no such thing. */
bool db_bytes(const Statement *q, Column column, void *out, size_t len);

/* A view, or what is to be written, until it is rolled back or committed. */
MUST_USE bool db_begin(Db *db, Err *err);
void db_rollback(Db *db);
void db_close(Db *db); /* NULL is fine */
