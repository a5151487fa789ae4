/* SPDX-License-Identifier: Apache-2.0 */
/*
 * import.h - from files to a Register: all or nothing.
 *
 * Files are tables (CSV or XLSX turned into rows) with headers that are
 * guessed: our own names, and those of SIASN exports (nipBaru, unorNama,
 * jenisJabatan, ...).  Every fault names file, row, column, what stands there
 * and what would be right; faults that need the same repair are one group.
 */
#pragma once

#include "base/csv.h"
#include "register/register.h"

/* One fault of one cell; row and column as a spreadsheet counts them. */
typedef struct {
    const char *repair; /* id of the group: "nip-rusak", "unit-tak-dikenal" */
    Str file;
    uint32_t row;    /* 1 = the header */
    uint32_t column; /* 1 = A; 0: the whole row */
    Str header;      /* name of the column as the file spells it */
    Str value;
    Str value_id; /* the same in Indonesian, where it is a sentence */
    Str right;    /* what would be right, for this cell; may be empty */
    Str choices;  /* else all that would be right, or empty */
} Fault;

typedef struct {
    Arena *arena;
    VEC(Fault) list;
    size_t count; /* all; the list keeps at most 1,000 */
} Faults;

/* Groups with their sentence (two languages), how many, and the first five
 * places each. */
void faults_print(const Faults *faults, Lang lang, Buf *out);

/* The faults that one repair mends; count 0: none of it. */
typedef struct {
    Str id, said, how;
    size_t count;
    Str places; /* the first five, a line each; "and 3 more" behind them */
} FaultGroup;

/* The group at that place of their order; false past the last. */
bool faults_group(Arena *arena, const Faults *faults, size_t at, Lang lang,
                  FaultGroup *out);

typedef struct {
    Str name; /* as the user gave it; the ending decides: .csv .tsv .xlsx */
    Str bytes;
} ImportFile;

typedef enum {
    TABLE_UNITS,
    TABLE_POSTS,
    TABLE_PEOPLE,
    TABLE_ABSENCES,
    TABLE_MARKS,
    TABLE_COUNTERS,
    TABLE_EVENTS,
    TABLE_STATUSES,
    TABLE_GRANTS,
    TABLE_COUNT
} TableKind;

/* What a header looks like, with how sure the guess is (0..100). */
typedef struct {
    TableKind kind;
    int sure;
} TableGuess;

TableGuess import_guess(const CsvRow *header);

/*
 * import_register - read tables[kind] (name empty: not given) into a new
 * Register.  False when any fault was found; then nothing is made.  Faults of
 * the whole: a cycle in the unit tree, two heads, an unknown unit or person,
 * a code twice, dates the wrong way round; where posts are given, no head post
 * for an agency or for a unit kerja of more than one person.  A head post that
 * nobody holds is a warning in *remarks.
 */
bool import_register(Arena *arena, const ImportFile tables[TABLE_COUNT],
                     Register *out, Faults *faults, Diags *remarks);

/*
 * import_unseen - cells of a table just given that hold characters which nobody
 * sees (base/unseen.h) become faults; in columns that are used.  What the
 * memory has kept for long is read without this question.
 *
 * False when there was one.  A table that cannot be read has none.
 */
bool import_unseen(Arena *arena, TableKind kind, const ImportFile *file,
                   Faults *faults);
