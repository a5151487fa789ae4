/*
 * explain_person.h - use case: why a person is where they are on a day.
 *
 * With a stored plan the answer is that of the day it was made: its letters,
 * its day of knowledge, and the seats that it gave.  Without one it is what
 * the letters fix; what they leave to the roster is said to be open.
 */
#pragma once

#include "app/office.h"
#include "circular/explain.h"
#include "plan/plan.h"

typedef struct {
    PersonId person;
    Date day;
    Date known; /* without a plan; DATE_NEVER: all on file */
    Lang lang;
    const Plan *plan; /* NULL: none */
} ExplainWish;

typedef struct {
    Corpus corpus;
    Explanation text;
    ExplainTurn turn; /* given when a cap concerns the person that day */
    bool changed;     /* letters, register or calendar differ from those that
                         the plan was made from */
} ExplainedPerson;

/* ERR_INPUT when the day lies outside the plan or the person does not serve. */
MUST_USE bool explain_person(Office *office, const ExplainWish *wish,
                             ExplainedPerson *out, Err *err);

/* What the plan says of the cap that the person is under that day. */
ExplainTurn explain_person_turn(const Plan *plan, const LawDay *law,
                                const Corpus *corpus, PersonId person,
                                Date day);
