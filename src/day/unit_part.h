/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_part.h - the workshop of unit_day.c: one day, topic by topic.
 *
 *   unit_day.c      whose day; the order of the topics; the bytes
 *   unit_thread.c   threads, clauses and people, as all topics see them
 *   unit_seat.c     closures, caps, people
 *   unit_counter.c  counters, task forces
 *   unit_protocol.c checklists
 *   unit_meeting.c  meetings
 *   unit_people.c   silent people, work, reviews
 *   unit_remind.c   reminders
 */
#pragma once

#include "day/duty_clause.h"
#include "day/judge.h"
#include "day/unit_day.h"

/* Breaches of people, each a kind of line. */
enum { UNIT_BREACH_FIRST = UNIT_ABSENT, UNIT_BREACH_END = UNIT_TRAVELLED + 1 };
enum { UNIT_BREACHES = UNIT_BREACH_END - UNIT_BREACH_FIRST };

/* Of a verdict what the topics ask; the first finding of each kind. */
typedef struct {
    bool works, silent, unreported, down, gone;
    bool called; /* in the office by a recall, meeting or visit */
    char expected, where;
    Finding presence, report;
    Finding blank[2]; /* the first that our outage, an erasure leaves open */
    Finding breaches[UNIT_BREACHES];
    int32_t breach_counts[UNIT_BREACHES];
    uint32_t reports[UNIT_NUMBERS], tasks[UNIT_NUMBERS]; /* as section 5.11 */
} UnitSeen;

typedef struct {
    Arena *arena, *tmp;
    const DayView *view;
    const LawDay *law;
    const DutySheet *sheet;
    const Corpus *corpus;
    const Register *r;
    Date day;
    UnitAsk ask;
    PersonId *people;
    uint32_t people_count;
    UnitId *units;
    uint32_t unit_count;
    UnitSeen **seen; /* per person of the register; NULL until asked for */
    VEC(UnitLine) lines;
} UnitMaking;

/* ---- unit_thread.c ------------------------------------------------------- */

/* The thread of a unit kerja, of a person, on the day asked about or another;
 * read with the functions of judge.h.  The judge has no verdict. */
Judge unit_thread_of(const UnitMaking *m, UnitId unit);
Judge unit_thread_person(const UnitMaking *m, PersonId person, Date day);
Judge unit_thread_node(const UnitMaking *m, UnitId unit, Date day);

/* Does the clause reach somebody of the unit; NO_UNIT: of the people asked? */
bool unit_thread_reached(const UnitMaking *m, ClauseId id, UnitId unit);

/* The first clause of the day from *at on that is so and reaches the unit. */
typedef bool UnitClauseIs(const Clause *clause);
ClauseId unit_thread_clause(const UnitMaking *m, UnitClauseIs *is, UnitId unit,
                            uint32_t *at);
ClauseId unit_thread_first(const UnitMaking *m, UnitClauseIs *is, UnitId unit);

/* The same for one person alone. */
ClauseId unit_thread_first_for(const UnitMaking *m, UnitClauseIs *is,
                               PersonId person);

const UnitSeen *unit_thread_seen(UnitMaking *m, PersonId person);

/* The clause of the closure that has the unit shut; false when it is open. */
bool unit_thread_closed(const UnitMaking *m, UnitId unit, ClauseId *by);

/* A line with nothing in it but its topic, outcome, colour and unit. */
UnitLine unit_thread_line(UnitTopic topic, UnitOutcome outcome, UnitId unit);
void unit_thread_set(UnitLine *line, UnitOutcome outcome); /* and its colour */
void unit_thread_cite(UnitLine *line, Cited cited);
void unit_thread_add(UnitMaking *m, UnitLine line);

/* How many items stand between the bars of a list. */
int32_t unit_thread_items(Str list);

/* The last standing approved trip of a thread that is `ends` on its last day
 * (DATE_NEVER: on any); or NULL. */
const Entry *unit_thread_trip(const Judge *thread, Date ends);

/* Is it a clause in quotes about meetings?  (unit_protocol.c) */
bool unit_protocol_of_meetings(Arena *tmp, const Clause *clause);

/* ---- topics -------------------------------------------------------------- */

void unit_seat_closure(UnitMaking *m, UnitId unit);
void unit_seat_caps(UnitMaking *m);
void unit_seat_people(UnitMaking *m);
void unit_counter_lines(UnitMaking *m, UnitId unit);
void unit_counter_team(UnitMaking *m, UnitId unit);
void unit_protocol_lines(UnitMaking *m, UnitId unit);
void unit_protocol_trips(UnitMaking *m);
void unit_meeting_lines(UnitMaking *m, UnitId unit);
void unit_people_silent(UnitMaking *m);
void unit_people_breaches(UnitMaking *m);
void unit_people_work(UnitMaking *m);
void unit_people_review(UnitMaking *m);
void unit_remind_lines(UnitMaking *m);
