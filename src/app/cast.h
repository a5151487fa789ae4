/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cast.h - for a demonstration: who may be tried, a person for each role.
 *
 * All of them are of one agency where that can be, so that what one does is
 * seen by the next: somebody of staff, their superior, the head of their
 * agency; then who was granted something.
 */
#pragma once

#include "app/office.h"

/* name, word, English */
#define CAST_ROLES(X)                                           \
    X(STAFF, "pegawai", "staff")                                \
    X(SUPERIOR, "atasan langsung", "direct superior")           \
    X(HEAD, "kepala perangkat daerah", "head of agency")        \
    X(CLERK, "petugas unit", "unit's clerk")                    \
    X(BOARD, "badan kepegawaian", "personnel board")            \
    X(ORGANISATION, "bagian organisasi", "organisation office") \
    X(ADMIN, "administrator", "administrator")

typedef enum {
#define X(name, word, english) CAST_##name,
    CAST_ROLES(X)
#undef X
        CAST_COUNT
} CastRole;

typedef struct {
    PersonId of[CAST_COUNT]; /* or NO_PERSON */
} Cast;

/* O(people * depth of the tree). */
Cast cast_of(const Office *office, Date day);

Str cast_word(CastRole role, Lang lang);
