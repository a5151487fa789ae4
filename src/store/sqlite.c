/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sqlite.c - the SQLite backend: connections, their settings, transactions.
 *
 * Durability rests on: WAL, synchronous=FULL, one writing connection that
 * alone checkpoints (before 3.51.3 two connections may race there), no
 * checkpoint at a close.  Every such setting is read back.
 */
#include "store/sqlite.h"

#include "base/clock.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>

enum { STEPS_BETWEEN_LOOKS = 4096 };

/* ---- settings ------------------------------------------------------------ */

enum { BY_WRITER = 1, BY_READER = 2, BY_BOTH = 3 };

/* What is set (or only asked), and what is to be read back. */
#define SETTING(who, name, value, want)                 \
    {                                                   \
        who, "PRAGMA " name value, "PRAGMA " name, want \
    }
static const struct {
    int who;
    const char *set, *asked, *want;
} settings[] = {
    SETTING(BY_BOTH, "trusted_schema", " = OFF", "0"),
    SETTING(BY_BOTH, "cell_size_check", " = ON", "1"),
    SETTING(BY_WRITER, "journal_mode", " = WAL", "wal"),
    SETTING(BY_READER, "journal_mode", "", "wal"),
    SETTING(BY_BOTH, "synchronous", " = FULL", "2"),
    SETTING(BY_BOTH, "wal_autocheckpoint", " = 0", "0"),
    SETTING(BY_BOTH, "locking_mode", " = NORMAL", "normal"),
    SETTING(BY_BOTH, "secure_delete", " = ON", "1"),
    SETTING(BY_BOTH, "temp_store", " = MEMORY", "2"),
    SETTING(BY_WRITER, "cache_size", " = -16384", "-16384"),
    SETTING(BY_WRITER, "query_only", " = OFF", "0"),
    SETTING(BY_READER, "query_only", " = ON", "1"),
    SETTING(BY_BOTH, "page_size", "", "4096"),
    SETTING(BY_BOTH, "encoding", "", "UTF-8"),
};
#undef SETTING

static bool setting_holds(Sqlite *s, size_t i, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    Str got;
    if (!sqlite_run(s, settings[i].set, err) ||
        !sqlite_text(s, tmp, settings[i].asked, &got, err))
        return false;
    if (str_is(got, str_of(settings[i].want))) return true;
    (void)FAIL(err, ERR_IO, "'%s' gives '%.*s', not '%s'", settings[i].asked,
               STR_ARG(got), settings[i].want);
    return err_id(err,
                  "pengaturan basis data '%s' bernilai '%.*s', "
                  "seharusnya '%s'",
                  settings[i].asked, STR_ARG(got), settings[i].want);
}

static int look_at_clock(void *context)
{
    const Sqlite *s = context;
    return clock_monotonic_ns() > s->deadline_ns;
}

/* Nothing that a hostile file could bring along is run; and no close of ours
 * checkpoints. */
static bool defend(Sqlite *s)
{
    static const int off[] = {SQLITE_DBCONFIG_ENABLE_TRIGGER,
                              SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION};
    static const int on[] = {SQLITE_DBCONFIG_DEFENSIVE,
                             SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE};
    bool fine = true;
    for (size_t i = 0; i < COUNT(off); i++)
        fine &= sqlite3_db_config(s->handle, off[i], 0, NULL) == SQLITE_OK;
    for (size_t i = 0; i < COUNT(on); i++)
        fine &= sqlite3_db_config(s->handle, on[i], 1, NULL) == SQLITE_OK;
    return fine;
}

static int note_log(void *context, sqlite3 *handle, const char *name, int pages)
{
    Sqlite *s = context;
    (void)handle;
    (void)name;
    s->db.in_log = pages;
    return SQLITE_OK;
}

bool sqlite_settle(Sqlite *s, Err *err)
{
    int64_t limit = 0;
    (void)sqlite3_extended_result_codes(s->handle, 1);
    (void)sqlite3_busy_timeout(s->handle, (int)(s->patience_ns / 1000000));
    sqlite3_progress_handler(s->handle, STEPS_BETWEEN_LOOKS, look_at_clock, s);
    if (!defend(s) || sqlite3_threadsafe() == 0 ||
        (s->db.write && !sqlite_scrub(s->handle, s->db.arena))) {
        (void)FAIL(err, ERR_IO, "this SQLite cannot be used safely");
        return err_id(err, "SQLite ini tidak dapat dipakai dengan aman");
    }
    for (size_t i = 0; i < COUNT(settings); i++) {
        int who = s->db.write ? BY_WRITER : BY_READER;
        if ((settings[i].who & who) == 0) continue;
        if (!setting_holds(s, i, err)) return false;
    }
    if (!s->db.write) return true;
    (void)sqlite3_wal_hook(s->handle, note_log, s);
    return sqlite_number(s, "PRAGMA journal_size_limit = 67108864", &limit,
                         err);
}

/* ---- transactions -------------------------------------------------------- */

static const char *control_text(const Sqlite *s, SqliteControl control)
{
    static const char *const texts[] = {
        [CONTROL_BEGIN] = "BEGIN",
        [CONTROL_COMMIT] = "COMMIT",
        [CONTROL_ROLLBACK] = "ROLLBACK",
        [CONTROL_SAVE] = "SAVEPOINT intent",
        [CONTROL_BACK] = "ROLLBACK TO intent",
        [CONTROL_KEEP] = "RELEASE intent",
    };
    bool take_lock = control == CONTROL_BEGIN && s->db.write;
    return take_lock ? "BEGIN IMMEDIATE" : texts[control];
}

static bool run_control(Sqlite *s, SqliteControl control, Err *err)
{
    sqlite_hurry(s);
    int code = sqlite3_step(s->control[control]);
    bool fine = code == SQLITE_DONE || sqlite_refused(s, code, err);
    (void)sqlite3_reset(s->control[control]);
    return fine;
}

static bool begin(Db *db, Err *err)
{
    return run_control(sqlite_of(db), CONTROL_BEGIN, err);
}

static bool commit(Db *db, Err *err)
{
    Sqlite *s = sqlite_of(db);
    if (run_control(s, CONTROL_COMMIT, err)) return true;
    /* Nobody can say whether it is on the disk. */
    if (s->db.write && err->kind == ERR_BUSY)
        sqlite_fail(s, sqlite3_errcode(s->handle));
    return false;
}

/* SQLite has rolled back by itself after some failures. */
static void rollback(Db *db)
{
    Sqlite *s = sqlite_of(db);
    Err ignored = {0};
    if (sqlite3_get_autocommit(s->handle) == 0)
        (void)run_control(s, CONTROL_ROLLBACK, &ignored);
}

static bool save(Db *db, Err *err)
{
    return run_control(sqlite_of(db), CONTROL_SAVE, err);
}

/* Some failures (memory, time) have undone the whole transaction already. */
static bool back(Db *db, Err *err)
{
    Sqlite *s = sqlite_of(db);
    if (sqlite3_get_autocommit(s->handle) != 0) {
        (void)FAIL(err, ERR_LIMIT, "the transaction was rolled back whole");
        return err_id(err, "transaksi dibatalkan seluruhnya");
    }
    return run_control(s, CONTROL_BACK, err) &&
           run_control(s, CONTROL_KEEP, err);
}

static bool keep(Db *db, Err *err)
{
    return run_control(sqlite_of(db), CONTROL_KEEP, err);
}

/* ---- opening ------------------------------------------------------------- */

static pthread_once_t counts_nothing = PTHREAD_ONCE_INIT;

/* Else every piece of memory of every connection is counted under one lock:
 * readers would wait for each other.  Who has used SQLite before us in this
 * process keeps it as it was. */
static void count_nothing(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static bool open_file(Sqlite *s, const DbWish *wish, Err *err)
{
    char path[PATH_MAX];
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    CHECK(pthread_once(&counts_nothing, count_nothing) == 0);
    if (wish->write)
        flags |=
            SQLITE_OPEN_READWRITE | (wish->create ? SQLITE_OPEN_CREATE : 0);
    else
        flags |= SQLITE_OPEN_READONLY;
    int made = snprintf(path, sizeof path, "%s/%s", wish->folder, SQLITE_FILE);
    if (made < 0 || (size_t)made >= sizeof path)
        return FAIL(err, ERR_INPUT, "a path of %d bytes is too long", made);
    int code = sqlite3_open_v2(path, &s->handle, flags, wish->vfs);
    if (code == SQLITE_OK) return true;
    if (s->handle == NULL) return FAIL(err, ERR_LIMIT, "out of memory");
    return sqlite_refused(s, code, err);
}

static bool make_ready(Sqlite *s, Err *err)
{
    for (size_t i = 0; i < CONTROL_COUNT; i++) {
        int code =
            sqlite3_prepare_v3(s->handle, control_text(s, (SqliteControl)i), -1,
                               SQLITE_PREPARE_PERSISTENT, &s->control[i], NULL);
        if (code != SQLITE_OK) return sqlite_refused(s, code, err);
    }
    for (size_t i = 0; i < QUERY_COUNT; i++) {
        s->db.statement[i] = (Statement){.db = &s->db, .query = (Query)i};
        if (!sqlite_prepare(&s->db.statement[i], err)) return false;
    }
    return true;
}

static void close_db(Db *db)
{
    Sqlite *s = sqlite_of(db);
    for (size_t i = 0; i < QUERY_COUNT; i++)
        sqlite_drop(&db->statement[i]);
    for (size_t i = 0; i < CONTROL_COUNT; i++)
        (void)sqlite3_finalize(s->control[i]);
    (void)sqlite3_close_v2(s->handle);
    arena_close(db->arena);
}

static bool open_db(const DbWish *wish, Db **out, Err *err)
{
    static const int64_t second = 1000000000;
    Arena *arena = arena_open(sizeof(Sqlite) + 1024);
    Sqlite *s = NEW(arena, Sqlite, 1);
    s->db = (Db){.backend = &sqlite_backend,
                 .arena = arena,
                 .write = wish->write,
                 .failed = wish->failed};
    s->patience_ns =
        (wish->write ? SQLITE_WRITE_SECONDS : SQLITE_READ_SECONDS) * second;
    if (open_file(s, wish, err) && sqlite_settle(s, err) &&
        (!wish->write || sqlite_settle_log(s, err)) && sqlite_migrate(s, err) &&
        sqlite_verify_tables(s, err) && make_ready(s, err)) {
        *out = &s->db;
        return true;
    }
    close_db(&s->db);
    return false;
}

const Backend sqlite_backend = {
    .name = "SQLite",
    .open = open_db,
    .close = close_db,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .save = save,
    .back = back,
    .keep = keep,
    .prepare = sqlite_prepare,
    .drop = sqlite_drop,
    .bind = sqlite_bind,
    .step = sqlite_step_on,
    .value = sqlite_value_at,
    .reset = sqlite_rewind,
    .tidy = sqlite_tidy,
    .rest = sqlite_rest,
    .sound = sqlite_sound,
    .copy = sqlite_copy,
};
