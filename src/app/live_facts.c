/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_facts.c - whose the facts at hand are.
 */
#include "app/live_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* Those that name others, and what is said of them. */
static const uint64_t naming = K(MEETING) | K(SWAP) | K(DECISION) | K(ANSWER) |
                               K(CORRECTION) | K(FINISHED);

static bool is_naming(const Fact *fact)
{
    return (naming >> fact->kind & 1) != 0;
}

static uint32_t owner_unit(const Register *r, Str code)
{
    uint32_t index = map_find(&r->unit_codes, code);
    return index == NO_INDEX ? NO_INDEX : r->person_count + index;
}

/* People, then units, then the government, whose outages all are. */
static uint32_t owner_of(const Register *r, const LiveKept *kept)
{
    const Fact *root = kept->root, *said = kept->corrected;
    if (kept->fact->kind == FACT_OUTAGE) return r->person_count + r->unit_count;
    if (root->person.len > 0) return map_find(&r->person_codes, root->person);
    if (said->person.len > 0) return map_find(&r->person_codes, said->person);
    if (root->unit.len > 0) return owner_unit(r, root->unit);
    if (said->unit.len > 0) return owner_unit(r, said->unit);
    return r->person_count + r->unit_count;
}

/* Counted, then laid out: the order of the journal stays within an owner. */
LiveIndex live_index_make(Arena *arena, const Register *r, const LiveKept *kept,
                          size_t count)
{
    uint32_t owners = r->person_count + r->unit_count + 1;
    LiveIndex index = {.at = NEW(arena, const Fact *, count + 1),
                       .first = NEW(arena, uint32_t, (size_t)owners + 2),
                       .owners = owners,
                       .count = count,
                       .naming = NEW(arena, const Fact *, count + 1)};
    for (size_t i = 0; i < count; i++) {
        uint32_t owner = owner_of(r, &kept[i]);
        if (owner != NO_INDEX) index.first[owner + 2]++;
    }
    for (uint32_t o = 0; o < owners; o++)
        index.first[o + 2] += index.first[o + 1];
    for (size_t i = 0; i < count; i++) {
        uint32_t owner = owner_of(r, &kept[i]);
        if (owner != NO_INDEX)
            index.at[index.first[owner + 1]++] = kept[i].fact;
        if (is_naming(kept[i].fact))
            index.naming[index.naming_count++] = kept[i].fact;
    }
    return index;
}

/* ---- questions ---------------------------------------------------------- */

static LiveFacts facts_of(const LiveView *view, Arena *arena, uint32_t owner)
{
    VEC(const Fact *) out = {0};
    const LiveSnapshot *s = view->snapshot;
    const LiveIndex *index = &s->base->index;
    for (uint32_t i = index->first[owner]; i < index->first[owner + 1]; i++)
        VEC_PUSH(arena, &out, index->at[i]);
    for (size_t i = index->count; i < s->kept_count; i++) {
        if (owner_of(&view->office->r, &s->kept[i]) == owner)
            VEC_PUSH(arena, &out, s->kept[i].fact);
    }
    return (LiveFacts){out.at, out.count};
}

LiveFacts live_facts_common(const LiveView *view, Arena *arena)
{
    const Register *r = &view->office->r;
    return facts_of(view, arena, r->person_count + r->unit_count);
}

LiveFacts live_facts_unit(const LiveView *view, Arena *arena, UnitId unit)
{
    return facts_of(view, arena, view->office->r.person_count + unit.index);
}

LiveFacts live_facts_person(const LiveView *view, Arena *arena, PersonId person)
{
    return facts_of(view, arena, person.index);
}

typedef struct {
    Arena *arena;
    Str code;
    Window days;
    VEC(const Fact *) facts;
} Naming;

static bool is_listed(Str list, Str code)
{
    Str one;
    while (str_next(&list, '|', &one)) {
        if (str_is(str_trim(one), code)) return true;
    }
    return false;
}

static bool is_known(const Naming *n, FactId id)
{
    for (size_t i = 0; i < n->facts.count; i++) {
        if (fact_id_is(n->facts.at[i]->id, id)) return true;
    }
    return false;
}

/* In the order of the journal answers come behind. */
static bool names(const Naming *n, const Fact *fact)
{
    if (fact->kind == FACT_MEETING)
        return window_meets(fact->days, n->days) &&
               is_listed(fact->list, n->code);
    if (fact->kind == FACT_SWAP)
        return !date_before(fact->days.last, n->days.first) &&
               (str_is(fact->person, n->code) || str_is(fact->thing, n->code));
    return n->facts.count > 0 && is_known(n, fact->about);
}

LiveFacts live_facts_naming(const LiveView *view, Arena *arena, PersonId person,
                            Window days)
{
    const LiveSnapshot *s = view->snapshot;
    const LiveIndex *index = &s->base->index;
    Naming n = {.arena = arena,
                .code = view->office->r.people[person.index].code,
                .days = days};
    for (size_t i = 0; i < index->naming_count; i++) {
        if (names(&n, index->naming[i]))
            VEC_PUSH(arena, &n.facts, index->naming[i]);
    }
    for (size_t i = index->count; i < s->kept_count; i++) {
        const Fact *fact = s->kept[i].fact;
        if (is_naming(fact) && names(&n, fact)) VEC_PUSH(arena, &n.facts, fact);
    }
    return (LiveFacts){n.facts.at, n.facts.count};
}

LiveFacts live_facts_kinds(const LiveView *view, Arena *arena, uint64_t kinds)
{
    VEC(const Fact *) out = {0};
    const LiveSnapshot *s = view->snapshot;
    for (size_t i = 0; i < s->kept_count; i++) {
        if ((kinds >> s->kept[i].fact->kind & 1) != 0)
            VEC_PUSH(arena, &out, s->kept[i].fact);
    }
    return (LiveFacts){out.at, out.count};
}
