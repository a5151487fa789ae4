/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap.h - what came of some days: verdicts, counted.
 *
 * A recap is recomputed, never kept as truth: the same law, plan, facts and
 * `now` give the same numbers.  It counts for each person, and adds people up
 * for unit kerja, perangkat daerah and the government; a unit's numbers are
 * always the sums of its people's.  A day at home is a working day like one
 * in the office (column COUNTED).
 *
 * Minutes are whole.  Everything is of the arena; corpus, plan and book are
 * borrowed and must live as long.
 */
#pragma once

#include "circular/consequence.h"
#include "day/verdict.h"

typedef enum {
#define DAYS(id, ...)  RECAP_##id,
#define FOUND(id, ...) RECAP_##id,
#include "day/recap_columns.def"
    RECAP_COLUMNS
} RecapColumn;

enum { RECAP_DAYS_MOST = 400 };

/* In which units people are added up. */
typedef enum {
    RECAP_WORK_UNITS, /* unit kerja, else the person's own unit */
    RECAP_AGENCIES,   /* perangkat daerah, else the person's own unit */
    RECAP_GOVERNMENT, /* the root of the tree */
    RECAP_LEVELS
} RecapLevel;

typedef struct {
    int64_t counts[RECAP_COLUMNS];
    uint32_t people;     /* who serve on some day of the window */
    uint32_t breaching;  /* of those, with any breach */
    uint32_t in_turn;    /* whose place the roster decided on some day */
    int64_t least, most; /* planned office days among those in turn */
    int64_t there_least, there_most; /* office days as they came */
    uint32_t cap_days; /* a cap counted in a unit on a working day, each */
    uint32_t cap_kept; /* of those, kept: see RecapCap */
} RecapUnit;

/*
 * A cap on one day in the unit where it is counted.  It is kept when no more
 * were in the office than the letter's number or, where that is more, than
 * law and plan place there (musts, recalls, the need of counters; the plan is
 * proved elsewhere).  In the office is who checked in there.
 */
typedef struct {
    ClauseId cap;
    UnitId unit;
    Date day;
    int32_t base, stated;   /* people of the share; the number by the letter */
    int32_t planned, there; /* in the office: by law and plan; in fact */
} RecapCap;

/* A day on which our server was down: a hole in what can be known. */
typedef struct {
    Date day;
    int32_t minutes; /* each minute once, begun ones whole */
    int64_t unknown; /* findings that nobody can know because of it */
} RecapHole;

/* A clause by which something follows from days (circular/consequence.h), and
 * which held on some day of the window. */
typedef struct {
    ClauseId by;
    ConsequenceRule rule;
} RecapFollow;

enum { RECAP_FOLLOW_NUMBERS = 3 };

/* What it made of a person's days.  Of a ladder the step is a suggestion, by
 * the breaches of this window alone: a person decides. */
typedef struct {
    int32_t count; /* days credited or cut; breaches of the ladder's rules */
    int32_t sum;   /* hundredths of hours, of a percent; the step, 0: none */
    int32_t open;  /* days left out: the report waits, our server was down */
} RecapFollowed;

/* Days done, of all. */
typedef void RecapTick(void *context, uint64_t done, uint64_t all);

typedef struct {
    const Corpus *corpus;
    const Plan *plan;     /* NULL: none */
    const DayBook *book;  /* holds the window and what it hangs on */
    const UnitId *within; /* counted are it and all below; NULL: everybody */
    DayHours hours;
    Zone zone;
    Instant now;
    Window window;   /* bounded, at most RECAP_DAYS_MOST days */
    RecapTick *tick; /* or NULL */
    void *context;
} RecapFrom;

typedef struct {
    const Register *r;
    const Corpus *corpus;
    UnitId unit; /* that of the recap: `within`, or the root */
    Window window;
    Instant now;
    const uint8_t *served;                /* per person: counted on some day */
    const int32_t *counts;                /* per person, RECAP_COLUMNS each */
    const RecapUnit *units[RECAP_LEVELS]; /* per unit of the register; what
                                lies above `unit` is added up in it */
    const RecapCap *over;                 /* caps that were not kept, by day */
    size_t over_count;
    const RecapHole *holes; /* by day */
    size_t hole_count;
    const RecapFollow *follows;    /* in the order of clauses */
    uint32_t follow_count;         /* 0: no letter says that any follows */
    const RecapFollowed *followed; /* per person, follow_count each */
    const uint8_t *follow_days;    /* bits, see recap_follow_counts; NULL: the
                                      days are not known any more */
    bool more; /* a day had findings beyond those a verdict holds */
} Recap;

/*
 * recap_make - one day's sheet at a time, in memory of its own.
 *
 * ERR_LIMIT for a window past RECAP_DAYS_MOST or more duties than a sheet
 * holds, ERR_INPUT for an empty one, both in two languages.
 * O(days * people * (clauses + facts of the day)).
 */
MUST_USE bool recap_make(Arena *arena, const RecapFrom *from, Recap *out,
                         Err *err);

/* The days before and after a window whose facts its verdicts hang on: what a
 * book for recap_make must hold. */
Window recap_book_window(Window window);

int32_t recap_count(const Recap *recap, PersonId person, RecapColumn column);

/* What the clause at that place of `follows` made of the person's days. */
const RecapFollowed *recap_followed(const Recap *recap, PersonId person,
                                    uint32_t follow);

/* Is the day of the window among those it counted? */
bool recap_follow_counts(const Recap *recap, PersonId person, uint32_t follow,
                         Date day);

/* All clauses that credit hours, or that cut: their sums, days and open days;
 * of a ladder as it is. */
RecapFollowed recap_follow_sum(const Recap *recap, PersonId person,
                               Follows what);

/* Is there a clause of that kind in the window? */
bool recap_follow_has(const Recap *recap, Follows what);

/* The unit in which that level adds a person of `unit` up, in a recap of the
 * whole government. */
UnitId recap_level_unit(const Register *r, RecapLevel level, UnitId unit);

/* All that was counted: the government, or the unit of the recap. */
const RecapUnit *recap_government(const Recap *recap);

/* Name in files and in Indonesian: "hari_kerja"; English: "working days". */
Str recap_column_name(RecapColumn column);
Str recap_column_word(RecapColumn column, Lang lang);
bool recap_column_parse(Str name, RecapColumn *out);

/* The column that counts such findings, or RECAP_COLUMNS: none of its own. */
RecapColumn recap_column_of(DutyKind duty, Outcome outcome);
