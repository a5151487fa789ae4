/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record.h - use case: one fact is said, and kept if it may be said.
 *
 * Who may is in access.def, what a whole fact is in day/facts.def; what more
 * each kind asks is here: a review is of a report, a decision of a request
 * that is open, and so on.  What is refused says what to do, in both
 * languages, and nothing is written.  The same fact again gives the same
 * receipt.
 */
#pragma once

#include "app/access.h"
#include "app/data.h"

/* People in a meeting in person, where nothing else is set. */
enum { RECORD_MEETING_MOST = 30 };

typedef struct {
    Store *store;
    Office *office;        /* of office_open_data, as known now */
    Date today;            /* the day on which it is done */
    uint32_t meeting_most; /* people in a meeting in person */
    Instant now;     /* by our clock; 0: clocks of phones are not compared */
    Instant machine; /* the same, but by the machine's in a demonstration, which
                        is of another day: phones go by that one */
    bool imagined;   /* days that are made up: signals are made up with them */
} RecordWorld;

typedef struct {
    Receipt receipt;
    uint32_t written;     /* facts: itself and what follows from it */
    const Fact *meetings; /* of the days of a closure: to be moved */
    size_t meeting_count;
} Recorded;

/*
 * record_fact - check and write.
 *
 * `fact` has its id, kind, actor, channel and slots; zone, day and the unit of
 * the person are filled in where unsaid.  `secret` (or an empty text) is
 * sealed for the personnel board: of LEAVE and MARK only.
 *
 * ERR_DENIED: the actor may not; ERR_INPUT: not whole, an unknown code, or not
 * now; ERR_ABSENT: what it is about is not there; ERR_STALE: the id was used
 * for another fact, or somebody decided meanwhile; else as store_write.
 */
MUST_USE bool record_fact(Arena *arena, const RecordWorld *world,
                          const Fact *fact, Str secret, Recorded *out,
                          Err *err);

/*
 * record_all - the same of several facts with ids and without secrets, whole or
 * not at all: one write.  Those that are here already answer as record_fact
 * does; an id that stands twice is one fact.  False: *refused is which of them
 * it was, `count` when none alone. *out is of the write; its number 0: all were
 * here.  O(count) looks at the store and O(count^2) compares of ids, then one
 * commit.
 *
 * record_would - would they be taken now?  Nothing is written.
 */
MUST_USE bool record_all(Arena *arena, const RecordWorld *world,
                         const Fact *facts, size_t count, size_t *refused,
                         Receipt *out, Err *err);
MUST_USE bool record_would(Arena *arena, const RecordWorld *world,
                           const Fact *facts, size_t count, size_t *refused,
                           Err *err);

/*
 * record_begin - the same, and nobody waits (store_begin), for a kind that asks
 * nothing of disk or law before it is queued: ERR_LIMIT of any other, and
 * whatever record_fact refuses before it writes.  False: nothing was begun, and
 * record_fact has the last word, as it has when record_end refuses: it knows a
 * fact that is here already by an older claim.  `world` and `fact` stay as they
 * are until record_end.
 */
typedef struct RecordWait RecordWait;
typedef struct {
    StoreDone *done;
    void *context;
} RecordTell;

MUST_USE bool record_begin(Arena *arena, const RecordWorld *world,
                           const Fact *fact, const RecordTell *tell,
                           RecordWait **out, Err *err);
MUST_USE bool record_withdraw(RecordWait *wait); /* as store_withdraw */
MUST_USE bool record_end(RecordWait *wait, Recorded *out, Err *err);

/* The day of a fact of that zone: as it says, else that of when it happened,
 * else today. */
Date record_day(const Fact *fact, Date today);

/* The channel where none is said: web for oneself and for units, petugas for
 * somebody else. */
Channel record_channel(const Fact *fact);

/*
 * record_look - open what is sealed in a fact, for the personnel board.  The
 * look is a fact (LOOK, with the reason) and is kept before anything is shown.
 */
typedef struct {
    FactId id, about; /* of the look; of the fact with the seal */
    Str actor, reason;
    Channel channel;
} RecordLook;

MUST_USE bool record_look(Arena *arena, const RecordWorld *world,
                          const RecordLook *look, Str *out, Err *err);

/*
 * record_parse - "field=value" into the fact, people and units by their codes;
 * `rahasia` goes to *secret.  ERR_INPUT names the field.
 */
MUST_USE bool record_parse(Str text, Fact *fact, Str *secret, Err *err);
