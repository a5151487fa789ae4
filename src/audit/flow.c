/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/flow.h"

#include "audit/tally.h"

/*
 * The flow on every arc follows from days and duties: a seat taken carries one
 * from its stem to the post that it serves or else to its node; everything
 * after is a sum.  So nothing the answer says about sums is used: seats are
 * counted at their nodes and posts, then up the forest, children before
 * parents, each against its bounds.
 */
typedef struct {
    const Network *net;
    const Answer *answer;
    uint32_t *posts, *nodes;
    Tally tally; /* of rows in a row that share `node` */
    uint32_t node;
    int64_t presence, fairness;
} Count;

DutyRun flow_duties(const Answer *answer, uint32_t row, size_t *next)
{
    DutyRun run = {0};
    if (*next < answer->duty_count) run.at = &answer->duties[*next];
    while (*next < answer->duty_count && answer->duties[*next].row == row) {
        run.days |= day_bit(answer->duties[*next].day);
        run.count++;
        ++*next;
    }
    return run;
}

static bool duty_comes_after(const PostDuty *a, const PostDuty *b)
{
    return a->row > b->row || (a->row == b->row && a->day > b->day);
}

/* Also: nobody serves two posts on a day. */
static bool duties_are_in_order(const Count *c, Err *err)
{
    const Problem *p = c->net->problem;
    const PostDuty *duties = c->answer->duties;

    for (size_t k = 0; k < c->answer->duty_count; k++) {
        const PostDuty *d = &duties[k];
        if (d->row >= p->row_count || d->day >= p->day_count ||
            d->post >= p->post_count)
            return FAIL(err, ERR_INPUT,
                        "duty %zu (row %u, day %u, post %u) is outside the "
                        "problem",
                        k, d->row, d->day, d->post);
        if (k > 0 && !duty_comes_after(d, d - 1))
            return FAIL(err, ERR_INPUT,
                        "duty %zu (row %u, day %u) does not come after the "
                        "one before",
                        k, d->row, d->day);
    }
    return true;
}

static bool days_hold(const NetworkRow *r, uint64_t office, Err *err)
{
    uint64_t missing = r->row->must & ~office;
    uint64_t extra = office & ~r->seats;

    if (missing != 0)
        return FAIL(err, ERR_INPUT, "row %u, day %u: must be in the office",
                    r->index, first_day(missing));
    if (extra != 0)
        return FAIL(err, ERR_INPUT, "row %u, day %u: may not be in the office",
                    r->index, first_day(extra));
    return true;
}

static bool bounds_hold(const NetworkRow *r, uint64_t office, Err *err)
{
    for (uint32_t k = 0; k < r->row->bound_count; k++) {
        const RowBound *b = &r->row->bounds[k];
        int64_t days = day_total(office & b->days);
        if (days < b->least)
            return FAIL(err, ERR_INPUT,
                        "row %u, bound %u: %lld days, fewer than %d", r->index,
                        k, (long long)days, b->least);
        if (b->most != PROBLEM_FREE && days > b->most)
            return FAIL(err, ERR_INPUT,
                        "row %u, bound %u: %lld days, more than %d", r->index,
                        k, (long long)days, b->most);
    }
    return true;
}

static bool is_qualified(const NetworkRow *r, uint32_t post)
{
    for (uint32_t k = 0; k < r->post_count; k++) {
        if (r->posts[k] == post) return true;
    }
    return false;
}

static bool duty_holds(const NetworkRow *r, uint64_t office, const PostDuty *d,
                       Err *err)
{
    if ((office & day_bit(d->day)) == 0)
        return FAIL(err, ERR_INPUT,
                    "row %u, day %u: serves post %u without being in the "
                    "office",
                    r->index, d->day, d->post);
    if (!is_qualified(r, d->post))
        return FAIL(err, ERR_INPUT,
                    "row %u, day %u: is not qualified for post %u", r->index,
                    d->day, d->post);
    return true;
}

/* A seat that serves a post counts at the post's node. */
static bool duties_count(Count *c, const NetworkRow *r, uint64_t office,
                         const DutyRun *duties, Err *err)
{
    const Problem *p = c->net->problem;

    for (size_t k = 0; k < duties->count; k++) {
        const PostDuty *d = &duties->at[k];
        if (!duty_holds(r, office, d, err)) return false;
        c->posts[(size_t)d->post * p->day_count + d->day]++;
        c->nodes[(size_t)p->posts[d->post].node * p->day_count + d->day]++;
    }
    return true;
}

static void pour(Count *c)
{
    if (c->tally.planes > 0)
        tally_pour(&c->tally,
                   c->nodes + (size_t)c->node * c->net->problem->day_count);
}

static void seats_count(Count *c, uint32_t node, uint64_t days)
{
    if (node != c->node) pour(c);
    c->node = node;
    tally_add(&c->tally, days);
}

static bool worth_counts(Count *c, const NetworkRow *r, uint64_t office,
                         Err *err)
{
    int64_t seats = day_total(office);
    int64_t count = r->row->offset + seats, square = 0;

    c->presence += seats; /* at most 2^32 rows of 64 */
    if (__builtin_mul_overflow(count, count, &square) ||
        __builtin_add_overflow(c->fairness, square, &c->fairness))
        return FAIL(err, ERR_LIMIT, "row %u: the sum of fairness overflows",
                    r->index);
    return true;
}

static bool rows_hold(Count *c, Err *err)
{
    const Problem *p = c->net->problem;
    size_t bounds = 0, next = 0;

    for (uint32_t i = 0; i < p->row_count; i++) {
        NetworkRow r = network_row(c->net, i, &bounds);
        DutyRun duties = flow_duties(c->answer, i, &next);
        uint64_t office = c->answer->office[i];

        if (!days_hold(&r, office, err) || !bounds_hold(&r, office, err) ||
            !duties_count(c, &r, office, &duties, err) ||
            !worth_counts(c, &r, office, err))
            return false;
        seats_count(c, r.row->node, office & ~duties.days);
    }
    pour(c);
    return true;
}

static bool posts_hold(const Count *c, Err *err)
{
    const Problem *p = c->net->problem;

    for (uint32_t q = 0; q < p->post_count; q++) {
        const uint32_t *here = c->posts + (size_t)q * p->day_count;
        for (uint32_t d = 0; d < p->day_count; d++) {
            if ((int64_t)here[d] < p->posts[q].need[d])
                return FAIL(err, ERR_INPUT,
                            "post %u, day %u: %u on duty, fewer than %d", q, d,
                            here[d], p->posts[q].need[d]);
        }
    }
    return true;
}

static bool node_holds(const Count *c, uint32_t n, uint32_t d, Err *err)
{
    const Problem *p = c->net->problem;
    uint32_t seats = c->nodes[(size_t)n * p->day_count + d];
    int32_t least = p->nodes[n].least[d], most = p->nodes[n].most[d];

    if ((int64_t)seats < least)
        return FAIL(err, ERR_INPUT, "node %u, day %u: %u seats, fewer than %d",
                    n, d, seats, least);
    if (most != PROBLEM_FREE && (int64_t)seats > most)
        return FAIL(err, ERR_INPUT, "node %u, day %u: %u seats, more than %d",
                    n, d, seats, most);
    return true;
}

static bool nodes_hold(const Count *c, Err *err)
{
    const Problem *p = c->net->problem;

    for (uint32_t n = p->node_count; n-- > 0;) {
        uint32_t parent = p->nodes[n].parent;
        const uint32_t *here = c->nodes + (size_t)n * p->day_count;
        for (uint32_t d = 0; d < p->day_count; d++) {
            if (!node_holds(c, n, d, err)) return false;
            if (parent != NO_INDEX)
                c->nodes[(size_t)parent * p->day_count + d] += here[d];
        }
    }
    return true;
}

static bool totals_hold(const Count *c, Err *err)
{
    if (c->presence != c->answer->presence)
        return FAIL(err, ERR_INPUT, "presence is %lld, not %lld as claimed",
                    (long long)c->presence, (long long)c->answer->presence);
    if (c->fairness != c->answer->fairness)
        return FAIL(err, ERR_INPUT, "fairness is %lld, not %lld as claimed",
                    (long long)c->fairness, (long long)c->answer->fairness);
    return true;
}

bool flow_recount(const Network *net, const Answer *answer, Arena *scratch,
                  Flow *out, Err *err)
{
    const Problem *p = net->problem;
    Count c = {
        .net = net,
        .answer = answer,
        .posts = NEW(scratch, uint32_t, (size_t)p->post_count * p->day_count),
        .nodes = NEW(scratch, uint32_t, (size_t)p->node_count * p->day_count),
    };

    if (!duties_are_in_order(&c, err) || !rows_hold(&c, err) ||
        !posts_hold(&c, err) || !nodes_hold(&c, err) || !totals_hold(&c, err))
        return false;
    *out = (Flow){c.posts, c.nodes, c.presence};
    return true;
}
