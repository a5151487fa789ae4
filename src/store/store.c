/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store.h"

#include "base/clock.h"
#include "base/file.h"
#include "store/folder.h"
#include "store/store_part.h"

#include <sodium.h>

static const int64_t year_2000 = 946684800000000LL;
static const int64_t year_2200 = 7258118400000000LL;

/* ---- opening ------------------------------------------------------------- */

static bool no_data(const char *folder, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "'%s' is no data directory", folder);
    return err_id(err, "'%s' bukan folder data", folder);
}

static bool open_folder(Store *store, const StoreWish *wish, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    const char *file = file_path(tmp, wish->folder, "tata-kerja.db");
    if (wish->create && wish->write && !folder_make(wish->folder, false, err))
        return false;
    if (!folder_is(wish->folder)) return no_data(wish->folder, err);
    if (!(wish->create && wish->write) && !file_exists(file))
        return no_data(wish->folder, err);
    return !wish->write || folder_lock(wish->folder, &store->lock, err);
}

/* The new file's name lasts once its folder is synced. */
static bool open_writer(Store *store, const StoreWish *wish, Db **out, Err *err)
{
    DbWish writer = {.folder = store->folder,
                     .vfs = store->vfs,
                     .write = true,
                     .create = wish->create,
                     .failed = &store->failed};
    Db *db = NULL;
    if (!store->backend->open(&writer, &db, err)) return false;
    if (row_codec(db, &store->codec, err) && folder_sync(store->folder, err)) {
        *out = db;
        return true;
    }
    db_close(db);
    return false;
}

static bool open_reader(Store *store, Err *err)
{
    DbWish wish = {.folder = store->folder, .vfs = store->vfs};
    Db *db = NULL;
    if (!store->backend->open(&wish, &db, err)) return false;
    if (row_codec(db, &store->codec, err)) {
        store->readers.idle[store->readers.idle_count++] = db;
        store->readers.open = 1;
        return true;
    }
    db_close(db);
    return false;
}

static bool open_parts(Store *store, const StoreWish *wish, Err *err)
{
    Db *db = NULL;
    if (!open_folder(store, wish, err) ||
        !key_journal(store->folder, wish->write, &store->keys, err))
        return false;
    if (!wish->write) return open_reader(store, err);
    if (!open_writer(store, wish, &db, err)) return false;
    if (scribe_open(store, db, &store->scribe, err)) return true;
    db_close(db);
    return false;
}

bool store_open(const StoreWish *wish, Store **out, Err *err)
{
    if (sodium_init() < 0) return FAIL(err, ERR_IO, "no libsodium");
    Arena *arena = arena_open(16384);
    Store *store = NEW(arena, Store, 1);
    store->arena = arena;
    store->backend = &sqlite_backend;
    store->folder = str_c(arena, str_of(wish->folder));
    if (wish->vfs != NULL) store->vfs = str_c(arena, str_of(wish->vfs));
    store->lock = -1;
    CHECK(pthread_mutex_init(&store->readers.lock, NULL) == 0);
    CHECK(pthread_mutex_init(&store->seals, NULL) == 0);
    CHECK(pthread_mutex_init(&store->evidence, NULL) == 0);
    if (!open_parts(store, wish, err)) {
        store_close(store);
        return false;
    }
    *out = store;
    return true;
}

/* Who has told that we are here tells that we go. */
static void say_stop(Store *store)
{
    Err ignored = {0};
    if (!scribe_has_beaten(store->scribe) || store_failed(store)) return;
    Pending stop = {.beat = store_now(store), .stopping = true};
    (void)!scribe_serve(store->scribe, &stop, &ignored);
}

void store_close(Store *store)
{
    if (store == NULL) return;
    for (size_t i = 0; i < store->readers.idle_count; i++)
        db_close(store->readers.idle[i]);
    if (store->scribe != NULL) {
        say_stop(store);
        scribe_close(store->scribe);
    }
    folder_unlock(store->lock);
    (void)pthread_mutex_destroy(&store->readers.lock);
    (void)pthread_mutex_destroy(&store->seals);
    (void)pthread_mutex_destroy(&store->evidence);
    sodium_memzero(store->keys.secret, sizeof store->keys.secret);
    arena_close(store->arena);
}

void store_done(Store **store)
{
    store_close(*store);
    *store = NULL;
}

/* ---- writing ------------------------------------------------------------- */

void store_clock(Store *store, StoreClock *clock, void *context)
{
    store->clock = clock;
    store->clock_context = context;
}

Instant store_now(Store *store)
{
    return store->clock == NULL ? clock_now()
                                : store->clock(store->clock_context);
}

bool store_only_reads(Err *err)
{
    (void)FAIL(err, ERR_DENIED, "this store was opened for reading");
    return err_id(err, "penyimpanan ini dibuka untuk dibaca saja");
}

bool store_write(Store *store, const Intent *intent, Receipt *out, Err *err)
{
    AUTO(arena_done) Arena *tmp = NULL;
    if (store->scribe == NULL) return store_only_reads(err);
    if (!write_check(intent, err)) return false;
    tmp = arena_open(8192);
    Pending pending = {.intent = intent,
                       .prepared = write_prepare(tmp, intent)};
    if (!scribe_serve(store->scribe, &pending, err)) return false;
    *out = pending.receipt;
    return true;
}

/* In the arena, whole before the scribe sees it. */
struct StoreWait {
    Scribe *scribe;
    Pending pending;
};

bool store_begin(Store *store, Arena *arena, const Intent *intent,
                 StoreDone *done, void *context, StoreWait **out, Err *err)
{
    if (store->scribe == NULL) return store_only_reads(err);
    if (!write_check(intent, err)) return false;
    StoreWait *wait = NEW(arena, StoreWait, 1);
    wait->scribe = store->scribe;
    wait->pending = (Pending){.intent = intent,
                              .prepared = write_prepare(arena, intent),
                              .done = done,
                              .context = context};
    *out = wait;
    scribe_send(store->scribe, &wait->pending);
    return true;
}

bool store_withdraw(StoreWait *wait)
{
    return scribe_withdraw(wait->scribe, &wait->pending);
}

bool store_end(StoreWait *wait, Receipt *out, Err *err)
{
    if (wait->pending.fine)
        *out = wait->pending.receipt;
    else
        *err = wait->pending.err;
    return wait->pending.fine;
}

static bool beat(Store *store, Instant now, bool stopping, Err *err)
{
    Pending pending = {.beat = now, .stopping = stopping};
    if (store->scribe == NULL) return store_only_reads(err);
    if (now.us < year_2000 || now.us >= year_2200) {
        (void)FAIL(err, ERR_INPUT, "the clock shows another age");
        return err_id(err, "jam server menunjukkan zaman lain");
    }
    return scribe_serve(store->scribe, &pending, err);
}

bool store_beat(Store *store, Instant now, Err *err)
{
    return beat(store, now, false, err);
}

bool store_stop(Store *store, Instant now, Err *err)
{
    return beat(store, now, true, err);
}

bool store_failed(const Store *store)
{
    return atomic_load(&store->failed);
}
