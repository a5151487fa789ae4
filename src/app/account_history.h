/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_history.h - what was done to an account, and by whom.
 */
#pragma once

#include "app/account.h"

enum { ACCOUNT_HISTORY = 10 };

typedef struct {
    Instant at;
    Str word;  /* "undang", "setel ulang" ... (day/facts.def) */
    Str actor; /* code of a person, "sistem" */
    Str text;  /* "administrator": diangkat, diberhentikan; else empty */
} AccountDeed;

/* The newest first, at most ACCOUNT_HISTORY; O(traces of that account). */
MUST_USE bool account_history(Arena *arena, const AccountWorld *world,
                              Str government, Str person,
                              AccountDeed out[ACCOUNT_HISTORY], size_t *count,
                              Err *err);
