/* SPDX-License-Identifier: Apache-2.0 */
/*
 * published_people.h - a published plan beside a register that goes on.
 *
 * People come, go and change units while a plan runs.  Its documents name
 * people by code; they are read beside the people of the plan itself (the rows
 * of its table, and whom its moves brought in), and only what came of it is
 * laid beside the register of today: who came since has no days in it yet, who
 * is gone has none any more.
 */
#pragma once

#include "plan/plan_move.h"

typedef struct {
    Arena *arena;
    Register then; /* people and units of the plan, as its table has them */
    Plan plan;
} PublishedPeople;

/* From the two documents of a publishing; `now` bounds what can be. */
MUST_USE bool published_people_open(Arena *arena, Str table, Str proof,
                                    const Register *now, PublishedPeople *out,
                                    Err *err);

/* The move read and laid on; whom nobody knew yet joins with empty days. */
MUST_USE bool published_people_move(PublishedPeople *people, Str text,
                                    PlanMove *out, Err *err);

/* The plan, and a move, beside the register of today. */
Plan published_people_now(const PublishedPeople *people, const Register *now);
PlanMove published_people_move_now(const PublishedPeople *people,
                                   const PlanMove *move, const Register *now);

/* Does the text of a move say that this person has to be told? */
bool published_people_told(Str text, Str code);
