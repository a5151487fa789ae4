/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_audit_random.c - tiny random problems: the audit accepts the answers of
 * an exhaustive search, and judges every change of them as a slow reading of
 * the definition does.  What it believes is true in any case: the plan is as
 * good as the best, or there is none.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "audit/audit.h"
#include "harness.h"
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROBLEMS = 4000, PLANS = 20, CERTIFICATES = 20, PLANS_MOST = 5000 };

/* An answer that can be changed; what it was made from. */
typedef struct {
    const Problem *problem;
    uint64_t *office;
    PostDuty *duties;
    Label *labels;
    uint8_t *side;
    uint64_t *seat_side;
    Answer answer;
} Draft;

static void *copy_of(Arena *arena, const void *from, size_t count, size_t size)
{
    void *to = arena_bytes(arena, count + 1, size, _Alignof(max_align_t));
    if (from != NULL && count > 0) memcpy(to, from, count * size);
    return to;
}

static Draft draft_of(Arena *arena, const Problem *p, const Answer *a)
{
    size_t vertices = a->certificate.vertex_count;
    const Certificate *c = &a->certificate;
    Draft d = {
        .problem = p,
        .office = copy_of(arena, a->office, p->row_count, sizeof *d.office),
        .duties = copy_of(arena, a->duties, a->duty_count, sizeof *d.duties),
        .labels = copy_of(arena, c->labels, vertices, sizeof *d.labels),
        .side = copy_of(arena, c->side, vertices, sizeof *d.side),
        .seat_side =
            copy_of(arena, c->seat_side, p->row_count, sizeof *d.seat_side),
        .answer = *a,
    };
    d.answer.office = d.office;
    d.answer.duties = d.duties;
    d.answer.certificate.labels = d.labels;
    d.answer.certificate.side = d.side;
    d.answer.certificate.seat_side = d.seat_side;
    return d;
}

/* ---- changes of the plan ----------------------------------------------- */

static uint64_t any_day(const Draft *d, Rand *rand)
{
    return UINT64_C(1) << rand_below(rand, d->problem->day_count);
}

static uint32_t any_row(const Draft *d, Rand *rand)
{
    return rand_below(rand, d->problem->row_count);
}

static void recount(Draft *d)
{
    d->answer.presence = d->answer.fairness = 0;
    for (uint32_t i = 0; i < d->problem->row_count; i++) {
        int64_t days = __builtin_popcountll(d->office[i]);
        int64_t count = d->problem->rows[i].offset + days;
        d->answer.presence += days;
        d->answer.fairness += count * count;
    }
}

static void add_or_drop_a_seat(Draft *d, Rand *rand)
{
    uint32_t i = any_row(d, rand);
    d->office[i] ^= any_day(d, rand);
    recount(d);
}

static void move_a_seat(Draft *d, Rand *rand)
{
    uint32_t i = any_row(d, rand);
    uint64_t from = any_day(d, rand), to = any_day(d, rand);
    if ((d->office[i] & from) != 0 && (d->office[i] & to) == 0)
        d->office[i] ^= from | to;
    recount(d);
}

static void give_a_seat(Draft *d, Rand *rand)
{
    uint32_t from = any_row(d, rand), to = any_row(d, rand);
    uint64_t day = any_day(d, rand);
    if ((d->office[from] & day) != 0 && (d->office[to] & day) == 0) {
        d->office[from] ^= day;
        d->office[to] ^= day;
    }
    recount(d);
}

static void swap_weeks(Draft *d, Rand *rand)
{
    uint32_t a = any_row(d, rand), b = any_row(d, rand);
    uint64_t office = d->office[a];
    d->office[a] = d->office[b];
    d->office[b] = office;
    recount(d);
}

static void change_a_duty(Draft *d, Rand *rand)
{
    if (d->answer.duty_count == 0) return;
    PostDuty *duty =
        &d->duties[rand_below(rand, (uint32_t)d->answer.duty_count)];
    switch (rand_below(rand, 3)) {
    case 0: duty->post = rand_below(rand, d->problem->post_count + 1); break;
    case 1: duty->day = rand_below(rand, d->problem->day_count + 1); break;
    default: duty->row = rand_below(rand, d->problem->row_count + 1); break;
    }
}

static void swap_duties(Draft *d, Rand *rand)
{
    if (d->answer.duty_count < 2) return;
    uint32_t count = (uint32_t)d->answer.duty_count;
    PostDuty *a = &d->duties[rand_below(rand, count)];
    PostDuty *b = &d->duties[rand_below(rand, count)];
    uint32_t post = a->post;
    a->post = b->post;
    b->post = post;
}

static void drop_a_duty(Draft *d, Rand *rand)
{
    if (d->answer.duty_count == 0) return;
    size_t at = rand_below(rand, (uint32_t)d->answer.duty_count);
    d->answer.duty_count--;
    for (size_t k = at; k < d->answer.duty_count; k++)
        d->duties[k] = d->duties[k + 1];
}

/* The draft has room for one more. */
static void add_a_duty(Draft *d, Rand *rand)
{
    if (d->problem->post_count == 0) return;
    PostDuty duty = {.row = any_row(d, rand)};
    duty.day = rand_below(rand, d->problem->day_count);
    duty.post = rand_below(rand, d->problem->post_count);
    size_t k = d->answer.duty_count++;
    for (; k > 0 && (d->duties[k - 1].row > duty.row ||
                     (d->duties[k - 1].row == duty.row &&
                      d->duties[k - 1].day > duty.day));
         k--)
        d->duties[k] = d->duties[k - 1];
    d->duties[k] = duty;
}

static void boast(Draft *d, Rand *rand)
{
    int64_t by = rand_chance(rand, 500) ? 1 : -1;
    if (rand_chance(rand, 500))
        d->answer.presence += by;
    else
        d->answer.fairness += by;
}

/* Say less than all: the plan comes without the sums made anew. */
static void drop_a_seat_in_secret(Draft *d, Rand *rand)
{
    uint32_t i = any_row(d, rand);
    d->office[i] &= ~any_day(d, rand);
}

/* ---- changes of the certificate ---------------------------------------- */

static Label *any_label(const Draft *d, Rand *rand)
{
    return &d->labels[rand_below(rand,
                                 (uint32_t)d->answer.certificate.vertex_count)];
}

static void nudge_fairness(Draft *d, Rand *rand)
{
    any_label(d, rand)->fairness += rand_chance(rand, 500) ? 1 : -1;
}

static void nudge_presence(Draft *d, Rand *rand)
{
    any_label(d, rand)->presence += rand_chance(rand, 500) ? 1 : -1;
}

static void swap_labels(Draft *d, Rand *rand)
{
    Label *a = any_label(d, rand), *b = any_label(d, rand);
    Label label = *a;
    *a = *b;
    *b = label;
}

static void shift_labels(Draft *d, Rand *rand)
{
    int32_t by = (int32_t)rand_below(rand, 9) - 4;
    for (size_t v = 0; v < d->answer.certificate.vertex_count; v++) {
        d->labels[v].presence += by;
        d->labels[v].fairness -= by;
    }
}

static void equate_labels(Draft *d, Rand *rand)
{
    Label *a = any_label(d, rand), *b = any_label(d, rand);
    *a = *b;
}

static void flip_a_side(Draft *d, Rand *rand)
{
    d->side[rand_below(rand, (uint32_t)d->answer.certificate.vertex_count)] ^=
        1;
}

static void flip_a_seat_side(Draft *d, Rand *rand)
{
    uint32_t i = any_row(d, rand);
    d->seat_side[i] ^= any_day(d, rand);
}

static void turn_the_cut(Draft *d, Rand *rand)
{
    (void)rand;
    for (size_t v = 0; v < d->answer.certificate.vertex_count; v++)
        d->side[v] ^= 1;
    for (uint32_t i = 0; i < d->problem->row_count; i++)
        d->seat_side[i] = ~d->seat_side[i];
}

static void side_with_a_row(Draft *d, Rand *rand)
{
    uint32_t i = any_row(d, rand);
    d->seat_side[i] = rand_chance(rand, 500) ? UINT64_MAX : 0;
}

typedef void ChangeFn(Draft *, Rand *);

static ChangeFn *const plan_changes[] = {
    add_or_drop_a_seat,   move_a_seat,   give_a_seat,
    swap_weeks,           change_a_duty, swap_duties,
    drop_a_duty,          add_a_duty,    boast,
    drop_a_seat_in_secret};
static ChangeFn *const label_changes[] = {nudge_fairness, nudge_fairness,
                                          nudge_presence, swap_labels,
                                          shift_labels,   equate_labels};
static ChangeFn *const side_changes[] = {
    flip_a_side, flip_a_side, flip_a_seat_side, turn_the_cut, side_with_a_row};

/* ---- judging ----------------------------------------------------------- */

typedef struct {
    Problem problem;
    Residual net;
    Oracle oracle;
} Trial;

static struct {
    long problems, clashes, plans, certificates, good_plans, good_certificates,
        wrongly;
} tried;

/* What the audit says, once the slow check has said the same and the search
 * has not said otherwise. */
static bool judged(Trial *trial, const Answer *answer)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const Answer *best = &trial->oracle.answer;
    Err err = {0};
    bool believed = audit_answer(&trial->problem, answer, tmp, &err);

    bool rightly = believed == residual_believes(&trial->net, answer, tmp);
    if (believed)
        rightly = rightly &&
                  answer->certificate.kind == best->certificate.kind &&
                  answer->presence == best->presence &&
                  answer->fairness == best->fairness;
    if (!EXPECT(rightly)) tried.wrongly++;
    return believed;
}

static bool labels_are(const Label *a, const Label *b, size_t count)
{
    for (size_t v = 0; v < count; v++) {
        if (a[v].presence != b[v].presence || a[v].fairness != b[v].fairness)
            return false;
    }
    return true;
}

static bool differs(const Draft *d, const Answer *from)
{
    const Certificate *c = &from->certificate;
    size_t rows = d->problem->row_count, vertices = c->vertex_count;
    bool same = d->answer.presence == from->presence &&
                d->answer.fairness == from->fairness &&
                d->answer.duty_count == from->duty_count;

    if (same && c->kind == ANSWER_CLASH)
        same = memcmp(d->side, c->side, vertices) == 0 &&
               memcmp(d->seat_side, c->seat_side, rows * sizeof(uint64_t)) == 0;
    if (same && c->kind == ANSWER_SOLVED)
        same = memcmp(d->office, from->office, rows * sizeof(uint64_t)) == 0 &&
               labels_are(d->labels, c->labels, vertices) &&
               memcmp(d->duties, from->duties,
                      from->duty_count * sizeof(PostDuty)) == 0;
    return !same;
}

/* One or two changes, and again until something is not as it was. */
static void change(Draft *d, const Answer *from, ChangeFn *const *changes,
                   uint32_t count, Rand *rand)
{
    do {
        for (uint32_t k = 1 + rand_below(rand, 2); k > 0; k--)
            changes[rand_below(rand, count)](d, rand);
    } while (!differs(d, from));
}

static void try_plans(Trial *trial, Arena *arena, const Answer *from,
                      Rand *rand)
{
    for (int k = 0; k < PLANS; k++) {
        Draft d = draft_of(arena, &trial->problem, from);
        change(&d, from, plan_changes, COUNT(plan_changes), rand);
        if (rand_chance(rand, 100))
            change(&d, from, label_changes, COUNT(label_changes), rand);
        tried.plans++;
        tried.good_plans += judged(trial, &d.answer);
    }
}

static void try_certificates(Trial *trial, Arena *arena, Rand *rand)
{
    const Answer *from = &trial->oracle.answer;
    bool clash = from->certificate.kind == ANSWER_CLASH;

    for (int k = 0; k < CERTIFICATES; k++) {
        Draft d = draft_of(arena, &trial->problem, from);
        if (clash)
            change(&d, from, side_changes, COUNT(side_changes), rand);
        else
            change(&d, from, label_changes, COUNT(label_changes), rand);
        tried.certificates++;
        tried.good_certificates += judged(trial, &d.answer);
    }
}

/* A feasible plan that is not the best: no labels can serve it, neither those
 * of the best nor distances along its own arcs, which never settle. */
static void try_worse(Trial *trial, Arena *arena, Rand *rand)
{
    Draft d = draft_of(arena, &trial->problem, &trial->oracle.worse);

    EXPECT(!judged(trial, &d.answer));
    CHECK(residual_load(&trial->net, &d.answer));
    size_t rounds = 1 + rand_below(rand, 40);
    EXPECT(!residual_labels(&trial->net, rounds, arena, d.labels) ||
           rounds < trial->net.vertex_count);
    EXPECT(!judged(trial, &d.answer));
    tried.plans += 2;
}

/* Where a plan exists no cut proves the contrary: random ones, and those that
 * follow the labels. */
static void try_false_clash(Trial *trial, Arena *arena, Rand *rand)
{
    Draft d = draft_of(arena, &trial->problem, &trial->oracle.answer);

    d.answer.certificate.kind = ANSWER_CLASH;
    for (int k = 0; k < CERTIFICATES / 4; k++) {
        Label limit = *any_label(&d, rand);
        for (size_t v = 0; v < d.answer.certificate.vertex_count; v++) {
            bool under = d.labels[v].presence < limit.presence ||
                         (d.labels[v].presence == limit.presence &&
                          d.labels[v].fairness <= limit.fairness);
            d.side[v] = under != rand_chance(rand, 30);
        }
        for (uint32_t i = 0; i < trial->problem.row_count; i++)
            d.seat_side[i] = rand_next(rand);
        EXPECT(!judged(trial, &d.answer));
        tried.certificates++;
    }
}

static void try_problem(uint64_t seed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    Rand rand = rand_seeded(seed);
    Trial trial = {.problem = oracle_problem(arena, &rand, PLANS_MOST)};

    trial.net = residual_of(arena, &trial.problem);
    trial.oracle = oracle_solve(arena, &trial.problem, &rand);
    tried.problems++;
    EXPECT(judged(&trial, &trial.oracle.answer));
    try_certificates(&trial, arena, &rand);
    if (trial.oracle.answer.certificate.kind == ANSWER_CLASH) {
        tried.clashes++;
        return;
    }
    try_plans(&trial, arena, &trial.oracle.answer, &rand);
    try_false_clash(&trial, arena, &rand);
    if (!trial.oracle.has_worse) return;
    try_plans(&trial, arena, &trial.oracle.worse, &rand);
    try_worse(&trial, arena, &rand);
}

FACT(every_changed_answer_is_judged_as_the_definition_judges_it)
{
    uint64_t count = (uint64_t)harness_trials(PROBLEMS);

    for (uint64_t seed = 1; seed <= count; seed++) {
        ROW("seed %llu", (unsigned long long)seed);
        try_problem(seed);
    }
    EXPECT(tried.plans + tried.certificates >= 20 * (long)count);
    printf("audit: %ld mutated plans and %ld tampered certificates tried, ",
           tried.plans, tried.certificates);
    if (tried.wrongly == 0)
        printf("all judged rightly\n");
    else
        printf("%ld judged wrongly\n", tried.wrongly);
    printf("audit: of %ld problems %ld a clash; %ld changed plans and %ld "
           "changed certificates were proofs still\n",
           tried.problems, tried.clashes, tried.good_plans,
           tried.good_certificates);
}
