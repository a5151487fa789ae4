/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/audit.h"
#include "audit/cut.h"
#include "audit/flow.h"
#include "audit/optimal.h"

bool audit_answer(const Problem *problem, const Answer *answer, Arena *scratch,
                  Err *err)
{
    const Certificate *c = &answer->certificate;
    Network net = network_of(problem, scratch);
    Flow flow = {0};

    if (c->vertex_count != net.at.count)
        return FAIL(err, ERR_INPUT,
                    "the certificate has %zu vertices, the problem %zu",
                    c->vertex_count, net.at.count);
    switch (c->kind) {
    case ANSWER_SOLVED:
        return flow_recount(&net, answer, scratch, &flow, err) &&
               optimal_proved(&net, answer, &flow, err);
    case ANSWER_CLASH: return cut_is_violated(&net, c, err);
    }
    return FAIL(err, ERR_INPUT, "the answer is neither solved nor a clash");
}
