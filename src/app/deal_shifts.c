/* SPDX-License-Identifier: Apache-2.0 */
#include "app/deal_shifts.h"

bool deal_shifts_set(const Corpus *corpus)
{
    ShiftsSaid said;
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (shift_said(corpus->clauses[i].sentence, &said)) return true;
    }
    return false;
}

static void deal_day(const Corpus *corpus, const Plan *plan, uint32_t day,
                     uint8_t *numbers, ShiftKey *key)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LawDay *law = law_day(tmp, corpus, plan->days[day]);
    const Shift *shifts = shift_day(tmp, law, plan);
    for (uint32_t p = 0; shifts != NULL && p < plan->person_count; p++) {
        numbers[(size_t)p * plan->day_count + day] = shifts[p].number;
        shift_key_add(key, &shifts[p]);
    }
}

DealtShifts deal_shifts(Arena *arena, const Corpus *corpus, const Plan *plan)
{
    size_t count = (size_t)plan->person_count * plan->day_count;
    uint8_t *numbers = NEW(arena, uint8_t, count + 1);
    DealtShifts dealt = {.numbers = numbers};
    for (uint32_t d = 0; deal_shifts_set(corpus) && d < plan->day_count; d++)
        deal_day(corpus, plan, d, numbers, &dealt.key);
    return dealt;
}

bool deal_shifts_proved(Arena *arena, const Corpus *corpus, const Plan *plan,
                        DealtShifts *out, Err *err)
{
    DealtShifts dealt = deal_shifts(arena, corpus, plan);
    if (!audit_shifts(plan, corpus, dealt.numbers, arena, &dealt.count, err))
        return false;
    *out = dealt;
    return true;
}
