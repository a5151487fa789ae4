/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_day_facts.h - the rooms of chance_day: facts in the making.
 *
 *   chance_day.c          dates, plans, the whole day, the same day retold
 *   chance_day_letters.c  lands
 *   chance_day_facts.c    one fact: its clocks, channel, who says it
 *   chance_day_work.c     presence, reports, calls, recalls
 *   chance_day_other.c    exits, notices, outages, corrections, other people
 */
#pragma once

#include "base/vec.h"
#include "chance_day.h"

typedef struct {
    Arena *arena;
    Rand *rand;
    const ChanceDate *date;
    const Register *r;
    Zone zone;
    Str code, unit;      /* the person and their unit */
    Str superior, other; /* codes of others */
    uint32_t often;      /* per mille: how likely something happens at all */
    VEC(Fact) facts;
} Making;

bool making_happens(Making *m); /* by `often` */
bool making_half(Making *m);
int making_pick(Making *m, int low, int high); /* both ends in */

/* A minute of the day: an edge of the hours, near one, or any. */
int making_minute(Making *m);

/* Tell what happened at that minute of the date; its place in m->facts. */
size_t making_put(Making *m, FactKind kind, int minute);
Fact *making_at(Making *m, size_t fact);

/* The same, about the fact of that place. */
size_t making_answer(Making *m, FactKind kind, size_t about, int minute);
void making_decide(Making *m, size_t about, int minute);
int making_when(const Making *m, size_t fact); /* its minute of the date */

/* One of the words of a kind, or of texts with | between. */
Str making_word(Making *m, const char *choices);

/* A few days that mostly hold the date. */
Window making_days(Making *m);

/* New clocks for what happened at that instant. */
void making_clock(Rand *rand, Fact *fact, Instant happened);

void making_work(Making *m);
void making_others(Making *m);

/* What has nothing to do with the person or is not theirs. */
void making_noise(Making *m);
