/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_prove.c - what the program calls proved is refused when it is not so.
 *
 * The roster of one government is made, then one thing of it is bent.
 */
#include "app/make_roster.h"
#include "app/proof_fault.h"
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

/* Every upper bound of the question is one too high. */
static void raise_bounds(Arena *arena, Problem *problem)
{
    ProblemNode *nodes = NEW(arena, ProblemNode, problem->node_count);
    for (uint32_t n = 0; n < problem->node_count; n++) {
        int32_t *most = NEW(arena, int32_t, problem->day_count);
        nodes[n] = problem->nodes[n];
        for (uint32_t d = 0; d < problem->day_count; d++) {
            bool is_free = nodes[n].most[d] == PROBLEM_FREE;
            most[d] = nodes[n].most[d] + (is_free ? 0 : 1);
        }
        nodes[n].most = most;
    }
    problem->nodes = nodes;
}

FACT(the_best_answer_to_a_wrong_question_is_not_proved)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = NEW(arena, World, 1);
    Demand asked = {0};
    Answer answer = {0};
    Err err = {0};
    if (!world_open(arena, w)) return;
    const Corpus *corpus = &w->made.corpus;
    if (!EXPECT(demand_make(arena, corpus, w->made.demand.plan.window, &asked,
                            &err)))
        return;
    raise_bounds(arena, &asked.problem);
    EXPECT(
        roster_solve(arena, &asked.problem, (RosterOptions){0}, &answer, &err));
    demand_plan(arena, &asked, &answer);
    EXPECT(audit_answer(&asked.problem, &answer, arena, &err));
    EXPECT(!prove_plan(arena, &asked, &answer, &asked.plan, &err));
    EXPECT_HAS(err.text, "at most");
}

FACT(a_fault_of_the_proof_is_said_in_names)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = NEW(arena, World, 1);
    Err err = {0};
    if (!world_open(arena, w)) return;
    const Demand *demand = &w->made.demand;
    const Register *r = &w->office.r;
    Str person = r->people[demand->problem.rows[3].person.index].name;
    Str unit = r->units[demand->problem.nodes[0].unit.index].name;

    EXPECT(!FAIL(&err, ERR_INPUT, "row 3, day 0: must be in the office"));
    EXPECT(!proof_fault(arena, demand, &err));
    EXPECT_HAS(err.text, person);
    EXPECT_HAS(err.text, ": must be in the office");
    EXPECT_HAS(err.id, person);
    EXPECT_HAS(err.id, " Juli 2021");
    EXPECT(!FAIL(&err, ERR_INPUT, "node 0, day 1: 5 seats, more than 4"));
    EXPECT(!proof_fault(arena, demand, &err));
    EXPECT_HAS(err.text, unit);
    EXPECT_HAS(err.id, unit);
}
