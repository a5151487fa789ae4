/*
 * load.h - use case: a government's folder put into a data directory.
 *
 * Every file becomes a document of the kind "berkas", told by a fact DOCUMENT
 * with its digest; a file that is gone is taken away; rows of fakta.csv become
 * facts, files of "arsip/KIND/" documents of that kind (those that are gone
 * stay).  Ids are made of what is loaded, so that the same folder, known on
 * the same day, gives the same journal, and loading it again writes nothing.
 *
 * Names that begin with a dot and empty folders are left out.
 */
#pragma once

#include "app/data.h"

typedef struct {
    Arena *arena;
    Office office; /* for its code, and so that faults can be printed */
    DataFiles files;
    DataFacts facts;
    DataFiles archive; /* documents of other kinds, by kind and name */
} LoadFolder;

/*
 * load_read - read and check the folder; nothing is written.
 *
 * False as office_open; ERR_INPUT too for an empty file and a fakta.csv that
 * does not read; ERR_LIMIT past 10,000 files or 8 folders deep.
 */
MUST_USE bool load_read(Arena *arena, const char *folder, LoadFolder *out,
                        Err *err);

typedef struct {
    uint32_t put, gone, same; /* files: new or changed; taken away; unchanged */
    uint32_t archive;         /* documents of other kinds that are new */
    uint32_t facts, facts_same;
    bool changed; /* something was written, with this receipt */
    Receipt receipt;
} Loaded;

/*
 * load_write - all in one intent, known on that day; more than 150,000 facts
 * go in several, each whole, of which a second loading writes what is missing.
 *
 * ERR_STALE when an id of fakta.csv is here with another claim; the store's
 * refusals.  *out is set when true.
 */
MUST_USE bool load_write(Store *store, const LoadFolder *from, Date known,
                         Loaded *out, Err *err);
