/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_in_part.h - what coming in and changing one's own account share.
 */
#pragma once

#include "app/account_part.h"
#include "app/sign_in.h"

/* Carry out the change, which opens `fresh`; on a full disk the session lives
 * in memory alone. */
MUST_USE bool sign_in_enter(AccountChange *change, SessionNew *fresh,
                            SignedIn *out, Err *err);

/* The session of a token; ERR_ABSENT when it has ended. */
MUST_USE bool sign_in_session(Arena *arena, const AccountWorld *world,
                              Str token, SessionHeld *out, Err *err);
