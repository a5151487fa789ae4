/* SPDX-License-Identifier: Apache-2.0 */
/*
 * law_day.h - the workshop of law.c and its rooms.
 *
 *   law.c        the day gathered; one person walked through the steps
 *   law_means.c  whom a clause means; which of two clauses wins
 *   law_steps.c  the steps, each a question
 *   law_caps.c   where a cap counts somebody
 *   law_trips.c  official trips: granted or refused
 *   law_leave.c  leave on days on which it is restricted
 */
#pragma once

#include "circular/law.h"

struct LawDay {
    Arena *arena;
    const Corpus *c;
    Date day;
    Levels levels;
    bool works[8];   /* by week: 5, 6, 7 */
    int16_t turn;    /* a clause begins or ends at this minute; -1: none */
    int16_t settled; /* the last beginning of such a day */
    bool late;       /* of two halves: from that minute on */
    const struct LawDay *other; /* the other half of the day; NULL: none */
    ClauseId *clauses;
    uint32_t clause_count;
    ClauseId *of[ACT_CASES]; /* the clauses of the day by act */
    uint32_t of_count[ACT_CASES];
    struct Finding {
        uint32_t event;
        PersonId person;
    } * events; /* those of the day, by person */
    uint32_t event_count;
    uint32_t *trips; /* events of that kind on the day */
    uint32_t trip_count;
};

/* One person on the day, as the steps see it. */
typedef struct {
    const LawDay *day;
    PersonId id;
    const Person *person;
    Profile profile;
    Directive *out;
} View;

View view_of(const LawDay *d, PersonId id, Directive *out);

/* law_means.c */
Picked view_has(const View *v, const Selection *s);
Picked view_means(const View *v, ClauseId id);
bool view_lifted(const View *v, ClauseId id); /* excused or derogated */
bool view_rebound(const View *v, ClauseId target);
bool view_exempt(const View *v, uint32_t letter, ClauseId *by);
bool view_covered(const View *v, uint32_t letter);
bool view_reached(const View *v, uint32_t letter); /* covered, not exempt */
bool view_has_target(const Clause *clause, ClauseId target);

/* law_caps.c */
UnitId view_cap_unit(const View *v, ClauseId id);

/* law_caps.c: the unit itself or the nearest above it that is among the units;
 * NO_UNIT. */
UnitId law_nearest_named(const Register *r, const uint8_t *units, UnitId unit);

/* law_trips.c: the granted trip of the person that day, or NO_INDEX. */
uint32_t view_trip(const View *v);

/* law_steps.c: the letter, the step and the clause go to v->out. */
void view_decide(View *v);

/* The first event of the day that calls the person: one of the whole day, or
 * one of some hours (`part`). */
uint32_t view_called(const View *v, bool part);
