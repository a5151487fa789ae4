/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_facts.c - the facts that a unit's day rests on.
 *
 * Of the people only the days asked for are read; what reaches over more of
 * them is at hand (live_facts_person).
 */
#include "app/unit_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { BACK = 31, AHEAD = 40, ERASED_BACK = 100 };

static const uint64_t of_all = K(OUTAGE) | K(ERASE);

typedef struct {
    Arena *arena;
    LiveView *view;
    const Register *r;
    Date day;
    UnitId top;
    VEC(Fact) facts;
    Map ids;
} Gathering;

/* The key is in the row that is borrowed for it: rows move as they grow. */
static void add(Gathering *g, const Fact *fact)
{
    Str id = {(const char *)fact->id.bytes, sizeof fact->id.bytes};
    if (map_put(&g->ids, str_copy(g->arena, id), 1) != NO_INDEX) return;
    VEC_PUSH(g->arena, &g->facts, *fact);
}

static bool is_here(const Gathering *g, FactId id)
{
    Str key = {(const char *)id.bytes, sizeof id.bytes};
    return map_find(&g->ids, key) != NO_INDEX;
}

static bool is_near(const Gathering *g, const Fact *fact)
{
    Window days = fact_days(fact);
    Window near = {date_plus(g->day, -BACK), date_plus(g->day, AHEAD)};
    if (fact->kind == FACT_ERASE || fact->kind == FACT_OUTAGE) return true;
    return fact_follows(fact) ? is_here(g, fact->about)
                              : window_meets(days, near);
}

static void take_near(Gathering *g, LiveFacts facts, uint64_t kinds)
{
    for (size_t i = 0; i < facts.count; i++) {
        const Fact *fact = facts.at[i];
        if ((kinds == 0 || (kinds >> fact->kind & 1) != 0) && is_near(g, fact))
            add(g, fact);
    }
}

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    (void)number;
    (void)err;
    add(context, fact);
    return true;
}

static bool is_under_top(const Gathering *g, uint32_t person)
{
    return person != NO_INDEX &&
           unit_is_under(g->r, g->r->people[person].unit, g->top);
}

static bool take_under(void *context, uint64_t number, const Fact *fact,
                       Err *err)
{
    Gathering *g = context;
    if (fact->person.len == 0 ||
        !is_under_top(g, map_find(&g->r->person_codes, fact->person)))
        return true;
    return take(g, number, fact, err);
}

/* Of one person; or, with no code, of everybody. */
static bool read_days(Gathering *g, Str person, Window days, Err *err)
{
    FactQuery query = {.government = g->view->office->government.code,
                       .days = days,
                       .person = person};
    return store_facts(live_store(g->view->live), g->arena, &query,
                       person.len > 0 ? take : take_under, g, err);
}

/* Where the widest cap that concerns the unit counts; at least the unit. */
static UnitId top_of(const LiveView *view, const LiveDay *on, UnitId unit)
{
    const Register *r = &view->office->r;
    uint32_t count = 0;
    UnitId top = unit;
    const ClauseId *clauses = law_clauses(on->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(view->corpus, clauses[i])->act != ACT_CAP) continue;
        UnitId node = cap_level_unit(view->corpus, clauses[i], unit);
        if (node.index != NO_INDEX && unit_is_under(r, top, node)) top = node;
    }
    return top;
}

static void take_units(Gathering *g, UnitId top)
{
    for (UnitId unit = g->r->units[top.index].parent; unit.index != NO_INDEX;
         unit = g->r->units[unit.index].parent)
        take_near(g, live_facts_unit(g->view, g->arena, unit), 0);
    for (uint32_t at = g->r->enter[top.index]; at < g->r->leave[top.index];
         at++)
        take_near(g, live_facts_unit(g->view, g->arena, g->r->preorder[at]), 0);
}

/* Where many of all people are asked for, whole days are read at once. */
static bool is_crowd(uint32_t people, const Register *r)
{
    enum { PART = 6 };
    return people > r->person_count / PART;
}

static bool take_people(Gathering *g, Window days, Err *err)
{
    uint32_t people = 0;
    for (uint32_t p = 0; p < g->r->person_count; p++) {
        if (!is_under_top(g, p)) continue;
        people++;
        take_near(g, live_facts_person(g->view, g->arena, (PersonId){p}), 0);
    }
    if (is_crowd(people, g->r)) return read_days(g, STR(""), days, err);
    for (uint32_t p = 0; p < g->r->person_count; p++) {
        if (is_under_top(g, p) &&
            !read_days(g, g->r->people[p].code, days, err))
            return false;
    }
    return true;
}

static bool is_known(const Fact *fact, Instant now)
{
    return fact->received.us <= now.us || fact_is_gap(fact);
}

bool unit_facts_book(Arena *arena, LiveView *view, UnitId unit, Window days,
                     UnitBook *out, Err *err)
{
    const LiveDay *on = NULL;
    Gathering g = {.arena = arena,
                   .view = view,
                   .r = &view->office->r,
                   .day = days.last,
                   .ids = map_in(arena)};
    if (!live_day(view, days.last, &on, err)) return false;
    g.top = top_of(view, on, unit);
    *out = (UnitBook){.top = g.top, .days = days};
    take_near(&g, live_facts_common(view, arena), of_all);
    take_units(&g, g.top);
    if (!take_people(&g, days, err)) return false;
    out->now = live_view_now(view);
    size_t kept = 0;
    for (size_t i = 0; i < g.facts.count; i++) {
        if (is_known(&g.facts.at[i], out->now))
            g.facts.at[kept++] = g.facts.at[i];
    }
    Window held = {date_plus(days.first, -ERASED_BACK),
                   date_plus(days.last, AHEAD)};
    out->book = daybook_make(arena, g.r, g.facts.at, kept, held, NULL);
    return true;
}
