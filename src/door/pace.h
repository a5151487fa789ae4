/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pace.h - how fast one may try passwords and codes.
 *
 * Two budgets (http/budget.h): of an address, and of a name from an address.
 * The name counts with its address, so that nobody keeps another person out
 * by asking for their name; an office behind one address has room for its
 * whole morning.  What an account itself waits after failures is sign_in.h's.
 * For any number of threads.
 */
#pragma once

#include "door/door.h"

Pace *pace_open(void);
void pace_close(Pace *pace); /* NULL is fine */

/*
 * pace_allows - one more try by the visitor, of the name or code `who`.
 * False: ERR_LIMIT, with the seconds to wait, and Retry-After is set.  A door
 * without a pace (door.h) lets everything pass.
 */
MUST_USE bool pace_allows(Visit *visit, Str who, Err *err);
