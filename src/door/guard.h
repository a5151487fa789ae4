/* SPDX-License-Identifier: Apache-2.0 */
/*
 * guard.h - what every answer says for safety, and what a change must show.
 */
#pragma once

#include "door/visit.h"

/* Content security policy and its like; before anything else. */
void guard_headers(Visit *v);

/* What a visitor who is signed in was shown, and what was refused, is kept by
 * no cache; after the handler. */
void guard_cache(Visit *v);

/*
 * What changes something must come from a page of ours: by Sec-Fetch-Site or
 * Origin, and, with a session, by the token of a form of that session
 * ("kunci", or the header X-Kunci).  A service token needs neither: no browser
 * adds it by itself.  False: the answer is there.
 */
MUST_USE bool guard_passes(Visit *v);
