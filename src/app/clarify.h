/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clarify.h - use case: what was asked about days of people, and what came of
 * it.
 *
 * A matter is of one person and one day: all its facts CLARIFY that stand, in
 * their order.  From what the snapshot has at hand.
 */
#pragma once

#include "app/live.h"

/* name, word, English */
#define CLARIFY_STATES(X)                    \
    X(NONE, "belum ditanyakan", "not asked") \
    X(ASKED, "ditanyakan", "asked")          \
    X(ANSWERED, "dijawab", "answered")       \
    X(CLOSED, "selesai", "closed")

typedef enum {
#define X(name, word, english) CLARIFY_##name,
    CLARIFY_STATES(X)
#undef X
} ClarifyState;

Str clarify_state_word(ClarifyState state, Lang lang);

typedef struct {
    PersonId person;
    Date day;
    ClarifyState state; /* notes change none */
    const Fact *const *log;
    size_t count;
} Clarification;

typedef struct {
    const Clarification *at; /* by their last word, newest first */
    size_t count, asked, answered;
} Clarifications;

/* Of everybody. */
Clarifications clarify_all(Arena *arena, const LiveView *view);

/* That person's day; NULL: nothing was asked. */
const Clarification *clarify_find(const Clarifications *all, PersonId person,
                                  Date day);

/* Those asked and not answered yet whose answer is waited for from somebody:
 * of themselves, or of whom they are the direct superior today. */
Clarifications clarify_waiting(Arena *arena, const LiveView *view,
                               PersonId from);
