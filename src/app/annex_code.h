/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex_code.h - use case: the code under a printed annex, and what it proves.
 *
 * "K7QD-3MXA-9PTC" names a version of a published plan, a unit and a month.  It
 * follows from the digest of the document that published the version, so that
 * a plan that moved has another one, and whoever holds the paper can ask
 * whether it is genuine and still the last.  Nobody is named by it.
 *
 * Letters of Crockford's base 32 (no I, L, O, U): four of the version, seven of
 * unit and month within it, one to catch slips of the pen: any single wrong
 * letter, any two neighbours swapped.
 */
#pragma once

#include "app/published.h"

enum { ANNEX_CODE = 12, ANNEX_CODE_TEXT = 14 }; /* letters; with dashes */

/* What an annex is of: a unit (of a unit kerja its own staff, else with all
 * below it), in a month of the plan. */
typedef struct {
    const Published *plan;
    uint32_t version; /* 1 to published_version */
    UnitId unit;
    Date month; /* any day of it */
} AnnexOf;

/* The code as it is printed, with dashes; its address is "/cek/" and this. */
Str annex_code(Arena *arena, const Office *office, const AnnexOf *of);

typedef enum {
    ANNEX_MISTYPED, /* no code at all: a letter is wrong or missing */
    ANNEX_UNKNOWN,  /* of nothing that was published here */
    ANNEX_LAST,     /* genuine, and as it stands */
    ANNEX_SAME,     /* genuine; later versions changed nothing of it */
    ANNEX_OLDER     /* genuine; changed since */
} AnnexState;

typedef struct {
    AnnexState state;
    AnnexOf of;    /* LAST, SAME, OLDER */
    Window days;   /* of the month that the plan has */
    Instant put;   /* when that version was published */
    uint32_t last; /* version that the plan stands at */
    Instant last_put;
    bool replaced; /* OLDER: these days belong to another plan by now */
} AnnexFound;

/* `typed`: blanks and dashes ignored, small letters taken, I and L for 1, O
 * for 0.  O(versions + units * months). */
AnnexFound annex_code_find(Arena *arena, const Office *office,
                           const PublishedList *plans, Str typed);

/* When a version was published. */
Instant annex_code_put(const Published *plan, uint32_t version);
