/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_own.h - use case: what somebody changes of their own account.
 *
 * Each takes the token of a session.  The password is asked again for what
 * decides who may come in; failures there count as at sign-in.
 */
#pragma once

#include "app/sign_in.h"

/* Ends every session of the account and opens a new one of the same level in
 * their place.  ERR_DENIED: the old one is wrong; ERR_INPUT: password_fits. */
MUST_USE bool account_own_password(Arena *arena, const AccountWorld *world,
                                   Str token, Str old, Str fresh, SignedIn *out,
                                   Err *err);

/* A user name: 3 to 30 of a-z 0-9 . _ -, begins with a letter; empty: none.
 * ERR_STALE: another person of the government has it. */
MUST_USE bool account_own_name(Arena *arena, const AccountWorld *world,
                               Str token, Str name, Err *err);

/* ---- the second factor: TOTP (RFC 6238, SHA-1, 30 s, six digits) -------- */

typedef struct {
    Str secret; /* base32, to be typed */
    Str uri;    /* otpauth://..., for a QR */
} AccountCodes;

/* Make a secret; it counts once a code of it was given, within 15 minutes.
 * Asked again within them: the same.  A session without the second step may,
 * when there is no second factor yet (session.enrol).  ERR_DENIED: the password
 * is wrong. */
MUST_USE bool account_own_codes(Arena *arena, const AccountWorld *world,
                                Str token, Str password, AccountCodes *out,
                                Err *err);

enum { ACCOUNT_RECOVERY = 10 };

/* Confirm it by a code: from now on it is asked for.  A new token of level
 * FULL, every other session ends; the codes of recovery, told only now. */
MUST_USE bool account_own_confirm(Arena *arena, const AccountWorld *world,
                                  Str token, Str code, SignedIn *out,
                                  Str recovery[ACCOUNT_RECOVERY], Err *err);

/* New codes of recovery in place of the old ones. */
MUST_USE bool account_own_recovery(Arena *arena, const AccountWorld *world,
                                   Str token, Str password,
                                   Str recovery[ACCOUNT_RECOVERY], Err *err);

/* Without a second factor again; ERR_DENIED when the person must have one. */
MUST_USE bool account_own_no_codes(Arena *arena, const AccountWorld *world,
                                   Str token, Str password, Err *err);
