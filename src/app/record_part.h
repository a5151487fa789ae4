/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_part.h - between the parts of record: a fact on its way, and what
 * each kind asks of it.
 */
#pragma once

#include "app/record.h"

typedef struct {
    Arena *arena;
    const RecordWorld *world;
    Fact fact;
    PersonId person; /* it is about, or NO_PERSON */
    UnitId unit;     /* of the fact, or NO_UNIT */
    bool answers;    /* `about` is given and is here */
    Fact about;
    VEC(Fact) follows; /* written with it */
    VEC(Fact) meetings;
} Recording;

/* What a kind asks beyond access and shape; inside the transaction. */
typedef bool RecordGuard(Recording *rec, Err *err);

/* ERR_INPUT with both sentences; returns false. */
bool record_refuse(Err *err, const char *id, const char *en);

/* Facts that answer `about`, of these kinds, in the order of the journal. */
MUST_USE bool record_answers(Recording *rec, FactId about, uint64_t kinds,
                             DataFacts *out, Err *err);
/* The same of facts that are about another person. */
MUST_USE bool record_answers_of(Recording *rec, Str person, FactId about,
                                uint64_t kinds, DataFacts *out, Err *err);
/* Does a closed recap count the fact by itself?  (closed_recap_holds) */
MUST_USE bool record_closed(const Recording *rec, const Fact *fact, bool *out,
                            Err *err);
/* The last decision about a request: 0 none, 1 yes, -1 no. */
MUST_USE bool record_decided(Recording *rec, FactId about, int *out, Err *err);
/* Was the fact taken out by a correction that stands?  (docs/day.md, 2) */
MUST_USE bool record_struck(Recording *rec, FactId about, bool *out, Err *err);

Str record_code(const Recording *rec, UnitId unit);

/* A fact that follows from it: id made of its own and `nth`. */
Fact record_follow(const Recording *rec, FactKind kind, uint32_t nth);

/* access_allows for whom the fact is about, today. */
MUST_USE bool record_may(const Recording *rec, AccessCase use, Err *err);

/* The roles that the actor has today over whom the fact is about. */
unsigned record_roles(const Recording *rec);

/* Nobody types for themselves, and only machines say that they are one. */
MUST_USE bool record_channel_fits(const Recording *rec, Err *err);

/* A person of the list, a code each; *bad: the first that is none. */
bool record_people(const Recording *rec, Str list, uint32_t *count, Str *bad);

/* ERR_INPUT with the code that the register does not know. */
bool record_no_code(Err *err, const char *field, Str code);

/* The law with this fact in force, though it is not kept yet. */
MUST_USE bool record_law(Recording *rec, Corpus *out, Err *err);

/* ---- record.c ------------------------------------------------------------ */

/* On its way: what follows from the rest is filled in. */
Recording record_begun(Arena *arena, const RecordWorld *world,
                       const Fact *fact);
/* What it takes to say it. */
AccessCase record_use(const Fact *fact);

/* ---- record_check.c ------------------------------------------------------ */

/* The codes of the fact in the register; a person's unit is filled in.
 * ERR_INPUT: one is unknown. */
MUST_USE bool record_look_up(Recording *rec, Err *err);
/* What the fact answers, if it answers one; ERR_ABSENT: there is none. */
MUST_USE bool record_take_about(Recording *rec, Err *err);

/* What is asked before anything is sealed or queued: shape, codes, day, who may
 * it, the law. */
MUST_USE bool record_check(Recording *rec, AccessCase use, Err *err);
/* What is asked of what is stored: inside the transaction. */
MUST_USE bool record_check_stored(Recording *rec, Err *err);

/* Kinds of which that takes long: before the transaction, or of the law. */
bool record_asks_beforehand(FactKind kind);
bool record_asks_law(FactKind kind);

/* ---- what each kind asks ------------------------------------------------- */

/* record_answer.c */
RecordGuard record_task_done, record_review, record_reply, record_recall_reply,
    record_finished, record_objection_answer, record_notice_read, record_return,
    record_report, record_clarify;
/* decide.c */
RecordGuard decide_request;
/* record_presence.c */
RecordGuard record_presence, record_exit;
/* record_ask.c; record_back: a return from leave of days that are over */
RecordGuard record_ahead, record_call, record_recall, record_seen, record_leave,
    record_leave_rule, record_back, record_trip, record_meeting;
/* record_unit.c */
RecordGuard record_closure, record_reopening, record_counter, record_team,
    record_status_end;
/* record_signal.c; what a check-in tells of its device follows it */
RecordGuard record_signal;
void record_signals(Recording *rec);
/* record_correct.c */
RecordGuard record_correction, record_proposal;
/* record_swap.c */
RecordGuard record_swap, record_swap_decided, record_swap_answer;
