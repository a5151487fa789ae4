/* SPDX-License-Identifier: Apache-2.0 */
#include "kill_mutant.h"

#include "store/sqlite.h"
#include "store/store_part.h"

/* A connection is only made of the one backend there is. */
static void put_under(Store *store, const Backend *backend)
{
    Db *db = scribe_view(store->scribe);
    CHECK(db != NULL);
    db->backend = backend;
}

/* ---- synchronous=NORMAL ---------------------------------------------------
 */

/* It cannot be set inside a transaction: so before each. */
static bool begin_normal(Db *db, Err *err)
{
    int64_t level = 0;
    Sqlite *s = sqlite_of(db);
    if (!sqlite_run(s, "PRAGMA synchronous = NORMAL", err) ||
        !sqlite_number(s, "PRAGMA synchronous", &level, err))
        return false;
    CHECK(level == 1);
    return sqlite_backend.begin(db, err);
}

bool kill_mutant_normal(Store *store, void *context, Err *err)
{
    static Backend backend;
    (void)context;
    (void)err;
    backend = sqlite_backend;
    backend.begin = begin_normal;
    put_under(store, &backend);
    return true;
}

/* ---- acknowledged before the commit ---------------------------------------
 */

static bool owed; /* of the scribe's thread */

static bool pay(Db *db, Err *err)
{
    bool was = owed;
    owed = false;
    return !was || sqlite_backend.commit(db, err);
}

static bool commit_later(Db *db, Err *err)
{
    (void)db;
    (void)err;
    owed = true;
    return true;
}

static bool begin_late(Db *db, Err *err)
{
    return pay(db, err) && sqlite_backend.begin(db, err);
}

static bool tidy_late(Db *db, bool whole, bool *done, Err *err)
{
    return pay(db, err) && sqlite_backend.tidy(db, whole, done, err);
}

static void close_late(Db *db)
{
    Err ignored = {0};
    (void)pay(db, &ignored);
    sqlite_backend.close(db);
}

bool kill_mutant_early(Store *store, void *context, Err *err)
{
    static Backend backend;
    (void)context;
    (void)err;
    backend = sqlite_backend;
    backend.commit = commit_later;
    backend.begin = begin_late;
    backend.tidy = tidy_late;
    backend.close = close_late;
    put_under(store, &backend);
    return true;
}
