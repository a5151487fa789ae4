/* SPDX-License-Identifier: Apache-2.0 */
#include "residual.h"

/* ---- labels ------------------------------------------------------------ */

/* What unit number `unit` of the flow on the arc costs, from 1. */
static Label cost_of(const ResidualArc *arc, int64_t unit)
{
    if (arc->kind == ARC_SINK_SOURCE) return (Label){-1, 0};
    if (arc->kind == ARC_SOURCE_ROW)
        return (Label){0, 2 * (arc->base + unit) - 1};
    return (Label){0, 0};
}

static Label minus(Label a, Label b)
{
    return (Label){a.presence - b.presence, a.fairness - b.fairness};
}

static Label plus(Label a, Label b)
{
    return (Label){a.presence + b.presence, a.fairness + b.fairness};
}

static int sign(Label a)
{
    if (a.presence != 0) return a.presence < 0 ? -1 : 1;
    return (a.fairness > 0) - (a.fairness < 0);
}

static bool relax(Label from, Label cost, Label *to)
{
    Label way = plus(from, cost);
    if (sign(minus(way, *to)) >= 0) return false;
    *to = way;
    return true;
}

static bool relax_all(const Residual *net, Label *label)
{
    bool changed = false;
    for (size_t a = 0; a < net->arc_count; a++) {
        const ResidualArc *arc = &net->arcs[a];
        Label next = cost_of(arc, arc->flow + 1);
        Label back = minus((Label){0, 0}, cost_of(arc, arc->flow));
        if (arc->flow < arc->high)
            changed |= relax(label[arc->tail], next, &label[arc->head]);
        if (arc->flow > arc->low)
            changed |= relax(label[arc->head], back, &label[arc->tail]);
    }
    return changed;
}

bool residual_labels(const Residual *net, size_t rounds, Arena *scratch,
                     Label *out)
{
    Label *label = NEW(scratch, Label, net->vertex_count);
    bool settled = false;

    for (size_t k = 0; k < rounds && !settled; k++)
        settled = !relax_all(net, label);
    for (size_t v = 0; v < net->at.count; v++)
        out[v] = label[v];
    return settled;
}

static bool arc_is_lawful(const ResidualArc *arc, const Label *label)
{
    Label gap = minus(label[arc->tail], label[arc->head]);
    if (arc->flow < arc->high &&
        sign(plus(cost_of(arc, arc->flow + 1), gap)) < 0)
        return false;
    return arc->flow <= arc->low ||
           sign(plus(cost_of(arc, arc->flow), gap)) <= 0;
}

static bool arcs_are_lawful(const Residual *net, const Label *label,
                            size_t vertex)
{
    for (size_t a = 0; a < net->arc_count; a++) {
        const ResidualArc *arc = &net->arcs[a];
        bool of_seat = arc->tail >= net->seats || arc->head >= net->seats;
        bool here = vertex < net->seats
                        ? !of_seat
                        : arc->tail == vertex || arc->head == vertex;
        if (here && !arc_is_lawful(arc, label)) return false;
    }
    return true;
}

/* Some label serves the seat: if any does, so does that of a neighbour. */
static bool seat_has_label(const Residual *net, Label *label, size_t seat)
{
    bool bound = false;
    for (size_t a = 0; a < net->arc_count; a++) {
        const ResidualArc *arc = &net->arcs[a];
        if (arc->tail != seat && arc->head != seat) continue;
        label[seat] = label[arc->tail == seat ? arc->head : arc->tail];
        if (arcs_are_lawful(net, label, seat)) return true;
        bound = true;
    }
    return !bound;
}

static bool labels_prove(const Residual *net, const Label *given,
                         Arena *scratch)
{
    Label *label = NEW(scratch, Label, net->vertex_count);

    for (size_t v = 0; v < net->at.count; v++)
        label[v] = given[v];
    if (!arcs_are_lawful(net, label, 0)) return false;
    for (size_t v = net->seats; v < net->vertex_count; v++) {
        if (!seat_has_label(net, label, v)) return false;
    }
    return true;
}

/* ---- cuts -------------------------------------------------------------- */

static void find_reachable(const Residual *net, const int64_t *excess,
                           uint8_t *seen, size_t *by)
{
    bool changed = true;
    for (size_t v = 0; v < net->vertex_count; v++)
        seen[v] = excess[v] > 0;
    while (changed) {
        changed = false;
        for (size_t a = 0; a < net->arc_count; a++) {
            const ResidualArc *arc = &net->arcs[a];
            size_t to = SIZE_MAX;
            if (arc->flow < arc->high && seen[arc->tail] && !seen[arc->head])
                to = arc->head;
            if (arc->flow > arc->low && seen[arc->head] && !seen[arc->tail])
                to = arc->tail;
            if (to == SIZE_MAX) continue;
            seen[to] = 1;
            by[to] = a;
            changed = true;
        }
    }
}

/* Send one unit to `v` from wherever the search came; false when v is not in
 * need of one or was not reached. */
static bool send_one(const Residual *net, int64_t *excess, const uint8_t *seen,
                     const size_t *by, size_t v)
{
    if (excess[v] >= 0 || !seen[v]) return false;
    excess[v]++;
    while (by[v] != SIZE_MAX) {
        ResidualArc *arc = &net->arcs[by[v]];
        bool forward = arc->head == v;
        arc->flow += forward ? 1 : -1;
        v = forward ? arc->tail : arc->head;
    }
    excess[v]--;
    return true;
}

/* From all lower bounds, send what is too much to where it lacks, until some
 * of it reaches no lack: what it reaches is the cut (Hoffman 1960). */
static bool flow_is_stuck(Residual *net, Arena *scratch, uint8_t *seen)
{
    int64_t *excess = NEW(scratch, int64_t, net->vertex_count);
    size_t *by = NEW(scratch, size_t, net->vertex_count);

    for (size_t a = 0; a < net->arc_count; a++) {
        net->arcs[a].flow = net->arcs[a].low;
        excess[net->arcs[a].tail] -= net->arcs[a].low;
        excess[net->arcs[a].head] += net->arcs[a].low;
    }
    for (bool sent = true; sent;) {
        sent = false;
        for (size_t v = 0; v < net->vertex_count; v++)
            by[v] = SIZE_MAX;
        find_reachable(net, excess, seen, by);
        for (size_t v = 0; v < net->vertex_count && !sent; v++)
            sent = send_one(net, excess, seen, by, v);
    }
    for (size_t v = 0; v < net->vertex_count; v++) {
        if (excess[v] > 0) return true;
    }
    return false;
}

static size_t absurd_arc(const Residual *net)
{
    for (size_t a = 0; a < net->arc_count; a++) {
        if (net->arcs[a].low > net->arcs[a].high) return a;
    }
    return SIZE_MAX;
}

bool residual_cut(Residual *net, Arena *scratch, uint8_t *side,
                  uint64_t *seat_side)
{
    const Problem *p = net->problem;
    uint8_t *seen = NEW(scratch, uint8_t, net->vertex_count);
    size_t absurd = absurd_arc(net);

    if (absurd != SIZE_MAX)
        seen[net->arcs[absurd].tail] = 1;
    else if (!flow_is_stuck(net, scratch, seen))
        return false;

    for (size_t v = 0; v < net->at.count; v++)
        side[v] = seen[v];
    for (uint32_t i = 0; i < p->row_count; i++) {
        seat_side[i] = 0;
        for (uint32_t d = 0; d < p->day_count; d++)
            seat_side[i] |=
                (uint64_t)seen[net->seats + (size_t)i * p->day_count + d] << d;
    }
    return true;
}

static bool in_cut(const Residual *net, const Certificate *c, size_t v)
{
    uint32_t days = net->problem->day_count;
    if (v < net->seats) return c->side[v] != 0;
    size_t seat = v - net->seats;
    return (c->seat_side[seat / days] >> (seat % days) & 1) != 0;
}

static bool cut_proves(const Residual *net, const Certificate *c)
{
    int64_t sum = 0;
    bool leaks = false;

    for (size_t a = 0; a < net->arc_count; a++) {
        const ResidualArc *arc = &net->arcs[a];
        bool tail = in_cut(net, c, arc->tail), head = in_cut(net, c, arc->head);
        if (tail == head) continue;
        if (arc->low > arc->high) return true;
        if (head)
            sum += arc->low;
        else if (arc->high == ARC_FREE)
            leaks = true;
        else
            sum -= arc->high;
    }
    return !leaks && sum > 0;
}

/* ---- belief ------------------------------------------------------------ */

static bool totals_are_so(const Residual *net, const Answer *answer)
{
    int64_t presence = 0, fairness = 0;
    for (size_t a = 0; a < net->arc_count; a++) {
        const ResidualArc *arc = &net->arcs[a];
        if (arc->kind != ARC_SOURCE_ROW) continue;
        presence += arc->flow;
        fairness += (arc->base + arc->flow) * (arc->base + arc->flow);
    }
    return presence == answer->presence && fairness == answer->fairness;
}

bool residual_believes(Residual *net, const Answer *answer, Arena *scratch)
{
    const Certificate *c = &answer->certificate;

    if (c->kind == ANSWER_CLASH) return cut_proves(net, c);
    return residual_load(net, answer) && residual_is_feasible(net, scratch) &&
           totals_are_so(net, answer) && labels_prove(net, c->labels, scratch);
}
