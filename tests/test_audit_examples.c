/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_audit_examples.c - the plans of the five governments, judged anew.
 *
 * Accepted as they are, counted as the roster counts them, and refused after
 * every change of a cell that breaks a rule.
 */
#include "app/make_roster.h"
#include "audit/audit.h"
#include "base/rand.h"
#include "harness.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    Office office;
    RosterMade made;
    Plan plan; /* with cells of its own */
    char *cells;
} Real;

static Real *real_open(Arena *arena, const char *folder, Window window)
{
    Real *real = NEW(arena, Real, 1);
    Err err = {0};
    RosterWish wish = make_roster_wish();
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    wish.window = window;
    bool made = office_open(arena, folder, &real->office, &err) &&
                make_roster(&real->office, &wish, &real->made, &err);
    if (!made || !real->made.solved) {
        EXPECT_STR(err.text, "a plan");
        return NULL;
    }
    real->plan = real->made.demand.plan;
    size_t count = (size_t)real->plan.person_count * real->plan.day_count;
    real->cells = NEW(arena, char, count);
    memcpy(real->cells, real->plan.cells, count);
    real->plan.cells = real->cells;
    return real;
}

static bool cap_days_are(const CapDay *a, const CapDay *b)
{
    return a->base == b->base && a->stated == b->stated &&
           a->forced == b->forced && a->called == b->called &&
           a->need == b->need && a->in == b->in && a->free == b->free &&
           a->works == b->works;
}

static const CapLine *line_of(const PlanCount *n, const CapLine *want)
{
    for (size_t k = 0; k < n->cap_count; k++) {
        if (n->caps[k].clause == want->clause &&
            n->caps[k].unit.index == want->unit.index)
            return &n->caps[k];
    }
    return NULL;
}

/* What the roster says of its caps is what the audit counts. */
static void expect_caps(const Real *real, const PlanCount *n)
{
    const Demand *demand = &real->made.demand;
    EXPECT_INT((int64_t)n->cap_count, demand->cap_count);
    for (uint32_t k = 0; k < demand->cap_count; k++) {
        const CapLine *said = &demand->caps[k], *found = line_of(n, said);
        if (!EXPECT(found != NULL)) continue;
        for (uint32_t d = 0; d < real->plan.day_count; d++)
            EXPECT(cap_days_are(&said->days[d], &found->days[d]));
    }
}

static const struct {
    const char *folder;
    Window window; /* empty: the period of the letters */
} governments[] = {
    {"examples/bontang",       {{0}, {-1}}},
    {"examples/balikpapan",    {{0}, {-1}}},
    {"examples/paser",         {{0}, {-1}}},
    {"examples/kotim",         {{0}, {-1}}},
    {"examples/bandarlampung", {{0}, {-1}}},
};

FACT(the_rosters_of_five_governments_keep_their_letters)
{
    for (size_t k = 0; k < COUNT(governments); k++) {
        ROW("%s", governments[k].folder);
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Real *real =
            real_open(arena, governments[k].folder, governments[k].window);
        Err err = {0};
        PlanCount n = {0};
        if (real == NULL) continue;
        bool good =
            audit_plan(&real->plan, &real->made.corpus, arena, &n, &err);
        EXPECT(good);
        EXPECT_STR(err.text, "");
        EXPECT_INT(n.seats, real->made.answer.presence);
        EXPECT_INT(n.fairness, real->made.answer.fairness);
        expect_caps(real, &n);
    }
}

/* ---- real plans, changed ----------------------------------------------- */

static bool by_turn(const Real *real, size_t cell)
{
    const Plan *plan = &real->plan;
    return plan->reason[plan->reasons[cell]].step == STEP_TURN;
}

/* One seat more breaks the cap, by what the roster says of it. */
static bool is_full(const Real *real, UnitId unit, uint32_t d)
{
    const Demand *demand = &real->made.demand;
    for (uint32_t k = 0; k < demand->cap_count; k++) {
        const CapDay *n = &demand->caps[k].days[d];
        if (demand->caps[k].unit.index != unit.index) continue;
        int32_t most = n->stated > n->forced ? n->stated : n->forced;
        if (n->in - n->called >= most + n->need) return true;
    }
    return false;
}

static bool is_on_duty(const Real *real, uint32_t person)
{
    const Register *r = &real->office.r;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (size_t s = 0; s < r->counters[c].staff_count; s++) {
            if (r->counters[c].staff[s].index == person) return true;
        }
    }
    return false;
}

typedef enum { MUST_FAIL, MUST_HOLD, EITHER } Expected;

/* Of a changed cell, from the roster's own words; counters apart. */
static Expected expected(const Real *real, size_t cell, char to)
{
    uint32_t person = (uint32_t)(cell / real->plan.day_count);
    uint32_t d = (uint32_t)(cell % real->plan.day_count);
    const Register *r = &real->office.r;
    UnitId own = r->people[person].unit;

    if (!by_turn(real, cell) || (to != PLACED_OFFICE && to != PLACED_HOME))
        return MUST_FAIL;
    if (to == PLACED_HOME) return is_on_duty(real, person) ? EITHER : MUST_HOLD;
    return is_full(real, r->work_unit_of[own.index], d) ||
                   is_full(real, r->agency_of[own.index], d)
               ? MUST_FAIL
               : MUST_HOLD;
}

static void try_cell(Real *real, size_t cell, char to)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Err err = {0};
    PlanCount n = {0};
    char was = real->cells[cell];
    Expected want = expected(real, cell, to);

    real->cells[cell] = to;
    bool good = audit_plan(&real->plan, &real->made.corpus, tmp, &n, &err);
    real->cells[cell] = was;
    ROW("cell %zu from %c to %c: %s", cell, was, to, err.text);
    EXPECT(want == EITHER || good == (want == MUST_HOLD));
}

static const struct {
    const char *folder;
    Window window; /* two working days, one of them with a call */
} short_plans[] = {
    {"examples/balikpapan", {{18485}, {18486}}}, /* 11 and 12 August 2020 */
    {"examples/kotim",      {{18834}, {18835}}}, /* 26 and 27 July 2021 */
};

FACT(a_changed_cell_is_refused_when_it_breaks_a_rule)
{
    static const char letters[] = {PLACED_OFFICE, PLACED_HOME,   PLACED_FIELD,
                                   PLACED_LEAVE,  PLACED_TRIP,   PLACED_CLOSED,
                                   PLACED_USUAL,  PLACED_NONE,   PLACED_OFFICE,
                                   PLACED_HOME,   PLACED_OFFICE, PLACED_HOME};
    for (size_t k = 0; k < COUNT(short_plans); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Real *real =
            real_open(arena, short_plans[k].folder, short_plans[k].window);
        Rand rand = rand_seeded(k + 1);
        if (real == NULL) continue;
        uint32_t cells = real->plan.person_count * real->plan.day_count;
        for (int tries = 0; tries < 150;) {
            size_t cell = rand_below(&rand, cells);
            char to = letters[rand_below(&rand, COUNT(letters))];
            if (real->cells[cell] == to) continue;
            try_cell(real, cell, to);
            tries++;
        }
    }
}
