/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kept.h - the text of a kept record: a line a field, "name=value", what is
 * not said has none.
 */
#pragma once

#include "base/buf.h"
#include "base/zone.h"

/* What is read of one; `bad` once a number is none. */
typedef struct {
    Str body;
    bool bad;
} Kept;

/* Borrowed from the body; empty when it is not said. */
Str kept_text(const Kept *kept, const char *name);
int64_t kept_number(Kept *kept, const char *name); /* 0 when not said */
Instant kept_instant(Kept *kept, const char *name);

/* An empty text and 0 are not said.  A line feed in a value is our mistake. */
void kept_put_text(Buf *out, const char *name, Str value);
void kept_put_number(Buf *out, const char *name, int64_t value);
