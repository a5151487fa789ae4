/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_finished.h"

#include "day/effects.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

const Fact *my_finished(Arena *arena, const LiveView *view, PersonId person,
                        FactId request)
{
    size_t standing = 0;
    LiveFacts all = live_facts_person(view, arena, person);
    Fact *facts = NEW(arena, Fact, all.count + 1);
    for (size_t i = 0; i < all.count; i++)
        facts[i] = *all.at[i];
    const Fact *const *ends =
        effects_standing(arena, facts, all.count, K(FINISHED), &standing);
    for (size_t i = 0; i < standing; i++) {
        if (fact_id_is(ends[i]->about, request)) return ends[i];
    }
    return NULL;
}
