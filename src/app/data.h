/* SPDX-License-Identifier: Apache-2.0 */
/*
 * data.h - a government as it is kept in a data directory.
 *
 * Its folder lies there as documents of the kind "berkas"; what came since are
 * facts.  An office opened from them is the one that its folder would give,
 * with what the facts change of the law.
 */
#pragma once

#include "app/office.h"
#include "store/store.h"

/*
 * office_open_data - the office as known on a day (DATE_NEVER: all on file):
 * the documents known then, and the facts received by then (docs/day.md,
 * section 6).
 *
 * ERR_ABSENT when the data hold no such government, naming those that they
 * hold; else as office_open.  *out is set in either case.
 */
MUST_USE bool office_open_data(Arena *arena, Store *store, Str government,
                               Date known, Office *out, Err *err);

/* Grant what accounts grant: administrators by their account, known on a day.
 * office_open_data has done so. */
MUST_USE bool data_admins(Office *office, Store *store, Date known, Err *err);

/* What a call names: a folder, or a government's code and its data. */
typedef struct {
    const char *government; /* folder, or code where `data` is given */
    const char *data;       /* or NULL */
    Date known;
} OfficeWish;

/* As office_open or office_open_data; the data directory is closed again. */
MUST_USE bool office_open_wish(Arena *arena, const OfficeWish *wish,
                               Office *out, Err *err);

typedef struct {
    Fact *at;
    size_t count;
} DataFacts;

/* Facts received by `known` (erasures: all that say of which days), of these
 * kinds (bits; 0: all), in the order of the journal.  `zone` tells the day on
 * which a fact was received. */
typedef struct {
    Str government;
    Zone zone;
    Date known;
    uint64_t kinds;
} DataFactsWish;

MUST_USE bool data_facts(Arena *arena, Store *store, const DataFactsWish *wish,
                         DataFacts *out, Err *err);

/* Leave what nobody knew at `now`: it had not arrived.  What says no instant of
 * arrival has; an erasure counts whenever it came, because what was known
 * before it is not here any more. */
void data_facts_by(DataFacts *facts, Instant now);

/* The files that are kept, by name, as known on a day. */
MUST_USE bool data_berkas(Arena *arena, Store *store, Str government,
                          Date known, DataFiles *out, Err *err);

/* A fact DOCUMENT that says a file of the folder was stored. */
bool data_is_berkas(const Fact *fact);

/* Kinds of documents beside the files: plans, proposals, recaps.  In a folder
 * that was exported they lie in "arsip/KIND/", the newest version of each. */
#define DATA_ARCHIVE "arsip"
extern const char *const data_archive_kinds[];
extern const size_t data_archive_kind_count;
bool data_archive_has(Str kind);
/* Beside them the files that facts name: "arsip/bukti/ID,DIGEST.jpg". */
#define DATA_EVIDENCE DATA_ARCHIVE "/bukti"

/* "sha256:0123..." of the bytes. */
Str data_digest(Arena *arena, Str bytes);

/* The id of a fact that follows from another one: of the same instant, always
 * the same for the same `what`. */
FactId data_id_after(FactId of, Str what);

/* ERR_STALE: that id is the one of another fact; returns false. */
bool data_id_taken(FactId id, Err *err);
