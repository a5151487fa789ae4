/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seating.h - a plan's days as seats: what a move breaks, and the plan after.
 *
 * A move puts somebody from office to home or back on one day.  What it does
 * to every cap that counts the person, and to the counters, is counted from
 * cap lines that audit/ or roster/ has made (plan/capline.h) and from the
 * cells; no law is interpreted here beyond where a cap counts whom.
 *
 *   seating.c           caps; the moved plan; one day judged by audit/
 *   seating_counters.c  officers for counters, by matching
 */
#pragma once

#include "audit/rules.h"

enum { SEAT_MOVES = 32 }; /* most moves that are asked about at once */

typedef struct {
    PersonId person;
    uint32_t day; /* of the plan */
    char to;      /* PLACED_OFFICE or PLACED_HOME */
} SeatMove;

typedef struct {
    int32_t over;    /* people above "at most", summed over caps and units */
    int32_t under;   /* people below "at least", likewise */
    int32_t missing; /* officers wanting at the counters that are open */
} SeatToll;

typedef struct {
    Arena *arena;
    const Corpus *corpus;
    const Plan *plan;
    const uint8_t *open; /* cell by cell: the law leaves it to the roster */
    const CapLine *caps;
    uint32_t *cap_at;  /* clause * unit_count + unit -> caps; NO_INDEX */
    LawDay **law;      /* per day; NULL until asked for */
    uint8_t *opens;    /* day * counter_count + counter: is it open? */
    int32_t *missing;  /* per day, as planned */
    uint32_t *officer; /* per person: among those of counters; NO_INDEX */
    uint32_t *serving; /* per officer: work of the matching */
    int32_t *served;   /* per counter: of the last matching */
    uint32_t *asked;   /* per counter */
    uint32_t round;
    struct SeatTouch {
        uint32_t line;
        int32_t by;
    } * touched; /* SEAT_MOVES * clause_count: work of the caps */
} Seating;

/*
 * seating_make - everything is borrowed; `caps` must stand as the plan's cells
 * have it.  Law days are made when first asked for, in `arena`.
 * O(clauses * units + people + counters).
 */
Seating seating_make(Arena *arena, const Corpus *corpus, const Plan *plan,
                     const uint8_t *open, const CapLine *caps,
                     size_t cap_count);

const LawDay *seating_law(Seating *s, uint32_t day);

static inline bool seating_is_open(const Seating *s, PersonId person,
                                   uint32_t day)
{
    return s->open[(size_t)person.index * s->plan->day_count + day] != 0;
}

/*
 * seating_toll - what the caps touched by the moves, and the counters, stand
 * at before (toll[0]) and after them (toll[1]).  All moves are of one day and
 * of different people, at most SEAT_MOVES; a person may be moved from where
 * they are not only.
 * O(moves * caps); with officers among the moved, a matching of all counters.
 */
void seating_toll(Seating *s, const SeatMove *moves, size_t count,
                  SeatToll toll[2]);

/* Officers wanting on the day of the moves; served[] is per counter after. */
int32_t seating_missing(Seating *s, uint32_t day, const SeatMove *moves,
                        size_t count);

/* The line of the cap in which the person is counted that day, or NULL. */
const CapLine *seating_line(Seating *s, ClauseId cap, PersonId person,
                            uint32_t day);

/* People above the line's "at most" that day (0 when it holds). */
int32_t seating_over(const Seating *s, const CapLine *line, uint32_t day);

/*
 * seating_moved - a plan of its own: the cells of the moves with reasons as
 * the law gives them, all else shared or copied.  ERR_LIMIT when there are too
 * many reasons.  O(cells).
 */
MUST_USE bool seating_moved(Arena *arena, Seating *s, const SeatMove *moves,
                            size_t count, Plan *out, Err *err);

/* audit/ on one day of a plan alone: all of its rules are of one day. */
MUST_USE bool seating_day_holds(Arena *scratch, const Corpus *corpus,
                                const Plan *plan, uint32_t day, Err *err);
