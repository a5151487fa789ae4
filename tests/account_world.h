/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_world.h - Paser on 30 July 2020 (app_world.h) with accounts: a clock
 * that the test moves, and the steps that most facts about accounts take.
 */
#pragma once

#include "app/account_own.h"
#include "app/invite.h"
#include "app/password.h"
#include "app/token.h"
#include "app_world.h"

typedef struct {
    AppWorld *app;
    Arena *arena;
    Store *store;
    Accounts *accounts;
    const Office *office;
    AccountWorld world; /* now and tick: moved by account_world_pass */
} AccountLand;

extern const char *const account_good[2]; /* passwords that fit */

AccountLand *account_land(const char *name, bool demo);
void account_land_close(AccountLand *land);
/* The process ends and another one begins; its monotonic clock too. */
void account_land_again(AccountLand *land, bool demo);
/* The same on another way to the disk (store_vfs.h). */
void account_land_on(AccountLand *land, const char *vfs);
/* Read the office anew. */
void account_land_read(AccountLand *land);
void account_land_pass(AccountLand *land, int64_t seconds);

/* A slip for the person by who may, used with that password; its token. */
Str account_land_make(AccountLand *land, Str person, const char *password);
/* Of the person, by the register. */
Str account_land_nip(AccountLand *land, Str person);

/* False with *err when it was refused. */
bool account_land_in(AccountLand *land, Str name, const char *password,
                     SignedIn *out, Err *err);
/* The session of a token; its level, or -1: none. */
int account_land_level(AccountLand *land, Str token);

/* Set up a second factor in a session; its secret. */
Str account_land_codes(AccountLand *land, Str token, const char *password,
                       SignedIn *out, Str recovery[ACCOUNT_RECOVERY]);
/* The code that an app would show now, some steps away. */
Str account_land_code(AccountLand *land, Str secret, int steps);

Account account_land_of(AccountLand *land, Str person);
/* Words of the facts ACCOUNT about the person, in order, "undang;...". */
Str account_land_trace(AccountLand *land, Str person);
