/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_cut.h"

#include <string.h>

/* A free seat is reached from its stem, a taken one from its outlet. */
static uint64_t seats_seen(const ReplanSearch *s, uint32_t row)
{
    const ReplanNet *net = s->net;
    uint64_t out = 0;
    for (uint64_t days = replan_seats(net, row); days != 0; days &= days - 1) {
        uint32_t d = (uint32_t)__builtin_ctzll(days);
        bool taken = (net->office[row] >> d & 1) != 0;
        size_t by =
            taken ? replan_outlet(net, row, d) : replan_stem(net, row, d);
        if (replan_search_saw(s, by)) out |= UINT64_C(1) << d;
    }
    return out;
}

/* A group apart lies wholly on the side of the hub. */
static void side_all(const ReplanNet *net, uint8_t value, uint8_t *side,
                     uint64_t *seats)
{
    memset(side, value, net->at.count);
    for (uint32_t i = 0; i < net->left.row_count; i++)
        seats[i] = value != 0 ? UINT64_MAX : 0;
}

static void side_rows(const ReplanSearch *s, uint8_t *side, uint64_t *seats)
{
    const ReplanNet *net = s->net;
    for (uint32_t k = 0; k < s->group->class_count; k++) {
        uint32_t c = net->groups.classes[s->group->class_first + k];
        uint32_t row = net->rows.classes[c].row;
        side[net->at.rows + row] = replan_search_saw(s, net->at.rows + row);
        for (uint32_t b = 0; b < net->left.rows[row].bound_count; b++) {
            size_t v = net->first_bound[row] + b;
            side[v] = replan_search_saw(s, v);
        }
        seats[row] = seats_seen(s, row);
    }
}

static void side_days(const ReplanSearch *s, size_t first, uint8_t *side)
{
    for (uint32_t d = 0; d < s->net->days; d++)
        side[first + d] = replan_search_saw(s, first + d);
}

void replan_cut(const ReplanSearch *s, ChangeAnswer *out)
{
    const ReplanNet *net = s->net;
    const Group *g = s->group;
    uint8_t *side = NEW(s->arena, uint8_t, net->at.count);
    uint64_t *seats = NEW(s->arena, uint64_t, net->left.row_count + 1);
    side_all(net, replan_search_saw(s, net->at.source), side, seats);
    side_rows(s, side, seats);
    for (uint32_t k = 0; k < g->post_count; k++) {
        uint32_t q = net->groups.posts[g->post_first + k];
        side_days(s, replan_post(net, q, 0), side);
    }
    for (uint32_t k = 0; k < g->node_count; k++) {
        uint32_t n = net->groups.nodes[g->node_first + k];
        side_days(s, replan_node(net, n, 0), side);
    }
    *out = (ChangeAnswer){
        .kind = ANSWER_CLASH,
        .vertex_count = net->at.count,
        .side = side,
        .seat_side = seats,
    };
}
