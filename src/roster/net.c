/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/net.h"

enum { UNBOUNDED = 1 << 30 }; /* more than any flow through one arc */

/* ---- places ---- */

static NetPlace by_day(const Net *net, NetKind kind, uint32_t index)
{
    return (NetPlace){kind, index / net->days, index % net->days};
}

NetPlace net_place(const Net *net, uint32_t v)
{
    if (v >= net->seat_vertex)
        return by_day(net, AT_SEAT, v - net->seat_vertex);
    if (v >= net->node_vertex)
        return by_day(net, AT_NODE, v - net->node_vertex);
    if (v >= net->post_vertex)
        return by_day(net, AT_POST, v - net->post_vertex);
    if (v >= net->bound_vertex)
        return (NetPlace){AT_BOUND, v - net->bound_vertex, 0};
    if (v >= NET_CLASSES) return (NetPlace){AT_CLASS, v - NET_CLASSES, 0};
    return (NetPlace){v == NET_SOURCE ? AT_SOURCE : AT_SINK, 0, 0};
}

uint32_t net_inner(const Net *net, uint32_t c, uint32_t day)
{
    const NetClass *class = &net->classes[c];
    for (uint32_t b = class->bound_first + class->bound_count;
         b-- > class->bound_first;) {
        if ((net->bounds[b].days >> day & 1) != 0) return net_bound(net, b);
    }
    return net_class(c);
}

/* ---- flows ---- */

static uint32_t pair_of(const Net *net, uint32_t c, uint32_t post)
{
    const NetClass *class = &net->classes[c];
    for (uint32_t q = class->pair_first;; q++) {
        CHECK(q < class->pair_first + class->pair_count);
        if (net->pairs[q].post == post) return q;
    }
}

static int32_t plain_flow(const Net *net, uint32_t c, uint32_t day)
{
    const NetClass *class = &net->classes[c];
    int32_t flow = net->seat[c * net->days + day];
    for (uint32_t k = 0; k < class->pair_count; k++)
        flow -= net->pair_flow[(class->pair_first + k) * net->days + day];
    return flow;
}

static void set_bit(uint64_t *word, uint32_t day, bool on)
{
    uint64_t bit = UINT64_C(1) << day;
    *word = on ? *word | bit : *word & ~bit;
}

void net_refresh_seat(Net *net, uint32_t c, uint32_t day)
{
    NetClass *class = &net->classes[c];
    int32_t size = (int32_t) class->size;
    int32_t seats = net->seat[c * net->days + day];
    int32_t plain = plain_flow(net, c, day);
    bool forced = (class->must >> day & 1) != 0;
    set_bit(&class->up, day, seats < size);
    set_bit(&class->drop, day, seats > 0 && !forced);
    set_bit(&class->plain_free, day, plain < size);
    set_bit(&class->plain_used, day, plain > 0);
    for (uint32_t k = 0; k < class->pair_count; k++) {
        uint32_t q = class->pair_first + k;
        int32_t duty = net->pair_flow[q * net->days + day];
        set_bit(&net->pairs[q].free, day, duty < size);
        set_bit(&net->pairs[q].used, day, duty > 0);
    }
}

/*
 * Every arc goes from the earlier to the later kind, but for bound to bound
 * (outer to inner, upwards in number), node to node (child to parent,
 * downwards in number) and T to S.  Is u -> v that way?
 */
static bool is_forward(NetPlace u, NetPlace v)
{
    if (u.kind == AT_SINK && v.kind == AT_SOURCE) return true;
    if (u.kind == AT_SOURCE && v.kind == AT_SINK) return false;
    if (u.kind != v.kind) return u.kind < v.kind;
    return u.kind == AT_BOUND ? u.at < v.at : u.at > v.at;
}

/* Room of the arc tail -> head: up to its upper bound, or down to its lower. */
static int64_t arc_room(const Net *net, NetPlace tail, NetPlace head, bool up)
{
    size_t days = net->days;
    if (tail.kind == AT_SINK) return up ? UNBOUNDED : net->total;
    if (tail.kind == AT_SOURCE)
        return up ? UNBOUNDED : net->classes[head.at].seats;
    if (head.kind == AT_BOUND) {
        const NetBound *b = &net->bounds[head.at];
        return up ? b->most - b->flow : b->flow - b->least;
    }
    if (head.kind == AT_SEAT) {
        const NetClass *class = &net->classes[head.at];
        int64_t flow = net->seat[head.at * days + head.day];
        bool forced = (class->must >> head.day & 1) != 0;
        if (up) return class->size - flow;
        return forced ? flow - class->size : flow;
    }
    if (tail.kind == AT_SEAT) {
        int64_t flow =
            head.kind == AT_NODE
                ? plain_flow(net, tail.at, tail.day)
                : net->pair_flow[pair_of(net, tail.at, head.at) * days +
                                 tail.day];
        return up ? net->classes[tail.at].size - flow : flow;
    }
    if (tail.kind == AT_POST) {
        int64_t flow = net->post_flow[tail.at * days + tail.day];
        return up ? UNBOUNDED : flow - net->posts[tail.at].need[tail.day];
    }
    const NetNode *node = &net->nodes[tail.at];
    int64_t flow = net->node_flow[tail.at * days + tail.day];
    return up ? node->most[tail.day] - flow : flow - node->least[tail.day];
}

int64_t net_room(const Net *net, uint32_t u, uint32_t v)
{
    NetPlace from = net_place(net, u), to = net_place(net, v);
    bool forward = is_forward(from, to);
    return forward ? arc_room(net, from, to, true)
                   : arc_room(net, to, from, false);
}

void net_push_post(Net *net, uint32_t post, uint32_t day, int32_t amount)
{
    int32_t *flow = &net->post_flow[post * net->days + day];
    *flow += amount;
    set_bit(&net->posts[post].down, day, *flow > net->posts[post].need[day]);
}

void net_push_node(Net *net, uint32_t n, uint32_t day, int32_t amount)
{
    NetNode *node = &net->nodes[n];
    int32_t *flow = &net->node_flow[n * net->days + day];
    *flow += amount;
    set_bit(&node->up, day, *flow < node->most[day]);
    set_bit(&node->down, day, *flow > node->least[day]);
}

void net_push(Net *net, uint32_t u, uint32_t v, int64_t amount)
{
    NetPlace tail = net_place(net, u), head = net_place(net, v);
    CHECK(amount < UNBOUNDED);
    if (!is_forward(tail, head)) {
        NetPlace swap = tail;
        tail = head;
        head = swap;
        amount = -amount;
    }
    if (tail.kind == AT_SINK)
        net->total += amount;
    else if (tail.kind == AT_SOURCE)
        net->classes[head.at].seats += amount;
    else if (head.kind == AT_BOUND)
        net->bounds[head.at].flow += amount;
    else if (head.kind == AT_SEAT)
        net->seat[head.at * net->days + head.day] += (int32_t)amount;
    else if (tail.kind == AT_SEAT && head.kind == AT_POST)
        net->pair_flow[pair_of(net, tail.at, head.at) * net->days + tail.day] +=
            (int32_t)amount;
    else if (tail.kind == AT_POST)
        net_push_post(net, tail.at, tail.day, (int32_t)amount);
    else if (tail.kind == AT_NODE)
        net_push_node(net, tail.at, tail.day, (int32_t)amount);
}

/* ---- levels ---- */

int64_t net_next_level(const NetClass *class)
{
    return class->offset + class->seats / class->size;
}

int64_t net_last_level(const NetClass *class)
{
    return class->offset + (class->seats + class->size - 1) / class->size;
}

int64_t net_next_room(const NetClass *class)
{
    return class->size - class->seats % class->size;
}

int64_t net_last_room(const NetClass *class)
{
    int64_t over = class->seats % class->size;
    return over == 0 ? class->size : over;
}
