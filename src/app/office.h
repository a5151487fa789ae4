/* SPDX-License-Identifier: Apache-2.0 */
/*
 * office.h - a government's folder, read whole: the world of every command.
 *
 *     examples/kotim/  government.conf  register/  letters/  decisions/
 *                      calendar/  status.csv  events.csv
 *
 * The national calendar is shared: calendar/nasional.csv in the folder that
 * TATAKERJA_DATA names, else in `data` beside the program or above it.  A
 * table is a .csv, .tsv or .xlsx; the latter is opened by a confined child.
 * Nothing is written.
 */
#pragma once

#include "app/data_files.h"
#include "circular/check.h"
#include "register/import.h"
#include "register/settings.h"

typedef struct {
    Arena *arena;
    DataFiles files;
    Government government;
    Str crest; /* an SVG that crest_check took; or empty */
    Register r;
    Calendar calendar;
    CorpusInput *letters; /* letters first, then decisions; by file name */
    size_t letter_count;
    Diags diags;   /* of settings, calendar, letters */
    Faults faults; /* of the register */
    Diags remarks; /* of the register: no head, ... */
} Office;

/*
 * office_open - read everything; false when anything is wrong.  Then *err says
 * what the world refused or, of kind ERR_INPUT, that diags or faults (which
 * the caller prints) tell more.  *out is set in either case, so that they can
 * be printed.
 */
MUST_USE bool office_open(Arena *arena, const char *folder, Office *out,
                          Err *err);

/* The same from files that lie elsewhere too. */
MUST_USE bool office_open_files(Arena *arena, const DataFiles *files,
                                Office *out, Err *err);

/* All that the office's law is made of. */
CorpusFrom office_from(const Office *office);

/* The law of the office as known on `known`; faults go to office->diags. */
MUST_USE bool office_law(Office *office, Date known, Corpus *out, Err *err);

/* Refuse what was asked, in both languages: an error in office->diags and
 * ERR_INPUT.  Returns false. */
bool office_refuse(Office *office, const char *id, Str said_id, Str said_en,
                   Err *err);

/*
 * office_put_letter - add a letter to those of the folder, in the place of the
 * one that is cited in the same way, if there is one.
 */
void office_put_letter(Office *office, CorpusInput letter);

/* Read and parse one letter; faults of the text go to diags (then false and
 * ERR_INPUT, *out being what could be read). */
MUST_USE bool office_read_letter(Arena *arena, const char *path, Str shown,
                                 CorpusInput *out, Diags *diags, Err *err);

/* A file of at most `most` bytes (whole megabytes); a larger one is refused
 * with what to do. */
MUST_USE bool office_read_file(Arena *arena, const char *path, size_t most,
                               Str *out, Err *err);

/* A table from the bytes of a file of that name: a spreadsheet becomes the text
 * of a CSV on the way. */
MUST_USE bool office_table(Arena *arena, Str shown, Str bytes, ImportFile *out,
                           Err *err);

/* Where the table of that kind lies, without its ending: "register/people". */
Str office_table_path(TableKind kind);

/* Read a table's file; a spreadsheet becomes the text of a CSV on the way. */
MUST_USE bool office_read_table(Arena *arena, const char *path, Str shown,
                                ImportFile *out, Err *err);
