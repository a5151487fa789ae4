/* SPDX-License-Identifier: Apache-2.0 */
#include "residual.h"

typedef struct {
    Residual net;
    size_t room;
} Builder;

static void put(Builder *b, ResidualArc arc)
{
    CHECK(b->net.arc_count < b->room);
    b->net.arcs[b->net.arc_count++] = arc;
}

static int64_t high_of(int32_t most)
{
    return most == PROBLEM_FREE ? ARC_FREE : most;
}

static bool has_day(uint64_t days, uint32_t day)
{
    return (days >> day & 1) != 0;
}

static bool is_qualified(const ProblemPost *post, uint32_t row)
{
    for (uint32_t k = 0; k < post->row_count; k++) {
        if (post->rows[k] == row) return true;
    }
    return false;
}

static size_t first_bound(const Residual *net, uint32_t row)
{
    size_t vertex = net->at.bounds;
    for (uint32_t i = 0; i < row; i++)
        vertex += net->problem->rows[i].bound_count;
    return vertex;
}

/* The last of the row's first `count` bounds that has all the days; the row
 * itself if there is none. */
static size_t stem_of(const Residual *net, uint32_t row, uint32_t count,
                      uint64_t days)
{
    const ProblemRow *r = &net->problem->rows[row];

    for (uint32_t k = count; k-- > 0;) {
        if ((days & ~r->bounds[k].days) == 0) return first_bound(net, row) + k;
    }
    return net->at.rows + row;
}

static void put_seat(Builder *b, uint32_t i, uint32_t d)
{
    const Problem *p = b->net.problem;
    const ProblemRow *row = &p->rows[i];
    size_t days = p->day_count;
    size_t seat = b->net.seats + i * days + d;
    ResidualArc arc = {.tail = seat, .row = i, .day = d, .high = 1};

    if (!has_day(row->must | row->may, d)) return;
    for (uint32_t q = 0; q < p->post_count; q++) {
        if (!is_qualified(&p->posts[q], i)) continue;
        arc.kind = ARC_SEAT_POST;
        arc.head = b->net.at.posts + q * days + d;
        arc.post = q;
        put(b, arc);
    }
    arc.kind = ARC_SEAT_NODE;
    arc.head = b->net.at.nodes + row->node * days + d;
    put(b, arc);
}

static void put_posts_and_nodes(Builder *b)
{
    const Problem *p = b->net.problem;
    size_t days = p->day_count;
    const VertexMap *at = &b->net.at;

    for (uint32_t q = 0; q < p->post_count; q++) {
        for (uint32_t d = 0; d < days; d++)
            put(b,
                (ResidualArc){.kind = ARC_POST_NODE,
                              .tail = at->posts + q * days + d,
                              .head = at->nodes + p->posts[q].node * days + d,
                              .low = p->posts[q].need[d],
                              .high = ARC_FREE});
    }
    for (uint32_t n = p->node_count; n-- > 0;) {
        const ProblemNode *node = &p->nodes[n];
        for (uint32_t d = 0; d < days; d++)
            put(b,
                (ResidualArc){.kind = ARC_NODE_UP,
                              .tail = at->nodes + n * days + d,
                              .head = node->parent == NO_INDEX
                                          ? at->sink
                                          : at->nodes + node->parent * days + d,
                              .low = node->least[d],
                              .high = high_of(node->most[d])});
    }
    put(b, (ResidualArc){.kind = ARC_SINK_SOURCE,
                         .tail = at->sink,
                         .head = at->source,
                         .high = ARC_FREE});
}

static void put_row(Builder *b, uint32_t i)
{
    const ProblemRow *row = &b->net.problem->rows[i];
    size_t days = b->net.problem->day_count;

    for (uint32_t d = 0; d < days; d++) {
        if (!has_day(row->must | row->may, d)) continue;
        uint64_t day = UINT64_C(1) << d;
        put(b, (ResidualArc){.kind = ARC_STEM_SEAT,
                             .tail = stem_of(&b->net, i, row->bound_count, day),
                             .head = b->net.seats + i * days + d,
                             .row = i,
                             .day = d,
                             .low = has_day(row->must, d),
                             .high = 1});
    }
    for (uint32_t k = row->bound_count; k-- > 0;)
        put(b,
            (ResidualArc){.kind = ARC_STEM_BOUND,
                          .tail = stem_of(&b->net, i, k, row->bounds[k].days),
                          .head = first_bound(&b->net, i) + k,
                          .low = row->bounds[k].least,
                          .high = high_of(row->bounds[k].most)});
    put(b, (ResidualArc){.kind = ARC_SOURCE_ROW,
                         .tail = b->net.at.source,
                         .head = b->net.at.rows + i,
                         .row = i,
                         .high = ARC_FREE,
                         .base = row->offset});
}

Residual residual_of(Arena *arena, const Problem *problem)
{
    Builder b = {
        .net = {.problem = problem, .at = vertex_map(problem)}
    };
    size_t seats = (size_t)problem->row_count * problem->day_count;

    b.net.seats = b.net.at.count;
    b.net.vertex_count = b.net.at.count + seats;
    b.room = b.net.at.count + seats * (problem->post_count + 2);
    b.net.arcs = NEW(arena, ResidualArc, b.room);

    for (uint32_t i = 0; i < problem->row_count; i++) {
        for (uint32_t d = 0; d < problem->day_count; d++)
            put_seat(&b, i, d);
    }
    put_posts_and_nodes(&b);
    for (uint32_t i = 0; i < problem->row_count; i++)
        put_row(&b, i);
    return b.net;
}

/* ---- the flow of an answer --------------------------------------------- */

static bool answer_has_arcs(const Residual *net, const Answer *answer)
{
    const Problem *p = net->problem;

    for (uint32_t i = 0; i < p->row_count; i++) {
        if ((answer->office[i] & ~(p->rows[i].must | p->rows[i].may)) != 0)
            return false;
    }
    for (size_t k = 0; k < answer->duty_count; k++) {
        const PostDuty *d = &answer->duties[k];
        if (d->row >= p->row_count || d->day >= p->day_count ||
            d->post >= p->post_count ||
            !is_qualified(&p->posts[d->post], d->row))
            return false;
        if (!has_day(p->rows[d->row].must | p->rows[d->row].may, d->day))
            return false;
        if (k > 0 && (d[-1].row > d->row ||
                      (d[-1].row == d->row && d[-1].day >= d->day)))
            return false;
    }
    return true;
}

static int64_t duties_on(const Answer *answer, const ResidualArc *arc,
                         bool any_post)
{
    int64_t count = 0;
    for (size_t k = 0; k < answer->duty_count; k++) {
        const PostDuty *d = &answer->duties[k];
        count += d->row == arc->row && d->day == arc->day &&
                 (any_post || d->post == arc->post);
    }
    return count;
}

/* Of the arcs before this one: what enters or leaves the vertex. */
static int64_t sum_before(const Residual *net, size_t arc, size_t vertex,
                          bool entering)
{
    int64_t sum = 0;
    for (size_t a = 0; a < arc; a++) {
        size_t end = entering ? net->arcs[a].head : net->arcs[a].tail;
        if (end == vertex) sum += net->arcs[a].flow;
    }
    return sum;
}

static int64_t flow_on(const Residual *net, const Answer *answer, size_t a)
{
    const ResidualArc *arc = &net->arcs[a];
    switch (arc->kind) {
    case ARC_SEAT_POST: return duties_on(answer, arc, false);
    case ARC_SEAT_NODE:
        return has_day(answer->office[arc->row], arc->day) -
               duties_on(answer, arc, true);
    case ARC_STEM_SEAT: return has_day(answer->office[arc->row], arc->day);
    case ARC_POST_NODE:
    case ARC_NODE_UP:
    case ARC_SINK_SOURCE: return sum_before(net, a, arc->tail, true);
    case ARC_STEM_BOUND:
    case ARC_SOURCE_ROW: return sum_before(net, a, arc->head, false);
    }
    CHECK(false);
}

bool residual_load(Residual *net, const Answer *answer)
{
    if (!answer_has_arcs(net, answer)) return false;
    for (size_t a = 0; a < net->arc_count; a++)
        net->arcs[a].flow = flow_on(net, answer, a);
    return true;
}

bool residual_is_feasible(const Residual *net, Arena *scratch)
{
    int64_t *balance = NEW(scratch, int64_t, net->vertex_count);

    for (size_t a = 0; a < net->arc_count; a++) {
        const ResidualArc *arc = &net->arcs[a];
        if (arc->flow < arc->low || arc->flow > arc->high) return false;
        balance[arc->tail] -= arc->flow;
        balance[arc->head] += arc->flow;
    }
    for (size_t v = 0; v < net->vertex_count; v++) {
        if (balance[v] != 0) return false;
    }
    return true;
}
