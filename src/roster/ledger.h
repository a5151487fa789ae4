/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ledger.h - office days from letter to letter, so that fairness carries over.
 *
 * A line says of one person and one roster: on so many days the place was a
 * matter of turns, on so many of these the person was in the office.  Days on
 * which a rule, leave, a trip or a call decided are in neither number, and
 * nothing says why: the ledger is published.
 *
 * Fairness is by share of the available days: equal counts would punish those
 * who were on leave.  In each component (rows under one root node) with O
 * office days of A available days so far, a person with o of a, and m days to
 * come that are left to the roster, is ahead by
 *
 *     o - (a + m) * O / A     office days;
 *
 * the least ahead gets offset 0, the others what they are ahead of that, in
 * whole days, halves up.  Who has no line before the period is a newcomer and
 * stands where the median of the others stands, so that nobody is called
 * every day for having come late.  Lines that do not end before the period
 * are left out: a roster made anew does not count itself.
 */
#pragma once

#include "base/diag.h"
#include "base/vec.h"
#include "roster/demand.h"

typedef struct {
    Str person; /* code; may have left the register since */
    Str name;
    Str unit;   /* code, as it was */
    Str letter; /* what the roster was of: the number of its first letter */
    Window window;
    int32_t office, available; /* days; 0 <= office <= available <= days */
} LedgerLine;

typedef struct {
    Arena *arena;
    VEC(LedgerLine) lines; /* by letter as added, people as in the register */
} Ledger;

Ledger ledger_in(Arena *arena);

/*
 * ledger_add - the lines of a plan: of everybody with a day in turn, by the
 * steps of its reasons.  ERR_INPUT, and nothing added, when the ledger has a
 * line of a period that meets the plan's.  O(cells + lines).
 */
MUST_USE bool ledger_add(Ledger *ledger, const Plan *plan, const Register *r,
                         Str letter, Err *err);

/*
 * ledger_offsets - per person of the register, for the rows of the problem
 * whose period begins on `first`; 0 for who is no row.  ERR_LIMIT when a sum
 * overflows.  O(lines + rows log rows).
 */
MUST_USE bool ledger_offsets(Arena *arena, const Ledger *ledger,
                             const Problem *problem, const Register *r,
                             Date first, int32_t **out, Err *err);

/*
 * ledger_carry - add the offsets to the demand's rows and keep them beside it
 * (demand->carried), for whoever counts the plan itself.  Before the roster
 * is solved.
 */
MUST_USE bool ledger_carry(Arena *arena, const Ledger *ledger, Demand *demand,
                           Err *err);

/*
 * ledger.csv: pegawai,nama,unit,surat,mulai,sampai,hari_kantor,hari_tersedia,
 * a line each.  Writing what was read gives the same bytes.
 */
void ledger_write(const Ledger *ledger, Buf *out);

/*
 * ledger_read - faults go to diags with file, row and column, as a
 * spreadsheet counts them (buku-01: no such table, buku-02: a cell, buku-03:
 * a person twice in days that meet); false when any.
 */
bool ledger_read(Arena *arena, Str file, Str text, Ledger *out, Diags *diags);
