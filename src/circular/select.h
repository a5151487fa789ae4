/* SPDX-License-Identifier: Apache-2.0 */
/*
 * select.h - who is meant: from the words of a letter to people and units.
 *
 * A Selection is a Who with its names looked up in the register: a union of
 * picks less a union of exceptions.  Units named stand for themselves and
 * everything below them.  Membership of people is asked for a day, since
 * posts, roles, marks and service are dated.
 */
#pragma once

#include "circular/tree.h"
#include "register/register.h"

/* One alternative of a Selection.  All that is set must hold. */
typedef struct {
    TermKind kind;
    int32_t value;
    const uint8_t *units;  /* per unit: may the person's (or, for ranks and
                              roles, the post's) unit be it?  NULL: any */
    const uint8_t *people; /* TERM_DESK: per person, qualified at a counter */
    const Limit *limit;    /* the term's limits, for marks */
    uint32_t limit_count;
    bool other;   /* lainnya: a residual pick */
    Where placed; /* pegawai di rumah; WHERE_NONE: wherever */
    bool called;  /* yang dipanggil */
} Pick;

typedef struct Selection Selection;
struct Selection {
    const Pick *picks;
    uint32_t pick_count;
    const Limit *each; /* marks that hold for every pick */
    uint32_t each_count;
    const Selection *except; /* or NULL */
};

/*
 * What of a person depends on posts, once for a day.  Roles are a bit each;
 * `top` are the ranks held inside an agency's two (n) highest levels.
 */
typedef struct {
    Rank rank;       /* the best one */
    uint32_t ranks;  /* bit Rank: of the posts held, else of the person */
    uint32_t roles;  /* bit Role */
    bool structural; /* holds a structural post */
    bool heads_agency;
    bool heads_work_unit;
    uint8_t depth; /* 1: holds a post of the highest level present in its
                      agency, 2: of the second, ...; 0: none */
} Profile;

/* The levels (classes of echelon) present in each agency on a day. */
typedef struct {
    uint8_t *levels; /* per unit that is an agency: bit Rank */
} Levels;

Levels levels_on(Arena *arena, const Register *r, Date day);
Profile profile_on(const Register *r, const Levels *levels, PersonId person,
                   Date day);

/*
 * selection_make - look the names of a Who up.  Unknown names, names borne by
 * several units, words that are no people or units: errors of the family
 * "kenal" in diags, with the nearest names.  NULL `who`: everybody.
 */
Selection *selection_make(Arena *arena, const Register *r, const Who *who,
                          const Source *source, Diags *diags);

/* Which units a Who means, one byte a unit: those named, and, when `below`,
 * everything below them, as for "pada UNITS". */
uint8_t *selection_units(Arena *arena, const Register *r, const Who *who,
                         bool below, const Source *source, Diags *diags);

typedef enum {
    PICK_NOT,   /* not meant */
    PICK_MEANT, /* meant by a plain pick */
    PICK_OTHER  /* meant only as one of the rest ("lainnya") */
} Picked;

/* Is the person meant that day?  Limits by place and by call are not tested:
 * they are the picks' `placed` and `called`, for whoever knows the place. */
Picked selection_has(const Selection *s, const Register *r,
                     const Profile *profile, PersonId person, Date day,
                     Date known);
