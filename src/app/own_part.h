/* SPDX-License-Identifier: Apache-2.0 */
/*
 * own_part.h - what all changes of one's own account begin with.
 */
#pragma once

#include "app/account_own.h"
#include "app/sign_in_part.h"

typedef struct {
    SessionHeld held;
    Session session;
    const Office *office;
    PersonId person;
    AccountRecord record; /* as kept before the change */
} Own;

/* Of a token; ERR_ABSENT when the session has ended, ERR_DENIED when the second
 * step is still to come, unless `enrol` and there is none yet. */
MUST_USE bool own_open(Arena *arena, const AccountWorld *world, Str token,
                       bool enrol, Own *out, Err *err);

/* Is this the password?  ERR_DENIED, ERR_LIMIT as at sign-in. */
MUST_USE bool own_asks(const AccountWorld *world, const Own *own, Str password,
                       Err *err);

/* In an edit: nobody changed the password meanwhile, and the account stands. */
MUST_USE bool own_stands(const AccountChange *change, const Own *own, Err *err);

AccountChange own_change(Arena *arena, const AccountWorld *world,
                         const Own *own, AccountEdit *edit, void *context);

/* Makes the codes of recovery, and what is kept of them. */
Str own_recovery(Arena *arena, Str shown[ACCOUNT_RECOVERY]);
