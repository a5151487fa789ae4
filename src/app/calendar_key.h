/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calendar_key.h - the secret address of a person's calendar feed.
 *
 * A calendar program cannot sign in; so each person has at most one token of
 * 256 bits, told once and kept as its digest.  A new one ends the old.
 */
#pragma once

#include "store/store.h"

typedef struct {
    Str government, person; /* codes */
} CalendarKey;

/* *token is told only now.  ERR_ABSENT, ERR_IO, ...: as store_write. */
MUST_USE bool calendar_key_make(Arena *arena, Store *store,
                                const CalendarKey *whose, Instant now,
                                Str *token, Err *err);

/* Whose it is, in that government; *found false: nobody's. */
MUST_USE bool calendar_key_find(Arena *arena, Store *store, Str government,
                                Str token, Str *person, bool *found, Err *err);

/* When the person's was made; *found false: there is none. */
MUST_USE bool calendar_key_made(Arena *arena, Store *store,
                                const CalendarKey *whose, Instant *made,
                                bool *found, Err *err);

/* End it; none is fine. */
MUST_USE bool calendar_key_end(Arena *arena, Store *store,
                               const CalendarKey *whose, Err *err);
