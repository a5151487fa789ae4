/* SPDX-License-Identifier: Apache-2.0 */
/*
 * check_letters.h - use case: what a careful reader would ask of letters.
 *
 * Alone: how they read and what their shape leaves open.  With a government:
 * also whom they mean, how they fit the other letters there (a given letter
 * takes the place of the one with the same number), their own examples, and
 * whether every unit can keep them on every day.
 */
#pragma once

#include "app/data.h"
#include "app/make_roster.h"

typedef enum {
    CHECKED_ALONE,    /* no government was given */
    CHECKED_FAULTY,   /* errors: the rest could not be tried */
    CHECKED_FITS,     /* a roster exists, proved */
    CHECKED_CLASH,    /* none exists; roster.clash says why */
    CHECKED_UNPROVED, /* one was made, and the auditor does not believe it */
    CHECKED_NO_ROSTER /* no roster follows from them; `why_not` says why */
} CheckedAs;

typedef struct {
    Office office; /* without a government only its arena and diags are set */
    CheckedAs as;
    const CorpusInput *letters; /* given ones, as they were read */
    size_t letter_count;
    RosterMade roster; /* CHECKED_FITS, CHECKED_CLASH: on the days of the given
                          letters, at most LETTER_DAYS_MOST */
    bool more;         /* they go on behind these days */
    Err why_not;
} CheckedLetters;

/*
 * check_letters - faults of the letters are in out->office.diags (and, of the
 * folder, in faults), whatever is returned.  False when a file cannot be read
 * or the government is wrong; `from` NULL: without one.
 */
MUST_USE bool check_letters(Arena *arena, const char *const *paths,
                            size_t count, const OfficeWish *from,
                            CheckedLetters *out, Err *err);
