/* SPDX-License-Identifier: Apache-2.0 */
/*
 * small_law.h - the law of letters and tables that stand in the test.
 *
 * Letters are one text: a line of "====" stands between two of them.  The
 * government is "kota", its area "Kota", of WITA.
 */
#pragma once

#include "circular/corpus.h"
#include "tables.h"

enum { SMALL_LETTERS_MOST = 8 };

typedef struct {
    Tables tables;
    Calendar calendar;
    Government government;
    Letter trees[SMALL_LETTERS_MOST];
    Source sources[SMALL_LETTERS_MOST];
    CorpusInput inputs[SMALL_LETTERS_MOST];
    CorpusFrom from;
    Corpus corpus;
    Diags diags;
} SmallLaw;

/* The register of the texts, no letter, and a calendar without holidays. */
void small_law_open(Arena *arena, const char *const texts[TABLE_COUNT],
                    SmallLaw *out);

/* Its letters; false at the first that cannot be read: diags say why. */
bool small_law_letters(Arena *arena, Str letters, SmallLaw *law);

/*
 * All at once: the law as known on `known`, where 17 August 2020 is a holiday.
 * False, and a failed EXPECT, when tables or letters cannot be read; when they
 * are read and do not fit together, false and what was said in diags.
 */
bool small_law_make(Arena *arena, const char *const texts[TABLE_COUNT],
                    const char *letters, Date known, SmallLaw *out);

/* All that was said, a finding a line. */
Str small_law_said(Arena *arena, const SmallLaw *law, Lang lang);
