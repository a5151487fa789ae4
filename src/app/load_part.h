/* SPDX-License-Identifier: Apache-2.0 */
/*
 * load_part.h - between the rooms of load.
 *
 *   load_folder.c  the folder, read and checked
 *   load_facts.c   its facts, a file at a time
 *   load_evidence.c  the files that they name
 *   load.c         what of it is new, written
 */
#pragma once

#include "app/data_parts.h"
#include "app/load.h"
#include "base/map.h"

/* ---- load_facts.c: many facts, few in memory ---------------------------- */

/* Read and check each file; keep what LoadFolder keeps of it. */
MUST_USE bool load_facts_read(LoadFolder *from, Err *err);

/* Which of them are new to a store, and then those, file by file. */
typedef struct {
    Store *store;
    const LoadFolder *from;
    Map erased;   /* ids of records that are here no more */
    bool **fresh; /* of each file, of each fact */
    size_t next;  /* file to be fed */
    uint32_t same;
    uint32_t earlier; /* new ones that say when they were received */
    VEC(Fact) others; /* new ones that do not */
} LoadFacts;

/* ERR_STALE when an id is here with another claim. */
MUST_USE bool load_facts_compare(LoadFacts *facts, Err *err);

/* The StoreFeed of those that are new and say when they were received; its
 * context is a LoadFacts. */
bool load_facts_feed(void *context, Arena *arena, const Fact **out,
                     uint32_t *count, Err *err);

/* ---- load_evidence.c: files that facts name ----------------------------- */

/* "arsip/bukti/ID,DIGEST.jpg" */
bool load_evidence_is(Str name);

/* Put those beside the database that are not there yet; not those of records
 * that are erased.  ERR_INPUT when one is not what its digest says. */
MUST_USE bool load_evidence_put(const LoadFacts *facts, Err *err);

/* ---- load_folder.c ------------------------------------------------------ */

/* The first fact of the folder that publishes this document (a plan, its
 * certificate, a version), or that stores it with these bytes; or NULL. */
const Fact *load_said(const LoadFolder *from, Str kind, Str name, Str digest);

/* "arsip/KIND/NAME: ..."; false. */
bool load_refuse_archive(const Document *doc, const char *id, const char *en,
                         Err *err);
