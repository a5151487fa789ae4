/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan.h - who is where on which day, each cell with what put it there.
 *
 * A plan holds everybody of the register for a window of days.  Per cell one
 * letter of placement.h and the index of a reason; reasons are few and shared.
 * A reason is a code; sentences are made when asked (circular/explain.h).
 */
#pragma once

#include "plan/certificate.h"
#include "register/placement.h"
#include "register/register.h"

/* Cite a rule as "188.65/504/ORG/2020#1(2)": letter, rule, paragraph. */
typedef struct {
    Step step;
    Str rule;  /* the rule that decided, or empty */
    Str other; /* beside it: the cap when the rule is "the rest", the parent
                  letter when an amendment moved the end, ...; or empty */
    Str thing; /* code of a unit or counter, kind of an event, "cuti" or "dinas
                  luar" of an absence; or empty.  Plans are published: never
                  why somebody is on leave, nor the name of a mark */
} Reason;

/* A cell that was written anew when its day had begun: the letter until then,
 * PLACED_NONE where it was a call to the office. */
typedef struct {
    PersonId person;
    uint32_t day; /* of the plan */
    char letter;
} PlanBegan;

typedef struct Plan Plan;
struct Plan {
    Str government;   /* code */
    Window window;    /* the period */
    Date known;       /* as known on; DATE_NEVER: all that is on file */
    const Date *days; /* every day of the window, ascending */
    uint32_t day_count;
    uint32_t person_count;
    const char *cells;       /* person_count * day_count, by person */
    const uint16_t *reasons; /* the same shape: index into `reason` */
    const Reason *reason;
    uint32_t reason_count;
    const int32_t *carried; /* per person: office days of earlier letters that
                               fairness began from; NULL: none */
    uint64_t digest; /* of letters, register and calendar it was made from */
    uint64_t seed;
    const PlanBegan *began; /* the first of a cell counts */
    size_t began_count;
    const Plan *const *own; /* of several plans joined: per day that which it is
                               of; NULL: this one */
};

static inline char plan_cell(const Plan *plan, PersonId person, uint32_t day)
{
    return plan->cells[(size_t)person.index * plan->day_count + day];
}

/* The position of a date in the plan, or NO_INDEX. */
uint32_t plan_day(const Plan *plan, Date date);

/*
 * File forms.  plan.csv: id, nip, nama, unit, then a column a date (ISO) with
 * the letters; people in the order of the register.  plan.cert beside it:
 * text; government, window, known, digest, seed, the reasons and, run-length
 * coded per person, which cell has which; what fairness began from, where it
 * did not begin anew; then the certificate's labels.
 * Writing the same plan gives the same bytes.
 */
void plan_write_csv(const Plan *plan, const Register *r, char mark, Buf *out);
void plan_write_cert(const Plan *plan, const Problem *problem,
                     const Answer *answer, Buf *out);

/* Read back; the certificate's labels and the duties go to *answer (office
 * masks are not in the file: the reader of a plan recomputes them; the totals
 * are as claimed).  ERR_INPUT with line and column of the first fault. */
MUST_USE bool plan_read(Arena *arena, Str csv, Str cert, const Register *r,
                        Plan *plan, Answer *answer, Err *err);
