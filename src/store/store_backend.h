/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_backend.h - what a database must be able to do to keep a government.
 *
 * A backend opens connections (Db), runs transactions and the questions of
 * queries.def on them; all else (intents, journal, tallies, documents) is
 * written once, above.  One connection is used by one thread at a time.
 *
 * Kinds of failure, which decide what the scribe does:
 *   ERR_IO     a read, write or sync failed, or the file is damaged: *failed
 *              is set, a line is in the log, nothing is acknowledged again
 *   ERR_FULL   no room; the transaction is to be rolled back whole
 *   ERR_LIMIT  out of time or memory; ERR_STALE: a row of that key is there,
 *              or somebody else holds the database.  Rolled back, no harm.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"
#include "store/query.h"

#include <stdatomic.h>

typedef struct Backend Backend;
typedef struct Db Db;
typedef struct Statement Statement;

typedef enum { VALUE_NONE, VALUE_INT, VALUE_TEXT, VALUE_BYTES } ValueType;

typedef struct {
    ValueType type;
    int64_t number;
    Str bytes; /* of a row: until the next step */
} Value;

enum { NO_PLACE = 0xff };

/* A question made ready once; at most one round of it runs at a time. */
struct Statement {
    Db *db;
    Query query;
    void *handle; /* the backend's own */
    bool busy;    /* somebody is between db_ask and db_told */
    bool spare;   /* made for a round inside a round; dies with it */
    bool bad;     /* a value could not be bound; its Err follows at the step */
    uint8_t column[COLUMN_COUNT]; /* place in a row, or NO_PLACE */
    uint8_t parameter[COLUMN_COUNT];
};

typedef struct {
    const char *folder;
    const char *vfs; /* tests: another way to the disk, or NULL */
    bool write;      /* the one connection that changes anything */
    bool create;
    atomic_bool *failed;
} DbWish;

enum { LEDGER_CODE_MOST = 64 }; /* bytes of a government's code */

struct Db {
    const Backend *backend;
    Arena *arena; /* of the connection; closed with it */
    bool write;
    atomic_bool *failed;
    bool patient;   /* a step may take as long as it takes: verification */
    int64_t in_log; /* pages in the log, as of the last commit (writer) */
    char known_code[LEDGER_CODE_MOST]; /* of the government last asked for */
    size_t known_len;                  /* 0: none yet */
    int64_t known_gov;
    Statement statement[QUERY_COUNT];
};

struct Backend {
    const char *name;

    /* Open; check every setting that a promise rests on; bring what is in the
     * log into the file and sync it (writer); bring the schema up to date,
     * each version whole or not at all (writer); verify its columns; make
     * every question ready. */
    bool (*open)(const DbWish *wish, Db **out, Err *err);
    void (*close)(Db *db);

    bool (*begin)(Db *db, Err *err);  /* a reader's is one view of the data */
    bool (*commit)(Db *db, Err *err); /* true: it is on the disk */
    void (*rollback)(Db *db);
    bool (*save)(Db *db, Err *err); /* a point inside a transaction, */
    bool (*back)(Db *db, Err *err); /* to go back to */
    bool (*keep)(Db *db, Err *err); /* or to forget */

    bool (*prepare)(Statement *statement, Err *err);
    void (*drop)(Statement *statement);
    void (*bind)(Statement *statement, int place, Value value);
    bool (*step)(Statement *statement, bool *row, Err *err);
    Value (*value)(const Statement *statement, int place);
    void (*reset)(Statement *statement);

    /* Bring what is in the log into the file; `whole` also empties the log,
     * *done says whether it could.  By the writer only. */
    bool (*tidy)(Db *db, bool whole, bool *done, Err *err);
    /* Let go of what the connection remembers of the file. */
    void (*rest)(Db *db);
    /* Is the file whole in itself?  *fault empty: yes. */
    bool (*sound)(Db *db, Arena *arena, Str *fault, Err *err);
    /* A consistent, synced copy into another folder, while others write; of
     * kept records what travels (keep.h). */
    bool (*copy)(Db *db, const char *folder, const char *vfs, bool keys,
                 Err *err);
};

extern const Backend sqlite_backend;
