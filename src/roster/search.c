/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/search.h"

#include <string.h>

/*
 * A breadth-first search in which the days of a class, a post or a node are
 * the bits of one word.  Nodes and posts wait in a ring with the days that
 * are fresh to them; taking one looks once at each of its classes and asks
 * for all days at once which seats lead on.  A class with windows is walked
 * from window to window on a stack.
 *
 *        fresh days of a node ---> seats used there on those days
 *             ^                            | given up
 *             |  free seats                v
 *           other days  <---- their windows, and the windows around them
 *
 * Compare the bit-vector searches for bipartite matching of Alt, Blum,
 * Mehlhorn and Paul (1991).
 */

Search search_in(Arena *arena, const Net *net)
{
    size_t inner = (size_t)net->seat_vertex / 64 + 1;
    size_t places = (size_t)net->node_count + net->post_count;
    size_t stack = (size_t)net->class_count + net->bound_count;
    Search s = {.arena = arena, .net = net, .hit = NO_VERTEX};
    s.seat_seen = NEW(arena, uint64_t, net->class_count);
    s.post_seen = NEW(arena, uint64_t, net->post_count);
    s.node_seen = NEW(arena, uint64_t, net->node_count);
    s.inner_seen = NEW(arena, uint64_t, inner);
    s.from = NEW(arena, uint32_t, net->vertex_count);
    s.labels = NEW(arena, int64_t, net->seat_vertex);
    s.post_fresh = NEW(arena, uint64_t, net->post_count);
    s.node_fresh = NEW(arena, uint64_t, net->node_count);
    s.queue = NEW(arena, uint32_t, places);
    s.queued = NEW(arena, uint8_t, places);
    s.stack = NEW(arena, uint32_t, stack);
    return s;
}

static void clear(void *at, size_t count, size_t size)
{
    if (count > 0) memset(at, 0, count * size);
}

void search_reset(Search *s)
{
    const Net *net = s->net;
    clear(s->seat_seen, net->class_count, sizeof s->seat_seen[0]);
    clear(s->post_seen, net->post_count, sizeof s->post_seen[0]);
    clear(s->node_seen, net->node_count, sizeof s->node_seen[0]);
    clear(s->inner_seen, (size_t)net->seat_vertex / 64 + 1,
          sizeof s->inner_seen[0]);
    s->source_seen = s->sink_seen = false;
}

static bool word_has(const uint64_t *word, uint32_t bit)
{
    return (word[bit / 64] >> (bit % 64) & 1) != 0;
}

bool search_saw_inner(const Search *s, uint32_t v)
{
    return word_has(s->inner_seen, v);
}

/* ---- seeing ---- */

static void mark(Search *s, uint64_t *word, uint64_t bits)
{
    SearchMark m = {word, *word};
    VEC_PUSH(s->arena, &s->marks, m);
    *word |= bits;
}

/* `days` of the vertices from `first` on, reached from `back` on the same day
 * (step 1) or from one vertex (step 0). */
static void come_from(Search *s, uint32_t first, uint64_t days, uint32_t back,
                      uint32_t step)
{
    for (; days != 0; days &= days - 1) {
        uint32_t d = (uint32_t)__builtin_ctzll(days);
        uint32_t v = first + d;
        s->from[v] = back + d * step;
        if (v < s->net->seat_vertex) s->labels[v] = s->label;
        if (s->kind == SEEK_VERTEX && v == s->goal) s->hit = v;
    }
}

static void enqueue(Search *s, uint32_t place)
{
    uint32_t room = s->net->node_count + s->net->post_count;
    if (s->queued[place]) return;
    s->queued[place] = 1;
    s->queue[(s->queue_first + s->queue_count++) % room] = place;
}

static void see_node(Search *s, uint32_t n, uint64_t days, uint32_t back,
                     uint32_t step)
{
    days &= ~s->node_seen[n];
    if (days == 0) return;
    mark(s, &s->node_seen[n], days);
    come_from(s, net_node(s->net, n, 0), days, back, step);
    s->node_fresh[n] |= days;
    enqueue(s, n);
}

static void see_post(Search *s, uint32_t k, uint64_t days, uint32_t back)
{
    days &= ~s->post_seen[k];
    if (days == 0) return;
    mark(s, &s->post_seen[k], days);
    come_from(s, net_post(s->net, k, 0), days, back, 1);
    s->post_fresh[k] |= days;
    enqueue(s, s->net->node_count + k);
}

/* A class, or one of its bounds. */
static void see_inner(Search *s, uint32_t v, uint32_t back)
{
    if (word_has(s->inner_seen, v)) return;
    mark(s, &s->inner_seen[v / 64], UINT64_C(1) << (v % 64));
    s->from[v] = back;
    s->labels[v] = s->label;
    s->stack[s->stack_count++] = v;
    if (s->kind == SEEK_VERTEX && v == s->goal) s->hit = v;
    if (s->kind != SEEK_LEVEL || v >= s->net->bound_vertex) return;
    const NetClass *class = &s->net->classes[v - NET_CLASSES];
    if (class->seats > 0 && net_last_level(class) >= s->level) s->hit = v;
}

/* Seats given up on those days lead into the windows around them. */
static void see_windows(Search *s, uint32_t c, uint64_t days)
{
    const NetClass *class = &s->net->classes[c];
    for (uint32_t k = class->bound_count; k-- > 0 && days != 0;) {
        uint32_t b = class->bound_first + k;
        uint64_t here = days & s->net->bounds[b].own;
        if (here == 0) continue;
        uint32_t d = (uint32_t)__builtin_ctzll(here);
        see_inner(s, net_bound(s->net, b), net_seat(s->net, c, d));
        days &= ~here;
    }
    if (days == 0) return;
    uint32_t d = (uint32_t)__builtin_ctzll(days);
    see_inner(s, net_class(c), net_seat(s->net, c, d));
}

static void see_seats(Search *s, uint32_t c, uint64_t days, uint32_t back,
                      uint32_t step)
{
    const Net *net = s->net;
    const NetClass *class = &net->classes[c];
    days &= ~s->seat_seen[c];
    if (days == 0) return;
    mark(s, &s->seat_seen[c], days);
    come_from(s, net_seat(net, c, 0), days, back, step);
    see_windows(s, c, days & class->drop);
    see_node(s, class->node, days & class->plain_free, net_seat(net, c, 0), 1);
    for (uint32_t k = 0; k < class->pair_count; k++) {
        const NetPair *pair = &net->pairs[class->pair_first + k];
        see_post(s, pair->post, days & pair->free, net_seat(net, c, 0));
    }
}

static void see_sink(Search *s, uint32_t back)
{
    if (s->sink_seen) return;
    CHECK(s->kind != SEEK_LEVEL); /* the flow is at its highest by then */
    s->from[NET_SINK] = back;
    if (s->kind == SEEK_SINK) {
        s->hit = NET_SINK;
        return;
    }
    s->sink_seen = true;
    if (s->goal == NET_SINK) s->hit = NET_SINK;
    if (s->source_seen) return;
    s->source_seen = s->source_waits = true;
    s->from[NET_SOURCE] = NET_SINK;
}

static void see_source(Search *s, uint32_t back)
{
    if (s->kind != SEEK_VERTEX || s->source_seen) return;
    s->source_seen = s->source_waits = true;
    s->from[NET_SOURCE] = back;
}

/* ---- going on ---- */

static void leave_class(Search *s, uint32_t c)
{
    const Net *net = s->net;
    const NetClass *class = &net->classes[c];
    uint32_t v = net_class(c);
    see_seats(s, c, class->up & class->own, v, 0);
    for (uint32_t k = 0; k < class->bound_count; k++) {
        const NetBound *b = &net->bounds[class->bound_first + k];
        if (b->outer == v && b->flow < b->most)
            see_inner(s, net_bound(net, class->bound_first + k), v);
    }
    if (class->seats > 0) see_source(s, v);
}

static void leave_bound(Search *s, uint32_t at)
{
    const Net *net = s->net;
    const NetBound *bound = &net->bounds[at];
    const NetClass *class = &net->classes[bound->class];
    uint32_t v = net_bound(net, at);
    uint32_t end = class->bound_first + class->bound_count;
    see_seats(s, bound->class, class->up & bound->own, v, 0);
    for (uint32_t b = at + 1; b < end; b++) {
        if (net->bounds[b].outer == v &&
            net->bounds[b].flow < net->bounds[b].most)
            see_inner(s, net_bound(net, b), v);
    }
    if (bound->flow > bound->least) see_inner(s, bound->outer, v);
}

static void walk_windows(Search *s)
{
    while (s->stack_count > 0 && s->hit == NO_VERTEX) {
        uint32_t v = s->stack[--s->stack_count];
        if (v < s->net->bound_vertex)
            leave_class(s, v - NET_CLASSES);
        else
            leave_bound(s, v - s->net->bound_vertex);
    }
}

static void leave_node_upwards(Search *s, uint32_t n, uint64_t days)
{
    const NetNode *node = &s->net->nodes[n];
    uint32_t v = net_node(s->net, n, 0);
    days &= node->up;
    if (node->parent != NO_INDEX)
        see_node(s, node->parent, days, v, 1);
    else if (days != 0)
        see_sink(s, v + (uint32_t)__builtin_ctzll(days));
}

static void leave_node(Search *s, uint32_t n)
{
    const Net *net = s->net;
    const NetNode *node = &net->nodes[n];
    uint64_t days = s->node_fresh[n];
    uint32_t v = net_node(net, n, 0);
    s->node_fresh[n] = 0;
    leave_node_upwards(s, n, days);
    for (uint32_t k = node->first_child; k != NO_INDEX;
         k = net->nodes[k].next_sibling)
        see_node(s, k, days & net->nodes[k].down, v, 1);
    for (uint32_t k = node->first_post; k != NO_INDEX;
         k = net->posts[k].next_post)
        see_post(s, k, days & net->posts[k].down, v);
    for (uint32_t c = node->class_first;
         c < node->class_end && s->hit == NO_VERTEX; c++) {
        uint64_t used = days & net->classes[c].plain_used & ~s->seat_seen[c];
        if (used == 0) continue;
        see_seats(s, c, used, v, 1);
        walk_windows(s);
    }
}

static void leave_post(Search *s, uint32_t k)
{
    const Net *net = s->net;
    const NetPost *post = &net->posts[k];
    uint64_t days = s->post_fresh[k];
    uint32_t v = net_post(net, k, 0);
    s->post_fresh[k] = 0;
    see_node(s, post->node, days, v, 1);
    for (uint32_t i = post->pair_first;
         i < post->pair_end && s->hit == NO_VERTEX; i++) {
        const NetPair *pair = &net->pairs[net->by_post[i]];
        see_seats(s, pair->class, days & pair->used, v, 1);
        walk_windows(s);
    }
}

/* Last of all, as it reaches every class at once.  What reaches S reaches T
 * as well when anything flows. */
static void leave_source(Search *s)
{
    const Net *net = s->net;
    s->source_waits = false;
    for (uint32_t c = 0; c < net->class_count && s->hit == NO_VERTEX; c++) {
        see_inner(s, net_class(c), NET_SOURCE);
        walk_windows(s);
    }
    if (net->total > 0 && !s->sink_seen) see_sink(s, NET_SOURCE);
    for (uint32_t n = 0; n < net->node_count && s->sink_seen; n++) {
        if (net->nodes[n].parent == NO_INDEX)
            see_node(s, n, net->nodes[n].down, NET_SINK, 0);
    }
}

static void leave_next(Search *s)
{
    uint32_t nodes = s->net->node_count;
    uint32_t place = s->queue[s->queue_first];
    s->queue_first = (s->queue_first + 1) % (nodes + s->net->post_count);
    s->queue_count--;
    s->queued[place] = 0;
    if (place < nodes)
        leave_node(s, place);
    else
        leave_post(s, place - nodes);
}

/* ---- beginning and ending ---- */

static void begin(Search *s, uint32_t start)
{
    NetPlace at = net_place(s->net, start);
    uint64_t day = UINT64_C(1) << at.day;
    s->hit = NO_VERTEX;
    switch (at.kind) {
    case AT_SINK: see_sink(s, NO_VERTEX); break;
    case AT_CLASS:
    case AT_BOUND: see_inner(s, start, NO_VERTEX); break;
    case AT_SEAT: see_seats(s, at.at, day, NO_VERTEX, 0); break;
    case AT_NODE: see_node(s, at.at, day, NO_VERTEX, 0); break;
    case AT_SOURCE:
    case AT_POST:
        check_failed("no arc with a lower bound ends here", __FILE__, __LINE__);
    }
}

static void forget(Search *s)
{
    for (size_t k = s->marks.count; k-- > 0;)
        *s->marks.at[k].word = s->marks.at[k].before;
    s->source_seen = s->sink_seen = false;
}

static void drop_work(Search *s)
{
    uint32_t nodes = s->net->node_count;
    uint32_t room = nodes + s->net->post_count;
    for (; s->queue_count > 0; s->queue_count--) {
        uint32_t place = s->queue[s->queue_first];
        s->queue_first = (s->queue_first + 1) % room;
        s->queued[place] = 0;
        if (place < nodes)
            s->node_fresh[place] = 0;
        else
            s->post_fresh[place - nodes] = 0;
    }
    s->stack_count = 0;
    s->source_waits = false;
}

bool search_from(Search *s, uint32_t start)
{
    bool more = true;
    s->marks.count = 0;
    begin(s, start);
    while (more && s->hit == NO_VERTEX) {
        walk_windows(s);
        if (s->hit != NO_VERTEX) break;
        if (s->queue_count > 0)
            leave_next(s);
        else if (s->source_waits)
            leave_source(s);
        else
            more = false;
    }
    drop_work(s);
    if (s->hit == NO_VERTEX) return false;
    forget(s);
    return true;
}
