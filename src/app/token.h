/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token.h - service tokens: how another program comes in.
 *
 * Made by an administrator (access case TOKEN), with a name, a list of use
 * cases that it may do, and an end within a year.  Kept as its digest; shown
 * once.  It acts in the name of who made it, as long as they serve and may; one
 * that bears the code of a shared device says facts as that device.
 */
#pragma once

#include "app/account.h"

enum { TOKEN_DAYS_MOST = 366, TOKEN_NAME_MOST = 60, TOKEN_TEXT = 46 };

typedef struct {
    Str government;
    Str id;         /* names it in lists; no secret */
    Str name;       /* "absensi-kominfo" */
    Str actor;      /* code of who made it, in whose name it acts */
    uint64_t cases; /* bits of AccessCase */
    Instant made, until;
} Token;

typedef struct {
    Str government, actor; /* codes */
    Channel channel;
    Str name;
    Str cases; /* words of access.def, separated by | */
    int days;  /* 1 to TOKEN_DAYS_MOST */
} TokenWish;

/* *secret: "tk_...", told only now.  ERR_INPUT names a word that is no use
 * case, or a shared device ("perangkat:NAME") that the register does not know.
 */
MUST_USE bool token_make(Arena *arena, const AccountWorld *world,
                         const TokenWish *wish, Token *out, Str *secret,
                         Err *err);

/* Whose it is; *found false: none, over, ended, or its maker does not serve. */
MUST_USE bool token_find(Arena *arena, const AccountWorld *world, Str secret,
                         Token *out, bool *found, Err *err);
bool token_may(const Token *token, AccessCase use);

/* Those of the government, in the arena; ERR_DENIED unless the actor
 * administrates it. */
MUST_USE bool token_list(Arena *arena, const AccountWorld *world,
                         Str government, Str actor, Token **out, size_t *count,
                         Err *err);
/* By the wish's actor, in the wish's government; ERR_ABSENT. */
MUST_USE bool token_end(Arena *arena, const AccountWorld *world,
                        const TokenWish *wish, Str id, Err *err);
