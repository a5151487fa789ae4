/* SPDX-License-Identifier: Apache-2.0 */
/*
 * evidence.h - inside of the store: the files that facts name, beside the
 * database.
 *
 *   bukti/GOVERNMENT,ID OF THE FACT,DIGEST.jpg
 *
 * A file is put before its fact is written, and taken away once the erasure
 * of its fact is committed.  What a crash leaves between the two is a file of
 * no fact, which a sweep takes: never a fact without its file.
 */
#pragma once

#include "store/ledger.h"
#include "store/write.h"

#define FOLDER_EVIDENCE "bukti"

/* The scribe: every file that the fact names is there; else ERR_ABSENT. */
MUST_USE bool evidence_stands(const Writing *w, Str government,
                              const Fact *fact, Err *err);
/* The scribe: the fact's files go when this batch is committed ... */
void evidence_doom(Writing *w, Str government, const Fact *fact);
/* ... which it is now. */
void evidence_drop(const Writing *w);

/*
 * evidence_whole - what is wrong with the files of a stored fact: "" when all
 * are there and are what their digests say, or when the fact was erased
 * meanwhile.
 */
MUST_USE bool evidence_whole(Store *store, Str government, const Fact *fact,
                             const char **fault, const char **fault_id,
                             Err *err);

/* Copy the files that are not in the copy yet. */
MUST_USE bool evidence_copy(const Store *store, const char *folder, Err *err);
/* Of a copy that is opened: the files of no fact of it go, however new. */
MUST_USE bool evidence_prune(Store *copy, Err *err);
/* A copy that failed: all of them. */
void evidence_take_away(const char *folder);
