/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_roster.c - the exact solver against trying everything, against itself
 * told in other words, and against its own proofs.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "audit/audit.h"
#include "brute.h"
#include "chance.h"
#include "harness.h"
#include "roster/roster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TRIALS = 10000, BRUTE_MOST = 3000 };

static Answer solved_as(Arena *arena, const Problem *p, bool no_classes)
{
    Err err = {0};
    Answer answer = {0};
    RosterOptions options = {.no_classes = no_classes};
    bool ok = roster_solve(arena, p, options, &answer, &err);
    if (!EXPECT(ok)) EXPECT_STR(err.text, "");
    return answer;
}

static Answer solved(Arena *arena, const Problem *p)
{
    return solved_as(arena, p, false);
}

static bool is_solved(const Answer *a)
{
    return a->certificate.kind == ANSWER_SOLVED;
}

/* The proof holds, and so does every bound. */
static bool stands(Arena *arena, const Problem *p, const Answer *a)
{
    Err err = {0};
    if (!audit_answer(p, a, arena, &err)) {
        EXPECT_STR(err.text, "");
        return false;
    }
    if (!is_solved(a)) return true;
    size_t cells = (size_t)p->row_count * p->day_count;
    uint32_t *post_at = NEW(arena, uint32_t, cells + 1);
    for (size_t k = 0; k < cells; k++)
        post_at[k] = NO_INDEX;
    for (size_t k = 0; k < a->duty_count; k++)
        post_at[a->duties[k].row * p->day_count + a->duties[k].day] =
            a->duties[k].post;
    return EXPECT(brute_holds(arena, p, a->office, post_at));
}

static bool same_worth(const Answer *a, const Answer *b)
{
    if (a->certificate.kind != b->certificate.kind) return false;
    return !is_solved(a) ||
           (a->presence == b->presence && a->fairness == b->fairness);
}

/* ---- against trying everything ---- */

/* The answer stands; and, where *tried can grow, trying everything finds none
 * better. Problems too large to be enumerated are not counted in *tried. */
static bool agrees_with_brute(Arena *arena, const Problem *p, int *tried)
{
    Answer a = solved(arena, p);
    if (!stands(arena, p, &a)) return false;
    if (brute_size(p, BRUTE_MOST) > BRUTE_MOST) return true;
    ++*tried;
    BruteAnswer best = brute_solve(arena, p);
    if (!EXPECT(best.feasible == is_solved(&a))) return false;
    return !best.feasible || (EXPECT_INT(a.presence, best.presence) &&
                              EXPECT_INT(a.fairness, best.fairness));
}

static void show(Arena *arena, const Problem *p)
{
    Buf text = buf_in(arena);
    problem_write(p, &text);
    EXPECT_STR(buf_str(&text), "");
}

static bool try_one(Rand *rand, ChanceSizes sizes, int *tried)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Draft t = chance_draft(arena, rand, sizes);
    bool good = agrees_with_brute(arena, &t.problem, tried);
    if (!good) show(arena, &t.problem);
    return good;
}

/* `count` problems, whether or not they are small enough to enumerate. */
static void try_sizes(ChanceSizes sizes, uint64_t seed, int count)
{
    Rand rand = rand_seeded(seed);
    bool good = true;
    for (int k = 0, tried = 0; k < count && good; k++)
        good = try_one(&rand, sizes, &tried);
    EXPECT(good);
}

/* Problems until `count` of them have been enumerated. */
static void try_all(ChanceSizes sizes, uint64_t seed, int count)
{
    Rand rand = rand_seeded(seed);
    bool good = true;
    int tried = 0;
    while (tried < count && good)
        good = try_one(&rand, sizes, &tried);
    EXPECT(good);
    printf("%d problems equal to trying everything\n", tried);
}

FACT(tiny_problems_are_solved_as_well_as_by_trying_everything)
{
    try_all((ChanceSizes){4, 3, 4, 2, false}, 1,
            harness_trials(TRIALS * 6 / 10));
}

FACT(tiny_tight_problems_are_judged_as_by_trying_everything)
{
    try_all((ChanceSizes){4, 3, 4, 2, true}, 2,
            harness_trials(TRIALS * 3 / 10));
}

FACT(tiny_problems_without_posts_over_more_days)
{
    try_all((ChanceSizes){6, 3, 4, 0, false}, 3, harness_trials(TRIALS / 10));
}

FACT(larger_random_problems_carry_their_proof)
{
    try_sizes((ChanceSizes){20, 6, 40, 4, false}, 4, harness_trials(300));
    try_sizes((ChanceSizes){20, 6, 40, 4, true}, 5, harness_trials(300));
    try_sizes((ChanceSizes){63, 12, 120, 6, false}, 6, harness_trials(20));
}

FACT(large_classes_move_many_seats_at_once)
{
    try_sizes((ChanceSizes){6, 2, 60, 2, true}, 7, harness_trials(1500));
    try_sizes((ChanceSizes){6, 2, 60, 2, false}, 8, harness_trials(1500));
}

/* ---- the same in other words ---- */

FACT(classes_and_people_one_by_one_are_worth_the_same)
{
    Rand rand = rand_seeded(11);
    for (int k = 0; k < harness_trials(500); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t =
            chance_draft(arena, &rand, (ChanceSizes){12, 4, 30, 3, k % 2 == 0});
        Answer a = solved(arena, &t.problem);
        Answer b = solved_as(arena, &t.problem, true);
        if (!EXPECT(same_worth(&a, &b))) return;
        if (!EXPECT(stands(arena, &t.problem, &b))) return;
    }
}

FACT(the_order_of_rows_changes_nothing_of_worth)
{
    Rand rand = rand_seeded(12);
    for (int k = 0; k < harness_trials(500); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t =
            chance_draft(arena, &rand, (ChanceSizes){12, 4, 30, 3, false});
        Draft u = draft_shuffled(arena, &rand, &t.problem);
        u.problem.seed = t.problem.seed + 1;
        Answer a = solved(arena, &t.problem), b = solved(arena, &u.problem);
        if (!EXPECT(same_worth(&a, &b))) return;
    }
}

/* Raise one cap by one. */
static bool relaxed_is_no_worse(Arena *arena, Rand *rand, const Draft *t)
{
    Draft u = draft_copy(arena, &t->problem);
    uint32_t n = rand_below(rand, u.problem.node_count);
    uint32_t d = rand_below(rand, u.problem.day_count);
    if (u.most[n][d] < PROBLEM_FREE) u.most[n][d]++;
    Answer a = solved(arena, &t->problem), b = solved(arena, &u.problem);
    if (!is_solved(&a)) return true;
    return EXPECT(is_solved(&b)) &&
           EXPECT(b.presence > a.presence ||
                  (b.presence == a.presence && b.fairness <= a.fairness));
}

FACT(a_higher_cap_is_never_worse)
{
    Rand rand = rand_seeded(13);
    for (int k = 0; k < harness_trials(500); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = chance_draft(arena, &rand, (ChanceSizes){8, 4, 20, 2, true});
        if (!relaxed_is_no_worse(arena, &rand, &t)) return;
    }
}

FACT(the_same_problem_gives_the_same_bytes)
{
    Rand rand = rand_seeded(14);
    for (int k = 0; k < 100; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t =
            chance_draft(arena, &rand, (ChanceSizes){12, 4, 30, 3, false});
        Answer a = solved(arena, &t.problem), b = solved(arena, &t.problem);
        EXPECT(same_worth(&a, &b));
        if (!is_solved(&a)) continue;
        EXPECT(memcmp(a.office, b.office,
                      t.problem.row_count * sizeof a.office[0]) == 0);
        EXPECT_INT((int64_t)a.duty_count, (int64_t)b.duty_count);
        for (size_t n = 0; n < a.duty_count; n++)
            EXPECT(a.duties[n].row == b.duties[n].row &&
                   a.duties[n].day == b.duties[n].day &&
                   a.duties[n].post == b.duties[n].post);
        for (size_t v = 0; v < a.certificate.vertex_count; v++)
            EXPECT(a.certificate.labels[v].fairness ==
                       b.certificate.labels[v].fairness &&
                   a.certificate.labels[v].presence ==
                       b.certificate.labels[v].presence);
    }
}

/* ---- structure ---- */

static uint64_t window_of(uint32_t first, uint32_t last)
{
    return (UINT64_MAX >> (63 - last)) & (UINT64_MAX << first);
}

/* One class of `size` under a cap that changes from day to day. */
static Draft even_class(Arena *arena, Rand *rand, uint32_t size)
{
    Draft t = draft_of(arena, 20, 1, size, 1);
    for (uint32_t d = 0; d < 20; d++) {
        t.most[0][d] = (int32_t)rand_below(rand, size + 1);
        t.need[0][d] = t.most[0][d] / 2;
    }
    for (uint32_t i = 0; i < size; i++) {
        t.rows[i].may = (UINT64_C(1) << 20) - 1;
        t.qualified[0][i] = i;
    }
    t.posts[0].row_count = size;
    t.problem.seed = rand_next(rand);
    return t;
}

FACT(members_of_a_class_differ_by_at_most_one_in_any_window)
{
    Rand rand = rand_seeded(21);
    for (int k = 0; k < harness_trials(60); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        uint32_t size = 2 + rand_below(&rand, 40);
        Draft t = even_class(arena, &rand, size);
        Answer a = solved(arena, &t.problem);
        if (!EXPECT(is_solved(&a))) return;
        for (uint32_t first = 0; first < 20; first++) {
            for (uint32_t last = first; last < 20; last++) {
                int least = 64, most = 0;
                for (uint32_t i = 0; i < size; i++) {
                    int n = __builtin_popcountll(a.office[i] &
                                                 window_of(first, last));
                    least = n < least ? n : least;
                    most = n > most ? n : most;
                }
                if (!EXPECT(most - least <= 1)) return;
            }
        }
    }
}

FACT(post_duties_of_a_class_are_shared_out)
{
    Rand rand = rand_seeded(22);
    for (int k = 0; k < harness_trials(60); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        uint32_t size = 2 + rand_below(&rand, 30);
        Draft t = even_class(arena, &rand, size);
        Answer a = solved(arena, &t.problem);
        int served[32] = {0}, least = 1 << 20, most = 0;
        for (size_t n = 0; n < a.duty_count; n++)
            served[a.duties[n].row]++;
        for (uint32_t i = 0; i < size; i++) {
            least = served[i] < least ? served[i] : least;
            most = served[i] > most ? served[i] : most;
        }
        if (!EXPECT(most - least <= 2)) return;
    }
}

FACT(another_seed_lets_others_begin)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 1, 1, 10, 0);
    uint64_t begun = 0;
    t.most[0][0] = 1;
    for (uint32_t i = 0; i < 10; i++)
        t.rows[i].may = 1;
    for (uint64_t seed = 0; seed < 40; seed++) {
        t.problem.seed = seed;
        Answer a = solved(arena, &t.problem);
        for (uint32_t i = 0; i < 10; i++)
            begun |= a.office[i] << i;
    }
    EXPECT(__builtin_popcountll(begun) >= 5);
}

FACT(floors_of_shares_are_exact)
{
    static const int32_t shares[] = {2500, 3333, 5000, 7500};
    for (uint32_t size = 2; size <= 400; size += 7) {
        for (size_t k = 0; k < COUNT(shares); k++) {
            AUTO(arena_done) Arena *arena = arena_open(1 << 16);
            Draft t = draft_of(arena, 2, 1, size, 0);
            int32_t cap = (int32_t)size * shares[k] / 10000;
            t.most[0][0] = t.most[0][1] = cap;
            for (uint32_t i = 0; i < size; i++)
                t.rows[i].may = 3;
            Answer a = solved(arena, &t.problem);
            EXPECT_INT(a.presence, 2 * (int64_t)cap);
        }
    }
}

/* ---- awkward shapes ---- */

static uint64_t days_of(uint32_t count)
{
    return count == 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

FACT(heads_alone_fill_or_break_the_cap)
{
    for (int32_t cap = 2; cap <= 4; cap++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = draft_of(arena, 5, 1, 3, 0);
        for (uint32_t d = 0; d < 5; d++)
            t.most[0][d] = cap;
        for (uint32_t i = 0; i < 3; i++)
            t.rows[i].must = days_of(5);
        Answer a = solved(arena, &t.problem);
        ROW("cap %d", cap);
        EXPECT(is_solved(&a) == (cap >= 3));
        EXPECT(stands(arena, &t.problem, &a));
    }
}

FACT(a_unit_of_one_a_cap_of_none_a_closed_month_no_rows_no_days)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft one = draft_of(arena, 20, 1, 1, 0);
    one.rows[0].may = days_of(20);
    Answer a = solved(arena, &one.problem);
    EXPECT_INT(a.presence, 20);
    EXPECT_INT(a.fairness, 400);
    for (uint32_t d = 0; d < 20; d++)
        one.most[0][d] = 0;
    a = solved(arena, &one.problem);
    EXPECT(stands(arena, &one.problem, &a));
    EXPECT_INT(a.presence, 0);
    one.rows[0].may = 0;
    a = solved(arena, &one.problem);
    EXPECT(stands(arena, &one.problem, &a));
    Draft none = draft_of(arena, 0, 0, 0, 0);
    a = solved(arena, &none.problem);
    EXPECT(is_solved(&a));
    Draft dayless = draft_of(arena, 0, 2, 3, 1);
    a = solved(arena, &dayless.problem);
    EXPECT(is_solved(&a) && stands(arena, &dayless.problem, &a));
}

FACT(sixty_four_days_fit_and_the_last_one_counts)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 64, 1, 4, 1);
    for (uint32_t i = 0; i < 4; i++) {
        t.rows[i].may = UINT64_MAX;
        t.bounds[i][0] = (RowBound){UINT64_MAX, 0, 40, 3};
        t.bounds[i][1] = (RowBound){UINT64_C(1) << 63, 1, 1, 3};
        t.rows[i].bound_count = 2;
        t.qualified[0][i] = i;
    }
    t.posts[0].row_count = 4;
    t.need[0][63] = 3;
    Answer a = solved(arena, &t.problem);
    EXPECT(stands(arena, &t.problem, &a));
    EXPECT_INT(a.presence, 160);
    EXPECT_INT((int64_t)a.duty_count, 3);
}

FACT(five_thousand_people_with_leave_of_their_own)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Rand rand = rand_seeded(31);
    Draft t = draft_of(arena, 40, 1, 5000, 0);
    for (uint32_t d = 0; d < 40; d++)
        t.most[0][d] = 2500;
    for (uint32_t i = 0; i < 5000; i++)
        t.rows[i].may = days_of(40) & ~(rand_next(&rand) & rand_next(&rand) &
                                        rand_next(&rand));
    Answer a = solved(arena, &t.problem);
    EXPECT_INT(a.presence, 100000);
    EXPECT(stands(arena, &t.problem, &a));
}

FACT(two_posts_with_the_same_staff_share_it)
{
    for (uint32_t staff = 3; staff <= 5; staff++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = draft_of(arena, 3, 1, 6, 2);
        for (uint32_t i = 0; i < 6; i++)
            t.rows[i].may = 7;
        for (uint32_t k = 0; k < 2; k++) {
            t.posts[k].row_count = staff;
            for (uint32_t i = 0; i < staff; i++)
                t.qualified[k][i] = i;
            for (uint32_t d = 0; d < 3; d++)
                t.need[k][d] = 2;
        }
        Answer a = solved(arena, &t.problem);
        ROW("%u qualified", staff);
        EXPECT(is_solved(&a) == (staff >= 4));
        EXPECT(stands(arena, &t.problem, &a));
    }
}

FACT(offsets_at_the_limit_are_added_up_or_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 2, 1, 3, 0);
    Answer a = {0};
    Err err = {0};
    for (uint32_t i = 0; i < 3; i++)
        t.rows[i].may = 3;
    t.rows[0].offset = 1000000000;
    a = solved(arena, &t.problem);
    EXPECT(stands(arena, &t.problem, &a));
    for (uint32_t i = 0; i < 3; i++)
        t.rows[i].offset = INT32_MAX;
    EXPECT(!roster_solve(arena, &t.problem, (RosterOptions){0}, &a, &err));
    EXPECT(err.kind == ERR_LIMIT);
}

static const struct {
    uint64_t first, second;
    const char *why; /* or NULL */
} windows[] = {
    {15, 3,  NULL                 },
    {3,  12, NULL                 },
    {7,  7,  NULL                 },
    {7,  14, "overlap without one"},
    {3,  15, "overlap without one"},
};

FACT(windows_are_nested_or_refused)
{
    for (size_t k = 0; k < COUNT(windows); k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = draft_of(arena, 4, 1, 1, 0);
        Answer a = {0};
        Err err = {0};
        t.rows[0].may = 15;
        t.rows[0].bound_count = 2;
        t.bounds[0][0] = (RowBound){windows[k].first, 0, 2, 5};
        t.bounds[0][1] = (RowBound){windows[k].second, 0, 1, 6};
        bool ok = roster_solve(arena, &t.problem, (RosterOptions){0}, &a, &err);
        ROW("%d %d", (int)windows[k].first, (int)windows[k].second);
        EXPECT(ok == (windows[k].why == NULL));
        if (!ok) EXPECT_HAS(err.text, windows[k].why);
    }
}

static void count_calls(void *context, uint64_t done, uint64_t all)
{
    uint64_t *last = context;
    EXPECT(done >= *last && done <= all);
    *last = done;
}

FACT(progress_ends_with_all_rows)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 2, 3, 9, 0);
    uint64_t last = 0;
    Answer a = {0};
    Err err = {0};
    for (uint32_t i = 0; i < 9; i++)
        t.rows[i].node = i % 3;
    RosterOptions options = {.progress = count_calls, .context = &last};
    EXPECT(roster_solve(arena, &t.problem, options, &a, &err));
    EXPECT_INT((int64_t)last, 9);
}
