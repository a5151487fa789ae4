/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_period.h - for which days the letters ask for a recap.
 *
 *     (4) Perangkat daerah wajib menyampaikan rekap kepada BKPSDM setiap
 *     minggu.
 *
 * Each such clause gives a window a week (Monday to Sunday) or month in which
 * its letter holds, cut to those days, and one of all days on which the letter
 * holds at a stretch.  A clause without a rhythm gives the latter alone.
 */
#pragma once

#include "circular/corpus.h"

/* A run is all days on which one such letter follows the other without a day
 * between: a whole PPKM period.  It is chosen, never listed. */
typedef enum {
    RECAP_OF_WEEK,
    RECAP_OF_MONTH,
    RECAP_OF_LETTER,
    RECAP_OF_RUN
} RecapSpan;

typedef struct {
    ClauseId by;
    RecapSpan span;
    Window window;
} RecapPeriod;

typedef struct {
    const RecapPeriod *at; /* by clause, then span, then first day */
    size_t count;
} RecapPeriods;

/* Those that meet `within` (bounded); letters without an end are cut to it. */
RecapPeriods recap_periods(Arena *arena, const Corpus *corpus, Window within);

/* The last period of that span that has begun by the day; false when there is
 * none.  O(periods), for a run O(periods * letters in it). */
bool recap_period_of(const RecapPeriods *periods, RecapSpan span, Date day,
                     Window *out);

/* "mingguan", "bulanan", "surat", "masa"; "weekly", "monthly", "letter",
 * "run". */
bool recap_span_parse(Str word, RecapSpan *out);

/* "mingguan" / "weekly", ... */
Str recap_span_word(RecapSpan span, Lang lang);
