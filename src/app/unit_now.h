/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_now.h - use case: a unit and all below it, as its head sees it now.
 */
#pragma once

#include "app/my_day.h"
#include "app/offer_repairs.h"
#include "day/unit_day.h"

/* A cap in the unit where it counts. */
typedef struct {
    ClauseId cap;
    UnitId unit;
    int32_t base, limit;     /* by the letter */
    int32_t expected, there; /* in the office */
    int32_t called;          /* of the expected, by recall, meeting, visit */
    bool over;               /* more are there, or expected, than may be */
} UnitCap;

typedef struct {
    const Counter *counter;
    UnitOutcome outcome; /* SERVED, READY, SHORT, UNSERVED, SHUT, UNKNOWN */
    ClauseId by;
    int32_t need, ready, there;
    int16_t opens, closes; /* today; shut: as on other days */
    bool closed;           /* the unit is closed: no word opens it */
    const Fact *fact;      /* the word of the unit that counts today; NULL */
} UnitCounter;

/* Somebody who should have checked in and has not. */
typedef struct {
    PersonId person;
    char letter;
    int16_t due;
    bool late; /* it was due */
} UnitAbsent;

/* What waits for a word. */
typedef struct {
    const Fact *request; /* EXIT, TRAVEL, VISIT, TRIP, MEETING, SWAP,
                            OBJECTION */
    PersonId person;     /* NO_PERSON: of a unit */
    UnitId unit;
    MyRequestState state;
    const Fact *answer; /* the colleague's word of a swap; or NULL */
    unsigned roles;     /* who may decide: bits of AccessRole */
    bool may;           /* the head who asks may decide it now */
} UnitRequest;

/* Somebody who is called to the office, today or later. */
typedef struct {
    PersonId person;
    const Fact *recall, *ack, *arrival; /* NULL: not yet */
} UnitRecall;

typedef struct {
    UnitId unit;
    Window days;
    const Fact *fact; /* that shut it; NULL: of the folder */
    ClauseId by;
} UnitShut;

typedef struct {
    UnitId unit;
    Date day;
    bool ruled; /* some letter in force reaches it */
    /* Who serve; by where they are expected, each once: `rest` owe no working
     * day, or no letter and no plan places them. */
    int32_t people, expected, home, field, away, rest;
    int32_t there, home_there; /* who is at the office, checked in at home */
    const UnitCap *caps;
    const UnitCounter *counters;
    const UnitAbsent *absent;    /* late ones first, then by name */
    const UnitRequest *requests; /* oldest first */
    const UnitRecall *recalls;   /* unanswered ones first, then by time */
    const UnitShut *shut;        /* today and to come */
    const UnitLine *lines;       /* of unit_day.h, but tasks, reviews and
                                    reminders: they rest on weeks of facts */
    int32_t hidden; /* who have not, as far as is known: our server was down */
    size_t cap_count, counter_count, absent_count, request_count, recall_count,
        shut_count, line_count;
    Date before;                         /* the last working day before */
    int32_t owed, in, reviewed, missing; /* reports of it, in people */
    const LiveTrouble *troubles;         /* of the plans */
    size_t trouble_count;
} UnitNow;

/* What is asked for; what is not stays empty, and costs nothing. */
enum {
    /* caps, counters, lines and people, who is absent: O(people of the unit),
     * whose facts of today are read */
    UNIT_NOW_DAY = 1,
    /* reports of the last working day before, with it: whose facts of these
     * days are read */
    UNIT_NOW_REPORTS = 2,
    UNIT_NOW_ASKED = 4, /* requests, recalls, closures: at hand */
    UNIT_NOW_RULED = 8, /* whether a letter reaches it; with the day too */
    UNIT_NOW_ALL = 15
};

typedef struct {
    UnitId unit;
    PersonId head; /* who asks, for `may`; or NO_PERSON */
    unsigned parts;
} UnitAsked;

MUST_USE bool unit_now(Arena *arena, LiveView *view, const UnitAsked *asked,
                       UnitNow *out, Err *err);

/* Objections about data of the register that wait (objection.h), of the whole
 * government, the oldest first; none where the person is not of the personnel
 * board. */
const UnitRequest *unit_now_data(Arena *arena, LiveView *view, PersonId board,
                                 size_t *count);

/* The units that a person heads today, the topmost first; 0: none. */
size_t unit_now_headed(const LiveView *view, PersonId person, UnitId *out,
                       size_t room);

/* What is broken on a day of the published plan, and the ways to mend it; in
 * the arena.  Nothing broken: count 0.  As repair_board_open. */
typedef struct {
    RepairBoard *board;
    Broken broken[BROKEN_MOST];
    uint32_t count;
} UnitBroken;

MUST_USE bool unit_now_broken(Arena *arena, const LiveView *view, UnitId unit,
                              Date day, UnitBroken *out, Err *err);
