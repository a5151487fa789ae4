/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/network.h"

/*
 * Posts list their rows; a walk by rows wants the posts of each.  Counting
 * sort: how many each row has, where each begins, then the posts in order.
 */
static void list_posts(Network *net, Arena *scratch)
{
    const Problem *p = net->problem;
    size_t *from = NEW(scratch, size_t, (size_t)p->row_count + 2);

    for (uint32_t q = 0; q < p->post_count; q++) {
        for (uint32_t k = 0; k < p->posts[q].row_count; k++)
            from[(size_t)p->posts[q].rows[k] + 2]++;
    }
    for (size_t i = 1; i < (size_t)p->row_count + 2; i++)
        from[i] += from[i - 1];

    uint32_t *posts = NEW(scratch, uint32_t, from[(size_t)p->row_count + 1]);
    for (uint32_t q = 0; q < p->post_count; q++) {
        for (uint32_t k = 0; k < p->posts[q].row_count; k++)
            posts[from[(size_t)p->posts[q].rows[k] + 1]++] = q;
    }
    net->post_from = from;
    net->posts = posts;
}

Network network_of(const Problem *problem, Arena *scratch)
{
    Network net = {.problem = problem, .at = vertex_map(problem)};
    if (problem->post_count > 0) list_posts(&net, scratch);
    return net;
}

NetworkRow network_row(const Network *net, uint32_t index, size_t *bounds)
{
    const ProblemRow *row = &net->problem->rows[index];
    NetworkRow out = {
        .row = row,
        .index = index,
        .seats = row->must | row->may,
        .vertex = net->at.rows + index,
        .first_bound = net->at.bounds + *bounds,
    };
    if (net->post_from != NULL) {
        const size_t *from = &net->post_from[index];
        out.posts = net->posts + from[0];
        out.post_count = (uint32_t)(from[1] - from[0]);
    }
    *bounds += row->bound_count;
    return out;
}

uint64_t stem_days(const NetworkRow *row, uint32_t stem)
{
    return stem == 0 ? UINT64_MAX : row->row->bounds[stem - 1].days;
}

size_t stem_vertex(const NetworkRow *row, uint32_t stem)
{
    return stem == 0 ? row->vertex : row->first_bound + stem - 1;
}

uint32_t stem_parent(const NetworkRow *row, uint32_t stem)
{
    uint64_t days = stem_days(row, stem);
    uint32_t parent = stem - 1;
    while ((days & ~stem_days(row, parent)) != 0)
        parent--; /* ends at stem 0, which has every day */
    return parent;
}

size_t post_vertex(const Network *net, uint32_t post)
{
    return net->at.posts + (size_t)post * net->problem->day_count;
}

size_t node_vertex(const Network *net, uint32_t node)
{
    return net->at.nodes + (size_t)node * net->problem->day_count;
}
