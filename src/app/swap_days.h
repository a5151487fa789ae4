/* SPDX-License-Identifier: Apache-2.0 */
/*
 * swap_days.h - a swap as people ask for it, on a published plan.
 *
 * The fact SWAP names who asks (pegawai), the colleague (hal), and one or two
 * days (mulai, sampai): on both of them the two exchange office and home.
 */
#pragma once

#include "app/offer_swaps.h"
#include "day/fact.h"

/*
 * swap_days_board - the swap board of the days of the plan from `first` on,
 * under the law as the office knows it; what is past answers to no rule.
 * Refused as swap_board_open, and tukar-02 when no day is left.
 */
MUST_USE bool swap_days_board(Office *office, const Plan *plan, Date first,
                              SwapBoard *out, Err *err);

/* The plan of those days after the swap; refused as swap_apply, with the
 * sentence of office->diags in *err. */
MUST_USE bool swap_days_apply(Office *office, const Plan *plan, Date first,
                              const Fact *swap, Plan *rest, Err *err);
