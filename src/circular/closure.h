/* SPDX-License-Identifier: Apache-2.0 */
/*
 * closure.h - the closure that an order would come to, before it is given.
 */
#pragma once

#include "circular/corpus.h"

/* Beside the closures that there are, none of them changed: until when, and by
 * which rule; `event` of it is NO_INDEX.  False: neither the order nor a rule
 * says how long.  O(clauses + closures). */
MUST_USE bool closure_foresee(const Corpus *c, const Event *event,
                              Closure *out);
