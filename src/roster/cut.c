/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/cut.h"

/*
 * Goes over the arcs of plan/problem.h: one that enters X counts with its
 * lower bound, one that leaves it with its upper.
 */
typedef struct {
    Arena *arena;
    const Problem *p;
    const Certificate *c;
    VertexMap map;
    Cut cut;
} Reading;

static void add(Reading *r, CutBound bound)
{
    if (bound.amount > 0 || bound.kind == CLASH_CAP || bound.kind == CLASH_MOST)
        VEC_PUSH(r->arena, &r->cut.bounds, bound);
}

static bool in_seat(const Reading *r, uint32_t row, uint32_t day)
{
    return (r->c->seat_side[row] >> day & 1) != 0;
}

static bool in_node(const Reading *r, uint32_t node, uint32_t day)
{
    if (node == NO_INDEX) return r->c->side[r->map.sink] != 0;
    return r->c->side[r->map.nodes + (size_t)node * r->p->day_count + day] != 0;
}

static void read_node(Reading *r, uint32_t n)
{
    const ProblemNode *node = &r->p->nodes[n];
    for (uint32_t d = 0; d < r->p->day_count; d++) {
        bool from = in_node(r, n, d), to = in_node(r, node->parent, d);
        if (from == to) continue;
        CutBound b = {.at = n, .day = d, .clause = NO_INDEX};
        b.kind = from ? CLASH_CAP : CLASH_FLOOR;
        b.amount = from ? node->most[d] : node->least[d];
        if (from && node->why != NULL) b.clause = node->why[d].clause;
        if (to && node->why_least != NULL) b.clause = node->why_least[d].clause;
        add(r, b);
    }
}

static void read_post(Reading *r, uint32_t k)
{
    const ProblemPost *post = &r->p->posts[k];
    for (uint32_t d = 0; d < r->p->day_count; d++) {
        bool from =
            r->c->side[r->map.posts + (size_t)k * r->p->day_count + d] != 0;
        if (!from && in_node(r, post->node, d))
            add(r, (CutBound){CLASH_NEED, k, NO_INDEX, 0, d, post->need[d]});
        if (from) continue;
        for (uint32_t i = 0; i < post->row_count; i++) {
            const ProblemRow *row = &r->p->rows[post->rows[i]];
            bool there = ((row->must | row->may) >> d & 1) != 0;
            r->cut.person_days += there && in_seat(r, post->rows[i], d);
        }
    }
}

/* The vertex just outside bound b, or outside the seats of a day: the last
 * bound before `end` that holds all of `days`, or else the row. */
static bool in_outer(const Reading *r, uint32_t i, uint32_t end, uint64_t days,
                     size_t bound_at)
{
    const ProblemRow *row = &r->p->rows[i];
    for (uint32_t b = end; b-- > 0;) {
        if ((days & ~row->bounds[b].days) == 0)
            return r->c->side[bound_at + b] != 0;
    }
    return r->c->side[r->map.rows + i] != 0;
}

static void read_seats(Reading *r, uint32_t i, size_t bound_at)
{
    const ProblemRow *row = &r->p->rows[i];
    for (uint64_t m = row->must | row->may; m != 0; m &= m - 1) {
        uint32_t d = (uint32_t)__builtin_ctzll(m);
        uint64_t day = UINT64_C(1) << d;
        bool from = in_outer(r, i, row->bound_count, day, bound_at);
        bool seat = in_seat(r, i, d);
        if (!from && seat && (row->must & day) != 0)
            add(r, (CutBound){CLASH_MUST, i, NO_INDEX, 0, d, 1});
        r->cut.person_days +=
            (from && !seat) + (seat && !in_node(r, row->node, d));
    }
}

static void read_row(Reading *r, uint32_t i, size_t bound_at)
{
    const ProblemRow *row = &r->p->rows[i];
    for (uint32_t b = 0; b < row->bound_count; b++) {
        const RowBound *bound = &row->bounds[b];
        bool from = in_outer(r, i, b, bound->days, bound_at);
        bool to = r->c->side[bound_at + b] != 0;
        if (from == to) continue;
        add(r, (CutBound){to ? CLASH_LEAST : CLASH_MOST, i, bound->clause, b,
                          PROBLEM_DAYS, to ? bound->least : bound->most});
    }
    read_seats(r, i, bound_at);
}

Cut cut_of(Arena *arena, const Problem *problem, const Certificate *clash)
{
    Reading r = {
        .arena = arena, .p = problem, .c = clash, .map = vertex_map(problem)};
    size_t bound_at = r.map.bounds;
    CHECK(clash->kind == ANSWER_CLASH);
    for (uint32_t n = 0; n < problem->node_count; n++)
        read_node(&r, n);
    for (uint32_t k = 0; k < problem->post_count; k++)
        read_post(&r, k);
    for (uint32_t i = 0; i < problem->row_count; i++) {
        read_row(&r, i, bound_at);
        bound_at += problem->rows[i].bound_count;
    }
    return r.cut;
}

uint32_t cut_node(const Problem *problem, const Cut *cut)
{
    CHECK(cut->bounds.count > 0);
    const CutBound *first = &cut->bounds.at[0];
    switch (first->kind) {
    case CLASH_CAP:
    case CLASH_FLOOR: return first->at;
    case CLASH_NEED: return problem->posts[first->at].node;
    case CLASH_LEAST:
    case CLASH_MOST:
    case CLASH_MUST: return problem->rows[first->at].node;
    }
    check_failed("a kind of the list", __FILE__, __LINE__);
}
