/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/certificate.h"

VertexMap vertex_map(const Problem *problem)
{
    VertexMap map = {.source = 0, .sink = 1, .rows = 2};
    size_t days = problem->day_count;
    map.bounds = map.rows + problem->row_count;
    map.posts = map.bounds;
    for (uint32_t i = 0; i < problem->row_count; i++)
        map.posts += problem->rows[i].bound_count;
    map.nodes = map.posts + problem->post_count * days;
    map.count = map.nodes + problem->node_count * days;
    return map;
}
