/* SPDX-License-Identifier: Apache-2.0 */
/*
 * law.h - what the letters say of one person's day.
 *
 *     LawDay *today = law_day(arena, &corpus, day);
 *     Directive d = law_person(today, person);
 *
 * The order of golden.md: closed unit; no working day; a mark that keeps the
 * person at home; leave and trip; recall, meeting, visit; the letter does not
 * apply; a head's decision; must; cap and rotation, and days that somebody
 * whose place is anywhere owes in the office; may; the rest; works as
 * usual.  Within a step the narrower subject (fewer people, all inside the
 * other), then the narrower window, then the later letter; a tie between
 * different places is reported by the checker and decided by none.
 */
#pragma once

#include "circular/corpus.h"
#include "circular/leave_said.h"
#include "register/placement.h"

typedef struct {
    char letter;    /* a Placed, or PLACED_OPEN: the roster decides */
    char otherwise; /* PLACED_OPEN under floors alone: where the other rules
                       have them, PLACED_HOME or PLACED_OFFICE; else 0 */
    Step step;
    ClauseId by;    /* the clause that decided; NO_CLAUSE */
    ClauseId cap;   /* PLACED_OPEN: the cap, or the days that the person owes;
                       also of forced people under a cap */
    ClauseId rest;  /* PLACED_OPEN: the clause for those left over */
    uint32_t thing; /* by step: index of the absence, mark, event, closure;
                       NO_INDEX for a trip granted as an event: part_event */
    uint32_t extended_by; /* the letter whose change of dates brought the day
                             into force, or NO_INDEX */
    bool tied; /* two clauses differ and neither is narrower: `by` and
                  `cap` are the two */
    char part; /* another place for some hours, or 0 */
    int16_t part_from, part_to; /* minutes */
    uint32_t part_event; /* NO_INDEX: by a letter that begins or ends then; */
    ClauseId part_by;    /* then by this clause of that half, or NO_CLAUSE */
} Directive;

/* The Placed of those whom a sentence has there; anywhere is at home. */
char where_letter(Where where);

typedef struct LawDay LawDay;

/* The clauses in force and what of the register depends on the day. */
LawDay *law_day(Arena *arena, const Corpus *corpus, Date day);
Directive law_person(const LawDay *day, PersonId person);
Date law_date(const LawDay *day);
const Corpus *law_corpus(const LawDay *day);
bool law_works(const LawDay *day, PersonId person); /* a working day for them */

/* Does clause a win over clause b that day (both mean the same person)? */
bool law_beats(const LawDay *day, ClauseId a, ClauseId b);

/* Clauses in force on the day, in the order of letters: of a day that turns,
 * those of the half that the day is of; or those of both. */
const ClauseId *law_clauses(const LawDay *day, uint32_t *count);
const ClauseId *law_clauses_of_both(Arena *arena, const LawDay *day,
                                    uint32_t *count);

/* The minutes of that day at which a letter, or a clause by itself, begins and
 * ends; -1: not within it. */
typedef struct {
    int16_t from, to;
} LawHours;

LawHours law_letter_hours(const CorpusLetter *letter, Date day);
LawHours law_clause_hours(const Clause *clause, Date day);

/*
 * Whether a clause of the day means the person at all: inside the letter's
 * covering, not exempt, not excused from the clause, and of its subject.
 */
bool law_means(const LawDay *day, ClauseId clause, PersonId person);
bool law_exempt(const LawDay *day, uint32_t letter, PersonId person,
                ClauseId *by);

/* A question of law_means_bits: of a clause, with these picks of its subject;
 * NULL `who`: does its letter reach the person, its units too? */
typedef struct {
    ClauseId clause;
    const Selection *who;
} LawAsk;

/* law_means of many clauses at once (at most 64), a bit each; the letter's
 * reach and the person's profile are found once. */
uint64_t law_means_bits(const LawDay *day, const LawAsk *asks, uint32_t count,
                        PersonId person);

/* How leave of the person is restricted that day, by the strictest clause; *by
 * NO_CLAUSE: it is free. */
LeaveSaid law_leave(const LawDay *day, PersonId person, ClauseId *by);

/* The person's profile that day (posts, roles, levels). */
Profile law_profile(const LawDay *day, PersonId person);

/* Is the unit closed that day, and by which closure (into corpus->closures)? */
bool law_closed(const LawDay *day, UnitId work_unit, uint32_t *closure);

/* The node in which a cap counts a person: the agency, unit kerja or named
 * unit; NO_UNIT when the cap does not concern the person's unit.  Of a clause
 * of days, which counts each person alone: their own unit. */
UnitId law_cap_unit(const LawDay *day, ClauseId cap, PersonId person);

/* The same by structure alone: in whose base the staff of a unit are. */
UnitId cap_level_unit(const Corpus *corpus, ClauseId cap, UnitId unit);
UnitId law_level_unit(const LawDay *day, ClauseId cap, PersonId person);

/* floor or ceil of share * base, in whole people; a head-count as it is. */
int32_t cap_number(const Cap *cap, int32_t base);
