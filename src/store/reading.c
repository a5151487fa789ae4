/* SPDX-License-Identifier: Apache-2.0 */
#include "store/reading.h"

#include <string.h>

static Db *take_idle(Readers *readers, bool *may_open)
{
    Db *db = NULL;
    CHECK(pthread_mutex_lock(&readers->lock) == 0);
    *may_open = readers->idle_count == 0 && readers->open < READERS_MOST;
    if (readers->idle_count > 0)
        db = readers->idle[--readers->idle_count];
    else if (*may_open)
        readers->open++;
    CHECK(pthread_mutex_unlock(&readers->lock) == 0);
    return db;
}

static void give_idle(Readers *readers, Db *db)
{
    CHECK(pthread_mutex_lock(&readers->lock) == 0);
    if (db == NULL)
        readers->open--;
    else
        readers->idle[readers->idle_count++] = db;
    CHECK(pthread_mutex_unlock(&readers->lock) == 0);
}

static bool take(Store *store, Db **out, Err *err)
{
    bool may_open = false;
    DbWish wish = {.folder = store->folder,
                   .vfs = store->vfs,
                   .failed = store->scribe == NULL ? NULL : &store->failed};
    Db *db = take_idle(&store->readers, &may_open);
    if (db != NULL) return *out = db, true;
    if (!may_open) {
        (void)FAIL(err, ERR_BUSY, "%d readers at once are too many",
                   READERS_MOST);
        return err_id(err, "terlalu banyak pembaca sekaligus (%d)",
                      READERS_MOST);
    }
    if (store->backend->open(&wish, out, err)) return true;
    give_idle(&store->readers, NULL);
    return false;
}

bool reading_begin(Store *store, Reading *out, Err *err)
{
    Db *db = store->scribe == NULL ? NULL : scribe_view(store->scribe);
    if (db != NULL) {
        *out = (Reading){store, db, false};
        return true;
    }
    if (!take(store, &db, err)) return false;
    if (!db_begin(db, err)) {
        give_idle(&store->readers, db);
        return false;
    }
    *out = (Reading){store, db, true};
    return true;
}

void reading_done(Reading *reading)
{
    if (reading->db == NULL || !reading->own) return;
    db_rollback(reading->db); /* nothing was written */
    reading->db->patient = false;
    give_idle(&reading->store->readers, reading->db);
    reading->db = NULL;
}

void store_rest(Store *store)
{
    Readers *readers = &store->readers;
    Db *closing[READERS_MOST];
    size_t count = 0;
    CHECK(pthread_mutex_lock(&readers->lock) == 0);
    while (readers->idle_count > 1)
        closing[count++] = readers->idle[--readers->idle_count];
    readers->open -= count;
    CHECK(pthread_mutex_unlock(&readers->lock) == 0);
    for (size_t i = 0; i < count; i++)
        db_close(closing[i]);
    if (store->scribe != NULL) scribe_rest(store->scribe);
}

/* A government that was committed keeps its number for good, so a connection
 * that reads remembers the one it was asked for last; the scribe's may see one
 * that is taken back. */
static bool find_government(const Reading *reading, Str code, int64_t *gov,
                            bool *found, Err *err)
{
    Db *db = reading->db;
    CHECK(db != NULL); /* it is begun */
    Str known = {db->known_code, db->known_len};
    if (reading->own && known.len > 0 && str_is(code, known)) {
        *gov = db->known_gov;
        *found = true;
        return true;
    }
    if (!ledger_find(db, code, gov, found, err)) return false;
    if (!*found || !reading->own) return true;
    memcpy(db->known_code, code.ptr, code.len); /* no longer, or not found */
    db->known_len = code.len;
    db->known_gov = *gov;
    return true;
}

bool reading_begin_of(Store *store, Reading *out, Str government, int64_t *gov,
                      bool *found, Err *err)
{
    return reading_begin(store, out, err) &&
           find_government(out, government, gov, found, err);
}
