/* SPDX-License-Identifier: Apache-2.0 */
/*
 * row_key.h - the keys of a table, and which labels are borne under them.
 *
 *     Menurut level PPKM tempat unit kerja berada dan sektor:
 *         level 4, nonesensial: pegawai wajib di rumah; ...
 *
 * A key is a status that others declare for an area (zona, level, status), a
 * class of the units themselves (sektor, sifat layanan), or the day of the week
 * (hari).  Keys are asked of
 * the FRAME_BY of the table, in the order of the labels.
 */
#pragma once

#include "circular/tree.h"

typedef enum {
    ROW_KEY_UNKNOWN, /* the table is kept, not computed */
    ROW_KEY_STATUS,  /* of the government's area */
    ROW_KEY_STANDS,  /* of the area in which the unit stands */
    ROW_KEY_SERVICE, /* sektor, sifat layanan: of the unit */
    ROW_KEY_DAY      /* hari: "Senin sampai dengan Kamis", "Jumat" */
} RowKeyKind;

typedef struct {
    RowKeyKind kind;
    Str words; /* without "tempat unit kerja berada" */
} RowKey;

/* Take the next key off the words of the frame; false at their end. */
bool row_key_next(Str *words, RowKey *out);

/* A table of rows whose keys are all known: its rows are clauses. */
bool row_keys_known(const Sentence *table);

/* A table at all: not the ladder of "dikenai". */
bool row_is_table(const Sentence *s);

/*
 * row_label_is - does a status of this name bear the label?  It holds what the
 * label says beyond its key, and nothing beyond both: under "zona risiko" the
 * label "merah" is borne by "merah", "zona merah" and "zona risiko merah";
 * under "level PPKM" the label "level 4" by "PPKM level 4".
 */
bool row_label_is(const RowKey *key, Str label, Str status);

/* The classes that a label of sektor or sifat layanan means, a bit each; 0:
 * no such class.  "nonesensial" is neither essential nor critical. */
uint32_t row_label_classes(Str label);

/* The days of the week that a label of hari names, a bit each (Weekday); 0: it
 * is no such label. */
uint8_t row_label_days(Str label);
