/* SPDX-License-Identifier: Apache-2.0 */
#include "app/follow_part.h"
#include "app/move_keep.h"
#include "app/swap_days.h"
#include "day/effects.h"

#include <string.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

static Str id_text(Arena *arena, FactId id)
{
    char text[FACT_ID_TEXT];
    return str_copy(arena, str_of(fact_id_text(id, text)));
}

/* The first move that follows this alone; or NULL. */
static const PublishedMove *move_of(const Published *p, Str cause)
{
    for (size_t i = 0; i < p->move_count; i++) {
        if (str_is(p->moves[i].move.cause, cause)) return &p->moves[i];
    }
    return NULL;
}

static bool has_days_left(const Following *f, const Published *p,
                          const Fact *swap)
{
    return follow_owns(f, p, swap->days.first) &&
           follow_owns(f, p, swap->days.last) &&
           !date_before(swap->days.first, follow_first(f, p));
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

/* A version without cells, so that both are told and it is not tried again. */
static void tell_both(const Following *f, const Published *p, const Fact *swap,
                      PlanMove *move)
{
    const Map *codes = &f->world->office->r.person_codes;
    PlanTold *told = NEW(f->arena, PlanTold, 2);
    const Str both[] = {swap->person, swap->thing};
    *move = move_keep_between(f->arena, &f->world->office->r, &p->plan,
                              &p->plan, follow_first(f, p));
    move->told = told;
    for (size_t k = 0; k < COUNT(both); k++) {
        uint32_t person = map_find(codes, both[k]);
        if (person != NO_INDEX)
            told[move->told_count++] =
                (PlanTold){.person = {person}, .own = true};
    }
    if (move->told_count == 2 && told[1].person.index < told[0].person.index) {
        PlanTold first = told[0];
        told[0] = told[1];
        told[1] = first;
    }
}

/* The exchange (or, of one that is in the plan, the exchange back). */
static bool exchange(Following *f, Published *p, const Fact *swap, Str cause,
                     Err *err)
{
    Plan rest, after = p->plan;
    Followed followed = {.kind = FOLLOW_MOVED, .days = p->days};
    if (swap_days_apply(f->world->office, &p->plan, follow_first(f, p), swap,
                        &rest, &followed.why)) {
        after = whole_of(f->arena, &p->plan, &rest);
        followed.move = move_keep_between(f->arena, &f->world->office->r,
                                          &p->plan, &after, follow_first(f, p));
    } else {
        followed.kind = FOLLOW_REFUSED;
        tell_both(f, p, swap, &followed.move);
    }
    followed.move.cause = cause;
    return follow_write(f, p, &after, &followed, err);
}

static bool take_agreed(Following *f, Published *p, const Fact *swap, Err *err)
{
    Str cause = id_text(f->arena, swap->id);
    if (move_of(p, cause) != NULL || !has_days_left(f, p, swap)) return true;
    return exchange(f, p, swap, cause, err);
}

/* A swap that is in the plan, but was taken out since. */
static bool take_back(Following *f, Published *p, const Fact *swap, Err *err)
{
    const PublishedMove *made = move_of(p, id_text(f->arena, swap->id));
    if (made == NULL || made->move.cell_count == 0) return true;
    Str cause = id_text(f->arena, made->fact.id);
    if (move_of(p, cause) != NULL || !has_days_left(f, p, swap)) return true;
    return exchange(f, p, swap, cause, err);
}

static bool is_among(const Fact *const *all, size_t count, FactId id)
{
    for (size_t i = 0; i < count; i++) {
        if (fact_id_is(all[i]->id, id)) return true;
    }
    return false;
}

bool follow_swaps(Following *f, Published *published, Err *err)
{
    size_t count = 0;
    const Fact *const *agreed = effects_approved(
        f->arena, f->facts.at, f->facts.count, K(SWAP), &count);
    for (size_t i = 0; i < f->facts.count; i++) {
        const Fact *swap = &f->facts.at[i];
        if (swap->kind != FACT_SWAP || is_among(agreed, count, swap->id))
            continue;
        if (!take_back(f, published, swap, err)) return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!take_agreed(f, published, agreed[i], err)) return false;
    }
    return true;
}
