/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compare_letters.h - use case: one letter against another on the real
 * register: who changes, on which days, and what becomes of every unit.
 *
 * Both stand in turn among the other letters of the government, and each is
 * rostered on the same days, with its proof.  The other of the two is left
 * out, unless the letter itself names it (amends, revokes, beside, ...).
 *
 * What changes is told from the law, not from the rosters: a person changes on
 * a day when the letters put them in different places, or leave them to the
 * turns in one and not in the other.  Of those in turn in both, the number of
 * their office days by the rosters is told (which days is the roster's choice,
 * and two rosters of one law may differ in it).
 * O(people * days) beside the two rosters.
 */
#pragma once

#include "app/data.h"
#include "app/make_roster.h"

enum { COMPARE_SIDES = 2 };

typedef struct {
    Str cite;
    RosterMade made;
    bool rostered; /* made is set; made.solved false: no roster exists */
    Err why_not;   /* when not rostered */
    char *law;     /* person * day: a Placed or PLACED_OPEN */
    int32_t *office, *home; /* people there by the roster, per day; "as usual"
                               is the office; zero when there is no roster */
    int32_t *turns;         /* person: office days by the roster */
} ComparedSide;

typedef struct {
    Office office; /* the last that was read; its faults, when refused */
    ComparedSide side[COMPARE_SIDES];
    Window window;
    bool shortened;   /* the letters go on behind the window */
    const Date *days; /* those on which anybody works by either */
    uint32_t day_count;
    uint32_t person_count;
    uint32_t people;      /* who serve on some of the days */
    uint32_t changed;     /* of them, those who change on some day */
    uint64_t cells;       /* changed person-days */
    uint32_t more, fewer; /* people with more, with fewer office days by B */
} Compared;

/* The same person, two places: do they change on the day? */
static inline bool compared_differs(const Compared *c, uint32_t person,
                                    uint32_t day)
{
    size_t at = (size_t)person * c->day_count + day;
    return c->side[0].law[at] != c->side[1].law[at];
}

/* Another place on some day, or another number of office days. */
bool compared_changes(const Compared *c, uint32_t person);

/*
 * compare_letters - of two files; `days` empty: those of the letters.  False
 * when a file or the folder cannot be read, when a letter has errors (they are
 * in out->office.diags), or neither places anybody.
 */
MUST_USE bool compare_letters(Arena *arena, const char *const paths[2],
                              const OfficeWish *from, Window days,
                              Compared *out, Err *err);
