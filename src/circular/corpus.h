/* SPDX-License-Identifier: Apache-2.0 */
/*
 * corpus.h - the letters of one government as law: clauses in force.
 *
 * A corpus is made for one day of knowledge: letters, decisions, amendments,
 * statuses and events known by then, on one register and calendar.  It holds
 * every sentence as a Clause with what it does, whom it means, when, and how
 * it is cited.  Amendments are applied: a letter's clauses are those of the
 * consolidated text, each remembering which letter brought it.
 */
#pragma once

#include "circular/select.h"

typedef struct {
    uint32_t index;
} ClauseId;

#define NO_CLAUSE ((ClauseId){NO_INDEX})

/* What a clause does.  "computed": changes placements; the others are shown,
 * owed or recorded. */
#define ACTS(X)                                                     \
    X(PLACE, "fixes or permits a place")                            \
    X(REST, "places those whom the caps before it leave over")      \
    X(CAP, "bounds how many are in a place")                        \
    X(DAYS, "bounds a person's days in a place in a week or month") \
    X(EXEMPT, "switches the whole letter off for some")             \
    X(EXCUSE, "switches rules off for some")                        \
    X(EXCEED, "lets a cap be exceeded by the need of counters")     \
    X(RELIEF, "lets a head relax a rule for some days")             \
    X(DELEGATE, "leaves details to a head, within bounds")          \
    X(CLOSE, "closes a unit for some days after a case")            \
    X(MEAN, "says what a word means")                               \
    X(DUTY, "owed by people or units on the day")                   \
    X(STATE, "says how an activity is held")                        \
    X(FOLLOW, "says what follows from a day, in a recap")           \
    X(RECORD, "kept and shown, not computed")

typedef enum {
#define X(name, says) ACT_##name,
    ACTS(X)
#undef X
        ACT_CASES
} Act;

/* In which units a bound is counted. */
typedef enum {
    LEVEL_NONE,
    LEVEL_AGENCY,    /* in each perangkat daerah, with everything below it */
    LEVEL_WORK_UNIT, /* in each unit kerja: its own staff */
    LEVEL_UNITS      /* in each of the units of `units` (nearest above) */
} Level;

typedef struct {
    Compare compare;
    bool share; /* hundredths of a percent of base; else a head-count */
    int32_t number;
    Rounding rounding;
    bool floor_forced;        /* tidak kurang dari yang wajib hadir */
    int32_t floor_number;     /* tidak kurang dari n; 0: none */
    Selection *base;          /* of whom the share is taken; NULL: all staff */
    Selection *counted;       /* who is counted; NULL: all staff */
    bool office, home, leave; /* places counted together */
} Cap;

typedef struct {
    uint32_t letter;     /* into corpus->letters: the letter it belongs to */
    uint32_t brought_by; /* the amending letter, or the same as letter */
    const Rule *rule;
    const Sentence *sentence;
    uint32_t bound; /* CAP: which of its bounds; 0: the first, in which the
                       sentence is shown */
    Str cite;       /* "188.65/504/ORG/2020#1(2)"; of a table's row with its
                       labels, and its area: "#1(2) [level 4, Kota Contoh]" */
    Act act;
    Strength strength;
    Where where;       /* PLACE, REST */
    Selection *who;    /* PLACE, DAYS, EXEMPT, EXCUSE, DUTY, turns: whom */
    Window window;     /* when it holds, inside the letter's validity */
    int16_t starts_at; /* the minute of the window's first day at which it
                          begins, */
    int16_t ends_at;   /* of its last at which it ends; -1: with the day */
    uint8_t weekdays;  /* bits; 0: all */
    const Date *dates; /* only on these, when date_count > 0 */
    uint32_t date_count;
    const TableRow *row;  /* of a table; NULL: of none.  Days and units that
                             bear its labels: */
    const uint8_t *among; /* the units, a byte each; NULL: all.  Of a bound
                             too: units of another that derogates from it are
                             not among them */
    bool under_status;    /* it holds inside of the spans only; of "selama
                             Ramadan" too */
    const Window *spans;
    uint32_t span_count;
    bool unborne;         /* nothing has ever borne one of its labels */
    Level level;          /* CAP, REST */
    const uint8_t *units; /* CAP, EXCEED: which units it concerns, or (UNITS)
                             in which it counts; NULL: all */
    Cap cap;              /* CAP */
    bool turns, no_turns;
    bool by_need;
    const ClauseId *targets; /* EXCUSE, EXCEED, RELIEF: clauses; PLACE, CAP,
                                DAYS: from which it derogates; REST: caps;
                                FOLLOW: of whose breach it is a ladder */
    uint32_t target_count;
    Duration days; /* CLOSE, RELIEF; DAYS: 1 week or 1 month, the window of
                      cap.number days in cap's place */
} Clause;

typedef struct {
    const Letter *tree;
    const Source *source;
    Str cite;        /* number or name */
    Date known;      /* enacted, else announced, else first day of validity */
    bool decision;   /* a head's decision: its clauses are STEP_DECISION */
    UnitId head_of;  /* decision: the unit whose head issued it */
    Window *windows; /* when it is in force; several under a status */
    uint32_t window_count;
    Date starts_on; /* it begins at starts_at of that day; -1: as the day
                       does */
    Date ends_on;   /* it ends at ends_at of that day; -1: with the day */
    int16_t starts_at, ends_at;
    Window original;      /* before amendments (of FIX and OPEN letters) */
    uint32_t extended_by; /* the letter that last moved its end, NO_INDEX */
    Date first_effect;    /* first day on which a computed clause holds */
    bool open_end;
    bool status_missing; /* bound to a status without dates: ask for them */
    bool status_assumed;
    Selection *covering;
    uint32_t first_clause, clause_count;
} CorpusLetter;

/* A closure as it came out: the unit shut on these days, and by which rule. */
typedef struct {
    UnitId unit;
    Window window;
    ClauseId by;    /* the CLOSE clause, or NO_CLAUSE: an order of its own */
    uint32_t event; /* into register->events */
    int32_t cases;  /* of the unit so far; 0: by order, for no case */
} Closure;

typedef struct {
    const Register *r;
    const Calendar *calendar;
    const Government *government;
    Date known;
    CorpusLetter *letters;
    uint32_t letter_count;
    Clause *clauses;
    uint32_t clause_count;
    Closure *closures;
    uint32_t closure_count;
} Corpus;

/* A letter that was read, with what it was read from. */
typedef struct {
    const Letter *tree;
    const Source *source;
    bool decision; /* from the folder of decisions */
} CorpusInput;

/* All that a law is made of; borrowed. */
typedef struct {
    const CorpusInput *inputs;
    size_t input_count;
    const Government *government;
    const Register *r;
    const Calendar *calendar;
} CorpusFrom;

/*
 * corpus_make - the law as known on `known` (DATE_NEVER: all on file).
 *
 * Letters not yet known are left out.  Errors of the families "kenal" (names)
 * and "hukum" (relations: amends what is not there, against the order of
 * issue, outside the bounds of its rule) go to diags; false when any.
 */
bool corpus_make(Arena *arena, const CorpusFrom *from, Date known, Corpus *out,
                 Diags *diags);

static inline const Clause *corpus_clause(const Corpus *corpus, ClauseId id)
{
    return &corpus->clauses[id.index];
}

/* Of a table's row: does the unit bear its labels?  Else true. */
static inline bool clause_among(const Clause *clause, UnitId unit)
{
    return clause->among == NULL || clause->among[unit.index] != 0;
}

/* In force on that day: inside the clause's window, days, spans and letter. */
bool clause_holds(const Corpus *corpus, ClauseId id, Date day);
bool letter_holds(const CorpusLetter *letter, Date day);

/* A clause by its cite "LETTER#RULE(PARAGRAPH)"; NO_CLAUSE when absent. */
ClauseId corpus_find(const Corpus *corpus, Str cite);

/*
 * corpus_period - the days to roster when none are given: from the first
 * effect of the earliest letter to the last end; open ends give four weeks
 * from their first effect.  ERR_INPUT when a letter waits for the dates of a
 * status (the sentence asks for them), or no letter places anybody.
 */
MUST_USE bool corpus_period(const Corpus *corpus, Window *out, Err *err);

/* "SE 800/0437/Org", "kebijakan \"...\"", "keputusan ...": how a letter is
 * spoken of, by its kind. */
Str cite_letter(Arena *arena, const Corpus *corpus, uint32_t letter, Lang lang);

/* "aturan 3 ayat (1) SE 800/0437/Org" / "rule 3 paragraph (1) of SE ...". */
Str cite_words(Arena *arena, const Corpus *corpus, Str cite, Lang lang);
