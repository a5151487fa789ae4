/* SPDX-License-Identifier: Apache-2.0 */
/*
 * keep_ledger.h - use case: the ledger of office days of a government.
 *
 *     keep_ledger_read    ledger.csv -> Ledger; a missing file is an empty one
 *     make_roster         with RosterWish.ledger: fairness goes on from there
 *     keep_ledger_add     the published plan's days
 *     ledger_write        the file again (roster/ledger.h)
 *
 * Nothing is written here.  The certificate of a plan made with a ledger names
 * what each person began from, so that the plan can be proved without it.
 */
#pragma once

#include "app/make_roster.h"

/*
 * keep_ledger_read - false with faults in office->diags (buku-01 to buku-03)
 * or what the world refused in *err.  `path` may name no file: an empty
 * ledger.  At most 64 MB.
 */
MUST_USE bool keep_ledger_read(Office *office, const char *path, Ledger *out,
                               Err *err);

/*
 * keep_ledger_add - the days of a plan under the letter that it is of: the
 * first that places anybody in its window.  Refused: buku-04, days that are in
 * the ledger already; buku-05, a plan of another register; buku-06, one
 * without any turn.
 */
MUST_USE bool keep_ledger_add(Office *office, Ledger *ledger, const Plan *plan,
                              Err *err);
