/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/prove.h"

#include <string.h>

Proof proof_of(Arena *arena, const Problem *problem, const RowClasses *rows,
               const Groups *groups)
{
    VertexMap map = vertex_map(problem);
    size_t *bound_at = NEW(arena, size_t, problem->row_count);
    size_t next = map.bounds;
    for (uint32_t i = 0; i < problem->row_count; i++) {
        bound_at[i] = next;
        next += problem->rows[i].bound_count;
    }
    return (Proof){problem, rows, groups, map, bound_at};
}

static const RowClass *class_at(const Proof *p, const Group *group, uint32_t k)
{
    return &p->rows->classes[p->groups->classes[group->class_first + k]];
}

/* Each vertex of the group but the seats: that of the certificate, whether
 * the search has seen it, and that of the network. */
typedef void PutVertex(void *out, size_t vertex, const Search *s, bool seen,
                       uint32_t v);

static void each_row(const Proof *p, const Group *group, const Search *s,
                     PutVertex *put, void *out)
{
    const Net *net = s->net;
    for (uint32_t k = 0; k < net->class_count; k++) {
        const RowClass *class = class_at(p, group, k);
        const NetClass *flow = &net->classes[k];
        for (uint32_t m = 0; m < class->size; m++) {
            uint32_t row = p->rows->members[class->member_first + m];
            uint32_t v = net_class(k);
            put(out, p->map.rows + row, s, search_saw_inner(s, v), v);
            for (uint32_t b = 0; b < flow->bound_count; b++) {
                v = net_bound(net, flow->bound_first + b);
                put(out, p->bound_at[row] + b, s, search_saw_inner(s, v), v);
            }
        }
    }
}

static void each_place(const Proof *p, const Group *group, const Search *s,
                       PutVertex *put, void *out)
{
    const Net *net = s->net;
    size_t days = net->days;
    for (uint32_t k = 0; k < net->post_count; k++) {
        size_t post = p->groups->posts[group->post_first + k];
        for (uint32_t d = 0; d < days; d++)
            put(out, p->map.posts + post * days + d, s,
                (s->post_seen[k] >> d & 1) != 0, net_post(net, k, d));
    }
    for (uint32_t n = 0; n < net->node_count; n++) {
        size_t node = p->groups->nodes[group->node_first + n];
        for (uint32_t d = 0; d < days; d++)
            put(out, p->map.nodes + node * days + d, s,
                (s->node_seen[n] >> d & 1) != 0, net_node(net, n, d));
    }
}

static void put_label(void *out, size_t vertex, const Search *s, bool seen,
                      uint32_t v)
{
    Label *labels = out;
    labels[vertex] = seen ? (Label){0, s->labels[v]} : (Label){1, 0};
}

static void put_side(void *out, size_t vertex, const Search *s, bool seen,
                     uint32_t v)
{
    uint8_t *side = out;
    (void)s;
    (void)v;
    side[vertex] = seen;
}

void prove_group(const Proof *proof, const Group *group, const Search *search,
                 Label *labels)
{
    each_row(proof, group, search, put_label, labels);
    each_place(proof, group, search, put_label, labels);
}

void prove_clash(const Proof *proof, const Group *group, const Search *search,
                 uint8_t *side, uint64_t *seat_side)
{
    const Net *net = search->net;
    CHECK(search->source_seen == search->sink_seen);
    memset(side, search->source_seen, proof->map.count);
    for (uint32_t i = 0; i < proof->problem->row_count; i++)
        seat_side[i] = search->source_seen ? UINT64_MAX : 0;
    each_row(proof, group, search, put_side, side);
    each_place(proof, group, search, put_side, side);
    for (uint32_t k = 0; k < net->class_count; k++) {
        const RowClass *class = class_at(proof, group, k);
        for (uint32_t m = 0; m < class->size; m++)
            seat_side[proof->rows->members[class->member_first + m]] =
                search->seat_seen[k];
    }
}
