/* SPDX-License-Identifier: Apache-2.0 */
#include "explicit.h"

#include "base/vec.h"
#include "roster/net.h"

/* The network of roster/net.h with its arcs written out. */
typedef struct {
    Arena *arena;
    const Net *net;
    VEC(PeerArc) arcs;
} Writing;

static void arc(Writing *w, uint32_t tail, uint32_t head, int64_t low,
                int64_t high, int64_t cost)
{
    VEC_PUSH(w->arena, &w->arcs, ((PeerArc){tail, head, low, high, cost}));
}

static void write_seats(Writing *w, uint32_t c)
{
    const Net *net = w->net;
    const NetClass *class = &net->classes[c];
    for (uint64_t m = class->must | class->may; m != 0; m &= m - 1) {
        uint32_t d = (uint32_t)__builtin_ctzll(m);
        uint32_t seat = net_seat(net, c, d);
        bool forced = (class->must >> d & 1) != 0;
        arc(w, net_inner(net, c, d), seat, forced ? class->size : 0,
            class->size, 0);
        arc(w, seat, net_node(net, class->node, d), 0, class->size, 0);
        for (uint32_t k = 0; k < class->pair_count; k++)
            arc(w, seat,
                net_post(net, net->pairs[class->pair_first + k].post, d), 0,
                class->size, 0);
    }
}

static void write_class(Writing *w, uint32_t c)
{
    const Net *net = w->net;
    const NetClass *class = &net->classes[c];
    int days = __builtin_popcountll(class->must | class->may);
    for (int t = 1; t <= days; t++)
        arc(w, NET_SOURCE, net_class(c), 0, class->size,
            2 * (class->offset + t) - 1);
    for (uint32_t k = 0; k < class->bound_count; k++) {
        uint32_t b = class->bound_first + k;
        arc(w, net->bounds[b].outer, net_bound(net, b), net->bounds[b].least,
            net->bounds[b].most, 0);
    }
    write_seats(w, c);
}

static void write_places(Writing *w)
{
    const Net *net = w->net;
    for (uint32_t k = 0; k < net->post_count; k++) {
        for (uint32_t d = 0; d < net->days; d++)
            arc(w, net_post(net, k, d), net_node(net, net->posts[k].node, d),
                net->posts[k].need[d], PEER_FREE, 0);
    }
    for (uint32_t n = 0; n < net->node_count; n++) {
        const NetNode *node = &net->nodes[n];
        for (uint32_t d = 0; d < net->days; d++) {
            int64_t most = node->most[d];
            uint32_t head = node->parent == NO_INDEX
                                ? NET_SINK
                                : net_node(net, node->parent, d);
            arc(w, net_node(net, n, d), head, node->least[d],
                most == PROBLEM_FREE ? PEER_FREE : most, 0);
        }
    }
}

static int64_t weight_of(const Net *net, int64_t *seats)
{
    int64_t weight = 1;
    for (uint32_t c = 0; c < net->class_count; c++) {
        const NetClass *class = &net->classes[c];
        int64_t days = __builtin_popcountll(class->must | class->may);
        int64_t level = class->offset + days;
        weight += level * level * class->size;
        *seats += days * class->size;
    }
    return weight;
}

static PeerNet write_net(Arena *arena, const Net *net)
{
    Writing w = {.arena = arena, .net = net};
    int64_t seats = 0, weight = weight_of(net, &seats);
    for (uint32_t c = 0; c < net->class_count; c++)
        write_class(&w, c);
    write_places(&w);
    arc(&w, NET_SINK, NET_SOURCE, 0, seats, -weight);
    return (PeerNet){w.arcs.at, w.arcs.count, net->vertex_count, weight};
}

Explicit explicit_of(Arena *arena, const Problem *p, bool merged)
{
    RowClasses rows = classes_of(arena, p, !merged);
    Groups groups = groups_of(arena, p, &rows);
    Explicit out = {.nets = NEW(arena, PeerNet, groups.group_count),
                    .net_count = groups.group_count};
    for (uint32_t g = 0; g < groups.group_count; g++) {
        Net net = {0};
        Err err = {0};
        CHECK(
            net_build(arena, p, &rows, &groups, &groups.groups[g], &net, &err));
        out.nets[g] = write_net(arena, &net);
    }
    for (uint32_t i = 0; i < p->row_count; i++)
        out.base += (int64_t)p->rows[i].offset * p->rows[i].offset;
    return out;
}
