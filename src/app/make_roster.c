/* SPDX-License-Identifier: Apache-2.0 */
#include "app/make_roster.h"

#include "app/prove_plan.h"

RosterWish make_roster_wish(void)
{
    return (RosterWish){
        .window = {{0}, {-1}},
        .known = DATE_NEVER,
    };
}

/* Belief only after the auditor has looked: at the cut, or at the plan. */
static void prove(RosterMade *made, Arena *arena)
{
    Err err = {0};
    const Demand *demand = &made->demand;
    made->verified =
        made->solved
            ? prove_plan(arena, demand, &made->answer, &demand->plan, &err) &&
                  deal_shifts_proved(arena, demand->corpus, &demand->plan,
                                     &made->shifts, &err)
            : audit_answer(&demand->problem, &made->answer, arena, &err);
    if (!made->verified) prove_plan_said(arena, &err, made->audit_said);
}

/* A letter waits for the dates of a status: ask for them in both languages. */
static bool ask_for_status(Office *office, const CorpusLetter *letter, Err *err)
{
    Str cite = letter->cite;
    Str status = letter->tree->valid.status;
    Str area = letter->tree->valid.area;
    return office_refuse(
        office, "jadwal-01",
        str_format(office->arena,
                   "%.*s berlaku selama status \"%.*s\" di %.*s; isi tanggal "
                   "mulai dan sampai status itu di status.csv",
                   STR_ARG(cite), STR_ARG(status), STR_ARG(area)),
        str_format(office->arena,
                   "%.*s holds while the status \"%.*s\" holds in %.*s; give "
                   "the dates of that status in status.csv",
                   STR_ARG(cite), STR_ARG(status), STR_ARG(area)),
        err);
}

static bool choose_window(Office *office, const Corpus *corpus, Window *window,
                          Err *err)
{
    if (!window_is_empty(*window)) return true;
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (corpus->letters[i].status_missing)
            return ask_for_status(office, &corpus->letters[i], err);
    }
    return corpus_period(corpus, window, err);
}

bool make_roster(Office *office, const RosterWish *wish, RosterMade *out,
                 Err *err)
{
    Arena *arena = office->arena;
    RosterMade made = {0};
    Window window = wish->window;
    if (!office_law(office, wish->known, &made.corpus, err) ||
        !choose_window(office, &made.corpus, &window, err))
        return false;

    *out = made; /* the demand keeps a pointer to its corpus */
    if (!demand_make(arena, &out->corpus, window, &out->demand, err) ||
        (wish->ledger != NULL &&
         !ledger_carry(arena, wish->ledger, &out->demand, err)) ||
        !roster_solve(arena, &out->demand.problem, wish->options, &out->answer,
                      err))
        return false;
    out->solved = out->answer.certificate.kind == ANSWER_SOLVED;
    if (out->solved) demand_plan(arena, &out->demand, &out->answer);
    prove(out, arena);
    return out->solved || clash_shrink(arena, &out->demand.problem,
                                       &out->answer, &out->clash, err);
}
