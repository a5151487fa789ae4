/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/group.h"

/* Disjoint sets of nodes; the smallest node stands for its set.  Paths are
 * halved on the way (Tarjan and van Leeuwen 1984). */
static uint32_t head_of(uint32_t *set, uint32_t n)
{
    while (set[n] != n) {
        set[n] = set[set[n]];
        n = set[n];
    }
    return n;
}

static void join(uint32_t *set, uint32_t a, uint32_t b)
{
    a = head_of(set, a);
    b = head_of(set, b);
    if (a < b)
        set[b] = a;
    else
        set[a] = b;
}

static uint32_t *join_nodes(Arena *arena, const Problem *p)
{
    uint32_t *set = NEW(arena, uint32_t, p->node_count);
    for (uint32_t n = 0; n < p->node_count; n++) {
        set[n] = n;
        if (p->nodes[n].parent != NO_INDEX) join(set, n, p->nodes[n].parent);
    }
    for (uint32_t k = 0; k < p->post_count; k++) {
        const ProblemPost *post = &p->posts[k];
        for (uint32_t r = 0; r < post->row_count; r++)
            join(set, post->node, p->rows[post->rows[r]].node);
    }
    return set;
}

/* Number the sets by their first node; group_of[node]. */
static uint32_t number_groups(const Problem *p, uint32_t *set,
                              uint32_t *group_of)
{
    uint32_t count = 0;
    for (uint32_t n = 0; n < p->node_count; n++) {
        uint32_t head = head_of(set, n);
        group_of[n] = head == n ? count++ : group_of[head];
    }
    return count;
}

static void count_parts(const Problem *p, const RowClasses *rows,
                        const uint32_t *group_of, Group *groups)
{
    for (uint32_t n = 0; n < p->node_count; n++)
        groups[group_of[n]].node_count++;
    for (uint32_t c = 0; c < rows->class_count; c++)
        groups[group_of[rows->classes[c].node]].class_count++;
    for (uint32_t k = 0; k < p->post_count; k++)
        groups[group_of[p->posts[k].node]].post_count++;
}

static void begin_parts(Group *groups, uint32_t count)
{
    for (uint32_t g = 1; g < count; g++) {
        const Group *last = &groups[g - 1];
        groups[g].node_first = last->node_first + last->node_count;
        groups[g].class_first = last->class_first + last->class_count;
        groups[g].post_first = last->post_first + last->post_count;
    }
}

Groups groups_of(Arena *arena, const Problem *problem, const RowClasses *rows)
{
    const Problem *p = problem;
    uint32_t *group_of = NEW(arena, uint32_t, p->node_count);
    uint32_t *set = join_nodes(arena, p);
    uint32_t count = number_groups(p, set, group_of);
    Group *groups = NEW(arena, Group, count);
    uint32_t *nodes = NEW(arena, uint32_t, p->node_count);
    uint32_t *node_at = NEW(arena, uint32_t, p->node_count);
    uint32_t *classes = NEW(arena, uint32_t, rows->class_count);
    uint32_t *posts = NEW(arena, uint32_t, p->post_count);
    count_parts(p, rows, group_of, groups);
    begin_parts(groups, count);
    Group *at = NEW(arena, Group, count); /* how many are placed already */
    for (uint32_t n = 0; n < p->node_count; n++) {
        uint32_t g = group_of[n];
        node_at[n] = at[g].node_count++;
        nodes[groups[g].node_first + node_at[n]] = n;
    }
    for (uint32_t c = 0; c < rows->class_count; c++) {
        uint32_t g = group_of[rows->classes[c].node];
        classes[groups[g].class_first + at[g].class_count++] = c;
    }
    for (uint32_t k = 0; k < p->post_count; k++) {
        uint32_t g = group_of[p->posts[k].node];
        posts[groups[g].post_first + at[g].post_count++] = k;
    }
    return (Groups){groups, count, nodes, classes, posts, node_at};
}
