/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sqlite_refused.c - what a code of SQLite means to the store.
 *
 * No room is known by its code and, where SQLite says only "write failed", by
 * the system's number (a quota).  A failed sync is never "no room", whatever
 * its number: what was written before it may be lost.
 */
#include "base/log.h"
#include "store/sqlite.h"

#include <errno.h>

static bool is_no_room(Sqlite *s, int code)
{
    if ((code & 0xff) == SQLITE_FULL) return true;
    int number = sqlite3_system_errno(s->handle);
    return (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE ||
            code == SQLITE_IOERR_SHMSIZE) &&
           (number == ENOSPC || number == EDQUOT);
}

static ErrKind kind_of(Sqlite *s, int code)
{
    if (is_no_room(s, code)) return ERR_FULL;
    if (code == SQLITE_IOERR_NOMEM) return ERR_BUSY;
    switch (code & 0xff) {
    case SQLITE_TOOBIG: return ERR_LIMIT;
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT: return ERR_BUSY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CONSTRAINT: return ERR_STALE;
    default: return ERR_IO;
    }
}

/* What may be met by people, without the words of SQLite, which name tables. */
static const char *sentence_en(Sqlite *s, ErrKind kind)
{
    if (kind == ERR_LIMIT) return "it is too large for the database";
    if (kind == ERR_BUSY) return "the database ran out of time or memory";
    if (kind == ERR_STALE)
        return "the database is held by another process, or its key is there "
               "already";
    return sqlite3_errmsg(s->handle);
}

static const char *sentence_id(ErrKind kind)
{
    if (kind == ERR_FULL) return "tidak ada ruang lagi untuk menyimpan";
    if (kind == ERR_LIMIT) return "terlalu besar untuk basis data";
    if (kind == ERR_BUSY) return "basis data kehabisan waktu atau memori";
    if (kind == ERR_STALE)
        return "basis data sedang dipegang proses lain, atau kuncinya sudah "
               "ada";
    return "basis data gagal dibaca atau ditulis";
}

/* Once: from here on nothing is acknowledged. */
void sqlite_fail(Sqlite *s, int code)
{
    if (s->db.failed == NULL || atomic_exchange(s->db.failed, true)) return;
    log_line(LOG_ERROR, "store",
             "event=failed code=%d said=\"%s\" nothing is acknowledged any "
             "more: end this process, look at the disk and its log, then "
             "start again; the start brings everything acknowledged back",
             code, sqlite3_errmsg(s->handle));
}

bool sqlite_refused(Sqlite *s, int code, Err *err)
{
    int extended = sqlite3_extended_errcode(s->handle);
    if ((extended & 0xff) == (code & 0xff)) code = extended;
    ErrKind kind = kind_of(s, code);
    if (kind == ERR_IO) sqlite_fail(s, code);
    (void)FAIL(err, kind, "the database says: %s (%d)", sentence_en(s, kind),
               code);
    return err_id(err, "%s (SQLite %d)", sentence_id(kind), code);
}
