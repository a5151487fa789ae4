/* SPDX-License-Identifier: Apache-2.0 */
#include "app/recap_now.h"

#include "app/people_day.h"

enum {
    BACK = 31,     /* days before, on which tasks may have been given */
    TARGETS = 100, /* days before, of which a target counts reports */
    FEW = 1500     /* people who are read one by one */
};

#define K(name) (UINT64_C(1) << (FACT_##name))

typedef struct {
    Arena *arena;
    LiveView *view;
    UnitId unit;
    Window window;
    Date today;
    VEC(Fact) facts;
    Map ids; /* bytes of an id -> place in facts */
} Gathering;

/* ---- which facts ----------------------------------------------------------
 */

static bool takes(FactKind kind, FactSlot slot)
{
    const FactShape *shape = fact_shape(kind);
    return ((shape->needs | shape->takes) >> slot & 1) != 0;
}

/* Kinds of a person's facts that have the slot. */
static uint64_t kinds_with(FactSlot slot)
{
    uint64_t kinds = 0;
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++) {
        FactAbout about = fact_shape((FactKind)k)->about;
        if ((about == ABOUT_PERSON || about == ABOUT_EITHER) &&
            takes((FactKind)k, slot))
            kinds |= UINT64_C(1) << k;
    }
    return kinds;
}

static Str bytes_of(const FactId *id)
{
    return (Str){(const char *)id->bytes, sizeof id->bytes};
}

/* What answers something belongs to its days: that must be here.  The key lies
 * in the arena, since facts move as their row grows. */
static void keep(Gathering *g, const Fact *fact)
{
    Str key = bytes_of(&fact->id);
    if (map_find(&g->ids, key) != NO_INDEX) return;
    if (fact_follows(fact) &&
        map_find(&g->ids, bytes_of(&fact->about)) == NO_INDEX)
        return;
    (void)map_put(&g->ids, str_copy(g->arena, key), (uint32_t)g->facts.count);
    VEC_PUSH(g->arena, &g->facts, *fact);
}

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    (void)number;
    (void)err;
    keep(context, fact);
    return true;
}

/* ---- at hand ---------------------------------------------------------------
 */

/* Closings count whenever they came. */
static bool is_near(const Gathering *g, const Fact *fact)
{
    bool closing = fact->kind == FACT_RECAP || fact->kind == FACT_RECEIPT;
    return closing || fact_follows(fact) || fact_is_gap(fact) ||
           window_meets(fact_days(fact), recap_book_window(g->window));
}

static void take_at_hand(Gathering *g)
{
    LiveFacts all = live_facts_kinds(g->view, g->arena, ~UINT64_C(0));
    for (size_t i = 0; i < all.count; i++) {
        if (is_near(g, all.at[i])) keep(g, all.at[i]);
    }
}

/* ---- read ------------------------------------------------------------------
 */

static bool read_days(Gathering *g, Str person, Window days, uint64_t kinds,
                      Err *err)
{
    FactQuery query = {.government = g->view->office->government.code,
                       .days = days,
                       .person = person,
                       .kinds = kinds};
    return window_is_empty(days) || store_facts(live_store(g->view->live),
                                                g->arena, &query, take, g, err);
}

/* Of a target that began before the window reports count from its beginning. */
static Date target_from(const Gathering *g)
{
    Date first = g->window.first;
    Date limit = date_plus(first, -TARGETS);
    for (size_t i = 0; i < g->facts.count; i++) {
        const Fact *f = &g->facts.at[i];
        if (f->kind == FACT_TARGET && window_meets(f->days, g->window) &&
            date_before(f->days.first, first))
            first = f->days.first;
    }
    return date_before(first, limit) ? limit : first;
}

/* A report of a week or month may be of any day of it. */
static bool period_from(Gathering *g, Date *out, Err *err)
{
    const Date ends[] = {g->window.first, g->window.last};
    *out = g->window.first;
    for (size_t i = 0; i < COUNT(ends); i++) {
        const LiveDay *on = NULL;
        if (!live_day(g->view, ends[i], &on, err)) return false;
        Date first = people_day_reports(g->arena, g->view, on);
        int32_t back = ends[i].days - first.days;
        Date from = date_plus(g->window.first, -back);
        if (date_before(from, *out)) *out = from;
    }
    return true;
}

static bool read_reports(Gathering *g, Err *err)
{
    Date period = {0};
    if (!period_from(g, &period, err)) return false;
    Date first = target_from(g);
    if (date_before(period, first)) first = period;
    return read_days(g, STR(""),
                     (Window){first, date_plus(g->window.first, -1)},
                     K(REPORT) | K(CORRECTION), err);
}

/* The days of each person of the unit. */
static bool read_each(Gathering *g, Window days, uint64_t kinds, Err *err)
{
    const Register *r = &g->view->office->r;
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (unit_is_under(r, r->people[p].unit, g->unit) &&
            !read_days(g, r->people[p].code, days, kinds, err))
            return false;
    }
    return true;
}

static bool read_people(Gathering *g, Err *err)
{
    Date back = date_plus(g->window.first, -BACK);
    if (!read_each(g, (Window){back, g->today}, 0, err)) return false;
    Date first = target_from(g);
    return !date_before(first, back) ||
           read_each(g, (Window){first, date_plus(back, -1)},
                     K(REPORT) | K(CORRECTION), err);
}

/* Everybody: what was given before, the days themselves, what was answered
 * since, and reports of before where they count. */
static bool read_all(Gathering *g, Err *err)
{
    Window given = {date_plus(g->window.first, -BACK),
                    date_plus(g->window.first, -1)};
    Window since = {date_plus(g->window.last, 1), g->today};
    if (!read_days(g, STR(""), given, kinds_with(SLOT_DAYS), err)) return false;
    if (!read_reports(g, err)) return false;
    return read_days(g, STR(""), g->window, 0, err) &&
           read_days(g, STR(""), since, kinds_with(SLOT_ABOUT), err);
}

static bool is_small(const Gathering *g)
{
    const Register *r = &g->view->office->r;
    uint32_t people = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        people += unit_is_under(r, r->people[p].unit, g->unit);
    return people <= FEW;
}

/* Answers at hand to what was read come behind it. */
static bool gather(Gathering *g, Err *err)
{
    take_at_hand(g);
    if (!(is_small(g) ? read_people(g, err) : read_all(g, err))) return false;
    take_at_hand(g);
    return true;
}

/* ---- the recap -------------------------------------------------------------
 */

static bool fits(Window window, Err *err)
{
    if (!window_is_empty(window) && window_days(window) <= RECAP_DAYS_MOST)
        return true;
    (void)FAIL(err, ERR_LIMIT, "a recap is of 1 to %d days", RECAP_DAYS_MOST);
    return err_id(err, "rekap memuat 1 sampai %d hari", RECAP_DAYS_MOST);
}

bool recap_now(Arena *arena, LiveView *view, UnitId unit, Window window,
               RecapMade *out, Err *err)
{
    Gathering g = {.arena = arena,
                   .view = view,
                   .unit = unit,
                   .window = window,
                   .today = live_today(view),
                   .ids = map_in(arena)};
    if (!fits(window, err) || !gather(&g, err)) return false;
    DataFacts facts = {g.facts.at, g.facts.count};
    JudgeGiven *given = NEW(arena, JudgeGiven, 1);
    *given = (JudgeGiven){live_store(view->live), &facts, view->plans};
    RecapWish wish = {
        .judge = {.given = given,
                  .known = DATE_NEVER,
                  .now = live_view_now(view),
                  .window = window},
        .unit = view->office->r.units[unit.index].code
    };
    RecordWorld world = live_world(view, arena);
    return make_recap(world.office, &wish, out, err);
}

bool recap_now_window(Arena *arena, const LiveView *view, RecapSpan span,
                      Date day, Window *out)
{
    enum { AHEAD = 366 };
    RecapPeriods all = recap_periods(arena, view->corpus,
                                     (Window){{0}, date_plus(day, AHEAD)});
    return recap_period_of(&all, span, day, out);
}
