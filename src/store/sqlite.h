/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sqlite.h - inside of the SQLite backend: a connection and its parts.
 */
#pragma once

#include "store/store_backend.h"

#include <sqlite3.h>

enum {
    SQLITE_APPLICATION = 0x544b6a31, /* "TKj1" in the file's header */
    SQLITE_PAGE = 4096,
    SQLITE_READ_SECONDS = 3,
    SQLITE_WRITE_SECONDS = 10,
};

#define SQLITE_FILE "tata-kerja.db"

/* What runs a transaction, made ready once as the questions are. */
typedef enum {
    CONTROL_BEGIN,
    CONTROL_COMMIT,
    CONTROL_ROLLBACK,
    CONTROL_SAVE,
    CONTROL_BACK,
    CONTROL_KEEP,
    CONTROL_COUNT
} SqliteControl;

typedef struct {
    Db db; /* first: a Db of this backend is one of these */
    sqlite3 *handle;
    int64_t patience_ns, deadline_ns;
    sqlite3_stmt *control[CONTROL_COUNT];
} Sqlite;

Sqlite *sqlite_of(Db *db);

/* What SQLite's code means to the store: *err, the latch, the log; false. */
bool sqlite_refused(Sqlite *s, int code, Err *err);
/* Set the latch, with a line in the log, once. */
void sqlite_fail(Sqlite *s, int code);
/* From now on this call has its own time. */
void sqlite_hurry(Sqlite *s);
/* For what takes as long as it takes: whole-file checks. */
void sqlite_patient(Sqlite *s);

/* One constant statement without values or rows. */
MUST_USE bool sqlite_run(Sqlite *s, const char *sql, Err *err);
/* The one number, or the one text, that a constant statement gives. */
MUST_USE bool sqlite_number(Sqlite *s, const char *sql, int64_t *out, Err *err);
MUST_USE bool sqlite_text(Sqlite *s, Arena *arena, const char *sql, Str *out,
                          Err *err);

/* Settings on which promises rest: set, read back, refused when not so. */
MUST_USE bool sqlite_settle(Sqlite *s, Err *err);
/* What the last process left in the log: into the file, synced, before
 * anything else; ERR_STALE when a reader elsewhere prevents it. */
MUST_USE bool sqlite_settle_log(Sqlite *s, Err *err);
/* Zero the unused space of every page written to the file from now on; the
 * arena outlives the connection.  (sqlite_scrub.c says why.) */
MUST_USE bool sqlite_scrub(sqlite3 *handle, Arena *arena);
/* The schema: brought up to date by a writer, verified by everybody. */
MUST_USE bool sqlite_migrate(Sqlite *s, Err *err);
MUST_USE bool sqlite_verify_tables(Sqlite *s, Err *err);

/* Of the vtable. */
bool sqlite_prepare(Statement *q, Err *err);
void sqlite_drop(Statement *q);
void sqlite_bind(Statement *q, int place, Value value);
bool sqlite_step_on(Statement *q, bool *row, Err *err);
Value sqlite_value_at(const Statement *q, int place);
void sqlite_rewind(Statement *q);
bool sqlite_tidy(Db *db, bool whole, bool *done, Err *err);
void sqlite_rest(Db *db);
bool sqlite_sound(Db *db, Arena *arena, Str *fault, Err *err);
bool sqlite_copy(Db *db, const char *folder, const char *vfs, bool keys,
                 Err *err);
