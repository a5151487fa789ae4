/* SPDX-License-Identifier: Apache-2.0 */
#include "app/deal_shifts.h"

static bool any_are_set(const Corpus *corpus)
{
    ShiftsSaid said;
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (shift_said(corpus->clauses[i].sentence, &said)) return true;
    }
    return false;
}

static void deal_day(const Corpus *corpus, const Plan *plan, uint32_t day,
                     uint8_t *out)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LawDay *law = law_day(tmp, corpus, plan->days[day]);
    const Shift *shifts = shift_day(tmp, law, plan);
    for (uint32_t p = 0; shifts != NULL && p < plan->person_count; p++)
        out[(size_t)p * plan->day_count + day] = shifts[p].number;
}

const uint8_t *deal_shifts(Arena *arena, const Corpus *corpus, const Plan *plan)
{
    size_t count = (size_t)plan->person_count * plan->day_count;
    uint8_t *out = NEW(arena, uint8_t, count + 1);
    for (uint32_t d = 0; any_are_set(corpus) && d < plan->day_count; d++)
        deal_day(corpus, plan, d, out);
    return out;
}

bool deal_shifts_proved(Arena *scratch, const Corpus *corpus, const Plan *plan,
                        ShiftCount *out, Err *err)
{
    const uint8_t *shifts = deal_shifts(scratch, corpus, plan);
    return audit_shifts(plan, corpus, shifts, scratch, out, err);
}
