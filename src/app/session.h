/* SPDX-License-Identifier: Apache-2.0 */
/*
 * session.h - who is signed in: a token of 256 bits, kept as its digest.
 *
 * A session ends 12 hours after it was last seen and 30 days after it was
 * opened; of people who must have a second factor after 2 and 12 hours; when
 * its account's password changes, when the account stops, when the person does
 * not serve any more.  What is asked for each request is answered from memory.
 */
#pragma once

#include "app/account.h"

enum { SESSION_TOKEN = 43 }; /* characters of a token */
enum { SESSION_ID = 16 };    /* characters that name one in a list */
enum { SESSION_LABEL_MOST = 60 };
enum { SESSION_FORM = 86 }; /* characters of a form token */

typedef enum {
    SESSION_PASSWORD, /* the second step is still to come */
    SESSION_FULL
} SessionLevel;

typedef struct {
    Str government, person; /* codes */
    SessionLevel level;
    bool enrol;  /* level PASSWORD: there is no second factor yet; set one up */
    bool strict; /* must have a second factor: ends sooner */
    bool demo;
    Instant opened, seen;
    Str label;        /* "Chrome di Android" */
    Str id;           /* names it in lists; no secret */
    uint8_t form[32]; /* key of its form tokens */
} Session;

/*
 * session_find - the session of a token; *found false: none, or it has ended.
 * Texts are in the arena.  It counts as seen now (kept at most every 10
 * minutes).  Most calls ask nothing of the store.
 */
MUST_USE bool session_find(Arena *arena, const AccountWorld *world, Str token,
                           Session *out, bool *found, Err *err);

/*
 * session_at_hand - the same from memory alone, without waiting for anything;
 * false where the store would have to be asked, or told that it was seen: then
 * session_find knows.
 */
bool session_at_hand(Arena *arena, const AccountWorld *world, Str token,
                     Session *out);

/* Signing out; a token of nothing is fine. */
MUST_USE bool session_end(const AccountWorld *world, Str token, Err *err);

/* A person's, newest first; who may see them is asked by session_may, unless it
 * is oneself. */
MUST_USE bool session_list(Arena *arena, const AccountWorld *world,
                           Str government, Str person, Session **out,
                           size_t *count, Err *err);

/* Whose sessions, and who sees or ends them: the person, or who may stop the
 * account (access case ACCOUNT_STOP). */
typedef struct {
    Str government, actor, person; /* codes */
    Channel channel;
} SessionAct;

/* ERR_DENIED, ERR_ABSENT; those that end some ask it themselves. */
MUST_USE bool session_may(const AccountWorld *world, const SessionAct *act,
                          Err *err);

/* The one of that id; ERR_ABSENT. */
MUST_USE bool session_end_one(Arena *arena, const AccountWorld *world,
                              const SessionAct *act, Str id, Err *err);
/* All of them. */
MUST_USE bool session_end_all(Arena *arena, const AccountWorld *world,
                              const SessionAct *act, Err *err);

/* Take away what has ended long since; once a day.  *count: how many. */
MUST_USE bool session_tidy(Arena *arena, const AccountWorld *world,
                           size_t *count, Err *err);

/* A token for a form of this session, another one at each call; and is it
 * one?  Compared in constant time. */
Str session_form_token(Arena *arena, const Session *session);
bool session_form_token_is(const Session *session, Str token);
