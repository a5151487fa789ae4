/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_month.h - use case: a month of a unit and all below it, as its head
 * plans it: who is where on each day, and what caps, counters and turns come
 * to.
 *
 * Made when asked from the law of each day, the published plans and, if there
 * is one, the draft of the month laid over its days to come.  What is counted
 * before and after the draft stands side by side.
 *
 *   unit_month.c         the story; people, groups
 *   unit_month_cells.c   where each of them is
 *   unit_month_shifts.c  in which shift
 *   unit_month_caps.c    caps, day by day
 *   unit_month_counters.c  officers at counters
 *   unit_month_rules.c   what it comes to, rule by rule
 */
#pragma once

#include "app/draft.h"
#include "day/shift_key.h"

enum {
    UNIT_MONTH_OPEN = 1,    /* the law leaves it to the roster */
    UNIT_MONTH_WORKS = 2,   /* serves, and it is a working day of theirs */
    UNIT_MONTH_CALLED = 4,  /* in the office by recall, meeting or visit */
    UNIT_MONTH_COUNTER = 8, /* the plan has them serve a counter */
    UNIT_MONTH_FIXED = 16,  /* fixed by a head */
    UNIT_MONTH_DRAFT = 32,  /* changed by the draft */
    UNIT_MONTH_ASIDE = 64,  /* a deviation, recorded or in the draft */
    UNIT_MONTH_BARE = 128   /* open, and no plan holds it */
};

typedef struct {
    char letter, before; /* with and without the draft; '-' none */
    uint8_t marks;
    uint8_t shift; /* 1, 2, ...; 0: none, or not known while it is a draft */
} UnitMonthCell;

typedef struct {
    PersonId person;
    bool in_turn;           /* some day of theirs is left to the roster */
    int32_t office, before; /* days in the office */
    UnitMonthCell cells[DRAFT_DAYS];
} UnitMonthRow;

/* Those of one unit right below, and all below that; or of the unit itself. */
typedef struct {
    UnitId unit;
    uint32_t first, count; /* rows */
    int32_t office[DRAFT_DAYS];
} UnitMonthGroup;

typedef struct {
    bool counts;        /* the cap counts somebody here that day */
    bool works;         /* some of them work */
    bool broken, broke; /* with and without the draft */
    int32_t base;       /* people of whom the share is taken */
    int32_t stated;     /* by the letter's arithmetic */
    int32_t most;       /* that may be there, those called included */
    int32_t least;      /* that must be there; 0 */
    int32_t called;
    int32_t in, before; /* there, with and without the draft */
} UnitMonthCapDay;

typedef struct {
    ClauseId cap;
    UnitId unit; /* where it is counted: inside the unit, or above it */
    UnitMonthCapDay days[DRAFT_DAYS];
} UnitMonthCap;

typedef struct {
    bool open;
    int32_t need, served, before;
} UnitMonthCounterDay;

typedef struct {
    uint32_t counter;
    UnitMonthCounterDay days[DRAFT_DAYS];
} UnitMonthCounter;

typedef enum {
    UNIT_RULE_CAP,
    UNIT_RULE_PLACE,   /* a rule has people somewhere */
    UNIT_RULE_COUNTERS /* have their officers */
} UnitRuleKind;

typedef struct {
    UnitRuleKind kind;
    ClauseId clause;     /* CAP, PLACE */
    uint32_t units;      /* CAP: in which it is counted */
    uint32_t people;     /* PLACE */
    uint32_t days;       /* on which it is asked */
    uint32_t bad, worse; /* bits of days: broken; by the draft alone */
} UnitRule;

typedef struct {
    uint32_t people;               /* in turn */
    int32_t least, most, middle;   /* days; the middle one of them */
    uint32_t within;               /* of those, at most a day from the middle */
    uint32_t with[DRAFT_DAYS + 1]; /* people per number of days */
} UnitFairness;

typedef struct {
    Arena *arena;
    UnitId unit;
    Window days; /* the month */
    uint32_t day_count;
    uint32_t today; /* of the month; NO_INDEX */
    uint32_t ahead; /* the first day that may still change; day_count: none */
    bool works[DRAFT_DAYS];    /* somebody of the unit works */
    bool governed[DRAFT_DAYS]; /* a letter says where somebody is, or a head */
    int32_t office[DRAFT_DAYS], before[DRAFT_DAYS]; /* people of the unit */
    UnitMonthRow *rows;                             /* by group; heads first */
    UnitMonthGroup *groups;
    UnitMonthCap *caps;
    UnitMonthCounter *counters;
    const UnitRule *rules; /* caps, counters, places */
    uint32_t row_count, group_count, cap_count, counter_count, rule_count;
    UnitFairness fairness;
    bool ruled;            /* some day is left to the roster */
    uint32_t bare;         /* days of people, to come, that no plan holds */
    uint32_t lapsed;       /* cells of the draft that do not hold any more */
    const Published *plan; /* that the days to come stand in; NULL */
    ShiftKey shifts;       /* that stand in the cells */
    /* PIN and DEVIATION that stand, the later one last */
    const Fact *const *by_hand;
    size_t by_hand_count;
} UnitMonth;

/*
 * unit_month - `draft` may be NULL.  O(days * people of the unit and of units
 * above it in which a cap counts them).
 */
UnitMonth unit_month(Arena *arena, const LiveView *view, UnitId unit,
                     Window days, const Draft *draft);

/* The row of a person, or NULL. */
const UnitMonthRow *unit_month_row(const UnitMonth *month, PersonId person);

/* Somebody whose days are left to the roster has one that a plan holds, or
 * nobody's days are. */
bool unit_month_is_planned(const UnitMonth *month);

/* The window of a month of its first day. */
Window unit_month_window(Date day);
