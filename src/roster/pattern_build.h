/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pattern_build.h - the workshop of pattern.c and its rooms.
 *
 *   pattern_calendar.c  which days are whose
 *   pattern.c           who is tried where; the verdict
 *   pattern_asked.c     the transportation problem of those not placed yet
 *   pattern_check.c     every bound of every day, and the duties at posts
 */
#pragma once

#include "roster/pattern.h"

/* How rows that are away on some days, and are not placed, are counted. */
typedef enum {
    COUNT_PRESENT, /* as if there on all days: what fits, fits */
    COUNT_ABSENT   /* against caps not at all, for floors in full: what does
                      not fit, does not fit whatever they do */
} PatternCount;

typedef struct {
    Arena *arena; /* what lasts */
    const PatternWish *wish;
    const Problem *problem;
    PatternCalendar calendar;
    uint64_t all;        /* days of the calendar */
    uint8_t *takes_part; /* per row */
    uint8_t *partial;    /* per row: away on some days of the calendar */
    uint8_t *placed;     /* per row: group, or PATTERN_NO_GROUP */
    uint32_t *special;   /* rows to be tried, couples first */
    uint32_t special_count, couple_rows;
    uint32_t *section;      /* per row: its node behind those of the problem */
    uint32_t *section_node; /* per section: the node above */
    uint32_t section_count;
    bool loose; /* posts whose need differs inside a group, whose officers are
                   of several sections, or whom somebody placed or of no group
                   may serve beside another: no part of the network */
    uint32_t tries;
} PatternMaking;

/* No evenness is asked for. */
#define PATTERN_ANY INT32_MAX

void pattern_sections(PatternMaking *m);

/*
 * The problem of those who take part and are not placed, with groups at most
 * `uneven` from the even share.  False when bounds contradict each other
 * before anybody is placed.  rows[i] of it is row_of[i] of the whole.
 */
bool pattern_ask(Arena *arena, const PatternMaking *m, PatternCount count,
                 int32_t uneven, Problem *out, uint32_t **row_of);

/* The groups in which the row's own bounds hold, as bits. */
uint64_t pattern_groups(const PatternMaking *m, uint32_t row);

/* Do the bounds of the row's own days hold, if these are its office days? */
bool pattern_row_holds(const ProblemRow *row, uint64_t office);

/* Have the posts of the day who they need?  serves: per row, its post. */
bool pattern_serves(const Problem *problem, const uint64_t *office,
                    uint32_t day, uint32_t *serves);

/* The largest distance of a group of a section or node to its even share. */
int32_t pattern_uneven(const PatternMaking *m, const uint8_t *group_of);

/* Where everybody is by these groups; true when every bound of every day holds
 * and the posts are served (then the answer is set). */
bool pattern_check(const PatternMaking *m, const uint8_t *group_of,
                   Answer *answer);
