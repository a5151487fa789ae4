/* SPDX-License-Identifier: Apache-2.0 */
/*
 * heap.h - classes by level: the lowest level first, among equals the lower
 * turn, then the lower number.  A class is in it once at most.
 */
#pragma once

#include "roster/net.h"

typedef struct {
    int64_t level;
    uint32_t turn, class;
} HeapItem;

typedef struct {
    HeapItem *at;
    uint32_t *place; /* class -> where in `at`, or NO_INDEX */
    uint32_t count;
} Heap;

/* All classes of the network at their next levels. */
Heap heap_of_classes(Arena *arena, const Net *net);

/* Put a class in, or move it: its level has changed. */
void heap_put(Heap *heap, const Net *net, uint32_t c);
uint32_t heap_pop(Heap *heap); /* CHECKs that there is one */
