/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_audit_change.c - a moved plan is believed when it is right, and not
 * otherwise: whatever the auditor accepts of a change that was tampered with
 * is as good as the best answer, and keeps every bound.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "audit/change_rule.h"
#include "brute_change.h"
#include "harness.h"
#include "roster/replan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHANGES = 3000, EACH = 10 };

/* An answer whose parts may be written to. */
typedef struct {
    const PlanChange *c;
    ChangeAnswer answer;
    uint64_t *office, *seat_side;
    PostDuty *duties;
    ChangeLabel *labels;
    uint8_t *side;
} Draft1;

static void *copy_of(Arena *arena, const void *from, size_t count, size_t size)
{
    void *to = arena_bytes(arena, count + 1, size, _Alignof(max_align_t));
    if (from != NULL && count > 0) memcpy(to, from, count * size);
    return to;
}

static Draft1 copied(Arena *arena, const PlanChange *c, const ChangeAnswer *a)
{
    size_t rows = c->problem->row_count;
    Draft1 d = {
        .c = c,
        .answer = *a,
        .office = copy_of(arena, a->office, rows, sizeof *d.office),
        .seat_side = copy_of(arena, a->seat_side, rows, sizeof *d.seat_side),
        .duties = copy_of(arena, a->duties, a->duty_count, sizeof *d.duties),
        .labels = copy_of(arena, a->labels, a->vertex_count, sizeof *d.labels),
        .side = copy_of(arena, a->side, a->vertex_count, sizeof *d.side),
    };
    d.answer.office = d.office;
    d.answer.duties = d.duties;
    d.answer.labels = d.labels;
    d.answer.side = d.side;
    d.answer.seat_side = d.seat_side;
    return d;
}

static bool believed(Arena *arena, const Draft1 *d)
{
    Err err = {0};
    return change_rule_holds(d->c, &d->answer, arena, &err);
}

/* ---- what can be done to an answer ------------------------------------- */

typedef struct {
    Arena *arena;
    Rand *rand;
    Draft1 *d;
} Tamper;

static uint32_t any_row(const Tamper *t)
{
    return rand_below(t->rand, t->d->c->problem->row_count);
}

static uint64_t any_day(const Tamper *t)
{
    return UINT64_C(1) << rand_below(t->rand, t->d->c->problem->day_count);
}

/* Totals that are those of the days: only the proof can tell. */
static void recount(const Tamper *t)
{
    BruteChange worth = {0};
    (void)brute_change_holds(t->arena, t->d->c, &t->d->answer, &worth);
    t->d->answer.changed = worth.changed;
    t->d->answer.presence = worth.presence;
    t->d->answer.fairness = worth.fairness;
}

static void flip_a_seat(const Tamper *t)
{
    t->d->office[any_row(t)] ^= any_day(t);
    recount(t);
}

static void move_a_seat(const Tamper *t)
{
    uint32_t i = any_row(t);
    uint64_t from = any_day(t), to = any_day(t);
    if ((t->d->office[i] & from) != 0 && (t->d->office[i] & to) == 0)
        t->d->office[i] ^= from | to;
    recount(t);
}

static void give_a_seat(const Tamper *t)
{
    uint32_t from = any_row(t), to = any_row(t);
    uint64_t day = any_day(t);
    if ((t->d->office[from] & day) != 0 && (t->d->office[to] & day) == 0) {
        t->d->office[from] ^= day;
        t->d->office[to] ^= day;
    }
    recount(t);
}

static void change_a_duty(const Tamper *t)
{
    if (t->d->answer.duty_count == 0) return;
    uint32_t count = (uint32_t)t->d->answer.duty_count;
    PostDuty *duty = &t->d->duties[rand_below(t->rand, count)];
    duty->post = rand_below(t->rand, t->d->c->problem->post_count);
}

static void drop_a_duty(const Tamper *t)
{
    if (t->d->answer.duty_count == 0) return;
    size_t at = rand_below(t->rand, (uint32_t)t->d->answer.duty_count);
    t->d->answer.duty_count--;
    for (; at < t->d->answer.duty_count; at++)
        t->d->duties[at] = t->d->duties[at + 1];
}

#define TAMPERS(X)   \
    X(flip_a_seat)   \
    X(move_a_seat)   \
    X(give_a_seat)   \
    X(change_a_duty) \
    X(drop_a_duty)

static const struct {
    const char *name;
    void (*tamper)(const Tamper *);
} tampers[] = {
#define X(name) {#name, name},
    TAMPERS(X)
#undef X
};

/* ---- changes and their answers ----------------------------------------- */

static bool asked(Arena *arena, Rand *rand, bool tight, PlanChange *c,
                  ChangeAnswer *a)
{
    Err err = {0};
    Draft *t = NEW(arena, Draft, 1);
    *t = chance_draft(arena, rand, (ChanceSizes){5, 3, 6, 2, tight});
    *c = brute_change_draw(arena, rand, &t->problem);
    if (!EXPECT(replan_solve(arena, c, a, &err))) return false;
    return EXPECT(change_rule_holds(c, a, arena, &err)) &&
           t->problem.row_count > 0;
}

typedef struct {
    int tried, refused, worse;
} Count;

/* Accepted if and only if it is feasible and as good as the best. */
static bool judged_well(const Tamper *t, const ChangeAnswer *best, Count *count)
{
    BruteChange worth = {0};
    const ChangeAnswer *a = &t->d->answer;
    bool holds = brute_change_holds(t->arena, t->d->c, a, &worth);
    bool good = holds && a->changed == best->changed &&
                a->presence == best->presence && a->fairness == best->fairness;
    bool accepted = believed(t->arena, t->d);
    bool frozen = false;
    for (size_t k = 0; k < a->duty_count; k++)
        frozen |= (t->d->c->frozen >> a->duties[k].day & 1) != 0;
    count->tried++;
    count->refused += !accepted;
    count->worse += holds && !good;
    if (accepted) return EXPECT(good);
    return frozen || best->duty_count > 0 || EXPECT(!good);
}

FACT(an_answer_that_was_tampered_with_is_refused)
{
    Count count[COUNT(tampers)] = {{0}};
    Rand rand = rand_seeded(1);
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        if (!asked(arena, &rand, false, &c, &a) || a.kind != ANSWER_SOLVED)
            continue;
        for (size_t n = 0; n < COUNT(tampers) * EACH; n++) {
            Draft1 d = copied(arena, &c, &a);
            Tamper t = {arena, &rand, &d};
            tampers[n % COUNT(tampers)].tamper(&t);
            if (!judged_well(&t, &a, &count[n % COUNT(tampers)])) return;
        }
    }
    for (size_t n = 0; n < COUNT(tampers); n++) {
        printf("%s: %d tried, %d refused (%d of them feasible and worse)\n",
               tampers[n].name, count[n].tried, count[n].refused,
               count[n].worse);
        EXPECT(count[n].refused > 100);
    }
}

FACT(totals_that_are_not_so_are_refused)
{
    Rand rand = rand_seeded(2);
    int tried = 0;
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        if (!asked(arena, &rand, false, &c, &a) || a.kind != ANSWER_SOLVED)
            continue;
        for (int n = 0; n < 6; n++) {
            Draft1 d = copied(arena, &c, &a);
            int64_t *totals[] = {&d.answer.changed, &d.answer.presence,
                                 &d.answer.fairness};
            *totals[n / 2] += n % 2 == 0 ? 1 : -1;
            tried++;
            if (!EXPECT(!believed(arena, &d))) return;
        }
        Draft1 d = copied(arena, &c, &a);
        d.answer.vertex_count--;
        if (!EXPECT(!believed(arena, &d))) return;
    }
    printf("%d wrong totals refused\n", tried);
}

FACT(history_that_was_rewritten_is_refused)
{
    Rand rand = rand_seeded(3);
    int tried = 0;
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        if (!asked(arena, &rand, false, &c, &a) || a.kind != ANSWER_SOLVED ||
            c.frozen == 0)
            continue;
        Draft1 d = copied(arena, &c, &a);
        Tamper t = {arena, &rand, &d};
        d.office[any_row(&t)] ^= c.frozen & (~c.frozen + 1);
        recount(&t);
        tried++;
        if (!EXPECT(!believed(arena, &d))) return;
    }
    printf("%d rewritten days refused\n", tried);
    EXPECT(tried > 100);
}

/* ---- labels ------------------------------------------------------------ */

static void bend_labels(const Tamper *t)
{
    size_t v = rand_below(t->rand, (uint32_t)t->d->answer.vertex_count);
    int32_t by = rand_chance(t->rand, 500) ? 1 : -1;
    ChangeLabel *label = &t->d->labels[v];
    switch (rand_below(t->rand, 3)) {
    case 0: label->changed += by; break;
    case 1: label->presence += by; break;
    default: label->fairness += 2 * by; break;
    }
}

FACT(no_labels_prove_a_plan_that_is_worse)
{
    Rand rand = rand_seeded(4);
    int tried = 0;
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        BruteChange worth = {0};
        if (!asked(arena, &rand, false, &c, &a) || a.kind != ANSWER_SOLVED)
            continue;
        Draft1 d = copied(arena, &c, &a);
        Tamper t = {arena, &rand, &d};
        tampers[rand_below(&rand, 3)].tamper(&t);
        bool holds = brute_change_holds(arena, &c, &d.answer, &worth);
        if (!holds ||
            (worth.changed == a.changed && worth.presence == a.presence &&
             worth.fairness == a.fairness))
            continue;
        for (int n = 0; n < EACH; n++, tried++) {
            if (!EXPECT(!believed(arena, &d))) return;
            bend_labels(&t);
        }
    }
    printf("%d proofs of worse plans refused\n", tried);
    EXPECT(tried > 1000);
}

FACT(labels_that_were_bent_are_refused)
{
    Rand rand = rand_seeded(5);
    int tried = 0, refused = 0;
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        if (!asked(arena, &rand, false, &c, &a) || a.kind != ANSWER_SOLVED)
            continue;
        for (int n = 0; n < EACH; n++, tried++) {
            Draft1 d = copied(arena, &c, &a);
            d.labels[rand_below(&rand, (uint32_t)a.vertex_count)].changed +=
                rand_chance(&rand, 500) ? 5 : -5;
            refused += !believed(arena, &d);
        }
        Draft1 d = copied(arena, &c, &a);
        d.labels[0].fairness = INT64_MAX;
        if (!EXPECT(!believed(arena, &d))) return;
    }
    printf("%d labels bent, %d refused (the others prove as well)\n", tried,
           refused);
    EXPECT(refused > tried / 2);
}

/* ---- clashes ----------------------------------------------------------- */

FACT(no_cut_is_believed_where_there_is_a_plan)
{
    Rand rand = rand_seeded(6);
    int tried = 0;
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        if (!asked(arena, &rand, false, &c, &a) || a.kind != ANSWER_SOLVED)
            continue;
        Draft1 d = copied(arena, &c, &a);
        d.answer.kind = ANSWER_CLASH;
        for (int n = 0; n < EACH; n++, tried++) {
            for (size_t v = 0; v < a.vertex_count; v++)
                d.side[v] = rand_below(&rand, 2) != 0;
            for (uint32_t i = 0; i < c.problem->row_count; i++)
                d.seat_side[i] = rand_next(&rand);
            if (!EXPECT(!believed(arena, &d))) return;
        }
    }
    printf("%d cuts refused\n", tried);
}

FACT(a_clash_is_not_turned_into_a_plan)
{
    Rand rand = rand_seeded(7);
    int tried = 0, refused = 0, cuts = 0;
    for (int k = 0; k < harness_trials(CHANGES); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 14);
        PlanChange c = {0};
        ChangeAnswer a = {0};
        if (!asked(arena, &rand, true, &c, &a) || a.kind != ANSWER_CLASH)
            continue;
        Draft1 d = copied(arena, &c, &a);
        Tamper t = {arena, &rand, &d};
        for (size_t v = 0; v < a.vertex_count; v++, cuts++) {
            Draft1 cut = copied(arena, &c, &a);
            cut.side[v] ^= 1;
            refused += !believed(arena, &cut);
        }
        d.side[0] = 2;
        if (!EXPECT(!believed(arena, &d))) return;
        d.answer.kind = ANSWER_SOLVED;
        for (uint32_t i = 0; i < c.problem->row_count; i++)
            d.office[i] = c.before[i] | c.problem->rows[i].must;
        for (int n = 0; n < EACH; n++, tried++) {
            flip_a_seat(&t);
            if (!EXPECT(!believed(arena, &d))) return;
        }
    }
    printf("%d plans of clashes refused; %d cuts bent, %d refused (the others "
           "are cuts as well)\n",
           tried, cuts, refused);
    EXPECT(tried > 1000);
}
