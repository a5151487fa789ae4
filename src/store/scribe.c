/* SPDX-License-Identifier: Apache-2.0 */
#include "store/scribe.h"

#include "base/clock.h"
#include "store/beat.h"
#include "store/evidence.h"
#include "store/store_part.h"

#include <string.h>

/*
 * A page that many facts touch is copied out of the log once each time, and
 * each time the disk is waited for: so seldom, but while the log's index is
 * still of one block (4,062 pages in SQLite), in which every reader looks.
 */
enum { PAGES_BEFORE_TIDY = 4000, PAGES_TOO_MANY = 16000 };

struct Scribe {
    Store *store;
    Db *db;
    Arena *arena;
    Ledgers ledgers;
    Queue queue;
    pthread_t thread;
    atomic_bool rest; /* asked for */
    /* the thread's own */
    bool scrub; /* erased bytes are still in the log */
    int64_t tidy_at;
};

/* ---- who waits ----------------------------------------------------------- */

bool scribe_serve(Scribe *scribe, Pending *pending, Err *err)
{
    CHECK(!pthread_equal(pthread_self(), scribe->thread));
    if (!queue_serve(&scribe->queue, pending)) *err = pending->err;
    return pending->fine;
}

void scribe_send(Scribe *scribe, Pending *pending)
{
    CHECK(pending->done != NULL);
    queue_put(&scribe->queue, pending);
}

bool scribe_withdraw(Scribe *scribe, Pending *pending)
{
    return queue_withdraw(&scribe->queue, pending);
}

Db *scribe_view(Scribe *scribe)
{
    return pthread_equal(pthread_self(), scribe->thread) ? scribe->db : NULL;
}

void scribe_rest(Scribe *scribe)
{
    atomic_store(&scribe->rest, true);
    queue_wake(&scribe->queue);
}

bool scribe_has_beaten(Scribe *scribe)
{
    return queue_has_beaten(&scribe->queue);
}

/* ---- a batch ------------------------------------------------------------- */

/* Takes everybody along: the transaction, or the disk, is gone. */
static bool is_fatal(const Writing *w, const Err *err)
{
    return err->kind == ERR_FULL || atomic_load(w->db->failed);
}

static bool apply(Writing *w, Pending *p, Err *err)
{
    return p->intent != NULL
               ? write_intent(w, p->intent, p->prepared, &p->entry, err)
               : beat_write(w, p->beat, p->stopping, err);
}

/* The ledgers as they were, to go back to. */
typedef struct {
    Ledger *at;
    size_t count, room;
} LedgerCopy;

static void copy_ledgers(Arena *tmp, const Ledgers *from, LedgerCopy *to)
{
    if (from->count > to->room) {
        to->room = from->count * 2;
        to->at = NEW(tmp, Ledger, to->room);
    }
    to->count = from->count;
    if (to->count > 0) memcpy(to->at, from->at, to->count * sizeof *to->at);
}

/* The row may have moved to grow: what it has now has room for the copy. */
static void restore_ledgers(const LedgerCopy *from, Ledgers *to)
{
    if (from->count > 0) memcpy(to->at, from->at, from->count * sizeof *to->at);
    to->count = from->count;
}

/* Out of an intent that failed: what it wrote, if anything, is taken back. */
static bool turn_back(Writing *w, Pending *p, const Err *why, Err *err)
{
    bool clean = !w->dirty || w->saved;
    bool saved = w->saved;
    w->saved = false;
    if (is_fatal(w, why) || !clean) {
        *err = *why;
        return false;
    }
    p->refused = true;
    p->err = *why;
    return !saved || w->db->backend->back(w->db, err);
}

/* False: the batch is lost. */
static bool apply_alone(Writing *w, Pending *p, LedgerCopy *copy, Err *err)
{
    Err why = {0};
    copy_ledgers(w->tmp, w->ledgers, copy);
    size_t doomed = w->doomed.count;
    w->dirty = false;
    if (apply(w, p, &why)) return true;
    w->doomed.count = doomed;
    restore_ledgers(copy, w->ledgers);
    return turn_back(w, p, &why, err);
}

static bool apply_all(Writing *w, Pending *batch, const CommitToken **token,
                      Err *err)
{
    LedgerCopy copy = {0};
    if (!db_begin(w->db, err)) return false;
    for (Pending *p = batch; p != NULL; p = p->next) {
        if (!apply_alone(w, p, &copy, err)) return false;
    }
    return ledger_save(w->db, w->keys, w->ledgers, err) &&
           commit_finish(w->db, w->tmp, token, err);
}

/* Before anybody is answered: what was kept of these days is out of date. */
static void mark(Marks *marks, const Pending *batch, bool all)
{
    for (const Pending *p = batch; p != NULL; p = p->next) {
        if (!p->refused && p->intent != NULL) mark_intent(marks, p->intent);
    }
    if (all) mark_all(marks);
}

/* With a token: receipts.  Without: why not. */
static void settle(Pending *batch, const CommitToken *token, const Err *err)
{
    for (Pending *p = batch; p != NULL; p = p->next) {
        if (p->refused) continue;
        p->fine = token != NULL;
        if (token == NULL)
            p->err = *err;
        else if (p->intent != NULL)
            p->receipt = commit_receipt(token, &p->entry);
    }
}

static bool failed_before(Scribe *scribe, Err *err)
{
    if (!atomic_load(&scribe->store->failed)) return true;
    (void)FAIL(err, ERR_IO, "storage failed before: nothing is taken any more");
    return err_id(err, "penyimpanan telah gagal: tidak ada lagi yang diterima");
}

static void write_batch(Scribe *scribe, Pending *batch)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const CommitToken *token = NULL;
    Err err = {0};
    LedgerCopy copy = {0};
    Writing w = {.db = scribe->db,
                 .perm = scribe->arena,
                 .tmp = tmp,
                 .batch = tmp,
                 .codec = &scribe->store->codec,
                 .keys = &scribe->store->keys,
                 .ledgers = &scribe->ledgers,
                 .now = store_now(scribe->store),
                 .store = scribe->store};
    copy_ledgers(tmp, &scribe->ledgers, &copy);
    if (!failed_before(scribe, &err) || !apply_all(&w, batch, &token, &err)) {
        db_rollback(scribe->db);
        restore_ledgers(&copy, &scribe->ledgers);
    }
    scribe->scrub |= token != NULL && w.erased;
    if (token != NULL) {
        evidence_drop(&w);
        mark(&scribe->store->marks, batch, w.erased || w.gap);
    }
    settle(batch, token, &err);
    queue_answer(tmp, batch);
}

/* Keep the log short; empty it when erased bytes are in it.  No answer waits
 * for this. */
static void tidy(Scribe *scribe)
{
    Err ignored = {0};
    Db *db = scribe->db;
    bool done = false;
    if (atomic_load(&scribe->store->failed)) return;
    if (db->in_log < PAGES_BEFORE_TIDY) scribe->tidy_at = PAGES_BEFORE_TIDY;
    if (!scribe->scrub && db->in_log < scribe->tidy_at) return;
    bool whole = scribe->scrub || db->in_log > PAGES_TOO_MANY;
    if (!db->backend->tidy(db, whole, &done, &ignored)) return;
    if (whole && done) {
        scribe->scrub = false;
        db->in_log = 0;
    }
    scribe->tidy_at = db->in_log + PAGES_BEFORE_TIDY;
}

/* ---- the thread ---------------------------------------------------------- */

static void *write_on(void *context)
{
    Scribe *scribe = context;
    for (bool end = false; !end;) {
        Pending *batch = queue_take(&scribe->queue, scribe->scrub, &end);
        if (batch != NULL) write_batch(scribe, batch);
        tidy(scribe);
        if (atomic_exchange(&scribe->rest, false))
            scribe->db->backend->rest(scribe->db);
    }
    return NULL;
}

bool scribe_open(Store *store, Db *db, Scribe **out, Err *err)
{
    Arena *arena = arena_open(4096);
    Scribe *scribe = NEW(arena, Scribe, 1);
    *scribe = (Scribe){
        .store = store, .db = db, .arena = arena, .tidy_at = PAGES_BEFORE_TIDY};
    if (!ledger_load(db, arena, &scribe->ledgers, err)) {
        arena_close(arena);
        return false;
    }
    queue_init(&scribe->queue);
    if (pthread_create(&scribe->thread, NULL, write_on, scribe) != 0) {
        arena_close(arena);
        return FAIL(err, ERR_LIMIT, "no thread can be started");
    }
    *out = scribe;
    return true;
}

void scribe_close(Scribe *scribe)
{
    Err ignored = {0};
    bool done = false;
    queue_close(&scribe->queue);
    CHECK(pthread_join(scribe->thread, NULL) == 0);
    if (!atomic_load(&scribe->store->failed))
        (void)scribe->db->backend->tidy(scribe->db, true, &done, &ignored);
    db_close(scribe->db);
    queue_done(&scribe->queue);
    arena_close(scribe->arena);
}
