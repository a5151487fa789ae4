/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verify_plan.h - use case: is a stored plan right, and the best there is?
 *
 * Nothing of the plan is believed.  Letters and register are read again, every
 * cell that they fix is compared, the question that they leave is put anew,
 * and the auditor checks the plan's seats and certificate against it.  Only
 * the office days of earlier letters, from which its fairness began, are those
 * that the certificate names: where they stand is for the ledger to say.
 */
#pragma once

#include "app/office.h"
#include "plan/plan.h"
#include "roster/demand.h"

/* name, what it says in Indonesian, in English */
#define VERDICTS(X)                                                          \
    X(PROVED,                                                                \
      "terbukti: memenuhi setiap aturan dan tidak ada yang lebih "           \
      "baik",                                                                \
      "proved: every rule is kept and no plan is better")                    \
    X(CHANGED,                                                               \
      "edaran, register, atau kalender sudah berubah sejak jadwal "          \
      "ini disusun",                                                         \
      "letters, register or calendar have changed since this plan was made") \
    X(CELLS, "ada sel yang menyimpang dari edaran",                          \
      "some cells depart from the letters")                                  \
    X(UNPROVED, "sertifikat tidak membuktikan jadwal ini",                   \
      "the certificate does not prove this plan")

typedef enum {
#define X(name, said_id, said_en) VERDICT_##name,
    VERDICTS(X)
#undef X
} PlanVerdict;

enum { VERIFY_SHOWN = 10 };

typedef struct {
    PersonId person;
    uint32_t day;     /* of the plan */
    char has, should; /* PLACED_OPEN: office or home, by turn */
} WrongCell;

typedef struct {
    Plan plan;
    Corpus corpus;
    Demand demand;
    Answer answer;
    PlanVerdict verdict;
    WrongCell wrong[VERIFY_SHOWN]; /* the first of them */
    uint64_t wrong_count;
    Str audit_said[2]; /* by Lang: the auditor's sentence when UNPROVED */
} VerifiedPlan;

Str verify_plan_words(PlanVerdict verdict, Lang lang);

/* False when plan or folder cannot be read or no question can be put. */
MUST_USE bool verify_plan(Office *office, const char *path, VerifiedPlan *out,
                          Err *err);
