/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_day.h - use case: all that a person's page of the day tells.
 *
 * From a snapshot (live.h) and one reading of that person's facts; nobody
 * else's are looked at.  The verdict is that of judge_day.h, byte for byte.
 */
#pragma once

#include "app/live.h"

/* The page asks for the report of the day from that minute on. */
enum { MY_REPORT_FROM = 13 * 60 };

/* The one thing to do now.  name, word, English */
#define MY_ACTIONS(X)                              \
    X(NONE, "tidak ada", "nothing")                \
    X(CHECK_IN, "catat hadir", "check in")         \
    X(REPORT, "tulis laporan", "write the report") \
    X(CHECK_OUT, "catat pulang", "check out")      \
    X(ACK_RECALL, "terima panggilan", "acknowledge the recall")

typedef enum {
#define X(name, word, english) MY_ACTION_##name,
    MY_ACTIONS(X)
#undef X
        MY_ACTION_COUNT
} MyAction;

/* Why there is nothing to do.  name, word, English */
#define MY_REASONS(X)                                                \
    X(NONE, "-", "-")                                                \
    X(NOT_SERVING, "tidak bertugas", "does not serve")               \
    X(DAY_OFF, "hari libur", "day off")                              \
    X(LEAVE, "cuti", "leave")                                        \
    X(TRIP, "dinas luar", "official trip")                           \
    X(USUAL, "bekerja seperti biasa", "works as usual")              \
    X(NO_ROSTER, "jadwal belum diterbitkan", "no plan is published") \
    X(NOT_TODAY, "bukan hari ini", "not today")                      \
    X(WAIT, "belum waktunya", "not yet")                             \
    X(DONE, "selesai", "done")

typedef enum {
#define X(name, word, english) MY_REASON_##name,
    MY_REASONS(X)
#undef X
        MY_REASON_COUNT
} MyReason;

Str my_action_word(MyAction action, Lang lang);
Str my_reason_word(MyReason reason, Lang lang);

/* A cell of a week or month. */
typedef struct {
    Date day;
    char letter;   /* a Placed, '-' also without a plan */
    bool works;    /* serves, and it is a working day of theirs */
    bool bare;     /* left to the roster, and no plan holds it */
    bool changed;  /* another letter than that of the plan as published first */
    bool part;     /* another place for some hours */
    uint8_t shift; /* of the office's, from 1; 0: none */
    Step step;     /* what decided it */
} MyCell;

typedef enum {
    MY_REPORT_NOT_OWED, /* none is owed, and none was sent */
    MY_REPORT_NONE,     /* owed, and not sent */
    MY_REPORT_SENT,     /* waits for its review */
    MY_REPORT_RETURNED,
    MY_REPORT_ACCEPTED
} MyReportState;

typedef struct {
    MyReportState state;
    bool late;   /* came, or is still wanting, after it was due */
    int16_t due; /* minute; -1: none is owed */
    Rhythm rhythm;
    const Fact *report; /* the last; NULL */
    const Fact *review; /* its last review; NULL */
    const Fact *mends;  /* the one sent back that it mends; NULL */
    int minute;         /* of the report, from 00.00 of the day */
} MyReport;

typedef struct {
    const Fact *task;
    const Fact *done; /* the last word on it, or NULL */
    int32_t percent;  /* 0 to 100 */
    Date last;        /* its last day */
} MyTask;

typedef struct {
    const Fact *recall;
    const Fact *ack;     /* siap, tidak dapat; or NULL */
    const Fact *arrival; /* or NULL */
} MyRecall;

typedef struct {
    const Fact *call;
    int minute;         /* when */
    const Fact *answer; /* the first, of whatever kind; NULL: none yet */
    int16_t within;     /* minutes in which an answer is owed */
    int32_t waited;     /* minutes until the answer, or until now */
} MyCall;

typedef struct {
    const Fact *notice;
    bool read;
    int32_t days; /* how many days old */
} MyNotice;

typedef enum {
    MY_ASKED,   /* waits for a decision; a swap: for the colleague's word */
    MY_AGREED,  /* a swap: the colleague agrees, the decision is awaited */
    MY_ALLOWED, /* no decision is needed: the rule excepts the purpose */
    MY_GRANTED,
    MY_REFUSED,
    MY_WITHDRAWN, /* taken back by a correction */
    MY_LAPSED     /* its days went by without a decision */
} MyRequestState;

typedef struct {
    const Fact *request; /* EXIT, TRAVEL, VISIT, TRIP, SWAP */
    const Fact *answer;  /* what decided it (of a swap: or the colleague's
                            word); NULL */
    MyRequestState state;
    bool of_me; /* a swap in which somebody asks this person */
} MyRequest;

typedef struct {
    const Fact *objection;
    const Fact *answer; /* or NULL */
} MyObjection;

typedef struct {
    PersonId person;
    Date day;
    Instant now;
    int minute; /* of the day, by now; 0 before it, 1440 after it */
    const LiveDay *on;

    /* where, and why */
    bool serves;
    char letter;  /* where they are expected (verdict.expected) */
    char planned; /* before a head's deviation */
    bool bare;    /* left to the roster, and no plan holds the day */
    Directive directive;
    Strength strength;    /* of the place: MUST or MAY */
    ClauseId by;          /* the clause to cite */
    int16_t begins, ends; /* minutes of work */
    Shift shift;          /* in the office; number 0: none */
    int16_t check_in_due; /* minute; -1: none */
    MyCell week[7];       /* Monday to Sunday around the day */

    /* what is known */
    const Fact *in, *out; /* the check-in that counts, the last check-out */
    int in_minute, out_minute; /* corrected; -1 */
    Str in_word;               /* corrected: kantor, rumah, lapangan, dinas */
    char where;                /* K, R, L, D by the check-in; '?' none */
    MyReport report;
    MyReport before; /* of the last day before, within 7, that has a report */
    Date before_day;
    const MyTask *tasks;       /* of the day: open ones first */
    const MyRecall *recalls;   /* of this day and later ones */
    const MyCall *calls;       /* of the day */
    const MyNotice *notices;   /* of the last 31 days: unread ones first */
    const MyRequest *requests; /* of the last 31 days, and days to come */
    const MyObjection *objections;
    const FactId *read; /* what they said to have read: notices, versions */
    size_t task_count, tasks_open, recall_count, recalls_open, call_count,
        calls_open, notice_count, notices_unread, request_count,
        objection_count, read_count;

    Verdict verdict; /* so far */
    MyAction action;
    MyReason reason;
} MyDay;

/*
 * my_day - of any day that is not more than LIVE_KEPT days back; `at` is the
 * instant that is now (live_view_now).  O(facts of the person in 31 days).
 */
MUST_USE bool my_day(Arena *arena, LiveView *view, PersonId person, Date day,
                     MyDay *out, Err *err);

/* The verdict of a day alone, and the book that it was made of. */
typedef struct {
    const DayBook *book;
    DayView view;
    Verdict verdict;
} MyVerdict;

/* By what is known now; of days as my_day. */
MUST_USE bool my_verdict(Arena *arena, LiveView *view, PersonId person,
                         Date day, MyVerdict *out, Err *err);
