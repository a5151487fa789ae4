/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/shift_said.h"

#include "circular/words.h"

static const Tail *tail_of(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

bool shift_said_in_full(const Sentence *s)
{
    const Tail *shifts = tail_of(s, TAIL_SHIFTS);
    const Tail *clock = tail_of(s, TAIL_CLOCK);
    return shifts == NULL || clock == NULL || shifts->amount.number == 0 ||
           shifts->amount.number == (int32_t)clock->clock_count;
}

/* "wajib bekerja", "wajib di kantor" */
static bool is_work(const Sentence *s)
{
    bool works = s->pred == PRED_DO && s->verb == VERB_WORK;
    bool comes = s->pred == PRED_PLACE && s->where_count == 1 &&
                 s->where[0] == WHERE_OFFICE;
    return s->strength == STRENGTH_MUST && (works || comes);
}

static bool is_elsewhere(const Limit *limit)
{
    return limit->kind == LIMIT_PLACE && limit->place != WHERE_OFFICE;
}

/* "pegawai", "pegawai di kantor"; of those at home nothing is shared out. */
static bool may_be_in_office(const Who *who)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            const Term *term = &who->groups[g].terms[t];
            bool away = false;
            for (uint32_t l = 0; l < term->limit_count; l++)
                away |= is_elsewhere(&term->limits[l]);
            if (!away) return true;
        }
    }
    return false;
}

/* None goes over midnight, for that would be work of two days. */
static bool are_spans(const Tail *clock)
{
    for (uint32_t i = 0; i < clock->clock_count; i++) {
        const int16_t *at = &clock->clock[(size_t)2 * i];
        if (at[1] <= at[0]) return false;
    }
    return true;
}

bool shift_said(const Sentence *s, ShiftsSaid *out)
{
    const Tail *clock = tail_of(s, TAIL_CLOCK);
    if (tail_of(s, TAIL_SHIFTS) == NULL || clock == NULL || !is_work(s) ||
        !shift_said_in_full(s) || clock->clock_count < 2 ||
        clock->clock_count > SHIFTS_MOST || !may_be_in_office(s->who) ||
        !are_spans(clock))
        return false;
    *out = (ShiftsSaid){clock->clock, clock->clock_count};
    return true;
}
