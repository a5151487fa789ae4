/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/flow.h"
#include "roster/heap.h"

/*
 * Everything here sends flow straight from S over one class, its windows and
 * one seat to T, and only where all of that has room.  The order is greedy:
 * what must be, what is needed, then whoever has least; flow.c repairs.
 */

typedef struct {
    uint32_t class, day;
    uint32_t pair; /* serve this post, or NO_INDEX */
} Way;

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static uint32_t way_node(const Net *net, Way way)
{
    return way.pair == NO_INDEX ? net->classes[way.class].node
                                : net->posts[net->pairs[way.pair].post].node;
}

/* Room over the nodes from the way's to the root. */
static int64_t node_room(const Net *net, uint32_t n, uint32_t day)
{
    int64_t room = INT32_MAX;
    for (; n != NO_INDEX; n = net->nodes[n].parent)
        room = smaller(room, net->nodes[n].most[day] -
                                 net->node_flow[n * net->days + day]);
    return room;
}

static int64_t way_room(const Net *net, Way way)
{
    const NetClass *class = &net->classes[way.class];
    int64_t room =
        (int64_t) class->size - net->seat[way.class * net->days + way.day];
    for (uint32_t k = 0; k < class->bound_count; k++) {
        const NetBound *b = &net->bounds[class->bound_first + k];
        if ((b->days >> way.day & 1) != 0)
            room = smaller(room, b->most - b->flow);
    }
    return smaller(room, node_room(net, way_node(net, way), way.day));
}

static void send(Net *net, Way way, int32_t amount)
{
    NetClass *class = &net->classes[way.class];
    uint32_t d = way.day;
    class->seats += amount;
    net->total += amount;
    for (uint32_t k = 0; k < class->bound_count; k++) {
        NetBound *b = &net->bounds[class->bound_first + k];
        if ((b->days >> d & 1) != 0) b->flow += amount;
    }
    net->seat[way.class * net->days + d] += amount;
    if (way.pair != NO_INDEX) {
        net->pair_flow[way.pair * net->days + d] += amount;
        net_push_post(net, net->pairs[way.pair].post, d, amount);
    }
    for (uint32_t n = way_node(net, way); n != NO_INDEX;
         n = net->nodes[n].parent)
        net_push_node(net, n, d, amount);
    net_refresh_seat(net, way.class, d);
}

/* Send what fits, at most `most`; how much that was. */
static int64_t send_some(Net *net, Way way, int64_t most)
{
    int64_t amount = smaller(most, way_room(net, way));
    if (amount <= 0) return 0;
    send(net, way, (int32_t)amount);
    return amount;
}

void start_must(Net *net)
{
    for (uint32_t c = 0; c < net->class_count; c++) {
        const NetClass *class = &net->classes[c];
        for (uint64_t m = class->must; m != 0; m &= m - 1) {
            Way way = {c, (uint32_t)__builtin_ctzll(m), NO_INDEX};
            (void)send_some(net, way, class->size);
        }
    }
}

/* ---- what is needed ---- */

/* Of those qualified, whoever has the lowest level and a way. */
static uint32_t best_pair(const Net *net, uint32_t post, uint32_t day)
{
    uint32_t best = NO_INDEX;
    int64_t best_level = 0;
    for (uint32_t i = net->posts[post].pair_first;
         i < net->posts[post].pair_end; i++) {
        uint32_t q = net->by_post[i];
        const NetClass *class = &net->classes[net->pairs[q].class];
        int64_t level = net_next_level(class);
        if ((class->up >> day & 1) == 0) continue;
        if (best != NO_INDEX && level >= best_level) continue;
        if (way_room(net, (Way){net->pairs[q].class, day, q}) <= 0) continue;
        best = q;
        best_level = level;
    }
    return best;
}

/* Those who are in the office already serve first, as that costs nobody a
 * seat; then others come in. */
static void start_post(Net *net, uint32_t post, uint32_t day)
{
    int32_t *flow = &net->post_flow[post * net->days + day];
    int32_t need = net->posts[post].need[day];
    const NetPost *p = &net->posts[post];
    for (uint32_t i = p->pair_first; i < p->pair_end && *flow < need; i++) {
        NetPair *pair = &net->pairs[net->by_post[i]];
        const NetClass *class = &net->classes[pair->class];
        uint32_t seat = net_seat(net, pair->class, day);
        if ((class->plain_used >> day & 1) == 0 || class->node != p->node)
            continue;
        int64_t have = net_room(net, net_node(net, p->node, day), seat);
        int64_t amount = smaller(have, need - *flow);
        net_push(net, seat, net_post(net, post, day), amount);
        net_push(net, net_post(net, post, day), net_node(net, p->node, day),
                 amount);
        net_refresh_seat(net, pair->class, day);
    }
    while (*flow < need) {
        uint32_t q = best_pair(net, post, day);
        if (q == NO_INDEX) break;
        Way way = {net->pairs[q].class, day, q};
        int64_t level = net_next_room(&net->classes[way.class]);
        if (send_some(net, way, smaller(level, need - *flow)) == 0) break;
    }
}

/* The day among `days` with the most room at the class's own node. */
static uint32_t roomiest(const Net *net, uint32_t n, uint64_t days)
{
    const NetNode *node = &net->nodes[n];
    const int32_t *flow = net->node_flow + (size_t)n * net->days;
    uint32_t best = (uint32_t)__builtin_ctzll(days);
    for (days &= days - 1; days != 0; days &= days - 1) {
        uint32_t d = (uint32_t)__builtin_ctzll(days);
        if (node->most[d] - flow[d] > node->most[best] - flow[best]) best = d;
    }
    return best;
}

/* Days on which the node and those above it all have room. */
static uint64_t open_days(const Net *net, uint32_t n)
{
    uint64_t days = UINT64_MAX;
    for (; n != NO_INDEX; n = net->nodes[n].parent)
        days &= net->nodes[n].up;
    return days;
}

static void start_bound(Net *net, uint32_t at)
{
    const NetBound *bound = &net->bounds[at];
    const NetClass *class = &net->classes[bound->class];
    uint64_t days = class->up & bound->days & open_days(net, class->node);
    while (bound->flow < bound->least && days != 0) {
        uint32_t d = roomiest(net, class->node, days);
        Way way = {bound->class, d, NO_INDEX};
        (void)send_some(net, way, bound->least - bound->flow);
        days &= ~(UINT64_C(1) << d);
    }
}

/* Classes of the node itself, in turn from where the last day ended. */
static void start_node(Net *net, uint32_t n, uint32_t day, uint32_t *next)
{
    const NetNode *node = &net->nodes[n];
    const int32_t *flow = &net->node_flow[n * net->days + day];
    uint32_t count = node->class_end - node->class_first;
    for (uint32_t k = 0; k < count && *flow < node->least[day]; k++) {
        uint32_t c = node->class_first + (*next + k) % count;
        if ((net->classes[c].up >> day & 1) == 0) continue;
        (void)send_some(net, (Way){c, day, NO_INDEX}, node->least[day] - *flow);
        if (*flow >= node->least[day]) *next = (*next + k + 1) % count;
    }
}

void start_least(Net *net)
{
    for (uint32_t k = 0; k < net->post_count; k++) {
        for (uint32_t d = 0; d < net->days; d++)
            start_post(net, k, d);
    }
    for (uint32_t b = net->bound_count; b-- > 0;) {
        if (net->bounds[b].flow < net->bounds[b].least) start_bound(net, b);
    }
    for (uint32_t n = net->node_count; n-- > 0;) {
        uint32_t next = 0;
        for (uint32_t d = 0; d < net->days; d++)
            start_node(net, n, d, &next);
    }
}

/* ---- whoever has least ---- */

static uint64_t free_days(const Net *net, const NetClass *class)
{
    uint64_t days = class->up & open_days(net, class->node);
    for (uint32_t k = 0; k < class->bound_count && days != 0; k++) {
        const NetBound *b = &net->bounds[class->bound_first + k];
        if (b->flow >= b->most) days &= ~b->days;
    }
    return days;
}

/* Raise classes level by level, each on its roomiest day, until none can. */
void start_fill(Net *net, Arena *arena)
{
    Heap heap = heap_of_classes(arena, net);
    while (heap.count > 0) {
        uint32_t c = heap_pop(&heap);
        const NetClass *class = &net->classes[c];
        uint64_t days = free_days(net, class);
        if (days == 0) continue;
        Way way = {c, roomiest(net, class->node, days), NO_INDEX};
        CHECK(send_some(net, way, net_next_room(class)) > 0);
        heap_put(&heap, net, c);
    }
}
