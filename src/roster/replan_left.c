/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_net.h"

#include <string.h>

static int32_t day_count(uint64_t days)
{
    return __builtin_popcountll(days);
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* A window that history has begun, as change.h says. */
static RowBound bound_left(const RowBound *b, const ProblemRow *row,
                           uint64_t before, uint64_t frozen)
{
    RowBound left = *b;
    left.days &= ~frozen;
    if (left.days == b->days) return left;
    int32_t past = day_count(before & frozen & b->days);
    int32_t can = day_count((row->must | row->may) & left.days);
    int32_t must = day_count(row->must & left.days);
    left.least = smaller(can, larger(0, b->least - past));
    if (b->most != PROBLEM_FREE) left.most = larger(must, b->most - past);
    return left;
}

static void take_rows(Arena *arena, const PlanChange *c, Problem *left)
{
    ProblemRow *rows = NEW(arena, ProblemRow, left->row_count + 1);
    for (uint32_t i = 0; i < left->row_count; i++) {
        const ProblemRow *row = &c->problem->rows[i];
        RowBound *bounds = NEW(arena, RowBound, row->bound_count + 1);
        rows[i] = *row;
        rows[i].must &= ~c->frozen;
        rows[i].may &= ~c->frozen;
        rows[i].offset += day_count(c->before[i] & c->frozen);
        for (uint32_t b = 0; b < row->bound_count; b++)
            bounds[b] =
                bound_left(&row->bounds[b], row, c->before[i], c->frozen);
        rows[i].bounds = bounds;
    }
    left->rows = rows;
}

/* A copy in which frozen days have `value`. */
static const int32_t *numbers_left(Arena *arena, const PlanChange *c,
                                   const int32_t *at, int32_t value)
{
    uint32_t days = c->problem->day_count;
    int32_t *out = NEW(arena, int32_t, days + 1);
    for (uint32_t d = 0; d < days; d++)
        out[d] = (c->frozen >> d & 1) != 0 ? value : at[d];
    return out;
}

static void take_nodes(Arena *arena, const PlanChange *c, Problem *left)
{
    ProblemNode *nodes = NEW(arena, ProblemNode, left->node_count + 1);
    for (uint32_t n = 0; n < left->node_count; n++) {
        nodes[n] = c->problem->nodes[n];
        nodes[n].least = numbers_left(arena, c, nodes[n].least, 0);
        nodes[n].most = numbers_left(arena, c, nodes[n].most, PROBLEM_FREE);
    }
    left->nodes = nodes;
}

static void take_posts(Arena *arena, const PlanChange *c, Problem *left)
{
    ProblemPost *posts = NEW(arena, ProblemPost, left->post_count + 1);
    for (uint32_t q = 0; q < left->post_count; q++) {
        posts[q] = c->problem->posts[q];
        posts[q].need = numbers_left(arena, c, posts[q].need, 0);
    }
    left->posts = posts;
}

Problem replan_left(Arena *arena, const PlanChange *change)
{
    Problem left = *change->problem;
    if (change->frozen == 0) return left;
    take_rows(arena, change, &left);
    take_nodes(arena, change, &left);
    take_posts(arena, change, &left);
    return left;
}
