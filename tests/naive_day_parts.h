/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_parts.h - the rooms of naive_day: what each asks of the others.
 *
 *   naive_day.c          the verdict; where the person is expected
 *   naive_day_presence.c presence
 *   naive_day_shift.c    whose shift it is
 *   naive_day_facts.c    the list: one of each id, its order, corrections
 *   naive_day_law.c      which clauses are owed
 *   naive_day_reports.c  reports, reviews, targets
 *   naive_day_calls.c    calls and recalls
 *   naive_day_out.c      staying at home, travel
 *   naive_day_rest.c     notices, coordination, tasks, objections, signals
 */
#pragma once

#include "circular/words.h"
#include "naive_day.h"

/* A fact of the list, as it stands.  The list is in order. */
typedef struct {
    const Fact *fact;
    const Fact *corrected_by; /* or NULL */
    bool out;                 /* taken out by a correction */
    int64_t minute;           /* since 1970-01-01 00.00 of the zone */
    Str word;
    Window days; /* those that it belongs to */
    Str person;  /* whose it is, or empty: of the unit */
    Str unit;
} Told;

typedef struct {
    const NaiveView *view;
    const Corpus *corpus;
    const Register *r;
    PersonId id;
    const Person *person;
    Date date;
    Profile profile;
    const Told *told;
    size_t count;
    DayHours hours; /* with what letters say of them */
    char letter;    /* where the person is expected */
    bool recalled;
    bool in_shift; /* the hours are those of a shift in the office */
    Verdict *out;
    Finding beyond; /* takes what the verdict has no room for */
} Naive;

/* Why the person is expected there. */
typedef struct {
    ClauseId by;
    Strength strength;
    const Told *deviation; /* or NULL */
    bool called;           /* K by a recall, meeting or visit */
} Cell;

/* ---- the list ---------------------------------------------------------- */

Told *naive_told(Arena *arena, const NaiveView *view, size_t *count);

/* Stands, is of the kind, and is in the thread of the person-day. */
bool naive_here(const Naive *n, const Told *told, FactKind kind);
bool naive_is_of(const Naive *n, const Told *told); /* the person's, any day */
bool naive_own(const Naive *n, const Told *told);   /* said by the person */
const Told *naive_find(const Naive *n, FactId id);
int naive_minute(const Naive *n, const Told *told); /* of the date */

/* The first and the last of a kind that stand and are about the fact. */
const Told *naive_first_about(const Naive *n, const Told *about, FactKind kind);
const Told *naive_last_about(const Naive *n, const Told *about, FactKind kind);

/* What says that a record of that day was erased, or NULL: the person's, else
 * of the nearest unit. */
const Fact *naive_erased(const Naive *n, Date day);
/* From finding number `from` on, what rests on what may be gone is not said. */
void naive_forget(Naive *n, uint32_t from, const Fact *erased);

/* Its last decision says yes. */
bool naive_approved(const Naive *n, const Told *told);

/* Is `a` earlier than `b`: by minute, then by the order of the list? */
bool naive_before(const Told *a, const Told *b);

/* Does an outage cover any minute of [from, to] of the date? */
bool naive_down(const Naive *n, int from, int to);

/* Is it before that minute of the date? */
bool naive_is_before(const Naive *n, int minute);

/* ---- the law ------------------------------------------------------------ */

/* Does the clause's letter speak to the person at all? */
bool naive_reached(const Naive *n, ClauseId id);

/* Does the person owe it, being expected where they are? */
bool naive_owed(const Naive *n, ClauseId id);

/* The same of whoever the clause means, wherever they are expected. */
bool naive_meant(const Naive *n, ClauseId id, bool called);

/* The same of those in the office, or wherever; a rule of place too. */
bool naive_meant_in_office(const Naive *n, ClauseId id);

/* Of somebody who is to be in the office, and was not called: minutes.  False:
 * they have no shift. */
bool naive_shift(Arena *scratch, const Naive *n, int *begins, int *ends);

/* "wajib VERB": a duty of that verb, not a ban. */
bool naive_bids(const Naive *n, ClauseId id, Verb verb);
bool naive_bans(const Naive *n, ClauseId id, Verb verb);
bool naive_names(const Who *who, Thing thing); /* among its terms */
bool naive_names_reports(const Who *who);      /* by whatever word */
bool naive_names_superior(const Who *who);
const Tail *naive_tail(const Naive *n, ClauseId id, TailKind kind);

/* The end of a tail's first span of the clock, else its only time; -1. */
int naive_clock_end(const Tail *tail);

/* The hours that letters leave to the government, or say themselves. */
DayHours naive_hours(const Naive *n);
int naive_day_ends(const Naive *n);

/* ---- findings ------------------------------------------------------------ */

Finding *naive_say(Naive *n, DutyKind duty, Outcome outcome, ClauseId by,
                   Strength strength);
Finding *naive_say_of(Naive *n, DutyKind duty, Outcome outcome, ClauseId by);
void naive_cite(Finding *finding, const Told *told); /* NULL: nothing */

void naive_presence(Naive *n, const Cell *cell);
void naive_checks(Naive *n);      /* those behind the first */
char naive_place(const Naive *n); /* by the first check-in; '?' */
void naive_reports(Naive *n);
void naive_reviews(Naive *n);
void naive_targets(Naive *n);
void naive_calls(Naive *n);
void naive_recalls(Naive *n);
void naive_stay(Naive *n);
void naive_travel(Naive *n);
void naive_rest(Naive *n);
void naive_objections(Naive *n);
void naive_leave(Naive *n);

/* The first "jawab" about a call, by minute, then by the order; or NULL. */
const Told *naive_answer_about(const Naive *n, const Told *call);

/* Is it an arrival of the date, about a recall of it? */
bool naive_arrives(const Naive *n, const Told *told);

/* By purpose or by decision; then *by is that decision, else NULL. */
bool naive_exit_allowed(const Naive *n, const Told *leave, ClauseId clause,
                        const Told **by);

/* Minutes of the date from and to which the person is out. */
void naive_exit_span(const Naive *n, const Told *leave, int *from, int *to);
