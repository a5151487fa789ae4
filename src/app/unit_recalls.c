/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_recalls.c - who of a unit is called to the office, and what they have
 * said: whoever calls sees that it was heard.
 */
#include "app/unit_part.h"
#include "day/effects.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

static const uint64_t kinds =
    K(RECALL) | K(RECALL_ACK) | K(ARRIVAL) | K(CORRECTION);

typedef struct {
    const Fact *const *standing;
    size_t count;
} Standing;

static Standing standing_of(Arena *arena, LiveView *view)
{
    Standing out = {0};
    LiveFacts all = live_facts_kinds(view, arena, kinds);
    Fact *facts = NEW(arena, Fact, all.count + 1);
    for (size_t i = 0; i < all.count; i++)
        facts[i] = *all.at[i];
    out.standing = effects_standing(arena, facts, all.count, kinds, &out.count);
    return out;
}

static const Fact *last_about(const Standing *s, FactKind kind, FactId about)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < s->count; i++) {
        const Fact *fact = s->standing[i];
        if (fact->kind == kind && fact_id_is(fact->about, about)) last = fact;
    }
    return last;
}

static bool is_heard(const UnitRecall *recall)
{
    return recall->ack != NULL || recall->arrival != NULL;
}

static int by_need(const void *a, const void *b)
{
    const UnitRecall *x = a, *y = b;
    Instant one = fact_when(x->recall), two = fact_when(y->recall);
    if (is_heard(x) != is_heard(y)) return is_heard(x) ? 1 : -1;
    if (one.us != two.us) return one.us < two.us ? -1 : 1;
    return fact_id_order(x->recall->id, y->recall->id);
}

/* Of somebody below the unit, and not over. */
static bool is_of(const Register *r, UnitId unit, Date today, const Fact *fact,
                  PersonId *person)
{
    if (fact->kind != FACT_RECALL || date_before(fact->days.last, today))
        return false;
    person->index = map_find(&r->person_codes, fact->person);
    return person->index != NO_INDEX &&
           unit_is_under(r, r->people[person->index].unit, unit);
}

void unit_recalls_tell(Arena *arena, LiveView *view, UnitId unit, UnitNow *out)
{
    VEC(UnitRecall) recalls = {0};
    Standing s = standing_of(arena, view);
    for (size_t i = 0; i < s.count; i++) {
        const Fact *fact = s.standing[i];
        UnitRecall recall = {.recall = fact};
        if (!is_of(&view->office->r, unit, out->day, fact, &recall.person))
            continue;
        recall.ack = last_about(&s, FACT_RECALL_ACK, fact->id);
        recall.arrival = last_about(&s, FACT_ARRIVAL, fact->id);
        VEC_PUSH(arena, &recalls, recall);
    }
    if (recalls.count > 0)
        qsort(recalls.at, recalls.count, sizeof *recalls.at, by_need);
    out->recalls = recalls.at;
    out->recall_count = recalls.count;
}
