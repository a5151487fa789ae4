/* SPDX-License-Identifier: Apache-2.0 */
/*
 * totp.h - codes of an app that shares a secret with us (RFC 6238: HMAC-SHA-1,
 * 30 seconds, six digits).  Secrets are base32 texts.
 */
#pragma once

#include "base/err.h"
#include "base/zone.h"

enum { TOTP_DIGITS = 6, TOTP_SECONDS = 30 };

Str totp_secret(Arena *arena); /* 160 bits */

/* otpauth://..., for a QR: whose, and of which government. */
Str totp_uri(Arena *arena, Str secret, Str who, Str government);

/*
 * totp_step - the step of time whose code this is: of now, the one before or
 * the one after, but none up to `taken`; 0: none.  Compared in constant time.
 */
int64_t totp_step(Str secret, Str code, Instant now, int64_t taken);

/* The code of a step, for tests and demonstrations. */
MUST_USE bool totp_code(Str secret, int64_t step, char out[TOTP_DIGITS + 1]);
