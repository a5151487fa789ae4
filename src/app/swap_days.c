/* SPDX-License-Identifier: Apache-2.0 */
#include "app/swap_days.h"

#include "app/swap.h"
#include "plan/plan_join.h"

/* The sentence that was put among the remarks becomes the error. */
static bool with_reason(const Office *office, Err *err)
{
    const Diags *diags = &office->diags;
    if (err->kind != ERR_INPUT || diags->list.count == 0) return false;
    const Diag *last = &diags->list.at[diags->list.count - 1];
    (void)FAIL(err, ERR_INPUT, "%s: %.*s", last->id,
               STR_ARG(last->said[LANG_EN]));
    return err_id(err, "%s: %.*s", last->id, STR_ARG(last->said[LANG_ID]));
}

static bool no_days(Office *office, Err *err)
{
    return office_refuse(office, "tukar-02",
                         STR("tidak ada hari jadwal ini yang masih dapat "
                             "ditukar"),
                         STR("no day of this plan can be swapped any more"),
                         err);
}

bool swap_days_board(Office *office, const Plan *plan, Date first,
                     SwapBoard *out, Err *err)
{
    uint32_t d = 0;
    Corpus *corpus = NEW(office->arena, Corpus, 1);
    while (d < plan->day_count && date_before(plan->days[d], first))
        d++;
    if (d == plan->day_count) return no_days(office, err);
    if (!office_law(office, plan->known, corpus, err)) return false;
    /* Facts that moved nothing left the plan's digest behind: what matters,
     * that it keeps the rules as they are now, is audited by the board. */
    Plan rest = plan_from(office->arena, plan, d);
    rest.digest = demand_digest(corpus);
    return swap_board_open(office, &rest, out, err);
}

static bool no_colleague(Office *office, Str code, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "hal: nobody has the code '%.*s'",
               STR_ARG(code));
    (void)office;
    return err_id(err, "hal: tidak ada pegawai berkode '%.*s'", STR_ARG(code));
}

bool swap_days_apply(Office *office, const Plan *plan, Date first,
                     const Fact *swap, Plan *rest, Err *err)
{
    SwapBoard *board = NEW(office->arena, SwapBoard, 1);
    const Map *codes = &office->r.person_codes;
    PersonId asks = {map_find(codes, swap->person)};
    PersonId with = {map_find(codes, swap->thing)};
    if (asks.index == NO_INDEX || with.index == NO_INDEX)
        return no_colleague(
            office, with.index == NO_INDEX ? swap->thing : swap->person, err);
    if (!swap_days_board(office, plan, first, board, err))
        return with_reason(office, err);
    SwapWish wish = {
        .person = asks, .day = swap->days.first, .now = date_plus(first, -1)};
    SwapOffer offer = {
        .asks = asks,
        .with = with,
        .day = plan_day(&board->plan, swap->days.first),
        .back = date_is(swap->days.first, swap->days.last)
                    ? NO_INDEX
                    : plan_day(&board->plan, swap->days.last),
    };
    return swap_apply(board, &wish, &offer, rest, err) ||
           with_reason(office, err);
}
