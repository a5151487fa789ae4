/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_prove.c - what the program calls proved is refused when it is not so.
 *
 * The roster of one government is made, then one thing of it is bent.
 */
#include "app/make_roster.h"
#include "app/prove_plan.h"
#include "harness.h"

#include <stdlib.h>

typedef struct {
    Office office;
    RosterMade made;
} World;

static bool world_open(Arena *arena, World *w)
{
    Err err = {0};
    RosterWish wish = make_roster_wish();
    (void)setenv("TATAKERJA_DATA", "data", 0);
    return EXPECT(office_open(arena, "examples/kotim", &w->office, &err)) &&
           EXPECT(make_roster(&w->office, &wish, &w->made, &err));
}

/* The first cell that holds the letter for this step; its place. */
static size_t cell_of(const Plan *plan, char letter, Step step)
{
    size_t cells = (size_t)plan->person_count * plan->day_count;
    for (size_t i = 0; i < cells; i++) {
        if (plan->cells[i] == letter &&
            plan->reason[plan->reasons[i]].step == step)
            return i;
    }
    CHECK(cells == 0);
    return 0;
}

/* Bend the world; the fact is in the name. */
typedef void Bend(Demand *d);

static void nothing(Demand *d)
{
    (void)d;
}

static void a_head_stays_at_home(Demand *d)
{
    d->cells[cell_of(&d->plan, PLACED_OFFICE, STEP_MUST)] = PLACED_HOME;
}

static void somebody_in_turn_stays_at_home(Demand *d)
{
    d->cells[cell_of(&d->plan, PLACED_OFFICE, STEP_TURN)] = PLACED_HOME;
}

static void one_more_comes_in(Demand *d)
{
    d->cells[cell_of(&d->plan, PLACED_HOME, STEP_TURN)] = PLACED_OFFICE;
}

static void leave_is_work(Demand *d)
{
    d->cells[cell_of(&d->plan, PLACED_LEAVE, STEP_ABSENCE)] = PLACED_OFFICE;
}

static void a_must_is_called_a_turn(Demand *d)
{
    size_t at = cell_of(&d->plan, PLACED_OFFICE, STEP_MUST);
    d->reasons[at] = d->reasons[cell_of(&d->plan, PLACED_OFFICE, STEP_TURN)];
}

static void a_base_is_counted_too_large(Demand *d)
{
    for (uint32_t day = 0; day < d->plan.day_count; day++) {
        d->caps[0].days[day].base += 4;
    }
}

static void a_cap_is_stated_too_large(Demand *d)
{
    for (uint32_t day = 0; day < d->plan.day_count; day++) {
        d->caps[0].days[day].stated++;
    }
}

#define BENDS(X)                             \
    X(nothing, true)                         \
    X(a_head_stays_at_home, false)           \
    X(somebody_in_turn_stays_at_home, false) \
    X(one_more_comes_in, false)              \
    X(leave_is_work, false)                  \
    X(a_must_is_called_a_turn, false)        \
    X(a_base_is_counted_too_large, false)    \
    X(a_cap_is_stated_too_large, false)

static const struct {
    const char *name;
    Bend *bend;
    bool proved;
} bends[] = {
#define X(name, proved) {#name, name, proved},
    BENDS(X)
#undef X
};

FACT(a_bent_roster_is_not_proved)
{
    for (size_t i = 0; i < COUNT(bends); i++) {
        ROW("%s", bends[i].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        World *w = NEW(arena, World, 1);
        Err err = {0};
        if (!world_open(arena, w)) continue;
        bends[i].bend(&w->made.demand);
        bool proved = prove_plan(arena, &w->made.demand, &w->made.answer,
                                 &w->made.demand.plan, &err);
        EXPECT(proved == bends[i].proved);
    }
}
