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
    Plan plan; /* with cells, reasons and a seed of its own */
    char *cells;
    uint16_t *reasons;
    Reason *reason;
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
    real->reasons = NEW(arena, uint16_t, count);
    memcpy(real->reasons, real->plan.reasons, count * sizeof *real->reasons);
    real->plan.reasons = real->reasons;
    real->reason = NEW(arena, Reason, real->plan.reason_count);
    memcpy(real->reason, real->plan.reason,
           real->plan.reason_count * sizeof *real->reason);
    real->plan.reason = real->reason;
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

/* Are the two counted by the same caps, for all that units say? */
static bool share_units(const Real *real, uint32_t a, uint32_t b)
{
    const Register *r = &real->office.r;
    UnitId x = r->people[a].unit, y = r->people[b].unit;
    return r->agency_of[x.index].index == r->agency_of[y.index].index &&
           r->work_unit_of[x.index].index == r->work_unit_of[y.index].index;
}

/* The reason of somebody beside them whose turn came out so, but for a
 * counter's; NO_INDEX when there is none. */
static uint32_t turned_reason(const Real *real, size_t cell, char to)
{
    const Plan *plan = &real->plan;
    uint32_t d = (uint32_t)(cell % plan->day_count);
    uint32_t own = (uint32_t)(cell / plan->day_count);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        size_t at = (size_t)p * plan->day_count + d;
        Str thing = plan->reason[plan->reasons[at]].thing;
        if (real->cells[at] == to && by_turn(real, at) &&
            share_units(real, own, p) &&
            map_find(&real->office.r.unit_codes, thing) != NO_INDEX)
            return plan->reasons[at];
    }
    return NO_INDEX;
}

/* A cell that turns takes the reason of its new place, as a forger would. */
static void try_cell(Real *real, size_t cell, char to)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Err err = {0};
    PlanCount n = {0};
    char was = real->cells[cell];
    uint16_t why = real->reasons[cell];
    Expected want = expected(real, cell, to);
    uint32_t turned =
        by_turn(real, cell) ? turned_reason(real, cell, to) : NO_INDEX;

    if (turned == NO_INDEX)
        want = MUST_FAIL;
    else
        real->reasons[cell] = (uint16_t)turned;
    real->cells[cell] = to;
    bool good = audit_plan(&real->plan, &real->made.corpus, tmp, &n, &err);
    real->cells[cell] = was;
    real->reasons[cell] = why;
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

/* ---- real plans, with other reasons -------------------------------------- */

static bool holds(const Real *real, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    PlanCount n = {0};
    return audit_plan(&real->plan, &real->made.corpus, tmp, &n, err);
}

static bool same_reason(const Reason *a, const Reason *b)
{
    return a->step == b->step && str_is(a->rule, b->rule) &&
           str_is(a->other, b->other) && str_is(a->thing, b->thing);
}

/* Is the thing of the second another counter, or the first in for a counter?
 * The law does not say who of those present serves. */
static bool may_serve(const Real *real, size_t cell, const Reason *to)
{
    const Reason *own = &real->plan.reason[real->reasons[cell]];
    uint32_t person = (uint32_t)(cell / real->plan.day_count);
    return real->cells[cell] == PLACED_OFFICE && is_on_duty(real, person) &&
           own->step == to->step && str_is(own->rule, to->rule) &&
           str_is(own->other, to->other);
}

FACT(a_cell_with_the_reason_of_another_is_refused)
{
    for (size_t k = 0; k < COUNT(short_plans); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Real *real =
            real_open(arena, short_plans[k].folder, short_plans[k].window);
        Rand rand = rand_seeded(k + 7);
        if (real == NULL) continue;
        uint32_t cells = real->plan.person_count * real->plan.day_count;
        for (int tries = 0; tries < 100;) {
            Err err = {0};
            size_t cell = rand_below(&rand, cells);
            uint16_t was = real->reasons[cell];
            uint16_t to = (uint16_t)rand_below(&rand, real->plan.reason_count);
            if (same_reason(&real->reason[was], &real->reason[to])) continue;
            bool either = may_serve(real, cell, &real->reason[to]);
            real->reasons[cell] = to;
            bool good = holds(real, &err);
            real->reasons[cell] = was;
            ROW("cell %zu with reason %u", cell, to);
            EXPECT(either || !good);
            tries++;
        }
    }
}

static void other_step(Reason *reason)
{
    reason->step = reason->step == STEP_MUST ? STEP_REST : STEP_MUST;
}

static void other_rule(Reason *reason)
{
    reason->rule = STR("SE palsu#1");
}

static void other_other(Reason *reason)
{
    reason->other = STR("SE palsu#2");
}

static void other_thing(Reason *reason)
{
    reason->thing = STR("bohong");
}

static bool is_cited(const Real *real, uint16_t reason)
{
    size_t cells = (size_t)real->plan.person_count * real->plan.day_count;
    for (size_t k = 0; k < cells; k++) {
        if (real->reasons[k] == reason) return true;
    }
    return false;
}

/* Each part of each of some reasons that a cell has. */
FACT(a_plan_with_a_changed_reason_or_seed_is_refused)
{
    static void (*const changes[])(Reason *) = {other_step, other_rule,
                                                other_other, other_thing};
    for (size_t k = 0; k < COUNT(short_plans); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Real *real =
            real_open(arena, short_plans[k].folder, short_plans[k].window);
        Err err = {0};
        if (real == NULL) continue;
        EXPECT(holds(real, &err));
        real->plan.seed ^= 1;
        EXPECT(!holds(real, &err));
        EXPECT_HAS(err.id, "bibit");
        real->plan.seed ^= 1;
        uint32_t step = real->plan.reason_count / 12 + 1;
        for (uint32_t i = 0; i < real->plan.reason_count; i += step) {
            if (!is_cited(real, (uint16_t)i)) continue;
            for (size_t c = 0; c < COUNT(changes); c++) {
                Reason was = real->reason[i];
                changes[c](&real->reason[i]);
                ROW("part %zu of reason %u", c, i);
                EXPECT(!holds(real, &err));
                real->reason[i] = was;
            }
        }
    }
}

/* ---- what a plan tells ----------------------------------------------------
 */

/* Health is of the register: a published plan says "cuti" and no more. */
FACT(a_plan_does_not_say_who_is_ill)
{
    static const char *const words[] = {
        "sakit",  "melahirkan", "hamil",        "wajib di rumah",
        "rentan", "komorbid",   "tugas belajar"};
    for (size_t k = 0; k < COUNT(governments); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Real *real =
            real_open(arena, governments[k].folder, governments[k].window);
        if (real == NULL) continue;
        Buf out = buf_in(arena);
        plan_write_cert(&real->plan, &real->made.demand.problem,
                        &real->made.answer, &out);
        for (size_t w = 0; w < COUNT(words); w++) {
            ROW("%s in %s", words[w], governments[k].folder);
            EXPECT(str_find(buf_str(&out), str_of(words[w]), 0) == SIZE_MAX);
        }
        EXPECT(str_find(buf_str(&out), STR("reason cuti\t\t\tcuti\n"), 0) !=
               SIZE_MAX);
    }
}

/* ---- years without a calendar ---------------------------------------------
 */

FACT(a_year_without_a_calendar_is_refused)
{
    static const Window windows[] = {
        {{20816}, {20822}}, /* 2026-12-29 to 2027-01-04 */
        {{20826}, {20827}}, /* in January 2027 */
    };
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Office office = {0};
    Err err = {0};
    if (!EXPECT(office_open(arena, "examples/balikpapan", &office, &err)))
        return;
    for (size_t k = 0; k < COUNT(windows); k++) {
        RosterWish wish = make_roster_wish();
        RosterMade made = {0};
        wish.window = windows[k];
        EXPECT(!make_roster(&office, &wish, &made, &err));
        EXPECT_INT(err.kind, ERR_INPUT);
        EXPECT_HAS(err.text, "no entries for 2027");
        EXPECT_HAS(err.id, "kalender belum berisi tahun 2027");
        EXPECT_HAS(err.id, "data/calendar/nasional.csv");
    }
}
