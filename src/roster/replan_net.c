/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_net.h"

#include <string.h>

static uint32_t first_of(uint64_t days)
{
    return (uint32_t)__builtin_ctzll(days);
}

/* ---- lists ------------------------------------------------------------- */

/* Counting sort by the key of each thing: *first gets `keys` + 1 places. */
typedef uint32_t KeyOf(const Problem *p, uint32_t thing);

static uint32_t *list_by(Arena *arena, const Problem *p, uint32_t things,
                         uint32_t keys, KeyOf *key_of, uint32_t **first)
{
    uint32_t *at = NEW(arena, uint32_t, (size_t)keys + 2);
    uint32_t *list = NEW(arena, uint32_t, (size_t)things + 1);
    for (uint32_t t = 0; t < things; t++) {
        if (key_of(p, t) != NO_INDEX) at[key_of(p, t) + 2]++;
    }
    for (uint32_t k = 0; k < keys; k++)
        at[k + 2] += at[k + 1];
    for (uint32_t t = 0; t < things; t++) {
        if (key_of(p, t) != NO_INDEX) list[at[key_of(p, t) + 1]++] = t;
    }
    *first = at;
    return list;
}

static uint32_t post_key(const Problem *p, uint32_t post)
{
    return p->posts[post].node;
}

static uint32_t child_key(const Problem *p, uint32_t node)
{
    return p->nodes[node].parent;
}

static void list_rows(ReplanNet *net)
{
    net->class_first =
        NEW(net->arena, uint32_t, (size_t)net->left.node_count + 2);
    for (uint32_t c = 0; c < net->rows.class_count; c++)
        net->class_first[net->rows.classes[c].node + 1]++;
    for (uint32_t n = 0; n < net->left.node_count; n++)
        net->class_first[n + 1] += net->class_first[n];
}

static void list_bounds(ReplanNet *net)
{
    size_t at = net->at.bounds;
    net->first_bound = NEW(net->arena, size_t, net->left.row_count + 1);
    net->bound_row =
        NEW(net->arena, uint32_t, net->at.posts - net->at.bounds + 1);
    for (uint32_t i = 0; i < net->left.row_count; i++) {
        net->first_bound[i] = at;
        for (uint32_t b = 0; b < net->left.rows[i].bound_count; b++)
            net->bound_row[at++ - net->at.bounds] = i;
    }
}

/* Runs of days for the rows that may serve. */
static void open_serving(ReplanNet *net)
{
    size_t run = 0;
    net->slot = NEW(net->arena, uint32_t, net->left.row_count + 1);
    for (uint32_t i = 0; i < net->left.row_count; i++) {
        bool serves = net->rows.post_first[i] < net->rows.post_first[i + 1];
        net->slot[i] = serves ? (uint32_t)run : NO_INDEX;
        if (serves) run += net->days;
    }
    net->serves = NEW(net->arena, uint32_t, run + 1);
    for (size_t k = 0; k < run; k++)
        net->serves[k] = NO_INDEX;
}

/* ---- places ------------------------------------------------------------ */

ReplanPlace replan_place(const ReplanNet *net, size_t vertex)
{
    if (vertex == net->at.source) return (ReplanPlace){.kind = REPLAN_HUB};
    if (vertex < net->at.bounds) {
        uint32_t row = (uint32_t)(vertex - net->at.rows);
        return (ReplanPlace){REPLAN_ROW, row, 0, row};
    }
    if (vertex < net->at.posts) {
        uint32_t bound = (uint32_t)(vertex - net->at.bounds);
        return (ReplanPlace){REPLAN_BOUND, bound, 0, net->bound_row[bound]};
    }
    bool post = vertex < net->at.nodes;
    uint32_t at = (uint32_t)(vertex - (post ? net->at.posts : net->at.nodes));
    return (ReplanPlace){post ? REPLAN_POST : REPLAN_NODE, at / net->days,
                         at % net->days, NO_INDEX};
}

size_t replan_stem(const ReplanNet *net, uint32_t row, uint32_t day)
{
    const ProblemRow *r = &net->left.rows[row];
    for (uint32_t b = r->bound_count; b-- > 0;) {
        if ((r->bounds[b].days >> day & 1) != 0)
            return net->first_bound[row] + b;
    }
    return net->at.rows + row;
}

size_t replan_outlet(const ReplanNet *net, uint32_t row, uint32_t day)
{
    uint32_t post = replan_served(net, row, day);
    return post != NO_INDEX ? replan_post(net, post, day)
                            : replan_node(net, net->left.rows[row].node, day);
}

ChangeLabel replan_seat_cost(const ReplanNet *net, uint32_t row, uint32_t day)
{
    if ((net->told[row] >> day & 1) == 0) return (ChangeLabel){0, 0, 0};
    bool was_in = (net->before[row] >> day & 1) != 0;
    return (ChangeLabel){was_in ? -1 : 1, 0, 0};
}

ChangeLabel replan_highest(const ReplanNet *net, uint32_t row, uint32_t day)
{
    const RowClasses *q = &net->rows;
    ChangeLabel most =
        net->labels[replan_node(net, net->left.rows[row].node, day)];
    for (uint32_t k = q->post_first[row]; k < q->post_first[row + 1]; k++) {
        ChangeLabel label = net->labels[replan_post(net, q->posts[k], day)];
        if (replan_less(most, label)) most = label;
    }
    return most;
}

/* ---- the start --------------------------------------------------------- */

static void take_seats(ReplanNet *net)
{
    const PlanChange *c = net->change;
    uint32_t rows = net->left.row_count;
    net->before = NEW(net->arena, uint64_t, rows + 1);
    net->told = NEW(net->arena, uint64_t, rows + 1);
    net->office = NEW(net->arena, uint64_t, rows + 1);
    for (uint32_t i = 0; i < rows; i++) {
        uint64_t seats = replan_seats(net, i);
        net->before[i] = c->before[i] & seats;
        net->told[i] = c->told[i] & seats;
        net->office[i] = net->before[i] | net->left.rows[i].must;
    }
}

static bool is_qualified(const ReplanNet *net, uint32_t row, uint32_t post)
{
    const RowClasses *q = &net->rows;
    for (uint32_t k = q->post_first[row]; k < q->post_first[row + 1]; k++) {
        if (q->posts[k] == post) return true;
    }
    return false;
}

static void take_duties(ReplanNet *net)
{
    const PlanChange *c = net->change;
    for (size_t k = 0; k < c->duty_count; k++) {
        const PostDuty *d = &c->duties[k];
        if ((net->office[d->row] >> d->day & 1) == 0 ||
            !is_qualified(net, d->row, d->post))
            continue;
        net->serves[net->slot[d->row] + d->day] = d->post;
    }
}

/* What seats send on, posts and then nodes, children before parents. */
static void sum_up(ReplanNet *net)
{
    const Problem *p = &net->left;
    size_t days = net->days;
    net->node_flow = NEW(net->arena, int32_t, p->node_count * days + 1);
    net->post_flow = NEW(net->arena, int32_t, p->post_count * days + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint64_t in = net->office[i]; in != 0; in &= in - 1) {
            uint32_t d = first_of(in), post = replan_served(net, i, d);
            if (post != NO_INDEX) net->post_flow[post * days + d]++;
            uint32_t node =
                post != NO_INDEX ? p->posts[post].node : p->rows[i].node;
            net->node_flow[node * days + d]++;
        }
    }
    for (uint32_t n = p->node_count; n-- > 0;) {
        uint32_t parent = p->nodes[n].parent;
        for (uint32_t d = 0; parent != NO_INDEX && d < days; d++)
            net->node_flow[parent * days + d] += net->node_flow[n * days + d];
    }
}

/* Under these every way with room has a length that is not negative: a told
 * seat costs (1, ...) to take and to drop. */
static void label_all(ReplanNet *net)
{
    net->labels = NEW(net->arena, ChangeLabel, net->at.count);
    for (size_t v = net->at.posts; v < net->at.count; v++)
        net->labels[v] = (ChangeLabel){0, 1, 0};
    net->labels[net->at.sink] = (ChangeLabel){0, 1, 0};
    for (uint32_t i = 0; i < net->left.row_count; i++) {
        ChangeLabel next = replan_seat_level(net, i, 1);
        net->labels[net->at.rows + i] = next;
        for (uint32_t b = 0; b < net->left.rows[i].bound_count; b++)
            net->labels[net->first_bound[i] + b] = next;
    }
}

ReplanNet replan_net(Arena *arena, const PlanChange *change)
{
    ReplanNet net = {.arena = arena, .change = change};
    net.left = replan_left(arena, change);
    net.days = net.left.day_count;
    net.at = vertex_map(&net.left);
    net.rows = classes_of(arena, &net.left, true);
    net.groups = groups_of(arena, &net.left, &net.rows);
    net.posts = list_by(arena, &net.left, net.left.post_count,
                        net.left.node_count, post_key, &net.post_first);
    net.children = list_by(arena, &net.left, net.left.node_count,
                           net.left.node_count, child_key, &net.child_first);
    list_rows(&net);
    list_bounds(&net);
    open_serving(&net);
    take_seats(&net);
    take_duties(&net);
    sum_up(&net);
    label_all(&net);
    return net;
}
