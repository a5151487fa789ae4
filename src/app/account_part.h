/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_part.h - inside of accounts: what is kept of one, how it changes,
 * and what lives in the process.  For the files of accounts only.
 */
#pragma once

#include "app/session.h"
#include "base/vec.h"

#include <pthread.h>

/* ---- what is kept ------------------------------------------------------- */

#define ACCOUNT_KEPT    STR("akun")
#define ACCOUNT_NAMES   STR("nama")
#define ACCOUNT_ADMINS  STR("administrator")
#define ACCOUNT_DEMOS   STR("peragaan")
#define ACCOUNT_FAILED  STR("gagal")
#define ACCOUNT_SLIPS   STR("undangan")
#define ACCOUNT_SESSION STR("sesi")
#define ACCOUNT_TOKENS  STR("token")

typedef struct {
    Str name; /* user name */
    Str hash; /* of the password; empty: none yet */
    Instant made, changed, entered, stopped; /* 0: not */
    int64_t epoch; /* sessions of another one have ended */
    bool admin, demo;
    Str secret;   /* of the second factor, boxed; empty: none */
    int64_t step; /* of time: the last of which a code was taken */
    Str fresh;    /* a secret that no code has confirmed yet, boxed */
    Instant fresh_at;
    Str recovery; /* digests, separated by blanks */
    Str slip;     /* digest of the invitation's code */
    Instant slip_until;
} AccountRecord;

/* *found false: *out is an empty record. */
MUST_USE bool account_record(Arena *arena, Store *store, Str government,
                             Str person, AccountRecord *out, bool *found,
                             Err *err);
Str account_record_text(Arena *arena, const AccountRecord *record);
MUST_USE bool account_record_read(Arena *arena, Str body, AccountRecord *out,
                                  Err *err);
bool account_is_open(const AccountRecord *record);

/* ---- how it changes ----------------------------------------------------- */

/*
 * One change of one account, in one transaction: what is kept is read, edited
 * and written back, with the other records and the facts that are given.  Its
 * sessions in memory are forgotten.
 */
typedef struct AccountChange AccountChange;
typedef bool AccountEdit(AccountChange *change, Err *err);

struct AccountChange {
    Arena *arena;
    const AccountWorld *world;
    const Office *office;
    Str person;
    AccountEdit *edit; /* asked inside the transaction */
    void *context;
    Fact fact; /* traces it, when `traced` */
    bool traced;
    AccountRecord record; /* as kept, then as edited */
    bool found;
    VEC(KeepPut) more; /* what else is kept */
    Receipt receipt;
};

MUST_USE bool account_change(AccountChange *change, Err *err);
void account_keep(AccountChange *change, Str kind, Str key, Str body);

/* A fact ACCOUNT about the change's person, with that word; `id` none: one is
 * made. */
void account_trace(AccountChange *change, Str actor, Channel channel,
                   const char *word, FactId id);

/* The codes of a person; ERR_ABSENT. */
MUST_USE bool account_person(const Office *office, Str code, PersonId *out,
                             Err *err);
/* May the actor, today?  ERR_DENIED. */
MUST_USE bool account_may(const AccountWorld *world, const Office *office,
                          AccessCase use, Str actor, PersonId person, Err *err);
unsigned account_roles(const AccountWorld *world, const Office *office,
                       Str actor);

/* In an edit: a user name, checked; ERR_STALE: somebody else has it. */
MUST_USE bool account_take_name(AccountChange *change, Str name, Err *err);
/* ERR_INPUT; an empty one is fine. */
MUST_USE bool account_name_check(Str name, Err *err);

/* In an edit: administrator by account, or not, for whoever opens the office.
 */
void account_put_admin(AccountChange *change, bool admin);

/* Does somebody beside this person administrate the government, with an
 * account that works? */
MUST_USE bool account_admin_beside(Arena *arena, const AccountWorld *world,
                                   const Office *office, Str person, bool *out,
                                   Err *err);

/* ---- whoever asks for a name -------------------------------------------- */

typedef struct {
    const Office *office;
    PersonId person;
} AccountOwner;

enum { ACCOUNT_OWNERS = 4 };

/* People of that NIP, local number or user name, at most ACCOUNT_OWNERS. */
MUST_USE bool account_owners(Arena *arena, const AccountWorld *world,
                             Str government, Str name, AccountOwner *out,
                             size_t *count, Err *err);

bool account_name_fits(Str name); /* as a user name */

/* ---- waiting after failures --------------------------------------------- */

/* Whose tries: a person of a government for a purpose, or a name of nobody. */
typedef struct {
    Str government, person; /* person empty: nobody; then `name` */
    Str name;
    const char *purpose; /* "sandi", "kode", "pasang" */
    uint32_t slips;      /* failures that are one's own: none of them waits */
} WaitOwner;

/*
 * wait_begin - a try begins: ERR_LIMIT with the time to wait, in words, when
 * it comes too early.  From here on it counts as failed, so that tries at the
 * same time do not get by; wait_over says that it was not.
 */
MUST_USE bool wait_begin(const AccountWorld *world, const WaitOwner *owner,
                         Err *err);
/* It failed: that is kept across a restart, where the disk allows. */
void wait_failed(const AccountWorld *world, const WaitOwner *owner);
/* It did not: the count of failures before it, which starts anew. */
uint32_t wait_over(const AccountWorld *world, const WaitOwner *owner);
/* What takes the kept count away, for the change that follows. */
KeepPut wait_keep(Arena *arena, const WaitOwner *owner);
/* Codes taken, also while the disk is full: false, when this step of time (or
 * a later one) was taken before. */
bool wait_take_step(const AccountWorld *world, const WaitOwner *owner,
                    int64_t step);

typedef struct WaitTable WaitTable;
WaitTable *wait_open(Arena *arena);
void wait_close(WaitTable *table);

/* ---- sessions ----------------------------------------------------------- */

typedef struct {
    Str government, person, label;
    Str digest; /* of the token */
    Instant opened, seen;
    int64_t epoch;
    bool full, second, demo;
} SessionRecord;

/* A session as it lies in memory, with what of its account decides. */
typedef struct {
    SessionRecord record;
    Instant written; /* `seen` as it is kept */
    bool codes;      /* the account has a second factor */
    bool admin;      /* administrator by account */
    bool only_here;  /* the disk was full: it is not kept */
} SessionHeld;

typedef struct SessionCache SessionCache;
SessionCache *session_cache_open(Arena *arena);
void session_cache_close(SessionCache *cache);

/* Texts are copied into the arena. */
bool session_cache_find(SessionCache *cache, Arena *arena, Str digest,
                        SessionHeld *out);
/* What was read while nothing was forgotten since `version`; else nothing. */
uint64_t session_cache_version(SessionCache *cache);
void session_cache_put(SessionCache *cache, const SessionHeld *held,
                       uint64_t version);
/* Is it time to keep that it was seen? */
bool session_cache_is_due(const SessionHeld *held, Instant now);
/* It was seen; true: the caller is to keep that (once in 10 minutes). */
bool session_cache_seen(SessionCache *cache, Str digest, Instant now);

/* Whatever is known of this person's sessions, or of one. */
void session_forget(Accounts *accounts, Str government, Str person);
void session_forget_one(Accounts *accounts, Str digest);

Str session_digest(Arena *arena, Str token);
Str session_text(Arena *arena, const SessionRecord *record);
MUST_USE bool session_read(Arena *arena, Str government, Str digest, Str body,
                           SessionRecord *out, Err *err);

/* Must the person have a second factor, today? */
bool session_is_strict(const AccountWorld *world, const Office *office,
                       Str person, bool admin);
/* It has not run out by the clock. */
bool session_lasts(const AccountWorld *world, const SessionRecord *record,
                   bool strict);

/* A session that has not ended; for changes and for session_find. */
MUST_USE bool session_held(Arena *arena, const AccountWorld *world, Str token,
                           SessionHeld *out, bool *found, Err *err);

/* What a new session is opened for: in the edit of a change. */
typedef struct {
    Str label;
    bool second;  /* the second step has been taken */
    Str replaces; /* token of a session that this ends; or empty */
    /* given back */
    SessionRecord record;
    Str token;
} SessionNew;

void session_new(AccountChange *change, SessionNew *fresh);
/* As its owner sees it, once the change is kept. */
Session session_view(Arena *arena, const AccountWorld *world,
                     const Office *office, const SessionHeld *held, Str token);
Session session_opened(const AccountChange *change, const SessionNew *fresh);
/* The disk is full: it lives in memory alone. */
void session_hold(const AccountChange *change, const SessionNew *fresh);

/* ---- the process -------------------------------------------------------- */

struct Accounts {
    Arena *arena;
    Store *store;
    bool demo, stage;
    pthread_mutex_t lock;
    pthread_cond_t free_place; /* for a hash */
    unsigned places;
    WaitTable *waits;
    SessionCache *sessions;
    /* the first administrators' codes, by government */
    struct FirstCode {
        Str government;
        char digest[65];
    } first[16];
    size_t first_count;
};
