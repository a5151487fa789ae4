/* SPDX-License-Identifier: Apache-2.0 */
/*
 * judge.h - the workshop of verdict.c: one person's day, question by question.
 *
 *   verdict.c        the day gathered; the order of the questions; the words
 *   judge.c          what all questions use
 *   judge_place.c    presence
 *   judge_report.c   report and review
 *   judge_call.c     calls and recalls
 *   judge_stay.c     staying at home, travel
 *   judge_other.c    notices, coordination, tasks, targets, marks beside
 */
#pragma once

#include "day/verdict.h"

enum { DAY_MINUTES = 1440, HOUR = 60, HALF_HOUR = 30, UNSAID = -1 };

typedef struct {
    const DayView *view;
    const DutySheet *sheet;
    PersonId person;
    const Expected *expected;
    Thread thread;
    uint64_t owed;   /* the person's bits */
    char letter;     /* after a head's deviation */
    Strength placed; /* strength of the cell; MAY under a deviation */
    bool recalled;
    const Fact *gap; /* an erasure of a record of the day; or NULL */
    Verdict *out;
} Judge;

/* Facts that a finding cites, at most FINDING_FACTS. */
typedef struct {
    FactId at[FINDING_FACTS];
    uint32_t count;
} Cited;

void cite_fact(Cited *cited, const Fact *fact);    /* NULL: nothing */
void cite_entry(Cited *cited, const Entry *entry); /* its correction behind */

void judge_add(Judge *j, DutyKind duty, Outcome outcome, Strength strength,
               ClauseId by, int32_t minutes, Cited cited);

/* The same for a question that rests on facts of those days: what was erased
 * of any of them may have answered it. */
Judge judge_over(const Judge *j, Window days);

/* The next duty of the kind and part that is owed, from *at on, each clause
 * once; NULL when there is none. */
const Duty *judge_owed(const Judge *j, DutyKind kind, DutyPart part,
                       uint32_t *at);
const Duty *judge_first_owed(const Judge *j, DutyKind kind, DutyPart part);

bool judge_down(const Judge *j, int from, int to);
bool judge_before(const Judge *j, int minute); /* now is before that minute */
int judge_now(const Judge *j);                 /* whole minutes of the day */

/* The next standing entry of the kind, from *at on; NULL when there is none. */
const Entry *judge_entry(const Judge *j, FactKind kind, uint32_t *at);
const Entry *judge_first(const Judge *j, FactKind kind);

/* First and last standing answers of the kind about a fact; or NULL. */
const Entry *judge_about_first(const Judge *j, FactKind kind, FactId about);
const Entry *judge_about_last(const Judge *j, FactKind kind, FactId about);
const Entry *judge_answer(const Judge *j, FactId call); /* by the minute */
bool judge_approved(const Judge *j, FactId asked); /* last decision: setuju */

bool entry_says(const Entry *entry, const char *word);

/* The first check-in by minute that has the word; NULL: none. */
const Entry *judge_check_in(const Judge *j, const char *word);

/* An exit that was asked for: [from, to] in minutes of the day. */
typedef struct {
    int from, to;
    bool by_purpose; /* excepted by a clause that is owed */
    bool allowed;    /* that, or approved */
    bool over;       /* past its end, and not back */
} JudgeExit;

JudgeExit judge_exit(const Judge *j, const Entry *e);

/* The first arrival of the day, on that recall or (no id) on any. */
const Entry *judge_arrival(const Judge *j, FactId recall);

/* Until when they are asked for: a minute, or UNSAID. */
int judge_place_due(const Judge *j);
int judge_report_due(const Judge *j, Rhythm *rhythm);
/* Until when a report of the thread's day is to be reviewed, by the duty: a
 * minute of it. */
int judge_review_over(const Duty *duty, const Entry *report);
int judge_within(const Judge *j); /* minutes to answer a call */

void judge_place(Judge *j, const Entry *deviation); /* NULL: none */
void judge_checks(Judge *j);
void judge_report(Judge *j);
void judge_review(Judge *j);
void judge_reach(Judge *j);
void judge_recall(Judge *j);
void judge_stay(Judge *j);
void judge_travel(Judge *j);
void judge_follow(Judge *j);
void judge_coordinate(Judge *j);
void judge_tasks(Judge *j);
void judge_target(Judge *j);
void judge_beside(Judge *j); /* objections, signals */
void judge_leave(Judge *j);
