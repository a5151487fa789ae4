/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/change_rule.h"

#include "audit/change_left.h"
#include "audit/change_proof.h"
#include "audit/cut.h"

static bool changes_counted(const Network *left, const PlanChange *c,
                            const Answer *answer, int64_t claimed, Err *err)
{
    int64_t changed = 0;

    for (uint32_t i = 0; i < left->problem->row_count; i++) {
        const ProblemRow *row = &left->problem->rows[i];
        uint64_t asked = (row->must | row->may) & c->told[i];
        changed += day_total((answer->office[i] ^ c->before[i]) & asked);
    }
    if (changed == claimed) return true;
    return FAIL(err, ERR_INPUT, "%lld row-days are changed, not %lld",
                (long long)changed, (long long)claimed);
}

static bool solved_holds(const Network *left, const PlanChange *c,
                         const ChangeAnswer *answer, Arena *scratch, Err *err)
{
    Answer rest = {0};
    Flow flow = {0};

    return change_left_answer(c, answer, scratch, &rest, err) &&
           flow_recount(left, &rest, scratch, &flow, err) &&
           changes_counted(left, c, &rest, answer->changed, err) &&
           change_proof_holds(left, c, &rest, &flow, answer->labels, err);
}

bool change_rule_holds(const PlanChange *change, const ChangeAnswer *answer,
                       Arena *scratch, Err *err)
{
    Problem left = change_left(change, scratch);
    Network net = network_of(&left, scratch);
    Certificate cut = {
        .kind = ANSWER_CLASH,
        .vertex_count = answer->vertex_count,
        .side = answer->side,
        .seat_side = answer->seat_side,
    };

    if (answer->vertex_count != net.at.count)
        return FAIL(err, ERR_INPUT,
                    "the certificate has %zu vertices, the problem %zu",
                    answer->vertex_count, net.at.count);
    switch (answer->kind) {
    case ANSWER_SOLVED: return solved_holds(&net, change, answer, scratch, err);
    case ANSWER_CLASH: return cut_is_violated(&net, &cut, err);
    }
    return FAIL(err, ERR_INPUT, "the answer is neither solved nor a clash");
}
