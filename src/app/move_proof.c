/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_proof.h"

#include "app/proof_fault.h"
#include "audit/audit.h"
#include "audit/change_rule.h"
#include "plan/plan_join.h"

/* Seats in turn of the answer, on days that are left. */
static int64_t seats_of(const MoveQuestion *q, const ChangeAnswer *answer)
{
    int64_t seats = 0;
    for (uint32_t i = 0; i < q->problem.row_count; i++) {
        uint64_t turn = q->demand->problem.rows[i].may & ~q->change.frozen;
        seats += __builtin_popcountll(answer->office[i] & turn);
    }
    return seats;
}

bool move_proof_rules(Arena *scratch, const Corpus *corpus, const Plan *plan,
                      uint32_t first_day, int64_t *seats, Err *err)
{
    PlanCount count = {0};
    /* history answers to no rule of today */
    Plan rest = plan_from(scratch, plan, first_day);
    if (!audit_plan(&rest, corpus, scratch, &count, err)) return false;
    *seats = count.seats;
    return true;
}

static bool rules_hold(Arena *scratch, const MoveQuestion *q,
                       const MovedPlan *moved, Err *err)
{
    int64_t counted = 0, seats = seats_of(q, &moved->answer);
    if (!move_proof_rules(scratch, q->demand->corpus, &moved->plan,
                          q->first_day, &counted, err))
        return false;
    if (counted == seats) return true;
    (void)FAIL(err, ERR_INPUT, "the answer has %lld seats, the plan %lld",
               (long long)seats, (long long)counted);
    return err_id(err, "jawaban berisi %lld hari kantor, jadwal berisi %lld",
                  (long long)seats, (long long)counted);
}

bool move_proof(Arena *scratch, const MoveQuestion *q, const MovedPlan *moved,
                bool rules, Err *err)
{
    if (!change_rule_holds(&q->change, &moved->answer, scratch, err))
        return proof_fault(scratch, q->demand, err);
    return !moved->solved || !rules || rules_hold(scratch, q, moved, err);
}
