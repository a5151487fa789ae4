/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/classes.h"

#include <string.h>

/* ---- the posts of each row: posts list rows; turn the lists over ---- */

static void list_posts(Arena *arena, const Problem *p, RowClasses *out)
{
    uint32_t *first = NEW(arena, uint32_t, (size_t)p->row_count + 2);
    size_t all = 0;
    for (uint32_t n = 0; n < p->post_count; n++) {
        all += p->posts[n].row_count;
        for (uint32_t k = 0; k < p->posts[n].row_count; k++)
            first[p->posts[n].rows[k] + 2]++;
    }
    uint32_t *posts = NEW(arena, uint32_t, all);
    for (uint32_t i = 0; i < p->row_count; i++)
        first[i + 2] += first[i + 1];
    for (uint32_t n = 0; n < p->post_count; n++) {
        for (uint32_t k = 0; k < p->posts[n].row_count; k++)
            posts[first[p->posts[n].rows[k] + 1]++] = n;
    }
    out->post_first = first;
    out->posts = posts;
}

/* ---- alike? ---- */

/* Multiply and fold: quick, and spread well enough for a table that compares
 * whole rows anyway. */
static uint64_t mixed(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static uint64_t row_hash(const Problem *p, const RowClasses *q, uint32_t i)
{
    const ProblemRow *row = &p->rows[i];
    uint64_t hash = mixed(row->node, row->must);
    hash = mixed(hash, row->may);
    hash = mixed(hash, (uint64_t)row->offset);
    for (uint32_t b = 0; b < row->bound_count; b++) {
        hash = mixed(hash, row->bounds[b].days);
        hash = mixed(hash, (uint64_t)row->bounds[b].least << 32 |
                               (uint32_t)row->bounds[b].most);
    }
    for (uint32_t k = q->post_first[i]; k < q->post_first[i + 1]; k++)
        hash = mixed(hash, q->posts[k]);
    return hash;
}

static bool bounds_alike(const ProblemRow *a, const ProblemRow *b)
{
    if (a->bound_count != b->bound_count) return false;
    for (uint32_t k = 0; k < a->bound_count; k++) {
        if (a->bounds[k].days != b->bounds[k].days ||
            a->bounds[k].least != b->bounds[k].least ||
            a->bounds[k].most != b->bounds[k].most)
            return false;
    }
    return true;
}

static bool posts_alike(const RowClasses *q, uint32_t i, uint32_t j)
{
    uint32_t count = q->post_first[i + 1] - q->post_first[i];
    if (count != q->post_first[j + 1] - q->post_first[j]) return false;
    return count == 0 ||
           memcmp(q->posts + q->post_first[i], q->posts + q->post_first[j],
                  count * sizeof q->posts[0]) == 0;
}

static bool rows_alike(const Problem *p, const RowClasses *q, uint32_t i,
                       uint32_t j)
{
    const ProblemRow *a = &p->rows[i], *b = &p->rows[j];
    return a->node == b->node && a->must == b->must && a->may == b->may &&
           a->offset == b->offset && bounds_alike(a, b) && posts_alike(q, i, j);
}

/* ---- merging ---- */

/* class_of[row], classes numbered by first member; how many there are. */
static uint32_t number_apart(const Problem *p, uint32_t *class_of,
                             uint32_t *first_row)
{
    for (uint32_t i = 0; i < p->row_count; i++)
        class_of[i] = first_row[i] = i;
    return p->row_count;
}

static uint32_t number_alike(Arena *arena, const Problem *p,
                             const RowClasses *q, uint32_t *class_of,
                             uint32_t *first_row)
{
    size_t room = 16;
    while (room < (size_t)p->row_count * 2)
        room *= 2;
    uint32_t *slots = NEW(arena, uint32_t, room); /* class + 1 */
    uint32_t count = 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        size_t at = row_hash(p, q, i) & (room - 1);
        while (slots[at] != 0 && !rows_alike(p, q, first_row[slots[at] - 1], i))
            at = (at + 1) & (room - 1);
        if (slots[at] == 0) {
            first_row[count] = i;
            slots[at] = ++count;
        }
        class_of[i] = slots[at] - 1;
    }
    return count;
}

/* Sort the classes by node (counting, so stable); new_of[old number]. */
static RowClass *sort_by_node(Arena *arena, const Problem *p,
                              const uint32_t *first_row, uint32_t count,
                              uint32_t *new_of)
{
    RowClass *classes = NEW(arena, RowClass, count);
    uint32_t *at = NEW(arena, uint32_t, (size_t)p->node_count + 1);
    for (uint32_t c = 0; c < count; c++)
        at[p->rows[first_row[c]].node + 1]++;
    for (uint32_t n = 0; n < p->node_count; n++)
        at[n + 1] += at[n];
    for (uint32_t c = 0; c < count; c++) {
        uint32_t node = p->rows[first_row[c]].node;
        new_of[c] = at[node]++;
        classes[new_of[c]] = (RowClass){.row = first_row[c], .node = node};
    }
    return classes;
}

static uint32_t *list_members(Arena *arena, const Problem *p,
                              const uint32_t *class_of, RowClass *classes,
                              uint32_t count)
{
    uint32_t *members = NEW(arena, uint32_t, p->row_count);
    for (uint32_t i = 0; i < p->row_count; i++)
        classes[class_of[i]].size++;
    for (uint32_t c = 1; c < count; c++)
        classes[c].member_first =
            classes[c - 1].member_first + classes[c - 1].size;
    uint32_t *at = NEW(arena, uint32_t, count);
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t c = class_of[i];
        members[classes[c].member_first + at[c]++] = i;
    }
    return members;
}

RowClasses classes_of(Arena *arena, const Problem *problem, bool apart)
{
    RowClasses out = {0};
    uint32_t *class_of = NEW(arena, uint32_t, problem->row_count);
    uint32_t *first_row = NEW(arena, uint32_t, problem->row_count);
    uint32_t *new_of = NEW(arena, uint32_t, problem->row_count);
    list_posts(arena, problem, &out);
    out.class_count =
        apart ? number_apart(problem, class_of, first_row)
              : number_alike(arena, problem, &out, class_of, first_row);
    RowClass *classes =
        sort_by_node(arena, problem, first_row, out.class_count, new_of);
    for (uint32_t i = 0; i < problem->row_count; i++)
        class_of[i] = new_of[class_of[i]];
    out.members =
        list_members(arena, problem, class_of, classes, out.class_count);
    out.classes = classes;
    return out;
}
