/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_parts.h - the rooms of naive_unit_day.
 *
 *   naive_unit_day.c      the whole; closures, caps, people
 *   naive_unit_list.c     whose day, threads, clauses
 *   naive_unit_hand.c     counters, task forces, protocol
 *   naive_unit_meeting.c  meetings
 *   naive_unit_rest.c     the silent, work, reviews, reminders
 */
#pragma once

#include "naive_day_parts.h"
#include "naive_unit_day.h"

typedef struct {
    Arena *arena;
    const NaiveView *view;
    const Corpus *corpus;
    const Register *r;
    Date date;
    UnitAsk ask;
    const Told *told;
    size_t count;
    const Verdict **verdicts; /* per person, once asked for */
    UnitLine *lines;
    size_t line_count;
} NaiveUnit;

enum { NAIVE_LINES = 4096 };

/* ---- whose ----------------------------------------------------------------
 */

bool naive_unit_serves(const NaiveUnit *u, PersonId person);
bool naive_unit_asked(const NaiveUnit *u, PersonId person);
UnitId naive_unit_of(const NaiveUnit *u, PersonId person); /* unit kerja */
bool naive_unit_has(const NaiveUnit *u, UnitId unit);      /* is asked for */
bool naive_unit_closed(const NaiveUnit *u, UnitId unit, ClauseId *by);
const Verdict *naive_unit_verdict(NaiveUnit *u, PersonId person);
bool naive_unit_works(const NaiveUnit *u, PersonId person);

/* ---- the list -------------------------------------------------------------
 */

/* Of the unit kerja, of that unit alone, of the person: on that day. */
bool naive_unit_told(const NaiveUnit *u, const Told *t, FactKind kind,
                     UnitId unit);
bool naive_unit_node(const NaiveUnit *u, const Told *t, FactKind kind,
                     UnitId node, Date day);
bool naive_unit_own(const NaiveUnit *u, const Told *t, FactKind kind,
                    PersonId person, Date day);
bool naive_unit_now_before(const NaiveUnit *u, int minute);
bool naive_unit_down(const NaiveUnit *u, int from, int to);
int32_t naive_unit_items(Str list);

/* The last decision about a meeting of the unit, or a trip of the person that
 * day; NULL. */
const Told *naive_unit_decision(const NaiveUnit *u, const Told *about,
                                UnitId unit, PersonId person, Date day);

/* ---- clauses --------------------------------------------------------------
 */

typedef bool NaiveUnitAsks(const Sentence *s, Strength strength);
bool naive_unit_reached_by(const NaiveUnit *u, ClauseId id, PersonId person);
bool naive_unit_reaches(const NaiveUnit *u, ClauseId id, UnitId unit);
ClauseId naive_unit_clause(const NaiveUnit *u, NaiveUnitAsks *asks,
                           UnitId unit);

/* ---- lines ----------------------------------------------------------------
 */

/* The caller fills in the rest. */
UnitLine *naive_unit_say(NaiveUnit *u, UnitTopic topic, UnitOutcome outcome,
                         Colour colour, ClauseId by, UnitId unit);
void naive_unit_cite(UnitLine *line, const Told *told); /* NULL: nothing */

void naive_unit_counters(NaiveUnit *u);
void naive_unit_teams(NaiveUnit *u);
void naive_unit_protocols(NaiveUnit *u);
void naive_unit_meetings(NaiveUnit *u);
void naive_unit_silent(NaiveUnit *u);
void naive_unit_breaches(NaiveUnit *u);
void naive_unit_work(NaiveUnit *u);
void naive_unit_reviews(NaiveUnit *u);
void naive_unit_reminders(NaiveUnit *u);
void naive_unit_forget(NaiveUnit *u); /* of all lines, at the end */
