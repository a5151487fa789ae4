/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_table.h - a recap as a closed record: canonical text, hash, closing.
 *
 * The text has one line a person, sorted by code, so that the same numbers
 * have the same bytes and the hash names them:
 *
 *     rekap 1
 *     pemerintah<tab>kotim
 *     unit<tab>dinkes
 *     masa<tab>2021-07-26<tab>2021-07-30
 *     kolom<tab>hari_kerja<tab>...
 *     K00001<tab>5<tab>...
 *
 * Where a letter makes hours, cuts or steps follow from days (recap.h), the
 * text begins with "rekap 2", and behind the columns of all recaps stand three
 * for each such clause, named by it: "jam_diakui_x100 SE 1/2026#1(2)".  What
 * was closed without them stays "rekap 1", and is compared without them.
 *
 * Lines end in a line feed; backslash, tab, line feed and carriage return of
 * a code are written \\ \t \n \r.  Closing is a fact (FACT_RECAP) of a unit
 * with days, version and hash; it is never undone.  What changes later comes
 * by a correction: a new version, and recap_compare says what is different.
 */
#pragma once

#include "day/recap.h"

enum { RECAP_HASH_TEXT = 73 }; /* "blake2b:" and 64 digits, ending zero */

typedef struct {
    Str code; /* of the person */
    int32_t counts[RECAP_COLUMNS];
    int32_t *more; /* more_count of the table */
} RecapRow;

typedef struct {
    Str government, unit; /* codes */
    Window window;
    const Str *more; /* names of further columns */
    uint32_t more_count;
    RecapRow *rows; /* by code, bytewise, each once */
    size_t count;
} RecapTable;

/* The people who are counted in `unit` or below it.  Codes are borrowed from
 * the register.  O(people log people). */
RecapTable recap_table(Arena *arena, const Recap *recap, UnitId unit);

/* The same as it was before there were further columns. */
RecapTable recap_table_plain(const RecapTable *table);

void recap_table_write(const RecapTable *table, Buf *out);

/* ERR_INPUT, with the line, in two languages, for any text that
 * recap_table_write would not have written. */
MUST_USE bool recap_table_read(Arena *arena, Str text, RecapTable *out,
                               Err *err);

/* "blake2b:" and the BLAKE2b-256 of the text in hexadecimal. */
const char *recap_hash(Str text, char hash[RECAP_HASH_TEXT]);

/* ---- what changed ------------------------------------------------------- */

typedef struct {
    Str person;         /* code */
    RecapColumn column; /* RECAP_COLUMNS: the person came (0 to 1) or went */
    int32_t from, to;
    Str more; /* the name of a further column; empty: see column */
} RecapChange;

typedef struct {
    RecapChange *at; /* by code, then column */
    size_t count;
} RecapChanges;

/* From the old to the new; ERR_INPUT when they are not of the same unit and
 * days.  O(rows). */
MUST_USE bool recap_compare(Arena *arena, const RecapTable *old,
                            const RecapTable *later, RecapChanges *out,
                            Err *err);

/*
 * recap_restore - the numbers of a kept table in the stead of those counted
 * anew: of its people, their units and sums.  Caps are no part of a table:
 * none is told.  People whom the register does not know are left out.
 */
void recap_restore(Arena *arena, const RecapTable *kept, Recap *recap);

/* ---- closing ------------------------------------------------------------ */

typedef struct {
    int32_t version; /* 0: never closed */
    Instant at;      /* closed */
    FactId id;
    Str hash;         /* as recap_hash gives it; of the fact */
    Instant received; /* by whom it was sent to; 0: not yet */
} RecapClosing;

/* The last version that was closed of exactly this unit and these days, of
 * facts in any order; facts that were taken out do not count. */
RecapClosing recap_closing(const Fact *facts, size_t count, Str unit,
                           Window window);

/* The fact that closes a table whose text has that hash, as the version
 * behind `last`; the caller gives id, actor, channel, zone and instants. */
Fact recap_closing_fact(const RecapTable *table, const RecapClosing *last,
                        Str hash);
