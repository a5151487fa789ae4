/* SPDX-License-Identifier: Apache-2.0 */
/*
 * load.h - use case: a government's folder put into a data directory.
 *
 * Every file becomes a document of the kind "berkas", told by a fact DOCUMENT
 * with its digest; a file that is gone is taken away; rows of fakta.csv and of
 * its further files (data_parts.h) become facts, files of "arsip/KIND/"
 * documents of that kind (those that are gone stay).  Ids are made of what is
 * loaded, so that the same folder, known on the same day, gives the same
 * journal, and loading it again writes nothing.
 *
 * A row that says `diterima` keeps that time of receipt, so that nothing looks
 * as if it had come when it was loaded; behind such rows stands a fact DOCUMENT
 * received now, with their number and the digest of the file (of several: of
 * the list of their digests and names).  What is here for
 * the first time is known from the day on which a row says that it was
 * published or enacted, else from that of loading.
 *
 * Names that begin with a dot and empty folders are left out.
 */
#pragma once

#include "app/data.h"

/* Was this fact DOCUMENT written by a loading? */
bool load_wrote(const Fact *fact);
/* And does it say how many facts before it kept their time of receipt? */
bool load_keeps_receipts(const Fact *fact);

/* A file of facts, as it was when it was read first. */
typedef struct {
    Str name, digest;
    size_t facts;
} LoadPart;

typedef struct {
    Arena *arena;
    const char *folder;
    Office office; /* for its code, and so that faults can be printed */
    DataFiles files;
    LoadPart *parts; /* of the facts, in their order */
    size_t part_count;
    Str facts_digest;   /* of the files of facts; empty: there is none */
    DataFacts said;     /* those of its facts that publish or store something */
    DataFiles archive;  /* documents of other kinds, by kind and name */
    FileNames evidence; /* files that its facts name; read when they are put */
} LoadFolder;

/*
 * load_read - read and check the folder; nothing is written.
 *
 * False as office_open; ERR_INPUT too for an empty file and facts that do not
 * read, stand twice or, in a further file, were received before those of the
 * file before; ERR_LIMIT past 10,000 files or 8 folders deep.
 */
MUST_USE bool load_read(Arena *arena, const char *folder, LoadFolder *out,
                        Err *err);

typedef struct {
    uint32_t put, gone, same; /* files: new or changed; taken away; unchanged */
    uint32_t archive;         /* documents of other kinds that are new */
    uint32_t facts, facts_same;
    bool changed; /* something was written, with this receipt */
    Receipt receipt;
    uint64_t first; /* record of it */
} Loaded;

/*
 * load_write - all in one intent, known on that day; of the facts one file at
 * a time is in memory.
 *
 * ERR_STALE when an id of fakta.csv is here with another claim, or when a new
 * one was received before something that is here; the store's refusals.  *out
 * is set when true.
 */
MUST_USE bool load_write(Store *store, const LoadFolder *from, Date known,
                         Loaded *out, Err *err);
