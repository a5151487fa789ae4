/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account.h - accounts: who may come in, with what, and what is known of it.
 *
 * An account belongs to a person of a government's register, by code.  It is
 * a kept record of the store (no fact); what happens to it is traced by facts
 * of the kind ACCOUNT, which hold no secret.  Nothing here reads a clock: now
 * and the ticks of the monotonic clock are given.
 *
 * docs/accounts.md says the rules and their reasons.
 */
#pragma once

#include "app/access.h"
#include "app/data.h"

/* What of accounts lives in the process: the cache of sessions, who waits
 * after failures, the first administrator's code.  For any number of threads.
 */
typedef struct Accounts Accounts;

typedef struct {
    bool demo;        /* accounts of a demonstration may sign in */
    bool stage;       /* strangers step into them: they stay as they are */
    unsigned hashers; /* passwords hashed at once; 0: as many as processors */
} AccountsWish;

Accounts *accounts_open(Store *store, const AccountsWish *wish);
void accounts_close(Accounts *accounts); /* NULL is fine */
void accounts_done(Accounts **accounts);

/* The governments of a data directory, as known now.  A sign-in looks in all
 * of them; a person is of one.  Made anew for each request. */
typedef struct {
    Accounts *accounts;
    const Office *const *offices;
    size_t office_count;
    Instant now;  /* clock_now() */
    int64_t tick; /* clock_monotonic_ns() */
} AccountWorld;

/* The office of that code; ERR_ABSENT. */
MUST_USE bool account_office(const AccountWorld *world, Str government,
                             const Office **out, Err *err);
/* The civil day of now in the government's zone. */
Date account_today(const AccountWorld *world, const Office *office);

/* ---- what may be known of an account ------------------------------------ */

/* name, word, English */
#define ACCOUNT_STATES(X)             \
    X(NONE, "belum ada", "none")      \
    X(INVITED, "diundang", "invited") \
    X(OPEN, "aktif", "active")        \
    X(STOPPED, "dihentikan", "stopped")

typedef enum {
#define X(name, word, english) ACCOUNT_##name,
    ACCOUNT_STATES(X)
#undef X
} AccountState;

Str account_state_word(AccountState state, Lang lang);

typedef struct {
    Str government, person; /* codes */
    Str name;               /* user name, or empty */
    AccountState state;
    bool admin;                     /* administrator by the account itself */
    bool demo;                      /* of a demonstration */
    bool codes;                     /* has a second factor (TOTP) */
    bool slip;                      /* an invitation lies open: until */
    Instant until;                  /* of the slip */
    Instant made, changed, entered; /* account, password, last sign-in; 0 */
    uint32_t recovery;              /* codes of recovery that are left */
} Account;

/* *out.state is ACCOUNT_NONE when there is none. */
MUST_USE bool account_of(Arena *arena, const AccountWorld *world,
                         Str government, Str person, Account *out, Err *err);

/* All of a government that `actor` may invite (access case INVITE), by code of
 * the person; ERR_DENIED when there is nobody such. */
MUST_USE bool account_list(Arena *arena, const AccountWorld *world,
                           Str government, Str actor, Account **out,
                           size_t *count, Err *err);

/* Must the person have a second factor on that day?  Who holds a post that
 * heads a unit (a superior does), or is granted clerk, board, organisation
 * office or administrator; the head of the personnel board. */
bool account_needs_code(const Office *office, PersonId person, Date day);

/* Somebody who may administrate this government has an account that works. */
MUST_USE bool account_has_admin(Arena *arena, const AccountWorld *world,
                                Str government, bool *out, Err *err);

/* Are accounts of a demonstration here? */
MUST_USE bool account_is_demo(Store *store, Str government, bool *out,
                              Err *err);
