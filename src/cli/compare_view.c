/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/compare_view.h"

#include <stdlib.h>

Str compare_place(char letter, Lang lang)
{
    if (letter == PLACED_OPEN)
        return lang == LANG_EN ? STR("in turn") : STR("bergiliran");
    return placed_word((Placed)letter, lang);
}

Str compare_break(BreakKind kind, Lang lang)
{
    static const char *const said[][2] = {
#define X(name, id, en) {id, en},
        BREAKS(X)
#undef X
    };
    return str_of(said[kind][lang]);
}

/* ---- who changes ------------------------------------------------------- */

typedef struct {
    MoveKind list[LETTER_ROOM];
    uint32_t count;
} Kinds;

static MoveKind *kind_of(Kinds *kinds, char from, char to, uint32_t day)
{
    for (uint32_t i = 0; i < kinds->count; i++) {
        if (kinds->list[i].from == from && kinds->list[i].to == to)
            return &kinds->list[i];
    }
    CHECK(kinds->count < LETTER_ROOM);
    MoveKind *kind = &kinds->list[kinds->count++];
    *kind = (MoveKind){.from = from, .to = to, .first = day, .last = day};
    return kind;
}

/* A person counts once in each kind of change. */
static void add_person(Kinds *kinds, const Compared *c, uint32_t person)
{
    bool met[LETTER_ROOM] = {false};
    for (uint32_t d = 0; d < c->day_count; d++) {
        size_t at = (size_t)person * c->day_count + d;
        if (!compared_differs(c, person, d)) continue;
        MoveKind *kind =
            kind_of(kinds, c->side[0].law[at], c->side[1].law[at], d);
        size_t index = (size_t)(kind - kinds->list);
        if (!met[index]) {
            met[index] = true;
            kind->people++;
            kind->one = (PersonId){person};
        }
        kind->cells++;
        if (d < kind->first) kind->first = d;
        if (d > kind->last) kind->last = d;
    }
}

static int by_cells(const void *a, const void *b)
{
    const MoveKind *x = a;
    const MoveKind *y = b;
    if (x->cells != y->cells) return x->cells < y->cells ? 1 : -1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

static void list_kinds(Arena *arena, CompareView *view)
{
    Kinds *kinds = NEW(arena, Kinds, 1);
    for (uint32_t p = 0; p < view->compared->person_count; p++)
        add_person(kinds, view->compared, p);
    if (kinds->count > 1)
        qsort(kinds->list, kinds->count, sizeof kinds->list[0], by_cells);
    view->kinds = kinds->list;
    view->kind_count = kinds->count;
}

static void count_days(Arena *arena, CompareView *view)
{
    const Compared *c = view->compared;
    uint32_t *changed = NEW(arena, uint32_t, (size_t)c->day_count + 1);
    for (uint32_t p = 0; p < c->person_count; p++) {
        for (uint32_t d = 0; d < c->day_count; d++)
            changed[d] += compared_differs(c, p, d);
    }
    view->changed = changed;
}

/* ---- agencies ---------------------------------------------------------- */

static bool serves(const Compared *c, uint32_t person)
{
    size_t from = (size_t)person * c->day_count;
    for (uint32_t d = 0; d < c->day_count; d++) {
        if (c->side[0].law[from + d] != PLACED_NONE) return true;
    }
    return false;
}

static void list_agencies(Arena *arena, CompareView *view)
{
    const Register *r = &view->compared->office.r;
    ViewedAgency *of = NEW(arena, ViewedAgency, (size_t)r->unit_count + 1);
    ViewedAgency *list = NEW(arena, ViewedAgency, (size_t)r->unit_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++) {
        uint32_t unit = summary_agency(r, r->people[p].unit).index;
        bool changed = compared_changes(view->compared, p);
        of[unit].people += changed || serves(view->compared, p);
        of[unit].changed += changed;
    }
    for (uint32_t i = 0; i < r->unit_count; i++) {
        UnitId unit = r->preorder[i];
        if (of[unit.index].changed == 0) continue;
        of[unit.index].unit = unit;
        list[view->agency_count++] = of[unit.index];
    }
    view->agencies = list;
}

/* ---- what breaks ------------------------------------------------------- */

typedef VEC(Break) Breaks;

static void add_break(Arena *arena, Breaks *all, UnitId unit, BreakKind kind,
                      uint32_t days)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->at[i].unit.index != unit.index || all->at[i].kind != kind)
            continue;
        all->at[i].days += days;
        return;
    }
    VEC_PUSH(arena, all, ((Break){unit, kind, days}));
}

/* The units of the demands that cannot be met together. */
static void add_clash(Arena *arena, Breaks *all, const RosterMade *made)
{
    const Problem *problem = &made->demand.problem;
    for (uint32_t i = 0; i < made->clash.demand_count; i++) {
        const ClashDemand *demand = &made->clash.demands[i];
        bool of_node = demand->kind == CLASH_CAP || demand->kind == CLASH_FLOOR;
        for (uint32_t b = 0; of_node && b < demand->bound_count; b++) {
            const ClashBound *bound = &demand->bounds[b];
            add_break(arena, all, problem->nodes[bound->at].unit, BREAK_CLASH,
                      (uint32_t)__builtin_popcountll(bound->days));
        }
    }
}

static void add_caps(Arena *arena, Breaks *all, const Summary *summary)
{
    for (uint32_t i = 0; i < summary->cap_count; i++) {
        const CapSummary *cap = &summary->caps[i];
        UnitId unit = cap->line->unit;
        if (cap->closed)
            add_break(arena, all, unit, BREAK_NOBODY,
                      (uint32_t)cap->capped_days);
        if (cap->over_most > 0)
            add_break(arena, all, unit, BREAK_ABOVE, cap->excess.days);
    }
}

static int by_kind(const void *a, const void *b)
{
    const Break *x = a;
    const Break *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return (x->unit.index > y->unit.index) - (x->unit.index < y->unit.index);
}

static void list_breaks(Arena *arena, const ComparedSide *from,
                        ViewedSide *side)
{
    Breaks all = {0};
    const Demand *demand = &from->made.demand;
    if (side->solved)
        add_caps(arena, &all, &side->summary);
    else
        add_clash(arena, &all, &from->made);
    for (uint32_t i = 0; i < demand->shortage_count; i++)
        add_break(arena, &all, demand->shortages[i].unit, BREAK_COUNTER, 1);
    if (all.count > 1) qsort(all.at, all.count, sizeof all.at[0], by_kind);
    side->short_days = demand->shortage_count;
    side->breaks = all.at;
    side->break_count = (uint32_t)all.count;
}

/* ---- a side ------------------------------------------------------------ */

static void add_office(const Compared *c, const ComparedSide *from,
                       ViewedSide *side)
{
    int64_t sum = 0;
    for (uint32_t d = 0; d < c->day_count; d++) {
        int32_t in = from->office[d];
        if (d == 0 || in < side->office_least) side->office_least = in;
        if (in > side->office_most) side->office_most = in;
        sum += in;
    }
    if (c->day_count > 0) side->office_tenths = sum * 10 / c->day_count;
}

static int64_t mean_turns(const Fairness *fair)
{
    int64_t sum = 0;
    for (int64_t d = 0; d < FAIR_DAYS; d++)
        sum += d * fair->with[d];
    return fair->people == 0 ? 0 : sum * 10 / fair->people;
}

static void view_side(Arena *arena, const Compared *c, int at, ViewedSide *out)
{
    const ComparedSide *from = &c->side[at];
    if (!from->rostered) return;
    out->solved = from->made.solved;
    if (out->solved) {
        out->summary = summary_make(arena, &from->made);
        out->turn_tenths = mean_turns(&out->summary.fair);
        add_office(c, from, out);
    }
    list_breaks(arena, from, out);
}

CompareView compare_view(Arena *arena, const Compared *compared)
{
    CompareView view = {.compared = compared};
    for (int i = 0; i < COMPARE_SIDES; i++)
        view_side(arena, compared, i, &view.side[i]);
    list_kinds(arena, &view);
    list_agencies(arena, &view);
    count_days(arena, &view);
    return view;
}
