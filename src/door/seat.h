/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seat.h - who has come: by the session's cookie or a service token, in which
 * government, in which language.
 */
#pragma once

#include "door/visit.h"

/* ?bahasa=, else the cookie, else what the browser asks for first; Indonesian
 * unless English is meant. */
Lang seat_language(const HttpRequest *request);

/* Fill in session, person, government and view.  False: the answer is there. */
MUST_USE bool seat_take(Visit *v);
void seat_give(Visit *v);

/* Look at another government, where none is bound by a session: of a slip or a
 * printed code, before it is known whose it is.  None of that code: nothing
 * changes. */
void seat_choose(Visit *v, Str government);

/* Does the route let them in?  Who is not signed in is sent to do that. */
MUST_USE bool seat_fits(Visit *v);
