/* SPDX-License-Identifier: Apache-2.0 */
/*
 * saying.h - what a visitor says in one fact, and who waits until it is kept.
 *
 * A row of the route table gives two functions: which fact is said, and how it
 * is answered.  Most come to hand: the session is in memory, and what is asked
 * of the fact as well.  Then the thread of the connections asks all of it, the
 * scribe is handed the fact, and the connection is suspended meanwhile; no
 * worker wakes.  Whatever is refused on that way is asked again by a worker,
 * who has the last word (app/record.h, record_begin): there is one sentence for
 * it, and one place that says it.
 */
#pragma once

#include "door/visit.h"
#include "http/http.h"

/* For a visit that is at hand.  True: it goes on when `wait` is woken, and
 * until then nobody touches it. */
bool saying_begin(Visit *v, HttpWait *wait);
