/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sqlite_keep.c - the file as a whole: checkpoints, soundness, copies.
 */
#include "store/keep.h"
#include "store/sqlite.h"

#include <limits.h>
#include <stdio.h>

enum { PAGES_AT_ONCE = 256, SHORT_WAIT_MS = 50 };

/* A reader in the middle of a view may hold the log back: that is no fault,
 * and the next time will do. */
bool sqlite_tidy(Db *db, bool whole, bool *done, Err *err)
{
    Sqlite *s = sqlite_of(db);
    int in_log = -1;
    int moved = -1;
    int how = whole ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    sqlite_hurry(s);
    (void)sqlite3_busy_timeout(s->handle, SHORT_WAIT_MS);
    int code = sqlite3_wal_checkpoint_v2(s->handle, NULL, how, &in_log, &moved);
    (void)sqlite3_busy_timeout(s->handle, (int)(s->patience_ns / 1000000));
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        return sqlite_refused(s, code, err);
    *done = code == SQLITE_OK && (whole ? in_log == 0 : in_log == moved);
    return true;
}

void sqlite_rest(Db *db)
{
    (void)sqlite3_db_release_memory(sqlite_of(db)->handle);
}

bool sqlite_settle_log(Sqlite *s, Err *err)
{
    int in_log = -1;
    int moved = -1;
    sqlite_hurry(s);
    int code = sqlite3_wal_checkpoint_v2(
        s->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, &in_log, &moved);
    if (code == SQLITE_OK) return true;
    if ((code & 0xff) == SQLITE_BUSY && in_log >= 0 && in_log == moved)
        return true;
    return sqlite_refused(s, code, err);
}

bool sqlite_sound(Db *db, Arena *arena, Str *fault, Err *err)
{
    Sqlite *s = sqlite_of(db);
    sqlite3_stmt *q = NULL;
    int code = sqlite3_prepare_v2(s->handle, "PRAGMA integrity_check(1)", -1,
                                  &q, NULL);
    sqlite_patient(s);
    if (code == SQLITE_OK) code = sqlite3_step(q);
    bool asked = code == SQLITE_ROW;
    Str said = STR("ok");
    if (asked) said = str_of((const char *)sqlite3_column_text(q, 0));
    /* A damaged file is an answer here, not a failure. */
    if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB) {
        said = str_of(sqlite3_errmsg(s->handle));
        asked = true;
    }
    if (asked)
        *fault = str_is(said, STR("ok")) ? STR("") : str_copy(arena, said);
    else
        (void)sqlite_refused(s, code, err);
    (void)sqlite3_finalize(q);
    return asked;
}

/* ---- copies -------------------------------------------------------------- */

/* Step by step, so that no lock is held for long; the open view of `from`
 * keeps the copy of one moment. */
static bool copy_pages(Sqlite *from, sqlite3 *to, Err *err)
{
    sqlite3_backup *copy =
        sqlite3_backup_init(to, "main", from->handle, "main");
    int code = copy == NULL ? sqlite3_errcode(to) : SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        sqlite_hurry(from);
        code = sqlite3_backup_step(copy, PAGES_AT_ONCE);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            (void)sqlite3_sleep(5);
    }
    int finished = copy == NULL ? code : sqlite3_backup_finish(copy);
    if (code == SQLITE_DONE && finished == SQLITE_OK) return true;
    ErrKind kind = (finished & 0xff) == SQLITE_FULL ? ERR_FULL : ERR_IO;
    (void)FAIL(err, kind, "the copy failed: %s", sqlite3_errmsg(to));
    return err_id(err, "salinan gagal dibuat (SQLite %d)", finished);
}

static bool run_on(sqlite3 *to, const char *sql)
{
    return sqlite3_exec(to, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* What does not travel is zeroed in the copy's file, not only unlinked. */
static bool strip(sqlite3 *to, bool keys, Err *err)
{
    int in_log = -1;
    if (run_on(to, "PRAGMA secure_delete = ON") &&
        run_on(to, keep_strip(keys)) &&
        sqlite3_wal_checkpoint_v2(to, NULL, SQLITE_CHECKPOINT_TRUNCATE, &in_log,
                                  NULL) == SQLITE_OK)
        return true;
    ErrKind kind =
        (sqlite3_errcode(to) & 0xff) == SQLITE_FULL ? ERR_FULL : ERR_IO;
    (void)FAIL(err, kind, "the copy failed: %s", sqlite3_errmsg(to));
    return err_id(err, "salinan gagal dibuat (SQLite %d)",
                  sqlite3_extended_errcode(to));
}

bool sqlite_copy(Db *db, const char *folder, const char *vfs, bool keys,
                 Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(512);
    char path[PATH_MAX];
    sqlite3 *to = NULL;
    int made = snprintf(path, sizeof path, "%s/%s", folder, SQLITE_FILE);
    if (made < 0 || (size_t)made >= sizeof path)
        return FAIL(err, ERR_INPUT, "a path of %d bytes is too long", made);
    int code = sqlite3_open_v2(path, &to,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                                   SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                               vfs);
    bool fine = code == SQLITE_OK;
    if (!fine) (void)FAIL(err, ERR_IO, "cannot make '%s'", path);
    /* The copy's pages are synced when its last step commits. */
    fine = fine && sqlite_scrub(to, arena) &&
           run_on(to, "PRAGMA synchronous = FULL") &&
           copy_pages(sqlite_of(db), to, err) && strip(to, keys, err);
    (void)sqlite3_close_v2(to);
    return fine;
}
