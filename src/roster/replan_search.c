/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_search.h"

ReplanSearch replan_search(ReplanNet *net)
{
    size_t count = net->at.count;
    return (ReplanSearch){
        .arena = net->arena,
        .net = net,
        .dist = NEW(net->arena, ChangeLabel, count),
        .from = NEW(net->arena, size_t, count),
        .via = NEW(net->arena, uint32_t, count),
        .seen = NEW(net->arena, uint32_t, count),
        .done = NEW(net->arena, uint32_t, count),
    };
}

/* ---- the heap: an entry may be stale, and is then passed over ---------- */

static bool comes_before(const ReplanHeapItem *a, const ReplanHeapItem *b)
{
    if (replan_less(a->dist, b->dist)) return true;
    return !replan_less(b->dist, a->dist) && a->vertex < b->vertex;
}

static void heap_push(ReplanSearch *s, ReplanHeapItem item)
{
    VEC_PUSH(s->arena, &s->heap, item);
    size_t at = s->heap.count - 1;
    for (; at > 0 && comes_before(&item, &s->heap.at[(at - 1) / 2]);
         at = (at - 1) / 2)
        s->heap.at[at] = s->heap.at[(at - 1) / 2];
    s->heap.at[at] = item;
}

static ReplanHeapItem heap_pop(ReplanSearch *s)
{
    ReplanHeapItem first = s->heap.at[0];
    ReplanHeapItem last = s->heap.at[--s->heap.count];
    size_t at = 0;
    for (size_t child = 1; child < s->heap.count; child = 2 * at + 1) {
        if (child + 1 < s->heap.count &&
            comes_before(&s->heap.at[child + 1], &s->heap.at[child]))
            child++;
        if (!comes_before(&s->heap.at[child], &last)) break;
        s->heap.at[at] = s->heap.at[child];
        at = child;
    }
    s->heap.at[at] = last;
    return first;
}

/* ---- searching --------------------------------------------------------- */

void replan_search_open(ReplanSearch *s, const Group *group)
{
    s->group = group;
    s->heap.count = 0;
    s->settled.count = 0;
    s->round++;
}

static void come_to(ReplanSearch *s, size_t v, ChangeLabel dist, size_t from,
                    uint32_t via)
{
    if (s->seen[v] == s->round && !replan_less(dist, s->dist[v])) return;
    s->seen[v] = s->round;
    s->dist[v] = dist;
    s->from[v] = from;
    s->via[v] = via;
    heap_push(s, (ReplanHeapItem){dist, v});
}

void replan_search_from(ReplanSearch *s, size_t vertex, ChangeLabel dist)
{
    come_to(s, vertex, dist, REPLAN_NOWHERE, NO_INDEX);
}

static void visit(void *context, const ReplanWay *way)
{
    ReplanSearch *s = context;
    come_to(s, way->to, replan_plus(s->dist[s->at], way->length), s->at,
            way->row);
}

bool replan_search_reach(ReplanSearch *s, size_t goal, const ChangeLabel *limit)
{
    while (s->heap.count > 0) {
        ReplanHeapItem item = heap_pop(s);
        if (s->done[item.vertex] == s->round) continue;
        if (limit != NULL && !replan_less(item.dist, *limit)) return false;
        s->done[item.vertex] = s->round;
        VEC_PUSH(s->arena, &s->settled, item.vertex);
        if (item.vertex == goal) return true;
        s->at = item.vertex;
        replan_ways(s->net, s->group, s->at, visit, s);
    }
    return false;
}

bool replan_search_saw(const ReplanSearch *s, size_t vertex)
{
    return s->done[vertex] == s->round;
}

void replan_search_lower(ReplanSearch *s, ChangeLabel far)
{
    for (size_t k = 0; k < s->settled.count; k++) {
        size_t v = s->settled.at[k];
        if (!replan_less(s->dist[v], far)) continue;
        s->net->labels[v] =
            replan_plus(s->net->labels[v], replan_minus(s->dist[v], far));
    }
}

size_t replan_search_push(ReplanSearch *s, size_t goal)
{
    size_t at = goal;
    while (s->from[at] != REPLAN_NOWHERE) {
        replan_push(s->net, s->from[at], at, s->via[at]);
        at = s->from[at];
    }
    return at;
}
