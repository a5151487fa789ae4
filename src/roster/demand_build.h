/* SPDX-License-Identifier: Apache-2.0 */
/*
 * demand_build.h - the workshop of demand.c and its rooms.
 *
 *   demand_cells.c   every person-day: settled by the law, or open; counts
 *   demand_week.c    days of a person: bounds of their row
 *   demand_caps.c    bases, forced people, seats: the nodes and their bounds
 *   demand_nodes.c   the forest of nodes, and that bounds are nested
 *   demand_order.c   who stands next to whom when seats are handed out
 *   demand_posts.c   counters: what is needed and who can be there
 *   demand_floors.c  floors alone: no more come than they ask for
 *   demand_plan.c    the answer's seats back into the plan
 */
#pragma once

#include "roster/demand.h"

/* One cap in one unit, while it is counted. */
typedef struct {
    ClauseId clause;
    UnitId unit;
    CapDay *days;
    int32_t *strangers; /* per day: open cells below the unit that this cap
                           does not count; where it leaves any to the roster
                           the bounds are not nested */
} Line;

/* A clause that bounds days of a person, and whose they are. */
typedef struct {
    ClauseId clause;
    uint8_t *means; /* per cell: it means the person that day */
} WeekRule;

/* The bounds of one node while they are being made; per day.  `hard` is the
 * least of those that no need of a counter may exceed, PROBLEM_FREE without
 * one: it is never below `most`. */
typedef struct {
    int32_t *least, *most, *hard;
    BoundWhy *why, *why_least, *why_hard;
} Seats;

typedef struct {
    Arena *arena;
    const Corpus *corpus;
    Demand *out;
    Date *days;
    uint32_t day_count;
    VEC(Reason) reasons;
    Map reason_of; /* text of a reason -> its index */
    VEC(OpenReason) opens;
    VEC(Line) lines;
    uint32_t *line_of;  /* clause * unit_count + unit -> line */
    uint8_t *qualified; /* per person: may serve at some counter */
    Seats *seats;       /* per node */
    uint32_t *node_of;  /* per line: its node, NO_INDEX */
    uint32_t *node_in;  /* per unit: the innermost node of its people */
    uint32_t node_none; /* of people whom no cap counts; NO_INDEX */
    int32_t *owed;      /* per day: open cells that no cap counts */
    uint32_t *row_of;   /* per person */
    WeekRule *weeks;
    uint32_t week_count;
    ClauseId torn, torn_by; /* two bounds that no window keeps; NO_CLAUSE */
    Directive tie;          /* the first one that ties, with whom and when */
    PersonId tied_person;
    Date tied_day;
} Making;

enum { DEMAND_DAYS = 400 };

/* Days, lines, cells: all empty.  `m` has its arena, corpus and `out`. */
void demand_open(Making *m, Window window);
MUST_USE bool demand_no_tie(const Making *m, Err *err);
/* Reasons and opens to the plan; is the problem sound? */
MUST_USE bool demand_done(Making *m, Err *err);

/* The index of a reason, added when new.  CHECKs that there are < 65,536. */
uint16_t demand_reason(Making *m, const Reason *reason);

static inline size_t demand_cell(const Making *m, uint32_t person, uint32_t day)
{
    return (size_t)person * m->day_count + day;
}

/* Does a cell with this letter lie in the place that the cap counts? */
static inline bool demand_in_place(const Cap *cap, char letter)
{
    return (cap->office && letter == PLACED_OFFICE) ||
           (cap->home && letter == PLACED_HOME) ||
           (cap->leave && letter == PLACED_LEAVE);
}

/* One day, while its people are asked; the law is of its scratch arena. */
typedef struct {
    Making *m;
    const LawDay *law;
    uint32_t day;         /* of the plan */
    const ClauseId *caps; /* that hold */
    uint32_t cap_count;
    Directive last; /* of the person before: reasons repeat */
    uint16_t last_reason;
} DemandDay;

DemandDay demand_day_open(Making *m, uint32_t day, Arena *scratch);
/* The person's cell, its reason, and the first tie. */
void demand_day_set(DemandDay *day, PersonId person, const Directive *d);
/* The person into every cap's counts (sign 1), or out of them (-1). */
void demand_day_count(const DemandDay *day, PersonId person, const Directive *d,
                      int32_t sign);

/* Days of a person: the clauses, whom they mean on the day, the bounds of a row
 * that has its days; two that contradict each other are told. */
void demand_week_open(Making *m);
void demand_week_note(const DemandDay *day, PersonId person);
void demand_week_bounds(Making *m, ProblemRow *row);
MUST_USE bool demand_week_fits(const Making *m, Err *err);

void demand_cells(Making *m);
MUST_USE bool demand_days(Making *m, Err *err); /* days of the problem */
Line *demand_line(Making *m, ClauseId clause, UnitId unit);
/* Does a clause let the need of the unit's counters exceed that cap? */
bool demand_may_exceed(const Making *m, UnitId unit, ClauseId cap, Date day);
/* The bounds of a node: those of its lines, of `count` lines. */
Seats demand_seats(Making *m, uint32_t node, const uint32_t *lines,
                   uint32_t count);
bool demand_line_is_open(const Making *m, const Line *line);
MUST_USE bool demand_nodes(Making *m, Err *err);
/* The person's row as their cells have it: must, may, offset, node. */
ProblemRow demand_row(Making *m, uint32_t person);
/* Into `rows`, unless it has no day; its seats go back to its nodes. */
void demand_row_add(Making *m, const ProblemRow *row, ProblemRow *rows);
void demand_rows(Making *m);
/* Is the cell open because its person owes days in the office, and under no
 * cap?  Who has such cells alone sits in a node without bounds. */
bool demand_owes(const Making *m, uint32_t person, uint32_t day);
uint32_t demand_node(const Making *m, uint32_t person);
/* The numbers that bounds state; before nodes are made. */
void demand_state(Making *m);
/* Is the cell open only to be counted by floors?  They come in any case. */
bool demand_stays(const Making *m, uint32_t person, uint32_t day);
uint32_t *demand_order(Making *m); /* of people, for handing out seats */
void demand_posts(Making *m);
/* When nodes, rows and posts are there. */
void demand_floors(Making *m);
