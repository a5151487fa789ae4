/* SPDX-License-Identifier: Apache-2.0 */
/*
 * demand.h - from law and register to the question, and from the answer to
 * the plan.
 *
 *     demand_make      law + register -> settled cells + Problem
 *     roster_solve     Problem -> Answer with proof
 *     demand_plan      settled cells + Answer -> Plan
 *
 * Caps yield to forced people, and to the need of counters where a clause
 * lets them be exceeded; both are kept to be shown.  Where floors alone bound
 * people whom the other rules have at home, no more come than the floors and
 * counters want.  O(people * days).
 */
#pragma once

#include "circular/law.h"
#include "plan/capline.h"
#include "plan/plan.h"

typedef struct {
    UnitId unit;
    CounterId counter;
    Date day;
    int32_t need, able; /* wanted; qualified and not settled elsewhere */
    bool sent_home;     /* the rules send them home and leave no choice */
} Shortage;

/* What an open cell hangs on; its reasons are made when it is decided. */
typedef struct {
    ClauseId cap, rest;
    UnitId unit; /* where the cap counts the person */
    uint32_t extended_by;
    char otherwise; /* as the law has it: under floors alone */
} OpenReason;

/* No cap counts the person: open by the days that they owe in the office. */
static inline bool demand_open_owes(const Corpus *corpus,
                                    const OpenReason *open)
{
    return corpus_clause(corpus, open->cap)->act == ACT_DAYS;
}

typedef struct {
    const Corpus *corpus;
    Plan plan;   /* settled cells; open ones hold PLACED_OPEN and the index of
                    their OpenReason until demand_plan */
    char *cells; /* plan.cells, while they are being written */
    uint16_t *reasons; /* plan.reasons, likewise */
    Problem problem;
    uint32_t *problem_day; /* day of the plan -> day of the problem; NO_INDEX */
    CapLine *caps;
    uint32_t cap_count;
    uint32_t *cap_at; /* clause * unit_count + unit -> caps; NO_INDEX */
    const Shortage *shortages; /* counters that cannot have what they need */
    uint32_t shortage_count;
    const OpenReason *opens;
    uint32_t open_count;
    const int32_t *carried; /* per person: office days that the rows' offsets
                               hold from earlier letters; NULL: none */
} Demand;

/*
 * demand_make - ERR_INPUT when the window is empty or longer than 400 days,
 * when the calendar has no entries for a year of it (the sentence names the
 * year and the file), when more than 64 days are left to the roster (ask for a
 * shorter period), or when a clause ties (the sentence names both); ERR_INPUT
 * too when bounds are not nested, naming the pair of clauses.
 */
MUST_USE bool demand_make(Arena *arena, const Corpus *corpus, Window window,
                          Demand *out, Err *err);

/* Add to the rows' offsets the office days of earlier letters, per person of
 * the register, and keep them beside the demand and in its plan: whoever
 * counts the plan alone knows nothing of them.  Before it is solved. */
void demand_carry(Arena *arena, Demand *demand, const int32_t *carried);

/* Put the answer's seats into the plan; every cell has a letter after. */
void demand_plan(Arena *arena, Demand *demand, const Answer *answer);

/*
 * demand_free - let more come than the floors of the node's tree ask for on
 * that day of the problem: a floor forbids nobody.  For whoever asks for a
 * person by name, or for a pattern.  Nodes are copied, rows and posts are not.
 */
void demand_free(Arena *arena, const Corpus *corpus, Problem *problem,
                 uint32_t node, uint32_t day);

/* demand_free_all - likewise everywhere and on every day. */
void demand_free_all(Arena *arena, const Corpus *corpus, Problem *problem);

/* demand_keep - likewise let stay in whoever is: per row, days of the problem.
 */
void demand_keep(Arena *arena, const Corpus *corpus, Problem *problem,
                 const uint64_t *office);

/* Count a stored plan's seats into the cap lines, as demand_plan does. */
void demand_count(Demand *demand, const Plan *plan);

/*
 * demand_digest - of everything the plan was made from; it is that of what
 * events leave as it is (letters, calendar, people, units, posts, marks,
 * counters), then that of absences and events after it.
 */
uint64_t demand_digest(const Corpus *corpus);
uint64_t demand_digest_still(const Corpus *corpus);
uint64_t demand_digest_after(uint64_t still, const Register *r);
