/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live.h - the governments of one data directory, as every request reads them.
 *
 * One process writes and many threads read.  Of each government there is a
 * snapshot: the office as known now, its law, the plans that are published,
 * and the facts that are about no person or that wait for an answer; what
 * people do from minute to minute is read from the store when it is asked
 * (my_day.h).  A snapshot never changes.  Whoever records something here makes
 * the next one; a thread of the live state lets the published plans follow
 * what moves them, and another one tells the store that we are here.
 *
 *     LiveView view;
 *     if (!live_take(live, code, &view, &err)) ...
 *     live_day(&view, live_today(&view), &day, &err)      any number of them
 *     live_give(&view);
 *
 * Everything that a view gives lives until live_give, and may be read by any
 * number of threads; the view itself is of one thread.
 */
#pragma once

#include "app/follow_plan.h"
#include "day/verdict.h"

typedef struct Live Live;
typedef struct LiveSnapshot LiveSnapshot;

typedef struct {
    Store *store;          /* opened to write; must outlive the live state */
    int64_t ahead_seconds; /* our clock is the machine's and so much more: a
                              demonstration of August 2020 has less than 0.
                              Set before anything else is written. */
    bool still;            /* no beats, and nothing followed by itself: tests */
} LiveWish;

/*
 * live_open - read every government of the store, and let the plans follow
 * what was recorded before the process ended last.  ERR_INPUT when one of them
 * has faults, naming it; else as office_open_data, published_list.
 */
MUST_USE bool live_open(const LiveWish *wish, Live **out, Err *err);
void live_close(Live *live); /* NULL is fine; no view may be out */
void live_done(Live **live);

/* Nobody asks at the moment: days of the law but today, which a month's page
 * has made, are let go; views that hold some keep them. */
void live_rest(Live *live);

Instant live_now(const Live *live);
Store *live_store(const Live *live);

/* An id of now that nobody else has, for a fact that a page says. */
FactId live_new_id(const Live *live);

/* ---- reading ------------------------------------------------------------ */

/* What a plan could not follow, for the head's page. */
typedef struct {
    FollowKind kind; /* CLASH, REFUSED or BARE */
    Window days;     /* of the plan; BARE: those that no plan holds */
    uint32_t version;
    Str said[2]; /* by Lang: the smallest clash, or why it was refused */
} LiveTrouble;

enum { LIVE_DAYS = 40, LIVE_HELD = 64 }; /* days kept; in one view */

/* A day of the law and of what is owed; of everybody. */
typedef struct {
    Date day;
    const LawDay *law;
    DutySheet sheet;
} LiveDay;

typedef struct {
    Live *live;
    LiveSnapshot *snapshot;
    uint64_t number;      /* of the snapshot; later ones are higher */
    uint64_t law_number;  /* rises when letters, register or plans change */
    const Office *office; /* shared: see live_world */
    const Corpus *corpus; /* as known now; its register is office->r */
    const PublishedList *plans;
    const LiveTrouble *troubles;
    size_t trouble_count;
    bool behind; /* something was recorded that the plans follow right now */
    struct LiveShelved *held[LIVE_HELD]; /* given back with it */
    uint32_t held_count;
} LiveView;

/* ERR_ABSENT when there is no such government.  Never waits for a writer. */
MUST_USE bool live_take(Live *live, Str government, LiveView *out, Err *err);
void live_give(LiveView *view);

/* Codes, in their order. */
void live_governments(Live *live, Arena *arena, Str **out, size_t *count);

/* The day that it is now in the government's zone. */
Date live_today(const LiveView *view);
Instant live_view_now(const LiveView *view);

/*
 * live_day - law and duties of a day, made once, whoever asks first.  They
 * rest on the plan that the day belongs to (published_on).  At most LIVE_HELD
 * different days a view (ERR_LIMIT).
 */
MUST_USE bool live_day(LiveView *view, Date day, const LiveDay **out, Err *err);

/*
 * live_seen - what has been seen of everybody on a day: bits of Seen, by
 * person, in the arena.  It is read once, and again when something was written
 * of that day.  O(people).
 */
MUST_USE bool live_seen(Arena *arena, LiveView *view, Date day,
                        const uint16_t **out, Err *err);

/* The same for the minute of that day at which their last report came; what
 * came before the day counts as its first minute. */
enum { LIVE_UNREPORTED = -1 };
MUST_USE bool live_reported(Arena *arena, LiveView *view, Date day,
                            const int16_t **out, Err *err);

/*
 * What somebody worked out of a day is kept beside it, until it is worked out
 * by another key or nobody asks for the day any more.  One kind of thing alone
 * (people_day.h): bytes without pointers, copied in and out.  live_worked gives
 * NULL where there is none by that key.
 */
const void *live_worked(Arena *arena, LiveView *view, Date day, uint64_t key,
                        size_t *size);
void live_keep_worked(LiveView *view, Date day, uint64_t key, const void *bytes,
                      size_t size);

/* Another number whenever something may have been written of these days, by
 * store_day_mark, or the snapshot is another; take it before reading. */
uint64_t live_days_mark(const LiveView *view, Arena *arena, Window days);

/* The cell of the plan that the day belongs to; '-' where there is none. */
char live_plan_cell(const LiveView *view, PersonId person, Date day);

/* Shifts of the law's day, per person, as that plan has them; NULL: no clause
 * sets any.  Who was called in since then still has the number. */
const Shift *live_shifts(Arena *arena, const LiveView *view, const LawDay *law);

/*
 * Facts that the snapshot has at hand, borrowed, in the order of the journal:
 * those of the government (outages, statuses, letters, plans), those of a unit
 * (closures, notices, meetings, counters, checklists, ...), and of a person
 * those that change the law, ask for something, or reach over more than 31
 * days (recalls, leave, requests with their decisions, swaps, objections,
 * clarifications), and every correction.  Of the last LIVE_KEPT days, and older
 * ones that still hold.
 */
enum { LIVE_KEPT = 400 };

typedef struct {
    const Fact *const *at;
    size_t count;
} LiveFacts;

LiveFacts live_facts_common(const LiveView *view, Arena *arena);
LiveFacts live_facts_unit(const LiveView *view, Arena *arena, UnitId unit);
LiveFacts live_facts_person(const LiveView *view, Arena *arena,
                            PersonId person);
/* Meetings of these days to which the person is asked, swaps of theirs or in
 * which they are asked, and what was said of these. */
LiveFacts live_facts_naming(const LiveView *view, Arena *arena, PersonId person,
                            Window days);
/* Of everybody and every unit, of these kinds (bits). */
LiveFacts live_facts_kinds(const LiveView *view, Arena *arena, uint64_t kinds);

/* ---- writing ------------------------------------------------------------ */

/*
 * live_record - record_fact, today, by the office of now.  What it brought is
 * seen by the next live_take; a plan that it moves follows soon
 * (live_settle).  Any number of threads.
 */
MUST_USE bool live_record(Live *live, Str government, Arena *arena,
                          const Fact *fact, Str secret, Recorded *out,
                          Err *err);

/* Several, as record_all and record_would. */
MUST_USE bool live_record_all(Live *live, Str government, Arena *arena,
                              const Fact *facts, size_t count, size_t *refused,
                              Err *err);
MUST_USE bool live_would_record(const LiveView *view, Arena *arena,
                                const Fact *facts, size_t count,
                                size_t *refused, Err *err);

/*
 * live_begin - the same by a view that is held until live_end, and nobody waits
 * (record_begin): for kinds that no snapshot holds; ERR_LIMIT of any other.
 */
typedef struct LiveWait LiveWait;

MUST_USE bool live_begin(const LiveView *view, Arena *arena, const Fact *fact,
                         const RecordTell *tell, LiveWait **out, Err *err);
MUST_USE bool live_withdraw(LiveWait *wait); /* as store_withdraw */
MUST_USE bool live_end(LiveWait *wait, Recorded *out, Err *err);

/*
 * For every other use case (enact_letter, publish_plan, close_recap, ...): the
 * world of the view in memory of the arena, so that what is refused, and what
 * is made, is the caller's alone; then, whatever came of it, live_wrote.
 */
RecordWorld live_world(const LiveView *view, Arena *arena);
MUST_USE bool live_wrote(Live *live, Str government, Err *err);

/* Rises with what is recorded of the person here, and with what other use cases
 * write: as long as neither it nor the snapshot's number has changed, nothing
 * new is known of them. */
uint64_t live_person_number(Live *live, Str government, Str person);

/* The last place of the journal that was recorded here; 0: none yet. */
uint64_t live_place(Live *live, Str government);

/* Wait until the plans have followed all that was recorded before the call;
 * false when that took longer. */
bool live_settle(Live *live, Str government, double seconds);
