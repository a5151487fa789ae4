/* SPDX-License-Identifier: Apache-2.0 */
/*
 * journal.h - use case: the journals of a data directory, verified and shown.
 */
#pragma once

#include "app/data.h"

typedef struct {
    Str government;
    JournalState state;
    bool head_asked, head_stands; /* of a head that was kept elsewhere */
} JournalSeen;

/* What is asked: one government or, when empty, all; a kept head, or NULL. */
typedef struct {
    Str government;
    const char *head; /* path of a file that journal_heads wrote, or NULL */
} JournalWish;

/*
 * journal_verify - walk every chain that is asked for; true also when faults
 * were found.  A kept head must be of one of the governments asked
 * (ERR_INPUT).
 */
MUST_USE bool journal_verify(Arena *arena, Store *store,
                             const JournalWish *wish, JournalSeen **out,
                             size_t *count, Err *err);
bool journal_is_sound(const JournalSeen *seen);

/* The signed heads, a line a government. */
MUST_USE bool journal_heads(Arena *arena, Store *store, Str government,
                            Buf *out, Err *err);

/* Records from a number on, a line each: number, instant, who, what, about
 * whom, day, what it answers.  No text of a person and nothing sealed. */
MUST_USE bool journal_show(Arena *arena, Store *store, Str government,
                           uint64_t from, Lang lang, Buf *out, Err *err);
