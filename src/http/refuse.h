/* SPDX-License-Identifier: Apache-2.0 */
/*
 * refuse.h - why a request was refused before any handler saw it.
 *
 * What a proxy and we could read differently is refused, not repaired: the
 * difference is how one request is smuggled inside another.
 */
#pragma once

#include "base/date.h"

typedef enum {
    REFUSAL_NONE,
#define X(name, status, connection, indonesian, english) REFUSAL_##name,
#include "http/refuse.def"
#undef X
    REFUSAL_COUNT
} Refusal;

int refuse_status(Refusal why);
Str refuse_words(Refusal why, Lang lang);
Str refuse_name(Refusal why);  /* "LENGTH_TWICE", for logs and counts */
bool refuse_ends(Refusal why); /* the connection, too */
