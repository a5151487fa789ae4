/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_part.h - between the rooms of my_day.
 *
 *   my_facts.c      what is read
 *   my_day.c        the verdict, where, and what to do
 *   my_lists.c      what was said, and what it is waiting for
 *   my_requests.c   what they ask for
 *   my_month.c      cells, and why
 */
#pragma once

#include "app/my_day.h"
#include "app/my_facts.h"
#include "app/my_month.h"
#include "day/recap.h"

/* The facts that stand, each once, in the order in which they were received. */
typedef struct {
    Arena *arena;
    const LiveView *view;
    Str code; /* of the person */
    PersonId person;
    Date day;
    Instant now;
    const MyVerdict *judged;
    const Fact **standing;
    size_t count;
    const Fact *struck; /* requests that were taken back */
    size_t struck_count;
} MyLists;

MyLists my_lists(Arena *arena, const LiveView *view, PersonId person,
                 const DataFacts *facts, const MyVerdict *judged);

/* my_day, and the lists that it was told from; all of the arena. */
MUST_USE bool my_day_lists(Arena *arena, LiveView *view, PersonId person,
                           Date day, MyDay *out, MyLists *lists, Err *err);

/* The check-in that counts, and the last check-out, of a thread; or NULL. */
const Entry *my_in(const Verdict *v, Thread thread);
const Entry *my_out(Thread thread);
/* The first finding of that duty; or NULL. */
const Finding *my_finding(const Verdict *v, DutyKind duty);

/* The last that stands of these kinds (bits) about a fact; or NULL. */
const Fact *my_last_about(const MyLists *lists, uint64_t kinds, FactId about);

/* The report before it that this one mends (docs/day.md, 4.2), or NULL; and the
 * first of such a chain, whose minute counts. */
const Fact *my_mends(const MyLists *lists, const Fact *report);
const Fact *my_first_of(const MyLists *lists, const Fact *report);

MyReport my_report_on(const MyLists *lists, Date day, const VerdictDue *due);

/* Kinds of requests, bits. */
extern const uint64_t my_requests;
bool my_own(const MyLists *lists, const Fact *fact); /* about the person */
/* The finding of that duty that cites the fact first; or NULL. */
const Finding *my_finding_of(const Verdict *v, DutyKind duty, FactId id);

/* Requests and objections; and these behind tasks, recalls, calls, notices. */
void my_requests_tell(const MyLists *lists, MyDay *out);
void my_lists_tell(const MyLists *lists, const VerdictDue *due, MyDay *out);
