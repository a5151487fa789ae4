/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/heap.h"

/* A binary heap that knows where each of its items is. */

static bool before(const HeapItem *a, const HeapItem *b)
{
    if (a->level != b->level) return a->level < b->level;
    if (a->turn != b->turn) return a->turn < b->turn;
    return a->class < b->class;
}

static void settle(Heap *heap, uint32_t at, HeapItem item)
{
    heap->at[at] = item;
    heap->place[item.class] = at;
}

static void rise(Heap *heap, uint32_t at, HeapItem item)
{
    for (; at > 0 && before(&item, &heap->at[(at - 1) / 2]); at = (at - 1) / 2)
        settle(heap, at, heap->at[(at - 1) / 2]);
    settle(heap, at, item);
}

static void sink(Heap *heap, uint32_t at, HeapItem item)
{
    for (uint32_t child = 2 * at + 1; child < heap->count;
         at = child, child = 2 * at + 1) {
        if (child + 1 < heap->count &&
            before(&heap->at[child + 1], &heap->at[child]))
            child++;
        if (!before(&heap->at[child], &item)) break;
        settle(heap, at, heap->at[child]);
    }
    settle(heap, at, item);
}

static HeapItem item_of(const Net *net, uint32_t c)
{
    const NetClass *class = &net->classes[c];
    return (HeapItem){net_next_level(class), class->turn, c};
}

Heap heap_of_classes(Arena *arena, const Net *net)
{
    Heap heap = {.at = NEW(arena, HeapItem, net->class_count),
                 .place = NEW(arena, uint32_t, net->class_count),
                 .count = net->class_count};
    for (uint32_t c = 0; c < net->class_count; c++)
        settle(&heap, c, item_of(net, c));
    for (uint32_t k = heap.count / 2; k-- > 0;)
        sink(&heap, k, heap.at[k]);
    return heap;
}

void heap_put(Heap *heap, const Net *net, uint32_t c)
{
    HeapItem item = item_of(net, c);
    uint32_t at = heap->place[c];
    if (at == NO_INDEX) at = heap->count++;
    rise(heap, at, item);
    sink(heap, heap->place[c], item);
}

uint32_t heap_pop(Heap *heap)
{
    CHECK(heap->count > 0);
    uint32_t first = heap->at[0].class;
    HeapItem last = heap->at[--heap->count];
    if (heap->count > 0) sink(heap, 0, last);
    heap->place[first] = NO_INDEX;
    return first;
}
