/* SPDX-License-Identifier: Apache-2.0 */
/*
 * web_entry.h - people of web_world.h with accounts of their own, made by slips
 * as the pages make them; and what tests read out of pages.
 */
#pragma once

#include "web_world.h"

/* The password of everybody here, as a field of a form. */
#define GOOD "sandi=Kopi+pagi+di+pelabuhan+7"

bool web_entry_says(const WebAnswer *answer, const char *text);
Str web_entry_header(const WebAnswer *answer, const char *name);

/* Three texts as one, for paths and forms. */
const char *web_entry_joined(WebWorld *w, const char *before, Str part,
                             const char *behind);

/* What a page tells once: the code of a slip, a secret, a token. */
Str web_entry_secret(const WebAnswer *answer);

/* The world of accounts as of now; the view is to be given back. */
AccountWorld web_entry_accounts(WebWorld *w, LiveView *view);

/* Signed in by the cookie that the answer sets; false when it sets none. */
bool web_entry_take(WebWorld *w, const WebAnswer *answer);

/* A slip for somebody, by an administrator: its code.  Nobody is signed in. */
Str web_entry_invite(WebWorld *w, const char *whom);

/* An account of their own; they are signed in, as far as the answer says. */
WebAnswer web_entry_enter(WebWorld *w, const char *whom);

/* A secret without the blanks of the page; the code of it, now or so many
 * steps ahead. */
Str web_entry_bare(WebWorld *w, Str shown);
Str web_entry_code(WebWorld *w, Str secret, int ahead);
