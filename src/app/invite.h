/* SPDX-License-Identifier: Apache-2.0 */
/*
 * invite.h - use case: an account is made, or its password set anew, by a slip
 * with a one-time code that somebody of the unit hands over; the first
 * administrator; the accounts of a demonstration.
 *
 * Nobody but the person ever knows the password.  A slip is valid for 7 days;
 * a new one takes the place of the old; the old password and the sessions end
 * when it is used, not when it is made; a second factor stays.
 */
#pragma once

#include "app/sign_in.h"

enum { INVITE_DAYS = 7 };

/* Who does what to whose account. */
typedef struct {
    Str government; /* code */
    Str actor, person;
    Channel channel;
    Str name;  /* INVITE: a user name to give, or empty */
    FactId id; /* of the fact; all zero: one is made */
} AccountAct;

typedef struct {
    Str government;              /* code */
    Str person, full_name, unit; /* code, name, name of the unit */
    Str code;                    /* "K7QD-...": in groups of four */
    Str path;                    /* "/undangan/K7QD...": for a QR */
    Instant until;
    bool again; /* the account was there: this sets it anew */
} InviteSlip;

/* By who may (access case INVITE); of who is granted something in the whole
 * government, only by an administrator (else ERR_DENIED). */
MUST_USE bool invite_person(Arena *arena, const AccountWorld *world,
                            const AccountAct *act, InviteSlip *out, Err *err);

/* The slip as text, to be printed. */
void invite_put(const AccountWorld *world, const InviteSlip *slip, Lang lang,
                Buf *out);

/* Whose slip is it?  To be shown before a password is asked for. */
MUST_USE bool invite_find(Arena *arena, const AccountWorld *world, Str code,
                          InviteSlip *out, bool *found, Err *err);

typedef struct {
    Str government; /* FIRST: code of the government; or empty */
    Str code;
    Str person; /* FIRST: who it is: NIP, local number or code */
    Str password, label;
} InviteUse;

/* The password is set and a session opened, of level FULL unless a second
 * factor is or must be there.  ERR_DENIED: no such code, used or too old;
 * ERR_INPUT: password_fits. */
MUST_USE bool invite_use(Arena *arena, const AccountWorld *world,
                         const InviteUse *use, SignedIn *out, Err *err);

/* ---- stopping, and who administrates ------------------------------------ */

/* The account and its sessions end at once; an invitation opens it again.
 * Access case ACCOUNT_STOP.  ERR_DENIED: the last administrator. */
MUST_USE bool invite_stop(Arena *arena, const AccountWorld *world,
                          const AccountAct *act, Err *err);

/* The second factor is gone (a lost phone), once somebody has seen who asks;
 * sessions end.  Access case ACCOUNT_ADMIN. */
MUST_USE bool invite_no_codes(Arena *arena, const AccountWorld *world,
                              const AccountAct *act, Err *err);

/* Administrator by account, or not any more.  Access case ACCOUNT_ADMIN.
 * ERR_DENIED: the last one. */
MUST_USE bool invite_admin(Arena *arena, const AccountWorld *world,
                           const AccountAct *act, bool admin, Err *err);

/* ---- the first administrator -------------------------------------------- */

/* A one-time code, when nobody can administrate this government yet (else
 * *needed false); kept in memory only, a new call makes a new one. */
MUST_USE bool invite_first_code(Arena *arena, const AccountWorld *world,
                                Str government, Str *code, bool *needed,
                                Err *err);

/* As invite_use, for the person named, who becomes administrator. */
MUST_USE bool invite_first_use(Arena *arena, const AccountWorld *world,
                               const InviteUse *use, SignedIn *out, Err *err);

/* ---- a demonstration ---------------------------------------------------- */

/* Accounts with this password for these people (codes), without second factor,
 * marked: they sign in only where AccountsWish.demo is set. */
MUST_USE bool invite_demo(Arena *arena, const AccountWorld *world,
                          Str government, const Str *people, size_t count,
                          Str password, Err *err);

/* Such an account stays as it is for whoever steps into it next: ERR_DENIED,
 * false always.  (Where AccountsWish.stage is set, others do not change it
 * either; elsewhere a slip makes it somebody's own.) */
bool invite_is_demo(Err *err);

/* Tries that failed at the door of one of these people do not keep whoever
 * comes next from stepping in. */
void invite_demo_ready(const AccountWorld *world, Str government, Str person);
