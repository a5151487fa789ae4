/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_replan.c - the plan that moves least, against trying everything, and
 * against its own proofs.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "audit/change_rule.h"
#include "brute_change.h"
#include "harness.h"
#include "roster/replan.h"
#include "roster/roster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TRIALS = 10000, BRUTE_MOST = 3000 };

static ChangeAnswer answered(Arena *arena, const PlanChange *c)
{
    Err err = {0};
    ChangeAnswer answer = {0};
    if (!EXPECT(replan_solve(arena, c, &answer, &err)))
        EXPECT_STR(err.text, "");
    return answer;
}

static bool is_solved(const ChangeAnswer *a)
{
    return a->kind == ANSWER_SOLVED;
}

/* The auditor believes it, and it keeps every bound and its word. */
static bool stands(Arena *arena, const PlanChange *c, const ChangeAnswer *a)
{
    Err err = {0};
    BruteChange worth = {0};
    if (!change_rule_holds(c, a, arena, &err)) {
        EXPECT_STR(err.text, "");
        return false;
    }
    if (!is_solved(a)) return true;
    return EXPECT(brute_change_holds(arena, c, a, &worth)) &&
           EXPECT_INT(a->changed, worth.changed) &&
           EXPECT_INT(a->presence, worth.presence) &&
           EXPECT_INT(a->fairness, worth.fairness);
}

typedef struct {
    int tried, clashes, kept; /* kept: nothing had to change */
} Tally;

static bool agrees(Arena *arena, const PlanChange *c, Tally *tally)
{
    ChangeAnswer a = answered(arena, c);
    if (!stands(arena, c, &a)) return false;
    if (brute_change_size(c, BRUTE_MOST) > BRUTE_MOST) return true;
    tally->tried++;
    tally->clashes += !is_solved(&a);
    tally->kept += is_solved(&a) && a.changed == 0;
    BruteChange best = brute_change_solve(arena, c);
    if (!EXPECT(best.feasible == is_solved(&a))) return false;
    return !best.feasible || (EXPECT_INT(a.changed, best.changed) &&
                              EXPECT_INT(a.presence, best.presence) &&
                              EXPECT_INT(a.fairness, best.fairness));
}

static void show(Arena *arena, const PlanChange *c)
{
    Buf text = buf_in(arena);
    problem_write(c->problem, &text);
    for (uint32_t i = 0; i < c->problem->row_count; i++)
        buf_format(&text, "row %u before %llx told %llx\n", i,
                   (unsigned long long)c->before[i],
                   (unsigned long long)c->told[i]);
    buf_format(&text, "frozen %llx\n", (unsigned long long)c->frozen);
    EXPECT_STR(buf_str(&text), "");
}

static bool try_one(Rand *rand, ChanceSizes sizes, Tally *tally)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Draft t = chance_draft(arena, rand, sizes);
    PlanChange c = brute_change_draw(arena, rand, &t.problem);
    bool good = agrees(arena, &c, tally);
    if (!good) show(arena, &c);
    return good;
}

/* Changes until `count` of them have been enumerated. */
static void try_all(ChanceSizes sizes, uint64_t seed, int count)
{
    Rand rand = rand_seeded(seed);
    Tally tally = {0};
    bool good = true;
    while (tally.tried < count && good)
        good = try_one(&rand, sizes, &tally);
    EXPECT(good);
    printf("%d changes equal to trying everything (%d clashes, %d without "
           "changed days)\n",
           tally.tried, tally.clashes, tally.kept);
}

FACT(tiny_changes_are_answered_as_well_as_by_trying_everything)
{
    try_all((ChanceSizes){4, 3, 4, 2, false}, 1,
            harness_trials(TRIALS * 6 / 10));
}

FACT(tiny_tight_changes_are_judged_as_by_trying_everything)
{
    try_all((ChanceSizes){4, 3, 4, 2, true}, 2,
            harness_trials(TRIALS * 3 / 10));
}

FACT(tiny_changes_without_posts_over_more_days)
{
    try_all((ChanceSizes){6, 3, 4, 0, false}, 3, harness_trials(TRIALS / 10));
}

static void try_sizes(ChanceSizes sizes, uint64_t seed, int count)
{
    Rand rand = rand_seeded(seed);
    Tally tally = {0};
    bool good = true;
    for (int k = 0; k < count && good; k++)
        good = try_one(&rand, sizes, &tally);
    EXPECT(good);
}

FACT(larger_random_changes_carry_their_proof)
{
    try_sizes((ChanceSizes){20, 6, 40, 4, false}, 4, harness_trials(200));
    try_sizes((ChanceSizes){20, 6, 40, 4, true}, 5, harness_trials(200));
    try_sizes((ChanceSizes){64, 12, 120, 6, false}, 6, harness_trials(10));
}

/* ---- after a roster ---------------------------------------------------- */

/* A problem that has a roster, as published; false if it has none. */
static bool published(Arena *arena, Rand *rand, Draft *t, PlanChange *c)
{
    Err err = {0};
    Answer *answer = NEW(arena, Answer, 1);
    *t = chance_draft(arena, rand, (ChanceSizes){12, 4, 30, 3, false});
    if (!EXPECT(
            roster_solve(arena, &t->problem, (RosterOptions){0}, answer, &err)))
        return false;
    if (answer->certificate.kind != ANSWER_SOLVED) return false;
    *c = brute_change_after(arena, &t->problem, answer);
    return true;
}

static bool same_days(const uint64_t *a, const uint64_t *b, uint32_t count)
{
    return count == 0 || memcmp(a, b, count * sizeof *a) == 0;
}

static bool same_duties(const ChangeAnswer *a, const PlanChange *c)
{
    if (a->duty_count != c->duty_count) return false;
    for (size_t k = 0; k < a->duty_count; k++) {
        if (a->duties[k].row != c->duties[k].row ||
            a->duties[k].day != c->duties[k].day ||
            a->duties[k].post != c->duties[k].post)
            return false;
    }
    return true;
}

FACT(no_event_no_change)
{
    Rand rand = rand_seeded(21);
    int tried = 0;
    for (int k = 0; k < harness_trials(500); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = {0};
        PlanChange c = {0};
        if (!published(arena, &rand, &t, &c)) continue;
        ChangeAnswer a = answered(arena, &c);
        tried++;
        if (!EXPECT(is_solved(&a)) || !EXPECT_INT(a.changed, 0) ||
            !EXPECT(same_days(a.office, c.before, c.problem->row_count)) ||
            !EXPECT(same_duties(&a, &c)) || !stands(arena, &c, &a))
            return;
    }
    printf("%d plans stay as they are\n", tried);
    EXPECT(tried > 100);
}

FACT(a_plan_at_the_optimum_of_nothing_told_is_the_roster)
{
    Rand rand = rand_seeded(22);
    int tried = 0;
    for (int k = 0; k < harness_trials(500); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = {0};
        PlanChange c = {0};
        Err err = {0};
        Answer best = {0};
        if (!published(arena, &rand, &t, &c)) continue;
        uint64_t *none = NEW(arena, uint64_t, c.problem->row_count + 1);
        PlanChange fresh = {.problem = c.problem, .before = none, .told = none};
        ChangeAnswer a = answered(arena, &fresh);
        if (!EXPECT(roster_solve(arena, c.problem, (RosterOptions){0}, &best,
                                 &err)))
            return;
        tried++;
        if (!EXPECT_INT(a.presence, best.presence) ||
            !EXPECT_INT(a.fairness, best.fairness) ||
            !stands(arena, &fresh, &a))
            return;
    }
    EXPECT(tried > 100);
}

FACT(the_same_change_gives_the_same_bytes)
{
    Rand rand = rand_seeded(23);
    for (int k = 0; k < harness_trials(300); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t =
            chance_draft(arena, &rand, (ChanceSizes){12, 4, 30, 3, false});
        PlanChange c = brute_change_draw(arena, &rand, &t.problem);
        ChangeAnswer a = answered(arena, &c), b = answered(arena, &c);
        if (!EXPECT(a.kind == b.kind)) return;
        if (!is_solved(&a)) continue;
        if (!EXPECT(same_days(a.office, b.office, t.problem.row_count)) ||
            !EXPECT(memcmp(a.labels, b.labels,
                           a.vertex_count * sizeof *a.labels) == 0))
            return;
    }
}

FACT(frozen_days_are_never_touched)
{
    Rand rand = rand_seeded(24);
    int days = 0;
    for (int k = 0; k < harness_trials(1000); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = chance_draft(arena, &rand, (ChanceSizes){12, 4, 30, 3, true});
        PlanChange c = brute_change_draw(arena, &rand, &t.problem);
        ChangeAnswer a = answered(arena, &c);
        for (uint32_t i = 0; is_solved(&a) && i < t.problem.row_count; i++) {
            if (!EXPECT(((a.office[i] ^ c.before[i]) & c.frozen) == 0)) return;
            days += __builtin_popcountll(c.frozen);
        }
    }
    printf("%d frozen row-days kept\n", days);
    EXPECT(days > 1000);
}

FACT(what_is_not_a_change_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Err err = {0};
    ChangeAnswer out = {0};
    Draft t = draft_of(arena, 2, 1, 1, 1);
    uint64_t before[] = {1}, told[] = {2}, both[] = {3};
    t.rows[0].may = 3;
    PlanChange untold = {.problem = &t.problem, .before = before, .told = told};
    EXPECT(!replan_solve(arena, &untold, &out, &err));
    EXPECT_HAS(err.text, "nothing was told");
    PostDuty late = {0, 1, 0}, beyond = {0, 0, 1};
    PlanChange absent = {&t.problem, before, both, &late, 1, 0};
    EXPECT(!replan_solve(arena, &absent, &out, &err));
    EXPECT_HAS(err.text, "outside the plan");
    PlanChange unknown = {&t.problem, before, both, &beyond, 1, 0};
    EXPECT(!replan_solve(arena, &unknown, &out, &err));
    t.rows[0].must = 1;
    PlanChange unsound = {
        .problem = &t.problem, .before = before, .told = both};
    EXPECT(!replan_solve(arena, &unsound, &out, &err));
    EXPECT_HAS(err.text, "must and may");
}
