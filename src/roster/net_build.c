/* SPDX-License-Identifier: Apache-2.0 */
#include "base/rand.h"
#include "roster/net.h"

/*
 * The network of a group made of the problem: vertices numbered, bounds times
 * the size of their class, the words of days before anything flows.
 */

static void count_sizes(const Problem *p, const RowClasses *rows,
                        const Groups *groups, const Group *g, Net *net)
{
    net->days = p->day_count;
    net->class_count = g->class_count;
    net->node_count = g->node_count;
    net->post_count = g->post_count;
    for (uint32_t k = 0; k < g->class_count; k++) {
        uint32_t row = rows->classes[groups->classes[g->class_first + k]].row;
        net->bound_count += p->rows[row].bound_count;
        net->pair_count += rows->post_first[row + 1] - rows->post_first[row];
    }
}

static bool number_vertices(Net *net, Err *err)
{
    uint64_t days = net->days;
    uint64_t bounds = NET_CLASSES + (uint64_t)net->class_count;
    uint64_t posts = bounds + net->bound_count;
    uint64_t nodes = posts + net->post_count * days;
    uint64_t seats = nodes + net->node_count * days;
    uint64_t all = seats + net->class_count * days;
    if (all >= UINT32_MAX / 2)
        return FAIL(err, ERR_LIMIT,
                    "a group of %u rows over %u days is too "
                    "large to solve as one",
                    net->class_count, net->days);
    net->bound_vertex = (uint32_t)bounds;
    net->post_vertex = (uint32_t)posts;
    net->node_vertex = (uint32_t)nodes;
    net->seat_vertex = (uint32_t)seats;
    net->vertex_count = (uint32_t)all;
    return true;
}

static void make_room(Arena *arena, Net *net)
{
    size_t days = net->days;
    net->classes = NEW(arena, NetClass, net->class_count);
    net->bounds = NEW(arena, NetBound, net->bound_count);
    net->posts = NEW(arena, NetPost, net->post_count);
    net->nodes = NEW(arena, NetNode, net->node_count);
    net->pairs = NEW(arena, NetPair, net->pair_count);
    net->by_post = NEW(arena, uint32_t, net->pair_count);
    net->seat = NEW(arena, int32_t, net->class_count * days);
    net->pair_flow = NEW(arena, int32_t, net->pair_count * days);
    net->post_flow = NEW(arena, int32_t, net->post_count * days);
    net->node_flow = NEW(arena, int32_t, net->node_count * days);
}

static uint64_t positive_days(const int32_t *most, uint32_t days)
{
    uint64_t word = 0;
    for (uint32_t d = 0; d < days; d++)
        word |= (uint64_t)(most[d] > 0) << d;
    return word;
}

static void build_nodes(const Problem *p, const Groups *groups, const Group *g,
                        Net *net)
{
    for (uint32_t k = 0; k < g->node_count; k++) {
        const ProblemNode *from = &p->nodes[groups->nodes[g->node_first + k]];
        bool root = from->parent == NO_INDEX;
        net->nodes[k] = (NetNode){
            .least = from->least,
            .most = from->most,
            .up = positive_days(from->most, p->day_count),
            .parent = root ? NO_INDEX : groups->node_at[from->parent],
            .first_child = NO_INDEX,
            .next_sibling = NO_INDEX,
            .first_post = NO_INDEX,
        };
        if (root) continue;
        NetNode *parent = &net->nodes[net->nodes[k].parent];
        net->nodes[k].next_sibling = parent->first_child;
        parent->first_child = k;
    }
}

static void build_posts(const Problem *p, const Groups *groups, const Group *g,
                        Net *net)
{
    for (uint32_t k = 0; k < g->post_count; k++) {
        const ProblemPost *from = &p->posts[groups->posts[g->post_first + k]];
        NetNode *node = &net->nodes[groups->node_at[from->node]];
        net->posts[k] = (NetPost){.need = from->need,
                                  .node = groups->node_at[from->node],
                                  .next_post = node->first_post};
        node->first_post = k;
    }
}

/* A bound of one row times the size of the class.  No row has more seats
 * than there are days, so that larger bounds than that never bind. */
static int64_t times(int32_t bound, uint32_t size)
{
    int64_t one = bound > PROBLEM_DAYS ? PROBLEM_DAYS + 1 : bound;
    return one * size;
}

static void build_bounds(const ProblemRow *row, uint32_t c, uint32_t first,
                         Net *net)
{
    NetClass *class = &net->classes[c];
    uint64_t taken = 0;
    for (uint32_t b = row->bound_count; b-- > 0;) {
        const RowBound *from = &row->bounds[b];
        NetBound *to = &net->bounds[first + b];
        *to = (NetBound){.days = from->days,
                         .own = from->days & ~taken,
                         .least = times(from->least, class->size),
                         .most = times(from->most, class->size),
                         .outer = net_class(c),
                         .class = c};
        taken |= from->days;
        for (uint32_t a = b; a-- > 0;) {
            if ((from->days & ~row->bounds[a].days) != 0) continue;
            to->outer = net_bound(net, first + a);
            break;
        }
    }
    class->own = ~taken;
}

/* Where a post of the problem stands in the group: posts ascend. */
static uint32_t post_at(const Groups *groups, const Group *g, uint32_t post)
{
    uint32_t low = 0, high = g->post_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (groups->posts[g->post_first + middle] <= post)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint32_t seeded_turn(const Problem *p, uint32_t row)
{
    Rand turn = rand_seeded(p->seed ^ p->rows[row].person.index);
    return (uint32_t)(rand_next(&turn) >> 32);
}

static void build_class(const Problem *p, const RowClasses *rows,
                        const Groups *groups, const Group *g, uint32_t c,
                        Net *net)
{
    const RowClass *from = &rows->classes[groups->classes[g->class_first + c]];
    const ProblemRow *row = &p->rows[from->row];
    const NetClass *last = c == 0 ? NULL : &net->classes[c - 1];
    uint32_t first_post = rows->post_first[from->row];
    NetClass *class = &net->classes[c];
    *class = (NetClass){
        .must = row->must,
        .may = row->may,
        .up = row->must | row->may,
        .plain_free = row->must | row->may,
        .offset = row->offset,
        .size = from->size,
        .node = groups->node_at[row->node],
        .bound_first = last == NULL ? 0 : last->bound_first + last->bound_count,
        .bound_count = row->bound_count,
        .pair_first = last == NULL ? 0 : last->pair_first + last->pair_count,
        .pair_count = rows->post_first[from->row + 1] - first_post,
        .turn = seeded_turn(p, from->row),
    };
    build_bounds(row, c, class->bound_first, net);
    for (uint32_t k = 0; k < class->pair_count; k++)
        net->pairs[class->pair_first + k] =
            (NetPair){.class = c,
                      .post = post_at(groups, g, rows->posts[first_post + k]),
                      .free = class->up};
}

static void list_pairs(Net *net)
{
    for (uint32_t q = 0; q < net->pair_count; q++)
        net->posts[net->pairs[q].post].pair_end++;
    for (uint32_t k = 0, at = 0; k < net->post_count; k++) {
        NetPost *post = &net->posts[k];
        post->pair_first = at;
        at += post->pair_end;
        post->pair_end = post->pair_first;
    }
    for (uint32_t q = 0; q < net->pair_count; q++)
        net->by_post[net->posts[net->pairs[q].post].pair_end++] = q;
}

static void list_classes(Net *net)
{
    uint32_t c = 0;
    for (uint32_t n = 0; n < net->node_count; n++) {
        net->nodes[n].class_first = c;
        while (c < net->class_count && net->classes[c].node == n)
            c++;
        net->nodes[n].class_end = c;
    }
    CHECK(c == net->class_count);
}

bool net_build(Arena *arena, const Problem *problem, const RowClasses *rows,
               const Groups *groups, const Group *group, Net *out, Err *err)
{
    Net net = {0};
    count_sizes(problem, rows, groups, group, &net);
    if (!number_vertices(&net, err)) return false;
    make_room(arena, &net);
    build_nodes(problem, groups, group, &net);
    build_posts(problem, groups, group, &net);
    for (uint32_t c = 0; c < net.class_count; c++)
        build_class(problem, rows, groups, group, c, &net);
    list_pairs(&net);
    list_classes(&net);
    *out = net;
    return true;
}
