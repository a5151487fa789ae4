/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain_person.h - use case: why a person is where they are on a day.
 *
 * With a stored plan the answer is that of the plan, as long as letters,
 * register and calendar are those it was made from; else it is refused.
 * Without one, what the letters leave to the roster is answered from the
 * roster of their period, made on the spot.
 */
#pragma once

#include "app/office.h"
#include "circular/explain.h"
#include "day/shift.h"
#include "plan/plan.h"

typedef struct {
    PersonId person;
    Date day;
    Date known; /* without a plan; DATE_NEVER: all on file */
    Lang lang;
    const Plan *plan; /* NULL: none */
    bool published;   /* the plan follows what happens (follow_plan.h): it is
                         asked where the law leaves the day to the roster */
} ExplainWish;

typedef struct {
    Corpus corpus;
    Explanation text;
    ExplainTurn turn; /* given when a cap concerns the person that day */
} ExplainedPerson;

/* ERR_INPUT when the day lies outside the plan, the person does not serve, or
 * the plan is of other letters. */
MUST_USE bool explain_person(Office *office, const ExplainWish *wish,
                             ExplainedPerson *out, Err *err);

/* Adds the shift to an explanation; none: nothing. */
void explain_person_shift(Arena *arena, const LawDay *law, const Shift *shift,
                          Lang lang, Explanation *out);

/* What the plan says of the cap that the person is under that day. */
ExplainTurn explain_person_turn(const Plan *plan, const LawDay *law,
                                const Corpus *corpus, PersonId person,
                                Date day);
