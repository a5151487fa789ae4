/* SPDX-License-Identifier: Apache-2.0 */
/*
 * keep.h - small records beside the facts, by kind and key: accounts, sessions
 * and the like.  They change in place; the journal proves nothing of them.
 */
#pragma once

#include "store/db.h"
#include "store/store.h"

enum { KEEP_KEY_MOST = 200, KEEP_BODY_MOST = 1 << 14, KEEPS_MOST = 5000 };

/* ERR_INPUT, ERR_LIMIT: what cannot be kept. */
MUST_USE bool keep_check(const KeepPut *puts, uint32_t count, Err *err);

/* Write each, or take it away; *gone: some bytes are to leave the log. */
MUST_USE bool keep_write(Db *db, int64_t gov, const KeepPut *puts,
                         uint32_t count, bool *gone, Err *err);

/* One statement: takes away what no copy has; and what only a copy with the
 * keys has, too. */
const char *keep_strip(bool keys);
