/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/part.h"

#include "roster/group.h"

#include <string.h>

/* Which nodes, rows and posts of the whole are in the part, and where. */
typedef struct {
    const Problem *whole;
    const uint32_t *nodes, *posts;
    uint32_t node_count, post_count, row_count;
    const uint32_t *node_at;
    uint32_t *rows, *row_at;
} Choice;

static const Group *group_with(const Groups *groups, uint32_t node)
{
    for (uint32_t g = 0; g < groups->group_count; g++) {
        const Group *group = &groups->groups[g];
        for (uint32_t k = 0; k < group->node_count; k++) {
            if (groups->nodes[group->node_first + k] == node) return group;
        }
    }
    check_failed("every node is in a group", __FILE__, __LINE__);
}

static Choice choose(Arena *arena, const Problem *p, uint32_t node)
{
    RowClasses classes = classes_of(arena, p, false);
    Groups groups = groups_of(arena, p, &classes);
    const Group *g = group_with(&groups, node);
    bool *in = NEW(arena, bool, p->node_count);
    Choice c = {.whole = p,
                .nodes = groups.nodes + g->node_first,
                .posts = groups.posts + g->post_first,
                .node_count = g->node_count,
                .post_count = g->post_count,
                .node_at = groups.node_at,
                .rows = NEW(arena, uint32_t, p->row_count),
                .row_at = NEW(arena, uint32_t, p->row_count)};
    for (uint32_t k = 0; k < c.node_count; k++)
        in[c.nodes[k]] = true;
    for (uint32_t i = 0; i < p->row_count; i++) {
        if (!in[p->rows[i].node]) continue;
        c.row_at[i] = c.row_count;
        c.rows[c.row_count++] = i;
    }
    return c;
}

static void make_room(Arena *arena, Part *part)
{
    const Problem *p = &part->problem;
    size_t days = p->day_count;
    part->nodes = NEW(arena, ProblemNode, p->node_count);
    part->rows = NEW(arena, ProblemRow, p->row_count);
    part->posts = NEW(arena, ProblemPost, p->post_count);
    part->bounds = NEW(arena, RowBound, part->bound_count);
    part->least = NEW(arena, int32_t, p->node_count * days);
    part->most = NEW(arena, int32_t, p->node_count * days);
    part->need = NEW(arena, int32_t, p->post_count * days);
    part->qualified = NEW(arena, uint32_t, part->qualified_count);
}

/* Point the parts at their shares of the arrays. */
static void tie(Part *part)
{
    size_t days = part->problem.day_count, bounds = 0, qualified = 0;
    for (uint32_t n = 0; n < part->problem.node_count; n++) {
        part->nodes[n].least = part->least + n * days;
        part->nodes[n].most = part->most + n * days;
    }
    for (uint32_t i = 0; i < part->problem.row_count; i++) {
        part->rows[i].bounds = part->bounds + bounds;
        bounds += part->rows[i].bound_count;
    }
    for (uint32_t k = 0; k < part->problem.post_count; k++) {
        part->posts[k].need = part->need + k * days;
        part->posts[k].rows = part->qualified + qualified;
        qualified += part->posts[k].row_count;
    }
    part->problem.nodes = part->nodes;
    part->problem.rows = part->rows;
    part->problem.posts = part->posts;
}

static void fill_nodes(Part *part, const Choice *c)
{
    size_t days = c->whole->day_count;
    for (uint32_t k = 0; k < c->node_count; k++) {
        const ProblemNode *from = &c->whole->nodes[c->nodes[k]];
        part->nodes[k] = *from;
        if (from->parent != NO_INDEX)
            part->nodes[k].parent = c->node_at[from->parent];
        for (size_t d = 0; d < days; d++) {
            part->least[k * days + d] = from->least[d];
            part->most[k * days + d] = from->most[d];
        }
    }
}

static void fill_rows(Part *part, const Choice *c)
{
    size_t at = 0;
    for (uint32_t k = 0; k < c->row_count; k++) {
        const ProblemRow *from = &c->whole->rows[c->rows[k]];
        part->rows[k] = *from;
        part->rows[k].node = c->node_at[from->node];
        for (uint32_t b = 0; b < from->bound_count; b++)
            part->bounds[at++] = from->bounds[b];
    }
}

static void fill_posts(Part *part, const Choice *c)
{
    size_t days = c->whole->day_count, at = 0;
    for (uint32_t k = 0; k < c->post_count; k++) {
        const ProblemPost *from = &c->whole->posts[c->posts[k]];
        part->posts[k] = *from;
        part->posts[k].node = c->node_at[from->node];
        for (size_t d = 0; d < days; d++)
            part->need[k * days + d] = from->need[d];
        for (uint32_t r = 0; r < from->row_count; r++)
            part->qualified[at++] = c->row_at[from->rows[r]];
    }
}

Part part_around(Arena *arena, const Problem *problem, uint32_t node)
{
    Choice c = choose(arena, problem, node);
    Part part = {.problem = *problem,
                 .node_of = c.nodes,
                 .row_of = c.rows,
                 .post_of = c.posts};
    part.problem.node_count = c.node_count;
    part.problem.row_count = c.row_count;
    part.problem.post_count = c.post_count;
    for (uint32_t k = 0; k < c.row_count; k++)
        part.bound_count += problem->rows[c.rows[k]].bound_count;
    for (uint32_t k = 0; k < c.post_count; k++)
        part.qualified_count += problem->posts[c.posts[k]].row_count;
    make_room(arena, &part);
    fill_nodes(&part, &c);
    fill_rows(&part, &c);
    fill_posts(&part, &c);
    tie(&part);
    return part;
}

static void copy(void *to, const void *from, size_t count, size_t size)
{
    if (count > 0) memcpy(to, from, count * size);
}

Part part_copy(Arena *arena, const Part *part)
{
    Part to = *part;
    const Problem *p = &part->problem;
    size_t days = p->day_count;
    make_room(arena, &to);
    copy(to.nodes, part->nodes, p->node_count, sizeof *to.nodes);
    copy(to.rows, part->rows, p->row_count, sizeof *to.rows);
    copy(to.posts, part->posts, p->post_count, sizeof *to.posts);
    copy(to.bounds, part->bounds, part->bound_count, sizeof *to.bounds);
    copy(to.least, part->least, p->node_count * days, sizeof *to.least);
    copy(to.most, part->most, p->node_count * days, sizeof *to.most);
    copy(to.need, part->need, p->post_count * days, sizeof *to.need);
    copy(to.qualified, part->qualified, part->qualified_count,
         sizeof *to.qualified);
    tie(&to);
    return to;
}
