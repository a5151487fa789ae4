/*
 * demand_build.h - the workshop of demand.c and its rooms.
 *
 *   demand_cells.c   every person-day: settled by the law, or open
 *   demand_caps.c    bases, forced people, seats: the nodes and their bounds
 *   demand_nodes.c   the forest of nodes, and that bounds are nested
 *   demand_order.c   who stands next to whom when seats are handed out
 *   demand_posts.c   counters: what is needed and who can be there
 *   demand_plan.c    the answer's seats back into the plan
 */
#pragma once

#include "roster/demand.h"

/* One cap in one unit, while it is counted. */
typedef struct {
    ClauseId clause;
    UnitId unit;
    CapDay *days;
    int32_t *home; /* per day: settled at home (and on leave, if counted) */
    int32_t *open; /* per day: cells left to the roster */
    int32_t *strangers; /* per day: open cells below the unit that this cap
                           does not count; with `open` > 0 the bounds are not
                           nested */
} Line;

/* The bounds of one node while they are being made; per day. */
typedef struct {
    int32_t *least, *most;
    BoundWhy *why, *why_least;
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
    uint32_t *row_of;   /* per person */
    Directive tie;      /* the first one that ties, with whom and when */
    PersonId tied_person;
    Date tied_day;
} Making;

enum { DEMAND_DAYS = 400 };

/* The index of a reason, added when new.  CHECKs that there are < 65,536. */
uint16_t demand_reason(Making *m, const Reason *reason);

static inline size_t demand_cell(const Making *m, uint32_t person, uint32_t day)
{
    return (size_t)person * m->day_count + day;
}

void demand_cells(Making *m);
MUST_USE bool demand_days(Making *m, Err *err); /* days of the problem */
Line *demand_line(Making *m, ClauseId clause, UnitId unit);
/* The bounds of a node: those of its lines, of `count` lines. */
Seats demand_seats(Making *m, uint32_t node, const uint32_t *lines,
                   uint32_t count);
bool demand_line_is_open(const Making *m, const Line *line);
MUST_USE bool demand_nodes(Making *m, Err *err);
void demand_rows(Making *m);
uint32_t *demand_order(Making *m); /* of people, for handing out seats */
void demand_posts(Making *m);
