/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_in.h - use case: coming in.
 *
 *     name and password -> (second step) -> session FULL
 *
 * After each failure of an account the next try waits: 1, 2, 4 seconds and so
 * on, at most 15 minutes; nothing is ever locked.  Who asks for a name that is
 * not there waits and is told the same.
 */
#pragma once

#include "app/session.h"

typedef struct {
    Str government; /* code, or empty: any of the world */
    Str name;       /* NIP (blanks ignored), local number or user name */
    Str password;
    Str label;    /* of the browser: "Chrome di Android" */
    Str replaces; /* token of a session that this ends; or empty */
} SignInAsked;

typedef struct {
    Str token; /* for the cookie; kept nowhere else */
    Session session;
    Instant before;    /* the last sign-in before this one, or 0 */
    uint32_t failures; /* tries that failed since then */
} SignedIn;

/*
 * sign_in - ERR_DENIED with one sentence whatever was wrong; ERR_LIMIT with the
 * seconds to wait, when it came too early (the password is not looked at).
 * `out->session.level` says whether the second step follows.
 */
MUST_USE bool sign_in(Arena *arena, const AccountWorld *world,
                      const SignInAsked *asked, SignedIn *out, Err *err);

/*
 * sign_in_code - the second step of the session of `token`: six digits of the
 * app, or a code of recovery, each taken once only.  A new token; the old one
 * ends.  ERR_DENIED: the code does not fit (any more); ERR_LIMIT as above;
 * ERR_ABSENT: no such session.
 */
MUST_USE bool sign_in_code(Arena *arena, const AccountWorld *world, Str token,
                           Str code, SignedIn *out, Err *err);
