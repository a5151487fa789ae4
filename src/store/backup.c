/* SPDX-License-Identifier: Apache-2.0 */
/*
 * backup.c - copies of a data directory: the database of one moment, the
 * public keys, and the secret ones when they are asked for; synced, opened
 * again and verified before anybody is told that it is done.
 */
#include "base/file.h"
#include "store/evidence.h"
#include "store/folder.h"
#include "store/reading.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_FILE_MOST = 1 << 16 };

static bool copy_file(const char *from, const char *to, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Str bytes;
    return file_read(tmp, from, KEY_FILE_MOST, &bytes, err) &&
           folder_write_private(to, bytes, false, err);
}

static bool copy_secrets(const char *from, const char *to, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    FileNames names = {0};
    const char *source = file_path(tmp, from, FOLDER_KEYS);
    const char *target = file_path(tmp, to, FOLDER_KEYS);
    if (!folder_make(target, true, err) ||
        !file_list(tmp, source, STR(""), &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.at[i].ptr;
        if (str_ends(names.at[i], STR(".part"))) continue;
        if (!copy_file(file_path(tmp, source, name),
                       file_path(tmp, target, name), err))
            return false;
    }
    return true;
}

static bool copy_database(Store *store, const char *folder, bool keys, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    AUTO(db_told) Statement *q = NULL;
    bool row = false;
    if (!reading_begin(store, &r, err)) return false;
    /* The first row asked for is what fixes the view. */
    q = db_ask(r.db, QUERY_GOVERNMENTS);
    return db_next(q, &row, err) &&
           r.db->backend->copy(r.db, folder, store->vfs, keys, err);
}

/* Files are copied before and behind the database: so those of every fact of
 * its moment are there, and folder_verifies takes the rest away. */
static bool copy_parts(Store *store, const char *folder, bool keys, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    const char *public = file_path(tmp, store->folder, "jurnal.pub");
    return evidence_copy(store, folder, err) &&
           copy_database(store, folder, keys, err) &&
           evidence_copy(store, folder, err) &&
           (!file_exists(public) ||
            copy_file(public, file_path(tmp, folder, "jurnal.pub"), err)) &&
           (!keys || copy_secrets(store->folder, folder, err)) &&
           folder_sync(file_path(tmp, folder, "tata-kerja.db"), err) &&
           folder_sync(folder, err);
}

/* ---- verified ------------------------------------------------------------ */

static bool all_verify(Store *store, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Str *codes = NULL;
    size_t count = 0;
    JournalState state;
    if (!store_governments(store, tmp, &codes, &count, err)) return false;
    for (size_t i = 0; i < count; i++) {
        if (!store_verify(store, tmp, codes[i], &state, err)) return false;
        if (state.fault.len == 0) continue;
        (void)FAIL(err, ERR_INPUT,
                   "the journal of %.*s is broken at record "
                   "%llu: %.*s",
                   STR_ARG(codes[i]), (unsigned long long)state.fault_at,
                   STR_ARG(state.fault));
        return err_id(err, "jurnal %.*s rusak pada catatan %llu: %.*s",
                      STR_ARG(codes[i]), (unsigned long long)state.fault_at,
                      STR_ARG(state.fault_id));
    }
    return true;
}

static bool folder_verifies(const char *folder, const char *vfs, Err *err)
{
    AUTO(store_done) Store *copy = NULL;
    StoreWish wish = {.folder = folder, .vfs = vfs};
    return store_open(&wish, &copy, err) && evidence_prune(copy, err) &&
           all_verify(copy, err);
}

/* A copy that failed is no copy: what was made of it goes. */
static void take_away(const char *folder)
{
    static const char *const parts[] = {"tata-kerja.db", "tata-kerja.db-wal",
                                        "tata-kerja.db-shm",
                                        "tata-kerja.db-journal", "jurnal.pub"};
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    const char *room = file_path(tmp, folder, FOLDER_KEYS);
    FileNames names = {0};
    Err ignored = {0};
    if (folder_is(room) && file_list(tmp, room, STR(""), &names, &ignored)) {
        for (size_t i = 0; i < names.count; i++)
            (void)unlink(file_path(tmp, room, names.at[i].ptr));
    }
    (void)rmdir(room);
    evidence_take_away(folder);
    for (size_t i = 0; i < COUNT(parts); i++)
        (void)unlink(file_path(tmp, folder, parts[i]));
    (void)rmdir(folder);
}

bool store_backup(Store *store, const char *folder, bool keys, Err *err)
{
    if (!folder_make(folder, true, err)) return false;
    if (copy_parts(store, folder, keys, err) &&
        folder_verifies(folder, store->vfs, err))
        return true;
    take_away(folder);
    return err_in(err, "copying to '%s'", folder);
}

bool store_restore(const char *from, const char *folder, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    AUTO(store_done) Store *store = NULL;
    StoreWish wish = {.folder = from};
    bool keys = folder_is(file_path(tmp, from, FOLDER_KEYS));
    return store_open(&wish, &store, err) && all_verify(store, err) &&
           store_backup(store, folder, keys, err);
}
