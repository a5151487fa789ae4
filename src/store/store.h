/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store.h - the memory of a government: one contract, whatever keeps it.
 *
 * What is kept are facts (day/fact.h) and documents (a folder's files, plans,
 * recaps) that facts brought.  Everything is written by one scribe, in
 * intents: an intent is whole or not at all, and is answered only with the
 * receipt of a finished commit.  Nothing else can make a Receipt.
 *
 * Rules 1 to 9 of the design's security page are kept here: see README.md.
 * Reading never waits for writing.  All texts read live in the arena given.
 */
#pragma once

#include "day/fact.h"

typedef struct Store Store;

/* ---- opening ----------------------------------------------------------- */

typedef struct {
    const char *folder; /* the data directory; made when `create` */
    bool create;        /* make it when it is not there */
    bool write;         /* hold the lock and run the scribe */
    const char *vfs;    /* name of an SQLite VFS for tests, or NULL */
} StoreWish;

/*
 * store_open - ERR_STALE when another process writes to it and `write` is
 * asked; ERR_INPUT when it is no data directory, of a newer version, or (to
 * read) of an older one; ERR_IO when the world refused, or lets others read
 * its keys.  What the last process left is brought into the
 * file and synced first; then migrations run, each whole or not at all.
 */
MUST_USE bool store_open(const StoreWish *wish, Store **out, Err *err);
void store_close(Store *store); /* NULL is fine; what waits is written first */
void store_done(Store **store);

/* Nobody asks at the moment: reading connections that wait, with what they
 * remember of the file, are closed but for one, and the scribe forgets what it
 * remembers of it. */
void store_rest(Store *store);

/* ---- writing ----------------------------------------------------------- */

typedef struct {
    Str kind;   /* "berkas", "jadwal", "rekap", ... */
    Str name;   /* "letters/800-0437.edaran" */
    Date known; /* the day from which it is known */
    Str body;   /* bytes; may be empty: then the document is taken away */
} DocumentPut;

/*
 * A small record beside the facts that changes and keeps no past: an account,
 * a session.  No export holds it and the journal does not prove it; it is
 * written in the same transaction as the facts that trace it.
 */
typedef struct {
    Str kind; /* a word of keep.def */
    Str key;  /* 1 to 200 bytes, UTF-8 without control characters */
    Str body; /* up to 16 KiB, UTF-8; empty: it is taken away */
} KeepPut;

/* Looks at what is stored, inside the transaction, before the intent is
 * written; false with *err refuses it. */
typedef bool StoreGuard(Store *store, void *context, Err *err);

/* The next facts that stand before the intent's own, in the arena, which holds
 * them until it asks again; *count 0: no more.  False, with *err, refuses the
 * intent.  So there may be more of them than memory holds. */
typedef bool StoreFeed(void *context, Arena *arena, const Fact **facts,
                       uint32_t *count, Err *err);

typedef struct {
    Str government;
    const Fact *facts; /* `received` is set by the scribe; none: keeps only */
    uint32_t fact_count;
    const DocumentPut *documents;
    uint32_t document_count;
    StoreGuard *guard; /* or NULL */
    StoreFeed *feed;   /* or NULL; of an `earlier` intent only */
    void *context;     /* of both */
    uint32_t bringer;  /* which fact brings the documents; 0: the first */
    bool earlier;      /* facts of an earlier journal keep `received` */
    const KeepPut *keeps;
    uint32_t keep_count; /* at most 5000 */
} Intent;

/* What a commit gave: the word of the store that the intent is safe. */
typedef struct {
    FactId id;        /* of the intent's first fact */
    uint64_t number;  /* its place in the journal; 0: keeps only */
    Instant received; /* by our clock, at the first time it came */
    uint8_t seal[32]; /* commitment of the record, as chained */
    bool again;       /* it was here already: nothing was written */
} Receipt;

/*
 * store_write - hand an intent to the scribe and wait for the commit; any
 * number of threads may.
 *
 * The same intent again (its facts' ids known, the claims and documents equal)
 * gives the same receipt and changes nothing; no guard is asked.  An id used
 * for another claim, or a part of an intent known and a part not: ERR_STALE.
 * Of an erased record only the id is left: it counts as the same.  ERR_INPUT:
 * not well formed (a government's code is 1 to 64 letters, digits, - _ .).
 * ERR_ABSENT, ERR_DENIED: an ERASE of what is not here, of an ERASE; the
 * store was opened to read.  Full disk: ERR_FULL, nothing written, later
 * writes may succeed.  ERR_LIMIT: too large; ERR_BUSY: the scribe was not
 * free in time; nothing written.
 * After a failed read, write or sync no intent is ever acknowledged again:
 * ERR_IO, and store_failed() is true; the process is to end.  (ERR_IO alone:
 * a stored record that this intent rests on is damaged; see store_verify.)
 *
 * Of an `earlier` intent a fact whose `received` is not 0 keeps it, as an
 * earlier journal gave it.  ERR_STALE when that is in the future, or not after
 * the record before it: nothing is put behind what stands.  The last fact has
 * 0 (else ERR_INPUT): received now, it tells when the others came here.  What
 * its `feed` gives says when it was received, all of it.  An ERASE among them
 * whose record is not here tells of days that are no longer kept, and erases
 * nothing.
 *
 * Keeps are read once the guard has let the intent pass: a guard may look at
 * what is kept (store_kept) and set their bodies, which the intent's owner
 * holds.  Facts that are known already write no keep again.  Keeps alone are
 * refused of a government of which nothing was ever written (ERR_ABSENT);
 * ERR_INPUT, ERR_LIMIT: a kind, key or body that cannot be kept.
 */
MUST_USE bool store_write(Store *store, const Intent *intent, Receipt *out,
                          Err *err);
/*
 * store_begin - the same, and nobody waits.  `done` is called once, by the
 * scribe's thread, when the answer is there; it does no more than wake
 * somebody. Until store_end has given the answer the arena is the store's, and
 * the intent and all that it names stay as they are.  False, with *err: nothing
 * was begun.
 *
 * store_withdraw - true: the scribe has not come to it, nothing will be written
 * and `done` not be called; store_end says so (ERR_BUSY).
 */
typedef struct StoreWait StoreWait;
typedef void StoreDone(void *context);

MUST_USE bool store_begin(Store *store, Arena *arena, const Intent *intent,
                          StoreDone *done, void *context, StoreWait **out,
                          Err *err);
MUST_USE bool store_withdraw(StoreWait *wait);
MUST_USE bool store_end(StoreWait *wait, Receipt *out, Err *err);
bool store_failed(const Store *store);

/* ---- reading ----------------------------------------------------------- */

typedef struct {
    Str government;
    Window days;      /* of Fact.day; WINDOW_ALL: any */
    Str person, unit; /* empty: any; unit as written in the fact */
    uint64_t kinds;   /* bits of FactKind; 0: any */
    uint64_t after;   /* only records behind this place of the journal */
} FactQuery;

/* One fact, in the order of the journal; false, with *err, to stop.  When no
 * arena is given the fact holds only until this returns. */
typedef bool FactEach(void *context, uint64_t number, const Fact *fact,
                      Err *err);

MUST_USE bool store_facts(Store *store, Arena *arena, const FactQuery *query,
                          FactEach *each, void *context, Err *err);

/* *found false: no such fact (or erased). */
MUST_USE bool store_fact(Store *store, Arena *arena, Str government, FactId id,
                         Fact *out, bool *found, Err *err);

/* Does a correction "batal" name it, whether or not it is here, and whether or
 * not that correction was itself taken out? */
MUST_USE bool store_cancelled(Store *store, Str government, FactId id,
                              bool *out, Err *err);

typedef struct {
    Str kind, name;
    uint32_t version; /* 1.. of this kind and name */
    Date known;
    Instant put;
    FactId by;
    Str body;
} Document;

/* The newest version known on `known` (DATE_NEVER: the newest). */
MUST_USE bool store_document(Store *store, Arena *arena, Str government,
                             Str kind, Str name, Date known, Document *out,
                             bool *found, Err *err);

/* All documents of a kind as known on a day, by name; without those taken
 * away. */
MUST_USE bool store_documents(Store *store, Arena *arena, Str government,
                              Str kind, Date known, Document **out,
                              size_t *count, Err *err);

/* The codes of all governments that ever wrote here, sorted, in the arena. */
MUST_USE bool store_governments(Store *store, Arena *arena, Str **out,
                                size_t *count, Err *err);

/* ---- kept records ------------------------------------------------------- */

/* Inside a guard: as the open transaction has it. */
MUST_USE bool store_kept(Store *store, Arena *arena, Str government, Str kind,
                         Str key, Str *body, bool *found, Err *err);

/* One record, by key; false, with *err, to stop.  Texts last for the call. */
typedef bool KeptEach(void *context, Str key, Str body, Err *err);

/* All records of that kind, in the order of their keys. */
MUST_USE bool store_kept_each(Store *store, Str government, Str kind,
                              KeptEach *each, void *context, Err *err);

/*
 * A secret that a kept record has to hold so that it can be read again (a
 * shared secret of codes): boxed with a key of this data directory, which is
 * no part of the database; and opened.  The key is made by the first box.
 * ERR_ABSENT: no key is here; ERR_DENIED: it does not open with it.
 */
MUST_USE bool store_box(Store *store, Arena *arena, Str text, Str *out,
                        Err *err);
MUST_USE bool store_unbox(Store *store, Arena *arena, Str boxed, Str *out,
                          Err *err);

/* ---- the board: tallies kept as facts come ----------------------------- */

/* What of a person-day has been seen; a tally counts people, each once. */
#define SEEN(X)                   \
    X(IN_OFFICE, "masuk kantor")  \
    X(IN_HOME, "masuk rumah")     \
    X(IN_FIELD, "masuk lapangan") \
    X(OUT, "pulang")              \
    X(REPORTED, "melapor")        \
    X(REVIEWED, "ditinjau")       \
    X(CALLED, "dihubungi")        \
    X(ANSWERED, "menjawab")       \
    X(RECALLED, "dipanggil")      \
    X(ARRIVED, "tiba")

typedef enum {
#define X(name, word) SEEN_##name,
    SEEN(X)
#undef X
        SEEN_COUNT
} Seen;

typedef struct {
    Str unit;
    uint32_t people[SEEN_COUNT];
} BoardRow;

/* Every unit that has any, by code.  O(units), whatever the number of facts. */
MUST_USE bool store_board(Store *store, Arena *arena, Str government, Date day,
                          BoardRow **out, size_t *count, Err *err);

/* A person of that day, by code, and the bits of Seen; the text lasts for the
 * call. */
typedef void SeenEach(void *context, Str person, uint32_t mask);

/* Everybody of whom anything was seen, by code.  O(people). */
MUST_USE bool store_seen(Store *store, Str government, Date day, SeenEach *each,
                         void *context, Err *err);

/*
 * store_day_mark - another number whenever something may have been written of
 * that day since; take it before reading.  Of a store that is opened to write
 * (it sees its own process alone).
 */
uint64_t store_day_mark(Store *store, Str government, Date day);

/* ---- our own outages: from heartbeats, by construction ------------------ */

/* We were here at this instant; told by whoever serves, at its start and every
 * few seconds.  A gap of more than a minute since the beat before (of this
 * process or of one that ended, on purpose or not: the text says which)
 * becomes, with this beat, a fact OUTAGE of every government.  Who opens a
 * store without serving does not beat, and hides no outage. */
MUST_USE bool store_beat(Store *store, Instant now, Err *err);

/* We go, at this instant.  Of who has beaten since, store_close says it by
 * itself, by the clock of the machine. */
MUST_USE bool store_stop(Store *store, Instant now, Err *err);

/* ---- the journal ------------------------------------------------------- */

typedef struct {
    uint64_t records, erased; /* in the journal */
    uint8_t head[32];         /* of the chain */
    uint64_t fault_at;        /* first record that does not fit; 0: none */
    Str fault, fault_id;      /* what does not fit, in English, Indonesian */
} JournalState;

/* Walk the whole chain of a government, its documents, signatures, erasures
 * and tallies, and the file itself; true also when a fault was found.  A fault
 * that only the head of a block of 256 records shows names its first record.
 * ERR_ABSENT: nothing was ever written of it. */
MUST_USE bool store_verify(Store *store, Arena *arena, Str government,
                           JournalState *out, Err *err);

/* The signed head, as text that can be kept elsewhere ("tk-journal GOVERNMENT
 * NUMBER HEAD SIGNATURE"; ERR_ABSENT: nothing to sign yet); and does a text
 * that was kept stand in the chain, made again from the records?  ERR_INPUT:
 * it is no such text. */
MUST_USE bool store_head(Store *store, Arena *arena, Str government, Str *out,
                         Err *err);
MUST_USE bool store_head_stands(Store *store, Arena *arena, Str government,
                                Str kept, bool *stands, Err *err);

/* Erase one record's content and salt, and the documents it brought, by an
 * intent of the kind ERASE whose `about` names it; the chain still verifies,
 * tallies are as if it had never been.  That a unit of this code was named
 * once stays known, but not by which fact.  Done by store_write; no byte is
 * left in the files once the log has been emptied, within a second where no
 * reader holds an old view. */

/* ---- set aside ------------------------------------------------------------
 */

/*
 * Bytes that somebody has brought and not confirmed yet: a private file of the
 * data directory, in no copy, export or journal.  Those set aside more than a
 * day before `now` go when others come.  By whoever writes (ERR_DENIED).
 */
enum { STORE_ASIDE_MOST = 64 << 20 };
MUST_USE bool store_aside_put(Store *store, FactId id, Instant now, Str bytes,
                              Err *err);
/* *found false: there is none (any more). */
MUST_USE bool store_aside(Store *store, Arena *arena, FactId id, Str *out,
                          bool *found, Err *err);
void store_aside_drop(Store *store, FactId id);

/* ---- files of facts ----------------------------------------------------- */

/*
 * A file that was handed in with a fact lies beside the database, and is of
 * that fact alone: its name there is the government's code, the fact's id and
 * the digest of its bytes (day/evidence.h), which the fact's "bukti" names and
 * the journal so commits to.
 *
 * It is put before its fact is written, and on the disk when that returns; a
 * fact that names a file which is not here is refused (ERR_ABSENT), so none is
 * ever acknowledged without its files.  Files go with the erasure of their
 * fact, are verified with the journal and are in every copy.
 */
enum { STORE_EVIDENCE_MOST = 5 << 20 };

/* Whose file it is. */
typedef struct {
    Str government;
    FactId fact;
} EvidenceOf;

/* `ending` is jpg, png or pdf; *name in the arena.  ERR_LIMIT: empty, or too
 * large.  ERR_FULL: the disk is; ERR_IO: as of a write that failed, the store
 * has failed, and the process is to end. */
MUST_USE bool store_evidence_put(Store *store, Arena *arena,
                                 const EvidenceOf *of, const char *ending,
                                 Str bytes, Str *name, Err *err);
/* *found false: there is none of that name; ERR_IO: it is not what its digest
 * says. */
MUST_USE bool store_evidence(Store *store, Arena *arena, const EvidenceOf *of,
                             Str name, Str *out, bool *found, Err *err);
/* Takes away those of no fact that were put more than a day before `now`, by
 * the clock of the machine: their facts were refused, or never came. */
MUST_USE bool store_evidence_sweep(Store *store, Instant now, size_t *count,
                                   Err *err);

/* ---- copies ------------------------------------------------------------- */

/* A consistent copy into a new folder, while others write; files of facts are
 * second names of the same bytes where the disk is the same; `keys` copies the
 * keys of sealed data too (else they are left out).  Of kept records a copy
 * has what keep.def says: nothing that lets somebody in at once (sessions,
 * invitations), and accounts only together with the keys. */
MUST_USE bool store_backup(Store *store, const char *folder, bool keys,
                           Err *err);
/* The way back, into a folder that does not exist yet; verified first. */
MUST_USE bool store_restore(const char *from, const char *folder, Err *err);

/* Seal a text for the one role that holds the key of this government, and
 * open it (every look is a fact: see app/).  A sealed text names its key.  The
 * key is made by the first seal of a store that writes, but never beside sealed
 * facts, which it would not open (a key that is lost for good: erase them).
 * ERR_ABSENT: it is not here, or those facts' is not; ERR_DENIED: this does not
 * open with it. */
MUST_USE bool store_seal(Store *store, Arena *arena, Str government, Str text,
                         Str *out, Err *err);
MUST_USE bool store_unseal(Store *store, Arena *arena, Str government,
                           Str sealed, Str *out, Err *err);

/* How many sealed facts of a government do not open here, and the file that
 * would hold their key, in the arena. */
typedef struct {
    uint64_t texts;
    Str file;
} SealsShut;

MUST_USE bool store_shut(Store *store, Arena *arena, Str government,
                         SealsShut *out, Err *err);
