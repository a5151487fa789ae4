/* SPDX-License-Identifier: Apache-2.0 */
/*
 * password.h - passwords: which are taken, how they are kept.
 *
 * Kept as argon2id (19456 KiB, 2 passes, 1 lane), never more at once than the
 * process has places; compared in constant time; used as given, byte by byte.
 */
#pragma once

#include "app/account.h"

enum { PASSWORD_LEAST = 12, PASSWORD_MOST = 1024, PASSWORD_KEPT = 128 };

/* Of whom it is: words that it must not be made of. */
typedef struct {
    const Office *office;
    PersonId person;
    Str name; /* user name, or empty */
} PasswordOwner;

/*
 * password_fits - ERR_INPUT in both languages with what to do: shorter than 12
 * characters, longer than 1024 bytes, no UTF-8, one of the common ones
 * (passwords.def), a run or a repetition, a NIP (anybody's), or the owner's
 * name, number, unit or government and little else; and where the government
 * asks for it (government.conf, "sandi_campuran"), not of four kinds of
 * characters.
 */
MUST_USE bool password_fits(const PasswordOwner *owner, Str password, Err *err);

/* In the arena; waits for a free place.  ERR_LIMIT: no memory for it. */
MUST_USE bool password_hash(Arena *arena, Accounts *accounts, Str password,
                            Str *out, Err *err);
/* `kept` empty: false, after the same work. */
bool password_is(Accounts *accounts, Str kept, Str password);
/* Was it kept with weaker parameters than today's? */
bool password_is_weak(Str kept);
