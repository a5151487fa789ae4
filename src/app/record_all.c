/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_all.c - several facts, whole or not at all.
 */
#include "app/record_part.h"

typedef struct {
    Arena *arena;
    const RecordWorld *world;
    struct Part {
        Recording rec;
        size_t nth; /* of what was given */
    } * parts;      /* to be written */
    size_t count;
    size_t given;
    size_t at; /* which of these is looked at; `given`: none alone */
} Together;

/* Those that are here already are no part of the write: the store takes an
 * intent that is known, or one that is new. */
static bool take_known(const Together *all, const Fact *fact, bool *known,
                       Err *err)
{
    Fact old = {0};
    Recorded ignored = {0};
    const RecordWorld *world = all->world;
    if (!store_fact(world->store, all->arena, world->office->government.code,
                    fact->id, &old, known, err))
        return false;
    return !*known ||
           record_fact(all->arena, world, fact, STR(""), &ignored, err);
}

/* An id that stands twice is one fact. */
static bool is_gathered(const Together *all, FactId id)
{
    for (size_t i = 0; i < all->count; i++) {
        if (fact_id_is(all->parts[i].rec.fact.id, id)) return true;
    }
    return false;
}

static bool gather(Together *all, const Fact *facts, size_t count, Err *err)
{
    for (all->at = 0; all->at < count; all->at++) {
        const Fact *fact = &facts[all->at];
        struct Part *part = &all->parts[all->count];
        bool known = false;
        CHECK(!fact_id_none(fact->id) && fact->sealed.len == 0);
        if (!take_known(all, fact, &known, err)) return false;
        if (known || is_gathered(all, fact->id)) continue;
        *part =
            (struct Part){record_begun(all->arena, all->world, fact), all->at};
        if (!record_check(&part->rec, record_use(fact), err)) return false;
        all->count++;
    }
    all->at = all->given;
    return true;
}

static bool fit_what_is_stored(Together *all, Err *err)
{
    for (size_t i = 0; i < all->count; i++) {
        all->at = all->parts[i].nth;
        if (!record_check_stored(&all->parts[i].rec, err)) return false;
    }
    all->at = all->given;
    return true;
}

static bool guard(Store *store, void *context, Err *err)
{
    (void)store;
    return fit_what_is_stored(context, err);
}

static bool write(Together *all, Receipt *out, Err *err)
{
    VEC(Fact) facts = {0};
    for (size_t i = 0; i < all->count; i++) {
        const Recording *rec = &all->parts[i].rec;
        VEC_PUSH(all->arena, &facts, rec->fact);
        for (size_t k = 0; k < rec->follows.count; k++)
            VEC_PUSH(all->arena, &facts, rec->follows.at[k]);
    }
    Intent intent = {.government = all->world->office->government.code,
                     .facts = facts.at,
                     .fact_count = (uint32_t)facts.count,
                     .guard = guard,
                     .context = all};
    return all->count == 0 || store_write(all->world->store, &intent, out, err);
}

static Together together(Arena *arena, const RecordWorld *world, size_t count)
{
    return (Together){.arena = arena,
                      .world = world,
                      .given = count,
                      .parts = NEW(arena, struct Part, count + 1)};
}

bool record_all(Arena *arena, const RecordWorld *world, const Fact *facts,
                size_t count, size_t *refused, Receipt *out, Err *err)
{
    Together all = together(arena, world, count);
    *out = (Receipt){0};
    if (gather(&all, facts, count, err) && write(&all, out, err)) return true;
    *refused = all.at;
    return false;
}

bool record_would(Arena *arena, const RecordWorld *world, const Fact *facts,
                  size_t count, size_t *refused, Err *err)
{
    Together all = together(arena, world, count);
    if (gather(&all, facts, count, err) && fit_what_is_stored(&all, err))
        return true;
    *refused = all.at;
    return false;
}
