/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/ladder.h"

/* The rung of the label, put in if need be. */
static uint32_t rung_for(Ladder *ladder, Label label)
{
    uint32_t k = ladder->rungs;
    while (k > 0 && label_under(label, ladder->label[k - 1]))
        k--;
    if (k > 0 && !label_under(ladder->label[k - 1], label)) return k - 1;

    for (uint32_t j = ladder->rungs++; j > k; j--) {
        ladder->label[j] = ladder->label[j - 1];
        ladder->days[j] = ladder->days[j - 1];
    }
    ladder->label[k] = label;
    ladder->days[k] = 0;
    return k;
}

void ladder_make(Ladder *ladder, const Label *labels, uint32_t day_count)
{
    ladder->rungs = 0;
    for (uint32_t d = 0; d < day_count; d++)
        ladder->days[rung_for(ladder, labels[d])] |= UINT64_C(1) << d;
    for (uint32_t k = 1; k < ladder->rungs; k++)
        ladder->days[k] |= ladder->days[k - 1];
}

uint64_t ladder_under(const Ladder *ladder, Label one, uint64_t *not_above)
{
    uint32_t k = 0;
    while (k < ladder->rungs && label_under(ladder->label[k], one))
        k++;
    uint64_t under = k > 0 ? ladder->days[k - 1] : 0;
    bool on_rung = k < ladder->rungs && !label_under(one, ladder->label[k]);
    *not_above = on_rung ? ladder->days[k] : under;
    return under;
}
