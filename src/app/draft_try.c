/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_try.c - what the published plan will come to: the facts that would be
 * written are laid beside those that are there, and the plan is moved as
 * follow_plan would, without a word to the store.
 */
#include "app/draft_publish.h"
#include "app/follow_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

static const uint64_t fixing =
    K(PIN) | K(SWAP) | K(DECISION) | K(ANSWER) | K(CORRECTION);

/* ---- as follow_plan would see it ----------------------------------------- */

static void take_facts(Following *f, const LiveView *view,
                       const DraftFacts *facts)
{
    VEC(Fact) all = {0};
    LiveFacts live = live_facts_kinds(view, f->arena, fixing);
    for (size_t i = 0; i < live.count; i++)
        VEC_PUSH(f->arena, &all, *live.at[i]);
    for (size_t i = 0; i < facts->facts.count; i++)
        VEC_PUSH(f->arena, &all, facts->facts.at[i]);
    f->facts = (DataFacts){all.at, all.count};
}

static bool has_cells(const Following *f, const Published *p,
                      const DraftFacts *facts)
{
    for (size_t i = 0; i < facts->fixed.count; i++) {
        if (follow_owns(f, p, facts->fixed.at[i].day)) return true;
    }
    return false;
}

/* ---- what comes of it ---------------------------------------------------- */

static const DraftCell *cell_of(const DraftFacts *facts, PersonId person,
                                Date day)
{
    for (size_t i = 0; i < facts->fixed.count; i++) {
        const DraftCell *cell = &facts->fixed.at[i];
        if (cell->person.index == person.index && date_is(cell->day, day))
            return cell;
    }
    return NULL;
}

static void add_moves(const Following *f, const Published *p,
                      const MovedPlan *moved, const DraftFacts *facts,
                      DraftTry *out)
{
    for (size_t i = 0; i < moved->cell_count; i++) {
        const MovedCell *c = &moved->cells[i];
        Date day = moved->plan.days[c->day];
        if (c->from == c->to || !follow_owns(f, p, day)) continue;
        bool own = cell_of(facts, c->person, day) != NULL;
        VEC_PUSH(f->arena, &out->moves,
                 ((DraftMove){c->person, day, c->from, c->to, own}));
    }
    out->told += moved->notice_count;
    out->plan = moved->plan;
    out->of = p;
}

/* The last sentence that was said in the office's diagnostics. */
static void take_said(const Diags *diags, Str code, Str said[2])
{
    said[LANG_ID] = STR("melanggar aturan");
    said[LANG_EN] = STR("it breaks the rules");
    if (diags->list.count == 0) return;
    const Diag *last = &diags->list.at[diags->list.count - 1];
    for (int lang = 0; lang < 2; lang++) {
        Str text = last->said[lang];
        bool named = str_starts(text, code); /* the code is no name to show */
        said[lang] =
            named ? str_trim(str_slice(text, code.len, text.len)) : text;
    }
}

/* The rules against a pin that gave way: it is asked for alone, beside those
 * that stand. */
static void ask_why(const Following *f, const Published *p,
                    const MoveWish *wish, const MovedPlan *moved,
                    const PlanPin *pin, Str said[2])
{
    Err unused = {0};
    MovedPlan *alone = NEW(f->arena, MovedPlan, 1);
    PlanPin *pins = NEW(f->arena, PlanPin, wish->pin_count + 1);
    MoveWish again = *wish;
    Office office = *f->world->office;
    again.pins = pins;
    again.pin_count = 0;
    again.pins_yield = false;
    for (size_t i = 0; i < wish->pin_count; i++) {
        bool dropped = false;
        for (size_t k = 0; k < moved->dropped_count && !dropped; k++)
            dropped =
                moved->dropped[k].person.index == wish->pins[i].person.index &&
                date_is(moved->dropped[k].day, wish->pins[i].day);
        if (!dropped) pins[again.pin_count++] = wish->pins[i];
    }
    pins[again.pin_count++] = *pin;
    office.diags = diags_in(f->arena);
    (void)!move_plan(&office, &p->plan, &again, alone, &unused);
    take_said(&office.diags, office.r.people[pin->person.index].code, said);
}

enum { ASKED = 4 }; /* so many are explained; the others are named */

static void add_bad(const Following *f, const Published *p,
                    const MoveWish *wish, const MovedPlan *moved,
                    const DraftFacts *facts, DraftTry *out)
{
    for (size_t i = 0; i < moved->dropped_count; i++) {
        const PlanPin *pin = &moved->dropped[i];
        const DraftCell *cell = cell_of(facts, pin->person, pin->day);
        if (cell == NULL) continue;
        DraftBad bad = {
            .cell = *cell,
            .said = {STR("melanggar aturan"), STR("it breaks the rules")}
        };
        if (out->bad.count < ASKED) ask_why(f, p, wish, moved, pin, bad.said);
        VEC_PUSH(f->arena, &out->bad, bad);
    }
}

static bool add_clash(const Following *f, const MovedPlan *moved, DraftTry *out,
                      Err *err)
{
    Err unused = {0};
    (void)err;
    out->clash = true;
    out->made = &moved->made;
    if (!repair_clash(f->world->office, &moved->made, &out->ways, &unused))
        out->ways.count = 0; /* the clash is told without them */
    return true;
}

static bool try_one(Following *f, const Published *p, const DraftFacts *facts,
                    DraftTry *out, Err *err)
{
    MovedPlan *moved = NEW(f->arena, MovedPlan, 1);
    MoveWish wish = {.now = follow_first(f, p)};
    if (date_before(p->days.last, wish.now) || !has_cells(f, p, facts))
        return true;
    wish.settled_days =
        (uint32_t)window_days((Window){f->world->today, wish.now}) - 1;
    follow_pins(f, p, &wish);
    if (!move_plan(f->world->office, &p->plan, &wish, moved, err)) return false;
    if (!moved->solved) return add_clash(f, moved, out, err);
    add_bad(f, p, &wish, moved, facts, out);
    add_moves(f, p, moved, facts, out);
    return true;
}

static size_t bare_of(const LiveView *view, const DraftFacts *facts)
{
    size_t bare = 0;
    for (size_t i = 0; i < facts->fixed.count; i++)
        bare += published_on(view->plans, facts->fixed.at[i].day) == NULL;
    return bare;
}

bool draft_try(Arena *arena, LiveView *view, const Draft *draft, Str actor,
               DraftTry *out, Err *err)
{
    FactId id = live_new_id(view->live);
    DraftFacts facts = draft_facts(arena, view, draft, actor, id);
    RecordWorld world = live_world(view, arena);
    FollowWish wish = {STR("sistem"), id};
    Following f = {
        .world = &world, .wish = &wish, .arena = arena, .plans = *view->plans};
    *out = (DraftTry){.pins = facts.fixed.count, .bare = bare_of(view, &facts)};
    for (size_t i = 0; i < facts.asides.count; i++)
        VEC_PUSH(arena, &out->asides, facts.asides.at[i]);
    for (size_t i = 0; i < facts.lapsed.count; i++)
        VEC_PUSH(arena, &out->lapsed, facts.lapsed.at[i]);
    take_facts(&f, view, &facts);
    for (size_t i = 0; i < f.plans.count; i++) {
        if (!try_one(&f, &f.plans.at[i], &facts, out, err)) return false;
    }
    return true;
}
