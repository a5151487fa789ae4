/* SPDX-License-Identifier: Apache-2.0 */
/*
 * consequence.h - what a letter says to follow from a day: hours that are
 * credited, a share that is cut, a step of a ladder.
 *
 *     Hari di rumah dihitung 8,5 jam, jika laporan diterima.
 *     Tunjangan dipotong 0,5%, jika laporan tidak diterima.
 *     Pelanggaran aturan 1 dikenai: pertama: "teguran lisan"; kedua: ...
 *
 * A day's number follows in hundredths, never in money.  A condition, a time
 * or a subject that no fact of a day can answer leaves the sentence recorded.
 */
#pragma once

#include "circular/tree.h"

typedef enum {
    FOLLOWS_NOTHING, /* recorded */
    FOLLOWS_HOURS,   /* each such day is credited with hours */
    FOLLOWS_CUT,     /* each such day cuts a share of the allowance */
    FOLLOWS_STEP     /* breaches of rules lead up a ladder */
} Follows;

typedef enum { IF_ALWAYS, IF_ACCEPTED, IF_NOT_ACCEPTED } FollowsIf;

typedef struct {
    Follows what;
    FollowsIf when;     /* of the report of the day */
    Where place;        /* HOURS: of the day; WHERE_NONE: any */
    int32_t hundredths; /* of an hour or of a percent, for each day */
    int32_t steps;      /* STEP: how many */
} ConsequenceRule;

/* What a sentence makes follow; FOLLOWS_NOTHING for any other. */
ConsequenceRule consequence_of(const Sentence *s);

/* The words of a step, from 1 on, and its number in words: "kedua". */
Str consequence_step(const Sentence *s, int32_t step, Lang lang);
Str consequence_ordinal(const Sentence *s, int32_t step, Lang lang);
