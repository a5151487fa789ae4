/* SPDX-License-Identifier: Apache-2.0 */
#include "chance.h"

#include <string.h>

Draft draft_of(Arena *a, uint32_t days, uint32_t nodes, uint32_t rows,
               uint32_t posts)
{
    Draft t = {.nodes = NEW(a, ProblemNode, nodes),
               .rows = NEW(a, ProblemRow, rows),
               .posts = NEW(a, ProblemPost, posts),
               .least = NEW(a, int32_t *, nodes),
               .most = NEW(a, int32_t *, nodes),
               .need = NEW(a, int32_t *, posts),
               .qualified = NEW(a, uint32_t *, posts),
               .bounds = NEW(a, RowBound *, rows)};
    Date *dates = NEW(a, Date, days);
    BoundWhy *why = NEW(a, BoundWhy, days);
    for (uint32_t d = 0; d < days; d++) {
        dates[d] = (Date){18000 + (int32_t)d};
        why[d] = (BoundWhy){.clause = 1};
    }
    for (uint32_t n = 0; n < nodes; n++) {
        t.least[n] = NEW(a, int32_t, days);
        t.most[n] = NEW(a, int32_t, days);
        for (uint32_t d = 0; d < days; d++)
            t.most[n][d] = PROBLEM_FREE;
        t.nodes[n] =
            (ProblemNode){NO_INDEX, {n}, t.least[n], t.most[n], why, NULL};
    }
    for (uint32_t i = 0; i < rows; i++) {
        t.bounds[i] = NEW(a, RowBound, 2 * PROBLEM_DAYS);
        t.rows[i] = (ProblemRow){.person = {i}, .bounds = t.bounds[i]};
    }
    for (uint32_t k = 0; k < posts; k++) {
        t.need[k] = NEW(a, int32_t, days);
        t.qualified[k] = NEW(a, uint32_t, rows);
        t.posts[k] = (ProblemPost){{k}, 0, t.need[k], t.qualified[k], 0};
    }
    t.problem =
        (Problem){dates, days, t.nodes, nodes, t.rows, rows, t.posts, posts, 7};
    return t;
}

Draft draft_copy(Arena *a, const Problem *p)
{
    Draft t =
        draft_of(a, p->day_count, p->node_count, p->row_count, p->post_count);
    size_t days = p->day_count * sizeof(int32_t);
    for (uint32_t n = 0; n < p->node_count; n++) {
        t.nodes[n].parent = p->nodes[n].parent;
        memcpy(t.least[n], p->nodes[n].least, days);
        memcpy(t.most[n], p->nodes[n].most, days);
    }
    for (uint32_t i = 0; i < p->row_count; i++) {
        t.rows[i] = p->rows[i];
        t.rows[i].bounds = t.bounds[i];
        for (uint32_t b = 0; b < p->rows[i].bound_count; b++)
            t.bounds[i][b] = p->rows[i].bounds[b];
    }
    for (uint32_t k = 0; k < p->post_count; k++) {
        t.posts[k].node = p->posts[k].node;
        t.posts[k].row_count = p->posts[k].row_count;
        memcpy(t.need[k], p->posts[k].need, days);
        for (uint32_t r = 0; r < p->posts[k].row_count; r++)
            t.qualified[k][r] = p->posts[k].rows[r];
    }
    t.problem.seed = p->seed;
    return t;
}

static void shuffle(Rand *rand, uint32_t *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        at[i] = i;
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = rand_below(rand, i), keep = at[i - 1];
        at[i - 1] = at[j];
        at[j] = keep;
    }
}

Draft draft_shuffled(Arena *a, Rand *rand, const Problem *p)
{
    Draft t = draft_copy(a, p);
    uint32_t *from = NEW(a, uint32_t, p->row_count);
    bool *in = NEW(a, bool, p->row_count);
    shuffle(rand, from, p->row_count);
    for (uint32_t i = 0; i < p->row_count; i++)
        t.rows[i] = p->rows[from[i]];
    for (uint32_t k = 0; k < p->post_count; k++) {
        uint32_t count = 0;
        memset(in, 0, p->row_count * sizeof *in);
        for (uint32_t r = 0; r < p->posts[k].row_count; r++)
            in[p->posts[k].rows[r]] = true;
        for (uint32_t i = 0; i < p->row_count; i++) {
            if (in[from[i]]) t.qualified[k][count++] = i;
        }
    }
    return t;
}

/* ---- at random ---- */

static int32_t upto(Rand *rand, uint32_t most)
{
    return (int32_t)rand_below(rand, most + 1);
}

static void draw_nodes(Draft *t, Rand *rand, bool tight)
{
    uint32_t rows = t->problem.row_count;
    for (uint32_t n = 0; n < t->problem.node_count; n++) {
        bool root = n == 0 || rand_chance(rand, 300);
        t->nodes[n].parent = root ? NO_INDEX : rand_below(rand, n);
        bool capped = rand_chance(rand, 800);
        bool floored = rand_chance(rand, tight ? 300 : 150);
        for (uint32_t d = 0; d < t->problem.day_count; d++) {
            if (capped) t->most[n][d] = upto(rand, rows + (tight ? 0 : 1));
            if (floored && rand_chance(rand, 300))
                t->least[n][d] = 1 + upto(rand, rows / 10);
            if (t->least[n][d] > t->most[n][d]) t->least[n][d] = 0;
        }
    }
}

/* All days, then parts of them, then perhaps a part of a part. */
static void draw_bounds(Draft *t, Rand *rand, uint32_t i, bool tight)
{
    uint32_t days = t->problem.day_count, count = 0;
    uint64_t all = (UINT64_C(1) << days) - 1, part = rand_next(rand) & all;
    const uint64_t windows[] = {all, part, all & ~part, part & rand_next(rand)};
    for (size_t k = 0; k < COUNT(windows); k++) {
        if (!rand_chance(rand, tight ? 500 : 250)) continue;
        RowBound b = {.days = windows[k], .most = PROBLEM_FREE, .clause = 2};
        if (rand_chance(rand, 500)) b.most = upto(rand, days);
        b.least = upto(rand, tight ? 2 : 1);
        if (b.least > b.most) b.least = b.most;
        t->bounds[i][count++] = b;
    }
    t->rows[i].bound_count = count;
}

/* Now and then like the row before, so that there are classes. */
static void draw_rows(Draft *t, Rand *rand, bool tight)
{
    uint64_t all = (UINT64_C(1) << t->problem.day_count) - 1;
    uint32_t twin = rand_chance(rand, 500) ? 500 : 930;
    for (uint32_t i = 0; i < t->problem.row_count; i++) {
        ProblemRow *row = &t->rows[i];
        if (i > 0 && rand_chance(rand, twin)) {
            *row = t->rows[i - 1];
            row->person = (PersonId){i};
            row->bounds = t->bounds[i];
            for (uint32_t b = 0; b < row->bound_count; b++)
                t->bounds[i][b] = t->bounds[i - 1][b];
            continue;
        }
        row->node = rand_below(rand, t->problem.node_count);
        row->may = (rand_next(rand) | rand_next(rand)) & all;
        row->must = rand_next(rand) & rand_next(rand) & rand_next(rand) &
                    rand_next(rand) & all;
        row->may &= ~row->must;
        row->offset = rand_chance(rand, 300) ? upto(rand, 3) : 0;
        draw_bounds(t, rand, i, tight);
    }
}

static void draw_posts(Draft *t, Rand *rand)
{
    uint32_t most = t->problem.row_count / 10;
    for (uint32_t k = 0; k < t->problem.post_count; k++) {
        ProblemPost *post = &t->posts[k];
        bool twin = k > 0 && rand_chance(rand, 300);
        post->node = rand_below(rand, t->problem.node_count);
        for (uint32_t i = 0; i < t->problem.row_count; i++) {
            bool alike = i > 0 && post->row_count > 0 &&
                         t->qualified[k][post->row_count - 1] == i - 1;
            if (rand_chance(rand, alike ? 800 : 400))
                t->qualified[k][post->row_count++] = i;
        }
        for (uint32_t d = 0; d < t->problem.day_count; d++)
            t->need[k][d] = rand_chance(rand, 250) ? 1 + upto(rand, most) : 0;
        if (!twin) continue;
        post->row_count = t->posts[k - 1].row_count;
        memcpy(t->qualified[k], t->qualified[k - 1],
               post->row_count * sizeof(uint32_t));
    }
}

Draft chance_draft(Arena *arena, Rand *rand, ChanceSizes sizes)
{
    Draft t =
        draft_of(arena, 1 + rand_below(rand, sizes.days),
                 1 + rand_below(rand, sizes.nodes),
                 rand_chance(rand, 20) ? 0 : 1 + rand_below(rand, sizes.rows),
                 rand_below(rand, sizes.posts + 1));
    draw_nodes(&t, rand, sizes.tight);
    draw_rows(&t, rand, sizes.tight);
    draw_posts(&t, rand);
    t.problem.seed = rand_next(rand);
    return t;
}
