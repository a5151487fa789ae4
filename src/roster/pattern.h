/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pattern.h - groups that take turns by a fixed calendar: A/B on alternate
 * days, alternate weeks, fixed weekdays.
 *
 * A calendar gives each of 2 to 8 groups its days of the problem; no day is of
 * two groups, so that groups are pools that never meet.  A row in a group is
 * in the office on the group's days as far as it may come, and where it must.
 * The groups are formed so that
 *
 *   - every bound of every node holds on every day, and every post has who it
 *     needs, of those who are in;
 *   - couples that must not meet are in different groups;
 *   - of each section and each node the groups are as even as that allows: the
 *     largest distance to the even share, `uneven`, is least.
 *
 * For rows that may come on every day of the calendar this is a transportation
 * problem, rows to groups under bounds per node and group.  It is put as a
 * Problem of its own, whose days are the groups and whose rows take one day
 * each, and solved by roster_solve, exactly and with proof.  Rows that are away
 * on some days count on those they are there, and couples are no network:
 * their places are tried one by one, with the exact problem of all others as
 * the bound, and at most PATTERN_TRIES solves.  `uneven` is least for the
 * places found for them.  Deterministic from problem->seed.
 */
#pragma once

#include "roster/clash.h"

enum {
    PATTERN_GROUPS = 8,
    PATTERN_SPECIAL = 64, /* rows of couples, or away, that are tried */
    PATTERN_TRIES = 4000,
    PATTERN_NO_GROUP = 255
};

typedef struct {
    uint32_t group_count;
    uint64_t days[PATTERN_GROUPS]; /* of the problem; disjoint */
} PatternCalendar;

/*
 * Calendars over `days` of the problem: those on which anybody of the groups
 * may come, so that a day off is nobody's turn.  UINT64_MAX: all.
 */

/* The k-th of the days is of group k mod groups. */
PatternCalendar pattern_of_days(const Problem *problem, uint64_t days,
                                uint32_t groups);

/* Weeks from Monday; the k-th week with a day is of group k mod groups. */
PatternCalendar pattern_of_weeks(const Problem *problem, uint64_t days,
                                 uint32_t groups);

/* Bits MONDAY .. SUNDAY per group. */
PatternCalendar pattern_of_weekdays(const Problem *problem, uint64_t days,
                                    const uint8_t *weekdays, uint32_t groups);

typedef struct {
    uint32_t a, b; /* rows */
} PatternCouple;

typedef struct {
    const Problem *problem;
    PatternCalendar calendar;
    const uint8_t *in;       /* per row: in the pattern; NULL: all */
    const uint64_t *settled; /* per row: where those who are not, are in the
                                office; NULL: where they must */
    const uint32_t *section; /* per row; NULL: one to a node */
    const PatternCouple *apart;
    size_t apart_count;
} PatternWish;

typedef enum {
    PATTERN_FITS,
    PATTERN_CLASH,    /* bounds leave no room, whoever is in which group */
    PATTERN_COUPLES,  /* the bounds leave room, but not with the couples */
    PATTERN_UNDECIDED /* not found, and not proved that there is none */
} PatternVerdict;

typedef struct {
    PatternVerdict verdict;
    const uint8_t *group_of; /* FITS: per row; PATTERN_NO_GROUP: in none */
    int32_t uneven;          /* FITS: people from the even share, at most */
    Answer answer; /* FITS: office days, duties and totals; no certificate */
    uint32_t tries;
    /* CLASH: the smallest clash of `asked`, whose days are the groups; a
     * clash without demands: of those away on some days. */
    Problem asked;
    Clash clash;
} Pattern;

/*
 * pattern_make - ERR_INPUT for a calendar of fewer than two groups, of more
 * than PATTERN_GROUPS, with a group of no day or two of one day, or for a
 * couple that is not of two rows in the pattern; ERR_LIMIT for couples of more
 * than PATTERN_SPECIAL rows.
 * About log(rows) solves of a problem of `groups` days; with couples or people
 * away, tries of it.
 */
MUST_USE bool pattern_make(Arena *arena, const PatternWish *wish, Pattern *out,
                           Err *err);
