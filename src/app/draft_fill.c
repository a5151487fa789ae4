/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft_fill.h"

#include "app/make_pattern.h"
#include "day/effects.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- what stands in the way ---------------------------------------------- */

static bool refuse(Err *err, Str id, Str en)
{
    (void)FAIL(err, ERR_CLASH, "%.*s", STR_ARG(en));
    return err_id(err, "%.*s", STR_ARG(id));
}

/* The rules that clash. */
static Str clash_said(Arena *arena, const RosterMade *made, Lang lang)
{
    Buf out = buf_in(arena);
    size_t shown = 0;
    buf_c(&out, lang == LANG_EN ? "no roster keeps these rules together: "
                                : "tidak ada jadwal yang memenuhi semuanya: ");
    for (uint32_t i = 0; i < made->clash.demand_count && shown < 4; i++) {
        uint32_t clause = made->clash.demands[i].clause;
        if (clause == NO_INDEX) continue;
        buf_c(&out, shown++ > 0 ? "; " : "");
        buf_put(&out, cite_words(arena, &made->corpus,
                                 made->corpus.clauses[clause].cite, lang));
    }
    return buf_str(&out);
}

static bool no_roster(Arena *arena, const RosterMade *made, Err *err)
{
    return refuse(err, clash_said(arena, made, LANG_ID),
                  clash_said(arena, made, LANG_EN));
}

/* What the office was told last. */
static bool as_said(const Office *office, Err *err)
{
    if (err->kind != ERR_INPUT || office->diags.list.count == 0) return false;
    const Diag *last = &office->diags.list.at[office->diags.list.count - 1];
    *err = (Err){0};
    return refuse(err, last->said[LANG_ID], last->said[LANG_EN]);
}

/* ---- making -------------------------------------------------------------- */

typedef struct {
    Arena *arena;
    LiveView *view;
    const DraftWish *wish;
    const DraftFill *fill;
    RecordWorld world;
    Window days; /* that are rostered */
} Filling;

/* The days of the published plan that has the month, so that turns go on; of
 * the month where there is none. */
static Window days_of(const LiveView *view, Window month)
{
    for (Date day = month.last; !date_before(day, month.first);
         day = date_plus(day, -1)) {
        const Published *p = published_on(view->plans, day);
        if (p != NULL && !date_before(p->days.last, month.last)) return p->days;
    }
    return month;
}

static bool make_free(Filling *f, const Plan **out, Err *err)
{
    RosterMade *made = NEW(f->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    wish.window = f->days;
    if (!make_roster(f->world.office, &wish, made, err))
        return as_said(f->world.office, err);
    if (!made->solved) return no_roster(f->arena, made, err);
    *out = &made->demand.plan;
    return true;
}

static bool make_groups(Filling *f, const Plan **out, Err *err)
{
    PatternMade *made = NEW(f->arena, PatternMade, 1);
    PatternAsk ask = {.roster = make_roster_wish(),
                      .unit = f->wish->unit,
                      .groups = f->fill->groups};
    ask.kind = f->fill->kind == DRAFT_FILL_DAYS ? PATTERN_DAYS : PATTERN_WEEKS;
    ask.roster.window = f->days;
    if (!make_pattern(f->world.office, &ask, made, err))
        return as_said(f->world.office, err);
    *out = &made->made.demand.plan;
    return true;
}

/* ---- into the draft ------------------------------------------------------ */

typedef VEC(DraftCell) Cells;

/* By the head's own hand: a fixed day, or a cell of the draft. */
static bool is_by_hand(const Filling *f, const Draft *draft,
                       const Fact *const *pins, size_t count, PersonId person,
                       Date day)
{
    Str code = f->view->office->r.people[person.index].code;
    if (draft_cell(draft, person, day) != DRAFT_NONE) return true;
    for (size_t i = 0; i < count; i++) {
        if (str_is(pins[i]->person, code) && window_has(pins[i]->days, day))
            return true;
    }
    return false;
}

static const Fact *const *pins_of(const Filling *f, size_t *count)
{
    VEC(Fact) facts = {0};
    LiveFacts live =
        live_facts_kinds(f->view, f->arena, K(PIN) | K(CORRECTION));
    for (size_t i = 0; i < live.count; i++)
        VEC_PUSH(f->arena, &facts, *live.at[i]);
    return effects_standing(f->arena, facts.at, facts.count, K(PIN), count);
}

static Cells cells_of(const Filling *f, const Plan *plan, const Draft *draft)
{
    Cells out = {0};
    size_t pin_count = 0;
    const Register *r = &f->view->office->r;
    const Fact *const *pins = pins_of(f, &pin_count);
    DraftLaw law = draft_law(f->arena, f->view, f->wish->month, f->wish->actor);
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (!unit_is_under(r, r->people[p].unit, f->wish->unit)) continue;
        for (uint32_t d = 0; d < plan->day_count; d++) {
            Date day = plan->days[d];
            char to = plan_cell(plan, person, d);
            DraftCell cell = {person, day, to, STR("")};
            Str unsaid[2];
            if ((to != PLACED_OFFICE && to != PLACED_HOME) ||
                !window_has(f->wish->month, day) ||
                !draft_allows(&law, &cell, unsaid))
                continue;
            if (f->fill->keep_hand &&
                is_by_hand(f, draft, pins, pin_count, person, day))
                continue;
            VEC_PUSH(f->arena, &out, cell);
        }
    }
    return out;
}

bool draft_fill(Arena *arena, LiveView *view, const DraftWish *wish,
                const DraftFill *fill, Draft *draft, DraftDone *out, Err *err)
{
    const Plan *plan = NULL;
    Filling f = {arena,
                 view,
                 wish,
                 fill,
                 live_world(view, arena),
                 days_of(view, wish->month)};
    bool made = fill->kind == DRAFT_FILL_FREE ? make_free(&f, &plan, err)
                                              : make_groups(&f, &plan, err);
    if (!made) return false;
    CHECK(plan != NULL);
    if (!draft_open(arena, view, wish->unit, wish->month, draft, err))
        return false;
    Cells cells = cells_of(&f, plan, draft);
    return draft_change(arena, view, wish, (DraftCells){cells.at, cells.count},
                        draft, out, err);
}
