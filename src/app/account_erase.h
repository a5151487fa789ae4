/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_erase.h - use case: an account and all that is kept with it is
 * destroyed: of somebody who asked, or who has left long since.
 */
#pragma once

#include "app/record.h"

enum { ACCOUNT_LEFT_DAYS = 90 };

/* The account, its name, slip, sessions and failures; nothing there is fine.
 * No fact tells of it: it would name who is to be forgotten. */
MUST_USE bool account_erase(Arena *arena, Store *store, Str government,
                            Str person, Err *err);

/*
 * account_retain - erase the accounts of people whom the register does not
 * know any more, or who have not served for ACCOUNT_LEFT_DAYS days; `dry` only
 * counts them.  Who may is asked by the caller (retain.h).
 */
MUST_USE bool account_retain(Arena *arena, const RecordWorld *world, bool dry,
                             uint64_t *count, Err *err);
