/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/cut.h"

/*
 * Why a cut proves it.  What enters a set X of vertices leaves it again.  At
 * least the sum of the lower bounds of its entering arcs enters, at most the
 * sum of the upper bounds of its leaving arcs leaves; if the first is more, no
 * flow exists.  (Such a set exists whenever there is no flow: A. J. Hoffman,
 * "Some recent applications of the theory of linear inequalities to extremal
 * combinatorial analysis", 1960.)  A leaving arc without upper bound makes X
 * worthless.
 */
typedef struct {
    const Network *net;
    const uint8_t *side;
    const uint64_t *seat_side;
    int64_t enters, leaves; /* least and most */
    bool absurd;            /* an arc across has least above most */
    bool leaks;             /* an arc without upper bound leaves; */
    Err leak;               /* the first of them */
} Cut;

static bool sides_are_bits(const Certificate *c, Err *err)
{
    for (size_t v = 0; v < c->vertex_count; v++) {
        if (c->side[v] > 1)
            return FAIL(err, ERR_INPUT,
                        "vertex %zu: side %u is neither 0 nor 1", v,
                        c->side[v]);
    }
    return true;
}

/* Up to 2^31 on each of at most 2^32 * 64 arcs: sums are checked. */
static bool add(int64_t *sum, int64_t more, Err *err)
{
    if (__builtin_add_overflow(*sum, more, sum))
        return FAIL(err, ERR_LIMIT, "the sum of the cut overflows");
    return true;
}

/* An arc [least, most] with its ends in X or not; what and where name it. */
typedef struct {
    bool tail, head;
    int32_t least, most;
    const char *what, *place;
    uint32_t index, at;
} Arc;

static bool arc_counts(Cut *c, const Arc *a, Err *err)
{
    if (a->tail == a->head) return true;
    if (a->most != PROBLEM_FREE && a->least > a->most) c->absurd = true;
    if (a->head) return add(&c->enters, a->least, err);
    if (a->most != PROBLEM_FREE) return add(&c->leaves, a->most, err);

    if (!c->leaks)
        (void)FAIL(&c->leak, ERR_INPUT,
                   "%s %u, %s %u: leaves the cut and has no upper bound",
                   a->what, a->index, a->place, a->at);
    c->leaks = true;
    return true;
}

static void ends_count(Cut *c)
{
    bool source = c->side[c->net->at.source] != 0;
    bool sink = c->side[c->net->at.sink] != 0;

    if (sink && !source) {
        c->leaks = true;
        (void)FAIL(&c->leak, ERR_INPUT,
                   "T -> S leaves the cut and has no upper bound");
    }
}

static void row_arc_counts(Cut *c, const NetworkRow *r)
{
    bool source = c->side[c->net->at.source] != 0;

    if (source && c->side[r->vertex] == 0 && !c->leaks) {
        c->leaks = true;
        (void)FAIL(&c->leak, ERR_INPUT,
                   "row %u: S -> row leaves the cut and has no upper bound",
                   r->index);
    }
}

static bool bounds_count(Cut *c, const NetworkRow *r, Err *err)
{
    for (uint32_t k = 1; k <= r->row->bound_count; k++) {
        const RowBound *b = &r->row->bounds[k - 1];
        Arc a = {
            .tail = c->side[stem_vertex(r, stem_parent(r, k))] != 0,
            .head = c->side[stem_vertex(r, k)] != 0,
            .least = b->least,
            .most = b->most,
            .what = "row",
            .index = r->index,
            .place = "bound",
            .at = k - 1,
        };
        if (!arc_counts(c, &a, err)) return false;
    }
    return true;
}

static bool stems_count(Cut *c, const NetworkRow *r, Err *err)
{
    uint64_t in = c->seat_side[r->index], left = r->seats;

    for (uint32_t k = r->row->bound_count + 1; k-- > 0 && left != 0;) {
        uint64_t days = left & stem_days(r, k);
        bool stem_in = c->side[stem_vertex(r, k)] != 0;
        bool fits =
            stem_in ? add(&c->leaves, day_total(days & ~in), err)
                    : add(&c->enters, day_total(days & in & r->row->must), err);
        if (!fits) return false;
        left &= ~days;
    }
    return true;
}

/* The days of a post or node that are outside X. */
static uint64_t days_outside(const Cut *c, size_t vertex)
{
    uint64_t out = 0;
    for (uint32_t d = 0; d < c->net->problem->day_count; d++)
        out |= (uint64_t)(c->side[vertex + d] == 0) << d;
    return out;
}

static bool outlets_count(Cut *c, const NetworkRow *r, Err *err)
{
    uint64_t seats = c->seat_side[r->index] & r->seats;

    if (seats == 0) return true;
    uint64_t outside = days_outside(c, node_vertex(c->net, r->row->node));
    if (!add(&c->leaves, day_total(seats & outside), err)) return false;
    for (uint32_t k = 0; k < r->post_count; k++) {
        outside = days_outside(c, post_vertex(c->net, r->posts[k]));
        if (!add(&c->leaves, day_total(seats & outside), err)) return false;
    }
    return true;
}

static bool rows_count(Cut *c, Err *err)
{
    size_t bounds = 0;

    for (uint32_t i = 0; i < c->net->problem->row_count; i++) {
        NetworkRow r = network_row(c->net, i, &bounds);
        row_arc_counts(c, &r);
        if (!bounds_count(c, &r, err) || !stems_count(c, &r, err) ||
            !outlets_count(c, &r, err))
            return false;
    }
    return true;
}

static bool posts_count(Cut *c, Err *err)
{
    const Problem *p = c->net->problem;

    for (uint32_t q = 0; q < p->post_count; q++) {
        size_t post = post_vertex(c->net, q);
        size_t node = node_vertex(c->net, p->posts[q].node);
        for (uint32_t d = 0; d < p->day_count; d++) {
            Arc a = {
                .tail = c->side[post + d] != 0,
                .head = c->side[node + d] != 0,
                .least = p->posts[q].need[d],
                .most = PROBLEM_FREE,
                .what = "post",
                .index = q,
                .place = "day",
                .at = d,
            };
            if (!arc_counts(c, &a, err)) return false;
        }
    }
    return true;
}

static bool node_counts(Cut *c, uint32_t n, uint32_t d, Err *err)
{
    const ProblemNode *node = &c->net->problem->nodes[n];
    size_t above = node->parent == NO_INDEX
                       ? c->net->at.sink
                       : node_vertex(c->net, node->parent) + d;
    Arc a = {
        .tail = c->side[node_vertex(c->net, n) + d] != 0,
        .head = c->side[above] != 0,
        .least = node->least[d],
        .most = node->most[d],
        .what = "node",
        .index = n,
        .place = "day",
        .at = d,
    };
    return arc_counts(c, &a, err);
}

static bool nodes_count(Cut *c, Err *err)
{
    const Problem *p = c->net->problem;

    for (uint32_t n = 0; n < p->node_count; n++) {
        for (uint32_t d = 0; d < p->day_count; d++) {
            if (!node_counts(c, n, d, err)) return false;
        }
    }
    return true;
}

bool cut_is_violated(const Network *net, const Certificate *c, Err *err)
{
    Cut cut = {.net = net, .side = c->side, .seat_side = c->seat_side};

    if (!sides_are_bits(c, err)) return false;
    ends_count(&cut);
    if (!rows_count(&cut, err) || !posts_count(&cut, err) ||
        !nodes_count(&cut, err))
        return false;

    if (cut.absurd) return true;
    if (cut.leaks) {
        *err = cut.leak;
        return false;
    }
    if (cut.enters <= cut.leaves)
        return FAIL(err, ERR_INPUT,
                    "the cut proves no clash: %lld must enter, %lld may leave",
                    (long long)cut.enters, (long long)cut.leaves);
    return true;
}
