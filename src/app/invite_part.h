/* SPDX-License-Identifier: Apache-2.0 */
/*
 * invite_part.h - what invitations, their use and what others do to an account
 * share.
 */
#pragma once

#include "app/invite.h"
#include "app/sign_in_part.h"

/* Who is meant, and may the actor? */
typedef struct {
    const Office *office;
    PersonId person;
} InviteWhom;

MUST_USE bool invite_may(const AccountWorld *world, const AccountAct *act,
                         AccessCase use, InviteWhom *out, Err *err);

AccountChange invite_change(Arena *arena, const AccountWorld *world,
                            const InviteWhom *whom, AccountEdit *edit,
                            void *context);

/* In an edit: the slip that lies open is void. */
void invite_void(AccountChange *change);
/* In an edit: this is not the last administrator.  ERR_DENIED. */
MUST_USE bool invite_not_last(AccountChange *change, Err *err);
/* In an edit: this is no account that strangers step into.  ERR_DENIED. */
MUST_USE bool invite_spares_demo(const AccountChange *change, Err *err);
/* ERR_ABSENT: there is no account to do this to. */
bool invite_no_account(Err *err);
/* ERR_DENIED: no such code, used, or too old. */
bool invite_no_slip(Err *err);
/* ERR_INPUT: the person does not serve today. */
MUST_USE bool invite_serves(const AccountWorld *world, const InviteWhom *whom,
                            Err *err);

/* A password set by a code: hashed, when it fits the person. */
MUST_USE bool invite_password(Arena *arena, const AccountWorld *world,
                              const InviteWhom *whom, Str password, Str *hash,
                              Err *err);
/* In an edit: it is set, the account open, its old sessions gone. */
void invite_open(AccountChange *change, Str hash);
