/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/flow.h"

#include "roster/heap.h"

/*
 * All arcs are free of cost but those from S to the classes, where seats cost
 * more and more.  So a cycle through S lowers the cost exactly when it takes
 * a seat from a class at level l and gives one to a class below l - 1, and
 * whether that can be done is a question of reach alone: no distances, no
 * potentials on the way.
 *
 *  feasible  For an arc u -> v below its lower bound, send flow from v to u.
 *            If there is no way, what v reaches is a cut that Hoffman's
 *            theorem forbids: all its leaving arcs are full, all entering
 *            ones at or below their least, one below.
 *  highest   Successive shortest paths from S to T (Ahuja, Magnanti, Orlin
 *            1993, 9.7): the shortest is that of the lowest class that
 *            reaches T.  A class that does not never will again.
 *  fairest   Classes by rising level; from each search one that is two or
 *            more higher (Harvey, Ladner, Lovasz, Tamir 2006, on semi-
 *            matchings).  What a vain search has seen is closed: no later
 *            exchange enters it, for all its classes are too low to give.  So
 *            each vertex is closed once, at the lowest level that reaches it,
 *            and that level's price is its label.
 *
 * Complexity: one search for each unit (or whole level of a class) that the
 * greedy start misplaced, and one sweep over the network for all vain ones.
 */

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t path_room(const Net *net, const Search *s)
{
    int64_t room = INT32_MAX;
    for (uint32_t v = s->hit; s->from[v] != NO_VERTEX; v = s->from[v])
        room = smaller(room, net_room(net, s->from[v], v));
    CHECK(room > 0);
    return room;
}

static void path_push(Net *net, const Search *s, int64_t amount)
{
    for (uint32_t v = s->hit; s->from[v] != NO_VERTEX; v = s->from[v])
        net_push(net, s->from[v], v, amount);
    for (uint32_t v = s->hit; v != NO_VERTEX; v = s->from[v]) {
        if (v < net->seat_vertex) continue;
        NetPlace seat = net_place(net, v);
        net_refresh_seat(net, seat.at, seat.day);
    }
}

/* ---- feasible ---- */

/* Raise the flow of the arc u -> v by `want`, over ways from v back to u. */
static bool raise(Net *net, Search *s, uint32_t u, uint32_t v, int64_t want)
{
    s->kind = SEEK_VERTEX;
    s->goal = u;
    while (want > 0) {
        search_reset(s);
        if (!search_from(s, v)) return false;
        int64_t amount = smaller(want, path_room(net, s));
        net_push(net, u, v, amount);
        path_push(net, s, amount);
        want -= amount;
    }
    return true;
}

static bool raise_musts(Net *net, Search *s)
{
    for (uint32_t c = 0; c < net->class_count; c++) {
        const NetClass *class = &net->classes[c];
        for (uint64_t m = class->must & class->up; m != 0; m &= m - 1) {
            uint32_t d = (uint32_t)__builtin_ctzll(m);
            int64_t want = (int64_t) class->size - net->seat[c * net->days + d];
            if (!raise(net, s, net_inner(net, c, d), net_seat(net, c, d), want))
                return false;
        }
    }
    return true;
}

static bool raise_bounds(Net *net, Search *s)
{
    for (uint32_t b = 0; b < net->bound_count; b++) {
        const NetBound *bound = &net->bounds[b];
        if (!raise(net, s, bound->outer, net_bound(net, b),
                   bound->least - bound->flow))
            return false;
    }
    return true;
}

static bool raise_posts(Net *net, Search *s)
{
    for (uint32_t k = 0; k < net->post_count; k++) {
        for (uint32_t d = 0; d < net->days; d++) {
            int64_t want =
                net->posts[k].need[d] - net->post_flow[k * net->days + d];
            if (!raise(net, s, net_post(net, k, d),
                       net_node(net, net->posts[k].node, d), want))
                return false;
        }
    }
    return true;
}

static bool raise_nodes(Net *net, Search *s)
{
    for (uint32_t n = 0; n < net->node_count; n++) {
        const NetNode *node = &net->nodes[n];
        for (uint32_t d = 0; d < net->days; d++) {
            int64_t want = node->least[d] - net->node_flow[n * net->days + d];
            uint32_t head = node->parent == NO_INDEX
                                ? NET_SINK
                                : net_node(net, node->parent, d);
            if (!raise(net, s, net_node(net, n, d), head, want)) return false;
        }
    }
    return true;
}

bool flow_feasible(Net *net, Search *search)
{
    return raise_musts(net, search) && raise_bounds(net, search) &&
           raise_posts(net, search) && raise_nodes(net, search);
}

/* ---- highest, fairest ---- */

/* The lowest class that no vain search has seen. */
static bool next_open(Heap *heap, const Search *s, uint32_t *out)
{
    while (heap->count > 0) {
        uint32_t c = heap_pop(heap);
        if (search_saw_inner(s, net_class(c))) continue;
        *out = c;
        return true;
    }
    return false;
}

void flow_highest(Net *net, Search *search)
{
    Heap heap = heap_of_classes(search->arena, net);
    uint32_t c = 0;
    search_reset(search);
    search->kind = SEEK_SINK;
    while (next_open(&heap, search, &c)) {
        if (!search_from(search, net_class(c))) continue;
        int64_t amount =
            smaller(net_next_room(&net->classes[c]), path_room(net, search));
        net_push(net, NET_SOURCE, net_class(c), amount);
        net_push(net, NET_SINK, NET_SOURCE, amount);
        path_push(net, search, amount);
        heap_put(&heap, net, c);
    }
}

void flow_fairest(Net *net, Search *search)
{
    Heap heap = heap_of_classes(search->arena, net);
    uint32_t c = 0;
    search_reset(search);
    search->kind = SEEK_LEVEL;
    while (next_open(&heap, search, &c)) {
        int64_t level = net_next_level(&net->classes[c]);
        search->level = level + 2;
        search->label = 2 * level + 1;
        if (!search_from(search, net_class(c))) continue;
        uint32_t giver = search->hit - NET_CLASSES;
        int64_t amount = smaller(net_next_room(&net->classes[c]),
                                 net_last_room(&net->classes[giver]));
        amount = smaller(amount, path_room(net, search));
        net_push(net, NET_SOURCE, net_class(c), amount);
        net_push(net, net_class(giver), NET_SOURCE, amount);
        path_push(net, search, amount);
        heap_put(&heap, net, c);
        heap_put(&heap, net, giver);
    }
}
