/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/optimal.h"

#include "audit/ladder.h"

/*
 * Why labels prove it (weak duality).  Give every arc u -> v the reduced cost
 * cost(u,v) + label(u) - label(v).  Around a circulation the labels cancel, as
 * each vertex sends on what it gets, so that costs and reduced costs of any
 * feasible flow sum to the same pair.  Where an arc could carry one more, the
 * reduced cost of the next unit is not negative, and as costs are convex nor
 * is that of any after it; where it could carry one less, that of the last
 * unit is not positive, nor of those before.  So whatever another feasible
 * flow does differently on an arc costs nothing or more on that arc, and
 * nothing or more in sum.  Only sums of pairs and their lexicographic order
 * are used, in which x >= 0 and y >= 0 give x + y >= 0: therefore presence
 * comes strictly before fairness without a weight between them.
 *
 * Labels of seats are not given.  A seat has one way in, so that at most one
 * arc bounds its label from above: the one from the stem when nobody sits
 * there, the one to post or node that carries the seat when somebody does.
 * All others bound it from below (a `must` seat, which can carry neither more
 * nor less, is not bounded by its stem).  A label exists when no lower bound
 * is above the upper one.
 *
 * Ahuja, Magnanti, Orlin, "Network Flows", 1993, sections 9.3 (reduced cost
 * optimality) and 14.3 (convex costs).
 */
typedef struct {
    const Network *net;
    const Answer *answer;
    const Flow *flow;
    const Label *label;
    Ladder ladder; /* of `node`, that of the last row looked at */
    uint32_t node;
    Label outlet[PROBLEM_DAYS]; /* room for that of the row looked at */
} Proof;

/* One row, the days it is in, and the label of where each seat goes. */
typedef struct {
    NetworkRow at;
    uint64_t office;
    DutyRun duties;
    const Label *node;
    const Label *outlet; /* per day; holds on office days */
} Seats;

static bool label_plus(Label a, Label cost, Label *out)
{
    return !__builtin_add_overflow(a.presence, cost.presence, &out->presence) &&
           !__builtin_add_overflow(a.fairness, cost.fairness, &out->fairness);
}

/* The law for an arc whose cost is in `from` already: NULL when it holds, else
 * what would be better. */
static const char *better_with(Label from, Label to, bool more, bool less)
{
    if (more && label_under(from, to)) return "more";
    if (less && label_under(to, from)) return "less";
    return NULL;
}

static bool sink_proved(const Proof *p, Err *err)
{
    Label source = p->label[p->net->at.source];
    Label sink = p->label[p->net->at.sink];

    if (!label_plus(sink, (Label){-1, 0}, &sink))
        return FAIL(err, ERR_LIMIT, "the label of T overflows");
    const char *better = better_with(sink, source, true, p->flow->presence > 0);
    if (better != NULL)
        return FAIL(err, ERR_INPUT,
                    "T -> S: by the labels one seat %s would be better",
                    better);
    return true;
}

/* Convex: the next seat costs more than the last one did. */
static bool row_arc_proved(const Proof *p, const Seats *s, Err *err)
{
    Label source = p->label[p->net->at.source];
    Label row = p->label[s->at.vertex];
    int64_t seats = day_total(s->office);
    int64_t next_cost = 2 * (s->at.row->offset + seats + 1) - 1;
    Label next = {0}, last = {0};

    if (!label_plus(source, (Label){0, next_cost}, &next) ||
        !label_plus(source, (Label){0, next_cost - 2}, &last))
        return FAIL(err, ERR_LIMIT, "row %u: the label of S and cost overflow",
                    s->at.index);
    if (label_under(next, row))
        return FAIL(err, ERR_INPUT,
                    "row %u: by the labels one seat more would be better",
                    s->at.index);
    if (seats > 0 && label_under(row, last))
        return FAIL(err, ERR_INPUT,
                    "row %u: by the labels one seat less would be better",
                    s->at.index);
    return true;
}

static bool bounds_proved(const Proof *p, const Seats *s, Err *err)
{
    for (uint32_t k = 1; k <= s->at.row->bound_count; k++) {
        const RowBound *b = &s->at.row->bounds[k - 1];
        Label own = p->label[stem_vertex(&s->at, k)];
        Label stem = p->label[stem_vertex(&s->at, stem_parent(&s->at, k))];
        if (!label_under(own, stem) && !label_under(stem, own)) continue;
        int64_t days = day_total(s->office & b->days);
        const char *better = better_with(
            stem, own, b->most == PROBLEM_FREE || days<b->most, days> b->least);
        if (better != NULL)
            return FAIL(err, ERR_INPUT,
                        "row %u, bound %u: by the labels one day %s would be "
                        "better",
                        s->at.index, k - 1, better);
    }
    return true;
}

/* Days of `among` on which a label of the run is above, or under, one. */
static uint64_t days_above(const Label *run, uint64_t among, Label one)
{
    uint64_t out = 0;
    for (uint64_t rest = among; rest != 0; rest &= rest - 1) {
        if (label_under(one, run[first_day(rest)])) out |= rest & (~rest + 1);
    }
    return out;
}

static uint64_t days_under(const Label *run, uint64_t among, Label one)
{
    uint64_t out = 0;
    for (uint64_t rest = among; rest != 0; rest &= rest - 1) {
        if (label_under(run[first_day(rest)], one)) out |= rest & (~rest + 1);
    }
    return out;
}

static uint64_t days_better(const Label *other, uint64_t among,
                            const Label *outlet)
{
    uint64_t out = 0;
    for (uint64_t rest = among; rest != 0; rest &= rest - 1) {
        uint32_t d = first_day(rest);
        if (label_under(outlet[d], other[d])) out |= rest & (~rest + 1);
    }
    return out;
}

static const Label *post_labels(const Proof *p, uint32_t post)
{
    return p->label + post_vertex(p->net, post);
}

/* Seats that hang from one stem: the free ones, and those one could leave. */
static bool stem_proved(const Proof *p, const Seats *s, Label stem,
                        uint64_t days, Err *err)
{
    uint64_t idle = days & ~s->office;
    uint64_t taken = days & s->office & ~s->at.row->must;
    uint64_t served = taken & s->duties.days;
    uint64_t not_above = 0, under = ladder_under(&p->ladder, stem, &not_above);
    uint64_t more = idle & ~not_above;
    uint64_t less = taken & ~served & under;

    less |= days_under(s->outlet, served, stem);
    for (uint32_t k = 0; k < s->at.post_count; k++)
        more |= days_above(post_labels(p, s->at.posts[k]), idle, stem);
    if (more != 0)
        return FAIL(err, ERR_INPUT,
                    "row %u, day %u: by the labels the free seat would be "
                    "better taken",
                    s->at.index, first_day(more));
    if (less != 0)
        return FAIL(err, ERR_INPUT,
                    "row %u, day %u: by the labels the taken seat would be "
                    "better free",
                    s->at.index, first_day(less));
    return true;
}

static bool stems_proved(const Proof *p, const Seats *s, Err *err)
{
    uint64_t left = s->at.seats;

    for (uint32_t k = s->at.row->bound_count + 1; k-- > 0 && left != 0;) {
        uint64_t days = left & stem_days(&s->at, k);
        if (!stem_proved(p, s, p->label[stem_vertex(&s->at, k)], days, err))
            return false;
        left &= ~days;
    }
    return true;
}

/* No taken seat would better go elsewhere. */
static bool outlets_proved(const Proof *p, const Seats *s, Err *err)
{
    uint64_t wrong = days_better(s->node, s->duties.days, s->outlet);

    if (wrong != 0)
        return FAIL(err, ERR_INPUT,
                    "row %u, day %u: by the labels no duty would be better",
                    s->at.index, first_day(wrong));
    for (uint32_t k = 0; k < s->at.post_count; k++) {
        uint32_t post = s->at.posts[k];
        wrong = days_better(post_labels(p, post), s->office, s->outlet);
        if (wrong != 0)
            return FAIL(err, ERR_INPUT,
                        "row %u, day %u: by the labels duty at post %u would "
                        "be better",
                        s->at.index, first_day(wrong), post);
    }
    return true;
}

/* The node's labels, but the post's on days of duty. */
static void fill_outlets(Proof *p, Seats *s)
{
    if (s->duties.count == 0) return;
    for (uint64_t rest = s->office; rest != 0; rest &= rest - 1)
        p->outlet[first_day(rest)] = s->node[first_day(rest)];
    for (size_t k = 0; k < s->duties.count; k++) {
        const PostDuty *d = &s->duties.at[k];
        p->outlet[d->day] = post_labels(p, d->post)[d->day];
    }
    s->outlet = p->outlet;
}

static void climb(Proof *p, uint32_t node)
{
    if (node == p->node) return;
    p->node = node;
    ladder_make(&p->ladder, p->label + node_vertex(p->net, node),
                p->net->problem->day_count);
}

static bool row_proved(const Proof *p, const Seats *s, Err *err)
{
    return row_arc_proved(p, s, err) && bounds_proved(p, s, err) &&
           stems_proved(p, s, err) && outlets_proved(p, s, err);
}

static bool rows_proved(Proof *p, Err *err)
{
    size_t bounds = 0, next = 0;

    for (uint32_t i = 0; i < p->net->problem->row_count; i++) {
        NetworkRow row = network_row(p->net, i, &bounds);
        Seats s = {
            .at = row,
            .office = p->answer->office[i],
            .duties = flow_duties(p->answer, i, &next),
            .node = p->label + node_vertex(p->net, row.row->node),
        };
        s.outlet = s.node;
        climb(p, row.row->node);
        fill_outlets(p, &s);
        if (!row_proved(p, &s, err)) return false;
    }
    return true;
}

static bool posts_proved(const Proof *p, Err *err)
{
    const Problem *problem = p->net->problem;

    for (uint32_t q = 0; q < problem->post_count; q++) {
        const ProblemPost *post = &problem->posts[q];
        const uint32_t *here = p->flow->posts + (size_t)q * problem->day_count;
        const Label *node = p->label + node_vertex(p->net, post->node);
        for (uint32_t d = 0; d < problem->day_count; d++) {
            const char *better =
                better_with(post_labels(p, q)[d], node[d], true,
                            (int64_t)here[d] > post->need[d]);
            if (better != NULL)
                return FAIL(err, ERR_INPUT,
                            "post %u, day %u: by the labels one duty %s would "
                            "be better",
                            q, d, better);
        }
    }
    return true;
}

static const char *node_better(const Proof *p, uint32_t n, uint32_t d)
{
    const Problem *problem = p->net->problem;
    const ProblemNode *node = &problem->nodes[n];
    int64_t seats = p->flow->nodes[(size_t)n * problem->day_count + d];
    size_t above = node->parent == NO_INDEX
                       ? p->net->at.sink
                       : node_vertex(p->net, node->parent) + d;

    return better_with(p->label[node_vertex(p->net, n) + d], p->label[above],
                       node->most[d] == PROBLEM_FREE ||
                           seats<node->most[d], seats> node->least[d]);
}

static bool nodes_proved(const Proof *p, Err *err)
{
    const Problem *problem = p->net->problem;

    for (uint32_t n = 0; n < problem->node_count; n++) {
        for (uint32_t d = 0; d < problem->day_count; d++) {
            const char *better = node_better(p, n, d);
            if (better != NULL)
                return FAIL(err, ERR_INPUT,
                            "node %u, day %u: by the labels one seat %s would "
                            "be better",
                            n, d, better);
        }
    }
    return true;
}

bool optimal_proved(const Network *net, const Answer *answer, const Flow *flow,
                    Err *err)
{
    Proof p = {
        .net = net,
        .answer = answer,
        .flow = flow,
        .label = answer->certificate.labels,
        .node = NO_INDEX,
    };
    return sink_proved(&p, err) && rows_proved(&p, err) &&
           posts_proved(&p, err) && nodes_proved(&p, err);
}
