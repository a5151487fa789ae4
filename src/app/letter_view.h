/* SPDX-License-Identifier: Apache-2.0 */
/*
 * letter_view.h - use case: letters as anybody may read them: which are in
 * force, what each says in short, what it is to others, what it changed.
 *
 * Decisions of heads are not among them: they are of their unit.
 */
#pragma once

#include "circular/corpus.h"

typedef enum {
    LETTER_VIEW_HOLDS,   /* in force today, or what it amends is */
    LETTER_VIEW_COMING,  /* from a later day on */
    LETTER_VIEW_WAITING, /* for a status of the area that was not noted */
    LETTER_VIEW_ENDED,
    LETTER_VIEW_REVOKED,
    LETTER_VIEW_STATES
} LetterViewState;

typedef struct {
    uint32_t letter; /* into corpus->letters */
    LetterViewState state;
    bool dated;          /* has days of its own; else only changes another */
    Window days;         /* from its first to its last day */
    bool ahead;          /* its last day is by a letter that comes later */
    uint32_t amends;     /* the letter that it changes, or NO_INDEX */
    Date from;           /* from which day on it does */
    uint32_t revoked_by; /* REVOKED: by which letter */
    Date revoked;        /* from which day on */
} LetterView;

LetterView letter_view(const Corpus *corpus, uint32_t letter, Date today);

/* Comes into force behind today; of one that only changes another the day on
 * which it does. */
bool letter_view_comes(const Corpus *corpus, uint32_t letter, Date today);
bool letter_view_amends(const Corpus *corpus, uint32_t by, uint32_t letter);

/* All, by state, the newest first in each. */
void letter_view_list(Arena *arena, const Corpus *corpus, Date today,
                      LetterView **out, size_t *count);

/* By the number or name that a relation gives; NO_INDEX: not one of ours. */
uint32_t letter_view_cited(const Corpus *corpus, Str number);

/* ---- as an address --------------------------------------------------------
 */

/* "188.65-504-org-2020": small letters, digits and points, the rest as dashes;
 * with a digest behind it where two letters would have the same. */
Str letter_view_path(Arena *arena, const Corpus *corpus, uint32_t letter);
uint32_t letter_view_find(Arena *arena, const Corpus *corpus, Str path);

/* ---- in short -------------------------------------------------------------
 */

enum { LETTER_VIEW_SHORT = 4 };

/* The clauses that say most: who is where, under which cap, what is owed; in
 * the order of the letter.  *left: how many more there are. */
void letter_view_short(const Corpus *corpus, uint32_t letter, Date today,
                       ClauseId out[LETTER_VIEW_SHORT], size_t *count,
                       size_t *left);

/* ---- what it changed ------------------------------------------------------
 */

typedef struct {
    const Change *change;
    const ClauseId *before; /* REPLACE, DELETE: the wording until then */
    size_t before_count;
    Date last_before; /* VALIDITY: the last day until then */
    Date first;       /* the first day of the change */
} LetterViewChange;

/* Of an amending letter; none of another. */
void letter_view_changes(Arena *arena, const Corpus *corpus, uint32_t letter,
                         LetterViewChange **out, size_t *count);
