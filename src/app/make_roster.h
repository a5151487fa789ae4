/* SPDX-License-Identifier: Apache-2.0 */
/*
 * make_roster.h - use case: the roster of a period, solved and proved.
 */
#pragma once

#include "app/deal_shifts.h"
#include "app/office.h"
#include "roster/clash.h"
#include "roster/demand.h"
#include "roster/ledger.h"
#include "roster/roster.h"

typedef struct {
    Window window; /* empty: the period of the letters */
    Date known;    /* DATE_NEVER: all on file */
    RosterOptions options;
    const Ledger *ledger; /* fairness goes on from there; NULL: begins anew */
} RosterWish;

typedef struct {
    Corpus corpus;
    Demand demand;
    Answer answer;
    bool solved; /* false: `clash` says why no roster exists */
    Clash clash;
    bool verified;      /* audit/ has proved plan and certificate */
    Str audit_said[2];  /* by Lang: the auditor's sentence when not verified */
    DealtShifts shifts; /* that follow from the plan */
} RosterMade;

/* The wish for what the letters themselves say. */
RosterWish make_roster_wish(void);

/*
 * make_roster - false when the question could not be put: *err, or faults of
 * the letters in office->diags, say why.  A clash is an answer, not a failure.
 */
MUST_USE bool make_roster(Office *office, const RosterWish *wish,
                          RosterMade *out, Err *err);
