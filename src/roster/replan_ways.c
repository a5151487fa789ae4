/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_net.h"

static const ChangeLabel seat_worth = {0, -1, 0}; /* a root's arc to the hub */

static uint32_t first_of(uint64_t days)
{
    return (uint32_t)__builtin_ctzll(days);
}

/* ---- ways with room ---------------------------------------------------- */

typedef struct {
    const ReplanNet *net;
    const Group *group;
    size_t from;
    ReplanVisit *visit;
    void *context;
} Walk;

/* The length of a way that costs so much, between these labels. */
static ChangeLabel length_of(ChangeLabel cost, ChangeLabel from, ChangeLabel to)
{
    const ChangeLabel zero = {0, 0, 0};
    ChangeLabel length = {
        .changed = cost.changed + from.changed - to.changed,
        .presence = cost.presence + from.presence - to.presence,
        .fairness = cost.fairness + from.fairness - to.fairness,
    };
    return replan_less(length, zero) ? zero : length;
}

/* A way that costs so much, forwards. */
static void tell(const Walk *w, size_t to, uint32_t row, ChangeLabel cost)
{
    const ChangeLabel *label = w->net->labels;
    ReplanWay way = {to, row, length_of(cost, label[w->from], label[to])};
    w->visit(w->context, &way);
}

/* On from a seat, whose label is the highest of its outlets'. */
static void outlet_way(const Walk *w, uint32_t row, size_t to, ChangeLabel in,
                       ChangeLabel highest)
{
    ChangeLabel on = replan_minus(highest, w->net->labels[to]);
    ReplanWay way = {to, row, replan_plus(in, on)};
    w->visit(w->context, &way);
}

/* A free seat: to each outlet, by way of the seat. */
static void take_ways(const Walk *w, uint32_t row, uint32_t day)
{
    const ReplanNet *net = w->net;
    const RowClasses *q = &net->rows;
    ChangeLabel highest = replan_highest(net, row, day);
    ChangeLabel in = length_of(replan_seat_cost(net, row, day),
                               net->labels[w->from], highest);
    outlet_way(w, row, replan_node(net, net->left.rows[row].node, day), in,
               highest);
    for (uint32_t k = q->post_first[row]; k < q->post_first[row + 1]; k++)
        outlet_way(w, row, replan_post(net, q->posts[k], day), in, highest);
}

/* A seat that leaves its outlet: elsewhere, or given up. */
static void leave_ways(const Walk *w, uint32_t row, uint32_t day)
{
    const ReplanNet *net = w->net;
    const RowClasses *q = &net->rows;
    const ChangeLabel none = {0, 0, 0};
    size_t node = replan_node(net, net->left.rows[row].node, day);
    if (node != w->from) tell(w, node, row, none);
    for (uint32_t k = q->post_first[row]; k < q->post_first[row + 1]; k++) {
        size_t post = replan_post(net, q->posts[k], day);
        if (post != w->from) tell(w, post, row, none);
    }
    if ((net->left.rows[row].must >> day & 1) == 0)
        tell(w, replan_stem(net, row, day), row,
             replan_minus(none, replan_seat_cost(net, row, day)));
}

/* The bound that lies around bound b of a row, or the row. */
size_t replan_outer(const ReplanNet *net, uint32_t row, uint32_t b)
{
    const RowBound *bounds = net->left.rows[row].bounds;
    for (uint32_t a = b; a-- > 0;) {
        if ((bounds[b].days & ~bounds[a].days) == 0)
            return net->first_bound[row] + a;
    }
    return net->at.rows + row;
}

static int32_t bound_flow(const ReplanNet *net, uint32_t row, uint32_t b)
{
    return __builtin_popcountll(net->office[row] &
                                net->left.rows[row].bounds[b].days);
}

/* From a row or window to those inside it, and to its free seats. */
static void stem_ways(const Walk *w, uint32_t row)
{
    const ReplanNet *net = w->net;
    const ProblemRow *r = &net->left.rows[row];
    uint64_t days = replan_seats(net, row) & ~net->office[row];
    for (uint32_t b = 0; b < r->bound_count; b++) {
        if (replan_outer(net, row, b) == w->from &&
            bound_flow(net, row, b) < r->bounds[b].most)
            tell(w, net->first_bound[row] + b, NO_INDEX,
                 (ChangeLabel){0, 0, 0});
    }
    for (; days != 0; days &= days - 1) {
        uint32_t d = first_of(days);
        if (r->bound_count == 0 || replan_stem(net, row, d) == w->from)
            take_ways(w, row, d);
    }
}

static void row_ways(const Walk *w, uint32_t row)
{
    const ReplanNet *net = w->net;
    if (net->office[row] != 0)
        tell(w, net->at.source, NO_INDEX,
             replan_minus((ChangeLabel){0}, replan_seat_level(net, row, 0)));
    stem_ways(w, row);
}

static void bound_ways(const Walk *w, uint32_t row)
{
    const ReplanNet *net = w->net;
    uint32_t b = (uint32_t)(w->from - net->first_bound[row]);
    if (bound_flow(net, row, b) > net->left.rows[row].bounds[b].least)
        tell(w, replan_outer(net, row, b), NO_INDEX, (ChangeLabel){0, 0, 0});
    stem_ways(w, row);
}

static void post_ways(const Walk *w, uint32_t post, uint32_t day)
{
    const ReplanNet *net = w->net;
    const ProblemPost *p = &net->left.posts[post];
    tell(w, replan_node(net, p->node, day), NO_INDEX, (ChangeLabel){0, 0, 0});
    for (uint32_t k = 0; k < p->row_count; k++) {
        uint32_t row = p->rows[k];
        if ((net->office[row] >> day & 1) != 0 &&
            replan_served(net, row, day) == post)
            leave_ways(w, row, day);
    }
}

/* Up to the parent or the hub, down to children and posts. */
static void node_arcs(const Walk *w, uint32_t node, uint32_t day)
{
    const ReplanNet *net = w->net;
    const ProblemNode *n = &net->left.nodes[node];
    const ChangeLabel none = {0, 0, 0};
    bool root = n->parent == NO_INDEX;
    if (net->node_flow[(size_t)node * net->days + day] < n->most[day])
        tell(w, root ? net->at.source : replan_node(net, n->parent, day),
             NO_INDEX, root ? seat_worth : none);
    for (uint32_t k = net->child_first[node]; k < net->child_first[node + 1];
         k++) {
        uint32_t child = net->children[k];
        if (net->node_flow[(size_t)child * net->days + day] >
            net->left.nodes[child].least[day])
            tell(w, replan_node(net, child, day), NO_INDEX, none);
    }
    for (uint32_t k = net->post_first[node]; k < net->post_first[node + 1];
         k++) {
        uint32_t post = net->posts[k];
        if (net->post_flow[(size_t)post * net->days + day] >
            net->left.posts[post].need[day])
            tell(w, replan_post(net, post, day), NO_INDEX, none);
    }
}

static void node_ways(const Walk *w, uint32_t node, uint32_t day)
{
    const ReplanNet *net = w->net;
    node_arcs(w, node, day);
    for (uint32_t c = net->class_first[node]; c < net->class_first[node + 1];
         c++) {
        uint32_t row = net->rows.classes[c].row;
        if ((net->office[row] >> day & 1) != 0 &&
            replan_served(net, row, day) == NO_INDEX)
            leave_ways(w, row, day);
    }
}

/* To every row of the group, and down to its roots. */
static void hub_ways(const Walk *w)
{
    const ReplanNet *net = w->net;
    const Group *g = w->group;
    const ChangeLabel back = replan_minus((ChangeLabel){0}, seat_worth);
    for (uint32_t k = 0; k < g->class_count; k++) {
        uint32_t c = net->groups.classes[g->class_first + k];
        uint32_t row = net->rows.classes[c].row;
        tell(w, net->at.rows + row, NO_INDEX, replan_seat_level(net, row, 1));
    }
    for (uint32_t k = 0; k < g->node_count; k++) {
        uint32_t n = net->groups.nodes[g->node_first + k];
        const ProblemNode *node = &net->left.nodes[n];
        if (node->parent != NO_INDEX) continue;
        for (uint32_t d = 0; d < net->days; d++) {
            if (net->node_flow[(size_t)n * net->days + d] > node->least[d])
                tell(w, replan_node(net, n, d), NO_INDEX, back);
        }
    }
}

void replan_ways(const ReplanNet *net, const Group *group, size_t from,
                 ReplanVisit *visit, void *context)
{
    Walk w = {net, group, from, visit, context};
    ReplanPlace at = replan_place(net, from);
    switch (at.kind) {
    case REPLAN_HUB: hub_ways(&w); return;
    case REPLAN_ROW: row_ways(&w, at.row); return;
    case REPLAN_BOUND: bound_ways(&w, at.row); return;
    case REPLAN_POST: post_ways(&w, at.at, at.day); return;
    case REPLAN_NODE: node_ways(&w, at.at, at.day); return;
    }
}

/* ---- sending ----------------------------------------------------------- */

static void set_outlet(ReplanNet *net, uint32_t row, uint32_t day,
                       size_t outlet)
{
    ReplanPlace at = replan_place(net, outlet);
    if (net->slot[row] != NO_INDEX)
        net->serves[net->slot[row] + day] =
            at.kind == REPLAN_POST ? at.at : NO_INDEX;
}

void replan_take(ReplanNet *net, uint32_t row, uint32_t day, size_t outlet)
{
    net->office[row] |= UINT64_C(1) << day;
    set_outlet(net, row, day, outlet);
}

static void give_up(ReplanNet *net, uint32_t row, uint32_t day)
{
    net->office[row] &= ~(UINT64_C(1) << day);
    if (net->slot[row] != NO_INDEX)
        net->serves[net->slot[row] + day] = NO_INDEX;
}

static void push_seat(ReplanNet *net, ReplanPlace a, ReplanPlace b, size_t to,
                      uint32_t row)
{
    bool from_stem = a.kind == REPLAN_ROW || a.kind == REPLAN_BOUND;
    bool to_stem = b.kind == REPLAN_ROW || b.kind == REPLAN_BOUND;
    if (from_stem)
        replan_take(net, row, b.day, to);
    else if (to_stem)
        give_up(net, row, a.day);
    else
        set_outlet(net, row, b.day, to);
}

/* The arc upwards from post or node a. */
static void push_up(ReplanNet *net, ReplanPlace a, int32_t amount)
{
    size_t at = (size_t)a.at * net->days + a.day;
    if (a.kind == REPLAN_POST)
        net->post_flow[at] += amount;
    else
        net->node_flow[at] += amount;
}

/* Is a below b, so that an arc goes up from a to b? */
static bool goes_up(const ReplanNet *net, ReplanPlace a, ReplanPlace b)
{
    if (a.kind == REPLAN_POST) return true; /* to its node */
    if (a.kind != REPLAN_NODE || b.kind == REPLAN_POST) return false;
    return b.kind == REPLAN_HUB || net->left.nodes[a.at].parent == b.at;
}

static bool is_of_days(ReplanPlace at)
{
    return at.kind == REPLAN_POST || at.kind == REPLAN_NODE;
}

void replan_push(ReplanNet *net, size_t from, size_t to, uint32_t row)
{
    ReplanPlace a = replan_place(net, from);
    ReplanPlace b = replan_place(net, to);
    if (row != NO_INDEX)
        push_seat(net, a, b, to, row);
    else if (!is_of_days(a) && !is_of_days(b))
        return; /* windows and rows count their seats */
    else if (goes_up(net, a, b))
        push_up(net, a, 1);
    else
        push_up(net, b, -1);
}
