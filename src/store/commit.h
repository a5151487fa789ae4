/* SPDX-License-Identifier: Apache-2.0 */
/*
 * commit.h - the one place where an acknowledgement is born.
 *
 * A CommitToken exists only after a COMMIT has returned that all is on the
 * disk; a Receipt cannot be made without one.
 */
#pragma once

#include "store/write.h"

typedef struct CommitToken CommitToken;

MUST_USE bool commit_finish(Db *db, Arena *tmp, const CommitToken **out,
                            Err *err);
Receipt commit_receipt(const CommitToken *token, const Entry *entry);
