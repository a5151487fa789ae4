/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recent.h - pages of this minute, kept as they went out.
 *
 * After an outage everybody loads the same page again and again.  A page that
 * says ROUTE_RECENT is made of these alone: the session and its language, the
 * minute, the snapshot of its government (all that is known of law, plans,
 * units and requests), and what was recorded of its person.  As long as none of
 * them has changed, the bytes that were sent once are sent again, token, form
 * number and all: what a form of it says changes its person's count, so the
 * next page is another.
 *
 * Only pressed bytes are kept, at most RECENT_BYTES of a page, of RECENT_PAGES
 * pages (about 12 MB when all are there); one more takes the place of another.
 * Whoever takes no gzip, or asks with a query, has a page made.  Any number of
 * threads; a look costs a digest of the key and a copy.
 */
#pragma once

#include "door/visit.h"

enum { RECENT_PAGES = 4096, RECENT_BYTES = 8 << 10, RECENT_KEY = 16 };

typedef struct Recent Recent;

/* Of what the page that is asked for is made; `known` is false where none is
 * kept. */
typedef struct {
    bool known;
    unsigned char bytes[RECENT_KEY];
} RecentKey;

Recent *recent_open(void);
void recent_close(Recent *recent); /* NULL is fine; nobody asks any more */

/* Forget all of them. */
void recent_rest(Recent *recent);

/* How many are there. */
size_t recent_count(Recent *recent);

/* Does what was asked look like one of them, before anybody knows who asks? */
bool recent_may_have(const Door *door, const HttpRequest *request);

/* Whoever asks may see the page: answer with the one that is kept, if there is
 * one.  `key` is taken before anything is read for a page that is made. */
bool recent_answer(Visit *v, RecentKey *key);

/* The page has been made, by that key. */
void recent_keep(Visit *v, const RecentKey *key);
