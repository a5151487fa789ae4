/* SPDX-License-Identifier: Apache-2.0 */
/*
 * team_day.h - use case: a superior's board of the day, and what waits there.
 *
 * Those whose direct superior somebody is today (person_superior); who is
 * silent comes first.  O(subordinates * their facts in 31 days).
 */
#pragma once

#include "app/my_day.h"

/* Where somebody is counted today: the places of the board. */
typedef enum {
    TEAM_OFFICE,    /* as usual, too */
    TEAM_HOME,      /* while their unit is closed, too */
    TEAM_ELSEWHERE, /* in the field, on a trip, on leave */
    TEAM_OFF        /* no working day, or no plan yet */
} TeamPlace;

typedef struct {
    PersonId person;
    TeamPlace place;
    char letter;          /* expected; after a deviation */
    char where;           /* by the check-in that counts; '?' none */
    bool works;           /* owes a working day */
    uint8_t shift;        /* of the office's, from 1; 0: none */
    bool silent;          /* no check-in, report, message or answer, though
                             the check-in was due: those come first */
    bool hidden;          /* nothing came, and our server was down meanwhile:
                             never silent */
    const Fact *in, *out; /* or NULL */
    int in_minute, out_minute;
    MyReport report; /* of the day */
    bool owes;       /* none was sent, though it is asked for by now */
    size_t tasks_open, task_count;
    const Fact *contact; /* the last that they did or said, of any day in
                            31; NULL: nothing */
    Date contact_day;
    int contact_minute;
    const Fact *late_call; /* a call of today that runs out, or NULL */
} TeamMember;

/* A report that waits for a review: not reviewed yet, or sent back and answered
 * by a message alone. */
typedef struct {
    PersonId person;
    char letter;        /* where they were expected that day */
    const Fact *report; /* with its text */
    const Fact *review; /* of those that were reviewed: the last; NULL */
    Date day;           /* of the report */
    int minute;
    bool late;           /* came after it was due */
    bool again;          /* the one before it was sent back */
    const Fact *old;     /* that one; NULL */
    const Fact *note;    /* the review that sent it, or this one, back; NULL */
    const Fact *message; /* what the writer said to that since; NULL */
    bool short_text;     /* fewer than 20 letters */
    bool same;           /* the same words as their report before */
    int32_t days;        /* old */
} TeamReport;

/* A call that has no answer yet. */
typedef struct {
    PersonId person;
    MyCall call;
    int32_t left; /* minutes; below 0: it ran out */
} TeamCall;

typedef struct {
    PersonId superior;
    Date day;
    TeamMember *members;        /* silent ones first, then by name */
    const TeamReport *reports;  /* that wait; oldest first */
    const TeamReport *reviewed; /* today, and need nothing more; as above */
    const TeamCall *calls;      /* the least time left first */
    const MyRequest *requests;  /* that wait for a decision */
    size_t member_count, silent, hidden, report_count, reviewed_count,
        call_count, request_count;
    size_t office, home, away; /* members expected there */
    size_t present, reported;
} TeamDay;

/* Today, and what waits of 31 days; false as live_day. */
MUST_USE bool team_day(Arena *arena, LiveView *view, PersonId superior,
                       TeamDay *out, Err *err);

/* The month of one subordinate, a day a row (S5); days to come have letters
 * alone. */
typedef struct {
    Date day;
    MyCell cell;
    Colour presence, report;        /* of the day's findings; KEPT where none */
    Outcome presence_is, report_is; /* OUTCOME_NONE: no finding */
    int in_minute, out_minute;      /* -1 */
} TeamMonthDay;

typedef struct {
    TeamMonthDay days[31];
    uint32_t count;
} TeamMonth;

/* False as my_month.  O(facts of the person in that month and 31 days). */
MUST_USE bool team_month(Arena *arena, LiveView *view, PersonId person,
                         int32_t year, int32_t month, TeamMonth *out, Err *err);
