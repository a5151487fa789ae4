/* SPDX-License-Identifier: Apache-2.0 */
#include "app/follow_part.h"
#include "app/move_keep.h"
#include "app/swap_days.h"
#include "day/effects.h"

#include <string.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

/* Is it in the plan, or not of this plan, or over? */
static bool is_settled(const Following *f, const Published *p, const Fact *swap)
{
    char id[FACT_ID_TEXT];
    (void)fact_id_text(swap->id, id);
    for (size_t i = 0; i < p->move_count; i++) {
        if (str_is(p->moves[i].move.cause, str_of(id))) return true;
    }
    return !window_has(p->days, swap->days.first) ||
           !window_has(p->days, swap->days.last) ||
           date_before(swap->days.first, follow_first(f));
}

/* The days that are left, laid back into the whole plan. */
static Plan whole_of(Arena *arena, const Plan *before, const Plan *rest)
{
    size_t count = (size_t)before->person_count * before->day_count;
    uint32_t first = before->day_count - rest->day_count;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    Plan out = *before;
    memcpy(cells, before->cells, count);
    memcpy(reasons, before->reasons, count * sizeof *reasons);
    for (uint32_t p = 0; p < before->person_count; p++) {
        size_t to = (size_t)p * before->day_count + first;
        size_t from = (size_t)p * rest->day_count;
        memcpy(cells + to, rest->cells + from, rest->day_count);
        memcpy(reasons + to, rest->reasons + from,
               rest->day_count * sizeof *reasons);
    }
    out.cells = cells;
    out.reasons = reasons;
    out.reason = rest->reason;
    out.reason_count = rest->reason_count;
    out.digest = rest->digest;
    return out;
}

static bool refused(Following *f, const Published *p, Followed *followed,
                    const Err *why)
{
    followed->kind = FOLLOW_REFUSED;
    followed->version = published_version(p);
    followed->why = *why;
    VEC_PUSH(f->arena, &f->list, *followed);
    return true;
}

static bool take_swap(Following *f, Published *p, const Fact *swap, Err *err)
{
    Plan rest;
    Err why = {0};
    Followed followed = {.days = p->days, .cause = swap->id};
    if (!swap_days_apply(f->world->office, &p->plan, follow_first(f), swap,
                         &rest, &why))
        return refused(f, p, &followed, &why);
    Plan after = whole_of(f->arena, &p->plan, &rest);
    followed.move = move_keep_between(f->arena, &f->world->office->r, &p->plan,
                                      &after, follow_first(f));
    return follow_write(f, p, &after, &followed, err);
}

bool follow_swaps(Following *f, Published *published, Err *err)
{
    size_t count = 0;
    const Fact *const *agreed = effects_approved(
        f->arena, f->facts.at, f->facts.count, K(SWAP), &count);
    for (size_t i = 0; i < count; i++) {
        if (!is_settled(f, published, agreed[i]) &&
            !take_swap(f, published, agreed[i], err))
            return false;
    }
    return true;
}
